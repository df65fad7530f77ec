"""The scripts of phone pages, made of small files."""

from pathlib import Path

import pytest
from django.contrib.staticfiles import finders

from portal import script_bundles
from portal.script_bundles import BUNDLES, BundleFinder, bundled


@pytest.mark.parametrize("name", BUNDLES)
def test_bundle_holds_every_file_of_its_list(name, monkeypatch):
    for file in BUNDLES[name]:
        monkeypatch.setitem(BUNDLES, "alone.js", [file])
        assert bundled("alone.js").strip() in bundled(name)


def test_bundle_is_smaller_than_its_files():
    whole = sum(script_bundles._source(file).stat().st_size for file in BUNDLES["phone/quiz.js"])
    assert len(bundled("phone/quiz.js").encode()) < 0.8 * whole


def test_file_that_is_in_no_app_is_named(monkeypatch):
    monkeypatch.setitem(BUNDLES, "alone.js", ["phone/nowhere.js"])
    with pytest.raises(FileNotFoundError, match=r"phone/nowhere\.js"):
        bundled("alone.js")


def test_bundles_are_collected_with_the_other_static_files():
    assert {name for name, _storage in BundleFinder().list(None)} == set(BUNDLES)
    assert finders.find("phone/lesson.js")


def test_changed_file_makes_the_bundle_anew(monkeypatch):
    first = finders.find("phone/lesson.js")
    monkeypatch.setitem(BUNDLES, "phone/lesson.js", ["quizzes/marking.js"])
    assert Path(finders.find("phone/lesson.js")).read_text() == bundled("phone/lesson.js")
    assert first == finders.find("phone/lesson.js")
