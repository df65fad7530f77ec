"""Background work as an administrator sees it."""

import re
import time

import pytest
from allauth.account.authentication import AUTHENTICATION_METHODS_SESSION_KEY
from celery import current_app
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.urls import reverse

from foundation.jobs import Job, enqueue, registry
from foundation.jobs.words import called_names
from tests.builders import a_picture

pytestmark = pytest.mark.django_db
INDEX = "background_work:index"


def sign_in(client, name: str, *, administrator: bool):
    user = get_user_model().objects.create_user(name, is_superuser=administrator)
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(user)
    session = client.session
    session[AUTHENTICATION_METHODS_SESSION_KEY] = [{"method": "mfa", "at": time.time()}]
    session[f"{AUTHENTICATION_METHODS_SESSION_KEY}_user"] = str(user.pk)
    session.save()
    return client


@pytest.fixture
def administrator(client):
    return sign_in(client, "admin", administrator=True)


@pytest.fixture
def given_up() -> Job:
    row = enqueue(name="ring")
    Job.objects.update(state=Job.State.FAILED, attempts=5, last_error="OSError No space left on device")
    return row


def test_given_up_job_is_shown_with_its_reason_and_a_way_to_try_again(administrator, given_up):
    page = administrator.get(reverse(INDEX)).content.decode()
    assert "OSError No space left on device" in page
    assert reverse("background_work:retry", args=[given_up.pk]) in page


def test_jobs_are_called_by_words_and_by_their_thing(administrator):
    picture = a_picture()
    enqueue(name="make-video", payload={"video": 4711})
    enqueue(name="prepare-picture", payload={"picture": picture.pk})
    page = administrator.get(reverse(INDEX), {"name": "prepare-picture"}).text
    assert f"把照片做小 · {picture.title}" in page
    assert "prepare-picture " not in page
    assert re.findall(r"把视频做小(?! ·)", administrator.get(reverse(INDEX)).text)


def test_no_job_is_without_words():
    current_app.loader.import_default_modules()
    assert set(registry._registrations) - {name for name, _words in called_names()} == set()


def test_job_is_tried_again(administrator, given_up):
    assert administrator.post(reverse("background_work:retry", args=[given_up.pk])).url == reverse(INDEX)
    given_up.refresh_from_db()
    assert (given_up.state, given_up.attempts) == (Job.State.QUEUED, 0)


def test_trying_again_needs_a_button_not_a_link(administrator, given_up):
    assert administrator.get(reverse("background_work:retry", args=[given_up.pk])).status_code == 405


def test_trainer_sees_none_of_it(client, given_up):
    trainer = sign_in(client, "wei", administrator=False)
    assert trainer.get(reverse(INDEX)).status_code != 200
    trainer.post(reverse("background_work:retry", args=[given_up.pk]))
    given_up.refresh_from_db()
    assert given_up.state == Job.State.FAILED


def test_list_costs_the_same_for_more_jobs(administrator, django_assert_max_num_queries):
    for _ in range(19):
        enqueue(name="ring")
    administrator.get(reverse(INDEX))
    with django_assert_max_num_queries(15):
        administrator.get(reverse(INDEX))
