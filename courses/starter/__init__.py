"""The starter course: lessons as JSON, drawings as SVG, and the loader that makes Wagtail pages of them.

`files` reads, `content` turns a lesson into fields, `pages` writes the Chinese pages, `translations` the English ones,
`load` runs all of it. See docs/starter-course.md.
"""
