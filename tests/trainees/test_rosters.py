"""A roster on its way: looked through, confirmed, saved whole or not at all, forgotten after a week."""

import datetime
import io

import pytest
from django.utils import timezone
from openpyxl import load_workbook

from foundation.audit import AuditEntry
from foundation.jobs.models import Job
from progress.services.retention import keep_no_longer
from tests.trainees.conftest import FENGSHAN, HAOHUAHONG, holding
from tests.trainees.rosters import HEADER, WU, YANG, examined, names, saved, statuses, written
from trainees.models import Category, CategoryMembership, Household, Person, Post, RegisterEntry, RosterImport, User
from trainees.register.reports import read_report
from trainees.register.workbooks_out import to_correct
from trainees.selectors.rosters import trainees_of_area
from trainees.services import join
from trainees.services.erasing import erase_person
from trainees.services.register_export import export_register
from trainees.services.roster_files import FORGET_JOB, REPORT, SOURCE, file_of
from trainees.services.rosters import NotConfirmable, bring_in, confirm
from trainees.tasks import forget_roster_files, read_roster, save_roster

ID = "522731198005030026"
FULL = [*HEADER, "性别", "年龄", "文化程度", "户编号", "户主", "人员类别", "身份证号"]
LINE = [*YANG, "女", "1980-05-03", "初中", "17", "杨小花", "返乡青年、脱贫户", ID]


def brought(by, path, area="522731", *, with_ids=False) -> RosterImport:
    return bring_in(by=by, area=area, name=path.name, pieces=[path.read_bytes()], with_ids=with_ids)


def test_nothing_is_saved_before_it_is_confirmed_and_then_all_of_it(chen, tmp_path):
    one = brought(chen, written(tmp_path, YANG, WU))
    assert (one.state, one.counts["new"], names()) == ("ready", 2, [])
    confirm(roster=one, by=chen)
    one.refresh_from_db()
    assert (one.state, names()) == ("saved", ["吴阿妹", "杨小花"])
    assert Person.objects.filter(user=None, pin="", sign="").count() == 2
    entry = AuditEntry.objects.get()
    assert (entry.by_id, entry.what, entry.area, entry.people) == (chen.pk, "roster", "522731", 2)


def test_one_refused_line_and_nothing_can_be_confirmed(chen, tmp_path):
    one = brought(chen, written(tmp_path, YANG, ["", "", "", ""], ["吴阿妹", "123", *WU[2:]]))
    with pytest.raises(NotConfirmable):
        confirm(roster=one, by=chen)
    assert names() == []


def test_confirmed_twice_is_saved_once(chen, tmp_path):
    one = brought(chen, written(tmp_path, YANG))
    confirm(roster=one, by=chen)
    with pytest.raises(NotConfirmable):
        confirm(roster=RosterImport.objects.get(pk=one.pk), by=chen)
    assert names() == ["杨小花"]


def test_when_the_register_changed_meanwhile_it_is_shown_anew_and_not_saved(chen, tmp_path, places):
    one = brought(chen, written(tmp_path, YANG))
    join(name="杨小花", sign="fern", age="18+", village=places[HAOHUAHONG], phone="13700000009")
    confirm(roster=one, by=chen)
    one.refresh_from_db()
    assert (one.state, one.counts["doubtful"], names()) == ("ready", 1, ["杨小花"])
    assert one.sentence


def test_whose_post_ended_meanwhile_saves_nothing(chen, tmp_path):
    one = brought(chen, written(tmp_path, YANG))
    Post.objects.update(valid_to=timezone.localdate() - datetime.timedelta(days=1))
    with pytest.raises(NotConfirmable):
        confirm(roster=one, by=chen)
    one.state = RosterImport.State.SAVING
    one.save()
    save_roster(roster=one.pk, language="en")()
    one.refresh_from_db()
    assert (one.state, names()) == ("ready", [])


def test_a_keeper_and_an_auditor_bring_nothing_in(places, tmp_path):
    for role in ("keeper", "auditor"):
        somebody = holding(role, places[HAOHUAHONG], role)
        with pytest.raises(NotConfirmable):
            confirm(roster=brought(somebody, written(tmp_path, YANG), HAOHUAHONG), by=somebody)


def test_a_long_roster_is_read_and_saved_by_a_worker(chen, tmp_path):
    lines = [[f"杨{chr(0x4E00 + number)}", "", "好花红镇", "好花红村"] for number in range(501)]
    one = brought(chen, written(tmp_path, *lines))
    assert (one.state, one.counts) == ("reading", {})
    read_roster(roster=one.pk, language="en")()
    one.refresh_from_db()
    confirm(roster=one, by=chen)
    assert names() == []
    save_roster(roster=one.pk, language="en")()
    one.refresh_from_db()
    assert (one.state, len(names())) == ("saved", 501)


def test_all_that_a_line_says_is_kept_and_the_line_again_is_no_change(places, tmp_path, settings):
    settings.ID_NUMBERS = True
    Category.objects.filter(key__in=("returned", "poverty-lifted")).update(in_use=True)
    path = written(tmp_path, LINE, header=FULL)
    assert statuses(saved(path, with_ids=True)) == ["new"]
    entry = RegisterEntry.objects.get()
    kept = (entry.gender, entry.age_band, entry.schooling, entry.id_end, entry.household.number)
    assert kept == ("f", "46-55", "middle", "0026", "17")
    assert entry.household.head == entry.person
    assert ID not in entry.id_sealed + entry.id_digest
    whose = set(CategoryMembership.objects.values_list("category__key", "person", "household"))
    assert whose == {("returned", entry.person_id, None), ("poverty-lifted", None, entry.household_id)}
    assert statuses(saved(path, with_ids=True)) == ["same"]


def test_neither_ids_nor_categories_are_kept_unless_both_the_site_and_the_roster_ask(places, tmp_path, settings):
    path = written(tmp_path, LINE, header=FULL)
    for site, roster in ((False, True), (True, False)):
        settings.ID_NUMBERS = site
        found = saved(path, with_ids=roster)
        assert found.can_be_saved
        assert any("ID" in note or "身份证" in note for note in found.notes)
    assert RegisterEntry.objects.exclude(id_digest="").count() == CategoryMembership.objects.count() == 0


def test_a_category_ends_with_a_no_and_not_with_silence(places, tmp_path):
    Category.objects.filter(key="disabled").update(in_use=True)
    header = [*HEADER, "是否残疾人"]
    for said, still in (("是", 1), ("", 1), ("/", 1), ("否", 0)):
        saved(written(tmp_path, [*YANG, said], header=header))
        assert CategoryMembership.objects.filter(valid_to=None).count() == still
    assert CategoryMembership.objects.get().valid_to == timezone.localdate()


@pytest.mark.parametrize(
    ("heading", "kept", "guesses"),
    [
        ("民族", "苗族", ("苗族", "汉族")),
        ("是否残疾人", "是", ("是", "否")),
        ("身份证号", ID, (ID, "522731199010100011")),
    ],
)
def test_whoever_guesses_at_what_she_may_not_see_is_told_the_same(chen, tmp_path, settings, heading, kept, guesses):
    settings.ID_NUMBERS = True
    Category.objects.filter(key="disabled").update(in_use=True)
    saved(written(tmp_path, [*YANG, kept], header=[*HEADER, heading]), with_ids=True)
    told = []
    for guess in guesses:
        one = brought(chen, written(tmp_path, [*YANG, guess], header=[*HEADER, heading]), with_ids=True)
        report = [row.__dict__ for row in read_report(file_of(one, REPORT))]
        confirm(roster=RosterImport.objects.get(pk=one.pk), by=chen)
        entry = AuditEntry.objects.order_by("-number")[0]
        told.append((one.counts, one.notes, report, entry.action, entry.what, entry.people, entry.named))
    assert told[0] == told[1]
    assert told[0][0] | {"untold": 1} == told[0][0]


def test_what_is_not_compared_is_written_and_the_same_file_again_changes_nothing(chen, tmp_path, settings):
    settings.ID_NUMBERS = True
    Category.objects.filter(key="disabled").update(in_use=True)
    header = [*HEADER, "民族", "是否残疾人", "身份证号"]
    saved(written(tmp_path, YANG))
    for said, still in (("是", 1), ("是", 1), ("否", 0)):
        one = brought(chen, written(tmp_path, [*YANG, "苗族", said, ID], header=header), with_ids=True)
        assert one.counts["same"] == 1
        confirm(roster=one, by=chen)
        assert CategoryMembership.objects.filter(valid_to=None).count() == still
    assert CategoryMembership.objects.count() == 1
    entry = RegisterEntry.objects.get()
    assert (entry.ethnicity, entry.id_end) == ("苗族", ID[-4:])


def test_no_id_number_takes_the_place_of_another_in_silence(chen, tmp_path, settings):
    administrator = User.objects.create_superuser("root")
    settings.ID_NUMBERS = True
    saved(written(tmp_path, [*YANG, ID], header=[*HEADER, "身份证号"]), with_ids=True)
    other = written(tmp_path, [*YANG, "522731199010100011"], header=[*HEADER, "身份证号"])
    confirm(roster=brought(chen, other, with_ids=True), by=chen)
    assert RegisterEntry.objects.get().id_end == ID[-4:]
    assert brought(administrator, other, with_ids=True).counts["doubtful"] == 1


def test_what_is_taken_away_and_brought_in_again_changes_nothing(chen, places, tmp_path, settings):
    settings.ID_NUMBERS = True
    Category.objects.filter(key="returned").update(in_use=True)
    saved(written(tmp_path, [*LINE[:9], "返乡青年", ID], header=FULL), with_ids=True)
    join(name="吴阿妹", sign="fern", age="18+", village=places[FENGSHAN], registered_village=places[HAOHUAHONG])
    people = trainees_of_area("522731")
    path = tmp_path / "taken.xlsx"
    path.write_bytes(export_register(by=chen, place=places["522731"], people=people, reason="correcting"))
    assert statuses(examined(path, with_ids=True)) == ["same", "same"]
    texts = [str(cell.value) for row in load_workbook(path).active.iter_rows() for cell in row if cell.value]
    assert any("chen" in text for text in texts)
    assert not any(ID in text or "民族" in text for text in texts)
    assert texts[-4:-1] == ["填表人：", "审核人：", "负责人："]
    assert texts[-1].startswith("（盖章）")
    assert all(cell.data_type == "s" for row in load_workbook(path).active.iter_rows() for cell in row if cell.value)


def test_the_file_to_correct_has_every_line_and_once_corrected_is_taken(chen, tmp_path):
    one = brought(chen, written(tmp_path, YANG, ["吴阿妹", "123", *WU[2:]]))
    file = io.BytesIO(to_correct(file_of(one, SOURCE), read_report(file_of(one, REPORT))))
    book = load_workbook(file)
    rows = [[cell.value for cell in row] for row in book.active.iter_rows()]
    assert [row[:4] for row in rows[:3]] == [HEADER, YANG, ["吴阿妹", "123", *WU[2:]]]
    assert [bool(row[-1]) for row in rows[:3]] == [True, False, True]
    assert [row[0] for row in rows[4:]][:3] == ["填表人：", "审核人：", "负责人："]
    book.active["B3"] = "13700000002"
    mended = tmp_path / "mended.xlsx"
    book.save(mended)
    again = brought(chen, mended)
    confirm(roster=again, by=chen)
    assert names() == ["吴阿妹", "杨小花"]


def test_after_a_week_files_go_and_numbers_stay(chen, tmp_path):
    one = brought(chen, written(tmp_path, YANG))
    RosterImport.objects.update(made_at=timezone.now() - datetime.timedelta(days=8))
    assert (keep_no_longer(dry_run=True)["old.rosters"], file_of(one, SOURCE).exists()) == (1, True)
    assert [keep_no_longer()["old.rosters"] for _run in range(2)] == [1, 0]
    assert AuditEntry.objects.get(what="old.rosters").people == 1
    one.refresh_from_db()
    assert (file_of(one, SOURCE).exists(), one.file_name, one.counts["new"]) == (False, "", 1)
    with pytest.raises(NotConfirmable):
        confirm(roster=one, by=chen)


def test_a_roster_that_is_saved_promises_that_its_files_go_and_keeps_no_name_of_them(chen, tmp_path):
    one = brought(chen, written(tmp_path, YANG))
    confirm(roster=one, by=chen)
    assert Job.objects.filter(name=FORGET_JOB, payload={"roster": one.pk}).exists()
    forget_roster_files(roster=one.pk)()
    one.refresh_from_db()
    assert (file_of(one, SOURCE).exists(), one.file_name, one.counts["new"]) == (False, "", 1)


def test_an_erased_person_is_left_in_no_roster_that_waits(chen, tmp_path, places):
    confirm(roster=brought(chen, written(tmp_path, YANG)), by=chen)
    hers, others = brought(chen, written(tmp_path, YANG)), brought(chen, written(tmp_path, WU))
    erase_person(trainee=Person.objects.get().trainee, at=timezone.now())
    named = list(Job.objects.filter(name=FORGET_JOB).order_by("pk").values_list("payload__roster", flat=True))
    assert (named[1:], RosterImport.objects.get(pk=hers.pk).state) == ([hers.pk], "refused")
    assert RosterImport.objects.get(pk=others.pk).state == "ready"


def test_when_she_is_erased_her_line_goes_and_an_empty_household_after_her(places, tmp_path):
    saved(written(tmp_path, LINE[:9], header=FULL[:9]))
    Person.objects.get().delete()
    assert RegisterEntry.objects.count() == 0
    assert keep_no_longer()["old.households"] == 1
    assert Household.objects.count() == 0
