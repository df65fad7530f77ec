"""How staff sign in: a password and a one-time code, whatever door they came to; nobody signs up by themselves."""
