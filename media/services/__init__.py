"""Writing pictures, recordings and takes. Every function is one transaction, and slow work is done before it."""

from media.services.narrators import forget_narrator, keep_consent, make_narrator_link, revoke_link
from media.services.pictures import (
    FILE_GONE,
    PREPARE_JOB,
    SERVER_TROUBLE,
    UNREADABLE,
    import_drawing,
    mark_unprepared,
    prepare_picture,
    want_prepared,
)
from media.services.recordings import (
    Kept,
    find_or_make_track,
    forget_recording_file,
    keep_recording,
    publish_sound,
)
from media.services.takes import (
    MAKE_JOB,
    Sender,
    Sent,
    approve_take,
    forget_take_files,
    keep_take,
    make_take,
    mark_take_failed,
    return_take,
    try_take_again,
)

__all__ = [
    "FILE_GONE",
    "MAKE_JOB",
    "PREPARE_JOB",
    "SERVER_TROUBLE",
    "UNREADABLE",
    "Kept",
    "Sender",
    "Sent",
    "approve_take",
    "find_or_make_track",
    "forget_narrator",
    "forget_recording_file",
    "forget_take_files",
    "import_drawing",
    "keep_consent",
    "keep_recording",
    "keep_take",
    "make_narrator_link",
    "make_take",
    "mark_take_failed",
    "mark_unprepared",
    "prepare_picture",
    "publish_sound",
    "return_take",
    "revoke_link",
    "try_take_again",
    "want_prepared",
]
