"""Her phones, seen and let go from another one: lost, stolen, given away."""

import pytest
from django.test import Client

from tests.trainees.conftest import PIN, signed_in_user
from trainees.models import Person, RememberedPerson

PHONES = "/learn/phones/?in=en"


@pytest.fixture
def stolen(yang) -> Client:
    return phone_of(yang)


def phone_of(person: Person) -> Client:
    """A phone that knows her and where she is signed in."""
    client = Client()
    client.force_login(person.user)
    code = client.post("/learn/take-along/?in=en").context["code"]
    fresh = Client()
    fresh.post("/learn/enter/", {"code": code})
    assert fresh.post("/learn/enter/", {"pin": PIN}).status_code == 302
    return fresh


def still_in(client: Client) -> bool:
    return client.get("/learn/phones/").status_code == 200


def test_a_stolen_phone_forgets_her_and_is_signed_out_and_this_one_goes_on(yang, stolen):
    here = phone_of(yang)
    [other] = here.get(PHONES).context["others"]
    answer = here.post(PHONES, {"phone": other.pk}, follow=True)
    assert "On other phones you are signed out" in answer.text
    assert not still_in(stolen)
    assert stolen.get("/learn/who/").context["people"] == []
    assert still_in(here)
    assert here.get(PHONES).context["this_one"]


def test_all_others_go_at_once(yang, stolen):
    second, here = phone_of(yang), phone_of(yang)
    assert len(here.get(PHONES).context["others"]) == 2
    here.post(PHONES, {"phone": "all"})
    assert [still_in(phone) for phone in (stolen, second, here)] == [False, False, True]
    assert RememberedPerson.objects.filter(person=yang).count() == 1


def test_where_no_other_phone_knows_her_all_are_let_go_only_when_she_says_why(yang):
    """A phone of somebody else, on which she forgot to sign out, knows her nowhere: the way stays, folded."""
    page = phone_of(yang).get(PHONES).text
    assert "No other phone knows you." in page
    folded = page.index("<details"), page.index("a phone that is not mine"), page.index('value="all"')
    assert sorted([*folded, page.index("</details")]) == [*folded, page.index("</details")]


def test_a_thief_with_the_cookie_of_a_phone_that_forgot_her_gets_nowhere(yang, stolen):
    [row] = RememberedPerson.objects.filter(person=yang)
    here = phone_of(yang)
    here.post(PHONES, {"phone": row.pk})
    assert stolen.post(f"/learn/who/{row.pk}/", {"pin": PIN}).status_code == 404
    assert signed_in_user(stolen) is None or not still_in(stolen)


@pytest.mark.parametrize("asked", ["0", "-1", "x", "9" * 30, "１", ""])
def test_a_phone_that_is_not_hers_is_not_there(yang, stolen, asked):
    assert phone_of(yang).post(PHONES, {"phone": asked}).status_code == 404
    assert still_in(stolen)


def test_nobody_lets_go_the_phone_of_another_or_this_very_one_here(yang, wu, stolen):
    other = RememberedPerson.objects.create(person=wu, phone_digest="x" * 64)
    here = phone_of(yang)
    mine = here.get(PHONES).context["this_one"]
    assert here.post(PHONES, {"phone": other.pk}).status_code == 404
    assert here.post(PHONES, {"phone": mine.pk}).status_code == 404
    assert RememberedPerson.objects.filter(pk__in=[other.pk, mine.pk]).count() == 2


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_the_page_is_there_in_each_language_and_its_queries_do_not_grow(
    yang, stolen, language, django_assert_max_num_queries
):
    here = phone_of(yang)
    for number in range(12):
        RememberedPerson.objects.create(person=yang, phone_digest=f"{number:064d}")
    with django_assert_max_num_queries(8):
        page = here.get(f"/learn/phones/?in={language}")
    assert {"zh-hans": "我的手机", "en": "My phones"}[language] in page.text
