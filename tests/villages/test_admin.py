"""Places in the authors' admin."""

import datetime
import re

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from villages.admin import NeitherAddedNorDeleted
from villages.models import Division
from villages.selectors import division_by_code

INDEX = "wagtailsnippets_villages_division:list"
EDIT = "wagtailsnippets_villages_division:edit"
FORM = {"short_name": "好花红村", "aliases": "", "valid_to": "", "successor_code": ""}
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("huishui")]


@pytest.fixture
def office(client, settings):
    """Signed in as an administrator, past the second factor, which has its own tests."""
    settings.MIDDLEWARE = [name for name in settings.MIDDLEWARE if "SecondFactor" not in name]
    client.force_login(get_user_model().objects.create_superuser("wei", password="x"))
    return client


def _edit(office, **changes):
    address = reverse(EDIT, args=[division_by_code("522731102213").pk])
    response = office.post(address, FORM | changes)
    return response, division_by_code("522731102213")


@pytest.mark.parametrize("text", ["522731102213", "好花红村", "haohuahong", "hhhc", "辉岩", "huiyan"])
def test_a_place_is_found_in_the_list(office, text):
    Division.objects.filter(code="522731102213").update(aliases="辉岩", pinyin="haohuahongcun hhhc huiyan hy")
    response = office.get(reverse(INDEX), {"q": text})
    assert "好花红镇 好花红村" in response.content.decode()
    assert response.context["object_list"].count() < 5


def test_the_list_asks_the_database_no_more_for_more_places(office):
    counts = []
    for text in ("好花红村", "村"):
        office.get(reverse(INDEX), {"q": text})
        with CaptureQueriesContext(
            connection,
        ) as queries:
            response = office.get(reverse(INDEX), {"q": text})
        counts.append((len(response.context["object_list"]), len(queries)))
    (few, asked_for_few), (many, asked_for_many) = counts
    assert few < 5 < many
    assert asked_for_few == asked_for_many


def test_the_list_is_headed_in_chinese(office):
    page = office.get(reverse(INDEX), headers={"accept-language": "zh-hans"}).content.decode()
    assert [words in page for words in ("地名", "别名、旧名", "市、州", "换一种字")] == [True, True, True, False]


def test_other_names_are_kept_and_found_by_their_sound(office):
    response, village = _edit(office, aliases="辉岩, 弄苑", short_name="好花红")
    assert response.status_code == 302
    assert (village.aliases, village.short_name) == ("辉岩、弄苑", "好花红")
    assert village.pinyin == "haohuahongcun hhhc huiyan hy nongyuan ny"


def test_a_renamed_village_is_found_by_both_names(office):
    response, village = _edit(office, new_name="花红新社区居民委员会", aliases="辉岩")
    assert response.status_code == 302
    assert (village.name, village.short_name, village.kind) == ("花红新社区居民委员会", "花红新", "residents")
    assert village.aliases == "辉岩、好花红村"
    assert {name in village.pinyin for name in ("huahongxin", "haohuahongcun", "huiyan")} == {True}


def test_a_merged_village_gets_its_last_day_and_its_successor(office):
    response, village = _edit(office, valid_to="2024-12-31", successor_code="522731102200")
    assert response.status_code == 302
    assert (village.valid_to, village.successor.code) == (datetime.date(2024, 12, 31), "522731102200")
    shown = office.get(reverse(EDIT, args=[village.pk]))
    assert 'value="522731102200"' in shown.content.decode()


@pytest.mark.parametrize(
    "changes",
    [
        {"successor_code": "522731102200"},
        {"valid_to": "2024-12-31", "successor_code": "522731199200"},
        {"valid_to": "2024-12-31", "successor_code": "522731102213"},
        {"valid_to": "2024-12-31", "successor_code": "522731102"},
        {"valid_to": "2024-12-31", "successor_code": "<script>"},
        {"valid_to": "2000-01-01"},
        {"short_name": ""},
        {"aliases": "名" * 301},
    ],
)
def test_what_cannot_be_is_refused_and_changes_nothing(office, changes):
    Division.objects.filter(code="522731102213").update(valid_from=datetime.date(2014, 4, 1))
    before = Division.objects.filter(code="522731102213").values().get()
    response, village = _edit(office, **changes)
    assert response.status_code == 200
    assert Division.objects.filter(pk=village.pk).values().get() == before


def test_a_successor_that_leads_back_is_refused(office):
    village = division_by_code("522731102213")
    Division.objects.filter(code="522731102200").update(successor=village, valid_to=datetime.date(2020, 1, 1))
    response, village = _edit(office, valid_to="2024-12-31", successor_code="522731102200")
    assert (response.status_code, village.successor) == (200, None)


def test_code_and_name_cannot_be_changed_by_hand(office):
    _response, village = _edit(office, code="1", name="x", level="1", parent="", generation="99")
    assert (village.name, village.parent.code) == ("好花红村村民委员会", "522731102")


@pytest.mark.parametrize("address", ["add", "delete"])
def test_not_even_an_administrator_adds_or_deletes_a_place(office, address):
    arguments = [division_by_code("522731102213").pk] if address == "delete" else []
    before = Division.objects.count()
    response = office.post(reverse(f"wagtailsnippets_villages_division:{address}", args=arguments), FORM)
    assert response.status_code in (302, 403, 404)
    assert Division.objects.count() == before


def test_a_place_is_not_deleted_with_many_at_once(office):
    address = reverse("wagtail_bulk_action", args=["villages", "division", "delete"])
    office.post(f"{address}?id={division_by_code('522731102213').pk}", {})
    assert division_by_code("522731102213")


def test_whoever_may_only_look_cannot_change(client, settings):
    settings.MIDDLEWARE = [name for name in settings.MIDDLEWARE if "SecondFactor" not in name]
    user = get_user_model().objects.create_user("chen", password="x")
    user.user_permissions.add(*Permission.objects.filter(codename__in=["access_admin", "view_division"]))
    client.force_login(user)
    response, village = _edit(client, aliases="辉岩")
    assert response.status_code == 404
    assert village.aliases == ""


def test_the_rights_to_add_and_delete_are_nobody_s(django_user_model):
    administrator = django_user_model.objects.create_superuser("wei", password="x")
    policy = NeitherAddedNorDeleted(Division)
    rights = [policy.user_has_permission(administrator, action) for action in ("add", "delete", "change", "view")]
    assert rights == [False, False, True, True]


def test_a_day_that_is_not_known_is_a_dash_and_no_python_word(office):
    page = office.get(reverse(EDIT, args=[division_by_code("522731102213").pk])).content.decode()
    assert "None" not in re.sub(r"<script.*?</script>|<[^>]*>", "", page, flags=re.DOTALL)
