"""What the media app hangs into the authors' admin."""

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.models import Collection

from media import views
from media.models import Video
from media.videos import urls as video_urls
from media.videos.chooser import VideoChooser, video_chooser
from media.videos.rights import may_see


class VideosMenuItem(MenuItem):
    """For those who may send one, write captions or look at them."""

    def is_shown(self, request: HttpRequest) -> bool:
        return may_see(request.user)


@hooks.register("register_admin_urls")
def register_prepare_again() -> list[URLPattern | URLResolver]:
    return [
        path("pictures/<int:pk>/prepare-again/", views.prepare_again, name="prepare-picture-again"),
        path("videos/", include(video_urls)),
    ]


@hooks.register("register_admin_urls", order=-1)
def register_photos_before_wagtails() -> list[URLPattern]:
    return [path("images/multiple/add/", views.AddPhotos.as_view(), name="add-photos")]


@hooks.register("insert_editor_js")
def ask_for_children() -> SafeString:
    """Where a photo is sent while a page is written."""
    return render_to_string("media/child_question.html")


@hooks.register("register_admin_viewset")
def register_video_chooser() -> VideoChooser:
    return video_chooser


@hooks.register("describe_collection_contents")
def videos_in_collection(collection: Collection) -> dict:
    """A collection goes only when it is empty; with it went what it held."""
    count = Video.objects.filter(collection=collection).count()
    said = ngettext("%(count)s video", "%(count)s videos", count) % {"count": count}
    return {"count": count, "count_text": said, "url": reverse("videos")}


@hooks.register("register_admin_menu_item")
def videos_in_menu() -> MenuItem:
    return VideosMenuItem(_("Videos"), reverse("videos"), icon_name="media", name="videos", order=310)
