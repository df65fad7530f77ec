"""Who is doing a job, so that a dead worker's job can be taken over before its lease runs out."""

import os
import platform
import uuid


def new_claim() -> str:
    """`host/pid/random`: unique for each try."""
    return f"{platform.node()[:100]}/{os.getpid()}/{uuid.uuid4().hex}"


def is_orphaned(claim: str) -> bool:
    """True if the claiming process ran on this machine and is gone. Elsewhere, or in doubt, only the lease decides."""
    host, _, rest = claim.rpartition("/")[0].rpartition("/")
    if host != platform.node()[:100] or not rest.isdigit():
        return False
    try:
        os.kill(int(rest), 0)
    except ProcessLookupError:
        return True
    except PermissionError:
        return False
    return False
