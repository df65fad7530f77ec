"""A course as one file, from one county to another: all languages, quizzes, pictures and recordings; nothing of people.

What the file holds and what is refused stands in docs/carrying.md. `archive` lets no hostile file be unpacked, `paper`
is what stands in it, `exporting` writes one, `importing` brings one in.
"""
