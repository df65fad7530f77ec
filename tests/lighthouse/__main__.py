"""Start the site, find the heaviest lesson and quiz, and let Lighthouse look at them and at the lists."""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests import browser as chromium
from tests.bench.folder import seeded
from tests.bench.ground import CannotMeasure, run
from tests.bench.servers import serving
from tests.bench.tables import say, show, this_machine

HERE = Path(__file__).resolve().parent
LISTS = ["/zh-hans/", "/en/"]


def main() -> int:
    path = chromium.find()
    if path is None:
        raise CannotMeasure(chromium.MISSING)
    show(this_machine())
    with tempfile.TemporaryDirectory(prefix="lighthouse-") as folder:
        environment = seeded(Path(folder) / "site")
        found = json.loads(run([sys.executable, "-m", "tests.budget.pages"], environment=environment))
        heaviest = [page["url"] for page in found[:4]]  # a lesson and a quiz in each language
        with serving("portal.wsgi", environment) as site:
            say(f"Lighthouse on {len(heaviest) + len(LISTS)} pages")
            command = ["node", str(HERE / "scores.js"), site.address, *heaviest, *LISTS]
            return subprocess.run(command, env={**os.environ, "CHROMIUM": path}, check=False).returncode


if __name__ == "__main__":
    try:
        sys.exit(main())
    except CannotMeasure as reason:
        sys.exit(f"Not measured: {reason}")
