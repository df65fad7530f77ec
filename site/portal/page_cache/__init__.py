"""Lesson pages, kept ready to send: the same bytes for every reader, answered before session and sign-in are looked at.

`generation` counts changes of content, `store` keeps bodies of the current generation with their compressed forms,
`middleware` answers from it and fills it. See docs/page-cache.md.
"""
