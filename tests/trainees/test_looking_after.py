"""What administrators look after: posts, and the codes of villages."""

import pytest
from django.test import Client

from tests.house.test_addresses import signed_in
from tests.trainees.conftest import FENGSHAN, HAOHUAHONG, page
from trainees.models import Post, User, VillageCode

POSTS = "/cms/snippets/trainees/post/"
CODES = "/cms/snippets/trainees/villagecode/"


@pytest.fixture
def admin(posters) -> Client:
    return signed_in(User.objects.create_superuser("admin"))


def post_of(holder: User, **changed: str) -> dict:
    return {
        "user": str(holder.pk),
        "role": "official",
        "division_code": "522731000000",
        "valid_from": "2026-01-01",
        "valid_to": "",
    } | changed


def test_a_post_is_given_by_the_code_of_its_place(admin):
    luo = User.objects.create_user("luo")
    assert admin.post(f"{POSTS}add/", post_of(luo)).status_code == 302
    assert (Post.objects.get().user, Post.objects.get().division.code) == (luo, "522731")
    assert "luo" in page(admin.get(POSTS))


@pytest.mark.parametrize("changed", [{"division_code": "999999"}, {"valid_to": "2025-12-31"}, {"user": "0"}])
def test_a_post_that_cannot_be_is_told_and_not_made(admin, changed):
    assert "error" in page(admin.post(f"{POSTS}add/", post_of(User.objects.create_user("luo"), **changed)))
    assert not Post.objects.exists()


def test_no_trainee_is_offered_a_post(admin, yang):
    offered = page(admin.get(f"{POSTS}add/"))
    assert yang.user.username not in offered
    assert admin.post(f"{POSTS}add/", post_of(yang.user)).status_code == 200
    assert not Post.objects.exists()


def test_a_village_gets_another_code_and_keeps_its_old_one_in_the_list(admin):
    old = VillageCode.objects.get(village__code=FENGSHAN)
    assert admin.post(f"{CODES}edit/{old.pk}/", {"again": "on"}).status_code == 302
    old.refresh_from_db()
    assert old.revoked_at
    assert VillageCode.objects.filter(village__code=FENGSHAN, revoked_at=None).count() == 1
    assert old.code in page(admin.get(CODES))


def test_a_village_without_a_code_gets_one_and_a_township_none(admin):
    VillageCode.objects.filter(village__code=HAOHUAHONG).delete()
    assert admin.post(f"{CODES}add/", {"place_code": HAOHUAHONG}).status_code == 302
    assert VillageCode.objects.filter(village__code=HAOHUAHONG).count() == 1
    assert admin.post(f"{CODES}add/", {"place_code": "522731102"}).status_code == 200
    assert VillageCode.objects.count() == 3


def test_a_code_is_found_by_its_village(admin):
    found = page(admin.get(CODES, {"q": "凤山"}))
    assert VillageCode.objects.get(village__code=FENGSHAN).code in found
    assert VillageCode.objects.get(village__code=HAOHUAHONG).code not in found
