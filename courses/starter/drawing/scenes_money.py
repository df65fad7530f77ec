"""Scenes about money."""

from courses.starter.drawing import parts as p
from courses.starter.drawing.registry import scene


@scene("phone-pay", "手机上，货款到了")
def phone_pay() -> str:
    screen = p.coin(44, 52, 28) + p.tick(44, 108, 1.6, p.BLUE) + p.writing(22, 132, 44)
    return p.phone_held(108, 16, screen) + p.glint(262, 76, 34) + p.coin(262, 84, 26) + p.arrow(306, 150, 273.2, 127.1)


@scene("lend-no", "有人出钱租银行卡，手把卡收回来")
def lend_no() -> str:
    card = p.rect(-40, -24, 80, 48, 6, p.PAPER, p.INK) + p.line("M-40 -8h80", p.LIT, 9)
    return (
        p.table_line()
        + p.group(card, 92, 120, -12)
        + p.hand_grip(62, 70, -24, 0.8)
        + p.coin_stack(226, 150, 4)
        + p.hand_pick(265.6, 118.9, 42, 0.8, mirror=True)
        + p.cross(164, 128, 1.6)
    )


@scene("receipt-hand", "手拿一张收条")
def receipt_hand() -> str:
    return (
        p.table_line()
        + p.paper(150, 60, 84, 116, 6, 6)
        + p.hand_tips(218.4, 70.0, 40, 0.9)
        + p.scale_pan(80, 196)
        + p.orange(64, 122, 0.8)
        + p.orange(98, 122, 0.8)
    )


@scene("money-strip", "一摞钱分四份：果子、箱子、运费，剩下的归自己")
def money_strip() -> str:
    return (
        p.table_line()
        + p.dotted("M122 166H104M122 82H104M206 122H222", p.LIT)
        + p.coin_stack(164, 196, 6, 64, 10, p.WHITE)
        + p.coin_stack(164, 130, 2, 64, 10, p.WHITE)
        + p.coin_stack(164, 104, 4, 64, 10, p.WHITE)
        + p.coin_stack(176, 56, 4, 64, 10)
        + p.orange(36, 176, 0.9)
        + p.orange(76, 176, 0.9)
        + p.orange(56, 144, 0.9)
        + p.truck(24, 96.5, scale=1.15)
        + p.box_closed(232, 110, 62, 46, 16)
        + p.hand_grip(206, 37, 80, 0.6)
    )


@scene("ledger-book", "手在账本上记一笔，旁边有硬币")
def ledger_book() -> str:
    page = p.shape("M0 0C-30 -10 -70 -8 -104 0V132C-70 124 -30 122 0 132Z", p.PAPER, p.INK)
    rows = "".join(p.line(f"M-66 {y}C-48 {y - 3} -30 {y - 2} -14 {y}", p.LIT, 4) for y in (22, 50, 78, 106))
    signs = (
        p.orange(-84, 22, 0.5)
        + p.orange(-84, 78, 0.5)
        + p.rect(-93, 42, 17, 15, stroke=p.INK, width=2)
        + p.rect(-93, 98, 17, 15, stroke=p.INK, width=2)
    )
    pencil = p.shape("M0 0L-6 -18V-104H6V-18Z", p.LIT, p.INK) + p.shape("M0 0L-6 -18H6Z", p.WHITE, p.INK, 2)
    written = p.line("M20 21C40 18 60 18 84 22M20 50C40 47 60 47 84 51", p.LIT, 4) + p.line(
        "M20 78C32 76 38 76 44 76", p.ORANGE, 5
    )
    book = p.shape("M-112 6H112V140H-112Z") + page + p.group(page, mirror=True) + rows + signs + written
    return (
        p.table_line()
        + p.coin_stack(38, 196, 5)
        + p.group(book, 172, 44, -3, 0.92)
        + p.group(pencil, 217, 111, 28, 0.92)
        + p.hand_tips(231, 88, 112, 0.74, mirror=True)
    )


@scene("two-purses", "两个钱袋分开放：一个家用，一个店用")
def two_purses() -> str:
    purse = (
        p.shape("M-18 0C-62 22 -68 88 -42 104H42C68 88 62 22 18 0Z")
        + p.shape("M-18 0C-26 -10 -32 -18 -30 -26C-18 -20 -8 -26 0 -20C8 -26 18 -20 30 -26C32 -18 26 -10 18 0Z", p.LIT)
        + p.line("M-19 0H19", p.PAPER, 6)
        + p.dotted("M-42 92H44")
    )
    home = p.shape("M-18 0V-20L0 -36L18 -20V0H6V-13H-6V0Z", p.WHITE) + p.line("M-26 -16L0 -40L26 -16", width=4)
    return (
        p.table_line()
        + p.dotted("M156 14V196", p.LIT, 4, 11)
        + p.coin(76, 68, 15)
        + p.coin(236, 56, 15)
        + p.group(purse, 76, 92)
        + p.group(home, 76, 166)
        + p.group(purse, 236, 92)
        + p.parcel(213, 170, 1.15)
        + p.hand_tips(244, 48, 62, 0.6)
    )


@scene("id-card-phone", "自己的身份证、银行卡、手机，都按在自己手下")
def id_card_phone() -> str:
    identity = (
        p.rect(-52, -34, 104, 68, 6, p.PAPER, p.INK)
        + f'<path d="M12 20c0 -14 6 -18 16 -18s16 4 16 18z" fill="{p.BLUE}"/>'
        + p.circle(28, -11, 11, p.BLUE)
        + p.writing(-40, -18, 34, 26, 34, 40)
    )
    card = (
        p.rect(-50, -32, 100, 64, 6, p.LIT, p.WHITE)
        + p.line("M-50 -14H50", p.INK, 12)
        + p.rect(-38, 4, 20, 15, 3, p.ORANGE, p.INK, 2)
        + p.dotted("M0 12H38")
    )
    return (
        p.group(identity, 160, 44)
        + p.phone(38, 22, rotate=-16, scale=0.72)
        + p.group(card, 254, 90, 24)
        + p.hand_spread(160, 72, 180, 0.92)
    )


@scene("price-tag", "手给一箱橙子系上价格牌")
def price_tag() -> str:
    box = p.box_open(0, 0, content=p.oranges(22, -12, 5, 27) + p.oranges(12, -2, 5, 26))
    return (
        p.table_line()
        + p.group(box, 22, 118, scale=1.34)
        + p.line("M166 122C180 96 190 82 206 72M166 122C188 116 208 114 222 98", p.INK, 7)
        + p.price_tag(130, 110, rotate=8, scale=1.3)
        + p.line("M166 122C180 96 190 82 206 72M166 122C188 116 208 114 222 98", p.PAPER, 3)
        + p.hand_tips(208, 70, 58, 0.84)
    )


@scene("coupon-cut", "剪刀剪掉价格牌一角，钱少了一点")
def coupon_cut() -> str:
    blade = (
        p.shape("M0 -2L-84 -8C-86 -2 -78 6 -68 8L0 10Z", p.WHITE, p.INK)
        + p.circle(24, 6, 17, stroke=p.INK, width=12)
        + p.circle(24, 6, 17, stroke=p.WHITE, width=7)
    )
    less = p.dotted("M230 126V104H276V126", p.ORANGE, 3, 7)
    corner = p.shape("M0 0V58H-58Z", p.PAPER, p.INK)
    return (
        p.table_line()
        + p.price_tag(30, 20, 80, 108, scale=1.45)
        + p.shape("M150 94V180H64Z", p.INK, p.INK)
        + p.dotted("M70 168L142 97", p.ORANGE, 4)
        + p.group(corner, 156, 130, 22)
        + p.group(p.group(blade, rotate=12) + p.group(blade, rotate=-12), 176, 70, -44)
        + p.coin_stack(253, 196, 6, 48, 10.8)
        + less
        + p.hand_fist(194, 50, 46, 0.7)
    )


@scene("many-and-few", "一大堆箱子打叉，小小一排五箱打钩")
def many_and_few() -> str:
    pile = "".join(
        p.parcel(-44 + 10 * row + 37 * n, 196 - 26 * row)
        for row, number in enumerate((4, 4, 3, 3, 2, 2, 1))
        for n in range(number)
    )
    few = "".join(p.parcel(132 + 33 * n, 196, 0.8) for n in range(4))
    return (
        p.table_line()
        + pile
        + p.cross(52, 104, 3.4)
        + few
        + p.parcel(264, 176, 0.8)
        + p.hand_tips(284, 140, 16, 0.6)
        + p.tick(196, 122, 2.4, p.ORANGE)
    )
