"""What templates of progress need beyond Django's own."""
