"""Photos and voices of a piece of work: to whom it is visible, and never kept by a browser or a proxy."""

from __future__ import annotations

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from progress.private_files import private_file
from progress.reviewing.views import note_look, visible_to
from progress.services.review_voices import try_voice_again


@never_cache
@require_safe
def photo(request: HttpRequest, pk: int, photo: int) -> HttpResponseBase:
    submission = visible_to(request, pk)
    found = get_object_or_404(submission.photos, pk=photo)
    note_look(request.user, submission.trainee)
    return private_file(request, found.name)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def voice(request: HttpRequest, pk: int, review: int) -> HttpResponseBase:
    """What a teacher said; who said it lets the worker try again what it could not make small."""
    submission = visible_to(request, pk)
    found = get_object_or_404(submission.reviews, pk=review)
    if request.method == "POST":
        if found.by_id == request.user.pk:
            try_voice_again(review=found)
        return redirect("review-tasks")
    note_look(request.user, submission.trainee)
    return private_file(request, found.voice)
