import json

import pytest

from courses.models import CoursePage
from tests import builders
from tests.staff import at_desk
from trainees.models import User


def queries_for(client, url, connection_queries):
    with connection_queries as captured:
        assert client.get(f"{url}?render=1").status_code == 200
    return len(captured)


@pytest.fixture
def module(course):
    return builders.a_module(course)


def test_list_shows_lessons_under_their_module(client, course, module):
    builders.a_lesson(module)
    page = client.get(course.url).text
    assert page.index("包好，") < page.index("打包鲜果")


def test_module_has_no_screen_and_so_no_preview(module):
    """Wagtail asked for the page of one as soon as its editor opened, and there is none."""
    desk = at_desk(User.objects.create_superuser("admin"))
    assert module.is_previewable() is False
    assert 'data-side-panel="preview"' not in desk.get(f"/cms/pages/{module.pk}/edit/").text


def test_home_with_one_course_is_its_list(client, course, module):
    builders.a_lesson(module)
    assert "打包鲜果" in client.get(course.get_parent().url).text


def test_home_with_two_courses_lists_them(client, course, module):
    home = course.get_parent()
    home.add_child(instance=CoursePage(title="第二门课", short_title="第二门", slug="second", locale=home.locale))
    assert "第二门课" in client.get(home.url).text


def test_unpublished_lesson_is_not_listed(client, course, module):
    builders.a_lesson(module).unpublish()
    assert "打包鲜果" not in client.get(course.url).text


def test_empty_course_says_so(client, course):
    response = client.get(course.url)
    assert response.status_code == 200
    assert "foot__main" not in response.text.split("</style>")[1]


def test_list_is_the_same_for_everybody_and_says_where_she_goes_on(client, course, module):
    lesson = builders.a_lesson(module)
    page = client.get(course.url).text
    assert f'href="{lesson.url}" data-go-on="/learn/?in=zh-hans" data-words="接着学">从这里开始<svg' in page
    client.cookies["learner"] = "11111111-1111-4111-8111-111111111111"
    assert client.get(course.url).text == page


def test_path_shows_only_its_lessons(client, course, module):
    chosen = builders.a_lesson(module)
    builders.a_lesson(module, title="寄出去", slug="ship")
    value = {"name": "我自己卖", "slug": "self", "icon": "shop", "lessons": [chosen.pk]}
    course.paths = json.dumps([{"type": "path", "value": value}])
    course.save()
    page = client.get(f"{course.url}path/self/").text
    assert "打包鲜果" in page
    assert "寄出去" not in page


def test_unknown_path_is_404(client, course):
    assert client.get(f"{course.url}path/nowhere/").status_code == 404


def test_module_leads_to_its_place_in_the_list(client, course, module):
    assert client.get(module.url)["Location"] == f"{course.url}#packing"


def test_queries_do_not_grow_with_the_list(client, course, module, django_assert_max_num_queries):
    for number in range(12):
        builders.a_lesson(module, slug=f"lesson-{number}")
    with django_assert_max_num_queries(20):
        client.get(f"{course.url}?render=1")


def test_next_lesson_crosses_modules(course, module):
    last = builders.a_lesson(module)
    other = builders.a_module(course, slug="sending")
    first_of_other = builders.a_lesson(other, slug="ship")
    assert last.next_lesson.specific == first_of_other
    assert first_of_other.next_lesson is None


def test_quiz_is_not_the_next_lesson(course, module):
    lesson = builders.a_lesson(module)
    after = builders.a_lesson(module, slug="after")
    quiz = builders.a_quiz(lesson)
    builders.a_quiz(course)
    assert (lesson.quiz.specific, lesson.next_lesson.specific) == (quiz, after)
    assert (after.quiz, after.next_lesson) == (None, None)


def test_quiz_of_the_next_lesson_is_not_this_ones(module):
    lesson, after = builders.a_lesson(module), builders.a_lesson(module, slug="after")
    builders.a_quiz(after)
    assert (lesson.quiz, lesson.next_lesson.specific) == (None, after)


def test_quiz_is_no_row_of_the_list(client, course, module):
    builders.a_quiz(builders.a_lesson(module))
    assert client.get(course.url).text.split("</style>")[1].count('class="row"') == 1
