"""What to do before a parcel goes, one list for each kind of goods: only what the lessons on packing say."""

from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Good(NamedTuple):
    """`lines` are (drawing, words), in the order of the hands."""

    key: str
    picture: str
    name: Promise
    lines: tuple[tuple[str, Promise], ...]


NOTE = ("card-in-parcel", _("A note is in the parcel"))
SEAL = ("box-seal", _("Label flat, covered for the photo"))

GOODS = (
    Good(
        "oranges",
        "oranges-box-open",
        _("Oranges"),
        (
            ("orange-pick", _("Hurt and soft fruit is out")),
            ("orange-dry", _("The skin feels dry")),
            ("orange-net", _("A net on each, a strong box")),
            ("box-shake", _("Shaken, nothing rattles")),
            NOTE,
            SEAL,
        ),
    ),
    Good(
        "grain",
        "peanuts-bag",
        _("Rice and peanuts"),
        (
            ("rice-bag", _("Dried in the sun, then cool")),
            ("peanuts-bag", _("Peanuts rattle in the shell")),
            ("peanut-mould", _("No mouldy handful in the bag")),
            ("bag-in-bag", _("Two bags, the inner one tied")),
            NOTE,
            SEAL,
        ),
    ),
    Good(
        "bacon",
        "bacon-hang",
        _("Smoked bacon"),
        (
            ("paper-certificate", _("The papers to sell it are there")),
            ("courier-hand", _("Hot days? The courier was asked")),
            ("bacon-vacuum", _("Cooled, vacuum bag for food, carton")),
            NOTE,
            SEAL,
        ),
    ),
    Good(
        "embroidery",
        "embroidery-flat",
        _("Embroidery"),
        (
            ("embroidery-flat", _("Flat between thin paper, waterproof bag")),
            ("stiff-cards", _("Stiff card on both sides")),
            NOTE,
            SEAL,
        ),
    ),
)
