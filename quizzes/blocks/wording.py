"""A question answered by a word that she types."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from quizzes.blocks.asking import Faults, QuestionBlock, UntranslatedBlock, explaining_card, explanation, said_twice
from quizzes.words import folded


class ShortBlock(QuestionBlock):
    """What is accepted is the key, so it is the same in every language: words of all of them stand in one list."""

    answers = blocks.ListBlock(
        UntranslatedBlock(label=_("Accepted answer"), max_length=40),
        label=_("Accepted answers"),
        default=[""],
        max_num=12,
        help_text=_(
            "Every way in which it may be written, in every language of the course. Spaces, large letters and a full "
            "stop make no difference. She has to type: choose this kind only for a name or a single word."
        ),
    )
    explanation = explanation()
    explains = explaining_card()

    def faults(self, value: blocks.StructValue) -> Faults:
        answers = [folded(answer or "") for answer in value["answers"]]
        twice = said_twice(answers)
        if not answers:
            return {"answers": _("Give at least one answer that is accepted.")}
        if not all(answers):
            return {"answers": _("An answer needs letters or figures. Fill it in, or take it out.")}
        if twice:
            return {"answers": _("“%(text)s” stands here twice. Take one out.") % {"text": twice}}
        return {}

    class Meta:
        label = _("A word")
        icon = "pilcrow"
        label_format = "{prompt}"
        description = _("She types a name or a word; every way of writing it that you list is right.")
