"""Nobody but an administrator gets beyond her own team's courses in `/cms/`, by whatever address."""

import re

import pytest
from django.test import Client
from django.urls import URLResolver, get_resolver, reverse
from wagtail.log_actions import log
from wagtail.models import Page

from courses.models import Role
from portal.editor_walls.middleware import OURS, module_of
from portal.editor_walls.table import TABLE
from tests.builders import a_quiz
from tests.house.editor_addresses import ABOUT, CLOSED, FREE, LISTS, ROLES
from tests.house.test_addresses import outcome
from tests.house.two_teams import Team, two_teams
from tests.staff import at_desk, made_trainer
from trainees.models import User

SECRET = "别人的秘密"
NO_ADDRESS = {""}  # what Wagtail answers 404 itself


def named_routes(resolver: URLResolver, before: str = "", space: str = "") -> list[tuple[str, str, str]]:
    """(name with its namespaces, route, module of the view) of everything below the resolver."""
    found = []
    for pattern in resolver.url_patterns:
        route = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            found += named_routes(pattern, route, space + (f"{pattern.namespace}:" if pattern.namespace else ""))
        else:
            found.append((space + (pattern.name or ""), route, module_of(pattern.callback)))
    return found


def wagtails() -> dict[str, str]:
    """Names of others' addresses in the editor, each with a route."""
    found = named_routes(get_resolver())
    return {name: route for name, route, module in found if route.startswith("cms/") and not is_ours(module)}


def is_ours(module: str) -> bool:
    return module.split(".")[0] in OURS


def closed_names() -> set[str]:
    return {f"{space}:{name}" if space else name for space, names in CLOSED.items() for name in names.split()}


def an_address(route: str) -> str:
    """The route with something in every place."""
    return "/" + re.sub(r"<int:\w+>", "1", re.sub(r"<(slug|str):\w+>", "x", route)).replace("^", "").replace("$", "")


def address_of(name: str, team: Team) -> str:
    words, query, _expected = ABOUT[name]
    arguments = [team.names.get(word, word.removeprefix("=")) for word in words.split()]
    return f"{reverse(name, args=arguments)}?{query.format(**team.names)}"


@pytest.fixture
def teams(db) -> tuple[Team, Team]:
    return two_teams()


def desk(team: Team, role: str) -> Client:
    return at_desk(made_trainer(User.objects.create_user(role), team.course, role=Role(role)))


def administrator() -> Client:
    return at_desk(User.objects.create_superuser("admin"))


def test_every_address_of_the_editor_stands_in_the_table():
    free = {name for names in FREE.values() for name in names.split()}
    assert set(wagtails()) - NO_ADDRESS == free | set(ABOUT) | closed_names()
    assert set(TABLE) | {"wagtailadmin_choose_page"} == free | set(ABOUT)


@pytest.mark.parametrize("role", ["trainer", "narrator"])
def test_what_is_for_administrators_is_not_there_for_others(teams, role):
    client, known = desk(teams[0], role), wagtails()
    got = {name: client.get(an_address(known[name])).status_code for name in closed_names()}
    assert {name: status for name, status in got.items() if status != 404} == {}


@pytest.mark.parametrize("role", ["trainer", "translator"])
def test_another_teams_draft_is_not_there_by_any_address(teams, role):
    client = desk(teams[0], role)
    got = {name: client.get(address_of(name, teams[1])).status_code for name in ABOUT}
    assert {name: status for name, status in got.items() if status != 404} == {}


def test_a_form_takes_nothing_of_another_team_and_keeps_what_the_page_has(teams):
    own, other = teams
    client, edit = desk(own, "trainer"), "wagtailadmin_pages:preview_on_edit"
    lessons = {"paths-0-value-lessons-0-value": other.lesson.pk}
    assert client.post(reverse(edit, args=[own.course.pk]), lessons).status_code == 404
    for field in ("cover", "cards-0-value-picture-image"):
        assert client.post(reverse(edit, args=[own.lesson.pk]), {field: other.picture.pk}).status_code == 404
    own.lesson.cover = other.picture  # an administrator chose it
    own.lesson.save_revision()
    kept = {"cover": other.picture.pk, "cards-count": 0, "local_lines-count": 0}
    assert client.post(reverse(edit, args=[own.lesson.pk]), kept).status_code == 200


@pytest.mark.hard
@pytest.mark.parametrize("role", ROLES)
def test_each_role_gets_of_its_own_what_the_table_says(teams, role):
    client, place = desk(teams[0], role), ROLES.index(role)
    expected = {name: row[2][place] for name, row in ABOUT.items()}
    expected = {k: v.format(**teams[0].names) if isinstance(v, str) else v for k, v in expected.items()}
    assert {name: outcome(client, address_of(name, teams[0])) for name in ABOUT} == expected
    assert {name: outcome(client, address_of(name, teams[1])) for name in ABOUT} == dict.fromkeys(ABOUT, 404)


@pytest.mark.parametrize("role", ["trainer", pytest.param("translator", marks=pytest.mark.hard)])
def test_no_list_names_another_teams_draft(teams, role):
    client = desk(teams[0], role)
    for address in LISTS:
        reply = client.get(address.format(**teams[1].names), follow=True)
        assert SECRET not in reply.content.decode(), address


def test_nothing_is_put_into_another_teams_course_or_taken_out_of_it(teams):
    own, other = teams
    client = desk(own, "trainer")
    taken = {"new_title": "x", "new_slug": "x", "new_parent_page": own.lesson.get_parent().pk, "alias": "on"}
    given = {**taken, "new_parent_page": other.lesson.get_parent().pk}
    pages = "wagtailadmin_pages:"
    for name, arguments, form in [
        (f"{pages}copy", [other.lesson.pk], taken),
        (f"{pages}copy", [own.lesson.pk], given),
        (f"{pages}move", [own.lesson.pk], given),
        (f"{pages}move_confirm", [own.lesson.pk, other.lesson.get_parent().pk], {}),
        (f"{pages}set_page_position", [other.lesson.pk], {}),
        ("wagtail_localize:stop_translation", [other.translation.pk], {}),
        ("wagtailimages:delete", [other.picture.pk], {}),
        ("wagtailadmin_editing_sessions:ping", ["courses", "lessonpage", other.lesson.pk, 0], {}),
    ]:
        assert client.post(reverse(name, args=arguments), form).status_code == 404, name
    assert own.lesson.get_parent().get_children_count() == other.lesson.get_parent().get_children_count() == 1


def test_everything_below_a_page_is_not_moved_to_another_teams(teams):
    own, other = teams
    client, move = desk(own, "trainer"), reverse("wagtail_bulk_action", args=["wagtailcore", "page", "move"])
    everything = f"{move}?id=all&childOf={own.lesson.get_parent().pk}"
    assert client.get(everything).status_code == 200
    assert client.post(everything, {"chooser": other.lesson.get_parent().pk}).status_code == 404
    assert client.get(f"{everything}&chooser={other.lesson.pk}").status_code == 404


def test_filters_of_the_explorer_name_only_people_of_pages_that_are_seen(teams):
    for team, names in zip(teams, (("own-owner", "own-editor"), ("their-owner", "their-editor")), strict=True):
        owner, editor = (User.objects.create_user(name) for name in names)
        Page.objects.filter(pk=team.lesson.pk).update(owner=owner)
        log(instance=team.lesson, action="wagtail.edit", user=editor)
    home = reverse("wagtailadmin_explore", args=[teams[0].home.pk])
    seen = [one.get(home).content.decode() for one in (desk(teams[0], "trainer"), administrator())]
    assert [("own-owner" in page, "own-editor" in page) for page in seen] == [(True, True)] * 2
    assert [("their-owner" in page, "their-editor" in page) for page in seen] == [(False, False), (True, True)]


def test_our_own_pages_of_another_team_are_not_there(teams):
    own, other = teams
    client, quiz = desk(own, "trainer"), a_quiz(other.lesson)
    assert client.get(reverse("lesson-answers", args=[other.lesson.pk])).status_code == 404
    assert client.get(reverse("quiz-answers", args=[quiz.pk])).status_code == 404
    assert client.post(reverse("prepare-picture-again", args=[other.picture.pk])).status_code == 404


def test_a_number_of_nothing_is_not_there(teams):
    client = desk(teams[0], "trainer")
    for number in ("x", "9" * 40, "-1", "1e3", ""):
        assert client.get(f"/cms/images/chooser/chosen-multiple/?id={number}").status_code == 404
        assert client.get(f"/cms/bulk/wagtailcore/page/delete/?id={number}").status_code == 404


def test_an_administrator_gets_everywhere(teams):
    client = administrator()
    got = {client.get(address).status_code for address in ("/cms/users/", "/cms/groups/", "/cms/reports/site-history/")}
    assert got == {200}
    assert client.get(address_of("wagtailadmin_pages:edit", teams[1])).status_code == 200


@pytest.mark.parametrize("route", ["lessons/{}/figures/", "lessons/begin/{}/", "lessons/{}/take/", "pages/{}/edit/"])
def test_number_that_no_page_can_have_is_not_there_for_anybody(admin_user, teams, route):
    for person in (admin_user, made_trainer(User.objects.create_user("wei"), teams[0].course)):
        assert at_desk(person).get("/cms/" + route.format("9" * 23)).status_code == 404
