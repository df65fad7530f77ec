"""Places that a later file no longer names."""

import datetime
from pathlib import Path

import pytest

from villages.loading.problems import LoadRefusedError
from villages.models import Division
from villages.selectors import division_by_code
from villages.services import import_divisions

STARTER = Path(__file__).parents[2] / "villages" / "starter"
TOWNSHIPS, VILLAGES = STARTER / "huishui_townships.csv", STARTER / "huishui_villages.csv"
LAST_DAY = datetime.date(2026, 12, 31)
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("huishui")]


@pytest.fixture
def later(written):
    """The villages' file of a later year, without two of them."""
    lines = VILLAGES.read_text(encoding="utf-8").splitlines()
    return written(*(line for line in lines if not line.startswith(("522731102213", "522731103001"))))


def _ended() -> list[str]:
    return list(Division.objects.filter(valid_to__isnull=False).values_list("code", flat=True))


def test_what_a_file_does_not_name_stays_unless_it_is_said(later):
    assert import_divisions(paths=[later]).is_empty
    assert _ended() == []


def test_what_is_missing_ends_on_the_day_that_is_given(later):
    plan = import_divisions(paths=[later], prefix="522731", end_missing=LAST_DAY)
    assert (len(plan.ending), _ended()) == (2, ["522731102213", "522731103001"])
    assert division_by_code("522731102213").valid_to == LAST_DAY


def test_ending_twice_is_ending_once(later):
    import_divisions(paths=[later], prefix="522731", end_missing=LAST_DAY)
    assert import_divisions(paths=[later], prefix="522731", end_missing=datetime.date(2027, 1, 1)).is_empty


def test_only_what_lies_under_the_prefix_ends(later):
    import_divisions(paths=[later], prefix="522731103", end_missing=LAST_DAY)
    assert _ended() == ["522731103001"]


def test_only_levels_that_the_files_name_end():
    import_divisions(paths=[TOWNSHIPS], prefix="522731", end_missing=LAST_DAY)
    assert _ended() == []


def test_a_dry_run_ends_nothing(later):
    plan = import_divisions(paths=[later], prefix="522731", end_missing=LAST_DAY, dry_run=True)
    assert (len(plan.ending), _ended()) == (2, [])


def test_what_has_ended_stays_ended_when_an_older_file_comes_back(later):
    import_divisions(paths=[later], prefix="522731", end_missing=LAST_DAY)
    plan = import_divisions(paths=[VILLAGES])
    assert plan.is_empty
    assert (plan.ended_already, len(_ended())) == (2, 2)


def test_a_day_before_the_beginning_is_refused(later):
    Division.objects.filter(code="522731102213").update(valid_from=datetime.date(2027, 1, 1))
    with pytest.raises(LoadRefusedError):
        import_divisions(paths=[later], prefix="522731", end_missing=LAST_DAY)
    assert _ended() == []


def test_more_changes_than_fit_in_one_short_write_are_refused(later, monkeypatch):
    monkeypatch.setattr("villages.loading.comparing.MOST_CHANGES", 1)
    with pytest.raises(LoadRefusedError, match="--prefix"):
        import_divisions(paths=[later], prefix="522731", end_missing=LAST_DAY)
    assert _ended() == []
