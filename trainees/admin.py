"""What administrators look after in `/cms/`: who answers for which place, and the codes of the villages."""

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, ObjectList
from wagtail.admin.ui.tables import BooleanColumn, Column
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet

from trainees.forms.staff import PostForm, VillageCodeForm
from trainees.models import Category, Post, VillageCode
from villages.models import Division
from villages.selectors import matching


class PostViewSet(SnippetViewSet):
    model = Post
    icon = "user"
    menu_label = _("Posts")
    menu_name = "posts"
    menu_order = 710
    add_to_admin_menu = True
    copy_view_enabled = False
    list_display = ("user", "role", "division", "valid_from", "valid_to")
    list_filter = ("role",)
    edit_handler = ObjectList(
        [
            FieldPanel("user"),
            FieldPanel("role"),
            FieldPanel("division_code"),
            FieldPanel("course_key"),
            FieldPanel("valid_from"),
            FieldPanel("valid_to"),
        ],
        base_form_class=PostForm,
    )

    def get_queryset(self, request) -> QuerySet:
        """Keepers are trainees: who looks after them finds them in the office."""
        staff = Post.objects.exclude(role=Post.Role.KEEPER)
        return staff.select_related("user", "division__parent").order_by("division__code", "valid_from")


class VillageCodeIndexView(IndexView):
    """Found by the code on the poster, or by the village as people call it."""

    def search_queryset(self, queryset: QuerySet) -> QuerySet:
        if not self.is_searching:
            return queryset
        villages = matching(Division.objects.filter(level=Division.Level.VILLAGE), self.search_query)
        return queryset.filter(village__in=villages.order_by()) | queryset.filter(code=self.search_query.strip())


class VillageCodeViewSet(SnippetViewSet):
    model = VillageCode
    index_view_class = VillageCodeIndexView
    icon = "pin"
    menu_label = _("Village codes")
    menu_name = "village-codes"
    menu_order = 720
    add_to_admin_menu = True
    copy_view_enabled = False
    inspect_view_enabled = False
    search_fields = ("code",)
    search_backend_name = None
    list_display = ("code", Column("village", label=_("Village")), "created_at", "revoked_at")
    list_per_page = 50
    edit_handler = ObjectList([FieldPanel("place_code"), FieldPanel("again")], base_form_class=VillageCodeForm)

    def get_queryset(self, request) -> QuerySet:
        return VillageCode.objects.select_related("village__parent").order_by("village__code", "-created_at")


class CategoryViewSet(SnippetViewSet):
    """Words that programmes count people by. One that somebody is in cannot be deleted: it ends on a day."""

    model = Category
    icon = "tag"
    menu_label = _("Categories of people")
    menu_name = "categories-of-people"
    menu_order = 730
    add_to_admin_menu = True
    copy_view_enabled = False
    inspect_view_enabled = False
    list_display = ("name_zh", "name_en", "of", BooleanColumn("is_sensitive"), BooleanColumn("in_use"), "valid_to")
    list_per_page = 50
    edit_handler = ObjectList(
        [
            FieldPanel("key"),
            FieldPanel("name_zh"),
            FieldPanel("name_en"),
            FieldPanel("other_names"),
            FieldPanel("of"),
            FieldPanel("is_sensitive"),
            FieldPanel("in_use"),
            FieldPanel("valid_from"),
            FieldPanel("valid_to"),
        ]
    )
