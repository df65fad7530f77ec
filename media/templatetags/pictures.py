"""`{% picture %}`: a drawing or photo in a page, without asking the database."""

from django import template
from django.core.files.storage import default_storage
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from media.models import Picture

register = template.Library()

TYPES = (("avif", "image/avif"), ("webp", "image/webp"))
SIZES = "(min-width: 45rem) 720px, 100vw"


@register.simple_tag
def picture(
    image: Picture | None, alt: str | None = None, lazy: object = False, sizes: str = "", **attributes: object
) -> SafeString:
    """`{% picture image alt=… class=… lazy=True sizes=… width=… height=… %}`; nothing for no image.

    Without `alt`, the words that the author wrote. `sizes` says how wide the picture is shown, as in HTML; the width,
    if given, is the default. A photo that is not ready yet holds its place with an empty frame.
    """
    if not image:
        return SafeString("")
    words = _words(image) if alt is None else alt
    if image.is_svg():
        size = {"width": image.width, "height": image.height, "data-kb": _thousands(image.file_size)}
        return _img({"src": image.file.url, **size, **attributes}, words, lazy)
    if not image.variants:
        return _frame(image, words, attributes)
    return photo_of(image.variants, words, lazy, {"sizes": sizes or _default_sizes(attributes), **attributes})


def _words(image: Picture) -> str:
    return "" if image.decorative else image.contextual_alt_text or image.default_alt_text


def _default_sizes(attributes: dict) -> str:
    return f"{attributes['width']}px" if "width" in attributes else SIZES


def photo_of(variants: dict, words: str, lazy: object, attributes: dict) -> SafeString:
    """Small forms as `Picture.variants` has them, for the browser to choose from."""
    attributes = {"sizes": SIZES, **attributes}
    sources = format_html_join(
        "",
        '<source type="{}" srcset="{}" sizes="{}">',
        ((kind, _srcset(variants[name]), attributes["sizes"]) for name, kind in TYPES if name in variants),
    )
    largest = variants["jpeg"][-1]
    plain = {
        "src": default_storage.url(largest["name"]),
        "srcset": _srcset(variants["jpeg"]),
        "width": largest["width"],
        "height": largest["height"],
        "data-kb": _thousands(largest["bytes"]),
    }
    return format_html("<picture>{}{}</picture>", sources, _img({**plain, **attributes}, words, lazy))


def _thousands(size: int | None) -> str:
    """For who saves data: what it costs at most. Rounded up, and nothing where nobody knows."""
    return str(-(-size // 1000)) if size else ""


def _srcset(forms: list[dict]) -> str:
    return ", ".join(f"{default_storage.url(form['name'])} {form['width']}w" for form in forms)


def _img(attributes: dict, words: str, lazy: object) -> SafeString:
    if lazy:
        attributes["loading"] = "lazy"
    return format_html('<img {} decoding="async">', _flat({**attributes, "alt": words}))


def _frame(image: Picture, words: str, attributes: dict) -> SafeString:
    size = {"width": image.width, "height": image.height, **attributes}
    said = {"role": "img", "aria-label": words} if words else {"aria-hidden": "true"}
    shape = {**size, "viewBox": f"0 0 {size['width']} {size['height']}", **said}
    cloth = SafeString('<rect width="100%" height="100%" fill="currentColor" fill-opacity=".12"/>')
    return format_html("<svg {}>{}</svg>", _flat(shape), cloth)


def _flat(attributes: dict) -> SafeString:
    kept = ((name, value) for name, value in attributes.items() if name == "alt" or value not in ("", None))
    return format_html_join(" ", '{}="{}"', kept)
