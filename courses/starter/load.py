"""Loading the whole starter course: drawings, pages, translations."""

import json

from wagtail.models import Locale, Page, Site
from wagtail_localize.models import LocaleSynchronization

from courses.models import CoursePage, HomePage, LessonPage, ModulePage
from courses.starter import files
from courses.starter.content import lesson_cards, local_lines
from courses.starter.pages import PageSource, Report, write_page
from courses.starter.questions import quiz_source, test_source
from courses.starter.translations import translate_page
from courses.starter.writing import Writer
from media.services import import_drawing

PATH_ICONS = {"self": "shop", "centre": "centre", "workshop": "workshop"}

Written = tuple[PageSource, Page | None]
"""What the files want, and the page that stands for it; None where a trainer deleted it."""


def load_starter_course() -> Report:
    """Make or bring up to date what the files hold. Safe to run again, and after a run that was killed."""
    pictures = load_drawings()
    report = Report()
    home = _home(report)
    return _in_english([home, *_write_tree(home[1], pictures, report)], report)


def load_first_page() -> Report:
    """The first page alone: for a county that begins with a course of its own, or with one from a file."""
    report = Report()
    return _in_english([_home(report)], report)


def load_drawings() -> dict[str, int]:
    """Primary keys of all drawings by key."""
    described = files.read_course()["pictures"]
    return {
        path.stem: import_drawing(key=path.stem, svg_path=path, title=described[path.stem]["zh"]).pk
        for path in sorted(files.PICTURES.glob("*.svg"))
    }


def _in_english(written: list[Written], report: Report) -> Report:
    locale, _ = Locale.objects.get_or_create(language_code="en")
    for source, page in written:
        if page is not None:
            translate_page(source, page, locale=locale, report=report)
    # From now on what a trainer publishes in Chinese stands in the English list too, marked as not translated.
    LocaleSynchronization.objects.get_or_create(locale=locale, defaults={"sync_from": Locale.get_default()})
    return report


def _home(report: Report) -> tuple[PageSource, Page]:
    title = {"zh": "乡店学堂", "en": "Village Shop School"}
    source = PageSource("home", HomePage, {"title": title["zh"], "slug": "home"}, {"title": title["en"]})
    root = Page.get_first_root_node()
    _remove_welcome_page(root)
    page = write_page(source, parent=root, report=report)
    Site.objects.update_or_create(
        is_default_site=True, defaults={"hostname": "localhost", "root_page": page, "site_name": title["zh"]}
    )
    return source, page


def _remove_welcome_page(root: Page) -> None:
    """Wagtail's own first page, unless someone has made something of it."""
    welcome = root.get_children().filter(slug="home", content_type__model="page", latest_revision=None).first()
    if welcome is not None:
        welcome.delete()


def _write_tree(home: Page, pictures: dict[str, int], report: Report) -> list[Written]:
    outline = files.read_course()
    course_source = _course_source(outline, paths=[])
    existing = CoursePage.objects.filter(translation_key=files.stable_id(course_source.key), locale=home.locale).first()
    course = existing or write_page(course_source, parent=home, report=Report())
    if course is None:
        return []
    written: list[Written] = []
    for module in outline["modules"]:
        source = _module_source(module)
        module_page = write_page(source, parent=course, report=report)
        written.append((source, module_page))
        for key in module["lessons"] if module_page else []:
            written += _write_lesson(files.read_lessons()[key], module_page, pictures, report)
    written.append(_write_test(outline, course, pictures, report))
    whole = _course_source(outline, paths=outline["paths"])
    return [*written, (whole, write_page(whole, parent=home, report=report))]


def _write_lesson(lesson: dict, module: Page, pictures: dict[str, int], report: Report) -> list[Written]:
    """The lesson and the quiz below it."""
    source = _lesson_source(lesson, pictures)
    page = write_page(source, parent=module, report=report)
    written: list[Written] = [(source, page)]
    if page and lesson["questions"]:
        quiz = quiz_source(lesson, pictures)
        written.append((quiz, write_page(quiz, parent=page, report=report)))
    return written


def _write_test(outline: dict, course: Page, pictures: dict[str, int], report: Report) -> Written:
    lessons = (files.read_lessons()[key] for module in outline["modules"] for key in module["lessons"])
    source = test_source(outline, lessons, pictures)
    return source, write_page(source, parent=course, report=report)


def _course_source(outline: dict, *, paths: list[dict]) -> PageSource:
    writer = Writer(f"course:{outline['key']}", {})
    fields = {
        "title": writer.words("title", outline["title"]),
        "slug": outline["slug"],
        "short_title": writer.words("short_title", outline["short"]),
        "summary": writer.words("summary", outline["summary"]),
        "paths": json.dumps([_path_block(writer, path) for path in paths]),
    }
    return PageSource(writer.page_key, CoursePage, fields, writer.english)


def _path_block(writer: Writer, path: dict) -> dict:
    block_id = str(files.stable_id(writer.page_key, "path", path["key"]))
    chosen = writer.listed(f"paths.{block_id}", "lessons", _lesson_pks(path["lessons"]), lambda _, pk: pk)
    name = writer.words(f"paths.{block_id}.name", path["title"])
    icon = PATH_ICONS[path["key"]]
    return {
        "type": "path",
        "id": block_id,
        "value": {"name": name, "slug": path["key"], "icon": icon, "lessons": chosen},
    }


def _lesson_pks(keys: list[str]) -> list[int]:
    """Primary keys of the Chinese lessons that exist, in the order of `keys`."""
    wanted = [files.stable_id(f"lesson:{key}") for key in keys]
    lessons = LessonPage.objects.filter(translation_key__in=wanted, locale=Locale.get_default())
    by_key = dict(lessons.values_list("translation_key", "pk"))
    return [by_key[key] for key in wanted if key in by_key]


def _module_source(module: dict) -> PageSource:
    writer = Writer(f"module:{module['key']}", {})
    fields = {"title": writer.words("title", module["title"]), "slug": module["slug"]}
    return PageSource(writer.page_key, ModulePage, fields, writer.english)


def _lesson_source(lesson: dict, pictures: dict[str, int]) -> PageSource:
    writer = Writer(f"lesson:{lesson['key']}", pictures)
    notes = {code: "\n".join(lines) for code, lines in lesson.get("notes", {}).items()}
    fields = {
        "title": writer.words("title", lesson["title"]),
        "slug": lesson["slug"],
        "short_title": writer.words("short_title", lesson["short"]),
        "summary": writer.words("summary", lesson["summary"]),
        "keep": writer.words("keep", lesson["keep"]),
        "minutes": lesson["minutes"],
        "cover_id": pictures[lesson["cover"]],
        "cards": json.dumps(lesson_cards(writer, lesson)),
        "local_lines": json.dumps(local_lines(writer, lesson)),
        "changes_often": lesson["changes_often"],
        "check_again_by": lesson.get("check_again"),
        "notes": writer.words("notes", notes),
    }
    if "tool" in lesson:  # said only where there is one: the other lessons stay as they were written
        fields["tool"] = lesson["tool"]
    return PageSource(writer.page_key, LessonPage, fields, writer.english)
