"""What the editor of a quiz shows beside Wagtail's own fields."""

from wagtail.admin.panels import FieldPanel, MultiFieldPanel, Panel
from wagtail.models import Page

Cards = list[dict[str, str]]


class QuestionsPanel(FieldPanel):
    """The questions, the way to bring them in, and for `cards.js` the cards of the lesson that may explain one."""

    class BoundPanel(FieldPanel.BoundPanel):
        template_name = "quizzes/admin/questions_panel.html"

        def get_context_data(self, parent_context: dict | None = None) -> dict:
            context = super().get_context_data(parent_context)
            return {**context, "cards": cards_of(page_above(self)), "quiz_pk": self.instance.pk}


class TestPanel(MultiFieldPanel):
    """What only the test of a course has to say. The quiz of a lesson does not show it."""

    class BoundPanel(MultiFieldPanel.BoundPanel):
        def is_shown(self) -> bool:
            return is_course(page_above(self)) and super().is_shown()


def page_above(panel: Panel.BoundPanel) -> Page | None:
    """The page under which the quiz of a form stands, or is to stand."""
    if panel.instance.pk:
        return panel.instance.get_parent()
    match = panel.request and panel.request.resolver_match
    return Page.objects.filter(pk=match.kwargs.get("parent_page_id")).first() if match else None


def is_course(page: Page | None) -> bool:
    """A course has no cards of its own; content does not ask for it by name, for it stands above."""
    return page is not None and not hasattr(page.specific_class, "cards")


def cards_of(lesson: Page | None) -> Cards:
    """Id and title of each card of the page that the quiz stands under; none if it has no cards."""
    cards = getattr(lesson.specific, "cards", None) if lesson else None
    return [
        {"id": card["id"], "title": card["value"].get("title") or card["value"].get("prompt", "")}
        for card in (cards.raw_data if cards else ())
        if card.get("id")
    ]
