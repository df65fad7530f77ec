"""For the test suite: a data folder and a database file of its own, fast passwords, nothing else different."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

if not os.environ.get("DATA_DIR"):
    os.environ["DATA_DIR"] = tempfile.mkdtemp(prefix="village-shop-school-")
    atexit.register(shutil.rmtree, os.environ["DATA_DIR"], ignore_errors=True)
# Each of several test processes has a folder of its own, so that no limit, session or kept page of one meets another's.
os.environ["DATA_DIR"] = str(Path(os.environ["DATA_DIR"]) / os.environ.get("PYTEST_XDIST_WORKER", ""))

from portal.settings.base import *  # noqa: F403
from portal.settings.base import DATA_DIR, DATABASES, IS_SQLITE, SQLITE_OPTIONS, STORAGES

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
PIN_ROUNDS = 10
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
if IS_SQLITE:
    # Nothing here outlives the run, so nothing needs to survive a power cut.
    unsynced = f"{SQLITE_OPTIONS['init_command']} PRAGMA synchronous=OFF;"
    DATABASES["default"]["OPTIONS"] = SQLITE_OPTIONS | {"init_command": unsynced}
    DATABASES["default"]["TEST"] = {"NAME": DATA_DIR / "test.sqlite3"}
