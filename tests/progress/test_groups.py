"""Tables of groups: what the register says in numbers, and no small cell on any page of a county."""

import datetime

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django.utils.translation import gettext as _

from progress.models import GroupMonth
from progress.office.doors import place_for
from progress.office.group_tables import Groups, tables_of
from progress.services.counting_groups import count_groups
from tests.staff import at_desk
from tests.trainees.conftest import FENGSHAN, HAOHUAHONG
from trainees.models import Person, Trainee, User
from trainees.models.register import Category, CategoryMembership, RegisterEntry
from villages.models import Division

NONGYUAN = "522731102201"
NEXT_MONTH = (timezone.localdate().replace(day=1) + datetime.timedelta(days=32)).replace(day=1)
LONG_AGO = timezone.make_aware(datetime.datetime(2026, 1, 5))


def lives(village: Division, many: int, since: datetime.datetime = LONG_AGO, **entry: str) -> list[Person]:
    people = []
    for _number in range(many):
        trainee = Trainee.objects.create(village=village, joined_at=since)
        people.append(Person.objects.create(trainee=trainee, name="杨"))
        RegisterEntry.objects.create(person=people[-1], **entry)
    return people


def shown(user: User, code: str, title: str = "Gender", day: datetime.date | None = None) -> Groups:
    """After the counting of that month, or of this one."""
    count_groups(day=day)
    return next(table for table in tables_of(place_for(user, code)) if table.title == _(title))


def cells(table: Groups) -> list[tuple]:
    return [(line.people, line.cells) for line in (*table.lines, table.total)]


@pytest.fixture
def county(places) -> dict[str, Division]:
    """Eleven people in one village, twenty in the next, twenty-two in another township."""
    lives(places[NONGYUAN], 9, gender="f")
    lives(places[NONGYUAN], 2, gender="m")
    lives(places[HAOHUAHONG], 12, gender="f")
    lives(places[HAOHUAHONG], 8, gender="m")
    lives(places[FENGSHAN], 10, gender="f")
    lives(places[FENGSHAN], 12, gender="m")
    return places


@pytest.mark.parametrize("language", ["zh-hans", "en"])
@pytest.mark.parametrize("code", ["522731", "522731102", NONGYUAN])
def test_every_level_has_a_page_in_every_language(chen, county, code, language):
    reply = at_desk(chen, language).get(f"/office/{code}/groups/")
    assert (reply.status_code, "no-store" in reply["Cache-Control"]) == (200, True)


@pytest.mark.parametrize("code", ["522730", "5227", "52", "x", "522731999"])
def test_what_is_not_hers_or_above_a_county_is_not_there(chen, county, code):
    assert at_desk(chen).get(f"/office/{code}/groups/").status_code == 404


def test_numbers_are_those_of_the_register(chen, county):
    assert cells(shown(chen, "522731")) == [(22, (10, 12, 0)), (31, (21, 10, 0)), (53, (31, 22, 0))]


def test_a_small_village_hides_a_second_one_and_its_own_page(chen, county):
    assert cells(shown(chen, "522731102")) == [(11, None), (20, None), (31, (21, 10, 0))]
    assert cells(shown(chen, NONGYUAN)) == [(11, None)]
    assert cells(shown(chen, HAOHUAHONG)) == [(20, None)]


def test_what_is_hidden_in_the_county_is_hidden_in_its_townships(chen, county):
    lives(county[FENGSHAN], 6, schooling="primary")
    lives(county[HAOHUAHONG], 3, schooling="primary")
    table = shown(chen, "522731", "Schooling")
    assert [line.cells for line in table.lines] == [None, None]
    assert [line.cells for line in shown(chen, "522731102", "Schooling").lines] == [None, None]
    assert shown(chen, "522731102", "Schooling").total.cells is None


def test_a_rare_group_of_the_county_has_no_column_of_its_own(chen, county):
    lives(county[FENGSHAN], 7, ethnicity="布依族")
    lives(county[FENGSHAN], 2, ethnicity="水族")
    assert shown(chen, "522731", "Ethnicity").columns == ("布依族", _("others, or not known"))


def test_who_came_this_month_is_counted_next_month(chen, county):
    lives(county[FENGSHAN], 9, since=timezone.now(), gender="f")
    assert shown(chen, "522731").total.people == 53


def test_a_category_counts_those_in_it_on_that_day(chen, county):
    given = {"name_zh": "返乡青年", "name_en": "returned", "is_sensitive": True}
    category = Category.objects.create(key="returned-youth", in_use=True, **given)
    today = timezone.localdate().replace(day=1)
    for number, person in enumerate(Person.objects.filter(trainee__village=county[FENGSHAN]).order_by("pk")[:9]):
        ended = today - datetime.timedelta(days=1) if number < 2 else None
        begun = datetime.date(2026, 1, 1)
        CategoryMembership.objects.create(category=category, person=person, valid_from=begun, valid_to=ended)
    assert shown(chen, "522731", "返乡青年").total.cells == (7, 46)
    Category.objects.filter(pk=category.pk).update(in_use=False)
    assert "返乡青年" not in [table.title for table in tables_of(place_for(chen, "522731"))]


def test_categories_that_divide_the_people_give_no_hidden_row_back(chen, county):
    Person.objects.all().delete()
    keys, day = ("ordinary", "poverty-lifted", "monitored"), datetime.date(2026, 1, 1)
    Category.objects.filter(key__in=keys).update(in_use=True)
    for code, many in {NONGYUAN: (14, 9, 2), HAOHUAHONG: (16, 9, 8), FENGSHAN: (20, 10, 9)}.items():
        for key, number in zip(keys, many, strict=True):
            of = Category.objects.get(key=key)
            for person in lives(county[code], number):
                CategoryMembership.objects.create(category=of, person=person, valid_from=day)
    count_groups()
    tables = [table for table in tables_of(place_for(chen, "522731102")) if _("all others") in table.columns]
    assert len(tables) == len(keys)
    assert [[line.cells for line in table.lines] for table in tables] == [[None, None]] * len(keys)


def test_more_people_cost_no_more_queries(chen, county):
    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            at_desk(chen).get("/office/522731/groups/")
        return len(queries)

    count_groups()
    few = asked()
    lives(county[NONGYUAN], 30, gender="f", ethnicity="苗族")
    count_groups(day=NEXT_MONTH)
    assert asked() == few


def test_without_a_month_the_page_says_that_nothing_was_counted(chen, county):
    assert "Not counted yet" in at_desk(chen, "en").get("/office/522731/groups/").content.decode()


def test_page_says_of_which_day_its_figures_are(chen, county):
    count_groups()
    page = at_desk(chen, "en").get("/office/522731/groups/").content.decode()
    today = timezone.localdate()
    assert f"were there on {today.replace(day=1)}; counted on {today}" in page


def test_one_correction_shows_neither_this_month_nor_next(chen, county):
    before = cells(shown(chen, "522731"))
    RegisterEntry.objects.filter(person__in=Person.objects.filter(trainee__village=county[FENGSHAN])[:1]).update(
        gender="m"
    )
    assert cells(shown(chen, "522731")) == before
    assert cells(shown(chen, "522731", day=NEXT_MONTH)) == before
    assert GroupMonth.objects.filter(subject="gender").count() == 2


def test_many_who_came_show_next_month_beside_the_month_of_the_others(chen, county):
    this_month = shown(chen, "522731").total.month
    lives(county[FENGSHAN], 6, gender="f")
    lives(county[FENGSHAN], 7, gender="m")
    table = shown(chen, "522731", day=NEXT_MONTH)
    assert cells(table) == [(35, (16, 19, 0)), (31, (21, 10, 0)), (66, (37, 29, 0))]
    assert [line.month for line in (*table.lines, table.total)] == [NEXT_MONTH, this_month, NEXT_MONTH]


def test_counting_twice_in_a_month_keeps_the_first_one(county, capsys):
    for many in (1, 0):
        call_command("count_groups")
        assert str(many) in capsys.readouterr().out


def test_village_that_became_part_of_another_is_told_with_it(chen, county):
    lives(county[NONGYUAN], 5, gender="m")
    assert shown(chen, HAOHUAHONG).total.cells == (12, 8, 0)
    Division.objects.filter(code=NONGYUAN).update(successor=county[HAOHUAHONG])
    assert shown(chen, HAOHUAHONG).total.cells == (21, 15, 0)
