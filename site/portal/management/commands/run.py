"""Prepare what is not there yet, then serve: web server and worker in one process tree. Reads PORT, HOST, DATA_DIR."""

import os
import sys
from argparse import ArgumentParser
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand
from django.db import DatabaseError

from launch.claims import claim_data_folder, claim_port
from launch.process_tree import follow_make
from launch.sentences import CannotGoOn, from_database_error, say, say_and_exit
from portal.preparing import prepare
from portal.settings import environment

SITE = Path(settings.ROOT) / "site"
ANYWHERE = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104 - only when HOST asks for it


class Command(BaseCommand):
    help = __doc__
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--prepare-only", action="store_true", help="do not serve")

    def handle(self, *args: object, **options: object) -> None:
        follow_make()
        os.umask(0o027)  # the data folder holds people: nothing in it is for every user of the machine
        try:
            claim_data_folder(settings.DATA_DIR)
            host = environment.text("HOST") or "127.0.0.1"
            claimed = None if options["prepare_only"] else claim_port(host, environment.text("PORT") or "8000")
            prepare(lambda step: say(f"… {step}"))
        except CannotGoOn as problem:
            say_and_exit(problem)
        except DatabaseError as error:
            told = from_database_error(str(error), settings.DATA_DIR)
            if told is None:
                raise
            say_and_exit(told)
        if claimed is not None:
            _become_supervisor(ANYWHERE.get(host, host), claimed.getsockname()[1], claimed.fileno())


def _become_supervisor(host: str, port: int, socket: int) -> None:
    """Give this process, with its claims, to the supervisor, which needs no Django in its memory."""
    os.environ["DATA_DIR"] = str(settings.DATA_DIR)
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, [str(SITE), os.environ.get("PYTHONPATH")]))
    told = ["--socket", str(socket), "--host", host, "--port", str(port), "--data-dir", str(settings.DATA_DIR)]
    demo = ["--demo"] if settings.DEMO else []
    os.execv(sys.executable, [sys.executable, "-m", "launch.supervisor", *told, *demo])  # noqa: S606 - no shell wanted
