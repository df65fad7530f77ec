"""A trainer looks after her people: who needs help, and one tap to give it. Below `/cms/people/`."""
