"""Scenes of showing and selling: copying, filming, answering, refusing, resting, counting."""

from courses.starter.drawing import parts as p
from courses.starter.drawing.registry import scene


@scene("no-copy", "一部手机里的图拖到另一部手机，打了叉")
def no_copy() -> str:
    photo = p.photo(134, 52, 74, 62, p.crate(9, 28, 0.74), -6)
    gap = p.dotted("M10 50h68v56h-68z", p.LIT, 3, 7)
    return (
        p.phone(16, 40, p.writing(10, 18, 50) + p.crate(10, 74, 0.9) + p.writing(10, 126, 60, 30))
        + p.phone(206, 40, p.writing(10, 18, 50) + gap)
        + p.arrow(130, 148, 196, 148)
        + photo
        + p.hand_pinch(180, 58, 20, 0.8, mirror=True)
        + p.cross(162, 148, 2.2)
    )


@scene("phone-video", "架好的手机，拍两只手切橙子")
def phone_video() -> str:
    view = p.orange_half(36, 36, 0.95) + p.orange_half(66, 36, 0.95) + p.circle(90, 10, 5, p.ORANGE, p.INK, 2)
    legs = p.line("M76 96L40 200M76 96L112 200M76 96v104", width=4)
    knife = p.shape("M0 -6C30 -10 66 -10 96 8C60 12 30 12 0 10Z", p.PAPER, p.INK) + p.line("M-6 2h-44", p.LIT, 13)
    board = p.rect(146, 182, 176, 12, 4, p.BLUE, p.WHITE)
    return (
        legs
        + p.phone_level(12, 16, view, 136, 82)
        + board
        + p.orange_half(170, 162, 1)
        + p.orange(232, 152, 1.5)
        + p.hand_pick(214, 144, -8, 0.66)
        + p.group(knife, 300, 138, 156)
        + p.hand_fist(304, 137, 24, 0.66, mirror=True)
    )


@scene("phone-live", "架好的手机冒出气泡和爱心，手举着橙子")
def phone_live() -> str:
    hearts = p.heart(262, 93, 13, p.WHITE) + p.heart(293, 55, 18) + p.heart(255, 29, 16, p.WHITE)
    return (
        p.table_line()
        + p.phone(168, 46, p.orange(44, 66, 1.6), scale=0.76)
        + p.phone_block(208, 196)
        + hearts
        + p.bubble(262, 112, 50, 34)
        + p.hand_cup(76, 124, p.orange(76, 88, 1.8), mirror=True, scale=0.9)
    )


@scene("phone-review", "手机上五颗星只亮两颗，泡泡里一个难过的橙子")
def phone_review() -> str:
    drops = "M-30 0c-5 8 -7 11 -7 14a7 7 0 0 0 14 0c0 -3 -2 -6 -7 -14z"
    body = p.phone_level(58, 82, p.rated(21, 32, 2, 37, 18), 230, 86)
    return (
        p.hand_hold(262, 139, body, -24, 0.68, mirror=True)
        + p.bubble(40, 6, 124, 70)
        + p.orange_bad(106, 41, 1.4)
        + p.group(p.shape(drops, p.LIT, p.INK, 2), 92, 24)
    )


@scene("phone-refuse", "手掌推开手机，手机上是钱")
def phone_refuse() -> str:
    money = p.coin(44, 50, 30) + p.group(p.coin_stack(-20, 0, 4) + p.coin_stack(22, 0, 2), 44, 132)
    return (
        p.phone_held(206, 14, money, mirror=True)
        + p.hand_stop(112, 122, 14, 1)
        + p.line("M170 60q10 26 4 52M186 48q14 36 6 74", p.ORANGE, 4)
    )


@scene("phone-shield", "手在手机上求助，旁边大大的盾牌打着勾")
def phone_shield() -> str:
    call = p.handset(42, 56, 1.5) + p.line("M12 24q32 -24 64 0M22 32q22 -16 44 0", p.BLUE, 4)
    return p.shield(92, 18, 1.5) + p.phone_held(214, 44, call, 0.8, mirror=True)


@scene("bell-quiet", "夜里的手机，月亮旁边一句话自己回了")
def bell_quiet() -> str:
    """The hand sleeps on its quilt; the arrow that bites its tail answers for it."""
    silent = p.group(
        p.bell(0, 0, 1.2) + p.line("M-30 28L30 -26", p.INK, 11) + p.line("M-30 28L30 -26", width=4.4), 44, 70
    )
    turning = p.line("M-17 -4a18 18 0 0 1 32 -6M17 4a18 18 0 0 1 -32 6M16 -20v11h-11M-16 20v-11h11", p.ORANGE, 4.4)
    quilt = p.shape("M-6 214V156C50 150 130 154 172 178C184 186 190 200 192 214Z") + p.dotted(
        "M4 200C60 196 120 198 176 204"
    )
    return (
        p.moon(52, 52, 1.5)
        + p.dotted("M104 30h0M20 98h0M126 74h0", width=4)
        + p.phone(204, 18, silent, glass=p.DARK)
        + p.group(p.bubble(0, 0, 92, 58, tail="right") + p.writing(26, 24, 50, 50, 28), 104, 70)
        + p.group(p.circle(0, 0, 22, p.INK, p.INK) + turning, 106, 74, scale=0.8)
        + quilt
        + p.hand_flat(142, 176, -80, 0.66)
    )


@scene("child-away", "手机架着拍橙子，孩子的帽子和鞋在画面外")
def child_away() -> str:
    hat = (
        p.shape("M-34 0C-38 -44 38 -44 34 0Z", p.LIT)
        + p.shape("M-40 0h80v14h-80z")
        + p.dotted("M-32 7h66")
        + p.circle(0, -40, 8, p.ORANGE, p.WHITE)
        + p.whorl(-1.5, -15, 1.95, width=1.65)
    )
    shoe = p.shape("M0 0C-2 -16 12 -18 18 -10C26 -6 40 -8 42 4C42 12 30 14 20 14H8C0 14 0 6 0 0Z", p.WHITE, p.INK)
    shoe += p.line("M8 3h14", p.ORANGE, 3) + p.line("M4 -5q6 -6 11 -1", p.INK, 4)
    return (
        p.table_line()
        + p.line("M66 -2V30", width=2.2)
        + p.group(hat, 66, 92, scale=1.3)
        + p.group(shoe, 14, 174, scale=1.3)
        + p.group(shoe, 72, 177, scale=1.3)
        + p.dotted("M142 14V194", p.ORANGE, 5.4, 12)
        + p.phone(164, 46, p.orange(22, 70, 0.85) + p.orange(66, 70, 0.85) + p.orange(44, 62, 1), scale=0.72)
        + p.phone_block(202, 196)
        + p.orange(258, 146, 0.95)
        + p.orange(302, 146, 0.95)
        + p.orange(280, 138, 1.05)
        + p.basket(280, 196, 80, 44)
    )


@scene("wall-poster", "一只手摸着服务站墙上的海报，上面有方块码")
def wall_poster() -> str:
    planks = p.line("M0 40H328M0 96H328M0 152H328M60 40v56M270 0v40M40 152v56M286 96v56", p.BLUE)
    board = p.photo(
        64,
        14,
        132,
        180,
        p.square_code(36, 22, 1.2) + p.line("M20 96h92", p.LIT, 3.4) + p.whorl(66, 134, 4.4, 5, p.ORANGE, 3.4),
    )
    return planks + board + p.hand_flat(176, 118, 104, 1, mirror=True)


@scene("bad-two-photo", "开箱两个烂橙圈了出来，手机正拍照")
def bad_two_photo() -> str:
    back = "".join(p.orange(52 + 36 * n, 100, 0.95) for n in range(4))
    front = "".join((p.orange_bad if n in (1, 3) else p.orange)(36 + 36 * n, 117, 0.95) for n in range(4))
    rings = p.circle(75, 119, 23, stroke=p.WHITE, width=4) + p.circle(147, 119, 23, stroke=p.WHITE, width=4)
    box = (
        p.shape("M14 134l26 -42h150l-26 42z", p.DARK)
        + back
        + front
        + p.shape("M164 134l26 -42v64l-26 42z", p.DARK)
        + p.shape("M14 134h150v64h-150z")
        + p.whorl(86.6, 167, 3.12, width=2.64)
        + rings
    )
    seen = "".join(p.orange_bad(x, 56, 0.85) + p.circle(x, 56, 19, stroke=p.INK) for x in (22, 65))
    return p.group(box, -6, -34, scale=1.16) + p.phone_held(234, 14, seen, 0.72, mirror=True)


@scene("five-photos", "五个小框：整箱、近看、硬币、包好、树上")
def five_photos() -> str:
    star = "M2 -12l3 2.5 3.5 -1 -1.5 3.5 1.5 3 -3.5 -.5 -2.5 2.5 -.8 -3.5 -3.2 -1.5 3 -1.5z"
    pores = p.dotted("M20 34h2M16 46h12M22 58h14M36 68h18M62 66h8M72 52h2", p.INK, 3.2, 9)
    shine = p.line("M16 26C20 18 26 14 36 12", p.GLOW, 5)
    near = p.rect(5, 5, 78, 74, fill=p.ORANGE, stroke=p.ORANGE) + p.group(p.shape(star, p.INK, ""), 46, 44, scale=2.2)
    near += pores + shine
    net = p.line("M26 22l36 36M44 18l22 24M22 40l20 22M62 22L26 58M44 18L22 42M66 40L46 62", width=3)
    tree = p.line("M6 10C30 16 54 12 82 4", p.INK, 4) + p.shape(
        "M30 13c-14 4 -18 14 -18 24c12 -2 20 -10 18 -24z", p.LIT, p.INK, 2
    )
    frames = (
        p.crate(8, 34, 0.98),
        near,
        p.orange(32, 42, 1.2) + p.coin(68, 54, 13),
        p.orange(44, 40, 1.3) + net,
        tree + p.orange(54, 42, 1.25) + p.line("M54 18v-8", p.INK, 4),
    )
    places = ((12, 12, 0), (112, 12, 0), (212, 12, 0), (12, 110, 0), (114, 112, 5))
    laid = "".join(p.photo(x, y, 88, 84, inside, turn) for (x, y, turn), inside in zip(places, frames, strict=True))
    return laid + p.hand_pinch(192, 166, 84, 0.85, mirror=True)


@scene("seven-rings", "包裹后面七个圈，第一个空，后面一个个填满")
def seven_rings() -> str:
    spots = [(34 + 43 * n, 142 + 22 * (n % 2)) for n in range(7)]
    thread = "M34 84" + "".join(f"L{x} {y}" for x, y in spots)
    rings = "".join(
        p.circle(x, y, 18, p.INK, p.WHITE, 4) + (p.circle(x, y, 9, p.WHITE, p.WHITE) if 0 < n < 6 else "")
        for n, (x, y) in enumerate(spots)
    )
    return (
        p.dotted(thread, p.LIT)
        + p.box_closed(12, 36, 70, 56, 16)
        + rings
        + p.circle(292, 142, 10, p.ORANGE, p.ORANGE)
        + p.hand_point(288, 134, -6, 0.76, mirror=True)
    )


EYES = p.symbol(
    "eyes",
    p.shape("M0 0" + "q6.5 -8 13 0q-6.5 8 -13 0m15.4 0" * 20, p.WHITE, p.INK, 0.6)
    + p.dotted("M6.5 0H300", p.INK, 4.8, 15.4),
)
BOX = p.symbol("box", p.box_closed(0, 0, 24, 26, 8, tape=False) + p.orange(12, 13, 0.4))


@scene("eyes-boxes", "上面许多眼睛，下面一小排箱子")
def eyes_boxes() -> str:
    """Two hundred eyes, eight boxes; a hand sets down the last."""
    eyes = "".join(p.use(EYES, 11, 16 + 11 * row) for row in range(10))
    boxes = "".join(p.use(BOX, 10 + 35 * place, 166) for place in range(8))
    return eyes + boxes + p.hand_pick(272, 160, 62, 0.5)
