"""Which place is meant by what people write."""

import pytest

from villages.meaning import NotMeant, place_meant
from villages.models import Division
from villages.selectors import division_by_code, villages_under

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("huishui")]

HAOHUAHONG = "522731102213"


def meant(text: str, under: str = "522731") -> str:
    return place_meant(text, villages_under(under)).code


def why_not(text: str) -> NotMeant:
    with pytest.raises(NotMeant) as why:
        meant(text)
    return why.value


@pytest.mark.parametrize(
    "text",
    [
        *("522731102213", "５２２７３１１０２２１３", "hao hua hong cun", "好花红村", " 好花红村\0 "),
        *("好花红镇 好花红村", "好花红镇\u3000好花红村", "好花红镇好花红村", "惠水县 好花红镇 好花红村"),
        *("惠水县好花红镇好花红村", "惠水县好花红镇 好花红村", "惠水县 好花红镇好花红村村民委员会", "惠水县好花红村"),
    ],
)
def test_a_village_is_meant_by_its_code_and_by_its_name_as_people_write_it(text):
    assert meant(text) == HAOHUAHONG


def test_who_is_called_so_goes_before_all_who_only_hold_it_in_their_names():
    for number in range(8):
        code = f"52273110290{number}"
        around = division_by_code("522731102")
        Division.objects.create(code=code, level=5, parent=around, name=f"{number}好花红村", short_name=f"{number}组")
    Division.objects.filter(code=HAOHUAHONG).update(code="522731102999")
    assert meant("好花红村") == "522731102999"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        *(("", "empty"), (" \0\u3000", "empty"), ("没有这个", "unknown"), ("好" * 9999, "unknown")),
        *(("村", "many"), ("522731102", "many"), ("涟江街道 好花红村", "unknown"), ("涟江街道好花红村", "unknown")),
    ],
)
def test_what_is_not_clear_is_no_place(text, reason):
    assert why_not(text).reason == reason


def test_words_for_kinds_of_places_inside_a_name_do_not_take_it_apart():
    Division.objects.filter(code=HAOHUAHONG).update(name="新镇村村民委员会", short_name="新镇村")
    assert [meant(text) for text in ("好花红镇新镇村", "惠水县好花红镇新镇村")] == [HAOHUAHONG] * 2
    Division.objects.filter(code="522731001001").update(name="县城社区居民委员会", short_name="县城")
    for text in ("涟江街道办事处县城社区", "涟江街道县城社区", "惠水县涟江街道办事处 县城"):
        assert meant(text) == "522731001001"


def test_of_two_that_are_called_so_both_are_named():
    Division.objects.filter(code="522731103200").update(name="好花红村村民委员会", short_name="好花红村")
    why = why_not("好花红村")
    assert (why.reason, [place.code for place in why.places]) == ("several", [HAOHUAHONG, "522731103200"])
    assert meant("好花红镇 好花红村") == HAOHUAHONG


def test_no_place_is_meant_beyond_those_asked_among():
    with pytest.raises(NotMeant):
        meant("好花红村", under="522731103")
