"""The pages of `/learn/` that show and take what one person does."""
