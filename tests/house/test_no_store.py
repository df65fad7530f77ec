"""Whatever room people are shown in, its pages leave nothing behind in a browser or a proxy."""

from tests.house.addresses import ROLES, ROWS
from tests.house.test_addresses import roles  # noqa: F401 - pytest finds it here

ROOMS = ("/cms/", "/office/", "/posters/", "/accounts/", "/learn/", "/village/", "/c/")
# Nobody's data stands there: forms to fill in, and files that are the same for all.
OF_NOBODY = ("/cms/quizzes/questions.xlsx",)


def test_no_page_of_a_room_stays_in_a_browser_or_a_proxy(roles):  # noqa: F811 - it is that one
    kept, looked_at = [], 0
    for _route, address, *expected in ROWS:
        if not address.startswith(ROOMS) or address in OF_NOBODY:
            continue
        role = next((role for role, got in zip(ROLES, expected, strict=True) if got == 200), None)
        if role is None:
            continue
        looked_at += 1
        reply = roles[role].get(address)
        if "no-store" not in reply.headers.get("Cache-Control", ""):
            kept.append(address)
    assert kept == []
    assert looked_at > 30
