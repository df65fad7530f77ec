"""Scenes of people round a table, before a board, over a paper."""

from courses.starter.drawing import kit
from courses.starter.drawing.kit import at
from courses.starter.drawing.kit_goods import reach
from courses.starter.drawing.kit_places import bowl, held, raised
from courses.starter.drawing.registry import scene


@scene("family-table", "一家人四只手围着饭桌，碗和手机")
def family_table() -> str:
    return (
        kit.disc(164, 104, 112, fill=kit.CLOTH)
        + kit.disc(164, 104, 102, edge=kit.SKY, width=2)
        + "".join(bowl(x, y) for x, y in ((164, 30), (164, 178), (80, 112), (250, 108)))
        + at(140, 62, kit.phone(kit.orange(44, 56, 1.5) + kit.text_lines(14, 110, 58)), size=0.45)
        + reach("flat", 116, 70, turn=-58, size=0.62, mirror=True)
        + reach("flat", 218, 152, turn=116, size=0.62)
        + reach("point", 196, 64, turn=56, size=0.62)
        + reach("flat", 114, 158, turn=-116, size=0.62)
    )


@scene("paper-read", "两手拿着合同，另一只手指着一行，签字的地方还空着")
def paper_read() -> str:
    sheet = (
        kit.rect(96, 14, 128, 180, fill=kit.PAPER, edge=kit.INDIGO, round_by=3)
        + kit.text_lines(112, 34, 60)
        + kit.text_lines(112, 56, 96, 88, 96)
        + kit.text_lines(112, 118, 96, 70)
        + kit.line("M112 100H208", kit.ORANGE, 5)
        + f'<path d="M150 172H208" stroke="{kit.CLOTH}" stroke-width="3" stroke-dasharray="5 6"/>'
    )
    left = held(sheet, 104, 150, turn=-104, size=0.78, mirror=True)
    return held(left, 216, 154, turn=104, size=0.78) + reach("point", 196, 94, turn=66, size=0.7)


@scene("teacher-class", "黑板上画着橙子，三只手举起来")
def teacher_class() -> str:
    return (
        kit.rect(58, 10, 212, 86, fill=kit.DEEP, edge=kit.PAPER, width=6, round_by=3)
        + kit.orange(120, 55, 1.4)
        + kit.line("M122 28C124 20 130 18 138 20", kit.WHITE, 4)
        + kit.line("M176 36H244M176 55H228M176 74H238", kit.SKY, 4)
        + raised(60, 140, turn=-5)
        + raised(162, 154, turn=3, mirror=True)
        + raised(268, 136, turn=8, mirror=True)
    )


@scene("sorry-hands", "双手合十道歉，赔一个橙子和钱")
def sorry_hands() -> str:
    half = (
        kit.shape("M-1 96V0C-1 -12 -12 -12 -14 0L-22 44C-24 56 -30 66 -30 78L-26 104Z", kit.WHITE, kit.INDIGO)
        + kit.finger("M-17 84C-17 68 -13 54 -8 44", 10)
        + kit.line("M-7 8V30", kit.INDIGO, 1.6)
    )
    cuff = at(-24, 98, at(0, 80, kit.sleeve(120)), turn=212)
    return at(74, 34, cuff + at(0, 0, cuff, mirror=True) + half + at(0, 0, half, mirror=True)) + at(
        142, 8, kit.cupped_behind() + kit.orange(86, 106, 1.3) + kit.coin(122, 96, 24) + kit.cupped()
    )
