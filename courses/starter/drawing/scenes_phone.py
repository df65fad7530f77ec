"""Scenes of what one does on a phone."""

from courses.starter.drawing import parts as p
from courses.starter.drawing.registry import scene


@scene("phone-scan", "手机对着海报上的方块码")
def phone_scan() -> str:
    corners = "M12 34v-16h16M60 18h16v16M76 82v16h-16M28 98h-16v-16"
    screen = p.group(p.square_code(20, 34) + p.line(corners, p.ORANGE, 4.4) + p.line("M6 58h76", p.ORANGE, 3), 0, -10)
    notice = p.square_code(20, 24, 1.84) + p.line("M24 142h84", p.ORANGE, 7) + p.line("M36 158h60", p.LIT, 5)
    wall = p.photo(182, 12, 132, 178, notice)
    return wall + p.line("M174 56L198 38M174 84L198 88", p.ORANGE, 3) + p.phone_held(60, 12, screen)


@scene("phone-photo", "两只手端平手机，拍一盘橙子")
def phone_photo() -> str:
    bowl = "M-54 0h108c-8 16 -24 20 -36 20h-36c-12 0 -28 -4 -36 -20z"
    fruit = p.orange(-24, -8, 0.95) + p.orange(22, -8, 0.95) + p.orange(0, -16, 1.1)
    view = p.group(fruit + p.shape(bowl, p.LIT, p.INK), 64, 52, scale=0.8) + p.line("M4 40h18M106 40h18", p.ORANGE, 3)
    body = p.phone_level(80, 14, view)
    held = p.hand_hold(96, 88, p.hand_hold(232, 88, body, -14, 0.85, mirror=True), 14, 0.85)
    return p.table_line() + held + p.group(fruit + p.shape(bowl, p.WHITE, p.INK), 164, 174)


@scene("phone-screenshot", "一只手按住手机两边的键，屏幕一闪，变成一张小图")
def phone_screenshot() -> str:
    page = p.writing(14, 22, 60, 40) + p.crate(12, 74, 0.9) + p.writing(14, 128, 60)
    flash = p.line("M212 52l14 -14M226 66l20 -8M196 42l6 -20", p.ORANGE, 4)
    copy = p.photo(236, 72, 80, 106, p.group(page, 2, 2, scale=0.74), 9)
    return p.phone_squeezed(84, 10, page) + flash + copy


@scene("phone-speak", "手机放近嘴边，说的话变成一行行字")
def phone_speak() -> str:
    mic = p.rect(37, 94, 14, 24, 7, p.ORANGE, p.INK, 2) + p.line("M30 108a14 14 0 0 0 28 0M44 122v7", p.INK, 2.6)
    words = p.line("M14 24h60M14 38h60M14 52h60", p.LIT, 6) + p.line("M14 66h30", p.ORANGE, 6)
    voice = "M72 100l10 -18 12 44 16 -84 16 104 14 -80 14 48 8 -14"
    held = p.phone(196, 6, words + mic, 6, 0.9)
    return p.waves(18, 100, 1.6) + p.line(voice, p.ORANGE, 5) + p.hand_hold(258, 132, held, -30, 0.85, mirror=True)


@scene("phone-search", "手指点手机上的搜索框，下面一排橙子")
def phone_search() -> str:
    field = p.rect(8, 12, 72, 20, 10, p.WHITE, p.INK, 2)
    glass = p.circle(20, 21, 5, stroke=p.ORANGE, width=2.6) + p.line("M24 25l4 4", p.ORANGE, 2.6)
    rows = "".join(p.crate(8, 54 + 32 * n, 0.45) + p.writing(46, 52 + 32 * n, 34, 20) for n in range(3))
    return p.phone(44, 14, field + glass + rows, scale=1.5) + p.hand_point(136, 76, 112, 0.95, mirror=True)


@scene("phone-shop", "手机上的店：一箱橙子、价签、按钮")
def phone_shop() -> str:
    button = p.rect(10, 118, 68, 20, 10, p.ORANGE, p.INK, 2)
    page = p.awning(0, 0, 88, 25, 4) + p.crate(6, 54) + p.writing(10, 106, 40) + button
    held = p.group(p.phone_held(0, 8, page), 96, 4, 8)
    string = p.line("M245 56C226 56 214 44 200 42", width=2.2)
    return string + p.price_tag(300, 62, 64, 92, -8, mirror=True) + held


@scene("phone-order", "手机上来了新单：纸箱和响着的铃")
def phone_order() -> str:
    note = p.rect(10, 78, 68, 54, 8, p.DARK, p.WHITE)
    parcel = p.box_closed(24, 104, 34, 22, 10)
    arcs = p.line("M50 66q-9 -14 -2 -30M32 72q-16 -26 -2 -52M106 66q9 -14 2 -30M124 72q16 -26 2 -52", p.ORANGE, 4)
    return (
        p.table_line()
        + p.phone(24, 20, note + parcel, -4, glass=p.BLUE)
        + p.group(arcs, 2, 10)
        + p.bell(82, 60, 1.35)
        + p.box_closed(196, 128, 88, 68, 18)
        + p.hand_flat(250, 126, 24, 0.8, mirror=True)
    )


@scene("phone-chat", "手机上三个气泡来来往往，拇指按着发送")
def phone_chat() -> str:
    asked = p.group(p.bubble(0, 0, 80, 36) + p.orange(28, 18, 0.62) + p.orange(54, 18, 0.62), 6, 6, scale=0.68)
    told = p.group(p.bubble(0, 0, 80, 36, fill=p.BLUE, tail="right") + p.tick(40, 19, 1.1), 28, 34, scale=0.68)
    paid = p.group(p.bubble(0, 0, 80, 36) + p.coin(40, 18, 13), 6, 62, scale=0.68)
    field = p.rect(4, 94, 80, 20, 10, p.WHITE, p.INK, 2)
    send = p.circle(64, 104, 13, p.ORANGE, p.INK) + p.line("M64 110v-12m-5 5l5 -5 5 5", width=3)
    keys = p.dotted("M10 124h72M14 134h64", p.LIT, 7, 11)
    return p.phone_held(92, 8, field + send + asked + told + paid + keys, 1.4, mirror=True)


@scene("phone-group", "手机群里许多人头，旁边一个个数着橙子")
def phone_group() -> str:
    fills = (p.BLUE, p.WHITE, p.LIT)
    heads = "".join(p.person(16 + n % 3 * 28, 20 + n // 3 * 28, fills[(n * 7 // 5) % 3], 0.95) for n in range(15))
    rows = ""
    for n, count in enumerate((3, 4, 2, 1)):
        y = 32 + n * 46
        rows += p.person(172, y, p.WHITE, 1.25) + "".join(p.orange(208 + 28 * k, y, 0.66) for k in range(count))
    return p.phone(24, 13, heads) + rows + p.hand_point(228, 176, 84, 0.64, mirror=True)


@scene("phone-code-secret", "手机上六个圆点，一只手从旁边挡着，旁边一把锁")
def phone_code_secret() -> str:
    field = p.rect(2, 92, 84, 26, 6, p.WHITE, p.INK, 2.4) + p.line(
        "M11 105h0M24 105h0M37 105h0M51 105h0M64 105h0M77 105h0", p.INK, 9
    )
    screen = p.writing(12, 20, 60, 40) + field
    return p.phone(104, -24, screen, scale=1.3) + p.lock(52, 120, 1.6) + p.hand_flat(122, 78, 80, 0.95)


@scene("phone-link-hook", "手机里来了一条消息，下面挂着鱼钩")
def phone_link_hook() -> str:
    words = p.writing(12, 24, 50, 62, 30)
    oval = "M-24 -10h22a10 10 0 0 1 0 20h-22a10 10 0 0 1 0 -20z"
    chain = p.line(oval, p.BLUE, 5.4) + p.group(p.line(oval, p.LIT, 5.4), 22, 0)
    return (
        p.fish_hook(254, 80, 24)
        + p.phone_held(60, 14, words)
        + p.bubble(152, 16, 144, 66)
        + p.group(chain, 222, 49, -24)
    )


@scene("phone-call-stranger", "手机响了，那头是蒙面的影子和钩子，手掌竖起")
def phone_call_stranger() -> str:
    stranger = (
        p.shape("M-56 160C-56 56 -36 46 -24 40C-40 20 -34 -34 0 -34C34 -34 40 20 24 40C36 46 56 56 56 160Z")
        + p.shape("M-33 -6C-16 -12 16 -12 33 -6V10C20 16 8 14 0 8C-8 14 -20 16 -33 10Z", p.INK)
        + p.line("M-20 2h9M11 2h9", width=5)
    )
    arcs = p.line("M2 56q-10 16 -4 36M112 40q9 12 9 30", width=4)
    return (
        p.group(stranger, 272, 56)
        + p.fish_hook(212, 0, 12)
        + p.phone(22, 30, p.handset(44, 64, 1.5), -5, 0.84)
        + p.group(arcs, 12, 6)
        + p.hand_stop(158, 146, 0, 0.72)
    )


@scene("phone-sums", "手指点手机上的计算器，旁边有硬币")
def phone_sums() -> str:
    shown = p.rect(6, 6, 76, 30, 4, p.BLUE, p.INK, 2) + p.line("M52 14v14M62 14v14M72 14v14", width=3)
    spots = "".join(f"M{6 + 20 * (n % 4)} {44 + 24 * (n // 4)}h16v19h-16z" for n in range(16))
    keys = p.shape(spots, p.WHITE, p.INK, 2)
    signs = p.line("M72.8 49v9m-4.5 -4.5h9M68.3 77.5h9M69 98l8 8m0 -8l-8 8", p.INK, 2.4)
    equals = p.rect(64.8, 116, 16, 19, 4, p.ORANGE, p.INK, 1.8) + p.line("M69 122h8m-8 6h8", width=3)
    return (
        p.coin_stack(36, 194, 4)
        + p.coin_stack(86, 194, 9)
        + p.coin(60, 60, 24)
        + p.table_line()
        + p.phone(142, 0, shown + keys + signs + equals, 5, 1.12)
        + p.hand_point(222, 168, 112, 0.85, mirror=True)
    )


@scene("phone-rules", "手机上一页规则，放大镜停在一行上")
def phone_rules() -> str:
    gear = p.dotted("M66 20m-11 0a11 11 0 1 0 22 0a11 11 0 1 0 -22 0", p.INK, 6, 8.64) + p.circle(
        66, 20, 8, stroke=p.INK, width=5
    )
    rows = "".join(
        p.circle(12, 46 + 22 * n, 4, p.BLUE, p.BLUE, 1) + p.line(f"M24 {46 + 22 * n}h{52 - 12 * (n % 2)}", p.LIT, 5)
        for n in range(5)
    )
    title = p.line("M10 20h30", p.INK, 7)
    seen = p.circle(124, 106, 9, p.BLUE) + p.line("M142 106h34", p.ORANGE, 10)
    return (
        p.phone(70, 6, title + gear + rows, scale=1.08)
        + p.magnifier(146, 106, 42, seen, "l26 24")
        + p.hand_fist(206, 162, 112, 0.8, mirror=True)
    )


@scene("phone-camera-wipe", "一只手用布擦手机背后的镜头")
def phone_camera_wipe() -> str:
    eye = p.circle(0, 0, 24, p.INK, p.WHITE) + p.circle(0, 0, 14, p.LIT, p.PAPER) + p.circle(5, -5, 3, p.WHITE, p.WHITE)
    back = (
        p.rect(0, 0, 130, 240, 18, p.BLUE, p.WHITE, 3)
        + p.rect(12, 12, 62, 116, 16, p.DARK, p.WHITE)
        + p.group(eye, 43, 44)
        + p.group(eye, 43, 97)
        + p.group(p.circle(0, 0, 6, p.WHITE, p.WHITE), 96, 30)
        + p.whorl(63.2, 190, 3.64, width=3.08)
    )
    cloth = p.shape(
        "M-40 -30C-10 -40 30 -36 46 -18C38 0 50 20 34 34C10 26 -10 46 -38 32C-46 10 -30 -6 -40 -30Z", p.PAPER, p.INK
    )
    return (
        p.group(back, 92, 20, -8)
        + p.group(cloth + p.dotted("M-26 -18h52M-26 20h44", p.LIT), 164, 116, 10)
        + p.hand_flat(168, 112, 60, 0.9, mirror=True)
        + p.glint(141, 56, 34)
        + p.hand_grip(108, 154, -70, 0.74, mirror=True)
    )
