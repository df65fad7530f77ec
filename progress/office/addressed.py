"""What a page of the office was asked for by its address."""

from django.utils.http import urlencode


class Addressed:
    """`values` are what was chosen, by name of the parameter."""

    values: dict[str, str]

    def href(self, **changes: str) -> str:
        """The address of the same page with other choices; a bare `?` when nothing is chosen."""
        values = {name: value for name, value in (self.values | changes).items() if value}
        return f"?{urlencode(values)}"

    @property
    def in_english(self) -> str:
        return self.href(**{"in": "en"})

    @property
    def in_chinese(self) -> str:
        return self.href(**{"in": "zh-hans"})
