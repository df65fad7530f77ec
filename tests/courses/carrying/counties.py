"""Two counties in one database: what the first saved is taken away, and the second, where nothing is, brings it in."""

import json
import shutil
from io import BytesIO
from pathlib import Path
from uuid import uuid4

from django.conf import settings
from django.core.files.base import ContentFile
from django.test import TestCase
from PIL import Image
from wagtail.models import Locale, Page
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource

from courses.carrying.exporting import export_course
from courses.carrying.importing import import_course
from courses.models import CarriedPage, CarriedPicture, CarriedRecording, CoursePage, LessonPage
from media.models import Picture, Recording, Track, Video
from media.services import find_or_make_track, keep_recording
from quizzes.models import QuizEdition, QuizPage
from tests import builders
from tests.tones import FOLDER


def a_course_to_carry() -> CoursePage:
    """Published, in Chinese: a module, two lessons, one with a photo, a quiz of every kind, and a path through it."""
    course = builders.a_course()
    module = builders.a_module(course)
    lessons = [builders.a_lesson(module, slug=slug) for slug in ("oranges", "bacon")]
    lessons[1].cover = a_photo()
    builders.a_quiz(lessons[0], [builders.a_question(kind) for kind in builders.QUESTION_VALUES])
    chosen = [builders.an_item(lesson.pk) for lesson in lessons]
    value = {"name": "开店", "slug": "self", "icon": "shop", "lessons": chosen}
    course.paths = json.dumps([{"type": "path", "id": str(uuid4()), "value": value}])
    for page in (course, module, *lessons):
        page.save_revision().publish()
    course.refresh_from_db()
    return course


def a_photo(colour: str = "orange") -> Picture:
    out = BytesIO()
    Image.new("RGB", (640, 480), colour).save(out, "JPEG")
    picture = Picture(title="橙子", file=ContentFile(out.getvalue(), name="IMG_1.jpg"))
    picture.save()
    return picture


def recorded(lesson: LessonPage, sound: str = "high.mp3", place: str = "好花红") -> Recording:
    """The first card of the lesson, in Bouyei."""
    track = find_or_make_track(language="pcc", variety=place)
    content = (FOLDER / sound).read_bytes()
    card = lesson.cards[0]
    return keep_recording(track=track, subject=f"card:{card.id}", words=card.value.words, content=content).recording


def translated(page: Page) -> Page:
    """Its English page, made side by side by a trainer, who puts a star before each sentence."""
    locale = Locale.objects.get(language_code="en")
    source, _made = TranslationSource.update_or_create_from_instance(page)
    for segment in StringSegment.objects.filter(source=source):
        StringTranslation.objects.update_or_create(
            translation_of=segment.string,
            context=segment.context,
            locale=locale,
            defaults={"data": f"* {segment.string.data}", "translation_type": "manual"},
        )
    translation, _made = Translation.objects.get_or_create(source=source, target_locale=locale)
    with TestCase.captureOnCommitCallbacks(execute=True):
        translation.save_target(publish=True)
    return page.get_translation(locale)


def saved(course: CoursePage, path: Path) -> Path:
    with path.open("wb") as out:
        export_course(CoursePage.objects.get(pk=course.pk), out)
    return path


def forget_everything() -> None:
    """As if this county had never heard of the course; its first pages stay."""
    for course in CoursePage.objects.order_by("pk"):
        Page.objects.get(pk=course.pk).delete()
    for model in (CarriedPage, CarriedPicture, CarriedRecording, Translation, TranslationSource, Recording, Track):
        model.objects.all().delete()
    Picture.objects.all().delete()
    Video.objects.all().delete()
    shutil.rmtree(settings.MEDIA_ROOT)
    QuizEdition.objects.all()._raw_delete("default")


def carried(course: CoursePage, path: Path) -> CoursePage:
    """The course as it stands in another county."""
    saved(course, path)
    forget_everything()
    import_course(path)
    return CoursePage.objects.get(translation_key=course.translation_key, locale__language_code="zh-hans")


def lesson(slug: str = "oranges", language: str = "zh-hans") -> LessonPage:
    return LessonPage.objects.get(slug=slug, locale__language_code=language)


def quiz() -> QuizPage:
    return QuizPage.objects.get(locale__language_code="zh-hans")


def became(report, name: str = "打包鲜果", language: str = "zh-hans") -> list[str]:
    """What became of the pages of this name."""
    return [line.became for line in report.lines if line.name == name and line.language == language]
