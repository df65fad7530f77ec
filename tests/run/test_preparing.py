"""What is done before serving is done once, and again only when what it is made from has changed."""

import gettext
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command
from wagtail.models import Page
from wagtail.search.models import IndexEntry

from courses.models import HomePage
from portal.preparing import Step, compile_catalogues, steps
from tests.server import environment_for, manage

PO = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "Answer"\nmsgstr "答案"\n'


@pytest.fixture
def po(settings, tmp_path) -> Path:
    path = tmp_path / "locale" / "zh_Hans" / "LC_MESSAGES" / "django.po"
    path.parent.mkdir(parents=True)
    path.write_text(PO)
    settings.LOCALE_PATHS = [tmp_path / "locale"]
    return path


def test_catalogue_is_compiled_once(po):
    assert compile_catalogues() == [po.with_suffix(".mo")]
    assert compile_catalogues() == []
    with po.with_suffix(".mo").open("rb") as file:
        assert gettext.GNUTranslations(file).gettext("Answer") == "答案"


@pytest.mark.parametrize("torn", [b"", b"\xde\x12\x04\x95", b"long enough, but no catalogue at all"])
def test_torn_catalogue_is_compiled_again(po, torn):
    compile_catalogues()
    po.with_suffix(".mo").write_bytes(torn)
    assert compile_catalogues() == [po.with_suffix(".mo")]


@pytest.fixture
def house(settings, tmp_path, monkeypatch) -> Path:
    monkeypatch.setattr(steps.stamps, "ROOT", tmp_path)
    (tmp_path / "input.csv").write_text("one")
    return tmp_path


@pytest.mark.django_db
def test_step_is_done_again_only_when_its_input_changed(house):
    done: list[str] = []
    step = Step("test", "test", ("*.csv",), lambda: done.append("done"))
    for text in ("one", "one", "two"):
        (house / "input.csv").write_text(text)
        steps._do(step, lambda _said: None)
    assert len(done) == 2


@pytest.mark.django_db
def test_step_that_was_cut_off_is_done_again(house):
    done: list[str] = []

    def cut_off() -> None:
        done.append("begun")
        raise KeyboardInterrupt

    for _time in range(2):
        with pytest.raises(KeyboardInterrupt):
            steps._do(Step("test", "test", ("*.csv",), cut_off), lambda _said: None)
    assert len(done) == 2


@pytest.mark.django_db
def test_county_without_the_starter_course_has_the_page_above_all_courses_alone(settings, tmp_path, monkeypatch):
    settings.MEDIA_ROOT = tmp_path
    monkeypatch.setenv("STARTER_COURSE", "0")
    for step in steps.STEPS:
        if step.name in ("starter-course", "first-page", "demo-term"):
            steps._do(step, lambda _said: None)
    assert {page.locale.language_code for page in HomePage.objects.all()} == {"zh-hans", "en"}
    assert Page.objects.filter(depth__gt=1).count() == 2
    call_command("load_starter_course", first_page_only=True)
    assert Page.objects.filter(depth__gt=1).count() == 2


@pytest.mark.django_db
def test_pages_from_before_are_found_by_words_in_the_middle_of_their_titles_at_the_next_start():
    call_command("load_starter_course", first_page_only=True)
    page = HomePage.objects.get(locale__language_code="zh-hans")
    middle = page.title[1:3]
    IndexEntry.objects.all().delete()
    assert not Page.objects.all().autocomplete(middle)
    for step in steps.STEPS:
        if step.name == "search-index":
            steps._do(step, lambda _said: None)
    assert page.page_ptr in Page.objects.all().autocomplete(middle)


def test_nonsense_instead_of_yes_or_no_stops_the_start(monkeypatch):
    monkeypatch.setenv("STARTER_COURSE", "maybe")
    with pytest.raises(ImproperlyConfigured, match="STARTER_COURSE='maybe': write 1 or 0"):
        steps.begins_with_the_starter_course()


def contents(database: Path) -> list[str]:
    with closing(sqlite3.connect(database)) as connection:
        return list(connection.iterdump())


def test_second_start_changes_no_row(seeded_folder, tmp_path):
    shutil.copytree(seeded_folder, tmp_path / "data")
    here = environment_for(tmp_path / "data", DATABASE_URL="")
    if not (tmp_path / "data" / "db.sqlite3").exists():  # the suite runs on PostgreSQL: this one looks at a file
        manage("run", "--prepare-only", environment=here)
    before = contents(tmp_path / "data" / "db.sqlite3")
    said = manage("run", "--prepare-only", environment=here)
    assert contents(tmp_path / "data" / "db.sqlite3") == before
    assert (said.stdout, said.stderr) == ("", "")
