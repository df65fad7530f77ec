"""For the test suite: fast passwords, a database file of its own, static files without a build; nothing else different."""

from portal.settings.base import *  # noqa: F403
from portal.settings.base import DATA_DIR, DATABASES, IS_SQLITE, STORAGES

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
if IS_SQLITE:
    DATABASES["default"]["TEST"] = {"NAME": DATA_DIR / "test.sqlite3"}
