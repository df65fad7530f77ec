"""Reading people and posts. Who may see what begins here, for every page, export and task."""

from trainees.selectors.cohorts import cohort_of_code, cohorts_visible_to, is_member, members_of
from trainees.selectors.doors import (
    code_of_village,
    entry_code,
    entry_code_by_number,
    people_of_number,
    remembered_on,
    village_of_code,
)
from trainees.selectors.open_places import find_open_villages, open_counties, open_village, open_villages
from trainees.selectors.posts import (
    courses_read_by,
    divisions_read_by,
    divisions_read_whole_by,
    divisions_visible_to,
    is_administrator,
    looks_after_people,
    posts_of,
    trainees_read_by,
    trainees_visible_to,
    villages_kept_by,
)
from trainees.selectors.trainees import earlier_keys, erased_among, trainee_of

__all__ = [
    "code_of_village",
    "cohort_of_code",
    "cohorts_visible_to",
    "courses_read_by",
    "divisions_read_by",
    "divisions_read_whole_by",
    "divisions_visible_to",
    "earlier_keys",
    "entry_code",
    "entry_code_by_number",
    "erased_among",
    "find_open_villages",
    "is_administrator",
    "is_member",
    "looks_after_people",
    "members_of",
    "open_counties",
    "open_village",
    "open_villages",
    "people_of_number",
    "posts_of",
    "remembered_on",
    "trainee_of",
    "trainees_read_by",
    "trainees_visible_to",
    "village_of_code",
    "villages_kept_by",
]
