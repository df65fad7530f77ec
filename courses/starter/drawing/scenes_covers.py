"""The other lesson covers, 72 × 72: one or two things each, for the list of lessons. See also covers.py."""

from courses.starter.drawing import parts as p
from courses.starter.drawing.registry import cover


@cover("cover-intro", "认识网店：五个指头数五步，掌心一个箱子")
def intro() -> str:
    fingers = "".join(p.limb(d, 8) for d in ("M25 40L17 20", "M33 36L30 11", "M41 36L43 10", "M49 40L55 18"))
    return (
        p.limb("M27 60C18 54 13 46 9 40", 9)
        + fingers
        + p.shape("M24 72C24 60 20 52 21 42C22 34 50 34 53 41C55 52 50 60 50 72Z", p.WHITE, "")
        + p.rect(28, 46, 19, 16, 1.5, p.BLUE)
        + p.line("M37.5 46v16", p.ORANGE, 4.5)
    )


@cover("cover-family", "家里商量：一家三口围着桌子，桌上一只橙子")
def family() -> str:
    return (
        p.shape("M5 52C4 36 10 31 18 31S31 36 31 52Z", width=2.4)
        + p.shape("M41 52C41 36 46 31 54 31S68 36 67 52Z", width=2.4)
        + p.circle(18, 20, 8.5, p.WHITE)
        + p.circle(54, 20, 8.5, p.WHITE)
        + p.circle(36, 45, 8, p.ORANGE, p.INK, 2.2)
        + p.rect(2, 52, 68, 6, 2, p.WHITE)
        + p.line("M13 59v13M59 59v13", width=3)
        + p.line("M20 64l5.3 5 5.3 -5 5.4 5 5.4 -5 5.3 5 5.3 -5", p.LIT, 2.4)
    )


@cover("cover-choose", "选对产品：三样货，手指点中橙子")
def choose() -> str:
    return (
        p.rect(4, 12, 18, 20, 2, p.BLUE, p.WHITE, 2.4)
        + p.whorl(12, 22, 1.3, 5, width=1.8)
        + p.group(_peanut(), 59, 22, -60)
        + p.circle(36, 20, 11, p.ORANGE)
        + p.circle(36, 20, 15.5, stroke=p.WHITE, width=2.4, dash="0 5.4")
        + p.limb("M53 72C54 66 53 62 49 60", 8)
        + "".join(p.limb(d, 8) for d in ("M49 63V58", "M42 62V55"))
        + p.limb("M34 64V42", 9)
        + p.shape("M25 72C22 66 20 60 22 57C25 55 28 59 30 61H53V72Z", p.WHITE, "")
    )


def _peanut(shell: str = p.PAPER, marks: str = p.BLUE) -> str:
    """A peanut, 26 × 14, about its middle."""
    outline = "M-6 -7C-1 -7 0 -4 2 -4S4 -6 8 -6A6 6 0 0 1 8 6C4 6 4 4 2 4S-1 7 -6 7A7 7 0 0 1 -6 -7Z"
    return p.shape(outline, shell, "") + p.line("M-7 -2h0M-4 3h0M8 -1h0", marks, 2.6)


@cover("cover-platform", "选平台：手机上搭起棚子开店")
def platform() -> str:
    awning = "M17 10H55L60 24a5.75 5.75 0 0 1 -12 0a6 6 0 0 1 -12 0a6 6 0 0 1 -12 0a5.75 5.75 0 0 1 -12 0Z"
    return (
        p.rect(19, 6, 34, 61, 6, p.INK, p.WHITE, 2.6)
        + p.rect(24, 20, 24, 36, fill=p.PAPER)
        + p.circle(36, 41, 8, p.ORANGE)
        + p.line("M32 61.5h8", width=2.6)
        + p.shape(awning, p.BLUE, p.WHITE, 2.4)
        + p.line("M27 11L24 24M36 11V24M45 11L48 24", width=2.2)
    )


@cover("cover-realname", "实名开店：身份证和自己的指纹")
def realname() -> str:
    return (
        p.rect(6, 15, 60, 42, 6, p.BLUE, p.WHITE, 2.6)
        + p.circle(22, 29, 6, p.WHITE)
        + p.shape("M11 47C11 34 33 34 33 47Z", p.WHITE, "")
        + p.whorl(49, 33, 2.3, 5, p.ORANGE, 2.6)
        + p.line("M42 51h16", width=2.6)
    )


@cover("cover-wechat", "微信卖熟人：一部手机连着几个熟人")
def wechat() -> str:
    heads = ((11, 16), (61, 16), (11, 52), (61, 52))
    return (
        "".join(p.dots(36, 36, x, y, 5, 2.6, p.LIT) for x, y in heads)
        + "".join(_person(x, y) for x, y in heads)
        + p.rect(24, 14, 24, 44, 5, p.INK, p.WHITE, 2.6)
        + p.rect(28, 20, 16, 30, fill=p.PAPER)
        + p.heart(36, 35, 7.5)
    )


def _person(x: float, y: float) -> str:
    """A head over shoulders, 16 wide; `x, y`: its middle."""
    return p.group(p.circle(0, -5, 4.6, p.WHITE) + p.shape("M-8 9C-8 -1 8 -1 8 9Z", p.WHITE, ""), x, y)


@cover("cover-listing", "标题和详情：一个标题，七行话")
def listing() -> str:
    rows = "".join(f"M27 {25 + 5.8 * i:.1f}h{(25, 20, 25, 16, 25, 21, 13)[i]}" for i in range(7))
    points = "".join(f"M20 {25 + 5.8 * i:.1f}h0" for i in range(7))
    return (
        p.shape("M12 6H50L60 16V67H12Z", p.WHITE, "")
        + p.shape("M50 6L60 16H50Z", p.LIT, "")
        + p.line("M20 15.5H42", p.ORANGE, 5.5)
        + p.line(rows, p.LIT, 2.4)
        + p.line(points, p.INK, 3.2)
    )


@cover("cover-craft", "绣片和蜡染：绣绷和穿橙线的针")
def craft() -> str:
    petal = p.symbol("cover-petal", p.shape("M0 -4C-7 -10 -5 -17 0 -18C5 -17 7 -10 0 -4Z", p.WHITE, ""))
    return (
        p.circle(31, 39, 26, p.BLUE, p.WHITE, 3)
        + p.circle(31, 39, 21.5, stroke=p.LIT, width=1.8)
        + p.rect(27, 8, 8, 6, 1.5, p.WHITE)
        + "".join(p.use(petal, 31, 39, turn) for turn in (0, 72, 144, 216))
        + p.line("M31 39C24 38 19 36 15 33", p.ORANGE, 2.6)
        + p.line("M36 33L62 7", p.INK, 6.5)
        + p.line("M36 33L62 7", p.WHITE, 3)
        + p.line("M60 9C70 14 60 22 66 30", p.ORANGE, 2.6)
    )


@cover("cover-food1", "卖吃的：三只篮子分开放")
def food1() -> str:
    return (
        _basket(36, 31, p.circle(30, 13, 7, p.ORANGE) + p.circle(43, 13, 7, p.ORANGE, p.INK, 2))
        + _basket(19, 66, p.rect(10, 35, 17, 20, 2, p.PAPER) + p.line("M12 40h13", p.LIT, 2.4))
        + _basket(53, 66, p.rect(48, 33, 10, 24, 4, p.LIT, p.WHITE, 2) + p.line("M53 37v16", width=2.4))
    )


def _basket(x: float, y: float, content: str) -> str:
    """A basket, 32 × 15. `x, y`: middle of its foot; `content` (cover units) stands behind its rim."""
    basket = p.shape("M-15 -15H15L11 0H-11Z", p.BLUE, p.WHITE, 2.4) + p.line("M-7 -8h0M0 -8h0M7 -8h0", width=3)
    return content + p.group(basket, x, y)


@cover("cover-food2", "看标签：放大镜照着袋子上的标签")
def food2() -> str:
    return (
        p.shape("M10 10H46V64H10Z", p.BLUE, p.WHITE, 2.6)
        + p.line("M11 17H45", p.WHITE, 2.4, "0 5")
        + p.rect(15, 25, 26, 30, 1.5, p.PAPER)
        + p.line("M20 32h12M20 39h8M20 46h8", p.LIT, 2.6)
        + p.line("M53 53L65 65", p.INK, 11)
        + p.line("M54 54L64 64", p.WHITE, 6)
        + p.circle(44, 43, 15, p.PAPER, p.INK, 8)
        + p.circle(44, 43, 15, p.PAPER, p.WHITE, 3)
        + p.line("M36 38h16", p.INK, 3.6)
        + p.line("M36 47h12", p.ORANGE, 4)
    )


@cover("cover-packother", "打包别的货：雨伞护着一袋花生")
def packother() -> str:
    return (
        p.shape("M22 38C14 50 14 62 20 67H50C56 62 56 50 48 38Z", p.PAPER, "")
        + p.shape("M22 38L18 31H52L48 38Z", p.PAPER, "")
        + p.line("M23 38H47", p.ORANGE, 3.4)
        + p.group(_peanut(p.BLUE, p.PAPER), 35, 53, -25)
        + p.shape("M4 30C6 14 20 6 36 6S66 14 68 30C62 25 56 25 52 30C47 25 41 25 36 30C31 25 25 25 20 30C16 25 10 25 4 30Z")
        + p.line("M36 6V2", width=3)
        + p.line("M7 40v5M64 38v5M60 52v5M10 55v5", p.LIT, 3)
    )


@cover("cover-after", "退货和坏果：箱子转个弯退回来")
def after() -> str:
    return (
        p.shape("M10 42L18 34H50L42 42Z", p.LIT, p.WHITE, 2.2)
        + p.shape("M42 42L50 34V58L42 66Z", p.DARK, p.WHITE, 2.2)
        + p.shape("M10 42H42V66H10Z", p.BLUE, p.WHITE, 2.4)
        + p.shape("M22 50V42L30 34H38L30 42V50Z", p.PAPER, "")
        + p.line("M60 50V24C60 8 26 8 26 22", p.ORANGE, 4.5)
        + p.line("M18 16L26 25L34 16", p.ORANGE, 4.5)
    )


@cover("cover-review", "差评：五颗星只亮两颗")
def review() -> str:
    stars = "".join(
        p.star(x, y, 8.5, p.ORANGE if lit else p.PAPER, p.INK if lit else p.LIT)
        for x, y, lit in ((17, 22, True), (36, 22, True), (55, 22, False), (27, 40, False), (46, 40, False))
    )
    return p.shape("M9 8H63A5 5 0 0 1 68 13V47A5 5 0 0 1 63 52H36L24 66V52H9A5 5 0 0 1 4 47V13A5 5 0 0 1 9 8Z", p.WHITE, "") + stars


@cover("cover-live", "短视频和直播：手机架在三脚架上")
def live() -> str:
    return (
        p.line("M36 44V54M36 52L20 68M36 52L52 68M36 52V68", width=3)
        + p.rect(5, 8, 62, 37, 6, p.INK, p.WHITE, 2.6)
        + p.rect(12, 13, 44, 27, fill=p.PAPER)
        + p.shape("M28 18L44 26.5L28 35Z", p.ORANGE, p.ORANGE, 3)
        + p.line("M61.5 24v5", width=2.6)
    )


@cover("cover-promo", "做活动：剪刀剪开一张优惠券")
def promo() -> str:
    return (
        p.shape("M6 12H66V22A5 5 0 0 0 66 32V42H6V32A5 5 0 0 0 6 22Z", p.BLUE, p.WHITE, 2.6)
        + p.line("M46 15V40", p.WHITE, 2.4, "0 5")
        + p.line("M19 17l7 8 7 -8M26 25v12M19 27h14M19 32h14", p.ORANGE, 3)
        + _scissors()
    )


def _scissors() -> str:
    """Scissors that cut upwards along the dotted line of the ticket."""
    blades = "M41 61L50 34M51 61L42 34"
    rings = p.circle(39, 63, 5, p.INK, p.WHITE, 2.8) + p.circle(53, 63, 5, p.INK, p.WHITE, 2.8)
    return p.line(blades, p.INK, 7.5) + p.line(blades, p.WHITE, 3.4) + rings


@cover("cover-books", "记账：翻开的账本，一支笔")
def books() -> str:
    return (
        p.shape("M36 19C28 13 16 12 5 15V59C16 56 28 57 36 63C44 57 56 56 67 59V15C56 12 44 13 36 19Z", p.WHITE, "")
        + p.line("M36 20V62", p.INK, 2.4)
        + p.line("M11 25q9 -1 18 3M11 33q9 -1 18 3M11 41q9 -1 18 3M11 49q9 -1 18 3", p.LIT, 2.6)
        + p.line("M43 28q9 -4 18 -3M43 36q6 -3 9 -3", p.LIT, 2.6)
        + p.line("M47 50L66 20", p.INK, 10)
        + p.line("M50 45L66 20", p.ORANGE, 5.5)
        + p.shape("M44 54L47 44L52 47Z", p.INK, "")
    )


@cover("cover-seasons", "农忙和过年：一把稻穗，一个灯笼")
def seasons() -> str:
    grain = p.symbol("cover-grain", p.shape("M0 0C-4 -4 -3 -9 0 -11C3 -9 4 -4 0 0Z", p.WHITE, ""))
    ear = ((20, 32, -38), (22, 24, -34), (26, 17, -20), (20, 38, 40), (24, 31, 42), (28, 24, 44))
    return (
        p.line("M16 67C16 50 18 34 26 20", width=2.6)
        + "".join(p.use(grain, x, y, turn) for x, y, turn in ear)
        + p.line("M52 4V15", width=2.4)
        + p.ellipse(52, 32, 15, 14, p.ORANGE, "")
        + p.line("M47 20C42 27 42 37 47 44M57 20C62 27 62 37 57 44", p.GLOW, 2)
        + p.rect(45, 15, 14, 5, 1.5, p.WHITE)
        + p.rect(45, 44, 14, 5, 1.5, p.WHITE)
        + p.line("M48 52v10M52 52v13M56 52v10", p.ORANGE, 2.4)
    )


@cover("cover-wages", "工钱和开店：一架秤，一边是钱，一边是布")
def wages() -> str:
    return (
        p.line("M36 10V62M24 64H48", width=3)
        + p.line("M10 18H62", width=3)
        + p.circle(36, 12, 4, p.WHITE)
        + p.line("M16 18L6 42M16 18L26 42M56 18L46 42M56 18L66 42", width=2)
        + p.circle(16, 35, 9, p.ORANGE, p.INK, 2)
        + p.group(p.line("M-4 -5l4 4.5 4 -4.5M0 -1v7M-4 1h8", p.INK, 2), 16, 35)
        + p.rect(49, 29, 14, 13, 1, p.LIT, p.WHITE, 2)
        + p.shape("M3 42H29C27 52 5 52 3 42Z", p.BLUE, p.WHITE, 2.4)
        + p.shape("M43 42H69C67 52 45 52 43 42Z", p.BLUE, p.WHITE, 2.4)
    )


@cover("cover-launch", "开张：大门打开，鞭炮响了")
def launch() -> str:
    return (
        p.rect(8, 10, 36, 56, fill=p.INK, stroke=p.WHITE, width=2.6)
        + p.shape("M8 10L20 17V70L8 66Z", p.BLUE, p.WHITE, 2.2)
        + p.shape("M44 10L32 17V70L44 66Z", p.BLUE, p.WHITE, 2.2)
        + p.line("M58 2V46", width=2.2)
        + "".join(p.limb(f"M58 {y}l-5 4M58 {y}l5 4", 4) for y in (8, 17, 26, 35))
        + p.rays(58, 54, 5, 11)
        + p.circle(58, 54, 3, p.ORANGE)
    )
