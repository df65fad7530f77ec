"""Moving pictures: taken in, made small for weak networks, with captions, chosen in lessons."""
