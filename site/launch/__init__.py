"""Getting the site up on a bare machine: environment, port, one process tree. Standard library only; knows no Django.

`bootstrap` and `sentences` must be readable by a Python as old as 3.8, so that it can say that it is too old.
"""
