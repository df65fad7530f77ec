"""Languages that the site can speak. A language is switched on in the admin; here stand the candidates."""

from django.conf import locale

# Django knows none of the languages of Huishui's villages. Names are in Chinese until speakers say how they want to see
# them written. See docs/languages.md.
LOCAL_LANGUAGES = {"pcc": "布依语", "hmc": "苗语（惠水中部）"}

LANGUAGES = [("zh-hans", "简体中文"), ("en", "English"), *LOCAL_LANGUAGES.items()]


def register_languages() -> None:
    """Tell Django of the local languages; must run before the apps load."""
    for code, name in LOCAL_LANGUAGES.items():
        locale.LANG_INFO[code] = {"bidi": False, "code": code, "name": name, "name_local": name}
