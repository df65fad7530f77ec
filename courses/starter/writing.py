"""Collecting what a page says: raw stream data with Chinese words, and {content path: English words} beside it.

A content path is what wagtail-localize calls the place of a text, such as `cards.<block id>.title`.
"""

from dataclasses import dataclass, field

from courses.starter.files import Words, stable_id

NO_PICTURE = {"image": None, "decorative": None, "alt_text": None}


@dataclass
class Writer:
    """Writes one page. `pictures` maps picture keys to primary keys."""

    page_key: str
    pictures: dict[str, int]
    english: dict[str, str] = field(default_factory=dict)

    def words(self, path: str, words: Words | None) -> str:
        """The Chinese words; the English ones are noted under `path`."""
        if not words or not words.get("zh"):
            return ""
        self.english[path] = words["en"]
        return words["zh"]

    def sentences(self, path: str, text: dict[str, list[str]]) -> str:
        return self.words(path, {code: "\n".join(lines) for code, lines in text.items()})

    def picture(self, path: str, source: dict) -> dict:
        alt = self.words(f"{path}.alt_text", source["alt"])
        return {"image": self.pictures[source["picture"]], "decorative": False, "alt_text": alt}

    def listed(self, path: str, name: str, sources: list, write) -> list[dict]:
        """List items with ids of their own; `write(path, source)` gives the value of one."""
        items = []
        for number, source in enumerate(sources, start=1):
            item_id = str(stable_id(self.page_key, path, name, str(number)))
            items.append({"type": "item", "id": item_id, "value": write(f"{path}.{name}.{item_id}", source)})
        return items

    def named(self, path: str, name: str, sources: list[dict], write) -> list[dict]:
        """List items whose ids are made from their own names, so that they keep them when one is put in between."""
        items = []
        for source in sources:
            item_id = str(stable_id(self.page_key, path, name, source["id"]))
            items.append({"type": "item", "id": item_id, "value": write(f"{path}.{name}.{item_id}", source)})
        return items
