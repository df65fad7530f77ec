"""〔What stands in such brackets〕 tells an author what to write there. It is kept in drafts and never published."""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError

GUIDE = re.compile(r"〔[^〕]*〕")


def guide(words: object) -> str:
    return f"〔{words}〕"


class GuidedBlock(blocks.StructBlock):
    """The parent of every card: refused while a guide of a pattern stands in it, once she publishes."""

    def clean(self, value: blocks.StructValue) -> blocks.StructValue:
        value = super().clean(value)
        if not self.is_deferred_validation:
            found = GUIDE.search("\n".join(self.get_searchable_content(value)))
            if found:
                said = _("Write your own words in place of %(guide)s.") % {"guide": found[0]}
                raise StructBlockValidationError(non_block_errors=[ValidationError(said)])
        return value
