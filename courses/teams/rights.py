"""What each role may do, as the rights that Wagtail knows. Wagtail asks for those of its own image model."""

from dataclasses import dataclass

from courses.models import Role

WRITING = ("add_page", "change_page")
PUBLISHING = ("publish_page", "bulk_delete_page")
OWN_PICTURES = ("add_image", "change_image", "choose_image")
CHOOSING = ("choose_image",)
DOOR = ("access_admin",)
TRANSLATING = ("access_admin", "submit_translation")


@dataclass(frozen=True)
class Rights:
    """`pages` below the course in its source language, `translated` in others, `pictures` in the team's collection."""

    pages: tuple[str, ...] = ()
    translated: tuple[str, ...] = ()
    pictures: tuple[str, ...] = CHOOSING
    general: tuple[str, ...] = DOOR


RIGHTS = {
    Role.TRAINER: Rights(WRITING + PUBLISHING, WRITING + PUBLISHING, OWN_PICTURES, TRANSLATING),
    Role.EDITOR: Rights(WRITING, WRITING, OWN_PICTURES, TRANSLATING),
    Role.TRANSLATOR: Rights((), ("change_page",), CHOOSING, TRANSLATING),
    Role.NARRATOR: Rights(pictures=()),
    Role.REVIEWER: Rights(("change_page", "publish_page"), ("change_page", "publish_page")),
}
