"""Sentences of the editor that Wagtail has no Chinese for and that a trainer must understand; our catalogue has it."""

from django.utils.translation import gettext_noop as _

SENTENCES = (
    _("Saved"),
    _("Autosave is paused"),
    _("Autosave is <span>paused</span>"),
    _("Saving will overwrite a newer version."),
    _("%(user_name)s saved a new version"),
    _("Proceeding will overwrite the changes made by %(user_name)s."),
    _("You saved a new version in another window"),
    _("Proceeding will overwrite the changes you made in that window."),
    _("View latest version"),
    _("There are validation errors, click save to highlight them."),
    _("The page could not be created due to validation errors."),
    _("The page could not be saved due to validation errors."),
    _("Please provide an image description to comply with best practices for accessibility."),
)
