"""Sending uploaded files, and trying again to prepare a picture."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from media.models import Picture
from media.selectors import public_file
from media.services import want_prepared
from media.serving import answer


@require_safe
def uploaded_file(request: HttpRequest, name: str) -> HttpResponseBase:
    """A prepared picture or drawing. Asks no database and no session; anything else is 404."""
    found = public_file(name)
    if found is None:
        raise Http404
    path, immutable = found
    return answer(request, path, immutable=immutable)


@require_POST
def prepare_again(request: HttpRequest, pk: int) -> HttpResponse:
    """Only for those who may change the picture; Wagtail's admin has checked that somebody is signed in."""
    picture = get_object_or_404(Picture, pk=pk)
    if not picture.is_editable_by_user(request.user):
        raise Http404
    want_prepared(picture=picture)
    messages.success(request, _("The picture is being prepared again."))
    return redirect("wagtailimages:edit", pk)
