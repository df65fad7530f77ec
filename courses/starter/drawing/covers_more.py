"""The covers of the other lessons, 72 × 72: one or two things each. See also covers.py."""

from courses.starter.drawing import parts as p
from courses.starter.drawing.registry import cover


@cover("cover-intro", "认识网店：五个指头数五步，掌心一个箱子")
def intro() -> str:
    fingers = "".join(p.limb(d, 8) for d in ("M25 40L17 19", "M33 36L31 10", "M41 36L45 10", "M49 40L57 19"))
    return (
        p.limb("M27 60C18 54 12 46 7 40", 9)
        + fingers
        + p.shape("M24 72C24 60 20 52 21 42C22 34 50 34 53 41C55 52 50 60 50 72Z", p.WHITE, "")
        + p.line("M7 40h0M17 19h0M31 10h0M45 10h0M57 19h0", p.ORANGE, 5)
        + p.shape("M27 48L31 43H51L47 48Z", p.LIT, "")
        + p.shape("M27 48H47V63H27Z", p.BLUE, "")
        + p.shape("M47 48L51 43V58L47 63Z", p.INK, "")
        + p.line("M37 55V48L41 43", p.PAPER, 3.6)
    )


@cover("cover-family", "家里商量：两个人隔着桌子坐下来，桌上一个橙子")
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


@cover("cover-choose", "选对产品：布、橙子、花生，手指点中橙子")
def choose() -> str:
    return (
        p.shape("M3 10H18V28H3Z", p.LIT, p.WHITE, 2.2)
        + p.line("M5 33v2M10.5 33v2M16 33v2", width=2.4)
        + p.shape("M10.5 13L15 19L10.5 25L6 19Z", p.WHITE, "")
        + p.group(_peanut(), 63, 21, -80)
        + p.circle(37, 21, 10.5, p.ORANGE)
        + p.circle(37, 21, 15, stroke=p.WHITE, width=2.4)
        + p.limb("M55 74C57 67 55 63 51 61", 8)
        + "".join(p.limb(d, 8) for d in ("M50 64V59", "M43 63V56"))
        + p.limb("M35 64V43", 9)
        + p.shape("M26 72C23 66 21 60 23 57C26 55 29 59 31 61H54V72Z", p.WHITE, "")
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


@cover("cover-wechat", "微信卖熟人：一部手机连着四个熟人")
def wechat() -> str:
    heads = ((10, 15), (62, 15), (10, 55), (62, 55))
    return (
        p.line("M10 15L62 55M62 15L10 55", p.LIT, 2.4)
        + "".join(p.circle(x, y, 11, p.INK) + _person(x, y) for x, y in heads)
        + p.rect(23, 12, 26, 48, 5, p.INK, p.WHITE, 2.6)
        + p.rect(27.5, 18, 17, 34, fill=p.PAPER)
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
    outline = "M0 -4C-7 -9 -5 -16 0 -17C5 -16 7 -9 0 -4Z"
    petal = p.symbol("cover-petal", p.shape(outline, p.WHITE, ""))
    return (
        p.shape("M4 16Q17 20 30 14T58 16Q54 28 58 42T57 69Q44 65 30 69T4 68Q8 54 4 42T4 16Z", p.LIT, "")
        + p.circle(31, 42, 22, p.BLUE, p.WHITE, 3)
        + "".join(p.use(petal, 31, 42, turn) for turn in (108, 180, 252, 324))
        + p.group(p.shape(outline, p.BLUE, p.ORANGE, 2.4), 31, 42, 36)
        + p.line("M38 32L63 8", p.INK, 7)
        + p.line("M38 32L63 8", p.WHITE, 3.2)
        + p.line("M61 9C71 14 61 22 67 30", p.ORANGE, 2.8)
    )


@cover("cover-food1", "卖吃的：鲜果、袋装货、腊肉，三只篮子分开放")
def food1() -> str:
    bacon = p.shape("M46 56C43 48 49 43 46 34L58 33C62 42 57 48 60 56Z", p.LIT, p.WHITE, 2.2)
    bacon += p.line("M52.5 35C55 44 51 48 53 56", width=2.6)
    return (
        _basket(36, 31, p.circle(29, 11, 7, p.ORANGE) + p.circle(43, 11, 7, p.ORANGE))
        + _basket(19, 67, p.rect(11, 37, 16, 18, 2, p.PAPER) + p.line("M14 42h10", p.LIT, 2.6))
        + _basket(53, 67, bacon)
    )


def _basket(x: float, y: float, content: str) -> str:
    """A basket, 32 × 15. `x, y`: middle of its foot; `content` (cover units) stands behind its rim."""
    weave = p.line("M-10 -9l3.4 5 3.3 -5 3.3 5 3.3 -5 3.3 5 3.4 -5", p.WHITE, 2)
    basket = p.shape("M-15 -14H15L12 0H-12Z", p.BLUE, p.WHITE, 2.4) + weave
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
        + p.shape(
            "M4 30C6 14 20 6 36 6S66 14 68 30C62 25 56 25 52 30C47 25 41 25 36 30C31 25 25 25 20 30C16 25 10 25 4 30Z"
        )
        + p.line("M36 6V2", width=3)
        + p.line("M7 40v5M64 38v5M60 52v5M10 55v5", p.LIT, 3)
    )


@cover("cover-after", "退货和坏果：箱子上一个回头的箭头")
def after() -> str:
    return (
        p.shape("M8 42L16 33H48L40 42Z", p.LIT, p.WHITE, 2.2)
        + p.shape("M40 42L48 33V58L40 67Z", p.DARK, p.WHITE, 2.2)
        + p.shape("M8 42H40V67H8Z", p.BLUE, p.WHITE, 2.4)
        + p.shape("M20 51V42L28 33H36L28 42V51Z", p.PAPER, "")
        + p.line("M60 58V28A13 13 0 0 0 47 15H15M26 5L14 15L26 25", p.ORANGE, 4.5)
    )


@cover("cover-review", "差评：五颗星只亮两颗")
def review() -> str:
    stars = "".join(
        p.star(x, y, 8.5, p.ORANGE if lit else p.PAPER, p.INK if lit else p.LIT)
        for x, y, lit in ((17, 22, True), (36, 22, True), (55, 22, False), (27, 40, False), (46, 40, False))
    )
    return (
        p.shape(
            "M9 8H63A5 5 0 0 1 68 13V47A5 5 0 0 1 63 52H36L24 66V52H9A5 5 0 0 1 4 47V13A5 5 0 0 1 9 8Z", p.WHITE, ""
        )
        + stars
    )


@cover("cover-live", "短视频和直播：补光灯圈里架着手机")
def live() -> str:
    return (
        p.line("M36 54V66M36 58L22 70M36 58L50 70", width=3)
        + p.circle(36, 30, 25, p.INK, p.WHITE, 4.5)
        + p.circle(36, 30, 20.5, stroke=p.LIT, width=1.8)
        + p.rect(25, 11, 22, 37, 4, p.INK, p.WHITE, 2.4)
        + p.rect(28.5, 16, 15, 25, fill=p.PAPER)
        + p.shape("M33 24L40 28.5L33 33Z", p.ORANGE, p.ORANGE, 3)
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
    grain = p.symbol("cover-grain", p.shape("M0 1C-3.5 -2 -3 -6 0 -9C3 -6 3.5 -2 0 1Z", p.WHITE, ""))
    ear = ((11, 32, -20), (13, 24, -8), (17, 17, 12), (23, 13, 40), (29, 13, 75), (33, 17, 118))
    inner = ((16, 33, 70), (20, 26, 95), (25, 22, 120), (29, 21, 150))
    return (
        p.line("M8 68C8 48 9 36 14 26C18 17 27 12 33 17", width=2.4)
        + p.shape("M8 60C14 55 18 48 21 40C23 50 18 58 8 64Z", p.WHITE, "")
        + "".join(p.use(grain, x, y, turn) for x, y, turn in ear + inner)
        + p.line("M53 3V15", width=2.4)
        + p.ellipse(53, 32, 15, 13.5, p.ORANGE)
        + p.line("M48 20C43 27 43 37 48 44M58 20C63 27 63 37 58 44", p.GLOW, 2)
        + p.rect(46, 15, 14, 5, 1.5, p.WHITE)
        + p.rect(46, 44, 14, 5, 1.5, p.WHITE)
        + p.line("M49 52v10M53 52v13M57 52v10", p.ORANGE, 2.4)
    )


@cover("cover-wages", "工钱和开店：一架秤，一边是钱，一边是线团")
def wages() -> str:
    return (
        p.line("M36 10V63M25 65H47", width=3)
        + p.line("M9 13H63", width=3)
        + p.circle(36, 11, 4.5, p.WHITE)
        + p.line("M17 13L4 46M17 13L30 46M55 13L42 46M55 13L68 46", width=2)
        + p.circle(17, 36, 10.5, p.ORANGE, p.INK, 2.4)
        + p.line("M12 30l5 5.5 5 -5.5M17 35v8M12 37.5h10", p.INK, 2.2)
        + p.rect(45, 24.5, 20, 22, 2, p.INK)
        + p.rect(49, 30, 12, 14, fill=p.LIT)
        + p.line("M50 34.5h10M50 39h10", width=1.8)
        + p.line("M48.5 29H61.5M48.5 44H61.5", width=3.2)
        + p.shape("M2 46H32C30 57 4 57 2 46Z", p.BLUE, p.WHITE, 2.4)
        + p.shape("M40 46H70C68 57 42 57 40 46Z", p.BLUE, p.WHITE, 2.4)
    )


@cover("cover-launch", "开张：门口挂着两串响鞭炮，柜台上有橙子")
def launch() -> str:
    cracker = p.rect(1.5, -2.2, 8, 5, 1, p.ORANGE)
    pair = p.symbol("cover-crackers", p.group(cracker, rotate=20) + p.group(cracker, rotate=-20, mirror=True))
    strings = "".join(p.use(pair, x, y) for x in (11, 61) for y in (25, 33, 41))
    return (
        p.rect(22, 20, 28, 46, fill=p.PAPER)
        + p.circle(36, 42, 8, p.ORANGE)
        + p.shape("M22 50H50V66H22Z", p.BLUE, p.WHITE, 2.4)
        + p.line("M5 67H67", width=3)
        + p.line("M11 20V52M61 20V52", width=2)
        + strings
        + p.rays(11, 58, 2.5, 7, p.WHITE, 6)
        + p.rays(61, 58, 2.5, 7, p.WHITE, 6)
        + p.rect(4, 6, 64, 14, 3, p.BLUE, p.WHITE, 2.6)
        + p.dots(16, 13, 57, 13, 10, 4.5)
    )
