"""Writing the pages of a file: once, again without change, and never over what somebody here has written."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail import blocks
from wagtail.coreutils import find_available_slug
from wagtail.fields import StreamField
from wagtail.models import Locale, Page
from wagtail.signal_handlers import disable_reference_index_auto_update
from wagtail_localize.models import LocaleSynchronization

from courses.carrying.checking import check_page
from courses.carrying.earlier import said_before
from courses.carrying.fields import KINDS, carried_fields, digest_of, fields_of, set_fields
from courses.carrying.paper import CoursePaper, PagePaper
from courses.carrying.picture_keys import KeysHere
from courses.carrying.pictures import PicturesOfFile
from courses.carrying.report import CHANGED, LEFT_ALONE, LEFT_OUT, MADE, UNCHANGED, Report
from courses.models import CarriedPage, HomePage, StarterRecord
from courses.teams.selectors import COURSE_PATH, pictures_of_team
from media.blocks import VideoChooserBlock

AnyUser = Any
CHANGING = ("can_edit", "can_publish")


@dataclass
class Place:
    """Where a page of the file stands here: its number, what was noted of it, and whether it is kept as it is."""

    pk: int | None
    record: CarriedPage | None


class PagesOfFile:
    """Writes one file. Everything happens in the caller's transaction."""

    def __init__(self, paper: CoursePaper, pictures: PicturesOfFile, report: Report, user: AnyUser | None) -> None:
        self.paper, self.pictures, self.report, self.user = paper, pictures, report, user
        self.written: list[tuple[PagePaper, str, Page]] = []
        self._keys = KeysHere(page.key for page in paper.pages)
        self._places = _places(paper)
        self._locales = {locale.language_code: locale for locale in Locale.objects.all()}
        self._kept: set[UUID] = set()

    def write(self) -> None:
        """The course first, but what names its lessons only once they are there."""
        course, *below = self.paper.pages
        self._say_which_languages_are_left_out()
        for language in self._languages_of(course):
            self._begin(course, language)
        self.pictures.collection = pictures_of_team(course.key)
        for page in (*below, course):
            for language in self._languages_of(page):
                self._write(page, language)
        self._stand_in_other_languages()

    def page_here(self, key: UUID, language: str) -> Page | None:
        """Fresh from the database: pages move along when others are put before them."""
        place = self._places.get((key, language))
        found = place and place.pk and Page.objects.filter(pk=place.pk).first()
        return found.specific if found else None

    def as_carried(self, key: UUID, language: str) -> Page | None:
        """The page, if it says what came in; None where it is another's work."""
        page = self.page_here(key, language)
        record = CarriedPage.objects.filter(key=key, language=language).first()
        return page if page and record and self._digest_now(page) == record.digest else None

    # --- One page in one language -------------------------------------------------------------------------------------

    def _write(self, paper: PagePaper, language: str) -> None:
        place, fields = self._places[paper.key, language], paper.languages[language]
        page = self.page_here(paper.key, language)
        reason = self._reason_to_leave(paper, language, page)
        if reason:
            self._leave(paper, language, reason)
            return
        if page is not None and not self._is_begun(page):
            now, wanted = self._digest_now(page), digest_of(type(page), fields)
            if now == wanted or (place.record and place.record.file_digest == wanted):
                self._remember(paper, language, page, now)
                self._say(paper, language, UNCHANGED)
                return
        became = MADE if page is None or self._is_begun(page) else CHANGED
        page = page or self._new(paper, language)
        note = self._note(became, page, fields)
        self._fill(page, paper, language)
        if page.pk is None:
            self._place(page, paper, language)
        self._publish(page)
        self._remember(paper, language, page, self._digest_now(page))
        self.written.append((paper, language, page))
        self._say(paper, language, became, note)

    def _begin(self, paper: PagePaper, language: str) -> None:
        """A new course, with nothing in it yet that names its lessons."""
        if self.page_here(paper.key, language) or self._reason_to_leave(paper, language, None):
            return
        page = self._new(paper, language)
        streams = {field.name for field in carried_fields(type(page)) if isinstance(field, StreamField)}
        plain = {name: value for name, value in paper.languages[language].items() if name not in streams}
        set_fields(page, plain, self._number_of)
        self._place(page, paper, language)

    def _note(self, became: str, page: Page, fields: dict) -> str:
        older = became == CHANGED and said_before(page, digest_of(type(page), fields), self._keys)
        return _("So it stood here before. This file may be the older one.") if older else ""

    def _is_begun(self, page: Page) -> bool:
        return page.alias_of_id is not None or (page.latest_revision_id is None and not page.live)

    def _fill(self, page: Page, paper: PagePaper, language: str) -> None:
        page.alias_of = None  # what stood in for a translation becomes one
        set_fields(page, paper.languages[language], self._number_of)
        check_page(page)

    def _new(self, paper: PagePaper, language: str) -> Page:
        return KINDS[paper.kind](locale=self._locales[language], translation_key=paper.key, live=False)

    def _publish(self, page: Page) -> None:
        page.save_revision(user=self.user, clean=False).publish(user=self.user)
        page.refresh_from_db()

    # --- Where it stands ----------------------------------------------------------------------------------------------

    def _place(self, page: Page, paper: PagePaper, language: str) -> None:
        """Behind the one that it follows in the file, where that stands in the same place here; else last."""
        parent = self._parent(paper, language)
        source = self.page_here(paper.key, self.paper.source) if language != self.paper.source else None
        page.slug = find_available_slug(parent, source.slug if source else page.slug)
        before = self._before(paper, language, parent)
        with disable_reference_index_auto_update():  # publishing does it
            if before is None:
                parent.add_child(instance=page)
            else:
                before.add_sibling("right", instance=page)
        self._places[paper.key, language].pk = page.pk

    def _parent(self, paper: PagePaper, language: str) -> Page:
        """Fresh from the database: its children change with each page that is placed."""
        locale = self._locales[language]
        if paper.under is None:
            return _home(locale)
        pk = self._places[paper.under, language].pk if (paper.under, language) in self._places else None
        if pk is None or not Page.objects.filter(pk=pk).exists():
            above = Page.objects.get(pk=self._places[paper.under, self.paper.source].pk)
            there = above.get_translation_or_none(locale)
            return there or above.specific.copy_for_translation(locale, copy_parents=True, alias=True)
        return Page.objects.get(pk=pk)

    def _before(self, paper: PagePaper, language: str, parent: Page) -> Page | None:
        earlier = self.paper.pages[: self.paper.pages.index(paper)]
        for one in reversed([one for one in earlier if one.under == paper.under]):
            place = self._places.get((one.key, language))
            found = place and place.pk and Page.objects.child_of(parent).filter(pk=place.pk).first()
            if found:
                return found
        return None

    def _stand_in_other_languages(self) -> None:
        """New pages appear in languages that follow the source, marked there as not translated."""
        following = LocaleSynchronization.objects.filter(sync_from__language_code=self.paper.source)
        locales = [one.locale for one in following.select_related("locale")]
        for paper, language, page in self.written:
            for locale in locales if language == self.paper.source else ():
                if paper.kind != "course" and not page.has_translation(locale):
                    page.copy_for_translation(locale, copy_parents=True, alias=True)

    # --- What is left as it is ----------------------------------------------------------------------------------------

    def _reason_to_leave(self, paper: PagePaper, language: str, page: Page | None) -> str:
        place = self._places[paper.key, language]
        source = self.paper.source
        if page is None and place.record and place.record.page_id is None:
            return _("It was deleted here.")
        if language != source and (paper.key in self._kept or not self.page_here(paper.key, source)):
            return _("Its Chinese page here was not changed.")
        if page is None:
            return self._reason_not_to_make(paper, language)
        if self._is_begun(page):  # by this very run, or it only stands in for a translation
            return "" if page.alias_of_id is None or self._may(page, *CHANGING) else _("You may not change it.")
        return self._reason_to_keep(page, place.record, paper.languages[language])

    def _reason_to_keep(self, page: Page, record: CarriedPage | None, fields: dict) -> str:
        if not Page.objects.filter(path=page.path[:COURSE_PATH], translation_key=self.paper.pages[0].key).exists():
            return _("It stands in another course here.")
        if not page.live:
            return _("It was taken off line here.")
        if self._was_changed_here(page, record, fields):
            return _("It was changed here. Compare by hand what is new.")
        if not self._may(page, *CHANGING):
            return _("You may not change it.")
        return ""

    def _reason_not_to_make(self, paper: PagePaper, language: str) -> str:
        if paper.under is not None and not self.page_here(paper.under, self.paper.source):
            return _("What it belongs to was deleted here.")
        parent = self._parent(paper, language)
        most = KINDS[paper.kind].max_count_per_parent
        if most and KINDS[paper.kind].objects.child_of(parent).filter(alias_of=None).count() >= most:
            return _("There is one of this site's own in its place.")
        if not self._may(parent, "can_add_subpage", "can_publish_subpage"):
            return _("You may not add it there.")
        return ""

    def _was_changed_here(self, page: Page, record: CarriedPage | None, fields: dict) -> bool:
        now = self._digest_now(page)
        if page.has_unpublished_changes:
            return True
        if record is not None:
            return now not in (record.digest, digest_of(type(page), fields))
        if now == digest_of(type(page), fields):
            return False
        return not StarterRecord.objects.filter(page_id=page.pk, revision_id=page.latest_revision_id).exists()

    def _may(self, page: Page, *rights: str) -> bool:
        if self.user is None:
            return True
        permissions = page.permissions_for_user(self.user)
        return all(getattr(permissions, right)() for right in rights)

    def _leave(self, paper: PagePaper, language: str, reason: str) -> None:
        if language == self.paper.source:
            self._kept.add(paper.key)
        self._say(paper, language, LEFT_ALONE, reason)

    # --- Names and notes ----------------------------------------------------------------------------------------------

    def _languages_of(self, paper: PagePaper) -> list[str]:
        """The source first: translations hang on it."""
        others = sorted(language for language in paper.languages if language in self._locales)
        return sorted(others, key=lambda language: language != self.paper.source)

    def _say_which_languages_are_left_out(self) -> None:
        for language in sorted({one for page in self.paper.pages for one in page.languages} - self._locales.keys()):
            name = dict(settings.LANGUAGES).get(language, language)
            sentence = _("This language is not switched on here. Switch it on, then bring the file in again.")
            self.report.add("language", name, language, LEFT_OUT, sentence)

    def _number_of(self, block: blocks.ChooserBlock | None, key: object) -> int:
        if isinstance(block, VideoChooserBlock):
            return self.pictures.videos.number_of(key, self.pictures.collection)
        if not isinstance(block, blocks.PageChooserBlock):
            return self.pictures.number_of(key)
        page = self.page_here(_uuid(key), self.paper.source)
        if page is None:
            raise LookupError(key)
        return page.pk

    def _digest_now(self, page: Page) -> str:
        return digest_of(type(page), fields_of(page, self._keys))

    def _remember(self, paper: PagePaper, language: str, page: Page, digest: str) -> None:
        told = {"page": page, "digest": digest, "file_digest": digest_of(type(page), paper.languages[language])}
        CarriedPage.objects.update_or_create(key=paper.key, language=language, defaults=told)

    def _say(self, paper: PagePaper, language: str, became: str, sentence: str = "") -> None:
        self.report.add(paper.kind, paper.title(language), language, became, sentence)


def _home(locale: Locale) -> Page:
    home = HomePage.objects.filter(locale=locale).order_by("path").first()
    if home is None:
        told = _("There is no first page in %(language)s yet. Make it, then bring the file in again.")
        raise ValidationError(told, params={"language": locale.get_display_name()})
    return home


def _places(paper: CoursePaper) -> dict[tuple[UUID, str], Place]:
    """Raises ValidationError where a key of the file belongs to something else here."""
    records = {(one.key, one.language): one for one in CarriedPage.objects.all()}
    places = {
        (page.key, language): Place(None, records.get((page.key, language)))
        for page in paper.pages
        for language in page.languages
    }
    kinds = {page.key: KINDS[page.kind] for page in paper.pages}
    for page in Page.objects.select_related("locale", "content_type").filter(depth__gt=1):
        place = places.get((page.translation_key, page.locale.language_code))
        if page.translation_key in kinds and page.specific_class is not kinds[page.translation_key]:
            told = _("“%(title)s” in it is of another kind than the page of the same name here.")
            raise ValidationError(told, params={"title": page.title[:60]})
        if place:
            place.pk = page.pk
    return places


def _uuid(key: object) -> UUID:
    try:
        return UUID(str(key))
    except ValueError as error:
        raise LookupError(key) from error
