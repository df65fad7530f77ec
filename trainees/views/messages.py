"""What my teacher wrote to me: to read, or to hear."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from trainees.consent_words import MESSAGES
from trainees.models import Trainee
from trainees.my_room import my_room
from trainees.numbers import row_number
from trainees.selectors.consents import allows
from trainees.selectors.messages import messages_for
from trainees.services.messages import mark_read


@my_room
@require_http_methods(["GET", "HEAD", "POST"])
def my_messages(request: HttpRequest, trainee: Trainee) -> HttpResponse:
    """Opening the list reads nothing: she says herself that she has read or heard it."""
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
