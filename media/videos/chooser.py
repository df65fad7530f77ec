"""Choosing a video for a lesson: among those of her teams, and of nobody else, whatever number is asked for."""

from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.db.models import QuerySet
from django.urls import URLPattern
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.admin.views.generic.chooser import ChooseResultsView, ChooseView, ChosenMultipleView, ChosenView
from wagtail.admin.viewsets.chooser import ChooserViewSet

from media.models import Video
from media.videos.rights import videos_visible_to


class OwnVideos:
    """Videos that cannot be used are not offered; one that is being made is."""

    request: Any
    filter_form_class = BaseFilterForm  # Wagtail's own would name every team's collection

    def get_object_list(self) -> QuerySet[Video]:
        return videos_visible_to(self.request.user).exclude(state=Video.State.FAILED)


class ChooseVideo(OwnVideos, ChooseView):
    pass


class ChooseVideoResults(OwnVideos, ChooseResultsView):
    pass


class ChosenVideo(ChosenView):
    def get_object(self, pk: str) -> Video:
        if not pk.isdecimal():
            raise ObjectDoesNotExist
        return videos_visible_to(self.request.user).get(pk=pk)


class ChosenVideos(ChosenMultipleView):
    def get_objects(self, pks: list[str]) -> QuerySet[Video]:
        return videos_visible_to(self.request.user).filter(pk__in=[pk for pk in pks if pk.isdecimal() and len(pk) < 12])


class VideoChooser(ChooserViewSet):
    model = Video
    icon = "media"
    choose_one_text = _("Choose a video")
    choose_another_text = _("Choose another video")
    edit_item_text = _("Look at this video")
    choose_view_class = ChooseVideo
    choose_results_view_class = ChooseVideoResults
    chosen_view_class = ChosenVideo
    chosen_multiple_view_class = ChosenVideos

    def get_urlpatterns(self) -> list[URLPattern]:
        """A video is sent on its own page: nothing is made while choosing."""
        return [pattern for pattern in super().get_urlpatterns() if pattern.name != "create"]


video_chooser = VideoChooser("video_chooser", url_prefix="videos/chooser")
