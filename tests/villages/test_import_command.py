"""The command: what it prints, and in which language."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from villages.models import Division

STARTER = Path(__file__).parents[2] / "villages" / "starter"
HUISHUI = [STARTER / "huishui_townships.csv", STARTER / "huishui_villages.csv"]
pytestmark = pytest.mark.django_db


def _run(*arguments, language="en") -> str:
    out = StringIO()
    call_command("import_divisions", *arguments, "--language", language, "--no-progress", stdout=out)
    return out.getvalue()


def test_it_says_what_was_loaded_and_then_that_nothing_changes():
    assert _run(*HUISHUI, "--dry-run").startswith("Would load: 230 new, 0 changed, 0 unchanged, 0 ended.")
    assert _run(*HUISHUI).startswith("Loaded: 230 new, 0 changed, 0 unchanged, 0 ended.")
    assert _run(*HUISHUI).startswith("Nothing to change: all 227 places are there already.")


def test_it_names_file_line_and_reason(written):
    with pytest.raises(CommandError) as caught:
        _run(written("code,name", "522731102,好花红镇", "52273,某镇"))
    first, last = str(caught.value).splitlines()
    assert first.startswith("places.csv, line 3: “52273” is not a code.")
    assert last == "Nothing was loaded: 1 mistake in the files."


def test_beyond_a_thousand_mistakes_it_says_how_many_more(written):
    with pytest.raises(CommandError, match="… and 5 more"):
        _run(written("code,name", *(f"X{number},某镇" for number in range(1005))))


@pytest.mark.parametrize("arguments", [("--end-missing", "2026-12-31"), ("--prefix", "52273"), ("--prefix", "贵州")])
def test_a_wrong_way_of_asking_gets_one_sentence(arguments):
    with pytest.raises(CommandError):
        _run(*HUISHUI, *arguments)
    assert not Division.everything.exists()


def test_a_day_that_does_not_exist_is_refused():
    with pytest.raises(CommandError, match="2026-02-30"):
        _run(*HUISHUI, "--prefix", "522731", "--end-missing", "2026-02-30")


def test_a_padded_prefix_is_understood():
    assert "24 new" in _run(*HUISHUI, "--prefix", "522731104000")  # 20 villages, the township, three above


def test_the_whole_country_may_be_named_for_endings():
    assert "Loaded" in _run(*HUISHUI, "--prefix", "all", "--end-missing", "2026-12-31")


def test_progress_is_shown_by_stage(capsys):
    call_command("import_divisions", *HUISHUI, "--language", "en", stdout=StringIO())
    lines = capsys.readouterr().err.splitlines()
    assert {"Reading 2/2", "Comparing 230/230", "Writing 230/230"} <= set(lines)
