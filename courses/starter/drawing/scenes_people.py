"""Scenes of people round a table, before a board, over a paper."""

from courses.starter.drawing import parts as p
from courses.starter.drawing.registry import scene


@scene("family-table", "一家人四只手围着饭桌，碗和手机")
def family_table() -> str:
    return (
        p.circle(164, 104, 112, p.BLUE, p.WHITE)
        + p.circle(164, 104, 102, stroke=p.LIT, width=2)
        + "".join(p.bowl(x, y) for x, y in ((164, 30), (164, 178), (80, 112), (250, 108)))
        + p.phone(140, 62, p.orange(44, 56, 1.5) + p.writing(14, 110, 58), scale=0.45)
        + p.hand_pick(126.5, 53.2, -58, 0.62, mirror=True)
        + p.hand_pick(226.7, 134.2, 116, 0.62)
        + p.hand_point(196, 64, 56, 0.62)
        + p.hand_pick(122.7, 175.8, -116, 0.62)
    )


@scene("paper-read", "两手拿着合同，另一只手指着一行，签字的地方还空着")
def paper_read() -> str:
    sheet = (
        p.rect(96, 14, 128, 180, 3, p.PAPER, p.INK)
        + p.writing(112, 34, 60)
        + p.writing(112, 56, 96, 88, 96)
        + p.writing(112, 118, 96, 70)
        + p.line("M112 100H208", p.ORANGE, 5)
        + f'<path d="M150 172H208" stroke="{p.BLUE}" stroke-width="3" stroke-dasharray="5 6"/>'
    )
    held = p.hand_hold(212, 150, p.hand_hold(108, 146, sheet, 76, 0.78), -76, 0.78, mirror=True)
    return held + p.hand_point(196, 94, 66, 0.7)


@scene("teacher-class", "黑板上画着橙子，三只手举起来")
def teacher_class() -> str:
    return (
        p.rect(58, 10, 212, 86, 3, p.DARK, p.PAPER, 6)
        + p.orange(120, 55, 1.4)
        + p.line("M122 28C124 20 130 18 138 20", width=4)
        + p.line("M176 36H244M176 55H228M176 74H238", p.LIT, 4)
        + p.hand_stop(60, 146, -5, 0.56, mirror=True)
        + p.hand_stop(162, 154, 3, 0.56)
        + p.hand_stop(268, 144, 8, 0.56)
    )


@scene("sorry-hands", "双手合十道歉，赔一个橙子和钱")
def sorry_hands() -> str:
    return p.hands_together(74, 88, scale=1.08) + p.hand_cup(245, 148, p.orange(228, 114, 1.3) + p.coin(264, 104, 24))
