"""What an address is about, and whether that is the user's: each rule is asked with the request and its arguments."""

from collections.abc import Callable, Iterable

from django.http import HttpRequest
from wagtail.images import get_image_model
from wagtail.models import Page
from wagtail.permissions import policy_registry
from wagtail_localize.models import Translation, TranslationSource

from courses.teams.selectors import is_on_team
from media.videos.rights import videos_visible_to

Rule = Callable[[HttpRequest, dict], bool]

WRITING = {"add", "change", "publish", "bulk_delete", "lock", "unlock"}
SEEING_PICTURES = ["add", "change", "delete", "choose"]


def own_page(*names: str) -> Rule:
    """Pages that the user may change, or that stand in a course of her team."""

    def rule(request: HttpRequest, arguments: dict) -> bool:
        return are_own(request, _ids(request, arguments, names))

    return rule


def seen_page(*names: str) -> Rule:
    """Pages on the way to hers too, as the home page is: to open, or to put something there if she may."""

    def rule(request: HttpRequest, arguments: dict) -> bool:
        ids = _ids(request, arguments, names)
        return not ids or _all_in(ids, policy_registry.get_by_type(Page).explorable_instances(request.user))

    return rule


def seen_picture(*names: str) -> Rule:
    """Pictures of her team, and those that all may use."""

    def rule(request: HttpRequest, arguments: dict) -> bool:
        return are_seen_pictures(request, _ids(request, arguments, names))

    return rule


def own_translation(request: HttpRequest, arguments: dict) -> bool:
    """Translations of a page that is hers in one language at least."""
    if "translation_id" in arguments:
        sources = TranslationSource.objects.filter(translations=arguments["translation_id"])
    else:
        sources = TranslationSource.objects.filter(pk=arguments["translation_source_id"])
    pages = Page.objects.filter(translation_key__in=sources.values("object_id"))
    return any(_is_own(request, page) for page in pages)


def target_is_own(request: HttpRequest, arguments: dict) -> bool:
    """A translation is changed where it will stand."""
    translation = Translation.objects.filter(pk=arguments["translation_id"]).select_related("source").first()
    if translation is None:
        return False
    pages = Page.objects.filter(translation_key=translation.source.object_id, locale_id=translation.target_locale_id)
    return any(page.permissions_for_user(request.user).can_edit() for page in pages)


def may_publish(*names: str) -> Rule:
    """Own pages of which something else stands before readers afterwards."""

    def rule(request: HttpRequest, arguments: dict) -> bool:
        ids = _ids(request, arguments, names)
        return are_own(request, ids) and _publishes_all(request, Page.objects.filter(pk__in=ids))

    return rule


def may_publish_if_asked(request: HttpRequest, arguments: dict) -> bool:
    """With a tick at `publish_translations` every language that is kept in step goes to its readers at once."""
    if "publish_translations" not in request.POST:
        return True
    source = TranslationSource.objects.filter(pk=arguments["translation_source_id"]).first()
    if source is None:
        return False
    languages = source.translations.filter(enabled=True).values_list("target_locale_id", flat=True)
    pages = Page.objects.filter(translation_key=source.object_id, locale_id__in=languages)
    # One that was deleted would be made anew, and published, wherever the page above it stands.
    return len(pages) == len(languages) and _publishes_all(request, pages)


def own_heap(request: HttpRequest, arguments: dict) -> bool:
    """Several things at once: pages that are all hers, or pictures that she sees; nothing else."""
    ids = request.GET.getlist("id")
    kind = (arguments["app_label"], arguments["model_name"])
    if kind == ("media", "picture"):
        return seen_picture("id")(request, arguments)
    if kind != ("wagtailcore", "page"):
        return False
    # `all` is everything below one page, whatever else is named.
    named = request.GET.getlist("childOf") if "all" in ids else ids
    return are_own(request, named) and seen_page("chooser")(request, arguments)


def are_own(request: HttpRequest, ids: list[str]) -> bool:
    if not ids or not all(_is_number(one) for one in ids):
        return False
    pages = Page.objects.filter(pk__in=ids)
    return len(pages) == len(set(map(int, ids))) and all(_is_own(request, page) for page in pages)


def are_seen_pictures(request: HttpRequest, ids: list[str]) -> bool:
    policy = policy_registry.get_by_type(get_image_model())
    return _all_in(ids, policy.instances_user_has_any_permission_for(request.user, SEEING_PICTURES))


def are_seen_videos(request: HttpRequest, ids: list[str]) -> bool:
    return _all_in(ids, videos_visible_to(request.user))


def _is_own(request: HttpRequest, page: Page) -> bool:
    policy = policy_registry.get_by_type(Page)
    return policy.user_has_any_permission_for_instance(request.user, WRITING, page) or is_on_team(request.user, page)


def _publishes_all(request: HttpRequest, pages: Iterable[Page]) -> bool:
    return all(page.permissions_for_user(request.user).can_publish() for page in pages)


def _ids(request: HttpRequest, arguments: dict, names: Iterable[str]) -> list[str]:
    """What the address, its query and its form say under these names."""
    found: list[str] = []
    for name in names:
        found += [str(arguments[name])] if name in arguments else []
        found += [value for value in (*request.GET.getlist(name), *request.POST.getlist(name)) if value]
    return found


def _all_in(ids: list[str], allowed) -> bool:
    if not ids or not all(_is_number(one) for one in ids):
        return False
    wanted = set(map(int, ids))
    return allowed.filter(pk__in=wanted).distinct().count() == len(wanted)


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 12
