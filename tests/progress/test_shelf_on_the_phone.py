"""The card of her goods as the phone shows it: all her photos, and a part that was not taken is called so."""

from types import SimpleNamespace

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.translation import override
from playwright.sync_api import BrowserContext, expect

from portal.phone_bundle import styles
from tests.progress.outbox_pages import LESSON, YANG, Site
from tests.progress.task_pages import CARD

STATES = ("nobody", "hers", "empty", "waiting", "refused", "sent")
PARTS = "".join(f'<p class="notice" data-is="{name}" hidden>{name}</p>' for name in STATES)
FILL = """([person, uuid]) => {
  const photos = ["a", "b", "c"].map(text => ({ blob: new Blob([text], { type: "image/jpeg" }) }));
  return ownDrawer.put(person, "shelf", { photo: { uuid, words: {}, at: "", photos } })
    .then(() => outbox.add("task-submitted", uuid, { card: uuid }, { uuid }));
}"""
REFUSE = """uuid => outbox.run("readwrite", events => {
  events.index("uuid").get(uuid).onsuccess = function () {
    events.put(Object.assign(this.result, { refused: "words" }));
  };
})"""

# What stands on the picture line by line, and how high it is with a photo of this shape.
DRAWN = """([title, width, height]) => {
  const words = [], write = CanvasRenderingContext2D.prototype.fillText;
  CanvasRenderingContext2D.prototype.fillText = function (line) { words.push(line); write.apply(this, arguments); };
  const photo = Object.assign(document.createElement("canvas"), { width, height });
  const image = new Image();
  Object.assign(photo, { naturalWidth: width, naturalHeight: height });
  image.src = shelfPicture.draw({ title, lines: [] }, photo);
  CanvasRenderingContext2D.prototype.fillText = write;
  return image.decode().then(() => [words, image.naturalHeight]);
}"""


def shelf_body() -> str:
    with override("zh-hans"):
        card = render_to_string("progress/shelf/card.html", {})
        made = [SimpleNamespace(lesson_key=LESSON, card=CARD, title=part, shelf=part) for part in ("photo", "price")]
        tasks = render_to_string("progress/shelf/tasks.html", {"tasks": made})
    tasks = f'<section data-is="tasks">{tasks}</section><section data-is="again" hidden><ul></ul></section>'
    style = f"<style>{styles('page')}{styles('shelf')}</style>"
    others = '<ul data-fill="photos"></ul><figure data-is="picture" hidden><img></figure>'
    save = '<footer hidden><button data-does="save" data-price="[n]"></button></footer>'
    return f'{style}<main data-shelf-page>{PARTS}<div data-is="card" hidden>{card}{others}</div>{tasks}</main>{save}'


def test_all_photos_are_shown_and_what_was_refused_does_not_wait(context: BrowserContext):
    site = Site(context, body=shelf_body(), bundle="phone/shelf.js")
    site.signs_in(YANG)
    site.offline = True
    page = site.opens()
    page.evaluate(FILL, [YANG, CARD])
    page.reload()
    expect(page.locator("[data-is=waiting]")).to_be_visible()
    expect(page.locator("[data-fill=photos] img")).to_have_count(2)
    expect(page.locator("[data-is=hers]")).to_be_hidden()
    assert page.locator("[data-is=again] li").all_inner_texts() == ["photo\n照片"]
    assert page.locator("[data-is=tasks] li").all_inner_texts() == ["price\n价钱"]
    page.evaluate(REFUSE, CARD)
    page.reload()
    expect(page.locator("[data-is=refused]")).to_be_visible()
    expect(page.locator("[data-is=waiting]")).to_be_hidden()
    expect(page.locator("[data-is=sent]")).to_be_hidden()
    narrow = page.evaluate("shelfPicture.draw({ title: 'w'.repeat(300), lines: [] }, null).length")
    assert narrow > page.evaluate("shelfPicture.draw({ title: 'w', lines: [] }, null).length")


def test_the_picture_has_the_whole_photo_and_breaks_a_title_where_she_set_a_space(context: BrowserContext):
    page = context.new_page()
    page.add_script_tag(path=settings.ROOT / "progress/static/progress/practice/shelf-picture.js")
    title = "惠水好花红 金钱橘 现摘现发 皮薄汁多 五斤装 农家自种不打蜡"
    lines, upright = page.evaluate(DRAWN, [title, 300, 400])
    assert [lines[0][-1], lines[1][0]] == ["发", "皮"]
    assert "".join(lines).replace(" ", "") == title.replace(" ", "")
    heights = [page.evaluate(DRAWN, [title, *shape])[1] for shape in ((400, 300), (100, 400))]
    assert [upright - height for height in heights] == [960 - 540, 0]
    run = page.evaluate(DRAWN, ["好" * 40, 300, 400])[0]
    assert len(run) > 2
    assert "".join(run) == "好" * 40
