"""A roster that names an entry which was found to be somebody else's: it means the one that is kept."""

import pytest

from progress.services.merging import merge
from tests.trainees.conftest import FENGSHAN, HAOHUAHONG, LIANHUA
from tests.trainees.rosters import HEADER, examined, reason, saved, statuses, written
from trainees.models import Person, RegisterEntry
from trainees.selectors import trainees_visible_to
from trainees.selectors.posts import trainees_read_by
from trainees.selectors.rosters import trainees_of_area
from trainees.services import join

DEAD = ["杨小花", "13700000001", "好花红镇", "好花红村"]
ID = "522731198005030026"


def entered(places, name: str, phone: str, village: str = HAOHUAHONG) -> Person:
    return join(name=name, sign="drum", age="18+", village=places[village], phone=phone)


@pytest.fixture
def kept(places, chen) -> Person:
    """杨晓花, into whose entry that of 杨小花 was merged."""
    one, other = entered(places, "杨晓花", "13700000002"), entered(places, "杨小花", "13700000001")
    merge(kept=one.trainee, other=other.trainee, by=chen)
    return one


def test_entry_that_was_merged_is_neither_listed_nor_read_nor_brought_in(kept, chen):
    for people in (trainees_of_area("522731"), trainees_of_area(""), trainees_read_by(chen), trainees_visible_to(chen)):
        assert [one.person for one in people] == [kept]


def test_name_village_and_phone_of_the_merged_entry_mean_the_kept_one(kept, tmp_path):
    header = [*HEADER, "文化程度"]
    saved(written(tmp_path, [*DEAD, "初中"], header=header))
    assert RegisterEntry.objects.get().person == kept
    assert statuses(examined(written(tmp_path, [*DEAD, "初中"], header=header))) == ["same"]


def test_number_of_the_merged_entry_means_the_kept_one(kept, tmp_path):
    dead = Person.objects.exclude(pk=kept.pk).get()
    for name in ("杨小花", "杨晓花"):
        path = written(tmp_path, [dead.trainee.number, name, "", *DEAD[2:]], header=["学员编号", *HEADER])
        [verdict] = examined(path).verdicts
        assert (verdict.person.pk, verdict.person.number) == (kept.pk, kept.trainee.number)


def test_one_id_number_of_both_entries_is_that_of_one_person(places, chen, tmp_path, settings):
    settings.ID_NUMBERS = True
    header = [*HEADER, "身份证号"]
    saved(written(tmp_path, [*DEAD, ID], header=header), with_ids=True)
    dead = Person.objects.get()
    kept = entered(places, "杨晓花", "13700000002")
    RegisterEntry.objects.create(person=kept, id_digest=dead.register_entry.id_digest)
    merge(kept=kept.trainee, other=dead.trainee, by=chen)
    [verdict] = examined(written(tmp_path, ["杨晓花", "", *DEAD[2:], ID], header=header), with_ids=True).verdicts
    assert verdict.person.pk == kept.pk


def test_two_lines_about_both_entries_are_two_about_one_person(kept, tmp_path):
    found = examined(written(tmp_path, ["杨晓花", "13700000002", *DEAD[2:]], DEAD))
    assert statuses(found) == ["same", "refused"]


def test_merged_twice_over_is_still_the_last_one(kept, places, chen, tmp_path):
    last = entered(places, "杨大花", "13700000003")
    kept.trainee.refresh_from_db()
    merge(kept=last.trainee, other=kept.trainee, by=chen)
    assert examined(written(tmp_path, DEAD)).verdicts[0].person.pk == last.pk


def test_who_lives_elsewhere_is_not_moved_by_the_roster_of_the_village_of_her_merged_entry(places, chen, tmp_path):
    kept, dead = entered(places, "杨晓花", "13700000002", FENGSHAN), entered(places, "杨小花", "13700000001")
    merge(kept=kept.trainee, other=dead.trainee, by=chen)
    header = [*HEADER, "同一个人吗"]
    [verdict] = examined(written(tmp_path, DEAD)).verdicts
    assert verdict.status == "doubtful"
    assert kept.trainee.number in verdict.reasons[0]
    assert "住在另一个村" in verdict.reasons[0]
    [said] = examined(written(tmp_path, [*DEAD, "同一人"], header=header)).verdicts
    assert (said.person.pk, [change.key for change in said.changes]) == (kept.pk, ["name", "phone", "village"])


def test_merged_entry_of_somebody_who_lives_out_of_the_area_makes_no_second_person(places, chen, tmp_path):
    kept, dead = entered(places, "杨晓花", "13700000002", LIANHUA), entered(places, "杨小花", "13700000001")
    merge(kept=kept.trainee, other=dead.trainee, by=chen)
    for answer in ("", "同一人"):
        found = examined(written(tmp_path, [*DEAD, answer], header=[*HEADER, "同一个人吗"]))
        assert statuses(found) == ["doubtful"]
        assert "现在算在别的地方" in reason(found)
