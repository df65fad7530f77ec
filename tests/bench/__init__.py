"""What the site costs, measured on this machine: `make bench`, or `python -m tests.bench server phone` for some parts.

`ground` and `tables` are for all. `folder` prepares a data folder of its own with the help of `rendering`, `servers`
starts gunicorn as `make run` does, `load` presses it, `writers` send it forms and `browsing` looks at it. Each part
yields tables: `requests_part` (requests per second, CPU, SQL), `phone_part` (bytes and paint in Chromium),
`learning_part` (quizzes, events, signing in; made ready by `learners`), `counts_part` (an official's tables, asked for
by `counting`), `divisions_part` (the whole country's places), `starting_part` (`make run`). See docs/measurements.md.
"""

import sys
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parents[2] / "site")]
