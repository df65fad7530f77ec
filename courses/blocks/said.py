"""Words that are read aloud: a title, and at most three short sentences."""

from operator import attrgetter

from django.core.exceptions import ValidationError
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail_localize.segments import StringSegmentValue

from courses.blocks.guides import GuidedBlock
from media.blocks import PictureBlock

SENTENCES_AT_MOST = 3


class SentencesBlock(blocks.TextBlock):
    """One sentence a line, three lines at most: what fits on a phone and into one breath."""

    def __init__(self, **options):
        options.setdefault("help_text", _("One short sentence a line, three lines at most."))
        super().__init__(rows=3, **options)

    def clean(self, value: str) -> str:
        lines = [line.strip() for line in (super().clean(value) or "").splitlines() if line.strip()]
        if len(lines) > SENTENCES_AT_MOST:
            raise ValidationError(
                _("This card has %(count)s lines. Keep three, and make a new card for the rest."),
                params={"count": len(lines)},
            )
        return "\n".join(lines)

    def get_translatable_segments(self, value: str) -> list[StringSegmentValue]:
        """Each sentence by itself: where translations are typed there is no way to begin a new line."""
        return [StringSegmentValue("", line) for line in (value or "").splitlines()]

    def restore_translated_segments(self, value: str, segments: list[StringSegmentValue]) -> str:
        return "\n".join(segment.render_text() for segment in sorted(segments, key=attrgetter("order")))


class CardValue(blocks.StructValue):
    """What every kind of card can answer, for templates and search."""

    @cached_property
    def words(self) -> str:
        """Everything that stands on the card, one line a piece, for search."""
        return "\n".join(content for content in self.block.get_searchable_content(self) if content)

    @cached_property
    def spoken(self) -> str:
        """What is read aloud of it, one line a piece: the words without those for a picture."""
        said = [
            block.get_searchable_content(self.get(name))
            for name, block in self.block.child_blocks.items()
            if not isinstance(block, PictureBlock)
        ]
        return "\n".join(content for contents in said for content in contents if content)


class TitledBlock(GuidedBlock):
    """A card with a picture and a title; the parent of every kind."""

    picture = PictureBlock(label=_("Picture"), help_text=_("Hands that do it, and the thing. No faces of children."))
    title = blocks.CharBlock(label=_("Title"), max_length=60, help_text=_("A few words, ten characters if you can."))

    class Meta:
        value_class = CardValue
        label_format = "{title}"
