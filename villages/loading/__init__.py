"""From division files to rows: read, check, compare, write. `villages.services` puts the steps together.

`problems` < `entries` (one row of a file) < `files` (reading) < `checks` (rows against each other) < `comparing`
(against the database) < `turns` (who may write, in short writes) < `writing`.
"""
