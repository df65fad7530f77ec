"""Quizzes: questions that a trainer writes, the immutable editions they are marked by, and the marking itself."""
