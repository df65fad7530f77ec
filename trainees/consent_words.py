"""What a trainee agrees to at sign-up. Change the words in the catalogues, and the version here with them."""

VERSION = "2026-12"
LEARNING = "learning"
