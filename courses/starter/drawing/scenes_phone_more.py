"""Scenes of what one does on a phone, and of what a shop is seen by: filming, reviews, rest, the centre's poster."""

from courses.starter.drawing import kit
from courses.starter.drawing.hands import (
    hand_cup,
    hand_fist,
    hand_flat,
    hand_hold,
    hand_pick,
    hand_pinch,
    hand_point,
    hand_stop,
    phone,
    phone_held,
)
from courses.starter.drawing.kit import at, disc, line, rect, shape, text_lines
from courses.starter.drawing.kit_phone import (
    block,
    crate,
    eyes,
    half_orange,
    handset,
    parcels,
    sheet,
    square_code,
    stars,
    wide_phone,
)
from courses.starter.drawing.registry import scene
from courses.starter.drawing.things import whorl


@scene("no-copy", "一部手机里的图拖到另一部手机，打了叉")
def no_copy() -> str:
    photo = sheet(74, 62, crate(9, 28, 0.74))
    gap = kit.dotted("M10 50h68v56h-68z", kit.SKY, 3, 7)
    return (
        phone(16, 40, text_lines(10, 18, 50) + crate(10, 74, 0.9) + text_lines(10, 126, 60, 30))
        + phone(206, 40, text_lines(10, 18, 50) + gap)
        + kit.arrow(130, 148, 66)
        + at(134, 52, photo, turn=-6)
        + hand_pinch(180, 58, 20, 0.8, mirror=True)
        + kit.cross(162, 148, 2.2)
    )


@scene("phone-video", "架好的手机，拍两只手切橙子")
def phone_video() -> str:
    view = (
        half_orange(36, 36, 0.95)
        + half_orange(66, 36, 0.95)
        + disc(90, 10, 5, fill=kit.ORANGE, edge=kit.INDIGO, width=2)
    )
    legs = line("M76 96L40 200M76 96L112 200M76 96v104", kit.WHITE, 4)
    knife = shape("M0 -6C30 -10 66 -10 96 8C60 12 30 12 0 10Z", kit.PAPER, kit.INDIGO) + line("M-6 2h-44", kit.SKY, 13)
    board = rect(146, 182, 176, 12, round_by=4)
    return (
        legs
        + at(12, 16, wide_phone(view, 136, 82))
        + board
        + half_orange(170, 162, 1)
        + kit.orange(232, 152, 1.5)
        + hand_pick(214, 144, -8, 0.66)
        + at(300, 138, knife, turn=156)
        + hand_fist(304, 137, 24, 0.66, mirror=True)
    )


@scene("phone-live", "架好的手机冒出气泡和爱心，手举着橙子")
def phone_live() -> str:
    heart = "M0 8C-14 -2 -12 -14 -5 -14C-2 -14 0 -11 0 -9C0 -11 2 -14 5 -14C12 -14 14 -2 0 8Z"
    hearts = (
        at(262, 96, shape(heart, kit.WHITE, kit.INDIGO), size=1.2)
        + at(292, 60, shape(heart, kit.ORANGE, kit.INDIGO), turn=14, size=1.6)
        + at(256, 34, shape(heart, kit.WHITE, kit.INDIGO), turn=-12, size=1.5)
    )
    return (
        kit.table()
        + at(168, 46, phone(0, 0, kit.orange(44, 66, 1.6), scale=0.76))
        + block(208, 196)
        + hearts
        + at(262, 112, kit.bubble(50, 34))
        + hand_cup(76, 124, kit.orange(76, 88, 1.8), mirror=True, scale=0.9)
    )


@scene("phone-review", "手机上五颗星只亮两颗，泡泡里一个难过的橙子")
def phone_review() -> str:
    drops = "M-30 0c-5 8 -7 11 -7 14a7 7 0 0 0 14 0c0 -3 -2 -6 -7 -14z"
    body = at(58, 82, wide_phone(stars(21, 31, 2, 37, 1.12), 230, 86))
    return (
        hand_hold(262, 139, body, -24, 0.68, mirror=True)
        + at(40, 6, kit.bubble(124, 70))
        + kit.orange(106, 41, 1.4, bad=True)
        + at(92, 24, shape(drops, kit.SKY, kit.INDIGO, 2))
    )


@scene("phone-refuse", "手掌推开手机，手机上是钱")
def phone_refuse() -> str:
    money = kit.coin(44, 50, 30) + at(44, 132, kit.coins(-20, 0, 4) + kit.coins(22, 0, 2))
    return (
        phone_held(206, 14, money, mirror=True)
        + hand_stop(112, 122, 14, 1)
        + line("M170 60q10 26 4 52M186 48q14 36 6 74", kit.ORANGE, 4)
    )


@scene("phone-shield", "手在手机上求助，旁边大大的盾牌打着勾")
def phone_shield() -> str:
    call = handset(42, 56, 1.5) + line("M12 24q32 -24 64 0M22 32q22 -16 44 0", kit.CLOTH, 4)
    return kit.shield(92, 18, 1.5) + phone_held(214, 44, call, 0.8, mirror=True)


@scene("bell-quiet", "夜里的手机，月亮旁边一句话自己回了")
def bell_quiet() -> str:
    """The hand sleeps on its quilt; the arrow that bites its tail answers for it."""
    silent = at(
        44, 70, kit.bell(0, 0, 1.2) + line("M-30 28L30 -26", kit.INDIGO, 11) + line("M-30 28L30 -26", kit.WHITE, 4.4)
    )
    turning = line("M-17 -4a18 18 0 0 1 32 -6M17 4a18 18 0 0 1 -32 6M16 -20v11h-11M-16 20v-11h11", kit.ORANGE, 4.4)
    quilt = shape("M-6 214V156C50 150 130 154 172 178C184 186 190 200 192 214Z") + kit.dotted(
        "M4 200C60 196 120 198 176 204"
    )
    return (
        at(52, 52, kit.moon(0, 0), size=1.5)
        + kit.dotted("M104 30h0M20 98h0M126 74h0", width=4)
        + phone(204, 18, silent, glass=kit.DEEP)
        + at(104, 70, kit.bubble(92, 58, right=True) + text_lines(26, 24, 50, 50, 28))
        + at(106, 74, disc(0, 0, 22, fill=kit.INDIGO, edge=kit.INDIGO) + turning, size=0.8)
        + quilt
        + hand_flat(142, 176, -80, 0.66)
    )


@scene("child-away", "手机架着拍橙子，孩子的帽子和鞋在画面外")
def child_away() -> str:
    hat = (
        shape("M-34 0C-38 -44 38 -44 34 0Z", kit.SKY)
        + shape("M-40 0h80v14h-80z")
        + kit.dotted("M-32 7h66")
        + disc(0, -40, 8, fill=kit.ORANGE)
        + at(0, -15, kit.whorl(0.75))
    )
    shoe = shape("M0 0C-2 -16 12 -18 18 -10C26 -6 40 -8 42 4C42 12 30 14 20 14H8C0 14 0 6 0 0Z", kit.WHITE, kit.INDIGO)
    shoe += line("M8 3h14", kit.ORANGE) + line("M4 -5q6 -6 11 -1", kit.INDIGO, 4)
    return (
        kit.table()
        + line("M66 -2V30", kit.WHITE, 2.2)
        + at(66, 92, hat, size=1.3)
        + at(14, 174, shoe, size=1.3)
        + at(72, 177, shoe, size=1.3)
        + kit.dotted("M142 14V194", kit.ORANGE, 5.4, 12)
        + phone(164, 46, kit.orange(22, 70, 0.85) + kit.orange(66, 70, 0.85) + kit.orange(44, 62, 1), scale=0.72)
        + block(202, 196)
        + kit.orange(258, 146, 0.95)
        + kit.orange(302, 146, 0.95)
        + kit.orange(280, 138, 1.05)
        + kit.basket(280, 196, 80, 44)
    )


@scene("wall-poster", "一只手摸着服务站墙上的海报，上面有方块码")
def wall_poster() -> str:
    planks = line("M0 40H328M0 96H328M0 152H328M60 40v56M270 0v40M40 152v56M286 96v56", kit.CLOTH, 2.5)
    board = sheet(
        132,
        180,
        square_code(36, 22, 1.2) + line("M20 96h92", kit.SKY, 3.4) + whorl(66, 134, 4.4, 5, kit.ORANGE, 3.4),
    )
    return planks + at(64, 14, board) + hand_flat(176, 118, 104, 1, mirror=True)


@scene("bad-two-photo", "开箱两个烂橙圈了出来，手机正拍照")
def bad_two_photo() -> str:
    back = "".join(kit.orange(52 + 36 * n, 100, 0.95) for n in range(4))
    front = "".join(kit.orange(36 + 36 * n, 117, 0.95, bad=n in (1, 3)) for n in range(4))
    rings = disc(75, 119, 23, width=4) + disc(147, 119, 23, width=4)
    box = (
        shape("M14 134l26 -42h150l-26 42z", kit.DEEP)
        + back
        + front
        + shape("M164 134l26 -42v64l-26 42z", kit.DEEP)
        + shape("M14 134h150v64h-150z")
        + at(89, 167, kit.whorl(1.2))
        + rings
    )
    seen = "".join(kit.orange(x, 56, 0.85, bad=True) + disc(x, 56, 19, edge=kit.INDIGO) for x in (22, 65))
    return at(-6, -34, box, size=1.16) + phone_held(234, 14, seen, 0.72, mirror=True)


@scene("five-photos", "五个小框：整箱、近看、硬币、包好、树上")
def five_photos() -> str:
    star = "M2 -12l3 2.5 3.5 -1 -1.5 3.5 1.5 3 -3.5 -.5 -2.5 2.5 -.8 -3.5 -3.2 -1.5 3 -1.5z"
    pores = kit.dotted("M20 34h2M16 46h12M22 58h14M36 68h18M62 66h8M72 52h2", kit.INDIGO, 3.2, 9)
    shine = line("M16 26C20 18 26 14 36 12", kit.GLOW, 5)
    near = rect(5, 5, 78, 74, fill=kit.ORANGE, edge=kit.ORANGE) + at(46, 44, shape(star, kit.INDIGO, "none"), size=2.2)
    near += pores + shine
    net = line("M26 22l36 36M44 18l22 24M22 40l20 22M62 22L26 58M44 18L22 42M66 40L46 62", kit.WHITE, 3)
    tree = line("M6 10C30 16 54 12 82 4", kit.INDIGO, 4) + shape(
        "M30 13c-14 4 -18 14 -18 24c12 -2 20 -10 18 -24z", kit.SKY, kit.INDIGO, 2
    )
    frames = (
        crate(8, 34, 0.98),
        near,
        kit.orange(32, 42, 1.2) + kit.coin(68, 54, 13),
        kit.orange(44, 40, 1.3) + net,
        tree + kit.orange(54, 42, 1.25) + line("M54 18v-8", kit.INDIGO, 4),
    )
    places = ((12, 12, 0), (112, 12, 0), (212, 12, 0), (12, 110, 0), (114, 112, 5))
    laid = "".join(
        at(x, y, sheet(88, 84, inside), turn=turn) for (x, y, turn), inside in zip(places, frames, strict=True)
    )
    return laid + hand_pinch(192, 166, 84, 0.85, mirror=True)


@scene("seven-rings", "包裹后面七个圈，第一个空，后面一个个填满")
def seven_rings() -> str:
    spots = [(34 + 43 * n, 142 + 22 * (n % 2)) for n in range(7)]
    thread = "M34 84" + "".join(f"L{x} {y}" for x, y in spots)
    rings = "".join(
        disc(x, y, 18, fill=kit.INDIGO, width=4) + (disc(x, y, 9, fill=kit.WHITE) if 0 < n < 6 else "")
        for n, (x, y) in enumerate(spots)
    )
    return (
        kit.dotted(thread, kit.SKY)
        + at(12, 36, kit.box(70, 56, 16, tape=True))
        + rings
        + disc(292, 142, 10, fill=kit.ORANGE, edge=kit.ORANGE)
        + hand_point(288, 134, -6, 0.76, mirror=True)
    )


@scene("eyes-boxes", "上面许多眼睛，下面一小排箱子")
def eyes_boxes() -> str:
    """Two hundred eyes, eight boxes; a hand sets down the last."""
    return eyes(11, 16, 10) + parcels(10, 166, 8) + hand_pick(272, 160, 62, 0.5)
