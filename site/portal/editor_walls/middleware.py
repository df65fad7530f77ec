"""Asks the table before a view of the editor is run."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.defaults import page_not_found
from wagtail.models import Page
from wagtail.permissions import policy_registry

from portal.editor_walls.second_quiz import lead_to_its_quiz
from portal.editor_walls.sign_ins import is_about_a_trainee
from portal.editor_walls.table import TABLE

EDITOR = "/cms/"
OURS = ("portal", "progress", "courses", "quizzes", "trainees", "villages", "media", "foundation")
CHOOSER = "wagtailadmin_choose_page"
LARGEST_NUMBER = 2**63 - 1


class EditorWallsMiddleware:
    """Our own views in the editor look after themselves: they stand in the table of addresses, each with its roles."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable, _positional: tuple, arguments: dict
    ) -> HttpResponse | None:
        if not request.path.startswith(EDITOR) or not request.user.is_authenticated:
            return None
        if _is_nowhere(request, arguments):
            return _not_there(request)
        if module_of(view).split(".")[0] in OURS:
            return None
        name = request.resolver_match.view_name if request.resolver_match else ""
        return _stopped(request, name, arguments) or lead_to_its_quiz(request, name, arguments)


def module_of(view: Callable) -> str:
    """Where the view was written, below whatever decorators it wears."""
    while not hasattr(view, "view_class") and hasattr(view, "__wrapped__"):
        view = view.__wrapped__
    return getattr(view, "view_class", view).__module__


def _stopped(request: HttpRequest, name: str, arguments: dict) -> HttpResponse | None:
    """Administrators may everything."""
    if request.user.is_superuser:
        return None
    if name == CHOOSER:
        return _begin_choosing(request)
    if all(rule(request, arguments) for rule in TABLE.get(name, (_never,))):
        return None
    return _not_there(request)


def _is_nowhere(request: HttpRequest, arguments: dict) -> bool:
    """For administrators too: numbers that no row has (SQLite cannot even be asked), and trainees as users."""
    if any(isinstance(number, int) and number > LARGEST_NUMBER for number in arguments.values()):
        return True
    return is_about_a_trainee(request, arguments)


def _never(_request: HttpRequest, _arguments: dict) -> bool:
    return False


def _begin_choosing(request: HttpRequest) -> HttpResponse:
    """Wagtail would begin at the page above all that could be chosen, whoever wrote it: she begins at her own."""
    root = policy_registry.get_by_type(Page).explorable_root_instance(request.user)
    if root is None:
        return _not_there(request)
    address = reverse("wagtailadmin_choose_page_child", args=[root.pk])
    return HttpResponseRedirect(f"{address}?{request.GET.urlencode()}")


def _not_there(request: HttpRequest) -> HttpResponse:
    return page_not_found(request, Exception(), template_name="wagtailadmin/404.html")
