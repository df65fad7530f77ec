"""Beginning a lesson with a pattern, taking over cards that another lesson has, and giving copies ids of their own."""
