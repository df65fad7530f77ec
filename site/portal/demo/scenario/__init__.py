"""A term of a county, all made up: who joined in which village, what each of them learned, and when.

`make_term` in `term.py` writes it through the same services as real phones. The rest is pure and the same on every
machine: person number 17 always has the same name, village and habits, and only the day of today ends her story.
"""
