"""`{% recordings %}…{% endrecordings %}`: what is recorded of everything said in between, whoever reads the page.

Whatever can be heard carries `data-say="<subject>"`; what a script will put there later is named in `data-say-later`.
`own` is a subject that has no recording: what is kept of her is said by the phone's own voice alone.
Behind the page comes one list of what is recorded, for `listening.js`. `<!--hear <subject>-->` is where those without
a script find it.
"""

import re
from collections.abc import Iterable

from django import template
from django.utils.html import format_html, format_html_join, json_script
from django.utils.safestring import SafeString, mark_safe

from media.models import Recording
from media.selectors import recordings_of

register = template.Library()

CERTIFIES = re.compile(r"<form\b[^>]*\sdata-ticket\b")
SAID = re.compile(r'data-say(?:-later)?="([a-z0-9: -]+)"')
WITH_SPARE = '<audio controls preload="none"><source src="{}"><source src="{}"></audio>'
PLACE = re.compile(r"<!--hear ([a-z0-9:-]+)-->")


class RecordingsNode(template.Node):
    def __init__(self, nodelist: template.NodeList):
        self.nodelist = nodelist

    def render(self, context: template.Context) -> SafeString:
        page: str = self.nodelist.render(context)
        found = recordings_of(subjects_in(page))
        by_subject: dict[str, list[Recording]] = {}
        for recording in found:
            by_subject.setdefault(recording.subject, []).append(recording)
        page = PLACE.sub(lambda place: _without_script(by_subject.get(place[1], [])), page)
        # What was rendered was escaped where it was made; only our own tags were put in.
        return mark_safe(page + (_list_of(found) if found else ""))  # noqa: S308


@register.tag
def recordings(parser: template.base.Parser, _token: template.base.Token) -> RecordingsNode:
    nodelist = parser.parse(("endrecordings",))
    parser.delete_first_token()
    return RecordingsNode(nodelist)


def subjects_in(page: str) -> set[str]:
    """Everything that can be heard in a page, now or after an answer: then it is why the answer is so.

    Why stands only behind wrong answers, so the sheet of a course's test says nothing of it: it would tell which.
    """
    subjects = {subject for said in SAID.findall(page) for subject in said.split()}
    if CERTIFIES.search(page):
        return {subject for subject in subjects if not subject.startswith("why:")}
    answers = {subject.partition(":")[2] for subject in subjects if subject.startswith(("question:", "option:"))}
    return subjects | {f"why:{answer}" for answer in answers}


def _list_of(found: Iterable[Recording]) -> SafeString:
    """`tracks`: [id, language, name]; `said`: by subject and track [address, bytes, seconds, 1 with a spare]."""
    tracks = {recording.track_id: recording.track for recording in found}
    said: dict[str, dict] = {}
    for one in found:
        spare = [1] if one.spare_name else []
        said.setdefault(one.subject, {})[str(one.track_id)] = [one.url, one.bytes, one.seconds, *spare]
    listed = [[track.pk, track.language, str(track)] for track in tracks.values()]
    return json_script({"tracks": listed, "said": said}, "recordings")


def _without_script(found: Iterable[Recording]) -> SafeString:
    players = format_html_join(
        "", '<p class="screen__text">{}<br>{}</p>', ((str(one.track), _player(one)) for one in found)
    )
    return format_html("<noscript>{}</noscript>", players) if players else players


def _player(one: Recording) -> SafeString:
    if not one.spare_name:
        return format_html('<audio controls preload="none" src="{}"></audio>', one.url)
    return format_html(WITH_SPARE, one.url, one.spare_url)
