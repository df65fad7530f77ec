"""How gunicorn serves (`gunicorn -c python:launch.web portal.wsgi`): two processes of four threads each."""

import os
from pathlib import Path

from launch.process_tree import die_with_parent

worker_class = "gthread"
workers = int(os.environ.get("WEB_PROCESSES", "2"))
threads = int(os.environ.get("WEB_THREADS", "4"))
# Loaded once and then forked: half the start and half the memory. Nothing opens a connection while loading.
preload_app = True
loglevel = "warning"
graceful_timeout = 8
# Phones on a slow line come back on the same connection between two cards.
keepalive = 15
# Which proxy to believe is Django's to decide (TRUSTED_PROXY_COUNT); no header of a stranger changes the scheme.
forwarded_allow_ips = ""
# The heartbeat files: in memory, so that a slow disk never looks like a hung process.
worker_tmp_dir = "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108 - gunicorn makes a private file in it


def post_fork(_arbiter: object, _worker: object) -> None:
    die_with_parent()
