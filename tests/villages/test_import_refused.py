"""Loading files that are wrong: every mistake is named by file and line, and nothing is loaded."""

from pathlib import Path

import pytest
from django.utils import translation

from villages.loading.problems import LoadRefusedError
from villages.models import Division
from villages.services import import_divisions

STARTER = Path(__file__).parents[2] / "villages" / "starter"
TOWNSHIPS, VILLAGES = STARTER / "huishui_townships.csv", STARTER / "huishui_villages.csv"
RIGHT = "522731102,好花红镇"
pytestmark = pytest.mark.django_db


def _refusal(*paths, **options) -> LoadRefusedError:
    with pytest.raises(LoadRefusedError) as caught, translation.override("en"):
        import_divisions(paths=paths, **options)
    assert not Division.everything.exists()
    return caught.value


@pytest.mark.parametrize(
    "line",
    [
        "52273110,某镇",
        "abc,某镇",
        ",某镇",
        "5.22731E+11,某镇",
        "522731103,",
        "522731103,镇\x07",
        "522731103,\u202e镇",
        "522731103," + "长" * 101,
        "522731103",
        "522731103,某镇,多余",
    ],
)
def test_a_wrong_line_is_named(written, line):
    refusal = _refusal(written("code,name", RIGHT, line, name="towns.csv"))
    assert [(problem.file, problem.line) for problem in refusal.problems] == [("towns.csv", 3)]


@pytest.mark.parametrize(
    "line",
    [
        "522731103,摆金镇,,2024-13-01,,",
        "522731103,摆金镇,,2024-05-01,2024-04-30,",
        "522731103,摆金镇,,,2024-04-30,522731199",
        "522731103,摆金镇,,,2024-04-30,522731102213",
        "522731103,摆金镇,,,2024-04-30,522731103",
        "522731103,摆金镇,,,,522731102",
        "522731103,摆金镇," + "名" * 301 + ",,,",
    ],
)
def test_wrong_days_aliases_and_successors_are_named(written, line):
    heading = "code,name,aliases,valid_from,valid_to,successor"
    refusal = _refusal(written(heading, f"{RIGHT},,,,", line))
    assert [problem.line for problem in refusal.problems] == [3]


def test_successors_in_a_circle_are_named(written):
    lines = ("522731103,甲镇,2024-01-01,522731104", "522731104,乙镇,2024-01-01,522731103")
    refusal = _refusal(written("code,name,valid_to,successor", *lines))
    assert refusal.count == 2


def test_a_code_that_is_there_twice_names_both_lines(written):
    first = written("code,name", RIGHT, name="a.csv")
    refusal = _refusal(first, written("code,name", "522731103,摆金镇", RIGHT, name="b.csv"))
    with translation.override("en"):
        told = [str(problem) for problem in refusal.problems]
    assert told == ["b.csv, line 3: The code 522731102 is there twice, first in a.csv, line 2. Remove one."]


def test_villages_without_their_townships_are_refused():
    refusal = _refusal(VILLAGES)
    assert (refusal.count, refusal.problems[0].line) == (216, 2)


def test_a_county_that_nobody_knows_is_refused(written):
    assert "522799" in str(_refusal(written("code,name", "522799100,某镇")).problems[0])


def test_a_village_that_says_it_lies_elsewhere_is_refused(written):
    path = written("code,name,town_code", "522731102213,好花红村,522731103")
    assert "522731103" in _refusal(TOWNSHIPS, path).problems[0].sentence


def test_a_thousand_wrong_lines_are_all_named(written):
    refusal = _refusal(written("code,name", *(f"X{number},某镇" for number in range(1000))))
    assert (refusal.count, len(refusal.problems)) == (1000, 1000)
    assert [problem.line for problem in refusal.problems] == list(range(2, 1002))


def test_beyond_a_thousand_the_rest_is_counted(written):
    refusal = _refusal(written("code,name", *(f"X{number},某镇" for number in range(2500))))
    assert (refusal.count, len(refusal.problems)) == (2500, 1000)


def test_one_wrong_line_among_right_ones_loads_none_of_them(written):
    lines = VILLAGES.read_text(encoding="utf-8").splitlines()
    lines[100] = lines[100].replace("5227", "52X7", 1)
    refusal = _refusal(TOWNSHIPS, written(*lines, name="villages.csv"))
    assert [problem.line for problem in refusal.problems] == [101]


@pytest.mark.parametrize(
    "content", [b"", b"code;title\n1;a\n", b"name\nx\n", "title,name\n52,贵州省\n".encode("utf-16-le")]
)
def test_a_file_that_is_no_table_of_places_is_named(tmp_path, content):
    path = tmp_path / "wrong.csv"
    path.write_bytes(content)
    assert _refusal(TOWNSHIPS, path).problems[0].file == "wrong.csv"


def test_a_missing_file_is_named(tmp_path):
    assert _refusal(TOWNSHIPS, tmp_path / "none.csv").problems[0].file == "none.csv"


def test_files_without_a_place_under_the_prefix_are_refused():
    assert "4401" in _refusal(TOWNSHIPS, VILLAGES, prefix="4401").sentence


def test_the_same_file_twice_is_a_thing_there_twice():
    assert _refusal(TOWNSHIPS, TOWNSHIPS).count == 11


def test_markup_in_a_name_is_kept_as_text(written):
    import_divisions(paths=[written("code,name", "522731103,<script>alert(1)</script>")])
    assert Division.objects.get(code="522731103").name == "<script>alert(1)</script>"
