"""Pages of recording: at the desk in `/cms/`, and behind a narrator's link."""
