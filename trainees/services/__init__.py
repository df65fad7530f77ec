"""Writing people: who joins, how she comes back, who lets her in."""

from trainees.services.cohorts import ClassWords, change_cohort, join_cohort, leave_cohort, make_cohort
from trainees.services.entry_codes import UnknownCode, issue_entry_code, issue_own_code, use_entry_code
from trainees.services.joining import Newcomer, give_sign_in, join, join_many
from trainees.services.moving import (
    AskedAnew,
    agree_to_move,
    ask_to_move,
    decline_move,
    move,
    move_people,
    take_back_move,
)
from trainees.services.phone_codes import TooOften, check_phone_code, send_phone_code
from trainees.services.remembering import PinVerdict, check_pin, confirm_number, forget, remember, set_pin
from trainees.services.village_codes import ensure_village_codes, replace_village_code

__all__ = [
    "AskedAnew",
    "ClassWords",
    "Newcomer",
    "PinVerdict",
    "TooOften",
    "UnknownCode",
    "agree_to_move",
    "ask_to_move",
    "change_cohort",
    "check_phone_code",
    "check_pin",
    "confirm_number",
    "decline_move",
    "ensure_village_codes",
    "forget",
    "give_sign_in",
    "issue_entry_code",
    "issue_own_code",
    "join",
    "join_cohort",
    "join_many",
    "leave_cohort",
    "make_cohort",
    "move",
    "move_people",
    "remember",
    "replace_village_code",
    "send_phone_code",
    "set_pin",
    "take_back_move",
    "use_entry_code",
]
