"""“Translate this page”, in place of wagtail-localize's own: it keeps what readers see, and makes no page above."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Locale, Page
from wagtail_localize.views.submit_translations import SubmitPageTranslationView, SubmitTranslationForm

from courses.teams.selectors import is_on_team
from courses.translating.beginning import begin_translation, refuse_without_parent


class BeginForm(SubmitTranslationForm):
    """The same, in calmer words; it knows which page stands above."""

    def __init__(self, instance: Page, *arguments: Any, **more: Any):
        super().__init__(instance, *arguments, **more)
        self.page = instance
        self.fields["locales"].label = _("Into which language")
        if not self.fields["locales"].queryset:
            self.fields["locales"].help_text = _("It is there in every language already. Open it in that language.")
        if "include_subtree" in self.fields:
            self.fields["include_subtree"].label = _("Everything below it too")
            self.fields["include_subtree"].help_text = ""

    def clean_locales(self) -> list[Locale]:
        for locale in self.cleaned_data["locales"]:
            refuse_without_parent(self.page, locale)
        return list(self.cleaned_data["locales"])


class BeginView(SubmitPageTranslationView):
    title = gettext_lazy("Translate this page")

    def dispatch(self, request: HttpRequest, *arguments: Any, **more: Any) -> HttpResponse:
        page = self.get_object()
        if not (is_on_team(request.user, page) or page.permissions_for_user(request.user).can_edit()):
            raise Http404
        return super().dispatch(request, *arguments, **more)

    def get_form(self) -> BeginForm:
        if self.request.method == "POST":
            return BeginForm(self.object, self.request.POST)
        wanted = Locale.objects.filter(language_code=self.request.GET.get("select_locale", ""))
        return BeginForm(self.object, initial={"locales": wanted})

    def form_valid(self, form: BeginForm) -> HttpResponse:
        locales = form.cleaned_data["locales"]
        below = self.object.get_descendants() if form.cleaned_data["include_subtree"] else Page.objects.none()
        try:
            with transaction.atomic():
                for page in [self.object, *below.filter(alias_of=None).specific().order_by("path")]:
                    for locale in locales:
                        begin_translation(page=page, locale=locale, user=self.request.user)
        except ValidationError as refusal:
            messages.error(self.request, refusal.messages[0])
            return redirect(self.request.get_full_path())
        only = self.object.get_translation(locales[0]) if len(locales) == 1 else None
        messages.success(self.request, _("Translate sentence by sentence. Readers see it once it is published."))
        return redirect(self.get_success_url() or self.get_default_success_url(only))
