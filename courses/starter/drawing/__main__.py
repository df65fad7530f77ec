"""`python -m courses.starter.drawing [--to FOLDER] [--only PREFIX]`: write the drawings, name what is wrong."""

import argparse
import sys
from pathlib import Path

from courses.starter.drawing import draw_all, faults

PICTURES = Path(__file__).parent.parent / "pictures"


def main() -> int:
    parser = argparse.ArgumentParser(description="Write the starter lessons' drawings.")
    parser.add_argument("--to", type=Path, default=PICTURES, help="folder to write to")
    parser.add_argument("--only", default="", help="only keys that start so")
    options = parser.parse_args()
    written = draw_all(options.to, options.only)
    wrong = {path.stem: faults(path.read_text(encoding="utf-8")) for path in written}
    for key, found in wrong.items():
        if found:
            sys.stderr.write(f"{key}: {', '.join(found)}\n")
    sys.stdout.write(f"{len(written)} drawings in {options.to}\n")
    return 1 if any(wrong.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
