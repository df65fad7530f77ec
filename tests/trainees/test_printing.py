"""What comes out of the printer: measured in millimetres, looked at in black and white, read back with dirt on it."""

import random
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from django.utils import translation
from PIL import Image, ImageChops

from trainees.models import Sign
from trainees.printing import PrintedCard, PrintedPoster, printed_cards, printed_posters
from trainees.printing.cards import CODE, CODE_AT, FACE, FLAP, HEIGHT, LEFT, TOP, WIDTH
from trainees.printing.paper import Paper, is_writable
from trainees.printing.signs import draw_sign

DPI = 150
MM = DPI / 25.4
ADDRESS = "https://xue.example.cn/c/{}-aToken-of-27-letters-0/"
LATIN, LONG, RARE = "Maria Magdalena Wu", "欧" * 30, "㛃儿"
NAMES = ["杨小花", LATIN, LONG, RARE, "Dā", "依么·布妮", "吴", "Bartholomew-Constantine OBrien"]


def a_card(number: int = 1, **changed: str) -> PrintedCard:
    told = {"name": "杨小花", "number": f"H-{number:04d}", "sign": "buffalo", "place": "好花红镇 好花红村"}
    return PrintedCard(**{**told, "address": ADDRESS.format(number), "pin": "740293", **changed})


def pages(content: bytes, dpi: int = DPI) -> list[Image.Image]:
    with pypdfium2.PdfDocument(content) as document:
        return [page.render(scale=dpi / 72).to_pil().convert("L") for page in document]


def words(content: bytes) -> str:
    with pypdfium2.PdfDocument(content) as document:
        return "\n".join(page.get_textpage().get_text_bounded() for page in document)


def part(page: Image.Image, x: float, y: float, width: float, height: float) -> Image.Image:
    return page.crop((round(x * MM), round(y * MM), round((x + width) * MM), round((y + height) * MM)))


def ink(picture: Image.Image) -> float:
    black = picture.point(lambda value: 255 if value < 128 else 0)
    return black.histogram()[255] / (picture.width * picture.height)


@pytest.fixture(scope="module")
def sheet() -> bytes:
    with translation.override("zh-hans"):
        return printed_cards([a_card(number, name=name) for number, name in enumerate(NAMES)])


def scanned(content: bytes) -> list[Image.Image]:
    """As a pale and dirty print looks to a scanner of 150 dots: every thirtieth dot of the toner is wrong."""
    wrong = random.Random(7)
    seen = []
    for page in pages(content, dpi=2 * DPI):
        pale = page.point(lambda value: 90 if value < 128 else 255)
        for _dot in range(page.width * page.height // 30):
            pale.putpixel((wrong.randrange(page.width), wrong.randrange(page.height)), wrong.choice((0, 255)))
        seen.append(pale.resize((page.width // 2, page.height // 2), Image.Resampling.BOX))
    return seen


def test_every_code_of_a_dirty_sheet_is_read_back(sheet):
    [page] = scanned(sheet)
    found = {code.text for code in zxingcpp.read_barcodes(page)}
    assert found == {ADDRESS.format(number) for number in range(8)}


def test_a_code_is_31_millimetres_and_of_level_q(sheet):
    [page] = pages(sheet)
    code = zxingcpp.read_barcodes(part(page, LEFT, TOP, WIDTH, FACE))[0]
    side = (code.position.top_right.x - code.position.top_left.x) / MM
    assert side == pytest.approx(31, abs=0.4)
    assert code.ec_level == "Q"


def test_a_code_has_four_white_squares_around_it(sheet):
    [page] = pages(sheet)
    quiet = 4 * CODE / 37  # a code of this length has 37 squares or more
    x, y = LEFT + CODE_AT[0], TOP + CODE_AT[1]
    around = part(page, x - quiet, y - quiet, CODE + 2 * quiet, CODE + 2 * quiet)
    near, far = round((quiet - 0.3) * MM), round((quiet + CODE + 0.3) * MM)
    around.paste(255, (near, near, far, far))
    assert ink(around) == 0


def test_nothing_is_grey(sheet):
    [page] = pages(sheet, dpi=300)
    grey = sum(page.histogram()[60:196]) / (page.width * page.height)
    assert grey < 0.02  # the edges of letters


def test_eight_cards_a_page_and_the_ninth_on_the_next():
    sizes = [(round(page.width / MM), round(page.height / MM)) for page in pages(printed_cards([a_card()] * 9))]
    assert sizes == [(210, 297)] * 2


def test_cards_are_cut_inside_what_every_printer_prints():
    assert min(LEFT, TOP, 210 - LEFT - 2 * WIDTH, 297 - TOP - 4 * HEIGHT) >= 8


def test_names_are_whole_and_a_letter_that_the_font_lacks_leaves_room_to_write(sheet):
    text = words(sheet).replace("\r", "").replace("\n", "")
    assert all(name in text for name in ("杨小花", LONG, "Dā", "H-0003"))
    assert "㛃" not in text
    assert not is_writable(RARE)


def test_the_font_writes_every_village_of_the_county():
    starter = Path("villages/starter")
    names = "".join(path.read_text() for path in starter.glob("huishui_*.csv")).replace("\n", "").replace("\r", "")
    assert [sign for sign in sorted(set(names)) if sign != "\ufeff" and not is_writable(sign)] == []


def test_place_with_a_letter_that_the_font_lacks_leaves_room_to_write():
    assert "㛃" not in words(printed_cards([a_card(place="㛃村")]))
    assert "㛃" not in words(printed_posters([PrintedPoster("㛃乡", "好花红村", "306152", "http://a.cn/")]))


def test_long_name_stays_in_its_card():
    page = pages(printed_cards([a_card(name=LONG, sign="")]))[0]
    assert ink(part(page, LEFT + 39 + 41, TOP + 1, 16, 20)) == 0


def test_card_without_a_new_pin_has_room_for_one():
    assert "740 293" in words(printed_cards([a_card()]))
    without = words(printed_cards([a_card(pin="")]))
    assert "740 293" not in without
    assert "密码可以写这里" in without


def test_the_closed_flap_hides_the_pin_against_the_light():
    """Folded up it lies upside down on the field of digits: nearly all that light shows of it is black already."""
    page = pages(printed_cards([a_card()]))[0]
    pin = part(page, LEFT + 30, TOP + FACE + FLAP + 1.5, 35, 8.6).transpose(Image.Transpose.FLIP_TOP_BOTTOM)
    under = part(page, LEFT + 30, TOP + FACE + FLAP - 1.5 - 8.6, 35, 8.6).resize(pin.size)
    both = ImageChops.darker(pin, under)
    assert ink(pin) > 0.1
    assert ink(both) - ink(under) < 0.25 * ink(pin)


def test_every_sign_is_drawn_in_ink_on_white_paper():
    paper = Paper()
    paper.add_page()
    rows = [(sign, 10 + number % 6 * 30, 10 + number // 6 * 30) for number, sign in enumerate(Sign.values)]
    assert [sign for sign, x, y in rows if not draw_sign(paper, sign, at=(x, y), size=20)] == []
    [page] = pages(paper.bytes())
    drawn = {sign: ink(part(page, x, y, 20, 20)) for sign, x, y in rows}
    assert {sign: share for sign, share in drawn.items() if not 0.05 < share < 0.6} == {}


@pytest.mark.parametrize("sign", ["", "../orange", "no-such-sign"])
def test_no_sign_leaves_the_place_empty(sign):
    assert ink(part(pages(printed_cards([a_card(sign=sign)]))[0], LEFT + WIDTH - 17, TOP + 3, 15, 16)) == 0


def test_letters_of_names_are_not_written_into_the_log(caplog):
    caplog.set_level("DEBUG")
    printed_cards([a_card(name="杨小花")])
    assert caplog.text == ""


def test_a_page_for_each_village_and_its_code_read_back():
    names, to = ["好花红村", "很长的村名" * 8], "https://xue.example.cn/v/306152/" + "v" * 30
    content = printed_posters([PrintedPoster("好花红镇", name, "306152", to) for name in names])
    [first, second] = pages(content)
    assert [zxingcpp.read_barcodes(page)[0].text for page in (first, second)] == [to, to]
    assert "306 152" in words(content)
    assert ink(part(second, 197, 10, 12, 270)) == 0
