"""Scenes of the service centre, the road, the parcel on its way, and shops."""

from courses.starter.drawing import parts as p
from courses.starter.drawing.registry import scene


@scene("centre-house", "村里的服务站：门开着，墙上贴着码，门口有长凳")
def centre_house() -> str:
    notice = p.photo(0, 0, 76, 100, p.square_code(16, 16, 0.88) + p.line("M16 82h44", p.ORANGE, 5))
    return (
        p.table_line()
        + p.shape("M62 196V92H266V196Z")
        + p.shape("M36 96L96 34H232L292 96Z", p.LIT)
        + p.dotted("M52 88H280M76 66H256M98 44H234")
        + p.line("M36 97H292", width=5)
        + p.shape("M140 196V116H192V196Z", p.INK)
        + p.shape("M192 116L214 124V204L192 196Z", p.PAPER, p.INK)
        + p.circle(208, 164, 2.5, p.INK)
        + p.group(notice, 80, 108, scale=0.6)
        + p.line("M226 172H316M236 173V196M306 173V196", p.INK, 12)
        + p.line("M226 172H316M236 173V196M306 173V196", width=7)
        + p.orange(244, 154, 0.75)
        + p.orange(272, 154, 0.75)
        + p.orange(258, 133, 0.75)
    )


@scene("centre-counter", "在服务站柜台，四只手递过一篮橙子，旁边有秤")
def centre_counter() -> str:
    return (
        p.rect(-6, 166, 340, 54, stroke=p.WHITE)
        + p.rect(-6, 154, 340, 14, fill=p.LIT, stroke=p.WHITE)
        + p.dotted("M10 188H322", gap=12)
        + p.scale_pan(282, 154, 0.7)
        + p.hand_grip(90, 44, -88, 0.56, mirror=True)
        + p.hand_grip(190, 40, 88, 0.56)
        + p.orange(110, 48, 0.9)
        + p.orange(142, 42, 0.9)
        + p.orange(172, 48, 0.9)
        + p.basket(140, 126, 120, 74)
        + p.hand_grip(82, 92, -88, 0.56, mirror=True)
        + p.hand_grip(196, 80, 88, 0.56)
    )


@scene("truck-road", "货车在盘山公路上")
def truck_road() -> str:
    road = (
        "M-10 208C80 214 190 212 246 190C306 166 268 128 200 116C160 108 160 98 188 90C222 80 240 66 230 38L220 32"
        "C226 58 208 68 178 76C128 90 126 118 172 128C220 138 238 154 198 162C150 172 60 170 -10 168Z"
    )
    middle = "M0 190C90 194 180 190 222 176C262 158 240 134 186 122C144 112 144 94 184 82C216 74 230 62 226 42"
    return (
        p.sun(58, 52)
        + p.shape("M-6 214V150C30 96 66 84 104 116C138 40 196 10 236 44C276 78 300 110 336 122V214Z")
        + p.dotted("M14 150C40 112 68 102 100 132M122 112C144 60 176 36 206 44M246 66C274 98 300 124 330 134", p.LIT, 3)
        + p.shape(road, p.PAPER, p.INK, 3)
        + f'<path d="{middle}" stroke="{p.LIT}" stroke-width="3" stroke-dasharray="9 11"/>'
        + p.truck(60, 180, -2, 1.9)
        + p.orange(96, 154, 0.8)
    )


@scene("parcel-weigh", "包裹放上台秤，旁边三个砝码")
def parcel_weigh() -> str:
    weight = p.shape("M-18 0V-22H-6V-27H-11V-34H11V-27H6V-22H18V0Z", p.PAPER, p.INK) + p.line("M-9 -10H9", p.BLUE, 3)
    return (
        p.table_line()
        + p.line("M172 176V52", p.INK, 16)
        + p.line("M172 176V52", p.LIT, 10)
        + p.shape("M30 196L40 180H186L196 196Z")
        + p.rect(26, 168, 164, 12, fill=p.PAPER, stroke=p.INK)
        + p.box_closed(46, 96, 90, 72, 20)
        + p.circle(172, 46, 32, p.WHITE, p.INK)
        + f'<circle cx="172" cy="46" r="25" stroke="{p.BLUE}" stroke-width="4" stroke-dasharray="0 9.8"/>'
        + p.line("M172 46L186 31", p.ORANGE, 4.5)
        + p.hand_pick(92.7, 77.4, -38, 0.74, mirror=True)
        + p.group(weight, 220, 196, scale=0.8)
        + p.group(weight, 256, 196, scale=1.1)
        + p.group(weight, 300, 196, scale=1.4)
    )


@scene("map-road", "从山里的家，沿路翻山，到城里的楼房")
def map_road() -> str:
    windows = "".join(p.dotted(f"M0 {y}h{w}", p.WHITE, 5, 11) for y, w in ((12, 25), (26, 25), (40, 25), (54, 25)))
    return (
        p.rect(210, 52, 36, 124, fill=p.LIT, stroke=p.WHITE)
        + p.rect(282, 76, 36, 110, fill=p.LIT, stroke=p.WHITE)
        + p.rect(246, 26, 38, 150, fill=p.PAPER, stroke=p.INK)
        + p.group(windows, 216, 52)
        + p.group(windows, 288, 76)
        + p.group(windows.replace(p.WHITE, p.BLUE), 253, 28)
        + p.group(windows.replace(p.WHITE, p.BLUE), 253, 84)
        + p.shape("M-6 214V96C30 60 84 62 112 112C146 92 176 100 196 138C230 138 280 150 336 164V214Z")
        + p.dotted("M6 112C36 82 76 82 102 126M120 124C146 112 168 120 186 152", p.LIT, 3)
        + p.house(28, 80, 66, 62)
        + p.dotted(
            "M62 86C54 112 70 140 96 142C122 144 134 124 152 132C178 144 154 180 194 184C228 186 256 176 264 154",
            p.ORANGE,
            6,
            11,
        )
        + p.parcel(122, 124, 0.95)
    )


@scene("shop-rest", "店门拉下一半，月亮出来了，包裹先等着")
def shop_rest() -> str:
    slats = "".join(p.line(f"M94 {y}H250", p.LIT, 2.4) for y in (62, 74, 86, 98, 110))
    return (
        p.table_line()
        + p.moon(42, 44)
        + p.line("M76 30h0M22 92h0M60 84h0M296 26h0", width=4)
        + p.shape("M78 196V40H266V196Z")
        + p.rect(92, 50, 160, 146, fill=p.INK, stroke=p.INK)
        + p.rect(92, 50, 160, 68, fill=p.PAPER, stroke=p.INK)
        + slats
        + p.awning(68, 20, 208, 30, 8)
        + p.rect(90, 114, 164, 10, fill=p.WHITE, stroke=p.INK)
        + p.box_closed(116, 160, 52, 36, 14)
        + p.hand_grip(224, 112, 112, 0.74)
    )


@scene("shop-front", "自家的摊子：棚子、一排橙子、一串彩点")
def shop_front() -> str:
    row = "".join(p.orange(58 + 34 * n, 128, 0.84) for n in range(6))
    back = "".join(p.orange(75 + 34 * n, 106, 0.84) for n in range(5))
    ribbon = "M38 62C80 96 120 96 160 66C200 96 248 96 288 62"
    return (
        p.table_line()
        + p.line("M42 50V196M286 50V196", p.LIT, 7)
        + p.line(ribbon, p.LIT, 2)
        + p.dotted(ribbon, p.WHITE, 7, 15)
        + back
        + row
        + p.shape("M26 144H302V196H26Z")
        + p.rect(18, 138, 292, 12, fill=p.LIT, stroke=p.WHITE)
        + p.dotted("M44 174H124M206 174H288", gap=10)
        + p.whorl(161.9, 173, 2.73, width=2.31)
        + p.awning(22, 14, 284, 44, 8)
        + p.hand_pick(219.8, 97.8, 52, 0.72)
    )


@scene("clock-chores", "一天的时间：下地、做饭、带孩子，中间抽空看手机")
def clock_chores() -> str:
    handle = "M-36 40L24 -32"
    hoe = (
        p.line(handle, p.INK, 11)
        + p.line(handle, p.LIT, 7)
        + p.shape("M34 -36L16 -28L30 20L58 8Z", p.PAPER, p.INK)
        + p.circle(24, -32, 6, p.LIT, p.INK, 2)
    )
    pot = (
        p.line("M-34 2h-10M34 2h10", width=5)
        + p.shape("M-34 -8H34V10C34 26 22 32 0 32C-22 32 -34 26 -34 10Z")
        + p.shape("M-36 -8C-30 -24 30 -24 36 -8Z", p.LIT)
        + p.circle(0, -24, 4, p.WHITE)
        + p.line("M-14 -34c-5 -6 5 -8 0 -14M14 -34c-5 -6 5 -8 0 -14")
    )
    ear = p.shape("M-26 -16C-40 -26 -36 -42 -26 -40C-20 -38 -14 -30 -12 -25Z")
    hat = (
        p.shape("M-34 14C-36 -34 36 -34 34 14Z", p.LIT)
        + ear
        + p.group(ear, mirror=True)
        + p.rect(-40, 10, 80, 16, 7, p.PAPER, p.INK)
        + p.dotted("M-30 18H32", p.BLUE)
    )
    return (
        p.circle(164, 104, 70, stroke=p.WHITE)
        + f'<circle cx="164" cy="104" r="58" stroke="{p.WHITE}" stroke-width="6" stroke-dasharray="0 30.37"/>'
        + p.line("M164 104V66", width=6)
        + p.line("M164 104L196 130", p.ORANGE, 6)
        + p.circle(164, 104, 5, p.WHITE)
        + p.group(hoe, 44, 56)
        + p.group(pot, 276, 54)
        + p.group(hat, 52, 160)
        + p.phone(250, 112, p.orange(44, 60, 1.4) + p.writing(14, 112, 58, 40), 6, 0.46)
    )


@scene("courier-hand", "把箱子交到快递员手里，后面是货车")
def courier_hand() -> str:
    van = (
        p.shape("M0 0V-112H92V0Z", p.LIT, p.INK)
        + p.line("M4 -70H88", p.PAPER, 9)
        + p.shape("M92 0V-86H128L150 -48V0Z", p.WHITE, p.INK)
        + p.shape("M104 -46V-76H124L140 -46Z", p.LIT, p.INK)
        + p.circle(34, 0, 19, p.INK, p.WHITE, 6)
        + p.circle(116, 0, 19, p.INK, p.WHITE, 6)
    )
    return (
        p.table_line()
        + p.dotted("M118 150H328", p.LIT, 3)
        + p.group(van, 146, 130, scale=1.08)
        + p.box_closed(80, 112, 92, 72, 20)
        + p.whorl(124.2, 157, 2.34, width=1.98)
        + p.hand_grip(78, 146, -90, 0.72, mirror=True)
        + p.hand_courier(188, 158, 104, 0.72)
    )


@scene("parcel-return", "包裹退回家里去")
def parcel_return() -> str:
    way = "M222 92C212 12 116 8 88 66"
    return (
        p.table_line()
        + p.house(20, 196, 96, 104)
        + p.line(way, p.ORANGE, 7)
        + p.line("M82 42L86 70L112 60", p.ORANGE, 7)
        + p.box_closed(156, 116, 98, 80, 22)
        + p.cross(204, 166, 1.5)
        + p.hand_grip(264, 158, 78, 0.72)
    )


@scene("neighbours-door", "隔着门槛，把箱子递给邻居")
def neighbours_door() -> str:
    return (
        p.table_line()
        + p.rect(150, -10, 190, 206, stroke=p.WHITE)
        + p.rect(176, 12, 120, 184, fill=p.LIT, stroke=p.WHITE)
        + p.shape("M296 12L340 2V212L296 196Z", p.PAPER, p.INK)
        + p.rect(140, 182, 172, 16, fill=p.PAPER, stroke=p.INK)
        + p.box_closed(104, 80, 112, 72, 22)
        + p.whorl(158.2, 126, 2.34, width=1.98)
        + p.hand_grip(100, 122, -78, 0.7, mirror=True)
        + p.hand_grip(228, 112, 70, 0.7)
    )
