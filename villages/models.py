"""Places with a code."""
