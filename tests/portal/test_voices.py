"""Which voice she wants and whether sounds may be heard is asked beside letters and hand, and kept on the phone."""

import pytest

from media.services import find_or_make_track, keep_recording
from tests.tones import FOLDER

PAGE = "/zh-hans/display/"

pytestmark = pytest.mark.django_db


@pytest.fixture
def bouyei():
    track = find_or_make_track(language="pcc", variety="好花红")
    content = (FOLDER / "high.mp3").read_bytes()
    keep_recording(track=track, subject="phrase:voice", words="", content=content)
    return track


def kept(client, **chosen: str) -> str | None:
    response = client.post(PAGE, chosen)
    return client.cookies["display"].value if response.status_code == 302 else None


def test_while_nothing_is_recorded_no_voice_is_offered(client):
    find_or_make_track(language="pcc", variety="好花红")
    page = client.get(PAGE).text
    assert 'name="voice"' not in page
    assert "布依语" not in page


def test_voice_is_offered_with_what_it_is_chosen_by(client, bouyei):
    page = client.get(PAGE).text
    assert f'data-say="phrase:voice" data-track="{bouyei.pk}">布依语 · 好花红' in page
    assert 'data-track="phone">手机自己的声音' in page
    assert '"phrase:voice": {' in page


def test_first_screen_offers_a_voice_by_ear_as_soon_as_it_speaks(client, bouyei):
    """Who reads no Chinese finds no page called letters and hand."""
    page = client.get("/").text
    link = f'href="{PAGE}?next=/&amp;voice=voice-{bouyei.pk}#voices"'
    assert (
        f'{link}><span class="choice__words" data-say="phrase:voice" data-track="{bouyei.pk}">布依语 · 好花红' in page
    )
    assert '"phrase:voice": {' in page
    assert f'value="voice-{bouyei.pk}" checked' in client.get(f"{PAGE}?voice=voice-{bouyei.pk}").text


def test_first_screen_without_a_voice_asks_for_none(client):
    assert "想听哪种声音" not in client.get("/").text


@pytest.mark.parametrize("voice", ["", "voice-", "large", "voice-1.large"])
def test_address_with_a_voice_that_is_none_ticks_what_she_had(client, bouyei, voice):
    client.cookies["display"] = f"voice-{bouyei.pk}"
    assert f'value="voice-{bouyei.pk}" checked' in client.get(PAGE, {"voice": voice}).text


def test_choice_is_kept_beside_the_others(client, bouyei):
    voice = f"voice-{bouyei.pk}"
    assert kept(client, size="large", hand="left-hand", voice=voice, sounds="sounds-off") == (
        f"large.left-hand.{voice}.sounds-off"
    )
    page = client.get(PAGE).text
    assert f'value="{voice}" checked' in page
    assert 'value="sounds-off" checked' in page


def test_choosing_nothing_keeps_nothing(client, bouyei):
    assert kept(client, voice="", sounds="") == ""


@pytest.mark.parametrize("voice", ["voice-", "voice-x", "voice-1.large", "voice-1 on", "voice-" + "9" * 10, "<script>"])
def test_voice_that_is_none_is_not_kept(client, bouyei, voice):
    assert kept(client, voice=voice) is None


@pytest.mark.parametrize("cookie", ["", "...", "voice-", "voice-x.sounds-of", "<script>", "a" * 3000])
def test_any_cookie_shows_the_page_as_if_nothing_was_chosen(client, bouyei, cookie):
    client.cookies["display"] = cookie
    page = client.get(PAGE)
    assert page.status_code == 200
    assert 'name="voice" value="" checked' in page.text
    assert "<script>alert" not in page.text


def test_number_of_voices_costs_no_more_queries(client, bouyei, django_assert_max_num_queries):
    content = (FOLDER / "low.mp3").read_bytes()
    for place in ("王佑", "摆金", "断杉", "雅水"):
        track = find_or_make_track(language="hmc", variety=place)
        keep_recording(track=track, subject="phrase:voice", words="", content=content)
    with django_assert_max_num_queries(3):
        assert client.get(PAGE).text.count('name="voice"') == 7
