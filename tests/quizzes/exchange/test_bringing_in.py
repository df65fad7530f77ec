"""Questions come into the draft of a quiz only when somebody said so, and nobody else sees or changes it."""

import io
import json
import zipfile
from urllib.parse import quote

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Locale

from quizzes.bringing_in import TooMany, bring_in_questions, offered
from quizzes.exchange.drafts import RIGHT, Answer, Draft, Option
from quizzes.exchange.formats import FORMATS, read_questions
from quizzes.models import QuizEdition, QuizPage
from quizzes.wagtail_hooks import questions_in_listing
from quizzes.whole_quiz import MOST_IN_A_LESSON
from tests import builders
from tests.staff import at_desk, made_trainer
from trainees.models import User

TEXT = """1．橙子装箱前要先做什么？
A．晾干　B．封箱　C．喷水
答案：A
解析：湿果会发霉。
2．湿橙子可以马上装箱。（×）
3．这一题没有答案
A．一　B．二
4．说说您的店。（简答题）
"""


@pytest.fixture
def quiz(db) -> QuizPage:
    quiz = builders.a_quiz(builders.a_lesson(builders.a_module(builders.a_course())))
    quiz.save_revision().publish()
    return quiz


@pytest.fixture
def wei(quiz) -> User:
    return made_trainer(User.objects.create_user("wei"))


def address(quiz: QuizPage) -> str:
    return reverse("bring-in-questions", args=[quiz.pk])


def brought(client: Client, quiz: QuizPage, text: str = TEXT):
    return client.post(address(quiz), {"text": text})


def prompts(quiz: QuizPage) -> list[str]:
    draft = QuizPage.objects.get(pk=quiz.pk).get_latest_revision_as_object()
    return [question.value["prompt"] for question in draft.questions]


def test_report_says_of_each_question_what_became_of_it_and_keeps_nothing(quiz, wei):
    before = prompts(quiz)
    reply = brought(at_desk(wei), quiz)
    lines = [(line["line"], line["status"]) for line in reply.context["lines"]]
    assert lines == [(1, "taken"), (5, "taken"), (6, "refused"), (8, "refused")]
    assert "请写上为什么" in reply.content.decode()
    assert prompts(quiz) == before


def test_question_without_reasons_is_whole_and_is_better_with_them():
    first, second, *_ = offered(read_questions(TEXT.encode()))
    assert first.to_do == second.to_do == []
    assert [len(first.hints), len(second.hints)] == [1, 1]  # the wrong answers; why it is so


def test_half_right_answer_and_second_number_are_shown_as_the_quiz_holds_them():
    half = Draft(1, "single", prompt="先做什么？", options=[Option("晾干", RIGHT), Option("擦一擦", RIGHT / 2)])
    number = Draft(2, "numeric", prompt="赚几元？", answers=[Answer("7"), Answer("7", RIGHT * 6, RIGHT * 8, RIGHT / 2)])
    chosen, counted = (line.found for line in offered([half, number]))
    assert [option.weight for option in chosen.options] == [1, 0]
    assert [(answer.low, answer.high) for answer in counted.answers] == [(7, 7)]


def test_report_keeps_what_she_pasted_and_says_kinds_and_ranges(quiz, wei):
    desk, text = at_desk(wei, "en"), "1．一箱有多重？\n答案：1～2斤\n2．这一题没有答案\nA．一　B．二\n"
    reply = brought(desk, quiz, text)
    said = reply.content.decode()
    assert "1～2</li>" in said
    assert "这一题没有答案\nA．一　B．二\n</textarea>" in said
    assert f"· {reply.context['lines'][0]['kind_name']}" in said
    mended = {"offer": reply.context["offer"], "again": "1", "text": text + "答案：A\n"}
    assert [line["status"] for line in desk.post(address(quiz), mended).context["lines"]] == ["taken", "taken"]


def test_file_that_is_far_too_large_is_told_so(quiz, wei):
    reply = at_desk(wei).post(address(quiz), {"text": TEXT}, CONTENT_LENGTH=50 * 1024 * 1024)
    assert (reply.status_code, "10 MB" in reply.content.decode()) == (413, True)


def test_form_of_another_site_is_refused(quiz, wei):
    desk = at_desk(wei)
    desk.handler.enforce_csrf_checks = True
    assert brought(desk, quiz).status_code == 403


def test_word_document_is_told_to_be_pasted(quiz, wei):
    word = io.BytesIO()
    with zipfile.ZipFile(word, "w") as parts:
        parts.writestr("word/document.xml", "<w:document/>")
    word.seek(0)
    word.name = "paper.docx"
    reply = at_desk(wei).post(address(quiz), {"file": word})
    assert (reply.status_code, "粘贴" in reply.content.decode()) == (422, True)
    assert "另存为" not in reply.content.decode()


def test_what_was_ticked_goes_behind_the_draft_once_and_is_not_published(quiz, wei):
    desk, before = at_desk(wei), prompts(quiz)
    context = brought(desk, quiz).context
    taken = {"offer": context["offer"], "take": [context["lines"][1]["key"]]}
    for _ in range(2):
        assert desk.post(address(quiz), taken).status_code == 302
    assert prompts(quiz) == [*before, "湿橙子可以马上装箱。"]
    assert len(QuizPage.objects.get(pk=quiz.pk).questions) == len(before)
    assert QuizEdition.objects.count() == 1


def test_list_of_another_quiz_or_one_that_was_changed_is_refused(quiz, wei):
    desk, before = at_desk(wei), prompts(quiz)
    context = brought(desk, quiz).context
    keys = [line["key"] for line in context["lines"]]
    for offer in (context["offer"][:-3] + "abc", "", "no:offer"):
        assert desk.post(address(quiz), {"offer": offer, "take": keys}, follow=True).status_code == 200
    assert prompts(quiz) == before


@pytest.mark.parametrize("sent", [{}, {"text": "  "}, {"text": "橙子熟了。"}, {"text": TEXT, "format": "other"}])
def test_what_cannot_be_read_is_said_and_what_she_typed_is_kept(quiz, wei, sent):
    reply = at_desk(wei).post(address(quiz), sent)
    assert reply.status_code == 422
    assert sent.get("text", "").strip() in reply.content.decode()


def test_nobody_else_sees_the_page(quiz, wei):
    wei.groups.clear()
    for user in (wei, User.objects.create_user("deng", is_staff=True)):
        assert at_desk(user).get(address(quiz)).status_code == 302  # out of the editor altogether
    assert Client().get(address(quiz))["Location"].startswith("/accounts/login/")


def test_translation_and_what_is_no_quiz_have_no_such_page(quiz, wei):
    translation = quiz.copy_for_translation(Locale.objects.create(language_code="en"), copy_parents=True)
    desk = at_desk(wei)
    for page in (translation, quiz.get_parent()):
        assert desk.get(reverse("bring-in-questions", args=[page.pk])).status_code == 404


@pytest.mark.parametrize("format", FORMATS)
def test_what_was_taken_out_comes_in_again_without_a_change(quiz, wei, format):
    reply = at_desk(wei).get(reverse("export-questions", args=[quiz.pk, format]))
    found = [line.found for line in offered(read_questions(reply.content, format))]
    assert f"{'-aiken' if format == 'aiken' else ''}." in reply["Content-Disposition"]
    assert [each.prompt for each in found] == prompts(quiz)[: len(found)]
    assert [each.changes for each in found] == [[]] * len(found)


def test_chinese_address_is_a_name_for_the_file(quiz, wei):
    quiz.slug = "晾橙子"
    quiz.save()
    for format in ("gift", "xlsx"):
        reply = at_desk(wei).get(reverse("export-questions", args=[quiz.pk, format]))
        assert f"filename*=utf-8''{quote('晾橙子')}." in reply["Content-Disposition"]


def test_quiz_takes_no_more_than_it_has_room_for(quiz):
    before = prompts(quiz)
    many = [builders.a_question("truefalse", f"第{number}题") for number in range(MOST_IN_A_LESSON)]
    with pytest.raises(TooMany, match=str(MOST_IN_A_LESSON - len(before))):
        bring_in_questions(quiz=quiz, questions=many)
    assert prompts(quiz) == before


def test_editor_of_a_quiz_leads_to_the_page(quiz, wei):
    editor = at_desk(wei).get(reverse("wagtailadmin_pages:edit", args=[quiz.pk]))
    assert editor.content.decode().count(address(quiz)) == 2  # in the menu, and beside the questions


def test_new_quiz_says_how_a_paper_comes_in(quiz, wei):
    lesson = builders.a_lesson(quiz.get_parent().get_parent().specific, slug="another")
    editor = at_desk(wei).get(reverse("wagtailadmin_pages:add", args=["quizzes", "quizpage", lesson.pk]))
    assert "请先把小测验存成草稿" in editor.content.decode()


def test_longer_paper_costs_no_more_queries(quiz, wei):
    desk = at_desk(wei)
    brought(desk, quiz)
    asked = []
    for times in (1, 20):
        with CaptureQueriesContext(connection) as queries:
            brought(desk, quiz, "1．湿橙子可以装箱。（×）\n" * times)
        asked.append(len(queries))
    assert asked[0] == asked[1]


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_every_page_is_whole_in_every_language(quiz, wei, language):
    desk = at_desk(wei, language)
    assert desk.get(address(quiz)).status_code == 200
    assert brought(desk, quiz).status_code == 200
    assert desk.get(reverse("questions-template"))["Content-Disposition"].endswith('.xlsx"')


def told(*arguments: object) -> dict:
    out = io.StringIO()
    call_command("import_questions", *arguments, "--json", stdout=out)
    return json.loads(out.getvalue())


def test_command_writes_into_the_draft_only_when_told(quiz, tmp_path):
    paper, before = tmp_path / "paper.txt", prompts(quiz)
    paper.write_text(TEXT)
    assert [each["status"] for each in told(paper)["questions"]] == ["taken", "taken", "refused", "taken"]
    told(paper, "--quiz", quiz.pk, "--dry-run")
    assert prompts(quiz) == before
    told(paper, "--quiz", quiz.pk)
    assert prompts(quiz)[len(before) :] == ["橙子装箱前要先做什么？", "湿橙子可以马上装箱。"]


def test_paper_that_is_brought_in_twice_is_there_once_and_not_ticked_again(quiz, wei, tmp_path):
    paper = tmp_path / "paper.txt"
    paper.write_text(TEXT)
    told(paper, "--quiz", quiz.pk)
    before = prompts(quiz)
    again = told(paper, "--quiz", quiz.pk)["questions"]
    assert [each["status"] for each in again] == ["changed", "changed", "refused", "refused"]
    assert prompts(quiz) == before
    lines = brought(at_desk(wei, "en"), quiz, TEXT + "5．别的题。（√）").context["lines"]
    assert [line["is_ticked"] for line in lines if line["key"]] == [False, False, True]
    assert "already" in lines[0]["reason"]


def test_question_that_stands_twice_in_a_file_goes_in_once(quiz, tmp_path):
    paper = tmp_path / "paper.txt"
    paper.write_text(
        "1．橙子要晾。（√）\n2．湿果能装箱。（×）\n3．橙子要晾。（√）解析：湿果会发霉。\n4．橙子要晾。（×）"
    )
    before = prompts(quiz)
    for found in (told(paper)["questions"], told(paper, "--quiz", quiz.pk)["questions"]):
        assert [each["status"] for each in found] == ["taken", "taken", "changed", "taken"]
        assert "第1行已经有这道题" in found[2]["reason"]
    assert prompts(quiz)[len(before) :] == ["橙子要晾。", "湿果能装箱。", "橙子要晾。"]


def test_story_above_a_question_that_no_quiz_holds_is_named(quiz):
    story = "阅读材料，回答1—2题：\n杨姐直播时说错了价格。\n"
    first, second = offered(read_questions(f"{story}1．【简答题】怎么办？\n2．要道歉。（√）".encode()), quiz)
    assert "杨姐直播时说错了价格。" in first.found.reason
    assert second.raw


@pytest.mark.parametrize("name", ["missing.txt", "."])
def test_command_says_what_is_wrong_with_a_file(tmp_path, name):
    with pytest.raises(CommandError):
        told(tmp_path / name)


def test_huge_file_is_not_even_read(tmp_path):
    huge = tmp_path / "huge.txt"
    with huge.open("wb") as file:
        file.truncate(50 * 1024 * 1024 * 1024)
    with pytest.raises(CommandError, match="10"):
        told(huge)


def test_command_writes_every_format(quiz, tmp_path):
    for format in FORMATS:
        path = tmp_path / f"quiz.{format}"
        call_command("export_questions", quiz.pk, "--format", format, "--output", path)
        assert read_questions(path.read_bytes(), format)
    with pytest.raises(CommandError):
        call_command("export_questions", 0)


def test_button_costs_a_list_of_other_pages_nothing(quiz, wei, django_assert_num_queries):
    lesson = quiz.get_parent()
    assert lesson.specific_class  # its kind is known from the first page of the list on
    with django_assert_num_queries(0):
        assert list(questions_in_listing(lesson, wei)) == []
    assert len(list(questions_in_listing(quiz, wei))) == 1
