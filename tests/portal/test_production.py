"""A county's own server: behind a proxy with TLS, watched from inside, begun with one administrator."""

import importlib
from types import ModuleType

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command

from trainees.models import User


@pytest.fixture
def production(monkeypatch) -> ModuleType:
    told = {
        "DEMO": "0",
        "SECRET_KEY": "k" * 60,
        "ALLOWED_HOSTS": "school.example, 10.0.0.7",
        "TRUSTED_PROXY_COUNT": "1",
    }
    for name, value in told.items():
        monkeypatch.setenv(name, value)
    importlib.reload(importlib.import_module("portal.settings.base"))
    return importlib.reload(importlib.import_module("portal.settings.production"))


def test_start_without_a_proxy_that_is_believed_is_refused(production, monkeypatch):
    monkeypatch.setenv("TRUSTED_PROXY_COUNT", "0")
    with pytest.raises(ImproperlyConfigured, match="TRUSTED_PROXY_COUNT"):
        importlib.reload(production)


def test_hosts_are_written_with_or_without_spaces(production):
    assert production.ALLOWED_HOSTS == ["school.example", "10.0.0.7"]


def test_only_the_question_whether_it_runs_is_answered_without_tls(production, client, db, settings):
    settings.SECURE_SSL_REDIRECT = production.SECURE_SSL_REDIRECT
    settings.SECURE_REDIRECT_EXEMPT = production.SECURE_REDIRECT_EXEMPT
    assert client.get("/healthz").status_code == 200
    assert {client.get(path).status_code for path in ("/healthz/", "/zh-hans/", "/cms/")} == {301}


def test_first_administrator_is_asked_for_no_address(db, monkeypatch):
    monkeypatch.setenv("DJANGO_SUPERUSER_PASSWORD", "mountain-orange-river")
    call_command("createsuperuser", username="zhang", interactive=False, verbosity=0)
    assert User.objects.get(username="zhang").is_superuser
