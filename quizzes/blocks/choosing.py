"""Questions answered by a tap: one of several, all that fit, is it so."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from quizzes.blocks.asking import Faults, PartBlock, QuestionBlock, explaining_card, explanation, said_twice


class OptionBlock(PartBlock):
    text = blocks.CharBlock(label=_("Answer"), max_length=80)
    right = blocks.BooleanBlock(label=_("This one is right"), required=False)
    feedback = blocks.CharBlock(
        label=_("To her who chose it wrongly"),
        required=False,
        max_length=160,
        help_text=_("Why it looked right and what happens then. Best for every wrong answer."),
    )

    class Meta:
        label = _("Answer")
        icon = "list-ul"
        label_format = "{text}"


def options() -> blocks.ListBlock:
    return blocks.ListBlock(
        OptionBlock(),
        label=_("Answers to choose from"),
        default=[{}, {}, {}],
        max_num=6,
        help_text=_("Three or four of about the same length. They are shown in this order."),
    )


def _is_any_silent(wrong: list) -> bool:
    return any(not option["feedback"] for option in wrong)


class ChoosingBlock(QuestionBlock):
    """The parent of both questions with a list of answers."""

    def faults(self, value: blocks.StructValue) -> Faults:
        options = list(value["options"])
        right = [option for option in options if option["right"]]
        wrong = [option for option in options if not option["right"]]
        twice = said_twice(option["text"] for option in options)
        for is_so, said in (
            (len(options) < 2, _("Give at least two answers to choose from.")),
            (twice, _("Two answers say “%(text)s”. Change one of them.") % {"text": twice}),
            (not right, _("No answer is marked as right. Tick “This one is right”.")),
            (self.too_many_right(right), _("Only one answer can be right here. Keep one tick, or use “All that fit”.")),
            (not wrong, _("All answers are right, so there is nothing to choose. Add a wrong one.")),
            (self.needs_reasons and _is_any_silent(wrong), _("Say to each wrong answer why it is not the one.")),
        ):
            if is_so:
                return {"options": said}
        return {}

    def too_many_right(self, right: list) -> bool:
        return False


class SingleBlock(ChoosingBlock):
    options = options()
    explanation = explanation()
    explains = explaining_card()

    def too_many_right(self, right: list) -> bool:
        return len(right) > 1

    class Meta:
        label = _("Choose one")
        icon = "radio-full"
        label_format = "{prompt}"
        description = _("One of the answers is right.")


class MultipleBlock(ChoosingBlock):
    options = options()
    explanation = explanation()
    explains = explaining_card()

    class Meta:
        label = _("All that fit")
        icon = "tick-inverse"
        label_format = "{prompt}"
        description = _("Several answers may be right; she ticks all that are.")


class TrueFalseBlock(QuestionBlock):
    answer = blocks.ChoiceBlock(label=_("Is it so?"), choices=[("true", _("It is so")), ("false", _("It is not so"))])
    explanation = explanation()
    explains = explaining_card()

    def faults(self, value: blocks.StructValue) -> Faults:
        return {}

    class Meta:
        label = _("Is it so?")
        icon = "help"
        label_format = "{prompt}"
        description = _("She hears a sentence and says whether it is so.")
