"""Walls in `/cms/`: nobody but an administrator gets beyond the courses of her own team, by whatever address.

Wagtail asks for rights where something is changed, but shows titles, drafts, people and groups at many an address to
whoever may enter at all. So what is not in `portal.editor_walls.table` is for administrators alone, and what is there
says which page, picture or translation it is about.
"""
