"""Scenes about money."""

from courses.starter.drawing import kit
from courses.starter.drawing.kit import at
from courses.starter.drawing.kit_goods import reach
from courses.starter.drawing.kit_places import parcel
from courses.starter.drawing.registry import scene


@scene("phone-pay", "手机上，货款到了")
def phone_pay() -> str:
    screen = kit.coin(44, 52, 28) + kit.tick(44, 108, 1.6, kit.CLOTH) + kit.text_lines(22, 132, 44)
    return (
        at(20, 6, kit.held_phone(screen))
        + kit.rays(262, 76, 34)
        + kit.coin(262, 84, 26)
        + kit.arrow(306, 150, 40, turn=215)
    )


@scene("lend-no", "有人出钱租银行卡，手把卡收回来")
def lend_no() -> str:
    card = kit.rect(-40, -24, 80, 48, fill=kit.PAPER, edge=kit.INDIGO, round_by=6) + kit.line("M-40 -8h80", kit.SKY, 9)
    return (
        kit.table()
        + at(92, 120, card, turn=-12)
        + at(62, 70, kit.hand("grip"), turn=-24, size=0.8)
        + kit.coins(226, 150, 4)
        + at(268, 78, kit.hand("flat"), turn=42, size=0.8, mirror=True)
        + kit.cross(164, 128, 1.6)
    )


@scene("receipt-hand", "手拿一张收条")
def receipt_hand() -> str:
    return (
        kit.table()
        + at(150, 60, kit.paper(84, 116, lines=6), turn=6)
        + at(250, 66, kit.hand("pinch"), turn=40, size=0.9)
        + kit.pan_scale(80, 196)
        + kit.orange(64, 122, 0.8)
        + kit.orange(98, 122, 0.8)
    )


def _stack(x: float, y: float, number: int, fill: str = kit.WHITE) -> str:
    """Wide coins from the side, growing up from (x, y)."""
    return "".join(
        kit.rect(x - 32, y - 10 * (n + 1), 64, 10, fill=fill, edge=kit.INDIGO, width=2.4, round_by=4)
        for n in range(number)
    )


@scene("money-strip", "一摞钱分四份：果子、箱子、运费，剩下的归自己")
def money_strip() -> str:
    return (
        kit.table()
        + kit.dotted("M122 166H104M122 82H104M206 122H222", kit.SKY)
        + _stack(164, 196, 6)
        + _stack(164, 130, 2)
        + _stack(164, 104, 4)
        + _stack(176, 56, 4, kit.ORANGE)
        + kit.orange(36, 176, 0.9)
        + kit.orange(76, 176, 0.9)
        + kit.orange(56, 144, 0.9)
        + at(24, 100, kit.truck(), size=1.15)
        + at(232, 110, kit.box(62, 46, 16, tape=True))
        + reach("grip", 206, 37, turn=80, size=0.6)
    )


@scene("ledger-book", "手在账本上记一笔，旁边有硬币")
def ledger_book() -> str:
    page = kit.shape("M0 0C-30 -10 -70 -8 -104 0V132C-70 124 -30 122 0 132Z", kit.PAPER, kit.INDIGO)
    rows = "".join(kit.line(f"M-66 {y}C-48 {y - 3} -30 {y - 2} -14 {y}", kit.SKY, 4) for y in (22, 50, 78, 106))
    signs = (
        kit.orange(-84, 22, 0.5)
        + kit.orange(-84, 78, 0.5)
        + kit.rect(-93, 42, 17, 15, edge=kit.INDIGO, width=2)
        + kit.rect(-93, 98, 17, 15, edge=kit.INDIGO, width=2)
    )
    pencil = kit.shape("M0 0L-6 -18V-104H6V-18Z", kit.SKY, kit.INDIGO) + kit.shape(
        "M0 0L-6 -18H6Z", kit.WHITE, kit.INDIGO, 2
    )
    written = kit.line("M20 21C40 18 60 18 84 22M20 50C40 47 60 47 84 51", kit.SKY, 4) + kit.line(
        "M20 78C32 76 38 76 44 76", kit.ORANGE, 5
    )
    book = kit.shape("M-112 6H112V140H-112Z") + page + at(0, 0, page, mirror=True) + rows + signs + written
    return (
        kit.table()
        + kit.coins(38, 196, 5)
        + at(172, 44, book, turn=-3, size=0.92)
        + at(217, 111, pencil, turn=28, size=0.92)
        + reach("pinch", 231, 88, turn=112, size=0.74, mirror=True)
    )


@scene("two-purses", "两个钱袋分开放：一个家用，一个店用")
def two_purses() -> str:
    purse = (
        kit.shape("M-18 0C-62 22 -68 88 -42 104H42C68 88 62 22 18 0Z")
        + kit.shape(
            "M-18 0C-26 -10 -32 -18 -30 -26C-18 -20 -8 -26 0 -20C8 -26 18 -20 30 -26C32 -18 26 -10 18 0Z", kit.SKY
        )
        + kit.line("M-19 0H19", kit.PAPER, 6)
        + kit.dotted("M-42 92H44")
    )
    home = kit.shape("M-18 0V-20L0 -36L18 -20V0H6V-13H-6V0Z", kit.WHITE, kit.WHITE) + kit.line(
        "M-26 -16L0 -40L26 -16", kit.WHITE, 4
    )
    return (
        kit.table()
        + kit.dotted("M156 14V196", kit.SKY, 4, 11)
        + kit.coin(76, 68, 15)
        + kit.coin(236, 56, 15)
        + at(76, 92, purse)
        + at(76, 166, home)
        + at(236, 92, purse)
        + at(213, 170, parcel(0, 0, 1.15))
        + reach("pinch", 244, 48, turn=62, size=0.6)
    )


@scene("id-card-phone", "自己的身份证、银行卡、手机，都按在自己手下")
def id_card_phone() -> str:
    identity = (
        kit.rect(-52, -34, 104, 68, fill=kit.PAPER, edge=kit.INDIGO, round_by=6)
        + f'<path d="M12 20c0 -14 6 -18 16 -18s16 4 16 18z" fill="{kit.CLOTH}"/>'
        + kit.disc(28, -11, 11, fill=kit.CLOTH, edge=kit.CLOTH, width=0)
        + kit.text_lines(-40, -18, 34, 26, 34, 40)
    )
    card = (
        kit.rect(-50, -32, 100, 64, fill=kit.SKY, round_by=6)
        + kit.line("M-50 -14H50", kit.INDIGO, 12)
        + kit.rect(-38, 4, 20, 15, fill=kit.ORANGE, edge=kit.INDIGO, width=2, round_by=3)
        + kit.dotted("M0 12H38")
    )
    return (
        at(160, 44, identity)
        + at(38, 22, kit.phone(), turn=-16, size=0.72)
        + at(254, 90, card, turn=24)
        + reach("spread", 160, 72, turn=180, size=0.92)
    )


@scene("price-tag", "手给一箱橙子系上价格牌")
def price_tag() -> str:
    return (
        kit.table()
        + at(22, 118, kit.box_of_oranges(), size=1.34)
        + kit.line("M166 122C180 96 190 82 206 72M166 122C188 116 208 114 222 98", kit.INDIGO, 7)
        + at(130, 110, kit.tag(), turn=8, size=1.3)
        + kit.line("M166 122C180 96 190 82 206 72M166 122C188 116 208 114 222 98", kit.PAPER, 3)
        + reach("pinch", 208, 70, turn=58, size=0.84)
    )


@scene("coupon-cut", "剪刀剪掉价格牌一角，钱少了一点")
def coupon_cut() -> str:
    blade = (
        kit.shape("M0 -2L-84 -8C-86 -2 -78 6 -68 8L0 10Z", kit.WHITE, kit.INDIGO)
        + kit.disc(24, 6, 17, edge=kit.INDIGO, width=12)
        + kit.disc(24, 6, 17, width=7)
    )
    less = kit.dotted("M230 126V104H276V126", kit.ORANGE, 3, 7)
    corner = kit.shape("M0 0V58H-58Z", kit.PAPER, kit.INDIGO)
    return (
        kit.table()
        + at(30, 20, kit.tag(80, 108), size=1.45)
        + kit.shape("M150 94V180H64Z", kit.INDIGO, kit.INDIGO)
        + kit.dotted("M70 168L142 97", kit.ORANGE, 4)
        + at(156, 130, corner, turn=22)
        + at(176, 70, at(0, 0, blade, turn=12) + at(0, 0, blade, turn=-12), turn=-44)
        + at(253, 196, kit.coins(0, 0, 6), size=1.2)
        + less
        + reach("fist", 194, 50, turn=46, size=0.7)
    )


@scene("many-and-few", "一大堆箱子打叉，小小一排五箱打钩")
def many_and_few() -> str:
    pile = "".join(
        parcel(-44 + 10 * row + 37 * n, 196 - 26 * row)
        for row, number in enumerate((4, 4, 3, 3, 2, 2, 1))
        for n in range(number)
    )
    few = "".join(parcel(132 + 33 * n, 196, 0.8) for n in range(4))
    return (
        kit.table()
        + pile
        + kit.cross(52, 104, 3.4)
        + few
        + parcel(264, 176, 0.8)
        + reach("pinch", 284, 140, turn=16, size=0.6)
        + kit.tick(196, 122, 2.4, kit.ORANGE)
    )
