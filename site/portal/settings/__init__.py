"""Settings: `base` holds everything, environment variables decide; `development`, `test` and `production` stay small."""
