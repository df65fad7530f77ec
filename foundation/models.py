"""Tables of the foundation."""

from foundation.audit.models import AuditedPeople, AuditEntry, AuditHead
from foundation.jobs.models import Job

__all__ = ["AuditEntry", "AuditHead", "AuditedPeople", "Job"]
