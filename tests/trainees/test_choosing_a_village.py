"""Which village: by the poster, by what people call it, or from the list."""

import datetime

import pytest

from tests.trainees.conftest import FENGSHAN, HAOHUAHONG, page
from trainees.models import VillageCode
from trainees.selectors import code_of_village, find_open_villages, open_village, village_of_code
from trainees.services import ensure_village_codes, replace_village_code
from villages.models import Division
from villages.names import pinyin_words
from villages.selectors import villages_under

pytestmark = pytest.mark.usefixtures("posters")


@pytest.fixture
def spelled(posters):
    for village in Division.objects.filter(level=5):
        village.aliases = "老寨" if village.code == HAOHUAHONG else ""
        village.pinyin = pinyin_words(village.name, village.aliases)
        village.save()


def test_the_poster_leads_to_the_sign_up_with_its_village_and_signs_nobody_in(client, posters):
    code = code_of_village(posters[FENGSHAN])
    response = client.get(f"/v/{code}/", follow=True)
    assert response.redirect_chain == [(f"/learn/join/?village={FENGSHAN}", 302)]
    assert '<span class="found__name">凤山</span>涟江街道' in page(response)
    assert "_auth_user_id" not in client.session


def test_a_code_that_no_poster_has_is_told(client):
    assert "没有这个村码" in page(client.get("/v/000000/?in=zh-hans", follow=True))


def test_the_code_is_understood_as_people_type_it(client, posters):
    code = code_of_village(posters[FENGSHAN])
    wide = code.translate({ord(str(digit)): chr(0xFF10 + digit) for digit in range(10)})
    for typed in (code, f"{code[:3]} {code[3:]}", f"{code[:3]}-{code[3:]}", wide):
        assert "凤山" in page(client.get("/learn/join/", {"code": typed}))


@pytest.mark.parametrize("typed", ["凤山", "fengshan", "fs", "feng shan", "FS"])
def test_a_village_is_found_by_name_pinyin_and_initials(client, spelled, typed):
    found = page(client.get("/learn/join/", {"q": typed}))
    assert '<span class="place__name">凤山</span><span class="place__around">涟江街道</span>' in found
    assert "居民委员会" not in found


def test_a_village_is_found_by_the_name_it_had_before(client, spelled):
    assert f"village={HAOHUAHONG}" in page(client.get("/learn/join/", {"q": "老寨"}))


@pytest.mark.parametrize("typed", ["好花红", " 好花红 ", "好花红村", "haohuahong"])
def test_the_village_of_a_name_stands_before_the_others_of_its_township(client, spelled, typed):
    codes = [village.code for village in find_open_villages(typed)]
    assert codes[0] == HAOHUAHONG
    assert ("522731102201" in codes) == (typed.strip() == "好花红")


def test_villages_of_a_county_without_posters_are_not_offered(client, spelled):
    assert "莲花" not in page(client.get("/learn/join/", {"q": "莲花"})).split("</form>")[-1]
    assert "龙里县" not in page(client.get("/learn/join/"))


def test_township_and_village_can_be_tapped_from_a_list(client):
    assert 'href="/learn/join/?place=522731102"' in page(client.get("/learn/join/"))
    villages = page(client.get("/learn/join/?place=522731102"))
    assert f'href="/learn/join/?village={HAOHUAHONG}"' in villages


@pytest.mark.parametrize("query", ["place=x", "place=52", "place=522730101", "q=%00", "q=" + "9" * 500, "code=%F0%9F"])
def test_nonsense_in_the_address_is_no_error(client, query):
    assert client.get(f"/learn/join/?{query}").status_code == 200


def test_the_poster_of_a_village_that_was_merged_leads_to_its_successor(places):
    code = code_of_village(places[HAOHUAHONG])
    yesterday = datetime.date.today() - datetime.timedelta(days=1)
    Division.objects.filter(code=HAOHUAHONG).update(successor=places[FENGSHAN], valid_to=yesterday)
    assert village_of_code(code) == places[FENGSHAN]


def test_each_village_gets_one_code_however_often_they_are_given():
    before = set(VillageCode.objects.values_list("code", flat=True))
    assert len(before) == 3
    assert ensure_village_codes(villages=villages_under("522731")) == 0
    assert set(VillageCode.objects.values_list("code", flat=True)) == before


def test_a_replaced_code_leads_nowhere(places):
    old = VillageCode.objects.get(village=places[FENGSHAN])
    new = replace_village_code(code=old)
    assert village_of_code(old.code) is None
    assert village_of_code(new.code) == places[FENGSHAN]


def test_a_link_opens_in_the_language_of_the_page_it_stands_on_and_so_does_the_next(client):
    assert 'lang="en"' in page(client.get("/learn/join/?in=en"))
    assert 'lang="en"' in page(client.get("/learn/who/"))
    assert 'lang="zh-Hans"' in page(client.get("/learn/who/?in=zh-hans"))


@pytest.mark.parametrize("code", ["xx", "", "pcc-x", "../", "%00"])
def test_a_link_in_no_language_of_ours_is_read_as_one_without(client, code):
    assert 'lang="zh-Hans"' in page(client.get(f"/learn/who/?in={code}"))


def test_what_a_view_does_not_find_is_not_looked_for_under_a_language(client):
    assert client.get("/learn/who/12345/").status_code == 404


@pytest.mark.parametrize("code", ["\x00", "1234567", "１２", "9" * 300, "'; --"])
def test_what_cannot_be_a_code_is_the_code_of_no_village(code):
    assert village_of_code(code) is None
    assert open_village(code) is None
