"""Cards are printed by whoever may, for those whom she may see; and a card and its sheet come into force together."""

import datetime
import io
import re

import pypdfium2
import pytest
import zxingcpp
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

import trainees.tasks  # noqa: F401 - registers the jobs
from foundation.audit import Action, AuditEntry
from foundation.jobs import Job, run_job
from progress.services.retention import keep_no_longer
from tests.house.test_addresses import signed_in
from tests.staff import made_trainer
from tests.trainees.conftest import HAOHUAHONG, PIN, holding, page
from trainees import pins
from trainees.models import CardSheet, Person, Post, Trainee, User, VillageCard, WeChatLink
from trainees.sealed_sheets import opened
from trainees.services import cards, join
from trainees.services.erasing import erase_person
from trainees.services.wechat import link_wechat

ROOM = f"/cms/cards/{HAOHUAHONG}/?in=en"


def asked(user: User, **form: str | list[str]):
    return signed_in(user).post(ROOM, form, follow=True)


def the_sheet() -> CardSheet:
    return CardSheet.objects.latest("asked_at")


def codes_of(content: bytes) -> list[str]:
    with pypdfium2.PdfDocument(content) as document:
        drawn = [each.render(scale=200 / 72).to_pil() for each in document]
    return [code.text for picture in drawn for code in zxingcpp.read_barcodes(picture)]


def words_of(content: bytes) -> str:
    with pypdfium2.PdfDocument(content) as document:
        return "\n".join(each.get_textpage().get_text_bounded() for each in document)


def test_nobody_else_prints_and_no_other_place_is_there(wei, places, yang, chen, deng):
    keeper_less = holding("trainer-of-longli", places["522730"], role="trainer")
    for stranger in (made_trainer(keeper_less), deng, chen, yang.user):
        answer = signed_in(stranger).post(f"/cms/cards/{HAOHUAHONG}/", {"everybody": "1"})
        assert answer.status_code in (302, 404)
    assert signed_in(wei).get("/cms/cards/522730101201/").status_code == 404
    assert not CardSheet.objects.exists()


def test_nobody_ticked_is_told(wei, yang):
    assert "Please tick who gets a card." in page(asked(wei))
    assert "Please tick who gets a card." in page(asked(wei, trainee=["0", "x", "9" * 30]))


def test_whole_village_is_asked_for_once_more_and_ticks_stay(wei, yang, wu):
    assert "Cards to make: 2. New PINs: 0." in page(asked(wei, everybody="1"))
    assert not CardSheet.objects.exists()
    hers = {"trainee": [str(yang.trainee_id)]}
    asked(wei, **hers)
    again = page(asked(wei, **hers))
    assert "Everybody whom you chose has a card." in again
    assert re.search(rf'value="{yang.trainee_id}"[^>]* checked', again)


def test_somebody_of_another_village_is_not_printed(wei, yang, places):
    away = join(name="韦", sign="fish", age="18+", village=places["522731102201"], pin=PIN)
    assert "Please tick" in page(asked(wei, trainee=[str(away.trainee_id)]))


def test_printed_code_with_her_pin_signs_her_in(wei, yang):
    answer = asked(wei, trainee=[str(yang.trainee_id)])
    assert "1 card is ready." in page(answer)
    content = signed_in(wei).get(f"/cms/cards/sheets/{the_sheet().key}/cards.pdf").content
    [address] = codes_of(content)
    assert re.fullmatch(r"http://testserver/c/[\w-]{27}/", address)
    client = Client()
    client.get(address.removeprefix("http://testserver"), follow=True)
    assert client.post("/learn/card/", {"pin": PIN})["Location"] == "/learn/"


def test_whoever_has_a_pin_keeps_it_and_whoever_has_none_reads_hers_under_the_flap(wei, yang, places):
    trainee = Trainee.objects.create(village=places[HAOHUAHONG])
    registered = Person.objects.create(trainee=trainee, name="韦大妈")
    asked(wei, everybody="1", sure="1")
    sheet = the_sheet()
    assert (sheet.cards_made, sheet.pins_made) == (2, 1)
    [printed] = re.findall(r"\d{3} \d{3}\b", words_of(opened(sheet.sealed)))
    registered.refresh_from_db()
    yang.refresh_from_db()
    assert pins.matches(printed.replace(" ", ""), registered.pin)
    assert registered.user.is_active
    assert pins.matches(PIN, yang.pin)


def test_new_pins_end_the_old_ones_and_their_sessions(wei, yang):
    learner = Client()
    learner.force_login(yang.user)
    asked(wei, trainee=[str(yang.trainee_id)], new_pins="on")
    yang.refresh_from_db()
    assert not pins.matches(PIN, yang.pin)
    assert learner.get("/learn/take-along/").status_code == 302


def test_new_pin_on_a_card_lets_a_linked_wechat_go(wei, yang):
    link_wechat(person=yang, digest="0" * 64)
    asked(wei, trainee=[str(yang.trainee_id)], new_pins="on")
    assert not WeChatLink.objects.exists()


def test_the_whole_village_again_leaves_cards_alone_unless_new_ones_are_wanted(wei, yang, wu):
    asked(wei, trainee=[str(yang.trainee_id)])
    first = VillageCard.objects.get()
    asked(wei, everybody="1", sure="1")
    first.refresh_from_db()
    assert first.revoked_at is None
    assert "has a card. Tick" in page(asked(wei, everybody="1", sure="1"))
    asked(wei, everybody="1", sure="1", new_cards="on")
    first.refresh_from_db()
    assert first.revoked_at
    assert VillageCard.objects.filter(revoked_at=None).count() == 2


def test_lost_card_is_ended_without_a_new_one(wei, yang):
    asked(wei, everybody="1", sure="1")
    assert "opens nothing any more" in page(asked(wei, lost=str(yang.trainee_id)))
    assert not VillageCard.objects.filter(revoked_at=None).exists()
    assert asked(wei, lost="9" * 30).status_code == 404


def test_sheet_is_for_the_one_who_asked_and_ends_with_the_post_and_the_day(wei, yang, places):
    asked(wei, everybody="1", sure="1")
    address = f"/cms/cards/sheets/{the_sheet().key}/cards.pdf"
    other = made_trainer(holding("other", places["522731"], role="trainer"))
    assert signed_in(other).get(address).status_code == 404
    answer = signed_in(wei).get(address)
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/pdf")
    assert "no-store" in answer["Cache-Control"]
    Post.objects.filter(user=wei).update(valid_to=timezone.localdate() - datetime.timedelta(days=1))
    assert signed_in(wei).get(address).status_code == 404
    Post.objects.filter(user=wei).update(valid_to=None)
    CardSheet.objects.update(asked_at=timezone.now() - datetime.timedelta(hours=25))
    assert signed_in(wei).get(address).status_code == 404


def test_post_that_ends_while_the_job_waits_prints_nothing(wei, yang, places):
    sheet = ordered_by(wei, places, [yang], waiting=True)
    Post.objects.filter(user=wei).update(valid_to=timezone.localdate() - datetime.timedelta(days=1))
    run_job(Job.objects.get(name=cards.PRINT_JOB).pk)
    sheet.refresh_from_db()
    assert (sheet.refused, bytes(sheet.sealed)) == (cards.NOT_HERS, b"")
    assert not VillageCard.objects.exists()


def test_a_job_done_twice_makes_one_card_for_each(wei, yang, wu, places):
    sheet = ordered_by(wei, places, [yang, wu], waiting=True)
    run_job(Job.objects.get(name=cards.PRINT_JOB).pk)
    assert cards.print_sheet(sheet=sheet.pk) is None
    assert VillageCard.objects.count() == 2


def test_pin_chosen_while_the_card_was_drawn_stays_hers(wei, yang, places):
    """Drawn with a new PIN for somebody who had none, who meanwhile chose one."""
    Person.objects.filter(pk=yang.pk).update(pin="")
    issue = cards.print_sheet(sheet=ordered_by(wei, places, [yang]).pk)
    chosen = pins.hashed(PIN)
    Person.objects.filter(pk=yang.pk).update(pin=chosen)
    with pytest.raises(cards.JobRefused):
        issue()
    yang.refresh_from_db()
    assert yang.pin == chosen
    assert not VillageCard.objects.exists()


def test_sheet_lies_sealed_and_is_forgotten_after_a_day_while_the_card_stays_good(wei, yang):
    asked(wei, everybody="1", sure="1")
    sheet = the_sheet()
    assert not bytes(sheet.sealed).startswith(b"%PDF")
    assert keep_no_longer()["old.card-sheets"] == 0
    assert keep_no_longer(now=timezone.now() + datetime.timedelta(days=1, seconds=1))["old.card-sheets"] == 1
    assert not CardSheet.objects.exists()
    assert VillageCard.objects.get().revoked_at is None


def test_sheet_under_another_secret_is_told_in_a_sentence(wei, yang, settings):
    asked(wei, everybody="1", sure="1")
    settings.PIN_SECRET = "another secret, since the old one was known"
    room = f"/cms/cards/sheets/{the_sheet().key}/"
    answer = signed_in(wei).get(f"{room}cards.pdf", follow=True)
    assert the_sheet().refused == cards.UNREADABLE
    assert '<p role="alert">' in page(answer)
    assert not AuditEntry.objects.filter(action=Action.EXPORTED).exists()


def test_sheet_and_card_that_went_meanwhile_stay_away(wei, yang):
    asked(wei, everybody="1", sure="1")
    sheet, card = the_sheet(), VillageCard.objects.get()
    CardSheet.objects.filter(pk=sheet.pk).delete()
    erase_person(trainee=yang.trainee, at=timezone.now())
    assert cards.fetch_sheet(sheet=sheet, by=wei).startswith(b"%PDF")
    cards.note_card_use(card=card)
    assert not VillageCard.objects.exists()


def test_a_sheet_with_her_name_goes_when_she_is_erased(wei, yang, wu):
    asked(wei, everybody="1", sure="1")
    erase_person(trainee=yang.trainee, at=timezone.now())
    assert not CardSheet.objects.exists()
    assert VillageCard.objects.get().person == wu


def test_printing_and_saving_are_written_down(wei, yang):
    asked(wei, everybody="1", sure="1")
    signed_in(wei).get(f"/cms/cards/sheets/{the_sheet().key}/cards.pdf")
    said = AuditEntry.objects.filter(by=wei).exclude(action=Action.SAW).order_by("number")
    told = [(each.action, each.what, each.area, each.people, each.named.strip()) for each in said]
    assert told == [
        ("printed", "village-cards", HAOHUAHONG, 1, yang.trainee.number),
        ("exported", "card-sheet", HAOHUAHONG, 1, ""),
    ]


def test_list_is_masked_and_asks_no_more_for_many(wei, yang, places):
    client = signed_in(wei)
    assert "杨小花" not in page(client.get(ROOM))
    with CaptureQueriesContext(connection) as few:
        client.get(ROOM)
    for number in range(30):
        join(name=f"吴{number}", sign="fish", age="18+", village=places[HAOHUAHONG], pin=PIN)
    client.get(ROOM)
    with CaptureQueriesContext(connection) as many:
        client.get(ROOM)
    assert len(many) == len(few)


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_posters_of_a_township_are_one_file(wei, posters, language):
    client = signed_in(wei)
    assert client.get("/cms/cards/", headers={"accept-language": language}).status_code == 200
    content = client.get("/cms/cards/522731102/posters.pdf").content
    assert len(pypdfium2.PdfDocument(io.BytesIO(content))) == 2
    assert client.get("/cms/cards/522730101/posters.pdf").status_code == 404


def ordered_by(user: User, places, people: list[Person], *, waiting: bool = False) -> CardSheet:
    """As a form orders it; `waiting` as if there were many, so that a worker makes it."""
    before, cards.MOST_AT_ONCE = cards.MOST_AT_ONCE, 0 if waiting else cards.MOST_AT_ONCE
    try:
        return cards.ask_for_cards(
            people=people, asked_by=user, place=places[HAOHUAHONG], site="http://testserver", new_cards=False
        )
    finally:
        cards.MOST_AT_ONCE = before


def test_a_village_of_that_name_stands_before_others_of_its_township(wei, places):
    found = signed_in(wei).get("/cms/cards/?q=好花红").context["villages"]
    assert [village.code for village, _people in found] == [HAOHUAHONG, "522731102201"]
