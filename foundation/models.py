"""Tables of the foundation."""

from foundation.audit.models import AuditEntry, AuditHead
from foundation.jobs.models import Job

__all__ = ["AuditEntry", "AuditHead", "Job"]
