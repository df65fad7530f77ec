"""What all pages that villagers read have in common: those of courses and those of quizzes."""

from typing import Any, cast

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import Page
from wagtail.search import index
from wagtail.url_routing import RouteResult
from wagtail_localize.fields import SynchronizedField

from foundation.hanzi import endings
from foundation.page_forms import PageForm

# Beside the other fields, not on a tab of its own: an address that is taken must be seen where she writes.
ADDRESS = MultiFieldPanel(
    [FieldPanel("slug", heading=_("Last part of the address"))], heading=_("Address"), classname="collapsed"
)

FIRST = 2  # the depth of a language's first page, below the root


class PhonePageMixin:
    """Previewed as on a phone first; the address is the same in every language."""

    admin_default_ordering = "ord"  # as villagers see it, not the page last changed
    promote_panels: list[FieldPanel] = []
    base_form_class = PageForm
    search_fields = [*Page.search_fields, index.AutocompleteField("title_endings")]
    override_translatable_fields = [SynchronizedField("slug", overridable=False)]

    def full_clean(self, *arguments: Any, **options: Any) -> None:
        """Without this wagtail-localize makes another slug of one in Chinese, whenever a translation is saved."""
        if address := self._address_in_source:
            self.slug = address
        super().full_clean(*arguments, **options)  # type: ignore[misc]

    def title_endings(self) -> str:
        """An author looks for a word in the middle of a title too."""
        return endings(cast(Page, self).title)

    @property
    def _address_in_source(self) -> str:
        """Of a translated page; the first pages of two languages stand side by side and differ."""
        page = cast(Page, self)
        if not page.locale_id or page.locale.language_code == settings.LANGUAGE_CODE or (page.depth or 0) <= FIRST:
            return ""
        sources = Page.objects.filter(
            translation_key=page.translation_key, locale__language_code=settings.LANGUAGE_CODE
        )
        return sources.values_list("slug", flat=True).first() or ""

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """As Wagtail does, with one query a level instead of two: it is known what may stand below a page."""
        # What is called here is the page's that this is mixed into.
        below = self.allowed_subpage_models() if path_components else ()  # type: ignore[attr-defined]
        for model in below:
            page = model.objects.child_of(self).filter(slug=path_components[0]).first()
            if page is not None:
                page._cached_parent_obj = self
                return page.route(request, path_components[1:])
        return super().route(request, path_components)  # type: ignore[misc]

    @property
    def preview_sizes(self) -> list[dict]:
        return [
            {"name": "phone", "icon": "mobile-alt", "device_width": 360, "label": _("Preview on a phone")},
            {"name": "desk", "icon": "desktop", "device_width": 1280, "label": _("Preview on a desk")},
        ]

    @property
    def default_preview_size(self) -> str:
        return "phone"
