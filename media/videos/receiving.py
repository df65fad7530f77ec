"""A video on its way in: what is too big, no video, or has no room is refused before the rest of it is read."""

from typing import Any

from django.core.exceptions import RequestDataTooBig, ValidationError
from django.core.files.uploadhandler import FileUploadHandler
from django.template.defaultfilters import filesizeformat

from media.services import LARGEST_VIDEO, check_room_for_video
from media.services.videos import NO_VIDEO, TOO_BIG_VIDEO
from media.videos.making import kind_of

ENVELOPE = 64 * 1024  # bytes of a form around the file


class Refused(RequestDataTooBig):
    """With one sentence for whoever sends, and how HTTP calls it."""

    def __init__(self, said: str, status: int = 413) -> None:
        super().__init__(said)
        self.status = status


class VideoLimit(FileUploadHandler):
    """Stands first among the upload handlers and keeps nothing itself. Twice the room: on its way, and kept."""

    def handle_raw_input(self, input_data: Any, META: dict, content_length: int, boundary: str, encoding: Any = None):
        if content_length > LARGEST_VIDEO + ENVELOPE:
            raise Refused(too_big(content_length))
        try:
            check_room_for_video(2 * content_length)
        except ValidationError as refusal:
            raise Refused(refusal.messages[0]) from refusal
        return None

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        if start == 0 and kind_of(raw_data[:16]) is None:
            raise Refused(str(NO_VIDEO), status=400)
        return raw_data

    def file_complete(self, file_size: int) -> None:
        return None


def too_big(size: int) -> str:
    return str(TOO_BIG_VIDEO) % {"size": filesizeformat(size), "limit": filesizeformat(LARGEST_VIDEO)}
