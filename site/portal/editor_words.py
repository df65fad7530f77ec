"""Sentences of the editor that Wagtail has no Chinese for and that a trainer must understand; our catalogue has it."""

from django.utils.translation import gettext, gettext_lazy, ngettext_lazy
from django.utils.translation import gettext_noop as _
from wagtail.admin.ui.sidebar import MainMenuModule
from wagtail.admin.ui.tables.pages import PageTitleColumn
from wagtail.admin.viewsets.chooser import ChooserViewSet
from wagtail.models import Collection, Page
from wagtail_localize import models as localize_models
from wagtail_localize.views import edit_translation

SENTENCES = (
    _("Go-live:"),
    _("Once scheduled:"),
    _("%(time)s by %(user_display_name)s"),
    _("Compare"),
    _("New: %(model_name)s"),
    _("Save your changes before leaving"),
    _("- Select an option -"),
    _("Are you sure you want to unschedule this revision?"),
    _("Yes, unschedule"),
    _("No, don't unschedule"),
    _("Changes"),
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
    _("Go to the first error"),
    _("Actions (footer)"),
    _(
        "Pages created here will not be accessible at any URL. To add pages to an existing site, create them "
        "as children of the homepage."
    ),
    _("%(start_index)s-%(end_index)s of %(items_count)s %(model_name)s across entire site."),
    _(
        "%(start_index)s-%(end_index)s of %(items_count)s %(model_name)s in '<span "
        'class="w-title-ellipsis">%(title)s</span>\'.'
    ),
    _("%(start_index)s-%(end_index)s of %(items_count)s %(model_name)s"),
    _("Choose when this page should go live and/or expire"),
    _('This publishing schedule will only take effect after you select the "Schedule to publish" option'),
    _("Anyone with editing permissions can create schedules"),
    _("But only those with publishing permissions can make them effective."),
    _("A network error occurred"),
    _(
        "Troubleshoot your connection to the site before proceeding. Open the editor in a separate tab to "
        "view the last saved version."
    ),
    _("Section"),
    _("Content metrics"),
    _("Words"),
    _("Reading time"),
    _("Readability"),
    _("This data explained"),
    _("How we calculate our metrics"),
    _("We extract the main content from the page preview, remove all formatting, and calculate the number of words."),
    _("We calculate reading time from word count, using different reading speeds for different languages."),
    _(
        "We use a readability formula based on length of words and sentences. Long sentences and words result "
        "in a worse readability score."
    ),
    _(
        'See our <a href="%(guide_link)s" target="_blank">content checks guide</a> for more information on '
        "how content metrics are calculated."
    ),
    _("Available in %(translations_total)s locales"),
    _("Locking: "),
    _("Anyone can edit this %(model_name)s – lock it to prevent others from editing"),
    _("Anyone can edit this %(model_name)s"),
    _("Choose who can view the live version of this page"),
    _("To be created by %(user)s"),
    _("Correct the validation errors to resume preview (saving will highlight errors)"),
    _("Item %(index)s of %(total)s"),
    _("Disable custom ordering"),
    _("Checks"),
    _("Toggle checks"),
    _("Application"),
    _("Show keyboard shortcuts"),
    _("Toggle minimap"),
    _("Close modal dialogs (like this one)"),
    _("Save changes"),
    _("Text editing"),
    _("Cut"),
    _("Paste"),
    _("Text formatting"),
    _("Sort by '%(label)s' in ascending order."),
    _("Sort by '%(label)s' in descending order."),
    _("Focus on the drag button and press up or down arrows to move the item, then press enter to submit the change."),
    _("Theme preferences"),
    _("admin theme"),
    _("contrast"),
    _("More contrast"),
    _("density"),
    _("Snug"),
    _("Enable custom keyboard shortcuts specific to Wagtail."),
    _("Is commenting action"),
    _("Date updated"),
    _("Edited by"),
    _("Has child pages"),
    _("Any"),
    _("Page type"),
    _("Exploring"),
    _("Layout"),
    _("Grid layout"),
    _("List layout"),
    _("Oldest"),
    _("Usage count: (low to high)"),
    _("Usage count: (high to low)"),
    _("Use server language: %(language_name)s"),
    _("Schedule to publish"),
    _("Scheduling…"),
    _("Locked by schedule"),
    _("Currently locked and will go live on the scheduled date"),
    _("{model_name} '{title}' is locked and has been scheduled to go live at {datetime}"),
    _("No one can make changes while the %(model_name)s is locked"),
    _("Only you can make changes while the %(model_name)s is locked"),
    _("Only %(user)s can make changes while the %(model_name)s is locked"),
    _("Locked by you"),
    _("Locked by another user"),
    _("The page could not be saved as it is locked."),
    _("The new page will be a child of this given parent page."),
    _('You do not have permission to publish pages at "%(page_title)s"'),
    _("The slug '%(page_slug)s' is already in use within the parent page."),
    _("'%(page_title)s' has been moved successfully."),
    _("at %(time)s by %(user_display_name)s"),
    _("at %(time)s"),
    _("Refresh"),
    _("Refreshing…"),
    _("Placeholder title"),
    _("%(model_name)s scheduled for publishing at %(go_live_at)s"),
    _("%(model_name)s scheduled for publishing"),
    _("%(model_name)s unscheduled for publishing at %(go_live_at)s"),
    _("%(model_name)s unscheduled from publishing"),
    _("Required. Letters, digits and @/./+/-/_ only."),
    _("Preview cannot display due to validation errors. <br /> Click save to highlight the relevant fields."),
    _("Currently viewing"),
    _("Currently idle"),
    _("%(user_name)s has unsaved changes"),
    _("You have unsaved changes in another window"),
    # While a second person looks at a page.
    _("%(label)s and Publish"),
    _("In Moderation"),
    _("Workflow on page '%(page_title)s' has been cancelled."),
    _("Page '%(page_title)s' has been submitted for moderation."),
    _("This %(model_name)s is currently awaiting moderation."),
    _("Only reviewers for this task can edit the %(model_name)s."),
    _("Locked by workflow"),
    _("Only reviewers can edit and approve the %(model_name)s"),
    _("Sent to %(task_name)s %(started_at)s"),
    _("Changes requested %(finished_at)s"),
    _("%(status_display)s %(task_name)s %(started_at)s"),
    _("This page is currently at <strong>%(task)s</strong> in <strong>%(workflow)s</strong>."),
    _("This page was marked as needing changes at <strong>%(task)s</strong> in <strong>%(workflow)s</strong>."),
    _("Resubmitted '%(task)s'. Workflow resumed"),
    # These it has, and with 你, or “updated” of what was only just made.
    _("Page '%(page_title)s' has been updated."),
    _("This field is required."),
    _("live"),
    _("Live"),
    _("live + draft"),
    _("View live"),
    _("Sort menu order"),
    _("The page title as you'd like it to be seen by the public"),
    _("Sorry, you do not have permission to access this area."),
)

COUNTED = (
    ngettext_lazy("There is one matching page", "There are %(counter)s matching pages"),
    ngettext_lazy(
        "Deleting this page will also delete %(descendant_count)s child page.",
        "Deleting this page will also delete %(descendant_count)s more child pages.",
    ),
    ngettext_lazy(
        "This page has one subpage. Unpublish this too",
        "This page has %(live_descendant_count)s subpages. Unpublish these too",
    ),
    ngettext_lazy("Referenced %(count)s time", "Referenced %(count)s times"),
    ngettext_lazy(
        "This %(model_name)s is referenced %(usage_count)s time.",
        "This %(model_name)s is referenced %(usage_count)s times.",
    ),
)


def say_search_to_each_in_her_language() -> None:
    """Wagtail says it once, when it starts, in the language of the site."""
    ChooserViewSet.search_tab_label = gettext_lazy("Search")


def say_days_in_figures() -> None:
    """On a translator's page they are written with the English name of the month, whoever reads them."""
    localize_models.DATE_FORMAT = edit_translation.DATE_FORMAT = "%Y-%m-%d"


def call_the_root_by_a_name() -> None:
    """The crumbs above every page begin with it, and where pictures go; in the database both are “Root” for all."""
    title, indented = Page.get_admin_display_title, Collection.get_indented_name

    def named(page: Page) -> str:
        return gettext("All pages") if page.is_root() else title(page)

    def offered(collection: Collection, *how: object, **more: object) -> str:
        return gettext("All courses") if collection.is_root() else indented(collection, *how, **more)

    Page.get_admin_display_title, Collection.get_indented_name = named, offered


def call_her_by_her_whole_name() -> None:
    """In the corner of the menu, as everywhere else; Wagtail takes the given name alone, or the name of the sign-in."""
    given = MainMenuModule.js_args

    def named(module: MainMenuModule) -> list:
        *before, person = given(module)
        return [*before, {**person, "name": module.user.get_full_name() or person["name"]}]

    MainMenuModule.js_args = named


def name_what_was_found() -> None:
    """Above pages that were found, Wagtail counts “1-1 of 1 None”."""
    told = PageTitleColumn.get_header_context_data

    def named(column: PageTitleColumn, parent_context: dict) -> dict:
        context = told(column, parent_context)
        page = Page._meta
        name = page.verbose_name if context["items_count"] == 1 else page.verbose_name_plural
        return {**context, "model_name": context["model_name"] or name}

    PageTitleColumn.get_header_context_data = named
