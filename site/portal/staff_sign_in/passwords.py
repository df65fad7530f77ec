"""Django's rules for passwords, in our words: some of its own stand in English among the Chinese, or say 你."""

from django.contrib.auth import password_validation as rules
from django.utils.translation import gettext as _


class NotTheName(rules.UserAttributeSimilarityValidator):
    def get_error_message(self) -> str:
        return _("The password is too much like your name. Please take another.")  # also of the user name

    def get_help_text(self) -> str:
        return _("Not too much like a name.")


class LongEnough(rules.MinimumLengthValidator):
    def get_error_message(self) -> str:
        return _("The password needs at least %(least)s characters.") % {"least": self.min_length}

    def get_help_text(self) -> str:
        return _("At least %(least)s characters.") % {"least": self.min_length}


class NotInEveryList(rules.CommonPasswordValidator):
    def get_error_message(self) -> str:
        return _("Very many people have this password. Please take another.")

    def get_help_text(self) -> str:
        return _("No word that very many people use.")


class NotDigitsAlone(rules.NumericPasswordValidator):
    def get_error_message(self) -> str:
        return _("Digits alone are soon guessed. Please add letters.")

    def get_help_text(self) -> str:
        return _("Not digits alone.")
