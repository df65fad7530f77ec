"""Shared pages, kept ready to send."""
