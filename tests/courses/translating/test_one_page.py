"""The PO file of a single page: what is good is written, what is bad is told, and nothing crashes."""

import re

import polib
import pytest
from django.contrib.messages import get_messages
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from wagtail_localize.models import StringTranslation, Translation

from courses.models import LessonPage, Role
from courses.translating.beginning import begin_translation
from tests import builders
from tests.courses.translating.desk import published
from tests.staff import at_desk, made_trainer
from trainees.models import User


@pytest.fixture
def translation(lesson, seen, english) -> Translation:
    lesson.keep = "盐 & 糖"
    return begin_translation(page=published(lesson), locale=english)


@pytest.fixture
def translator(lesson) -> Client:
    return at_desk(made_trainer(User.objects.create_user("luo"), role=Role.TRANSLATOR))


def address(translation: Translation) -> str:
    return reverse("wagtail_localize:upload_pofile", args=[translation.pk])


def a_file(translation: Translation) -> polib.POFile:
    return polib.pofile(str(translation.export_po()))


def said_after(client: Client, translation: Translation, content: bytes | None) -> str:
    form = {} if content is None else {"file": SimpleUploadedFile("words.po", content)}
    return client.post(address(translation), form, follow=True).content.decode()


def words() -> dict[str, str]:
    return dict(StringTranslation.objects.values_list("translation_of__data", "data"))


def test_what_is_good_is_written_and_the_rest_is_told(translator, translation):
    file = a_file(translation)
    for entry in file:
        entry.msgstr = {"第1张": "First", "盐 &amp; 糖": "Salt &amp; sugar", "第2张": "x" * 61}.get(entry.msgid, "")
    file.append(polib.POEntry(msgid="没有这句", msgctxt="nowhere", msgstr="Nothing"))
    page = said_after(translator, translation, str(file).encode())
    assert words() == {"第1张": "First", "盐 &amp; 糖": "Salt &amp; sugar"}
    assert "新增 2" in page
    assert "不能用 1" in page
    assert "没动 1" in page
    assert re.search("第[0-9]+行“第2张”：61个字符太长，最多60个。", page)
    assert re.search("第[0-9]+行“没有这句”：课里已经没有这句", page)


def test_its_file_is_called_as_the_page_is_in_its_address(translator, translation, lesson):
    """A Chinese title leaves nothing of itself in a name of theirs: “-en.po”."""
    out = translator.get(reverse("wagtail_localize:download_pofile", args=[translation.pk]))
    assert f'filename="{lesson.slug}-en.po"' in out["Content-Disposition"]
    assert "第1张" in out.content.decode()


def test_days_are_written_without_the_english_name_of_a_month(translator, translation, seen):
    LessonPage.objects.filter(pk=seen.pk).update(alias_of=None, last_published_at="2026-11-27T04:00Z", live=True)
    page = translator.get(reverse("wagtailadmin_pages:edit", args=[seen.pk])).content.decode()
    assert "2026-11-27" in page
    assert "27 November" not in page


def test_a_file_of_which_nothing_was_written_is_no_success(translator, translation):
    form = {"file": SimpleUploadedFile("words.po", str(a_file(translation)).encode())}
    reply = translator.post(address(translation), form)
    assert [told.level_tag for told in get_messages(reply.wsgi_request)] == ["warning"]


@pytest.mark.hard
def test_of_a_draft_too_and_once_more(translator, lesson, english):
    draft = builders.a_lesson(lesson.get_parent(), slug="draft", cards=1)
    LessonPage.objects.filter(pk=draft.pk).update(live=False)
    translation = begin_translation(page=LessonPage.objects.get(pk=draft.pk), locale=english)
    for said in ("First", "Other", "Other"):
        file = a_file(translation)
        next(entry for entry in file if entry.msgid == "第1张").msgstr = said
        said_after(translator, translation, str(file).encode())
        assert words() == {"第1张": said}


@pytest.mark.hard
@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (None, "请先选择PO文件"),
        (b"", "请先选择PO文件"),
        (b"\xff\xfe", "UTF-8"),
        (b"hello", "不是PO文件"),
        (b'msgid "a"\nmsgsrt "b"\n', "第2行附近坏了"),
        (b'msgid "a"\nmsgstr "b"\n', "不是这一页的"),
        (b"x" * (3 * 1024 * 1024 + 1), "太大"),
    ],
)
def test_what_is_no_file_of_this_page_is_refused_with_a_sentence(translator, translation, content, expected):
    assert expected in said_after(translator, translation, content) or content == b""
    assert words() == {}


@pytest.mark.hard
def test_another_teams_page_is_not_there(translation, course):
    stranger = at_desk(made_trainer(User.objects.create_user("deng"), builders.a_course(course.get_parent(), "x")))
    assert stranger.post(address(translation), {}).status_code == 404
    assert stranger.get(address(translation)).status_code == 404
    assert stranger.get(reverse("wagtail_localize:download_pofile", args=[translation.pk])).status_code == 404
