"""What Wagtail offers while one writes, through our walls and in Chinese: a time to publish, notes, versions."""

import datetime
import json
import re

import pytest
from django.http import HttpRequest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail import hooks
from wagtail.models import Comment
from wagtail.users.models import UserProfile

from courses.models import LessonPage, Role
from media.models import Picture
from portal.tasks import publish_scheduled_pages
from tests import builders
from tests.staff import at_desk, made_trainer
from trainees.models import User

AN_HOUR = datetime.timedelta(hours=1)


@pytest.fixture
def lesson(db) -> LessonPage:
    lesson = builders.a_lesson(builders.a_module(builders.a_course()), cards=1)
    lesson.save_revision().publish()
    return lesson


@pytest.fixture
def wei(lesson) -> Client:
    return at_desk(made_trainer(User.objects.create_user("wei"), lesson.course))


def form_of(lesson: LessonPage, **changed: object) -> dict:
    """What the editor's form sends."""
    (card,) = lesson.cards.get_prep_value()
    at, picture = "cards-0", card["value"]["picture"]
    form = {"title": lesson.title, "slug": lesson.slug, "short_title": "晾", "minutes": 6, "cover": lesson.cover_id}
    form |= {"local_lines-count": 0, "cards-count": 1, f"{at}-type": "card", f"{at}-id": card["id"], f"{at}-order": 0}
    form |= {f"{at}-value-{name}": card["value"][name] for name in ("title", "text")} | {f"{at}-deleted": ""}
    return form | {f"{at}-value-picture-{name}": picture[name] for name in ("image", "alt_text")} | changed


def save(wei: Client, lesson: LessonPage, **changed: object) -> LessonPage:
    edit = reverse("wagtailadmin_pages:edit", args=[lesson.pk])
    assert wei.post(edit, form_of(lesson, **changed)).status_code == 302
    return LessonPage.objects.get(pk=lesson.pk)


def test_a_plan_for_an_hour_that_is_over_is_refused_and_an_old_one_stays(wei, lesson):
    before = (timezone.localtime() - AN_HOUR).replace(second=0, microsecond=0)
    over = before.strftime("%Y-%m-%d %H:%M")
    edit = reverse("wagtailadmin_pages:edit", args=[lesson.pk])
    assert "这个时间已经过了" in wei.post(edit, form_of(lesson, go_live_at=over)).text
    lesson.go_live_at = before
    lesson.save_revision()
    save(wei, lesson, go_live_at=over)


def test_a_page_whose_planned_end_is_over_is_written_on_and_a_new_end_in_the_past_is_refused(wei, lesson):
    before = (timezone.localtime() - AN_HOUR).replace(second=0, microsecond=0)
    over = before.strftime("%Y-%m-%d %H:%M")
    edit = reverse("wagtailadmin_pages:edit", args=[lesson.pk])
    assert wei.post(edit, form_of(lesson, expire_at=over)).status_code == 200
    lesson.expire_at = before
    lesson.save_revision().publish()
    publish_scheduled_pages()
    written = save(wei, lesson, title="改过", expire_at=over).get_latest_revision_as_object()
    assert (written.title, written.expire_at) == ("改过", None)


def test_checks_that_look_at_nothing_are_not_offered(wei, lesson):
    page = wei.get(reverse("wagtailadmin_pages:edit", args=[lesson.pk])).text
    assert [f'data-side-panel-toggle="{name}"' in page for name in ("preview", "checks")] == [True, False]


def test_who_may_see_a_page_is_offered_to_an_administrator_alone(wei, lesson):
    boss = at_desk(User.objects.create_superuser("boss"))
    edit = reverse("wagtailadmin_pages:edit", args=[lesson.pk])
    assert ['data-a11y-dialog-show="set-privacy"' in one.get(edit).text for one in (boss, wei)] == [True, False]


def test_who_looked_is_told_what_became_of_it(wei, lesson):
    bian = made_trainer(User.objects.create_user("bian"), lesson.course, role=Role.EDITOR)
    for answer, told in (("reject", "退回去了。"), ("approve", "发布了。")):
        lesson.get_workflow().start(lesson, bian) if answer == "reject" else lesson.current_workflow_state.resume(bian)
        act = {"action-workflow-action": "1", "workflow-action-name": answer}
        edit = reverse("wagtailadmin_pages:edit", args=[lesson.pk])
        assert told in wei.post(edit, form_of(lesson, **act), follow=True).text


def test_every_icon_that_a_menu_or_button_asks_for_is_there(wei, lesson):
    pages = [wei.get(address).text for address in ("/cms/", reverse("wagtailadmin_pages:edit", args=[lesson.pk]))]
    asked = {name for page in pages for name in re.findall(r'(?:href="#icon-|"icon_name": ")([a-z-]+)"', page)}
    there = set(re.findall(r'id="icon-([a-z-]+)"', wei.get(reverse("wagtailadmin_sprite")).text))
    assert "print" in asked
    assert asked - there == set()


def test_words_wait_for_the_hour_that_she_chose_and_the_plan_can_be_taken_back(wei, lesson):
    later = (timezone.localtime() + AN_HOUR).replace(second=0, microsecond=0)
    when = {"go_live_at": later.strftime("%Y-%m-%d %H:%M"), "action-publish": "1"}
    assert save(wei, lesson, title="下午才看得到", **when).title == lesson.title
    assert "下午才看得到" in wei.get(reverse("wagtailadmin_pages:edit", args=[lesson.pk])).text
    planned = lesson.revisions.get(approved_go_live_at=later)
    publish_scheduled_pages()
    assert "下午才看得到" not in Client().get(lesson.get_url()).text
    address = reverse("wagtailadmin_pages:revisions_unschedule", args=[lesson.pk, planned.pk])
    assert "不按这个时间发布了" in wei.get(address).text
    wei.post(address)
    assert not lesson.revisions.filter(approved_go_live_at__isnull=False).exists()


def test_versions_are_laid_beside_each_other_and_an_earlier_one_comes_back(wei, lesson):
    first = lesson.latest_revision
    changed = save(wei, lesson, title="改过的题目")
    beside = wei.get(reverse("wagtailadmin_pages:revisions_compare", args=[lesson.pk, first.pk, "latest"]))
    assert lesson.title in beside.text
    assert "改过的" in beside.text
    assert "改了什么" in beside.text
    again = wei.get(reverse("wagtailadmin_pages:revisions_revert", args=[lesson.pk, first.pk]))
    assert f'value="{lesson.title}"' in again.text
    back = save(wei, changed, title=lesson.title, revision=first.pk)
    assert back.get_latest_revision_as_object().title == lesson.title


def test_a_note_for_a_colleague_is_kept_beside_its_field_and_shown_to_no_villager(wei, lesson):
    note = {"comments-TOTAL_FORMS": 1, "comments-INITIAL_FORMS": 0, "comments-MIN_NUM_FORMS": 0}
    note |= {"comments-0-contentpath": "title", "comments-0-text": "这个题目太长", "comments-0-id": ""}
    note |= {"comments-0-replies-TOTAL_FORMS": 0, "comments-0-replies-INITIAL_FORMS": 0, "comments-0-DELETE": ""}
    save(wei, lesson, **note)
    assert Comment.objects.get(page=lesson).text == "这个题目太长"
    shown = wei.get(reverse("wagtailadmin_pages:edit", args=[lesson.pk])).text
    assert json.dumps("这个题目太长")[1:-1] in shown
    assert "这个题目太长" not in Client().get(lesson.get_url()).text


@pytest.mark.parametrize(
    ("language", "tab", "help_text"),
    [("zh-hans", "找", "您想让大家看到的标题"), ("en", "Search", "be seen by the public")],
)
def test_words_of_wagtail_are_in_the_language_of_who_asks(admin_user, lesson, language, tab, help_text):
    desk = at_desk(admin_user, language)
    chooser = desk.get(reverse("wagtailimages_chooser:choose")).json()["html"]
    assert tab in chooser.split('href="#tab-search"')[1].split("</a>")[0]
    assert help_text in desk.get(reverse("wagtailadmin_pages:edit", args=[lesson.pk])).text


def test_deleting_and_searching_count_in_chinese(admin_user, lesson):
    desk = at_desk(admin_user)
    module = lesson.get_parent()
    assert "它下面的 1 个页面也会一起删掉" in desk.get(reverse("wagtailadmin_pages:delete", args=[module.pk])).text
    assert "找到 1 个页面" in desk.get(reverse("wagtailadmin_pages:search"), {"q": lesson.title}).text


def test_ticks_and_days_that_differ_are_said_in_words(wei, lesson):
    lesson.changes_often, lesson.check_again_by = True, datetime.date(2027, 5, 20)
    lesson.cards[0].value["picture"].decorative = True
    lesson.save_revision()
    compare = reverse("wagtailadmin_pages:revisions_compare", args=[lesson.pk, "live", "latest"])
    page = wei.get(compare).text
    assert '<span class="deletion">否</span> <span class="addition">是</span>' in page
    assert '<span class="deletion">—</span> <span class="addition">2027年5月20日</span>' in page
    assert [word for word in ("None", "False", "True") if f">{word}<" in page] == []


@pytest.mark.parametrize(("language", "said"), [("zh-hans", "全部页面"), ("en", "All pages")])
def test_crumbs_and_tab_have_names_in_her_language(lesson, language, said):
    admin = User.objects.create_superuser("admin")
    UserProfile.objects.create(user=admin, preferred_language=language)
    page = at_desk(admin).get(reverse("wagtailadmin_pages:edit", args=[lesson.pk])).text
    assert said in page
    assert [theirs for theirs in ("Root", "- Wagtail") if theirs in page] == []
    assert ">Root" not in at_desk(admin).get(reverse("wagtailimages:add")).text


@pytest.mark.parametrize("since", ["loaded", "kept"])
def test_a_draft_that_comes_behind_its_own_publishing_is_left_behind(wei, lesson, since):
    """She presses “publish” while a draft is being kept: both have read the same version."""
    page = save(wei, lesson, title="晾一晾")
    edit, before = reverse("wagtailadmin_pages:edit", args=[lesson.pk]), page.latest_revision
    on = {"overwrite_revision_id": before.pk} if since == "kept" else {"loaded_revision_id": before.pk}
    on |= {"loaded_revision_created_at": before.created_at.isoformat()}

    def publish(request: HttpRequest, page: LessonPage) -> None:
        if request.method == "POST" and not request.accepts("text/html"):
            wei.post(edit, form_of(lesson, title="晾干", **{"action-publish": "1"}))

    with hooks.register_temporarily("before_edit_page", publish):
        late = wei.post(edit, form_of(lesson, title="晾一", **on), headers={"accept": "application/json"})
    page = LessonPage.objects.get(pk=lesson.pk)
    assert (late.status_code, late.json()["error_code"]) == (400, "invalid_revision")
    assert (page.title, page.draft_title, page.has_unpublished_changes) == ("晾干", "晾干", False)
    assert page.get_latest_revision_as_object().title == "晾干"
    assert page.revisions.order_by("-created_at").first() == page.live_revision


def test_a_draft_upon_the_newest_version_is_kept(wei, lesson):
    before = save(wei, lesson, title="晾一晾").latest_revision
    on = {"overwrite_revision_id": before.pk}
    edit = reverse("wagtailadmin_pages:edit", args=[lesson.pk])
    kept = wei.post(edit, form_of(lesson, title="晾干", **on), headers={"accept": "application/json"})
    assert (kept.json()["success"], LessonPage.objects.get(pk=lesson.pk).draft_title) == (True, "晾干")


def test_she_chooses_her_language_without_an_address_or_a_given_name(wei):
    account = reverse("wagtailadmin_account")
    page = wei.get(account)
    form = {name: value for panel in page.context["panels_by_tab"].values() for name, value in _sent(panel)}
    assert wei.post(account, form | {"locale-preferred_language": "en"}).status_code == 302
    assert "Preferred language" in wei.get(account).text


def test_her_account_is_in_chinese_and_its_corner_has_her_whole_name(wei):
    User.objects.update(first_name="老师", last_name="韦")
    page = wei.get(reverse("wagtailadmin_account")).text
    assert re.findall(r"Contrast|Density", page) == []
    assert ("对比度" in page, '"name": "韦老师"' in json.dumps(_corner(page), ensure_ascii=False)) == (True, True)


def _corner(page: str) -> dict:
    return json.loads(re.findall(r'id="wagtail-sidebar-props"[^>]*>(.*?)</script>', page, re.DOTALL)[0])


def _sent(panels: list) -> list[tuple[str, object]]:
    """What the form of an untouched page sends; an empty file and a tick that is not set send nothing."""
    fields = [field for panel in panels for field in panel.get_form()]
    return [(field.html_name, field.value()) for field in fields if field.value() and "avatar" not in field.html_name]


def test_a_page_and_a_picture_are_found_by_a_word_in_the_middle_of_their_title(admin_user, lesson):
    save(at_desk(admin_user), lesson, title="绣片和蜡染")
    LessonPage.objects.get(pk=lesson.pk).get_latest_revision().publish()
    found = at_desk(admin_user).get("/cms/pages/search/?q=蜡染").text
    assert "绣片和蜡染" in found
    assert "第1–1个，共1个页面" in found
    picture = Picture.objects.get(pk=lesson.cover_id)
    picture.title = "一只手摸着海报"
    picture.save()
    assert "一只手摸着海报" in at_desk(admin_user).get("/cms/images/?q=海报").text
