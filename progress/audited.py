"""What of the data of one person is written into the audit trail, and in which words staff read it."""

from django.utils.translation import gettext_lazy as _

from foundation.audit import matter

A_PERSON = matter("person", _("everything about a person"))
OWN_FILE = matter("own-file", _("the file with all her own data"))
CALLS_BEGUN = matter("calls", _("a list of people to call"))
NUMBER_OF_A_LIST = matter("calls.number", _("a name and a phone number, to call her"))
NUMBER_TO_CALL = matter("number-to-call", _("a phone number, to call it"))
CALL_OUTCOME = matter("calls.outcome", _("what came of a call"))
EXTRA_TRY = matter("extra-try", _("one more try at a test"))
PERSON_TO_ERASE = matter("person-to-erase", _("a person who asks to be erased"))
RESTRICTED = {
    "check": matter("register-kept.check", _("the register of an erased person, to check the training")),
    "complaint": matter("register-kept.complaint", _("the register of an erased person, for a complaint")),
    "authority": matter("register-kept.authority", _("the register of an erased person, for a court or an authority")),
}
OLD_ENTRY_CODES = matter("old.entry-codes", _("codes to sign in whose time is over"))
OLD_DEVICE_CODES = matter("old.device-codes", _("codes for keepers’ phones whose time is over"))
OLD_PHONE_CODES = matter("old.phone-codes", _("codes of messages whose time is over"))
UNUSED_PHONES = matter("old.phones", _("phones that nobody used for long"))
OLD_GUEST_EVENTS = matter("old.guest-events", _("what guests did and nobody said was theirs"))
OLD_TASK_PHOTOS = matter("old.task-photos", _("photos of tasks whose time is over"))
OLD_VOICES = matter("old.voices", _("spoken words about tasks whose time is over"))
OLD_ROSTERS = matter("old.rosters", _("files of rosters whose time is over"))
OLD_CARD_SHEETS = matter("old.card-sheets", _("sheets of village cards whose time is over"))
EMPTY_HOUSEHOLDS = matter("old.households", _("households in which nobody is left"))
OLD_CONTACTS = matter("old.contacts", _("phone numbers after the end of the programme"))
OLD_REGISTERS = matter("old.registers", _("registers of erased people whose day has come"))
