"""Putting a course into another language: what is to do, words out as a PO file and in again, languages on and off.

wagtail-localize keeps the sentences and shows them side by side. Here stands what it does not do: readers see nothing
of a translation before it is published, and what changes in the source is noticed by itself.
"""
