"""Taking over what changed in a source publishes nothing, whoever asks for it and however."""

from django.core.exceptions import ValidationError
from wagtail_localize.views import update_translations

from courses.desk.one_by_one import ONE_BY_ONE


class TakingOverForm(update_translations.UpdateTranslationsForm):
    """Its tick is not shown: it would put every language before readers, whole or not."""

    def clean_publish_translations(self) -> bool:
        if self.cleaned_data["publish_translations"]:
            raise ValidationError(ONE_BY_ONE)
        return False


def keep_translations_whole() -> None:
    """wagtail-localize looks for its form under this name."""
    update_translations.UpdateTranslationsForm = TakingOverForm
