"""What a script sends and asks (docs/events.md): JSON in, JSON out, also when it goes wrong."""

from __future__ import annotations

import json
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.template.loader import render_to_string
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from foundation.limits import HOUR, take
from progress.guest_phone import GUEST, TooManyGuests, guest_secret, meet_guest
from progress.models import Kind
from progress.services import Receipt, keep_guest_events, receive_events
from progress.wire import read_uuid_of
from trainees.asked_first import has_agreed
from trainees.helping import without_her_pin
from trainees.models import Trainee
from trainees.selectors import trainee_of
from trainees.small_bodies import small_body

MOST = 50  # events in one request
REQUESTS = 1000  # of one person in an hour: a phone that was away for months needs a few dozen


def error(code: str, status: int) -> JsonResponse:
    return JsonResponse({"error": code}, status=status)


def bad_token(request: HttpRequest) -> JsonResponse:
    """The token is old, or the request came from elsewhere."""
    return error("token", 403)


@never_cache
@require_safe
def learn_fragment(request: HttpRequest) -> HttpResponse:
    trainee = trainee_of(request.user)
    told = {"person": str(trainee.key) if trainee else None, "token": get_token(request)}
    if hasattr(request, "helping"):
        told["helping"] = render_to_string("trainees/village/parts/strip.html", request=request).strip()
    response = JsonResponse(told)
    if trainee is None:
        meet_guest(request, response)
    return response


@never_cache
@small_body(refuse=lambda request: error("too-large", 413))
@require_POST
def learn_events(request: HttpRequest) -> HttpResponse:
    if request.content_type not in ("application/json", ""):  # the body of a form was read already
        return error("type", 415)
    try:
        bodies = _bodies(request.body)
    except (ValueError, RecursionError):
        return error("json", 400)
    if bodies is None:
        return error("shape", 400)
    if len(bodies) > MOST:
        return error("too-many", 413)
    trainee = trainee_of(request.user)
    nobodys = [body for body in bodies if trainee is None or _is_nobodys(body)]
    hers = [body for body in bodies if trainee is not None and not _is_nobodys(body)]
    if trainee and not take(f"events:{trainee.pk}", most=REQUESTS, seconds=HOUR):
        return error("later", 429)
    if trainee and hers and not has_agreed(request, trainee):
        return error("later", 429)  # the phone keeps them until she agreed
    try:
        return _keep(request, trainee, hers, nobodys)
    except TooManyGuests:
        return error("later", 429)


def _bodies(text: bytes) -> list | None:
    said: Any = json.loads(text)
    bodies = said.get("events") if isinstance(said, dict) else None
    return bodies if isinstance(bodies, list) else None


def _is_nobodys(body: object) -> bool:
    """Recorded for a guest: whoever is signed in now is asked before it is hers."""
    return isinstance(body, dict) and body.get("person") == ""


def _is_task_with_help(body: object) -> bool:
    return isinstance(body, dict) and body.get("kind") == Kind.TASK_SUBMITTED and body.get("helped") is True


def _keep(request: HttpRequest, trainee: Trainee | None, hers: list, nobodys: list) -> JsonResponse:
    closed = [body for body in hers if without_her_pin(request) and _is_task_with_help(body)]
    open_to_her = [body for body in hers if body not in closed]
    receipt = receive_events(trainee=trainee, bodies=open_to_her) if trainee and open_to_her else Receipt()
    receipt.refused.extend((read_uuid_of(body), "sign-in") for body in closed)  # the phone keeps it until she is here
    secret = guest_secret(request) if nobodys else ""
    if secret:
        waiting = keep_guest_events(guest_digest=GUEST.digest_of_secret(secret), bodies=nobodys)
        receipt = Receipt(
            stored=receipt.stored + waiting.stored,
            doubled=receipt.doubled + waiting.doubled,
            refused=receipt.refused + waiting.refused,
        )
    refused = [{"uuid": uuid, "code": code} for uuid, code in receipt.refused]
    response = JsonResponse({"stored": receipt.stored, "doubled": receipt.doubled, "refused": refused})
    if secret:
        GUEST.keep(response, secret)
    return response
