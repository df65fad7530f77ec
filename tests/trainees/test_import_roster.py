"""The command: one JSON object, 1 when a line has to be corrected, and no name in what it prints."""

import io
import json
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from tests.trainees.rosters import WU, YANG, names, written

pytestmark = pytest.mark.usefixtures("places")


def printed(path: Path, *options: str) -> tuple[int, dict]:
    out = io.StringIO()
    try:
        call_command("import_roster", str(path), "--json", *options, stdout=out)
    except SystemExit as ended:
        return int(ended.code or 0), json.loads(out.getvalue())
    return 0, json.loads(out.getvalue())


def test_a_dry_run_says_what_the_real_run_does_and_saves_nothing(tmp_path):
    path = written(tmp_path, YANG, WU)
    code, dry = printed(path, "--dry-run")
    assert (code, dry["counts"]["new"], names()) == (0, 2, [])
    code, real = printed(path)
    assert [row["status"] for row in dry["rows"]] == [row["status"] for row in real["rows"]]
    assert [row["line"] for row in real["rows"]] == [2, 3]
    assert all(row["trainee"].startswith("H-") for row in real["rows"])
    assert names() == ["吴阿妹", "杨小花"]


@pytest.mark.parametrize(
    "wrong", [["吴阿妹", "1.38E+10", *WU[2:]], ["=1+1", "", *WU[2:]], [*YANG[:2], "", "没有这个村"], YANG]
)
def test_one_line_to_correct_ends_with_1_and_saves_nobody(tmp_path, wrong):
    code, found = printed(written(tmp_path, YANG, wrong))
    assert (code, names()) == (1, [])
    assert found["rows"][1]["reason"]


def test_what_changed_is_told_without_name_and_number(tmp_path):
    printed(written(tmp_path, YANG))
    header = ["学员编号", "姓名", "手机号", "乡镇", "村"]
    number = printed(written(tmp_path, YANG))[1]["rows"][0]["trainee"]
    code, found = printed(written(tmp_path, [number, "杨晓花", "13700000001", *YANG[2:]], header=header))
    assert (code, found["rows"][0]["status"], list(found["rows"][0]["changes"])) == (0, "changed", ["name"])
    assert not any(secret in json.dumps(found, ensure_ascii=False) for secret in ("小花", "晓花", "13700000001"))


def test_a_file_that_is_no_roster_is_one_sentence_and_1(tmp_path):
    path = tmp_path / "no.csv"
    path.write_text("1,2\n")
    code, found = printed(path)
    assert (code, found["rows"]) == (1, [])
    assert found["error"]


def test_a_place_that_is_not_there_and_ids_that_are_not_kept_are_refused_before_reading(tmp_path):
    for options in (["--area", "999999"], ["--id-numbers"]):
        with pytest.raises(CommandError):
            call_command("import_roster", str(tmp_path / "none.csv"), *options)


def test_the_last_lines_for_people_count_in_the_language_of_all_others(tmp_path):
    out = io.StringIO()
    call_command("import_roster", str(written(tmp_path, YANG, WU)), "--language", "zh-hans", stdout=out)
    assert "新增 2 · 有改动 0 · 不变 0 · 拿不准 0 · 要改正 0" in out.getvalue()
