"""A body whose type names a codec that is no text: the page answers as ever."""

from io import BytesIO
from wsgiref.util import setup_testing_defaults

import pytest

from portal.wsgi import application

# At its beginning a request looks whether the connection to the database still serves.
pytestmark = pytest.mark.django_db

STRANGE = ["rot13", "base64", "hex", "idna", "undefined", '"zip"', "x" * 5000, "utf-8\x00", "\xff"]


def answer(method: str, kind: str) -> tuple[str, bytes]:
    environ = {
        "REQUEST_METHOD": method,
        "PATH_INFO": "/display.css",
        "QUERY_STRING": "next=%E4%B9",
        "CONTENT_TYPE": kind,
    }
    environ |= {"CONTENT_LENGTH": "3", "wsgi.input": BytesIO(b"a=1"), "wsgi.errors": BytesIO()}
    setup_testing_defaults(environ)
    said: list[str] = []
    body = b"".join(application(environ, lambda status, _headers: said.append(status)))
    return said[0], body


@pytest.mark.parametrize("charset", STRANGE)
@pytest.mark.parametrize("kind", ["application/x-www-form-urlencoded", "multipart/form-data; boundary=b", "text/plain"])
def test_no_charset_ends_in_the_servers_own_bare_error(charset, kind):
    for method, status in (("GET", "200 OK"), ("POST", "403 Forbidden")):
        assert answer(method, f"{kind}; charset={charset}")[0] == status


def test_a_charset_that_browsers_send_is_left_to_django():
    assert answer("GET", "text/plain; charset=gb18030")[0] == "200 OK"
