"""How digits are said."""
