"""What all pages that villagers read have in common."""

from django.utils.translation import gettext_lazy as _
from wagtail_localize.fields import SynchronizedField


class PhonePageMixin:
    """Previewed as on a phone first; the address is the same in every language."""

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
