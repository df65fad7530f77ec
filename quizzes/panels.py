"""What the editor of a quiz shows beside Wagtail's own fields."""

from wagtail.admin.panels import FieldPanel
from wagtail.models import Page

Cards = list[dict[str, str]]


class QuestionsPanel(FieldPanel):
    """The questions; with them, for `cards.js`, the cards of the lesson that may explain one."""

    class BoundPanel(FieldPanel.BoundPanel):
        template_name = "quizzes/admin/questions_panel.html"

        def get_context_data(self, parent_context: dict | None = None) -> dict:
            context = super().get_context_data(parent_context)
            return {**context, "cards": cards_of(self._lesson())}

        def _lesson(self) -> Page | None:
            if self.instance.pk:
                return self.instance.get_parent()
            match = self.request and self.request.resolver_match
            return Page.objects.filter(pk=match.kwargs.get("parent_page_id")).first() if match else None


def cards_of(lesson: Page | None) -> Cards:
    """Id and title of each card of the page that the quiz stands under; none if it has no cards."""
    cards = getattr(lesson.specific, "cards", None) if lesson else None
    return [
        {"id": card["id"], "title": card["value"].get("title", "")}
        for card in (cards.raw_data if cards else ())
        if card.get("id")
    ]
