"""Writing people: who joins, how she comes back, who lets her in."""

from trainees.services.joining import Newcomer, join, join_many

__all__ = ["Newcomer", "join", "join_many"]
