"""What an enrolled phone keeps of us: half of what opens the keeper's room; the other half is her own PIN."""

from trainees.phone_secrets import PhoneSecret

# Not in `/village/` alone: a neighbour's picture is put on this phone under `/learn/`.
KEEPER_PHONE = PhoneSecret("keeper-phone", days=400, path="/")
