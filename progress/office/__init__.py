"""The official's screens: what her places are like, by the numbers that `progress.counts` reads.

- Every page: `urls`, `doors` (who enters), `addressed`, `listing`, `audited`, `words`.
- A place in numbers: `views`, `pages`, `places`, `filters`, `periods`, `courses`, `columns`, `rows`, `figures`,
  `trend`, `gains`, `groups`, `group_tables`, and `workbook`, the same as a file.
- Its people: `people`, `calls`, `call_forms`, `called`, `register`, `register_forms`, `erasing`, `keepers`.
- Who looked and changed: `trail`, `trail_of_a_person`.
"""
