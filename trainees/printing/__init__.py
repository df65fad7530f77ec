"""Paper for the wall and for the hand: one side of A4 in black and white, for a printer that is low on toner."""

from trainees.printing.cards import PrintedCard, printed_cards
from trainees.printing.posters import PrintedPoster, printed_posters

__all__ = ["PrintedCard", "PrintedPoster", "printed_cards", "printed_posters"]
