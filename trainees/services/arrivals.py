"""People who sign up by themselves are counted by where they come from, for a day: nobody is refused for it."""

from foundation.limits import DAY, take
from trainees.selectors.arrivals import FROM_AN_ADDRESS, address_key
from villages.models import Division

COUNTY_DIGITS = 6


def count_arrival(*, village: Division, address: str) -> None:
    """When they were very many from one address, the officials of the county are told that it was so, and no more."""
    if not take(f"arrivals:{address}", most=FROM_AN_ADDRESS, seconds=DAY):
        take(address_key(village.code[:COUNTY_DIGITS]), most=1, seconds=DAY)
