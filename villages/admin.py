"""Places in `/cms/`: to find, and to mend what no file knows. None is added or deleted there."""

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, ObjectList
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet

from villages.forms import DivisionForm
from villages.models import Division
from villages.selectors import matching


class NeitherAddedNorDeleted(ModelPermissionPolicy):
    """Places come from files and are history: not even an administrator adds or deletes one by hand."""

    withheld = frozenset({"add", "delete"})

    def user_has_permission(self, user, action) -> bool:
        return action not in self.withheld and super().user_has_permission(user, action)

    def user_has_any_permission(self, user, actions) -> bool:
        return super().user_has_any_permission(user, [action for action in actions if action not in self.withheld])


class DivisionIndexView(IndexView):
    """Found as people ask: by name, other name, pinyin, initials or code."""

    def search_queryset(self, queryset: QuerySet) -> QuerySet:
        return matching(queryset, self.search_query) if self.is_searching else queryset


class ShownPanel(FieldPanel):
    """What is only read here; a dash where nothing is known."""

    def __init__(self, field_name: str, **options: Any) -> None:
        super().__init__(field_name, **{"read_only": True} | options)

    def format_value_for_display(self, value: Any) -> Any:
        return "—" if value is None else super().format_value_for_display(value)


class DivisionViewSet(SnippetViewSet):
    model = Division
    index_view_class = DivisionIndexView
    icon = "site"
    menu_label = _("Places")
    menu_name = "places"
    menu_order = 700
    add_to_admin_menu = True
    copy_view_enabled = False
    search_fields = ("name",)
    search_backend_name = None
    list_display = ("place_name", "code", "kind", "aliases", "valid_to", "successor")
    list_filter = ("level", "kind")
    list_per_page = 50
    edit_handler = ObjectList(
        [
            ShownPanel("code"),
            ShownPanel("name"),
            ShownPanel("kind"),
            ShownPanel("pinyin"),
            ShownPanel("valid_from"),
            FieldPanel("new_name"),
            FieldPanel("short_name"),
            FieldPanel("aliases", help_text=_("Old and everyday names, with a comma between them.")),
            FieldPanel("valid_to"),
            FieldPanel("successor_code"),
        ],
        base_form_class=DivisionForm,
    )

    def get_queryset(self, request) -> QuerySet:
        return Division.objects.select_related("parent", "successor__parent")
