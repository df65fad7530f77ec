"""What all pages that villagers read have in common."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail_localize.fields import SynchronizedField

# Beside the other fields, not on a tab of its own: an address that is taken must be seen where she writes.
ADDRESS = MultiFieldPanel(
    [FieldPanel("slug", heading=_("Last part of the address"))], heading=_("Address"), classname="collapsed"
)


class PhonePageMixin:
    """Previewed as on a phone first; the address is the same in every language."""

    admin_default_ordering = "ord"  # as villagers see it, not the page last changed
    promote_panels: list[FieldPanel] = []
    override_translatable_fields = [SynchronizedField("slug", overridable=False)]

    @property
    def preview_sizes(self) -> list[dict]:
        return [
            {"name": "phone", "icon": "mobile-alt", "device_width": 360, "label": _("Preview on a phone")},
            {"name": "desk", "icon": "desktop", "device_width": 1280, "label": _("Preview on a desk")},
        ]

    @property
    def default_preview_size(self) -> str:
        return "phone"
