"""Recording what the courses say: by trainers and narrators in `/cms/`, and by neighbours with a link."""
