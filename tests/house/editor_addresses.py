"""Who gets what at which address of Wagtail's editor: every name of the URL conf of `/cms/` that is not ours.

`ABOUT` has what names a page, picture or translation: its arguments, its query, and what each of ROLES gets for what is
her own team's. For another team's draft everybody gets 404. `FREE` names nobody's things; `CLOSED` is for
administrators alone. An address in none of them fails `test_editor_walls.py`.

Arguments and queries are filled from `tests.house.two_teams.Team`; `=page` is the word itself.
"""

ROLES = ("trainer", "editor", "translator", "narrator", "reviewer")

HOME = "302 /cms/"  # where Wagtail sends those whom it refuses, with a sentence
ALL, NOBODY, NOT_THERE, ONLY_POSTED = (200,) * 5, (HOME,) * 5, (404,) * 5, (405,) * 5
PAGES = (200, 200, HOME, HOME, 200)  # the source language
MAKING = (200, 200, HOME, HOME, HOME)
WALKING = (200, 200, 404, 404, 200)
STARTING = (200, 200, 200, HOME, HOME)
PHOTOS = (200, 200, HOME, 404, HOME)
PHOTOS_SEEN = (200, 200, 200, 404, 200)
STRINGS = (405, 405, 405, 404, 405)

HISTORY = "302 /cms/pages/{page}/history/"
ADDING = "302 /cms/pages/add/quizzes/quizpage/{page}/"

ABOUT: dict[str, tuple[str, str, tuple]] = {
    "wagtailadmin_pages:edit": ("page", "", PAGES),
    "wagtailadmin_pages:preview_on_edit": ("page", "", PAGES),
    "wagtailadmin_pages:view_draft": ("page", "", PAGES),
    "wagtailadmin_pages:delete": ("page", "", PAGES),
    "wagtailadmin_pages:unpublish": ("page", "", NOBODY),  # it is a draft
    "wagtailadmin_pages:convert_alias": ("page", "", NOT_THERE),  # it is none
    "wagtailadmin_pages:usage": ("page", "", PAGES),
    "wagtailadmin_pages:history": ("page", "", PAGES),
    "wagtailadmin_pages:history_results": ("page", "", PAGES),
    "wagtailadmin_pages:revisions_index": ("page", "", (HISTORY,) * 5),
    "wagtailadmin_pages:revisions_view": ("page revision", "", PAGES),
    "wagtailadmin_pages:revisions_revert": ("page revision", "", PAGES),
    "wagtailadmin_pages:revisions_unschedule": ("page revision", "", (200, HOME, HOME, HOME, 200)),
    # Nobody has asked for a second look at it: of a page that waits, see `test_second_looks.py`.
    "wagtailadmin_pages:workflow_action": ("page approve revision", "", NOT_THERE),
    "wagtailadmin_pages:collect_workflow_action_data": ("page reject revision", "", NOT_THERE),
    "wagtailadmin_pages:confirm_workflow_cancellation": ("page", "", ALL),
    "wagtailadmin_pages:workflow_history": ("page", "", PAGES),
    "wagtailadmin_pages:workflow_history_detail": ("page revision", "", (404, 404, HOME, HOME, 404)),
    "wagtailadmin_pages:workflow_preview": ("page revision", "", NOBODY),
    "wagtailadmin_pages:revisions_compare": ("page revision revision", "", PAGES),
    "wagtailadmin_pages:add": ("quizzes quizpage page", "", MAKING),
    "wagtailadmin_pages:preview_on_add": ("quizzes quizpage page", "", MAKING),
    "wagtailadmin_pages:add_subpage": ("page", "", (ADDING, ADDING, HOME, HOME, HOME)),
    "wagtailadmin_pages:copy": ("page", "", PAGES),
    "wagtailadmin_pages:move": ("page", "", PAGES),
    "wagtailadmin_pages:move_confirm": ("page parent", "", WALKING),
    "wagtailadmin_pages:set_page_position": ("page", "", ONLY_POSTED),
    "wagtailadmin_explore": ("page", "", WALKING),
    "wagtailadmin_explore_results": ("page", "", WALKING),
    "wagtailadmin_choose_page_child": ("page", "", WALKING),
    "wagtailadmin_choose_page_chosen_multiple": ("", "id={page}", WALKING),
    "wagtail_bulk_action": ("wagtailcore =page delete", "id={page}", ALL),
    "wagtail_localize:submit_page_translation": ("page", "", STARTING),
    "wagtail_localize:convert_to_alias": ("page", "", NOT_THERE),  # it is the source
    "wagtail_localize:update_translations": ("source", "", STARTING),
    "wagtail_localize:preview_translation": ("translation", "", (200, 200, 200, HOME, 200)),
    "wagtail_localize:edit_string_translation": ("translation string", "", STRINGS),
    "wagtail_localize:download_pofile": ("translation", "", PHOTOS_SEEN),
    "wagtail_localize:upload_pofile": ("translation", "", STRINGS),
    "wagtail_localize:stop_translation": ("translation", "", (405, 404, 404, 404, 405)),
    "wagtailimages:edit": ("picture", "", PHOTOS),
    "wagtailimages:delete": ("picture", "", PHOTOS),
    "wagtailimages:image_usage": ("picture", "", PHOTOS),
    "wagtailimages:preview": ("picture width-20", "", PHOTOS),
    "wagtailimages:edit_multiple": ("picture", "", STRINGS),
    "wagtailimages:delete_multiple": ("picture", "", STRINGS),
    "wagtailimages_chooser:chosen": ("picture", "", PHOTOS_SEEN),
    "wagtailimages_chooser:chosen_multiple": ("", "id={picture}", PHOTOS_SEEN),
    "wagtailimages_chooser:select_format": ("picture", "", PHOTOS_SEEN),
}

FREE = {
    "": "wagtailadmin_home wagtailadmin_account wagtailadmin_logout wagtailadmin_login wagtailadmin_sprite",
    "words": "wagtailadmin_javascript_catalog wagtail_localize:javascript_catalog wagtailadmin_dismissibles",
    "previews": "wagtailadmin_block_preview",
    "links": """
        wagtailadmin_choose_page_external_link wagtailadmin_choose_page_email_link
        wagtailadmin_choose_page_phone_link wagtailadmin_choose_page_anchor_link
    """,
    "filtered": """
        wagtailadmin_explore_root wagtailadmin_api:pages:listing wagtailadmin_api:pages:detail
        wagtailadmin_pages:search wagtailadmin_pages:search_results wagtailadmin_choose_page
        wagtailadmin_choose_page_search wagtailimages:index wagtailimages:index_results
        wagtailimages_chooser:choose wagtailimages_chooser:choose_results
    """,
    "asked by Wagtail": "wagtailadmin_editing_sessions:ping wagtailadmin_editing_sessions:release",
    "uploads": """
        wagtailimages:add wagtailimages:add_multiple wagtailimages:create_multiple_from_uploaded_image
        wagtailimages:delete_upload_multiple wagtailimages_chooser:create
    """,
}

# Lists in which another team's draft would stand, if Wagtail did not keep to its own rules or we to ours.
LISTS = (
    "/cms/",
    "/cms/pages/?q=秘密",
    "/cms/pages/{home}/",
    "/cms/pages/{home}/?q=秘密",
    "/cms/pages/search/?q=秘密",
    "/cms/api/main/pages/",
    "/cms/api/main/pages/?search=秘密",
    "/cms/api/main/pages/?child_of={home}",
    "/cms/api/main/pages/?child_of={parent}",
    "/cms/api/main/pages/{page}/",
    "/cms/choose-page/?page_type=courses.LessonPage",
    "/cms/choose-page/{home}/",
    "/cms/choose-page/search/?q=秘密",
    "/cms/images/?q=秘密",
    "/cms/images/?collection_id={collection}",
    "/cms/images/chooser/?q=秘密",
    "/cms/images/chooser/results/?collection_id={collection}",
    "/cms/bulk/wagtailcore/page/delete/?id={page}",
    "/cms/bulk/wagtailcore/page/delete/?id=all&childOf={home}",
    "/cms/bulk/wagtailcore/page/delete/?id=all&childOf={parent}",
    "/cms/bulk/wagtailcore/page/move/?id={page}",
    "/cms/bulk/media/picture/delete/?id={picture}",
    "/cms/bulk/media/picture/add_to_collection/?id=all",
    "/cms/bulk/trainees/user/delete/?id=1",
    "/cms/bulk/wagtailcore/page/publish/?id=none",
)

CHOOSER = "choose choose_results chosen chosen_multiple create"
SNIPPET = "add delete edit history history_results usage"
CLOSED = {
    "": """
        wagtailadmin_error_test wagtailadmin_password_reset wagtailadmin_password_reset_complete
        wagtailadmin_password_reset_confirm wagtailadmin_password_reset_done
        wagtailadmin_tag_autocomplete wagtailadmin_tag_model_autocomplete
    """,
    "wagtail_localize": """
        edit_override machine_translate snippets_api_detail snippets_api_listing submit_snippet_translation
        translations_report translations_report_results
    """,
    "wagtailadmin_api:documents": """
        detail find listing
    """,
    "wagtailadmin_api:images": """
        detail find listing
    """,
    "wagtailadmin_api:pages": """
        action find
    """,
    "wagtailadmin_collections": """
        add delete edit index set_privacy
    """,
    "wagtailadmin_pages": """
        choose_parent lock set_privacy type_use type_use_results unlock
    """,
    "wagtailadmin_reports": """
        aging_pages aging_pages_results locked_pages locked_pages_results page_types_usage
        page_types_usage_results site_history site_history_results workflow workflow_results workflow_tasks
        workflow_tasks_results
    """,
    "wagtailadmin_workflows": """
        add add_task disable disable_task edit edit_task enable enable_task index index_results remove
        select_task_type task_chooser task_chooser_create task_chooser_results task_chosen task_index
        task_index_results usage usage_results
    """,
    "wagtaildocs": """
        add add_multiple create_multiple_from_uploaded_document delete delete_multiple
        delete_upload_multiple document_usage edit edit_multiple index index_results
    """,
    "wagtaildocs_chooser": CHOOSER,
    "wagtailembeds": """
        chooser chooser_upload
    """,
    "wagtailimages": """
        url_generator url_generator_output
    """,
    "wagtaillocales": """
        add copy delete edit history history_results index index_results usage
    """,
    "wagtailsettings": """
        edit preview_on_edit
    """,
    "wagtailsites": """
        add copy delete edit history history_results index index_results usage
    """,
    "wagtailsnippetchoosers_trainees_category": CHOOSER,
    "wagtailsnippetchoosers_trainees_post": CHOOSER,
    "wagtailsnippetchoosers_trainees_villagecode": CHOOSER,
    "wagtailsnippetchoosers_villages_division": CHOOSER,
    "wagtailsnippets": """
        index
    """,
    "wagtailsnippets_trainees_category": f"{SNIPPET} list list_results",
    "wagtailsnippets_trainees_post": """
        add delete edit history history_results list list_results usage
    """,
    "wagtailsnippets_trainees_villagecode": SNIPPET,
    "wagtailsnippets_villages_division": SNIPPET,
    "wagtailusers_groups": """
        add delete edit history history_results index index_results usage
    """,
    "wagtailusers_users": """
        add copy delete edit history history_results index index_results usage
    """,
}
