"""Sending uploaded files, taking photos of which it was said that no child can be known, preparing one again."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from wagtail.images.views.multiple import AddView

from media.forms import A_CHILD, KEEPING, NOT_ASKED
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


class AddPhotos(AddView):
    """Wagtail's page for many photos at once, each with the answer whether there is a child in it."""

    def get_upload_form_class(self) -> type:
        """Wagtail hands on the title only: the answer is looked at here."""
        return type("PhotoForm", (super().get_upload_form_class(),), {"asks_for_children": False})

    def post(self, request: HttpRequest) -> HttpResponse:
        answer = request.POST.get("child", "")
        if answer not in KEEPING:
            said = A_CHILD if answer == "yes" else NOT_ASKED
            return JsonResponse({"success": False, "error_message": str(said)})
        return super().post(request)


@require_POST
def prepare_again(request: HttpRequest, pk: int) -> HttpResponse:
    """Only for those who may change the picture; Wagtail's admin has checked that somebody is signed in."""
    picture = get_object_or_404(Picture, pk=pk)
    if not picture.is_editable_by_user(request.user):
        raise Http404
    want_prepared(picture=picture)
    messages.success(request, _("The picture is being prepared again."))
    return redirect("wagtailimages:edit", pk)
