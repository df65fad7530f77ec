"""Whose tries are counted together."""

import pytest
from django.test import RequestFactory

from trainees.visitors import address_of

PAIRS = [
    ("2001:db8:1:2::1", "2001:db8:1:2:ffff:ffff:ffff:ffff", True),
    ("2001:db8:1:2::1", "2001:db8:1:3::1", False),
    ("203.0.113.7", "203.0.113.8", False),
    ("::ffff:203.0.113.7", "203.0.113.7", True),
    ("::ffff:203.0.113.7", "::ffff:203.0.113.8", False),
]


def coming_from(address: str, **headers: str) -> str:
    return address_of(RequestFactory(REMOTE_ADDR=address).get("/", headers=headers))


@pytest.mark.parametrize(("one", "other", "same"), PAIRS)
def test_addresses_of_one_line_are_one(one, other, same):
    assert (coming_from(one) == coming_from(other)) is same


def test_what_a_stranger_says_of_his_address_is_not_believed():
    assert coming_from("203.0.113.7", **{"x-forwarded-for": "198.51.100.1"}) == coming_from("203.0.113.7")


def test_behind_a_proxy_of_ours_visitors_are_told_apart(settings):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    assert coming_from("127.0.0.1", **{"x-forwarded-for": "1.1.1.1, 198.51.100.1"}) == "198.51.100.1"
