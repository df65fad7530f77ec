"""What somebody of the staff does with her own second factor is in the audit trail: both or neither."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.models import Authenticator
from django.contrib.auth.models import AnonymousUser
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from foundation.audit import Action, matter, record
from trainees.models import User

CODE_APP = Authenticator.Type.TOTP
View = Callable[..., HttpResponse]
OWN = {
    CODE_APP: matter("own-code-app", _("her own code app, the second factor of a sign-in of staff")),
    Authenticator.Type.WEBAUTHN: matter("own-passkey", _("her own passkey of a sign-in of staff")),
    Authenticator.Type.RECOVERY_CODES: matter("own-spare-codes", _("her own spare codes of a sign-in of staff")),
}


def written_down(view: View) -> View:
    """Looks at what she has before and after a form, in one transaction with it; reading opens none.

    allauth's own signals come partly when all is committed: too late to refuse what cannot be written down.
    """

    @wraps(view)
    def answer(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        if request.method != "POST":
            return view(request, *args, **kwargs)
        with transaction.atomic():
            before = _factors_of(request.user)
            response = view(request, *args, **kwargs)
            after = _factors_of(request.user)
            _write_down(request.user, before, after)
        if not before and CODE_APP in after.values():  # her first factor: she has just shown its digits
            record_authentication(request, request.user, "mfa", type=CODE_APP.value, reauthenticated=True)
        return response

    return answer


def _factors_of(user: User | AnonymousUser) -> dict[int, str]:
    return dict(Authenticator.objects.filter(user=user.pk or 0).order_by("pk").values_list("pk", "type"))


def _write_down(user: User | AnonymousUser, before: dict[int, str], after: dict[int, str]) -> None:
    """Spare codes that took the place of others are one change."""
    gone = [kind for pk, kind in before.items() if pk not in after]
    new = [kind for pk, kind in after.items() if pk not in before]
    both = [kind for kind in new if kind in gone]
    for action, kinds in ((Action.CHANGED, both), (Action.ADDED, new), (Action.DELETED, gone)):
        for kind in kinds:
            if action is Action.CHANGED or kind not in both:
                record(by=user, action=action, what=OWN[kind], people=1, objects=[f"user:{user.pk}"])
