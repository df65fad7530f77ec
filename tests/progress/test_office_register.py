"""The register's desk in the office: a roster from file to table, by whom it concerns and nobody else."""

import datetime
import io
from types import SimpleNamespace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.template.loader import render_to_string
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django.utils.translation import override
from openpyxl import load_workbook

from foundation.audit import AuditEntry, words_of
from progress.my_data.seen import seen_of
from tests.staff import at_desk
from tests.trainees.conftest import HAOHUAHONG, holding
from tests.trainees.rosters import HEADER, WU, YANG, names
from trainees.models import RosterImport, Trainee
from trainees.register.reading import open_roster
from trainees.register.workbooks_out import template

DESK = "/office/register/"


def csv(*lines) -> SimpleUploadedFile:
    text = "\n".join(",".join(line) for line in (HEADER, *lines))
    return SimpleUploadedFile("花名册.csv", text.encode())


def sent(desk, *lines, **more):
    return desk.post(DESK, {"do": "bring-in", "area": "522731", "file": csv(*lines)} | more)


def test_from_a_file_to_the_register_in_two_steps(chen):
    desk = at_desk(chen)
    report = sent(desk, YANG, WU).headers["Location"]
    page = desk.get(report)
    assert "no-store" in page.headers["Cache-Control"]
    assert names() == []
    assert desk.post(report).status_code == 302
    assert names() == ["吴阿妹", "杨小花"]
    assert {entry.action for entry in AuditEntry.objects.all()} == {"saw", "added"}


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_each_page_speaks_both_languages(chen, language):
    desk = at_desk(chen, language)
    report = sent(desk, YANG, ["吴阿妹", "1", "", ""]).headers["Location"]
    pages = desk.get(DESK).content.decode() + desk.get(report).content.decode()
    shown = {"zh-hans": ("导入花名册", "要改正", "没有手机"), "en": ("Bring a roster in", "Refused", "mobile number")}
    assert all(words in pages for words in shown[language])
    assert desk.get(f"{report}to-correct.xlsx").status_code == 200


def test_file_to_correct_that_was_taken_away_is_in_the_trail(chen):
    desk = at_desk(chen)
    report = sent(desk, YANG, ["吴阿妹", "1", "", ""]).headers["Location"]
    desk.get(f"{report}to-correct.xlsx")
    [entry] = AuditEntry.objects.filter(action="exported")
    assert (entry.by_id, entry.what, entry.area, entry.people) == (chen.pk, "roster-lines", "522731", 2)


def test_long_roster_that_was_saved_stands_in_what_she_sees_of_her_data(chen, places):
    desk = at_desk(chen)
    report = sent(desk, *[[f"杨{chr(0x4E00 + n)}", *WU[1:]] for n in range(21)]).headers["Location"]
    desk.post(report)
    seen = {(str(one.what), one.alone) for one in seen_of(Trainee.objects.first())}
    assert (str(words_of("roster")), False) in seen


def test_a_long_report_costs_as_many_questions_as_a_short_one(chen):
    desk, asked = at_desk(chen), []
    for many in (2, 90):
        report = sent(desk, *[[f"杨{chr(0x4E00 + n)}", *WU[1:]] for n in range(many)]).headers["Location"]
        desk.get(report)  # this one is written into the trail
        with CaptureQueriesContext(connection) as counted:
            desk.get(report)
        asked.append(len(counted))
    assert asked[0] == asked[1]


def test_what_another_brought_in_is_nobodys_business(chen, deng, places):
    report = sent(at_desk(chen), YANG).headers["Location"]
    colleague = holding("wang", places["522731"])
    for other in (deng, colleague):
        assert at_desk(other).get(report).status_code == 404
        assert at_desk(other).post(report).status_code == 404
        assert at_desk(other).get(f"{report}to-correct.xlsx").status_code == 404
    assert names() == []


def test_a_roster_for_a_place_that_is_not_hers_is_not_taken(deng):
    assert "选择" in sent(at_desk(deng), YANG).content.decode()
    assert RosterImport.objects.count() == 0


def test_a_roster_whose_file_is_gone_offers_neither_to_save_nor_to_correct(chen):
    desk = at_desk(chen)
    for lines in ((YANG,), (WU, ["", *YANG[1:]])):
        report = sent(desk, *lines).headers["Location"]
        RosterImport.objects.update(files_deleted_at=timezone.now())
        page = desk.get(report, headers={"accept-language": "en"}).text
        assert "its numbers stay" in page
        assert ("Save all of it" in page, "file to correct" in page) == (False, False)


@pytest.mark.parametrize("role", ["keeper", "auditor"])
def test_keepers_and_auditors_have_no_register_desk(places, role):
    desk = at_desk(holding(role, places[HAOHUAHONG], role))
    assert desk.get(DESK).status_code == desk.get(f"{DESK}template.xlsx").status_code == 404


def test_the_template_is_a_roster_of_nobody(chen):
    book = load_workbook(io.BytesIO(at_desk(chen).get(f"{DESK}template.xlsx").content))
    heads = [cell.value for cell in book.active[1]]
    assert heads[:2] == ["学员编号", "姓名"]
    assert "身份证号" not in heads


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_the_second_sheet_of_the_template_is_not_told_of_as_unread(tmp_path, language):
    with override(language):
        (tmp_path / "template.xlsx").write_bytes(template(with_ids=False))
    assert open_roster(tmp_path / "template.xlsx").notes == []


@pytest.mark.parametrize("taps", ["progress/office/parts/places_meant.html", "trainees/parts/places_meant.html"])
def test_of_two_places_of_one_name_the_one_that_is_no_more_says_so(taps):
    ended = SimpleNamespace(code="1", place_name="摆金镇 摆金", valid_to=datetime.date(2026, 10, 31))
    places = [ended, SimpleNamespace(code="2", place_name="断杉镇 摆金", valid_to=None)]
    form = SimpleNamespace(places_meant=places, place_tapped="")
    with override("zh-hans"):
        told = render_to_string(taps, {"form": form, "places": places})
    assert "摆金镇 摆金 · 2026-10-31撤并<" in told
    assert "断杉镇 摆金<" in told


def test_a_place_whose_register_is_taken_is_tapped_when_it_may_be_several(chen, yang):
    asked = {"do": "take-away", "place": "村", "reason": "class"}
    page = at_desk(chen).post(DESK, asked).text
    assert f'form="taking" name="place_code" value="{HAOHUAHONG}">' in page
    assert "attachment" in at_desk(chen).post(DESK, asked | {"place_code": HAOHUAHONG}).headers["Content-Disposition"]


def test_the_register_leaves_only_for_a_reason_and_only_of_her_places(chen, deng, yang):
    asked = {"do": "take-away", "place": "522731102", "reason": "class"}
    file = at_desk(chen).post(DESK, asked)
    rows = [[cell.value for cell in row] for row in load_workbook(io.BytesIO(file.content)).active.iter_rows()]
    assert "chen" in rows[1][0]
    assert rows[3][:2] == [yang.number, "杨"]
    entry = AuditEntry.objects.get()
    assert (entry.what, entry.area, entry.people) == ("register-for-class", "522731102", 1)
    for desk, wrong in ((at_desk(chen), asked | {"reason": ""}), (at_desk(deng), asked)):
        assert "text/html" in desk.post(DESK, wrong).headers["Content-Type"]
    assert AuditEntry.objects.count() == 1


def test_a_file_that_is_far_too_large_is_called_so_and_not_read(chen):
    answer = at_desk(chen, "en").post(DESK, {}, CONTENT_LENGTH=str(60 * 1024 * 1024))
    assert answer.status_code == 413
    assert "25 MB" in answer.content.decode()
    assert RosterImport.objects.count() == 0
