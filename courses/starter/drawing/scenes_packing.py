"""The packing lesson: a bad orange arrives, and how to pick, dry, wrap, fill, seal and try a box."""

from courses.starter.drawing import parts as p
from courses.starter.drawing.registry import scene

_BURST = "M-13 -9l8 -7 3 7 8 -6 -3 10 -9 4z"


@scene("story-bad-orange", "手机上，买家发来一张坏橙子照片")
def story_bad_orange() -> str:
    screen = p.writing(9, 12, 50, 32) + p.crate(6, 54) + p.orange_bad(63, 42, 0.6) + p.writing(9, 111, 58, 40)
    return (
        p.phone_held(88, 10, screen)
        + p.bubble(226, 30, 92, 104, fill=p.WHITE)
        + p.orange_bad(272, 80, 1.85)
        + p.line("M306 46l5 -5M238 118l-4 4M304 117l5 5", p.ORANGE, 3)
    )


@scene("orange-pick", "手把破皮、发软、发霉、长果柄的橙子拿出来")
def orange_pick() -> str:
    back = "".join(p.orange(x, y, 0.85) for x, y in ((46, 130), (76, 126), (106, 129), (134, 126)))
    front = "".join(p.orange(x, y, 0.85) for x, y in ((60, 140), (92, 141), (122, 141)))
    soft = p.shape("M264 58c-2 -14 8 -22 20 -22s20 8 21 20c1 12 -8 17 -21 17s-19 -5 -20 -15z", p.ORANGE, p.INK)
    wrinkles = p.line("M270 54c4 6 2 10 6 13M294 46c-3 6 3 9 -1 15M281 62c4 2 7 1 9 -1", p.INK, 2.2)
    torn = p.group(p.shape(_BURST, p.PAPER, p.INK, 2), 219, 69) + p.line("M225 54l7 -5M214 53l-4 -8", p.INK, 2)
    stalk = p.line("M284 112v-22", width=5) + p.leaf(285, 98)
    places = [(x, y) for y in (52, 126) for x in (216, 284)]
    crosses = "".join(f"M{x + 17} {y + 17}l11 11m0 -11l-11 11" for x, y in places)
    return (
        p.table_line()
        + p.box_open(18, 138, content=back + front)
        + p.orange_bad(60, 86, 1.3)
        + p.hand_pick(49, 56.5, 48, 0.84)
        + p.arrow(138, 98, 171, 95, bend=-6)
        + "".join(p.circle(x, y, 30, stroke=p.LIT, dash="1 7") for x, y in places)
        + p.orange(216, 52, 1.05)
        + torn
        + soft
        + wrinkles
        + p.orange_bad(216, 126, 1.05)
        + p.orange(284, 130, 1.05, star=False)
        + stalk
        + p.line(crosses, p.INK, 8)
        + p.line(crosses, width=3.6)
    )


@scene("orange-dry", "橙子铺开在竹席上，手背摸一摸皮")
def orange_dry() -> str:
    far = "".join(p.orange(x, 130, 0.75) for x in (92, 136, 180, 266))
    near = "".join(p.orange(x, y, size) for x, y, size in ((70, 166, 0.9), (124, 168, 0.9), (178, 168, 0.9),
                                                          (286, 168, 0.9), (228, 158, 1.1)))  # fmt: skip
    return (
        p.shape("M0 0H328V20L0 34Z", stroke="")
        + p.line("M0 34L328 20")
        + p.dots(4, 22, 328, 8, 10)
        + p.wind(24, 100)
        + p.mat(36, 118, 256)
        + far
        + near
        + p.hand_flat(229.7, 132.6, 24, 0.86)
    )


@scene("orange-net", "手给一个橙子套上网套，旁边是有透气孔的硬纸箱")
def orange_net() -> str:
    outline = "M62 84C62 56 68 34 74 22H132C138 34 144 56 144 84C130 98 76 98 62 84Z"
    mesh = "".join(f"M{x} 10l90 100M{210 - x} 10l-90 100" for x in range(5, 126, 15))
    net = (
        f'<clipPath id="net"><path d="{outline}"/></clipPath><g clip-path="url(#net)">{p.line(mesh, width=3)}</g>'
        + p.line("M62 84C62 56 68 34 74 22M132 22C138 34 144 56 144 84C130 98 76 98 62 84", width=3.5)
        + p.ellipse(103, 22, 29, 8, p.INK, p.WHITE, 3.5)
    )
    holes = "".join(p.circle(x, 142, 7, p.INK, p.WHITE) + p.circle(x, 142, 15, stroke=p.ORANGE) for x in (206, 262))
    return (
        p.table_line(198)
        + p.hand_cup(103, 140, p.orange(103, 102, 1.9) + net)
        + p.hand_pinch(132, 24, 74, 0.72)
        + p.box_closed(178, 104, tape=False)
        + holes
        + p.dots(188, 176, 280, 176, 9)
    )


@scene("box-shake", "双手摇箱，听：响，还是不响")
def box_shake() -> str:
    return (
        p.line("M70 42C76 22 90 12 108 10M58 30C62 20 68 14 76 8", width=3)
        + p.line("M272 42C266 22 252 12 234 10M284 30C280 20 274 14 266 8", width=3)
        + p.box_closed(98, 46, 124, 76, 18, ornament=True)
        + p.hand_grip(92, 82, -84, 0.8, mirror=True)
        + p.hand_grip(240, 82, 84, 0.8)
        + p.line("M164 136V204", p.LIT, dash="1 8")
        + p.loudspeaker(46, 170)
        + p.line("M84 170l7 -16 8 30 8 -34 8 34 7 -14", p.ORANGE, 3.4)
        + p.cross(144, 156, 0.5)
        + p.loudspeaker(204, 170)
        + p.dots(244, 170, 278, 170, 10, 3.6)
        + p.tick(299, 153, 0.9)
    )


@scene("box-seal", "称好，拍照，胶带封箱，面单用布盖着")
def box_seal() -> str:
    label = (
        "M112 108h44c2 10 -2 18 1 26c2 8 -1 14 0 18c-8 3 -14 -2 -22 "
        "1c-8 2 -14 -2 -22 0c-3 -10 2 -16 -1 -24c-2 -8 2 -14 0 -21z"
    )
    seen = p.box_closed(18, 62, 48, 40, 12, tape=False)
    return (
        p.table_line(200)
        + p.scale_platform(168, 168)
        + p.box_closed(96, 86, 132, 82, 24)
        + p.shape(label, p.WHITE, p.INK, 2)
        + p.whorl(133, 129, 2, 5, p.INK, 2)
        + p.dots(118, 114, 152, 114, 6.6, 3, p.INK)
        + p.dots(118, 147, 152, 147, 6.6, 3, p.INK)
        + p.hand_grip(222, 46, 52, 0.86)
        + p.phone_held(26, 40, seen, 0.44)
        + p.line("M86 34l10 -8M82 24l4 -10M62 32v-10", width=2.6)
    )


@scene("box-drop", "箱子从腰那么高落下，再打开看")
def box_drop() -> str:
    flaps = p.shape("M226 122l-16 -20h34l18 16zM314 120l12 -22h-30l-18 18z", p.LIT, width=2.2)
    return (
        p.table_line(192)
        + p.shape("M16 20C24 14 66 14 74 20L78 58H12Z")
        + p.skirt(45, 58)
        + p.hand_grip(122, 36, -66, 0.66, mirror=True)
        + p.line("M100 58H210", p.ORANGE, 2.8, "1 8")
        + p.box_closed(124, 94, 62, 44, 14)
        + p.line("M134 66v12M156 62v12M178 62v12", width=2.6)
        + p.arrow(160, 150, 160, 178)
        + flaps
        + p.shape("M226 122l12 -10h86l-10 10z", p.DARK)
        + p.oranges(242, 114, 3, 27, 0.7)
        + p.shape("M226 122h88v66h-88z")
        + p.tick_seal(270, 155, 19)
    )


@scene("snow-sun-sorry", "路上太冷太热先问；坏了，先道歉")
def snow_sun_sorry() -> str:
    road = "M0 186C40 176 60 190 100 184C130 180 146 170 160 172"
    ridge = "M0 152C24 108 44 100 66 122C84 96 108 92 128 116C142 128 152 148 160 172"
    half = p.shape("M1 -18C5 -16 6 -8 10 0C13 6 13 12 13 17L4 20C3 14 1 10 1 6Z", p.WHITE, "")
    screen = (
        p.bubble(6, 6, 62, 44, stroke=p.LIT)
        + p.orange_bad(37, 28, 0.75)
        + p.bubble(10, 66, 70, 56, tail="right", fill=p.BLUE, stroke="")
        + p.group(half + p.group(half, mirror=True), 31, 93, scale=1.15)
        + p.coin(62, 94, 12)
    )
    return (
        p.sun(44, 44)
        + p.snow(104, 36, 13)
        + p.snow(134, 66, 9)
        + p.snow(96, 74, 7)
        + p.line("M120 18h0M146 38h0M118 58h0M78 88h0M150 90h0", width=3.6)
        + p.shape(ridge + "V212H-4Z")
        + p.line("M0 168C26 126 44 120 66 138C86 114 108 110 126 132", p.LIT, 3, "0 8")
        + p.shape(road + "V212H-4Z", p.INK)
        + p.truck(50, 178, 3)
        + p.phone_held(196, 12, screen, 0.96)
    )


@scene("bag-in-bag", "扎紧口的米袋，外面再套一层袋")
def bag_in_bag() -> str:
    sack = "M118 92C84 104 70 140 80 188H204C214 140 200 104 166 92Z"
    return (
        p.table_line()
        + p.shape(sack)
        + p.shape("M122 84C104 66 102 50 112 40C124 50 130 44 142 38C154 44 160 50 172 40C182 50 180 66 162 84Z", p.LIT)
        + p.line("M130 76L124 56M142 76V54M154 76L160 56", p.INK, 2)
        + p.whorl(141.4, 146, 3.38, width=2.86)
        + p.line("M120 88H164", p.INK, 13)
        + p.line("M120 88H164", p.ORANGE, 8)
        + p.line("M164 88C186 92 200 80 222 76", p.ORANGE, 4)
        + p.line("M40 20L56 196H228L244 20", p.WHITE, 3.4)
        + p.line("M40 20C90 32 194 32 244 20", p.WHITE, 3.4)
        + p.line("M62 70L66 120M74 84L76 110", p.LIT, 4)
        + p.hand_pinch(222, 76, 70, 0.84)
    )


@scene("stiff-cards", "绣片夹在前后两张硬纸板中间")
def stiff_cards() -> str:
    return (
        p.table_line(200)
        + p.rect(26, 22, 152, 122, 3, p.PAPER, p.INK, 2.6)
        + p.rect(60, 46, 142, 112, 5, p.INK, p.WHITE, 3)
        + p.rect(70, 56, 122, 92, 2, p.BLUE, p.WHITE, 2)
        + p.dotted("M78 64H184M78 140H184", p.WHITE, 3, 8)
        + p.butterfly(112, 102, 0.95)
        + p.rect(140, 74, 144, 122, 3, p.PAPER, p.INK, 2.6)
        + p.line("M150 82H262", p.LIT, 4, "3 5")
        + p.hand_grip(276, 138, 84, 0.84)
        + p.arrow(262, 46, 220, 60, bend=8)
        + p.arrow(26, 176, 68, 168, bend=-8)
    )
