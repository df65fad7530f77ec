"""Settings: `base` holds everything, environment variables decide; `development`, `test`, `production` stay small."""
