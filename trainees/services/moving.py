"""A trainee lives elsewhere now."""

from __future__ import annotations

from trainees.models import Trainee
from villages.models import Division


def move(*, trainee: Trainee, village: Division) -> None:
    """Her place of living from today. What was counted where she lived before stays there.

    Raises ValueError for a place that is not a village.
    """
    if village.level != Division.Level.VILLAGE:
        raise ValueError(f"{village.code} is not a village")
    trainee.village = village
    trainee.save(update_fields=["village"])
