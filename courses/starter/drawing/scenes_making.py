"""Scenes about what hands make, and how it is shown, wrapped and put on paper."""

from courses.starter.drawing import kit
from courses.starter.drawing.kit import at
from courses.starter.drawing.kit_goods import bacon, butterfly, held_up, peanut, reach, rice_ear
from courses.starter.drawing.registry import scene


@scene("embroidery-hoop", "一手拿绣绷，一手拉针，绣蝴蝶")
def embroidery_hoop() -> str:
    return (
        kit.disc(146, 112, 78, fill=kit.SKY, edge=kit.INDIGO)
        + kit.rect(138, 24, 16, 14, fill=kit.WHITE, edge=kit.INDIGO, round_by=3)
        + kit.disc(146, 112, 70, fill=kit.PAPER, edge=kit.INDIGO)
        + at(146, 114, butterfly(kit.CLOTH, kit.PAPER), size=1.25)
        + kit.line("M172 88C182 66 188 54 202 48", kit.ORANGE, 3)
        + kit.line("M200 50L240 30", kit.WHITE, 4)
        + reach("pinch", 228, 36, turn=66, size=0.72)
        + reach("grip", 72, 140, turn=-66, size=0.78, mirror=True)
    )


@scene("batik-wax", "手拿蜡刀，在布上点蜡")
def batik_wax() -> str:
    knife = (
        kit.line("M0 0V-74", kit.INDIGO, 11)
        + kit.line("M0 0V-74", kit.SKY, 7)
        + kit.shape("M-5 -4H5L13 18Q0 26 -13 18Z", kit.WHITE, kit.INDIGO, 2)
    )
    return (
        kit.shape("M-6 214L34 74H334V214Z", kit.PAPER, kit.INDIGO)
        + at(96, 142, kit.line(RING, kit.CLOTH, 4))
        + kit.dotted("M50 142a46 46 0 1 0 46 -46", kit.CLOTH, 6, 12.1)
        + kit.dotted("M20 196L48 96M44 88H210", kit.CLOTH, 4, 9)
        + at(152, 122, knife, turn=36)
        + reach("pinch", 176, 90, turn=56, size=0.8)
        + kit.shape("M236 180C236 200 300 200 300 180L306 166H230Z")
        + '<ellipse cx="268" cy="166" rx="38" ry="9" fill="#e5762a" stroke="#16234a" stroke-width="2.6"/>'
    )


RING = "M-4 0a5 5 0 0 1 10 0a10 10 0 0 1 -20 0a15 15 0 0 1 30 0a20 20 0 0 1 -40 0a25 25 0 0 1 50 0"


@scene("pattern-story", "指着布上一个花纹，讲它的故事")
def pattern_story() -> str:
    return (
        kit.line("M8 22H168", kit.SKY, 9)
        + kit.shape("M22 22H154V186H22Z", kit.CLOTH)
        + kit.dotted("M34 36H146M34 172H146", gap=9)
        + at(62, 72, kit.whorl(1.3))
        + at(120, 72, kit.disc(0, 0, 18) + kit.disc(0, 0, 9) + kit.line("M0 0h0", kit.WHITE, 5))
        + at(86, 132, butterfly())
        + reach("point", 122, 146, turn=108, size=0.74)
        + at(190, 22, kit.bubble(112, 74))
        + at(222, 60, butterfly(kit.CLOTH, kit.WHITE), size=0.62)
        + kit.line("M256 52q8 8 0 16M267 46q14 14 0 28M278 40q20 20 0 40", kit.CLOTH, 3.4)
    )


@scene("packet-label", "用放大镜看密封袋上的标签")
def packet_label() -> str:
    return (
        kit.table()
        + kit.rect(34, 20, 136, 176, fill=kit.PAPER, edge=kit.INDIGO, round_by=4)
        + kit.line("M34 40H170M34 184H170", kit.SKY, 3)
        + kit.dotted("M42 30H166M42 191H166", kit.CLOTH, 3)
        + "".join(peanut(x, y, turn) for x, y, turn in ((66, 72, -30), (102, 66, 20), (138, 74, 70)))
        + kit.rect(52, 100, 100, 72, fill=kit.WHITE, edge=kit.CLOTH)
        + kit.text_lines(62, 116, 40, 70, 30)
        + kit.disc(162, 122, 46, fill=kit.WHITE, edge=kit.INDIGO, width=13)
        + kit.disc(162, 122, 46, width=6)
        + kit.line("M138 104H186M130 120H194M138 136H172", kit.CLOTH, 7)
        + kit.line("M138 150H160", kit.ORANGE, 7)
        + kit.line("M197 157L254 202", kit.INDIGO, 17)
        + kit.line("M197 157L254 202", kit.SKY, 12)
        + reach("fist", 236, 188, turn=74, size=0.8)
    )


@scene("paper-certificate", "手里拿着一张证明：叶子、字、圆圈里打钩")
def paper_certificate() -> str:
    leaf = "M0 24C-30 14 -30 -18 0 -34C30 -18 30 14 0 24Z"
    sheet = (
        kit.rect(-62, -84, 124, 160, fill=kit.PAPER, edge=kit.INDIGO, round_by=3)
        + kit.rect(-54, -76, 108, 144, fill="none", edge=kit.SKY, width=1.6)
        + at(
            0, -36, kit.shape(leaf, kit.CLOTH, kit.PAPER) + kit.line("M0 34V-18M0 8l12 -10M0 8l-12 -10", kit.PAPER, 2.4)
        )
        + kit.dotted("M-42 12H44M-42 26H44M2 40H44M2 54H30", kit.CLOTH, 4.4)
        + kit.disc(-28, 46, 19, fill=kit.WHITE, edge=kit.ORANGE, width=3.4)
        + kit.tick(-29, 47, 0.9, kit.ORANGE)
    )
    return held_up(176, 112, at(128, 106, sheet, turn=-7), turn=-48, size=0.84, mirror=True)


@scene("bacon-vacuum", "封好的腊肉放进纸箱")
def bacon_vacuum() -> str:
    bag = (
        kit.rect(-52, 0, 104, 138, fill=kit.SKY, edge=kit.WHITE, round_by=4)
        + kit.line("M-52 14H52M-52 20H52", kit.WHITE, 2)
        + at(-22, 30, bacon(96))
        + at(22, 30, bacon(96))
        + kit.line("M-44 62V36M42 84V110", kit.WHITE, 3)
    )
    return (
        kit.table()
        + kit.shape("M76 132L98 108H250L228 132Z", kit.INDIGO)
        + at(164, 52, bag, turn=5)
        + kit.shape("M228 132L250 108V172L228 196Z", kit.DEEP)
        + kit.shape("M76 132H228V196H76Z")
        + kit.shape("M76 132L46 150V122L98 108Z", kit.SKY)
        + kit.shape("M250 108L286 92L264 118L228 132Z", kit.SKY)
        + at(152, 164, kit.whorl(1.2))
        + reach("grip", 146, 50, turn=-58, size=0.66, mirror=True)
        + kit.arrow(292, 26, 46, turn=90)
    )


@scene("embroidery-flat", "绣片平放在薄纸上，推进透明袋")
def embroidery_flat() -> str:
    return (
        kit.shape("M66 36H254l-6 14 6 14 -6 14 6 14 -6 14 6 14 -6 14 6 14 -6 14 6 14H66Z", kit.WHITE, kit.INDIGO)
        + kit.rect(82, 52, 150, 108, fill=kit.CLOTH, edge=kit.INDIGO)
        + kit.dotted("M92 62H224M92 150H224", kit.WHITE, 3.4, 9)
        + at(142, 106, butterfly(), size=1.05)
        + kit.rect(18, 20, 168, 168, fill="none", width=3.4, round_by=6)
        + kit.line("M178 20V188", kit.WHITE, 3)
        + kit.line("M32 96L66 34M32 122L50 88", kit.SKY, 4)
        + reach("flat", 206, 104, turn=84, size=0.84)
        + kit.arrow(292, 186, 52, turn=180)
    )


@scene("card-in-parcel", "把画着图的小卡片放进包裹")
def card_in_parcel() -> str:
    card = (
        kit.rect(-50, -32, 100, 64, fill=kit.WHITE, edge=kit.INDIGO, round_by=5)
        + kit.orange(-26, 0, 0.8)
        + kit.line("M0 -20V20", kit.SKY, 2)
        + at(25, 2, butterfly(kit.CLOTH, kit.WHITE), size=0.5)
    )
    return (
        kit.table()
        + kit.shape("M28 120L58 92H262L232 120Z", kit.INDIGO)
        + "".join(kit.orange(64 + 34 * n, 114, 0.9) for n in range(5))
        + kit.shape("M58 92L30 60L6 86L28 120Z", kit.SKY)
        + at(146, 74, card, turn=-10)
        + kit.shape("M232 120L262 92V168L232 196Z", kit.DEEP)
        + kit.shape("M262 92L300 104L274 138L232 120Z", kit.SKY)
        + kit.shape("M28 120H232V196H28Z")
        + at(130, 158, kit.whorl(1.2))
        + kit.dotted("M48 158H96M164 158H214")
        + reach("pinch", 190, 58, turn=58, size=0.78)
    )


@scene("true-origin", "箱子上的山和身后的山一样；另一个箱子的山不一样，打叉")
def true_origin() -> str:
    here = "C8 -22 16 -34 26 -34C36 -34 38 -18 44 -18C50 -18 52 -46 66 -46C82 -46 90 -20 98 0"
    there = "M0 0L22 -30L34 -16L54 -50L84 0Z"
    return (
        at(-26, 128, kit.shape(f"M0 40V0{here}L116 40Z", width=1.3), size=2)
        + kit.dotted("M-4 130C4 92 14 76 28 76C44 78 48 106 66 106C80 102 84 50 106 50C130 50 142 92 156 126", kit.SKY)
        + kit.table()
        + at(26, 132, kit.box(116, 64, 20))
        + at(46, 187, kit.shape(f"M0 0{here}Z", kit.WHITE, kit.WHITE, 1), size=0.78)
        + kit.tick(107, 90, 1.5)
        + at(204, 132, kit.box(94, 64, 20))
        + at(216, 187, kit.shape(there, kit.WHITE, kit.WHITE, 1), size=0.84)
        + kit.cross(262, 74, 2.2)
    )


@scene("hands-three", "三只手：一只拿针，一只贴胶带，一只拿手机")
def hands_three() -> str:
    screen = kit.orange(44, 62, 1.4) + kit.text_lines(18, 108, 52, 34)
    return (
        kit.line("M120 62C110 88 84 82 66 98S36 118 24 112", kit.ORANGE, 3)
        + kit.line("M100 46L142 70", kit.WHITE, 4.6)
        + reach("pinch", 106, 50, turn=-64, size=0.68, mirror=True)
        + kit.shape("M222 84C216 108 234 132 256 150L270 140C252 126 244 110 248 98Z", kit.PAPER, kit.INDIGO)
        + kit.disc(232, 78, 26, fill=kit.PAPER, edge=kit.INDIGO)
        + kit.disc(232, 78, 13, fill=kit.INDIGO, edge=kit.SKY)
        + reach("pinch", 246, 60, turn=62, size=0.68)
        + held_up(154, 136, at(138, 78, kit.phone(screen), size=0.6), turn=44, size=0.74)
    )


@scene("workshop-table", "手把布送进缝纫机，旁边叠着做好的")
def workshop_table() -> str:
    pile = "".join(
        kit.rect(248 - 4 * (n % 2), 152 - 16 * n, 68, 16, fill=fill, edge=edge, round_by=6)
        + kit.dotted(f"M258 {160 - 16 * n}H308", edge)
        for n, (fill, edge) in enumerate(((kit.PAPER, kit.CLOTH), (kit.CLOTH, kit.WHITE)) * 3)
    )
    return (
        kit.rect(-6, 168, 340, 14, fill=kit.SKY, edge=kit.INDIGO)
        + kit.shape("M30 182V214M300 182V214", width=8)
        + kit.rect(160, 18, 18, 26, fill=kit.ORANGE, edge=kit.INDIGO)
        + kit.line("M169 22L122 40", kit.ORANGE, 2)
        + kit.disc(226, 70, 19, fill=kit.SKY)
        + kit.shape("M118 40H206C216 40 222 46 222 56V154H182V86H140V110H106V52C106 44 110 40 118 40Z")
        + kit.rect(84, 152, 146, 16)
        + kit.line("M123 111V146M115 147H131", kit.WHITE, 3.4)
        + kit.shape("M-6 156C30 146 60 150 84 147H172V154H100C86 158 78 170 70 196H-6Z", kit.PAPER, kit.INDIGO)
        + kit.dotted("M4 186H66", kit.CLOTH)
        + pile
        + reach("flat", 92, 142, turn=-66, size=0.76, mirror=True)
    )


@scene("pieces-coins", "做好的绣片排成一排，每片下面一枚硬币")
def pieces_coins() -> str:
    motifs = (
        kit.whorl(1.2),
        at(0, 2, butterfly(), size=0.6),
        kit.disc(0, 0, 18) + kit.disc(0, 0, 9) + kit.line("M0 0h0", kit.WHITE, 5),
        at(-8, 4, rice_ear(), size=0.68),
    )
    row = "".join(
        kit.line(f"M{x} 4V26", kit.WHITE, 2.2)
        + kit.shape(f"M{x - 29} 26H{x + 29}V84L{x} 102L{x - 29} 84Z")
        + kit.dotted(f"M{x - 20} 35H{x + 22}")
        + at(x, 64, motif)
        + kit.coin(x, 140, 20)
        for x, motif in zip((38, 106, 174, 242), motifs, strict=True)
    )
    return row + reach("pinch", 250, 146, turn=112, size=0.66)


@scene("checklist-clip", "夹板上四个圈都打了钩，手里拿铅笔")
def checklist_clip() -> str:
    rows = "".join(
        kit.disc(76, y, 13, fill=kit.WHITE, edge=kit.CLOTH)
        + kit.tick(76, y + 1, 0.9, colour)
        + kit.line(f"M104 {y}h{w}", kit.SKY, 5)
        for y, w, colour in ((66, 62, kit.CLOTH), (100, 48, kit.CLOTH), (134, 58, kit.CLOTH), (168, 30, kit.ORANGE))
    )
    return (
        kit.rect(38, 16, 150, 184, fill=kit.CLOTH, round_by=8)
        + kit.rect(50, 36, 126, 154, fill=kit.PAPER, edge=kit.INDIGO)
        + kit.rect(84, 8, 58, 26, fill=kit.SKY, round_by=6)
        + kit.disc(113, 18, 5, fill=kit.INDIGO)
        + rows
        + at(
            90,
            160,
            kit.shape("M0 0L16 -7V7Z", kit.WHITE, kit.INDIGO, 2) + kit.shape("M16 -7H96V7H16Z", kit.SKY, kit.INDIGO, 2),
            turn=-22,
        )
        + reach("pinch", 146, 136, turn=74, size=0.84)
    )


@scene("calendar-farm", "月历上有稻子、橙子、下雨，几天画了圈")
def calendar_farm() -> str:
    cloud = "M-16 4C-28 2 -26 -14 -14 -12C-12 -24 8 -24 10 -12C24 -14 26 4 14 4Z"
    days = "M70 116H222M70 140H222M70 164H196"
    return (
        kit.rect(44, 26, 204, 168, fill=kit.PAPER, edge=kit.INDIGO, round_by=4)
        + kit.rect(44, 26, 204, 22, fill=kit.SKY, edge=kit.INDIGO, round_by=4)
        + kit.line("M92 16V36M146 16V36M200 16V36", kit.WHITE, 6)
        + at(78, 80, rice_ear(kit.CLOTH), size=0.84)
        + kit.orange(146, 78, 0.95)
        + at(
            208,
            74,
            kit.shape(cloud, kit.CLOTH, kit.PAPER, 1) + kit.line("M-12 12l-3 9M0 12l-3 9M12 12l-3 9", kit.CLOTH, 3.4),
        )
        + kit.dotted(days, kit.CLOTH, 8, 25.3)
        + kit.disc(95, 116, 12, edge=kit.ORANGE, width=3.4)
        + kit.disc(146, 140, 12, edge=kit.ORANGE, width=3.4)
        + kit.disc(171, 140, 12, edge=kit.ORANGE, width=3.4)
        + reach("grip", 238, 146, turn=76, size=0.78)
    )
