"""Questions from files and into files: pasted examination texts, tables, Aiken, GIFT. Pure, no table is read."""
