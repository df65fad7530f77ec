"""Two teams that write a course each; neither may see what the other has not published."""

from dataclasses import dataclass

from wagtail.models import Collection, Locale, Page
from wagtail_localize.models import Translation, TranslationSource

from courses.models import CoursePage, HomePage, LessonPage
from media.models import Picture
from tests.builders import a_course, a_home, a_lesson, a_module, a_picture


@dataclass
class Team:
    """A team's course with one draft, in two languages; `names` fills an address of the editor."""

    home: HomePage
    course: CoursePage
    lesson: LessonPage
    picture: Picture
    translation: Translation

    @property
    def names(self) -> dict[str, int]:
        source = self.translation.source
        return {
            "home": self.home.pk,
            "parent": self.lesson.get_parent().pk,
            "page": self.lesson.pk,
            "revision": self.lesson.latest_revision_id,
            "picture": self.picture.pk,
            "collection": self.picture.collection_id,
            "translation": self.translation.pk,
            "source": source.pk,
            "string": source.stringsegment_set.first().pk,
            "override": source.overridablesegment_set.first().pk,
        }


def a_team(home: HomePage, *, slug: str, title: str) -> Team:
    course = a_course(home, slug=slug)
    module = a_module(course)
    lesson = a_lesson(module, title=title, slug=f"{slug}-lesson", cards=1)
    lesson.live = False
    lesson.save()
    lesson.save_revision()
    picture = a_picture(slug)
    picture.title = f"{title}的图"
    picture.collection = Collection.objects.filter(name=course.title).order_by("pk").last()
    picture.save()
    translation = [_translated(page) for page in (course, module, lesson)][-1]
    return Team(home, course, lesson, picture, translation)


def two_teams() -> tuple[Team, Team]:
    """Ours, and another one whose draft is called 别人的秘密."""
    home = a_home()
    a_home("en")
    return a_team(home, slug="own", title="我们的草稿"), a_team(home, slug="other", title="别人的秘密")


def _translated(page: Page) -> Translation:
    source, _made = TranslationSource.update_or_create_from_instance(page)
    english = Locale.objects.get(language_code="en")
    translation, _made = Translation.objects.get_or_create(source=source, target_locale=english)
    translation.save_target(publish=False)
    return translation
