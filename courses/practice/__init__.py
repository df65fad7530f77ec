"""Practice tasks: a card of a lesson, with a page of its own that is the same for every reader."""
