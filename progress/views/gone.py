"""A phone asks for whom it still holds something, by keys alone: who was erased, and which entries are hers by now."""

from __future__ import annotations

import json
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import get_supported_language_variant, override
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from progress.views.events import error
from trainees.earlier_cookie import tell_earlier_keys
from trainees.selectors import earlier_keys, erased_among, trainee_of
from trainees.small_bodies import small_body

MOST = 50  # keys in one request
LARGEST = 4096  # bytes


@never_cache
@small_body(refuse=lambda request: error("too-large", 413), most=LARGEST)
@require_POST
def learn_gone(request: HttpRequest) -> HttpResponse:
    """Whoever has a key may ask: it is chance alone, and the answer says nothing of anybody but that she is gone.

    `gone` are those of whom we know that they were erased, and nobody else: a key that says nothing to us, of a phone
    that was forgotten or of an entry that is closed, is not among them. `hers` were merged into her who is signed in.
    """
    if request.content_type not in ("application/json", ""):  # the body of a form was read already
        return error("type", 415)
    try:
        said: Any = json.loads(request.body)
        keys = [UUID(key) for key in said["people"]]
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return error("shape", 400)
    if len(keys) > MOST:
        return error("too-many", 413)
    trainee = trainee_of(request.user)
    earlier = earlier_keys(trainee) if trainee else set()
    hers = [str(key) for key in keys if str(key) in earlier]
    erased = erased_among(keys)
    gone = [str(key) for key in keys if key in erased]
    response = JsonResponse({"gone": gone, "hers": hers, "words": _words(said.get("language")) if gone else ""})
    if hers:
        tell_earlier_keys(request, response, earlier)
    return response


def _words(language: object) -> str:
    """For the page that asked, which may be in another language than this phone last chose."""
    with override(_known(language)):
        return _(
            "Something waited on this phone for somebody whose data was erased at her wish. It is deleted here now, "
            "and there is nothing that you need to do."
        )


def _known(language: object) -> str | None:
    try:
        return get_supported_language_variant(str(language)[:12])
    except LookupError:
        return None
