"""What every app stands on: jobs, audit, sheets, hanzi, limits. It knows none of the apps above it."""
