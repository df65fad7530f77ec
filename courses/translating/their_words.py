"""Words of wagtail-localize that it has no Chinese for; our catalogue has it. Some its script does not even ask for."""

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

SENTENCES = (
    _(
        "Are you sure you want to convert this page into an alias? This will overwrite the content of the page with "
        "the content of '%(source_page_title)s' (%(source_page_locale)s)"
    ),
    _("Page '{}' has been converted into an alias."),
    _("Converted page '%(title)s' to an alias of the translation source page '%(source_title)s'"),
    _("Converted page to an alias of the translation source page"),
    _("Apply the updates and publish immediately. The changes will use the original language until translated."),
)
INSTEAD = (_("Publish in "),)  # theirs is 发布在, and the name of a language stands right behind it
MISSING = (_("Applying editor lock"), _("Removing editor lock"), _("Stopping Synced translation"))


def words_for_their_script(source: str, target: str) -> dict[str, dict[str, str]]:
    """What its catalogue lacks, and has otherwise; and what it draws as it stands, with what is to stand there."""
    into = gettext("%(source)s into %(target)s") % {"source": source, "target": target}
    drawn = {f"{source} to {target} translation": into, "More actions": gettext("More actions")}
    return {
        "missing": {words: gettext(words) for words in MISSING},
        "instead": {words: gettext(words) for words in INSTEAD},
        "drawn": drawn,
    }
