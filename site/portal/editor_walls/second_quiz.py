"""Below a lesson or a course stands one quiz: whoever asks for another by its address is led to that one."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages
from wagtail.models import Page

from quizzes.models import QuizPage

ADD, CHOOSE = "wagtailadmin_pages:add", "wagtailadmin_pages:add_subpage"
THERE = _("This page has its quiz already, and one is all that it can have. Here it is: write your questions into it.")
MEANWHILE = _(
    "Somebody made its quiz while you wrote yours. Go back in your browser to copy what you wrote into this one."
)


def lead_to_its_quiz(request: HttpRequest, name: str, arguments: dict) -> HttpResponse | None:
    """Wagtail would say that she has no permission, and lead home."""
    if name != CHOOSE and (name != ADD or arguments["content_type_model_name"] != QuizPage._meta.model_name):
        return None
    if request.headers.get("accept", "").startswith("application/json"):
        return None  # the form that keeps itself: it asks for words of its own
    parent = Page.objects.filter(pk=arguments["parent_page_id"]).first()
    quiz = QuizPage.objects.child_of(parent).first() if parent else None
    if parent is None or quiz is None or not quiz.permissions_for_user(request.user).can_edit():
        return None
    kinds = parent.specific_class.allowed_subpage_models()
    if name == CHOOSE and any(kind.can_create_at(parent) for kind in kinds):
        return None
    messages.warning(request, MEANWHILE if request.method == "POST" else THERE)
    return HttpResponseRedirect(reverse("wagtailadmin_pages:edit", args=[quiz.pk]))
