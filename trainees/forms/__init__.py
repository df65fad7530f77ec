"""What people may type, and the sentence for each mistake."""

from trainees.forms.join import JoinForm
from trainees.forms.pins import NewPinForm, PinField

__all__ = ["JoinForm", "NewPinForm", "PinField"]
