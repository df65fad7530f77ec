"""Addresses of Wagtail and its translation tool that are not for administrators alone, and what each is about.

By the name of the address, as Django has it. One that is not here answers 404 to everybody else.
"""

from portal.editor_walls.forms import chosen_is_hers
from portal.editor_walls.rules import (
    Rule,
    may_publish,
    may_publish_if_asked,
    own_heap,
    own_page,
    own_translation,
    seen_page,
    seen_picture,
    target_is_own,
)

NOTHING: tuple[Rule, ...] = ()

# About nobody's content, or filtered by Wagtail to what the user may see.
FREE = (
    "wagtailadmin_home",
    "wagtailadmin_account",
    "wagtailadmin_logout",
    "wagtailadmin_login",
    "wagtailadmin_sprite",
    "wagtailadmin_javascript_catalog",
    "wagtailadmin_dismissibles",
    "wagtailadmin_block_preview",
    "wagtailadmin_explore_root",
    "wagtailadmin_api:pages:listing",
    "wagtailadmin_api:pages:detail",
    "wagtailadmin_pages:search",
    "wagtailadmin_pages:search_results",
    "wagtailadmin_choose_page_search",
    "wagtailadmin_choose_page_external_link",
    "wagtailadmin_choose_page_email_link",
    "wagtailadmin_choose_page_phone_link",
    "wagtailadmin_choose_page_anchor_link",
    "wagtailadmin_editing_sessions:ping",
    "wagtailadmin_editing_sessions:release",
    "wagtail_localize:javascript_catalog",
    "wagtailimages:index",
    "wagtailimages:index_results",
    "wagtailimages:add",
    "wagtailimages:add_multiple",
    "wagtailimages:create_multiple_from_uploaded_image",
    "wagtailimages:delete_upload_multiple",
    "wagtailimages_chooser:choose",
    "wagtailimages_chooser:choose_results",
    "wagtailimages_chooser:create",
)

OWN_PAGE = (
    "view_draft",
    "delete",
    "unpublish",
    "convert_alias",
    "usage",
    "history",
    "history_results",
    "revisions_index",
    "revisions_view",
    "revisions_revert",
    "revisions_unschedule",
    "workflow_action",
    "collect_workflow_action_data",
    "confirm_workflow_cancellation",
    "workflow_history",
    "workflow_history_detail",
    "workflow_preview",
)
SEEN_PICTURE = ("edit", "delete", "preview", "image_usage", "edit_multiple", "delete_multiple")
ONE_STRING = ("edit_string_translation", "download_pofile", "upload_pofile", "stop_translation")

TABLE: dict[str, tuple[Rule, ...]] = {
    **dict.fromkeys(FREE, NOTHING),
    "wagtailadmin_explore": (seen_page("parent_page_id"),),
    "wagtailadmin_explore_results": (seen_page("parent_page_id"),),
    "wagtailadmin_choose_page_child": (seen_page("parent_page_id"),),
    "wagtailadmin_choose_page_chosen_multiple": (seen_page("id"),),
    "wagtail_bulk_action": (own_heap,),
    **{f"wagtailadmin_pages:{name}": (own_page("page_id"),) for name in OWN_PAGE},
    "wagtailadmin_pages:add": (own_page("parent_page_id"), chosen_is_hers),
    "wagtailadmin_pages:preview_on_add": (own_page("parent_page_id"), chosen_is_hers),
    "wagtailadmin_pages:add_subpage": (own_page("parent_page_id"),),
    "wagtailadmin_pages:edit": (own_page("page_id"), chosen_is_hers),
    "wagtailadmin_pages:preview_on_edit": (own_page("page_id"), chosen_is_hers),
    "wagtailadmin_pages:revisions_compare": (own_page("pk"),),
    "wagtailadmin_pages:copy": (own_page("page_id"), seen_page("new_parent_page")),
    "wagtailadmin_pages:move": (own_page("page_to_move_id"), seen_page("new_parent_page")),
    "wagtailadmin_pages:move_confirm": (own_page("page_to_move_id"), seen_page("destination_id")),
    "wagtailadmin_pages:set_page_position": (own_page("page_to_move_id"),),
    "wagtail_localize:submit_page_translation": (own_page("page_id"),),
    "wagtail_localize:convert_to_alias": (may_publish("page_id"),),
    "wagtail_localize:update_translations": (own_translation, may_publish_if_asked),
    "wagtail_localize:preview_translation": (own_translation,),
    **{f"wagtail_localize:{name}": (own_translation, target_is_own) for name in ONE_STRING},
    **{f"wagtailimages:{name}": (seen_picture("image_id"),) for name in SEEN_PICTURE},
    "wagtailimages_chooser:chosen": (seen_picture("pk"),),
    "wagtailimages_chooser:chosen_multiple": (seen_picture("id"),),
    "wagtailimages_chooser:select_format": (seen_picture("image_id"),),
}
