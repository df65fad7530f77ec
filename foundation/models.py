"""Tables of the foundation."""

from foundation.jobs.models import Job

__all__ = ["Job"]
