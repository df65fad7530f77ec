"""Lesson covers, 72 × 72: one thing each, for the list of lessons."""

from courses.starter.drawing import parts as p
from courses.starter.drawing.registry import cover


@cover("cover-coop", "让服务站帮我卖")
def coop() -> str:
    return (
        p.shape("M12 34L36 12L60 34V62H12Z")
        + p.line("M6 38L36 10L66 38", width=3)
        + p.shape("M29 62V44h14v18", p.INK)
        + p.dots(16, 56, 24, 56, 5, 3)
        + p.dots(48, 56, 56, 56, 5, 3)
        + p.circle(36, 31, 5, p.ORANGE)
    )


@cover("cover-chat", "跟买家说话")
def chat() -> str:
    return (
        p.shape("M10 14h38a5 5 0 0 1 5 5v18a5 5 0 0 1 -5 5h-24l-10 9v-9h-4a5 5 0 0 1 -5 -5v-18a5 5 0 0 1 5 -5z")
        + p.line("M18 28h0M29 28h0M40 28h0", width=4.8)
        + p.shape(
            "M30 48h28a4 4 0 0 1 4 4v8a4 4 0 0 1 -4 4h-2v6l-8 -6h-18a4 4 0 0 1 -4 -4v-8a4 4 0 0 1 4 -4z", p.WHITE, p.INK
        )
        + p.line("M34 56h20", p.ORANGE, 3)
    )


@cover("cover-packfruit", "打包")
def packfruit() -> str:
    fruit = "".join(p.circle(x, y, r, p.ORANGE, p.INK) for x, y, r in ((23, 30, 8), (36, 28, 8), (46, 30, 7)))
    return (
        p.shape("M12 34l8 -8h34l-8 8z", p.DARK, width=2.2)
        + fruit
        + p.shape("M46 34l8 -8v24l-8 8z", p.DARK, width=2.2)
        + p.shape("M12 34h34v26h-34z", width=2.2)
        + p.whorl(28, 47, 1.6, 5, width=1.8)
        + p.line("M58 14l-8 8M62 24h-8")
    )


@cover("cover-phone", "手机四招")
def phone() -> str:
    fingers = "".join(p.limb(d, 9) for d in ("M44 34L58 33", "M44 45L59 45", "M44 56L56 57"))
    return (
        fingers
        + p.shape("M8 72C10 54 18 46 28 40H44V72Z", p.WHITE, "")
        + p.rect(22, 8, 28, 52, 5, p.INK, p.WHITE)
        + p.rect(27, 15, 18, 36, fill=p.PAPER)
        + p.circle(36, 28, 6, p.ORANGE)
        + p.limb("M16 58C18 48 24 42 32 41", 9)
    )


@cover("cover-photo", "拍照")
def photo() -> str:
    return (
        p.shape("M14 26h12l4 -8h14l4 8h10a3 3 0 0 1 3 3v26a3 3 0 0 1 -3 3h-44a3 3 0 0 1 -3 -3v-26a3 3 0 0 1 3 -3z")
        + p.circle(36, 41, 12, p.INK, p.WHITE)
        + p.circle(36, 41, 7, p.ORANGE, p.WHITE, 2)
        + p.line("M55 32h0", width=3.6)
    )


@cover("cover-price", "定价")
def price() -> str:
    return (
        p.shape("M14 34L36 12L58 34V60H14Z")
        + p.circle(36, 26, 4, p.INK, p.WHITE)
        + p.line("M36 22C36 12 44 6 52 6", width=2)
        + p.line("M27 38l9 10 9 -10M36 48v10M28 49h16M28 54h16", p.ORANGE, 3.2)
    )


@cover("cover-scam", "防骗")
def scam() -> str:
    inner = "M36 16C42 19 48 21 54 21V36C54 46 46 53 36 59C26 53 18 46 18 36V21C24 21 30 19 36 16Z"
    return (
        p.shape("M36 8C44 14 52 16 60 16V36C60 50 50 58 36 66C22 58 12 50 12 36V16C20 16 28 14 36 8Z")
        + p.line(inner, width=2.2, dash="0 5")
        + p.line("M36 27v14M36 49h0", p.ORANGE, 5.5)
    )


@cover("cover-ship", "寄出去")
def ship() -> str:
    return (
        p.shape("M8 30h30v22h-30z")
        + p.shape("M38 36h12l10 8v8h-22z", p.WHITE, p.INK, 2)
        + p.circle(19, 54, 6, p.INK, p.WHITE)
        + p.circle(49, 54, 6, p.INK, p.WHITE)
        + p.circle(23, 40, 6, p.ORANGE)
        + p.dots(6, 62, 66, 62, 7, 2.5, p.LIT)
        + p.line("M44 16c6 -6 14 -6 18 0M49 22c3 -3 6 -3 8 0", width=2.2)
    )
