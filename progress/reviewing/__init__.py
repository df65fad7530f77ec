"""Looking at what people handed in, in `/cms/` and on a phone: the queue, one piece of work, and what was shown."""
