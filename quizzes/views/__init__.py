"""What authors see in `/cms/` beside Wagtail's own editor."""
