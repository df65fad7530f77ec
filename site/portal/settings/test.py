"""For the test suite: fast passwords, a database file of its own, nothing else different."""

from portal.settings import environment
from portal.settings.base import *  # noqa: F403
from portal.settings.base import DATA_DIR, DATABASES, IS_SQLITE, ROOT

DATA_DIR = environment.folder("DATA_DIR", ROOT / "var" / "test")
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
if IS_SQLITE:
    DATABASES["default"]["TEST"] = {"NAME": DATA_DIR / "test.sqlite3"}
