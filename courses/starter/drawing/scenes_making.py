"""Scenes about what hands make, and how it is shown, wrapped and put on paper."""

from courses.starter.drawing import parts as p
from courses.starter.drawing.registry import scene


@scene("embroidery-hoop", "一手拿绣绷，一手拉针，绣蝴蝶")
def embroidery_hoop() -> str:
    return (
        p.circle(146, 112, 78, p.LIT, p.INK)
        + p.rect(138, 24, 16, 14, 3, p.WHITE, p.INK)
        + p.circle(146, 112, 70, p.PAPER, p.INK)
        + p.butterfly(146, 114, 1.25, p.BLUE, p.PAPER)
        + p.line("M172 88C182 66 188 54 202 48", p.ORANGE, 3)
        + p.line("M200 50L240 30", width=4)
        + p.hand_tips(228, 36, 66, 0.72)
        + p.hand_grip(72, 140, -66, 0.78, mirror=True)
    )


@scene("batik-wax", "手拿蜡刀，在布上点蜡")
def batik_wax() -> str:
    knife = (
        p.line("M0 0V-74", p.INK, 11)
        + p.line("M0 0V-74", p.LIT, 7)
        + p.shape("M-5 -4H5L13 18Q0 26 -13 18Z", p.WHITE, p.INK, 2)
    )
    return (
        p.shape("M-6 214L34 74H334V214Z", p.PAPER, p.INK)
        + p.whorl(92, 142, 5, 5, p.BLUE, 4)
        + p.dotted("M50 142a46 46 0 1 0 46 -46", p.BLUE, 6, 12.1)
        + p.dotted("M20 196L48 96M44 88H210", p.BLUE, 4, 9)
        + p.group(knife, 152, 122, 36)
        + p.hand_tips(176, 90, 56, 0.8)
        + p.shape("M236 180C236 200 300 200 300 180L306 166H230Z")
        + '<ellipse cx="268" cy="166" rx="38" ry="9" fill="#e5762a" stroke="#16234a" stroke-width="2.6"/>'
    )


@scene("pattern-story", "指着布上一个花纹，讲它的故事")
def pattern_story() -> str:
    return (
        p.line("M8 22H168", p.LIT, 9)
        + p.shape("M22 22H154V186H22Z")
        + p.dotted("M34 36H146M34 172H146", gap=9)
        + p.whorl(59.4, 72, 3.38, width=2.86)
        + p.group(
            p.circle(0, 0, 18, stroke=p.WHITE) + p.circle(0, 0, 9, stroke=p.WHITE) + p.line("M0 0h0", width=5), 120, 72
        )
        + p.butterfly(86, 132)
        + p.hand_point(122, 146, 108, 0.74)
        + p.bubble(190, 22, 112, 74)
        + p.butterfly(222, 60, 0.62, p.BLUE, p.WHITE)
        + p.line("M256 52q8 8 0 16M267 46q14 14 0 28M278 40q20 20 0 40", p.BLUE, 3.4)
    )


@scene("packet-label", "用放大镜看密封袋上的标签")
def packet_label() -> str:
    seen = p.line("M138 104H186M130 120H194M138 136H172", p.BLUE, 7) + p.line("M138 150H160", p.ORANGE, 7)
    return (
        p.table_line()
        + p.rect(34, 20, 136, 176, 4, p.PAPER, p.INK)
        + p.line("M34 40H170M34 184H170", p.LIT, 3)
        + p.dotted("M42 30H166M42 191H166", p.BLUE, 3)
        + "".join(p.peanut(x, y, turn) for x, y, turn in ((66, 72, -30), (102, 66, 20), (138, 74, 70)))
        + p.rect(52, 100, 100, 72, fill=p.WHITE, stroke=p.BLUE)
        + p.writing(62, 116, 40, 70, 30)
        + p.magnifier(162, 122, 46, seen)
        + p.hand_fist(236, 188, 74, 0.8)
    )


@scene("paper-certificate", "手里拿着一张证明：叶子、字、圆圈里打钩")
def paper_certificate() -> str:
    leaf = "M0 24C-30 14 -30 -18 0 -34C30 -18 30 14 0 24Z"
    sheet = (
        p.rect(-62, -84, 124, 160, 3, p.PAPER, p.INK)
        + p.rect(-54, -76, 108, 144, fill="", stroke=p.LIT, width=1.6)
        + p.group(p.shape(leaf, p.BLUE, p.PAPER) + p.line("M0 34V-18M0 8l12 -10M0 8l-12 -10", p.PAPER, 2.4), 0, -36)
        + p.dotted("M-42 12H44M-42 26H44M2 40H44M2 54H30", p.BLUE, 4.4)
        + p.circle(-28, 46, 19, p.WHITE, p.ORANGE, 3.4)
        + p.tick(-29, 47, 0.9, p.ORANGE)
    )
    return p.hand_hold(176, 112, p.group(sheet, 128, 106, -7), -48, 0.84, mirror=True)


@scene("bacon-vacuum", "封好的腊肉放进纸箱")
def bacon_vacuum() -> str:
    bag = (
        p.rect(-52, 0, 104, 138, 4, p.LIT, p.WHITE)
        + p.line("M-52 14H52M-52 20H52", width=2)
        + p.bacon(-22, 30, 96)
        + p.bacon(22, 30, 96)
        + p.line("M-44 62V36M42 84V110", width=3)
    )
    return (
        p.table_line()
        + p.shape("M76 132L98 108H250L228 132Z", p.INK)
        + p.group(bag, 164, 52, 5)
        + p.shape("M228 132L250 108V172L228 196Z", p.DARK)
        + p.shape("M76 132H228V196H76Z")
        + p.shape("M76 132L46 150V122L98 108Z", p.LIT)
        + p.shape("M250 108L286 92L264 118L228 132Z", p.LIT)
        + p.whorl(149.6, 164, 3.12, width=2.64)
        + p.hand_grip(146, 50, -58, 0.66, mirror=True)
        + p.arrow(292, 26, 292, 72)
    )


@scene("embroidery-flat", "绣片平放在薄纸上，推进透明袋")
def embroidery_flat() -> str:
    return (
        p.shape("M66 36H254l-6 14 6 14 -6 14 6 14 -6 14 6 14 -6 14 6 14 -6 14 6 14H66Z", p.WHITE, p.INK)
        + p.rect(82, 52, 150, 108, stroke=p.INK)
        + p.dotted("M92 62H224M92 150H224", p.WHITE, 3.4, 9)
        + p.butterfly(142, 106, 1.05)
        + p.rect(18, 20, 168, 168, 6, "", p.WHITE, 3.4)
        + p.line("M178 20V188", width=3)
        + p.line("M32 96L66 34M32 122L50 88", p.LIT, 4)
        + p.hand_pick(203.2, 77.3, 84, 0.84)
        + p.arrow(292, 186, 240, 186)
    )


@scene("card-in-parcel", "把画着图的小卡片放进包裹")
def card_in_parcel() -> str:
    card = (
        p.rect(-50, -32, 100, 64, 5, p.WHITE, p.INK)
        + p.orange(-26, 0, 0.8)
        + p.line("M0 -20V20", p.LIT, 2)
        + p.butterfly(25, 2, 0.5, p.BLUE, p.WHITE)
    )
    return (
        p.table_line()
        + p.shape("M28 120L58 92H262L232 120Z", p.INK)
        + "".join(p.orange(64 + 34 * n, 114, 0.9) for n in range(5))
        + p.shape("M58 92L30 60L6 86L28 120Z", p.LIT)
        + p.group(card, 146, 74, -10)
        + p.shape("M232 120L262 92V168L232 196Z", p.DARK)
        + p.shape("M262 92L300 104L274 138L232 120Z", p.LIT)
        + p.shape("M28 120H232V196H28Z")
        + p.whorl(127.6, 158, 3.12, width=2.64)
        + p.dotted("M48 158H96M164 158H214")
        + p.hand_tips(190, 58, 58, 0.78)
    )


@scene("true-origin", "箱子上的山和身后的山一样；另一个箱子的山不一样，打叉")
def true_origin() -> str:
    here = "C8 -22 16 -34 26 -34C36 -34 38 -18 44 -18C50 -18 52 -46 66 -46C82 -46 90 -20 98 0"
    there = "M0 0L22 -30L34 -16L54 -50L84 0Z"
    return (
        p.group(p.shape(f"M0 40V0{here}L116 40Z", width=1.3), -26, 128, scale=2)
        + p.dotted("M-4 130C4 92 14 76 28 76C44 78 48 106 66 106C80 102 84 50 106 50C130 50 142 92 156 126", p.LIT)
        + p.table_line()
        + p.box_closed(26, 132, 116, 64, 20, tape=False)
        + p.group(p.shape(f"M0 0{here}Z", p.WHITE, width=1), 46, 187, scale=0.78)
        + p.tick(107, 90, 1.5)
        + p.box_closed(204, 132, 94, 64, 20, tape=False)
        + p.group(p.shape(there, p.WHITE, width=1), 216, 187, scale=0.84)
        + p.cross(262, 74, 2.2)
    )


@scene("hands-three", "三只手：一只拿针，一只贴胶带，一只拿手机")
def hands_three() -> str:
    screen = p.orange(44, 62, 1.4) + p.writing(18, 108, 52, 34)
    return (
        p.line("M120 62C110 88 84 82 66 98S36 118 24 112", p.ORANGE, 3)
        + p.line("M100 46L142 70", width=4.6)
        + p.hand_tips(106, 50, -64, 0.68, mirror=True)
        + p.shape("M222 84C216 108 234 132 256 150L270 140C252 126 244 110 248 98Z", p.PAPER, p.INK)
        + p.circle(232, 78, 26, p.PAPER, p.INK)
        + p.circle(232, 78, 13, p.INK, p.LIT)
        + p.hand_tips(246, 60, 62, 0.68)
        + p.hand_hold(154, 136, p.phone(138, 78, screen, scale=0.6), 44, 0.74)
    )


@scene("workshop-table", "手把布送进缝纫机，旁边叠着做好的")
def workshop_table() -> str:
    pile = "".join(
        p.rect(248 - 4 * (n % 2), 152 - 16 * n, 68, 16, 6, fill, edge) + p.dotted(f"M258 {160 - 16 * n}H308", edge)
        for n, (fill, edge) in enumerate(((p.PAPER, p.BLUE), (p.BLUE, p.WHITE)) * 3)
    )
    return (
        p.rect(-6, 168, 340, 14, fill=p.LIT, stroke=p.INK)
        + p.shape("M30 182V214M300 182V214", width=8)
        + p.rect(160, 18, 18, 26, fill=p.ORANGE, stroke=p.INK)
        + p.line("M169 22L122 40", p.ORANGE, 2)
        + p.circle(226, 70, 19, p.LIT, p.WHITE)
        + p.shape("M118 40H206C216 40 222 46 222 56V154H182V86H140V110H106V52C106 44 110 40 118 40Z")
        + p.rect(84, 152, 146, 16, stroke=p.WHITE)
        + p.line("M123 111V146M115 147H131", width=3.4)
        + p.shape("M-6 156C30 146 60 150 84 147H172V154H100C86 158 78 170 70 196H-6Z", p.PAPER, p.INK)
        + p.dotted("M4 186H66", p.BLUE)
        + pile
        + p.hand_pick(101.9, 119.8, -66, 0.76, mirror=True)
    )


@scene("pieces-coins", "做好的绣片排成一排，每片下面一枚硬币")
def pieces_coins() -> str:
    motifs = (
        p.whorl(-2, 0, 3.1),
        p.butterfly(0, 2, 0.6),
        p.circle(0, 0, 18, stroke=p.WHITE) + p.circle(0, 0, 9, stroke=p.WHITE) + p.line("M0 0h0", width=5),
        p.rice_ear(-8, 4, 0.68),
    )
    row = "".join(
        p.line(f"M{x} 4V26", width=2.2)
        + p.shape(f"M{x - 29} 26H{x + 29}V84L{x} 102L{x - 29} 84Z")
        + p.dotted(f"M{x - 20} 35H{x + 22}")
        + p.group(motif, x, 64)
        + p.coin(x, 140, 20)
        for x, motif in zip((38, 106, 174, 242), motifs, strict=True)
    )
    return row + p.hand_tips(250, 146, 112, 0.66)


@scene("checklist-clip", "夹板上四个圈都打了钩，手里拿铅笔")
def checklist_clip() -> str:
    rows = "".join(
        p.circle(76, y, 13, p.WHITE, p.BLUE) + p.tick(76, y + 1, 0.9, colour) + p.line(f"M104 {y}h{w}", p.LIT, 5)
        for y, w, colour in ((66, 62, p.BLUE), (100, 48, p.BLUE), (134, 58, p.BLUE), (168, 30, p.ORANGE))
    )
    return (
        p.rect(38, 16, 150, 184, 8, p.BLUE, p.WHITE)
        + p.rect(50, 36, 126, 154, fill=p.PAPER, stroke=p.INK)
        + p.rect(84, 8, 58, 26, 6, p.LIT, p.WHITE)
        + p.circle(113, 18, 5, p.INK, p.WHITE)
        + rows
        + p.group(
            p.shape("M0 0L16 -7V7Z", p.WHITE, p.INK, 2) + p.shape("M16 -7H96V7H16Z", p.LIT, p.INK, 2), 90, 160, -22
        )
        + p.hand_tips(146, 136, 74, 0.84)
    )


@scene("calendar-farm", "月历上有稻子、橙子、下雨，几天画了圈")
def calendar_farm() -> str:
    cloud = "M-16 4C-28 2 -26 -14 -14 -12C-12 -24 8 -24 10 -12C24 -14 26 4 14 4Z"
    days = "M70 116H222M70 140H222M70 164H196"
    return (
        p.rect(44, 26, 204, 168, 4, p.PAPER, p.INK)
        + p.rect(44, 26, 204, 22, 4, p.LIT, p.INK)
        + p.line("M92 16V36M146 16V36M200 16V36", width=6)
        + p.rice_ear(78, 80, 0.84, p.BLUE)
        + p.orange(146, 78, 0.95)
        + p.group(
            p.shape(cloud, p.BLUE, p.PAPER, 1) + p.line("M-12 12l-3 9M0 12l-3 9M12 12l-3 9", p.BLUE, 3.4), 208, 74
        )
        + p.dotted(days, p.BLUE, 8, 25.3)
        + p.circle(95, 116, 12, stroke=p.ORANGE, width=3.4)
        + p.circle(146, 140, 12, stroke=p.ORANGE, width=3.4)
        + p.circle(171, 140, 12, stroke=p.ORANGE, width=3.4)
        + p.hand_grip(238, 146, 76, 0.78)
    )
