"""On one's own machine, and what `make run` serves."""

from portal.settings.base import *  # noqa: F403
