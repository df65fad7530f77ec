"""What has to be there before the site can serve: `prepare` runs the list of steps in `steps.py`."""

from portal.preparing.catalogues import compile_catalogues
from portal.preparing.steps import STEPS, Step, prepare

__all__ = ["STEPS", "Step", "compile_catalogues", "prepare"]
