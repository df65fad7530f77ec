"""The register in and out: a roster is read, judged line by line, corrected, confirmed, and given out again."""
