"""What a phone on a slow line may wait for and pay for: `make budget`, `make budget PAGES=3`.

`pages` lists every starter lesson and quiz and lays each beside the static files, `looking` opens them in Chromium as
`tests.bench` does, `limits` says what is too much. A broken limit is named with its page, and the exit code is 1.
Bytes and requests are judged strictly; a time only by the median of three looks or more, and against the static file
that was looked at in the same minutes; of a sample no time is judged. See docs/measurements.md.
"""

import sys
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parents[2] / "site")]
