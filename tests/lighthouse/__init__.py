"""Lighthouse on a lesson, a quiz and the list of lessons: `make lighthouse`. Prints the scores, fails below 98.

`__main__` starts the site in a folder of its own, as `make budget` does; `scores.js` looks at it, for Lighthouse is a
program of Node.
"""

import sys
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parents[2] / "site")]
