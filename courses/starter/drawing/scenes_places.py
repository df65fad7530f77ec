"""Scenes of the service centre, the road, the parcel on its way, and shops."""

from courses.starter.drawing import kit
from courses.starter.drawing.kit import at
from courses.starter.drawing.kit_goods import reach
from courses.starter.drawing.kit_places import awning, courier, parcel
from courses.starter.drawing.registry import scene


@scene("centre-house", "村里的服务站：门开着，墙上贴着码，门口有长凳")
def centre_house() -> str:
    return (
        kit.table()
        + kit.shape("M62 196V92H266V196Z")
        + kit.shape("M36 96L96 34H232L292 96Z", kit.SKY)
        + kit.dotted("M52 88H280M76 66H256M98 44H234")
        + kit.line("M36 97H292", kit.WHITE, 5)
        + kit.shape("M140 196V116H192V196Z", kit.INDIGO)
        + kit.shape("M192 116L214 124V204L192 196Z", kit.PAPER, kit.INDIGO)
        + kit.disc(208, 164, 2.5, fill=kit.INDIGO, width=0)
        + kit.poster(80, 108, 0.6)
        + kit.line("M226 172H316M236 173V196M306 173V196", kit.INDIGO, 12)
        + kit.line("M226 172H316M236 173V196M306 173V196", kit.WHITE, 7)
        + kit.orange(244, 154, 0.75)
        + kit.orange(272, 154, 0.75)
        + kit.orange(258, 133, 0.75)
    )


@scene("centre-counter", "在服务站柜台，四只手递过一篮橙子，旁边有秤")
def centre_counter() -> str:
    taker = {"turn": 88, "size": 0.56}
    giver = {"turn": -88, "size": 0.56, "mirror": True}
    return (
        kit.rect(-6, 166, 340, 54)
        + kit.rect(-6, 154, 340, 14, fill=kit.SKY)
        + kit.dotted("M10 188H322", gap=12)
        + at(282, 154, kit.pan_scale(0, 0), size=0.7)
        + reach("grip", 90, 44, **giver)
        + reach("grip", 190, 40, **taker)
        + kit.orange(110, 48, 0.9)
        + kit.orange(142, 42, 0.9)
        + kit.orange(172, 48, 0.9)
        + kit.basket(140, 126, 120, 74)
        + reach("grip", 82, 92, **giver)
        + reach("grip", 196, 80, **taker)
    )


@scene("truck-road", "货车在盘山公路上")
def truck_road() -> str:
    road = (
        "M-10 208C80 214 190 212 246 190C306 166 268 128 200 116C160 108 160 98 188 90C222 80 240 66 230 38L220 32"
        "C226 58 208 68 178 76C128 90 126 118 172 128C220 138 238 154 198 162C150 172 60 170 -10 168Z"
    )
    middle = "M0 190C90 194 180 190 222 176C262 158 240 134 186 122C144 112 144 94 184 82C216 74 230 62 226 42"
    return (
        kit.sun(58, 52)
        + kit.shape("M-6 214V150C30 96 66 84 104 116C138 40 196 10 236 44C276 78 300 110 336 122V214Z")
        + kit.dotted(
            "M14 150C40 112 68 102 100 132M122 112C144 60 176 36 206 44M246 66C274 98 300 124 330 134", kit.SKY, 3
        )
        + kit.shape(road, kit.PAPER, kit.INDIGO, 3)
        + f'<path d="{middle}" stroke="{kit.SKY}" stroke-width="3" stroke-dasharray="9 11"/>'
        + at(60, 186, kit.truck() + kit.orange(20, -17, 0.42), size=1.9, turn=-2)
    )


@scene("parcel-weigh", "包裹放上台秤，旁边三个砝码")
def parcel_weigh() -> str:
    weight = kit.shape("M-18 0V-22H-6V-27H-11V-34H11V-27H6V-22H18V0Z", kit.PAPER, kit.INDIGO) + kit.line(
        "M-9 -10H9", kit.CLOTH, 3
    )
    return (
        kit.table()
        + kit.line("M172 176V52", kit.INDIGO, 16)
        + kit.line("M172 176V52", kit.SKY, 10)
        + kit.shape("M30 196L40 180H186L196 196Z")
        + kit.rect(26, 168, 164, 12, fill=kit.PAPER, edge=kit.INDIGO)
        + at(46, 96, kit.box(90, 72, 20, tape=True))
        + kit.disc(172, 46, 32, fill=kit.WHITE, edge=kit.INDIGO)
        + f'<circle cx="172" cy="46" r="25" stroke="{kit.CLOTH}" stroke-width="4" stroke-dasharray="0 9.8"/>'
        + kit.line("M172 46L186 31", kit.ORANGE, 4.5)
        + reach("flat", 74, 92, turn=-38, size=0.74, mirror=True)
        + at(220, 196, weight, size=0.8)
        + at(256, 196, weight, size=1.1)
        + at(300, 196, weight, size=1.4)
    )


@scene("map-road", "从山里的家，沿路翻山，到城里的楼房")
def map_road() -> str:
    windows = "".join(kit.dotted(f"M0 {y}h{w}", kit.WHITE, 5, 11) for y, w in ((12, 25), (26, 25), (40, 25), (54, 25)))
    return (
        kit.rect(210, 52, 36, 124, fill=kit.SKY)
        + kit.rect(282, 76, 36, 110, fill=kit.SKY)
        + kit.rect(246, 26, 38, 150, fill=kit.PAPER, edge=kit.INDIGO)
        + at(216, 52, windows)
        + at(288, 76, windows)
        + at(253, 28, windows.replace(kit.WHITE, kit.CLOTH))
        + at(253, 84, windows.replace(kit.WHITE, kit.CLOTH))
        + kit.shape("M-6 214V96C30 60 84 62 112 112C146 92 176 100 196 138C230 138 280 150 336 164V214Z")
        + kit.dotted("M6 112C36 82 76 82 102 126M120 124C146 112 168 120 186 152", kit.SKY, 3)
        + at(28, 80, kit.house(66, 62))
        + kit.dotted(
            "M62 86C54 112 70 140 96 142C122 144 134 124 152 132C178 144 154 180 194 184C228 186 256 176 264 154",
            kit.ORANGE,
            6,
            11,
        )
        + parcel(122, 124, 0.95)
    )


@scene("shop-rest", "店门拉下一半，月亮出来了，包裹先等着")
def shop_rest() -> str:
    slats = "".join(kit.line(f"M94 {y}H250", kit.SKY, 2.4) for y in (62, 74, 86, 98, 110))
    return (
        kit.table()
        + kit.moon(42, 44)
        + kit.line("M76 30h0M22 92h0M60 84h0M296 26h0", kit.WHITE, 4)
        + kit.shape("M78 196V40H266V196Z")
        + kit.rect(92, 50, 160, 146, fill=kit.INDIGO, edge=kit.INDIGO)
        + kit.rect(92, 50, 160, 68, fill=kit.PAPER, edge=kit.INDIGO)
        + slats
        + at(68, 20, awning(208, 30, 8))
        + kit.rect(90, 114, 164, 10, fill=kit.WHITE, edge=kit.INDIGO)
        + at(116, 160, kit.box(52, 36, 14, tape=True))
        + reach("grip", 224, 112, turn=112, size=0.74)
    )


@scene("shop-front", "自家的摊子：棚子、一排橙子、一串彩点")
def shop_front() -> str:
    row = "".join(kit.orange(58 + 34 * n, 128, 0.84) for n in range(6))
    back = "".join(kit.orange(75 + 34 * n, 106, 0.84) for n in range(5))
    ribbon = "M38 62C80 96 120 96 160 66C200 96 248 96 288 62"
    return (
        kit.table()
        + kit.line("M42 50V196M286 50V196", kit.SKY, 7)
        + kit.line(ribbon, kit.SKY, 2)
        + kit.dotted(ribbon, kit.WHITE, 7, 15)
        + back
        + row
        + kit.shape("M26 144H302V196H26Z")
        + kit.rect(18, 138, 292, 12, fill=kit.SKY)
        + kit.dotted("M44 174H124M206 174H288", gap=10)
        + at(164, 173, kit.whorl(1.05))
        + at(22, 14, awning(284, 44, 8))
        + reach("flat", 234, 116, turn=52, size=0.72)
    )


@scene("clock-chores", "一天的时间：下地、做饭、带孩子，中间抽空看手机")
def clock_chores() -> str:
    handle = "M-36 40L24 -32"
    hoe = (
        kit.line(handle, kit.INDIGO, 11)
        + kit.line(handle, kit.SKY, 7)
        + kit.shape("M34 -36L16 -28L30 20L58 8Z", kit.PAPER, kit.INDIGO)
        + kit.disc(24, -32, 6, fill=kit.SKY, edge=kit.INDIGO, width=2)
    )
    pot = (
        kit.line("M-34 2h-10M34 2h10", kit.WHITE, 5)
        + kit.shape("M-34 -8H34V10C34 26 22 32 0 32C-22 32 -34 26 -34 10Z")
        + kit.shape("M-36 -8C-30 -24 30 -24 36 -8Z", kit.SKY)
        + kit.disc(0, -24, 4, fill=kit.WHITE, width=0)
        + kit.line("M-14 -34c-5 -6 5 -8 0 -14M14 -34c-5 -6 5 -8 0 -14", kit.WHITE, 2.5)
    )
    ear = kit.shape("M-26 -16C-40 -26 -36 -42 -26 -40C-20 -38 -14 -30 -12 -25Z")
    hat = (
        kit.shape("M-34 14C-36 -34 36 -34 34 14Z", kit.SKY)
        + ear
        + at(0, 0, ear, mirror=True)
        + kit.rect(-40, 10, 80, 16, fill=kit.PAPER, edge=kit.INDIGO, round_by=7)
        + kit.dotted("M-30 18H32", kit.CLOTH)
    )
    return (
        kit.disc(164, 104, 70)
        + f'<circle cx="164" cy="104" r="58" stroke="{kit.WHITE}" stroke-width="6" stroke-dasharray="0 30.37"/>'
        + kit.line("M164 104V66", kit.WHITE, 6)
        + kit.line("M164 104L196 130", kit.ORANGE, 6)
        + kit.disc(164, 104, 5, fill=kit.WHITE, width=0)
        + at(44, 56, hoe)
        + at(276, 54, pot)
        + at(52, 160, hat)
        + at(250, 112, kit.phone(kit.orange(44, 60, 1.4) + kit.text_lines(14, 112, 58, 40)), size=0.46, turn=6)
    )


@scene("courier-hand", "把箱子交到快递员手里，后面是货车")
def courier_hand() -> str:
    van = (
        kit.shape("M0 0V-112H92V0Z", kit.SKY, kit.INDIGO)
        + kit.line("M4 -70H88", kit.PAPER, 9)
        + kit.shape("M92 0V-86H128L150 -48V0Z", kit.WHITE, kit.INDIGO)
        + kit.shape("M104 -46V-76H124L140 -46Z", kit.SKY, kit.INDIGO)
        + kit.disc(34, 0, 19, fill=kit.INDIGO, width=6)
        + kit.disc(116, 0, 19, fill=kit.INDIGO, width=6)
    )
    return (
        kit.table()
        + kit.dotted("M118 150H328", kit.SKY, 3)
        + at(146, 130, van, size=1.08)
        + at(80, 112, kit.box(92, 72, 20, tape=True))
        + at(126, 157, kit.whorl(0.9))
        + reach("grip", 78, 146, turn=-90, size=0.72, mirror=True)
        + courier(188, 158, turn=104, size=0.72)
    )


@scene("parcel-return", "包裹退回家里去")
def parcel_return() -> str:
    way = "M222 92C212 12 116 8 88 66"
    return (
        kit.table()
        + at(20, 196, kit.house(96, 104))
        + kit.line(way, kit.ORANGE, 7)
        + kit.line("M82 42L86 70L112 60", kit.ORANGE, 7)
        + at(156, 116, kit.box(98, 80, 22, tape=True))
        + kit.cross(204, 166, 1.5)
        + reach("grip", 264, 158, turn=78, size=0.72)
    )


@scene("neighbours-door", "隔着门槛，把箱子递给邻居")
def neighbours_door() -> str:
    return (
        kit.table()
        + kit.rect(150, -10, 190, 206, edge=kit.WHITE)
        + kit.rect(176, 12, 120, 184, fill=kit.SKY)
        + kit.shape("M296 12L340 2V212L296 196Z", kit.PAPER, kit.INDIGO)
        + kit.rect(140, 182, 172, 16, fill=kit.PAPER, edge=kit.INDIGO)
        + at(104, 80, kit.box(112, 72, 22, tape=True))
        + at(160, 126, kit.whorl(0.9))
        + reach("grip", 100, 122, turn=-78, size=0.7, mirror=True)
        + reach("grip", 228, 112, turn=70, size=0.7)
    )
