"""Scenes about what the village sells: oranges, peanuts, rice, bacon."""

from courses.starter.drawing import parts as p
from courses.starter.drawing.registry import scene


@scene("oranges-box-open", "打开的箱子，十五个橙子，垫着蜡染布")
def oranges_box_open() -> str:
    fruit = "".join(p.orange(98 + 33 * n, 72 + 30 * row, 0.8) for row in range(3) for n in range(5))
    return (
        p.shape("M34 44H294L324 216H4Z", p.PAPER, p.INK)
        + p.dotted("M43 54H286", p.BLUE)
        + p.dotted("M40 64L18 200", p.BLUE)
        + p.dotted("M288 64L310 200", p.BLUE)
        + p.whorl(42, 178, 3, 4, p.BLUE)
        + p.whorl(286, 178, 3, 4, p.BLUE, mirror=True)
        + p.shape("M78 52L92 18H236L250 52Z", p.LIT, p.INK)
        + p.shape("M78 52L50 74V140L78 150Z", p.BLUE, p.INK)
        + p.shape("M250 52L278 74V140L250 150Z", p.BLUE, p.INK)
        + p.shape("M78 52H250V150H78Z", p.DARK, p.INK)
        + fruit
        + p.shape("M78 150H250V198H78Z")
        + p.whorl(162, 174, 2.6, width=2.2)
        + p.dotted("M96 174H138M192 174H236")
    )


@scene("peanuts-bag", "一袋带壳花生，手里托着两颗")
def peanuts_bag() -> str:
    heap = (
        (38, 74, 70), (66, 66, 20), (98, 64, -30), (122, 74, -75), (50, 84, -40),
        (80, 80, 85), (108, 84, 35), (66, 94, 60), (96, 96, -70),
    )  # fmt: skip
    return (
        p.table_line()
        + p.shape("M26 92C6 130 14 180 30 196H132C148 180 156 130 136 92Z")
        + p.shape("M18 92C30 74 132 74 144 92C132 104 30 104 18 92Z", p.DARK)
        + "".join(p.peanut(*spot) for spot in heap)
        + p.line("M18 92C22 112 140 112 144 92", p.INK, 17)
        + p.line("M18 92C22 112 140 112 144 92", p.LIT, 12)
        + p.dotted("M20 96C32 110 130 110 142 96")
        + p.whorl(78.4, 148, 3.38, width=2.86)
        + p.hand_cup(246.8, 133.6, p.peanut(227.1, 116.7, -50, 1.27) + p.peanut(257.2, 112.9, 24, 1.27), scale=0.94)
    )


@scene("rice-bag", "一袋米，木勺舀起来，米粒落下")
def rice_bag() -> str:
    scoop = (
        p.line("M-34 0H60", p.INK, 16)
        + p.line("M-34 0H60", p.LIT, 11)
        + p.shape("M54 -12H112C118 6 100 26 78 24C62 22 54 8 54 -12Z", p.LIT)
        + p.shape("M56 -10C66 -26 90 -24 108 -10Z", p.WHITE, p.INK, 2)
    )
    return (
        p.table_line()
        + p.shape("M166 130C152 154 156 184 170 196H300C314 184 318 154 304 130Z")
        + p.shape("M162 132C184 108 208 96 234 96C262 96 284 108 306 132Z", p.WHITE, p.INK)
        + p.line("M204 122h0M220 114h0M238 120h0M256 112h0M270 122h0M238 106h0", p.LIT, 3)
        + p.line("M160 131C170 146 300 146 310 131", p.INK, 17)
        + p.line("M160 131C170 146 300 146 310 131", p.LIT, 12)
        + p.rice_ear(228, 172, 0.66)
        + p.dotted(
            "M200 68C208 72 212 80 214 96M210 62C222 68 226 78 227 92M198 80C202 84 204 92 204 100", p.WHITE, 4.4, 9
        )
        + p.group(scoop, 86, 34, 18)
        + p.hand_fist(84, 36, -52, 0.72, mirror=True)
    )


@scene("bacon-hang", "火塘上挂着烟熏的腊肉")
def bacon_hang() -> str:
    strips = "".join(
        p.line(f"M{x} 22V48", width=2.2) + p.bacon(x, 46, length, turn)
        for x, length, turn in ((36, 78, 2), (84, 88, -2), (132, 74, 2), (180, 86, -1))
    )
    smoke = "".join(
        p.line(f"M{x} {y}c-9 -12 9 -20 0 -32s9 -20 0 -32", p.LIT, 3) for x, y in ((60, 140), (108, 150), (158, 146))
    )
    fire = p.shape(
        "M-30 0C-46 -22 -26 -34 -26 -52C-10 -44 -10 -36 -6 -30C-2 -46 8 -52 6 -64C26 -50 36 -18 20 0Z", p.ORANGE, p.INK
    ) + p.shape("M-14 0C-18 -14 -6 -18 -6 -28C6 -18 10 -10 4 0Z", p.GLOW, "")
    return (
        p.rect(-6, 12, 340, 11, fill=p.LIT, stroke=p.INK)
        + smoke
        + strips
        + p.line("M228 23V56", width=2.2)
        + p.bacon(228, 58, 84, 8)
        + p.hand_tips(228, 50, 76, 0.7)
        + p.table_line()
        + p.group(fire, 110, 198)
        + p.shape("M46 200C44 176 78 172 86 200ZM134 200C138 174 176 174 176 200Z")
    )


@scene("scale-oranges", "橙子放在秤盘上称")
def scale_oranges() -> str:
    return (
        p.table_line()
        + p.scale_pan(122, 196, 1.75)
        + p.orange(62, 67)
        + p.orange(102, 67)
        + p.orange(142, 67)
        + p.orange(82, 33)
        + p.orange(122, 33)
        + p.orange(196, 62, 1.05)
        + p.hand_pick(191.5, 37.4, 56, 0.7)
    )


@scene("three-baskets", "三个篮子：橙子、封口的袋子、腊肉")
def three_baskets() -> str:
    packet = (
        p.rect(-27, -64, 54, 84, 3, p.PAPER, p.INK)
        + p.line("M-27 -52H27", p.LIT, 3)
        + p.dotted("M-22 -58H24", p.BLUE, 2.6, 6)
        + p.peanut(-8, -26, -30)
        + p.peanut(10, -22, 40)
    )
    return (
        p.table_line()
        + p.orange(32, 120, 0.95)
        + p.orange(88, 120, 0.95)
        + p.orange(60, 114, 0.95)
        + p.orange(46, 90, 0.95)
        + p.orange(76, 88, 0.95)
        + p.group(packet, 154, 108, -8)
        + p.group(packet, 176, 118, 12)
        + p.bacon(254, 64, 90, 6)
        + p.bacon(290, 48, 104, -6)
        + "".join(p.basket(x, 196, 98, 66) for x in (60, 164, 268))
    )


@scene("orange-size", "拇指和食指量橙子有多大，旁边一枚硬币")
def orange_size() -> str:
    return (
        p.table_line()
        + p.dots(118, 106, 184, 106, 9, 4, p.ORANGE)
        + p.orange(118, 150, 2.3)
        + p.coin(38, 174, 22)
        + p.hand_span(188, 196, 37, 0.86)
    )


@scene("window-light", "橙子放在窗边，光从旁边来")
def window_light() -> str:
    return (
        p.shape("M14 18H96V140H14Z", p.PAPER, p.LIT, 6)
        + p.line("M55 18V140M14 78H96", p.LIT, 5)
        + p.circle(75, 46, 11, p.ORANGE, p.GLOW)
        + '<path d="M99 20L262 156H99Z" fill="#27407f"/>'
        + p.dotted("M112 44L216 132M112 78L180 136M112 112L142 138", p.PAPER, 3, 10)
        + p.shape("M30 170L60 152H306L328 170Z", p.WHITE, p.INK)
        + p.shape("M30 170H334V186H30Z", p.PAPER, p.INK)
        + p.dotted("M40 178H328", p.BLUE, 3)
        + p.orange(196, 124, 2)
        + p.hand_pick(204, 87.4, 62, 0.8)
    )


@scene("dark-flash", "黑屋里开闪光灯，影子又黑又硬")
def dark_flash() -> str:
    star = "M0 -34L7 -12L26 -26L14 -6L38 0L14 6L26 26L7 12L0 34L-7 12L-26 26L-14 6L-38 0L-14 -6L-26 -26L-7 -12Z"
    return (
        p.rect(0, 0, 328, 208, fill=p.DARK)
        + p.shape("M192 152L212 82C232 40 292 44 300 92C304 120 298 140 290 152Z", p.INK, p.INK)
        + p.rect(-6, 152, 340, 60, fill=p.LIT, stroke=p.INK)
        + p.shape("M192 148C214 190 282 184 296 148Z", p.INK, p.INK)
        + p.orange(194, 124, 2)
        + p.shape("M198 84a40 40 0 0 1 0 80c22 -20 22 -60 0 -80z", p.INK, p.INK)
        + p.phone(64, 34, scale=0.56)
        + p.hand_grip(66, 98, -80, 0.66, mirror=True)
        + p.group(p.shape(star, p.WHITE, p.INK), 128, 66)
        + p.cross(286, 36, 1.9)
    )


@scene("orange-tree", "手从坡上的树枝摘橙子")
def orange_tree() -> str:
    leaf = p.shape("M0 0C6 -14 24 -18 38 -10C30 4 14 8 0 0Z", p.WHITE, p.INK, 2)
    leaves = ((14, 18, -34), (34, 24, 62), (66, 33, -30), (88, 42, 56), (114, 52, -22), (134, 60, 128), (160, 74, -34))
    return (
        p.shape("M-6 214V176C60 150 120 156 180 130C240 104 280 92 336 84V214Z")
        + p.line("M-6 196C70 174 140 172 200 150C250 132 290 118 336 112", p.LIT)
        + p.line("M40 208C110 196 170 192 224 172C270 156 300 146 336 140", p.LIT)
        + p.line("M-8 14C40 22 96 40 170 78", p.INK, 16)
        + p.line("M-8 14C40 22 96 40 170 78", p.LIT, 9)
        + p.line("M30 24Q40 40 40 74M84 42Q98 60 98 96M168 78V100", width=3)
        + "".join(p.group(leaf, x, y, turn) for x, y, turn in leaves)
        + p.orange(40, 92, 1.15)
        + p.orange(98, 114, 1.15)
        + p.orange(166, 120, 1.3)
        + p.hand_pick(170.8, 91, 64, 0.8)
    )


@scene("peanut-mould", "发霉的花生，扔进桶里")
def peanut_mould() -> str:
    fuzz = (
        p.shape(
            "M-17 20C-22 10 -10 6 -6 11C-3 2 8 4 7 12C16 10 19 20 12 24C17 31 8 38 2 34"
            "C-4 40 -13 37 -12 30C-19 30 -21 24 -17 20Z",
            p.LIT,
            p.INK,
        )
        + p.line("M-9 19h0M0 15h0M-3 25h0M7 21h0M2 30h0M-9 29h0", width=3.4)
        + p.line("M-26 12h0M-27 26h0M-20 40h0M-4 46h0M13 42h0M23 28h0", p.LIT, 4)
    )
    mouldy = p.peanut(0, 0, 0, 2.1) + p.group(fuzz, 3, 12, scale=0.8)
    return (
        p.table_line()
        + p.group(mouldy, 46, 160, 52)
        + p.group(mouldy, 126, 160, -40)
        + p.group(mouldy, 84, 116, 100)
        + p.cross(84, 48, 2.2)
        + p.group(mouldy, 238, 82, 8)
        + p.shape("M196 136L208 196H284L296 136Z")
        + p.line("M222 148l5 38M246 148v38M270 148l-5 38", p.LIT)
        + p.shape("M188 126H304V138H188Z", p.LIT)
        + p.hand_tips(240, 58, 56, 0.72)
    )


@scene("meat-inspect", "猪腿上盖着圆形检疫章，用放大镜看")
def meat_inspect() -> str:
    stamp = p.circle(0, 0, 24, stroke=p.BLUE, width=3) + p.circle(0, 0, 17, stroke=p.BLUE, width=1.8)
    leg = "M60 66C110 40 168 60 214 66C238 68 256 58 276 44L304 30C312 38 314 46 312 52L320 62C312 72 304 74 294 74"
    return (
        p.table_line()
        + p.shape(f"{leg}C262 92 246 116 216 138C174 168 108 204 60 190Z", p.WHITE, p.INK)
        + p.shape("M304 30C312 38 314 46 312 52L298 52ZM312 52L320 62C312 72 304 74 294 74L298 52Z", p.LIT, p.INK, 2)
        + p.ellipse(58, 128, 34, 63, p.PAPER, p.INK)
        + p.ellipse(60, 128, 25, 51, p.BLUE)
        + p.dotted("M48 96C44 112 44 144 50 160M74 94C78 112 78 144 72 162", p.LIT, 4, 10)
        + p.circle(60, 128, 11, p.WHITE, p.LIT, 4)
        + p.magnifier(158, 110, 46, p.group(stamp + p.tick(0, 0, 1.1, p.ORANGE), 158, 110, -12, 1.5), "l46 34")
        + p.hand_fist(230, 172, 116, 0.76)
    )
