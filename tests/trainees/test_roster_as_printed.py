"""Rosters as they are printed: names padded to one width, cells merged over lines, feet and headings in between."""

import pytest

from tests.trainees.rosters import examined, names, saved, statuses, written
from trainees.models import Person
from trainees.names import cleaned_name

HOME = ["好花红镇", "好花红村"]


@pytest.mark.parametrize(
    ("padded", "name"),
    [("王　军", "王军"), ("罗 三 妹", "罗三妹"), ("Mary  Ann", "Mary Ann"), ("阿依 Mary", "阿依 Mary"), ("王 A", "王 A")],
)
def test_a_name_loses_the_spaces_that_pad_it_and_no_others(padded, name):
    assert cleaned_name(padded) == name


@pytest.mark.usefixtures("places")
def test_a_padded_name_is_the_same_person(tmp_path):
    saved(written(tmp_path, ["王军", "", *HOME], ["买买提·艾力", "", *HOME]))
    assert statuses(saved(written(tmp_path, ["王　军", "", *HOME]))) == ["same"]
    assert statuses(examined(written(tmp_path, ["王 军", "13700000009", *HOME]))) == ["doubtful"]
    assert statuses(examined(written(tmp_path, ["买买提艾力", "", *HOME]))) == ["changed"]
    assert statuses(examined(written(tmp_path, ["石 兰", "", *HOME], ["石兰", "", *HOME]))) == ["new", "doubtful"]


@pytest.mark.usefixtures("places")
def test_whom_the_register_kept_with_a_padded_name_is_found_without(tmp_path):
    saved(written(tmp_path, ["罗三妹", "", *HOME]))
    Person.objects.update(name="罗 三妹")
    assert statuses(saved(written(tmp_path, ["罗三妹", "", *HOME]))) == ["same"]
    assert len(names()) == 1
