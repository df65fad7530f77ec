"""My goods: a plain page of hers, what her phone asks for to keep it, and the page that opens without a signal."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from progress.selectors import goods_of, shelf_tasks
from trainees.selectors import trainee_of


@require_safe
def shelf(request: HttpRequest) -> HttpResponse:
    """The same for everybody: a script puts in what the phone keeps of whoever is signed in."""
    return render(request, "progress/shelf/shelf.html", {"tasks": shelf_tasks(request.LANGUAGE_CODE)})


@never_cache
@require_safe
def my_shelf(request: HttpRequest) -> HttpResponse:
    trainee = trainee_of(request.user)
    if trainee is None:
        return redirect(f"{reverse('who')}?next={reverse('my-shelf')}")
    goods = goods_of(trainee)
    tasks = shelf_tasks(request.LANGUAGE_CODE)
    done = [task for task in tasks if task.shelf in goods.parts]
    context = {"goods": goods, "tasks": [task for task in tasks if task not in done], "done": done}
    return render(request, "progress/shelf/mine.html", context)


@never_cache
@require_safe
def shelf_parts(request: HttpRequest) -> HttpResponse:
    """What her phone keeps of it. Nobody's is empty, and says so: a phone throws nothing away for that."""
    trainee = trainee_of(request.user)
    if trainee is None:
        return JsonResponse({"person": None, "parts": {}})
    parts = {
        part: {
            "uuid": str(said.newest.uuid),
            "at": said.newest.handed_in_at.isoformat(),
            "words": said.words,
            "photos": [reverse("learn-task-photo", args=[photo.pk]) for photo in said.photos[:1]],
        }
        for part, said in goods_of(trainee).parts.items()
    }
    return JsonResponse({"person": str(trainee.key), "parts": parts})
