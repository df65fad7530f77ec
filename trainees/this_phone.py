"""What a phone keeps of us: half a year long, so that those who sign in there come back by sign and PIN."""

from trainees.phone_secrets import PhoneSecret

THIS_PHONE = PhoneSecret("this-phone", days=180)
