"""What an author finds when she opens `/cms/`: her drafts, what waits for somebody, and what lessons still lack."""
