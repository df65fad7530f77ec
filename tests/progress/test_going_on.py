"""The one button of the list leads to her lessons where somebody is signed in, and to the first lesson elsewhere."""

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.progress.outbox_pages import YANG, Site

PACKS = '<div data-go-on="还差{mb}MB"></div>'  # of a page that uses the same word for words of its own
LINK = PACKS + '<a class="foot__main" href="/first/"%s>从这里开始<svg></svg></a>'
GOES_ON = ' data-go-on="/learn/?in=zh-hans" data-words="接着学"'


@pytest.mark.parametrize(
    ("person", "attributes", "words", "address"),
    [
        (YANG, GOES_ON, "接着学", "/learn/?in=zh-hans"),
        (None, GOES_ON, "从这里开始", "/first/"),
        (YANG, "", "从这里开始", "/first/"),
    ],
    ids=["signed in", "nobody", "another page"],
)
def test_button_at_the_foot_of_the_list(context: BrowserContext, person, attributes, words, address):
    site = Site(context, "going-on", body=LINK % attributes)
    site.signs_in(person)
    button = site.opens().locator(".foot__main")
    expect(button).to_have_text(words)
    expect(button).to_have_attribute("href", address)
    expect(button.locator("svg")).to_have_count(1)
