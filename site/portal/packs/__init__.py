"""Packs: all that a course needs on a phone without signal, listed file by file with its weight and its hash.

`pages` finds the pages and asks for each as a phone would, `files` weighs what they show and say, `listing` puts both
together. The list is made from the pages themselves and kept with them (docs/page-cache.md).
"""
