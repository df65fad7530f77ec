"""Pages of the roof itself."""
