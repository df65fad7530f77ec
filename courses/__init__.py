"""Courses, modules, lessons and their cards. They know nothing of people."""
