"""A body whose type names a codec that is no text: the page answers as ever."""

from io import BytesIO

import pytest
from django.test import RequestFactory

from portal.wsgi import application

STRANGE = ["rot13", "base64", "hex", "idna", "undefined", '"zip"', "x" * 5000, "utf-8\x00", "\xff"]


def answer(method: str, kind: str) -> tuple[str, bytes]:
    environ = RequestFactory().generic(method, "/healthz?next=%E4%B9", b"a=1", kind).environ
    said: list[str] = []
    body = b"".join(application(environ | {"wsgi.errors": BytesIO()}, lambda status, _headers: said.append(status)))
    return said[0], body


@pytest.mark.parametrize("charset", STRANGE)
@pytest.mark.parametrize("kind", ["application/x-www-form-urlencoded", "multipart/form-data; boundary=b", "text/plain"])
def test_no_charset_ends_in_the_servers_own_bare_error(db, charset, kind):
    for method in ("GET", "POST"):
        assert answer(method, f"{kind}; charset={charset}")[0] == answer(method, kind)[0]


def test_a_charset_that_browsers_send_is_left_to_django(db):
    assert answer("GET", "text/plain; charset=gb18030")[0] == "200 OK"
