"""How much may be sent to us at once, refused before it is read: what is on its way fills the disk too."""

from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadhandler import FileUploadHandler

LARGEST_BODY = 32 * 1024 * 1024  # bytes; a document has at most 20 MB, a photo 12 MB


class BodyLimit(FileUploadHandler):
    """Stands first among the upload handlers and keeps nothing itself."""

    def handle_raw_input(self, input_data, META, content_length, boundary, encoding=None):
        if content_length > LARGEST_BODY:
            raise RequestDataTooBig(f"At most {LARGEST_BODY} bytes can be sent at once.")

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        return raw_data

    def file_complete(self, file_size: int) -> None:
        return None
