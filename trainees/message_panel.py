"""What stands on the home of `/cms/` for administrators while messages fail, run short, or are asked for in masses."""

from collections.abc import Mapping
from typing import Any

from wagtail.admin.ui.components import Component

from trainees import senders
from trainees.selectors.carrying import (
    all_used_up,
    messages_do_not_get_through,
    nearly_used_up,
    very_many_asked_for,
)


class MessagesPanel(Component):
    name = "messages"
    template_name = "trainees/staff/messages_panel.html"
    order = 5  # before everything: people stand before the door

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, bool]:
        return {
            "all": all_used_up(),
            "most": nearly_used_up(),
            "trouble": messages_do_not_get_through(),
            "many": very_many_asked_for(),
        }


def worth_saying() -> bool:
    return senders.configured() and (nearly_used_up() or messages_do_not_get_through() or very_many_asked_for())
