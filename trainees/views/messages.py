"""What my teacher wrote to me: to read, or to hear."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods

from trainees.consent_words import MESSAGES
from trainees.numbers import row_number
from trainees.selectors import trainee_of
from trainees.selectors.consents import allows
from trainees.selectors.messages import messages_for
from trainees.services.messages import mark_read
from trainees.small_bodies import small_body


@small_body()
@require_http_methods(["GET", "HEAD", "POST"])
def my_messages(request: HttpRequest) -> HttpResponse:
    """Opening the list reads nothing: she says herself that she has read or heard it."""
    trainee = trainee_of(request.user)
    if trainee is None:
        return HttpResponseRedirect(f"{reverse('who')}?{urlencode({'next': request.path})}")
    if request.method == "POST":
        mark_read(person=trainee.person, newest=row_number(request.POST.get("newest", "")))
        return HttpResponseRedirect(reverse("my-messages"))
    rows = list(messages_for(trainee.person))
    context = {
        "rows": rows,
        "newest": max((row.pk for row in rows), default=0),
        "are_new": any(row.read_at is None for row in rows),
        "refused": not allows(trainee.person, MESSAGES),
    }
    return render(request, "trainees/messages.html", context)
