"""Uploaded files, served by us."""

urlpatterns: list = []
