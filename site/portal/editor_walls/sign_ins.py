"""Wagtail's rooms for users are about staff: a trainee's sign-in goes when she is erased, not before."""

from django.contrib.auth import get_user_model
from django.db.models import QuerySet
from django.http import HttpRequest
from django.shortcuts import get_list_or_404
from wagtail.admin.forms.account import NameEmailForm
from wagtail.users.forms import UserCreationForm, UserEditForm
from wagtail.users.views.bulk_actions.user_bulk_action import UserBulkAction
from wagtail.users.views.users import IndexView

USERS = "wagtailusers_users:"
listed = IndexView.get_base_queryset


def leave_trainees_out() -> None:
    """Wagtail offers no hook for what is listed, nor for what is chosen in a list."""
    IndexView.get_base_queryset = _listed_staff
    UserBulkAction.get_queryset = classmethod(_chosen_staff)


def is_about_a_trainee(request: HttpRequest, arguments: dict) -> bool:
    """Whether an address of one user is about somebody who learns here."""
    name = request.resolver_match.view_name if request.resolver_match else ""
    if not name.startswith(USERS) or "pk" not in arguments:
        return False
    return get_user_model().objects.filter(pk=arguments["pk"], person__isnull=False).exists()


def _listed_staff(view: IndexView) -> QuerySet:
    return listed(view).filter(person=None)


def _chosen_staff(_action: type[UserBulkAction], model: type, object_ids: list) -> list:
    return get_list_or_404(model, pk__in=object_ids, person=None)


def ask_for_what_staff_have() -> None:
    """Wagtail wants an address and two names of everybody: here nobody is written to, and 韦老师 is a name."""
    for form in (UserCreationForm, UserEditForm, NameEmailForm):
        for name in ("email", "first_name", "last_name"):
            form.base_fields[name].required = False
