"""Keys of links and rows of people stay out of the log, also where Django itself writes the line."""

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


ROW = """null value in column "village_id" violates not-null constraint
DETAIL:  Failing row contains (7, 杨小花, 13800000000,

 null)."""


def test_row_that_postgresql_tells_of_stays_out_of_the_log(written):
    try:
        try:
            raise ValueError(ROW)
        except ValueError as error:
            raise LookupError(ROW) from error
    except LookupError as error:
        logging.getLogger("django.request").exception("Internal Server Error: /learn/join/, %s", error)
    assert [words in written.getvalue() for words in ("杨小花", "13800000000", "null).")] == [False] * 3
    assert written.getvalue().count("violates not-null constraint\nDETAIL: …") == 3
    assert "direct cause" in written.getvalue()


def test_other_addresses_are_written_whole(written):
    logging.getLogger("django.request").error("Internal Server Error: %s", "/zh-hans/village-shop/")
    assert "Internal Server Error: /zh-hans/village-shop/" in written.getvalue()
