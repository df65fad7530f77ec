"""What trainers see of a quiz: how each question was answered, by language and never by name."""
