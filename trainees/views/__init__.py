"""Screens of signing up and coming back."""
