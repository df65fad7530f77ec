"""Scenes about what the village sells: oranges, peanuts, rice, bacon."""

from courses.starter.drawing import kit
from courses.starter.drawing.kit import at
from courses.starter.drawing.kit_goods import bacon, peanut, reach, rice_ear
from courses.starter.drawing.registry import scene


@scene("oranges-box-open", "打开的箱子，十五个橙子，垫着蜡染布")
def oranges_box_open() -> str:
    fruit = "".join(kit.orange(98 + 33 * n, 72 + 30 * row, 0.8) for row in range(3) for n in range(5))
    return (
        kit.shape("M34 44H294L324 216H4Z", kit.PAPER, kit.INDIGO)
        + kit.dotted("M43 54H286", kit.CLOTH)
        + kit.dotted("M40 64L18 200", kit.CLOTH)
        + kit.dotted("M288 64L310 200", kit.CLOTH)
        + at(44, 178, kit.line(WHORL, kit.CLOTH, 2.4))
        + at(284, 178, kit.line(WHORL, kit.CLOTH, 2.4), mirror=True)
        + kit.shape("M78 52L92 18H236L250 52Z", kit.SKY, kit.INDIGO)
        + kit.shape("M78 52L50 74V140L78 150Z", kit.CLOTH, kit.INDIGO)
        + kit.shape("M250 52L278 74V140L250 150Z", kit.CLOTH, kit.INDIGO)
        + kit.shape("M78 52H250V150H78Z", kit.DEEP, kit.INDIGO)
        + fruit
        + kit.shape("M78 150H250V198H78Z")
        + at(164, 174, kit.whorl())
        + kit.dotted("M96 174H138M192 174H236")
    )


WHORL = "M-2 0a3 3 0 0 1 6 0a6 6 0 0 1 -12 0a9 9 0 0 1 18 0a12 12 0 0 1 -24 0"


@scene("peanuts-bag", "一袋带壳花生，手里托着两颗")
def peanuts_bag() -> str:
    heap = (
        (38, 74, 70), (66, 66, 20), (98, 64, -30), (122, 74, -75), (50, 84, -40),
        (80, 80, 85), (108, 84, 35), (66, 94, 60), (96, 96, -70),
    )  # fmt: skip
    return (
        kit.table()
        + kit.shape("M26 92C6 130 14 180 30 196H132C148 180 156 130 136 92Z")
        + kit.shape("M18 92C30 74 132 74 144 92C132 104 30 104 18 92Z", kit.DEEP)
        + "".join(peanut(*spot) for spot in heap)
        + kit.line("M18 92C22 112 140 112 144 92", kit.INDIGO, 17)
        + kit.line("M18 92C22 112 140 112 144 92", kit.SKY, 12)
        + kit.dotted("M20 96C32 110 130 110 142 96")
        + at(81, 148, kit.whorl(1.3))
        + at(
            150,
            2,
            kit.cupped_behind() + peanut(82, 122, -50, 1.35) + peanut(114, 118, 24, 1.35) + kit.cupped(),
            size=0.94,
        )
    )


@scene("rice-bag", "一袋米，木勺舀起来，米粒落下")
def rice_bag() -> str:
    scoop = (
        kit.line("M-34 0H60", kit.INDIGO, 16)
        + kit.line("M-34 0H60", kit.SKY, 11)
        + kit.shape("M54 -12H112C118 6 100 26 78 24C62 22 54 8 54 -12Z", kit.SKY)
        + kit.shape("M56 -10C66 -26 90 -24 108 -10Z", kit.WHITE, kit.INDIGO, 2)
    )
    return (
        kit.table()
        + kit.shape("M166 130C152 154 156 184 170 196H300C314 184 318 154 304 130Z")
        + kit.shape("M162 132C184 108 208 96 234 96C262 96 284 108 306 132Z", kit.WHITE, kit.INDIGO)
        + kit.line("M204 122h0M220 114h0M238 120h0M256 112h0M270 122h0M238 106h0", kit.SKY, 3)
        + kit.line("M160 131C170 146 300 146 310 131", kit.INDIGO, 17)
        + kit.line("M160 131C170 146 300 146 310 131", kit.SKY, 12)
        + at(228, 172, rice_ear(), size=0.66)
        + kit.dotted(
            "M200 68C208 72 212 80 214 96M210 62C222 68 226 78 227 92M198 80C202 84 204 92 204 100", kit.WHITE, 4.4, 9
        )
        + at(86, 34, scoop, turn=18)
        + reach("fist", 84, 36, turn=-52, size=0.72, mirror=True)
    )


@scene("bacon-hang", "火塘上挂着烟熏的腊肉")
def bacon_hang() -> str:
    strips = "".join(
        kit.line(f"M{x} 22V48", kit.WHITE, 2.2) + at(x, 46, bacon(length), turn=turn)
        for x, length, turn in ((36, 78, 2), (84, 88, -2), (132, 74, 2), (180, 86, -1))
    )
    smoke = "".join(
        kit.line(f"M{x} {y}c-9 -12 9 -20 0 -32s9 -20 0 -32", kit.SKY, 3) for x, y in ((60, 140), (108, 150), (158, 146))
    )
    fire = kit.shape(
        "M-30 0C-46 -22 -26 -34 -26 -52C-10 -44 -10 -36 -6 -30C-2 -46 8 -52 6 -64C26 -50 36 -18 20 0Z",
        kit.ORANGE,
        kit.INDIGO,
    ) + kit.shape("M-14 0C-18 -14 -6 -18 -6 -28C6 -18 10 -10 4 0Z", kit.GLOW, kit.GLOW, 0)
    return (
        kit.rect(-6, 12, 340, 11, fill=kit.SKY, edge=kit.INDIGO)
        + smoke
        + strips
        + kit.line("M228 23V56", kit.WHITE, 2.2)
        + at(228, 58, bacon(84), turn=8)
        + reach("pinch", 228, 50, turn=76, size=0.7)
        + kit.table()
        + at(110, 198, fire)
        + kit.shape("M46 200C44 176 78 172 86 200ZM134 200C138 174 176 174 176 200Z")
    )


@scene("scale-oranges", "橙子放在秤盘上称")
def scale_oranges() -> str:
    return (
        kit.table()
        + at(122, 196, kit.pan_scale(0, 0), size=1.75)
        + kit.orange(62, 67)
        + kit.orange(102, 67)
        + kit.orange(142, 67)
        + kit.orange(82, 33)
        + kit.orange(122, 33)
        + kit.orange(196, 62, 1.05)
        + reach("flat", 204, 56, turn=56, size=0.7)
    )


@scene("three-baskets", "三个篮子：橙子、封口的袋子、腊肉")
def three_baskets() -> str:
    packet = (
        kit.rect(-27, -64, 54, 84, fill=kit.PAPER, edge=kit.INDIGO, round_by=3)
        + kit.line("M-27 -52H27", kit.SKY, 3)
        + kit.dotted("M-22 -58H24", kit.CLOTH, 2.6, 6)
        + peanut(-8, -26, -30)
        + peanut(10, -22, 40)
    )
    return (
        kit.table()
        + kit.orange(32, 120, 0.95)
        + kit.orange(88, 120, 0.95)
        + kit.orange(60, 114, 0.95)
        + kit.orange(46, 90, 0.95)
        + kit.orange(76, 88, 0.95)
        + at(154, 108, packet, turn=-8)
        + at(176, 118, packet, turn=12)
        + at(254, 64, bacon(90), turn=6)
        + at(290, 48, bacon(104), turn=-6)
        + "".join(kit.basket(x, 196, 98, 66) for x in (60, 164, 268))
    )


@scene("orange-size", "橙子旁边放一枚硬币和张开的手，比大小")
def orange_size() -> str:
    return (
        kit.table() + reach("spread", 88, 138, turn=-6, size=0.9) + kit.orange(202, 142, 2.6) + kit.coin(288, 171, 23)
    )


@scene("window-light", "橙子放在窗边，光从旁边来")
def window_light() -> str:
    return (
        kit.shape("M14 18H96V140H14Z", kit.PAPER, kit.SKY, 6)
        + kit.line("M55 18V140M14 78H96", kit.SKY, 5)
        + kit.disc(75, 46, 11, fill=kit.ORANGE, edge=kit.GLOW)
        + '<path d="M99 20L262 156H99Z" fill="#27407f"/>'
        + kit.dotted("M112 44L216 132M112 78L180 136M112 112L142 138", kit.PAPER, 3, 10)
        + kit.shape("M30 170L60 152H306L328 170Z", kit.WHITE, kit.INDIGO)
        + kit.shape("M30 170H334V186H30Z", kit.PAPER, kit.INDIGO)
        + kit.dotted("M40 178H328", kit.CLOTH, 3)
        + kit.orange(196, 124, 2)
        + reach("flat", 216, 110, turn=62, size=0.8)
    )


@scene("dark-flash", "黑屋里开闪光灯，影子又黑又硬")
def dark_flash() -> str:
    star = "M0 -34L7 -12L26 -26L14 -6L38 0L14 6L26 26L7 12L0 34L-7 12L-26 26L-14 6L-38 0L-14 -6L-26 -26L-7 -12Z"
    return (
        kit.rect(0, 0, 328, 208, fill=kit.DEEP, edge=kit.DEEP, width=0)
        + kit.shape("M192 152L212 82C232 40 292 44 300 92C304 120 298 140 290 152Z", kit.INDIGO, kit.INDIGO)
        + kit.rect(-6, 152, 340, 60, fill=kit.SKY, edge=kit.INDIGO)
        + kit.shape("M192 148C214 190 282 184 296 148Z", kit.INDIGO, kit.INDIGO)
        + kit.orange(194, 124, 2)
        + kit.shape("M198 84a40 40 0 0 1 0 80c22 -20 22 -60 0 -80z", kit.INDIGO, kit.INDIGO)
        + at(64, 34, kit.phone(), size=0.56)
        + reach("grip", 66, 98, turn=-80, size=0.66, mirror=True)
        + at(128, 66, kit.shape(star, kit.WHITE, kit.INDIGO))
        + kit.cross(286, 36, 1.9)
    )


@scene("orange-tree", "手从坡上的树枝摘橙子")
def orange_tree() -> str:
    leaf = kit.shape("M0 0C6 -14 24 -18 38 -10C30 4 14 8 0 0Z", kit.WHITE, kit.INDIGO, 2)
    leaves = ((14, 18, -34), (34, 24, 62), (66, 33, -30), (88, 42, 56), (114, 52, -22), (134, 60, 128), (160, 74, -34))
    return (
        kit.shape("M-6 214V176C60 150 120 156 180 130C240 104 280 92 336 84V214Z")
        + kit.line("M-6 196C70 174 140 172 200 150C250 132 290 118 336 112", kit.SKY, 2.5)
        + kit.line("M40 208C110 196 170 192 224 172C270 156 300 146 336 140", kit.SKY, 2.5)
        + kit.line("M-8 14C40 22 96 40 170 78", kit.INDIGO, 16)
        + kit.line("M-8 14C40 22 96 40 170 78", kit.SKY, 9)
        + kit.line("M30 24Q40 40 40 74M84 42Q98 60 98 96M168 78V100", kit.WHITE, 3)
        + "".join(at(x, y, leaf, turn=turn) for x, y, turn in leaves)
        + kit.orange(40, 92, 1.15)
        + kit.orange(98, 114, 1.15)
        + kit.orange(166, 120, 1.3)
        + reach("flat", 182, 114, turn=64, size=0.8)
    )


@scene("peanut-mould", "发霉的花生，扔进桶里")
def peanut_mould() -> str:
    fuzz = (
        kit.shape(
            "M-17 20C-22 10 -10 6 -6 11C-3 2 8 4 7 12C16 10 19 20 12 24C17 31 8 38 2 34"
            "C-4 40 -13 37 -12 30C-19 30 -21 24 -17 20Z",
            kit.SKY,
            kit.INDIGO,
        )
        + kit.line("M-9 19h0M0 15h0M-3 25h0M7 21h0M2 30h0M-9 29h0", kit.WHITE, 3.4)
        + kit.line("M-26 12h0M-27 26h0M-20 40h0M-4 46h0M13 42h0M23 28h0", kit.SKY, 4)
    )
    mouldy = peanut(0, 0, 0, 2.1) + at(3, 12, fuzz, size=0.8)
    return (
        kit.table()
        + at(46, 160, mouldy, turn=52)
        + at(126, 160, mouldy, turn=-40)
        + at(84, 116, mouldy, turn=100)
        + kit.cross(84, 48, 2.2)
        + at(238, 82, mouldy, turn=8)
        + kit.shape("M196 136L208 196H284L296 136Z")
        + kit.line("M222 148l5 38M246 148v38M270 148l-5 38", kit.SKY, 2.5)
        + kit.shape("M188 126H304V138H188Z", kit.SKY)
        + reach("pinch", 240, 58, turn=56, size=0.72)
    )


@scene("meat-inspect", "猪肉上的圆形检疫章，用放大镜看")
def meat_inspect() -> str:
    stamp = (
        kit.disc(0, 0, 24, edge=kit.CLOTH)
        + kit.disc(0, 0, 17, edge=kit.CLOTH, width=1.8)
        + kit.tick(0, 0, 1.1, kit.ORANGE)
    )
    return (
        kit.table()
        + kit.shape("M18 112L74 38H270L226 112Z", kit.PAPER, kit.INDIGO)
        + kit.shape("M226 112L270 38V120L226 196Z", kit.SKY, kit.INDIGO)
        + kit.shape("M18 112H226V196H18Z", kit.WHITE, kit.INDIGO)
        + kit.line("M31 138C70 128 110 146 150 138S200 136 213 138", kit.CLOTH, 13)
        + kit.line("M29 164C60 156 120 172 160 162S204 164 215 164", kit.SKY, 8)
        + kit.line("M31 184C70 182 110 190 150 186S200 183 213 184", kit.CLOTH, 13)
        + kit.disc(136, 78, 52, fill=kit.PAPER, edge=kit.INDIGO, width=14)
        + kit.disc(136, 78, 52, width=6)
        + at(136, 78, stamp, size=1.7, turn=-12)
        + kit.line("M176 116L226 162", kit.INDIGO, 17)
        + kit.line("M176 116L226 162", kit.SKY, 12)
        + reach("fist", 216, 154, turn=116, size=0.76)
    )
