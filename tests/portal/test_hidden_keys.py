"""The key of a narrator's link stays out of the log, also where Django itself writes the line."""

import io
import logging

import pytest

from portal import wsgi
from portal.hidden_keys import HideKeys


@pytest.fixture
def written():
    """What the site's own handler of the log wrote."""
    handlers = [one for one in logging.getLogger().handlers if any(isinstance(by, HideKeys) for by in one.filters)]
    [handler] = handlers
    out = io.StringIO()
    before = handler.setStream(out)
    yield out
    handler.setStream(before)


@pytest.mark.parametrize(
    ("line", "args"),
    [
        ("Internal Server Error: %s", ("/voice/7:secret/",)),
        ("%s: %s", ("Not Found", "/voice/7:secret/12/")),
        ("Forbidden (%s): %s", ("CSRF token missing.", "/voice/7:secret/")),
        ("GET /voice/7:secret HTTP/1.1", ()),
    ],
)
def test_line_keeps_what_happened_and_loses_the_key(written, line, args):
    logging.getLogger("django.request").error(line, *args)
    assert "secret" not in written.getvalue()
    assert "/voice/…" in written.getvalue()


def test_what_gunicorn_writes_of_a_request_that_failed_loses_the_key_too():
    assert wsgi.application
    log, out = logging.getLogger("gunicorn.error"), io.StringIO()
    handler = logging.StreamHandler(out)
    log.addHandler(handler)
    try:
        raise ValueError("/voice/7:secret/ was cut off")
    except ValueError:
        log.exception("Error handling request %s %s", "POST", "/c/secret/")
    log.removeHandler(handler)
    assert "secret" not in out.getvalue()
    assert [words in out.getvalue() for words in ("POST /c/…", "ValueError: /voice/…")] == [True, True]


def test_other_addresses_are_written_whole(written):
    logging.getLogger("django.request").error("Internal Server Error: %s", "/zh-hans/village-shop/")
    assert "Internal Server Error: /zh-hans/village-shop/" in written.getvalue()
