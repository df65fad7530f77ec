"""Scenes of what one does on a phone."""

from courses.starter.drawing import kit
from courses.starter.drawing.base import limb, use
from courses.starter.drawing.hand_shapes import PHONE_FINGERS, WIDE_SLEEVE
from courses.starter.drawing.hands import (
    hand_fist,
    hand_flat,
    hand_grip_left,
    hand_hold,
    hand_point,
    hand_stop,
    phone,
    phone_held,
)
from courses.starter.drawing.kit import at, disc, line, rect, shape, text_lines
from courses.starter.drawing.kit_phone import crate, fish_hook, handset, person, sheet, square_code, wide_phone
from courses.starter.drawing.registry import scene


@scene("phone-scan", "手机对着海报上的方块码")
def phone_scan() -> str:
    corners = "M12 34v-16h16M60 18h16v16M76 82v16h-16M28 98h-16v-16"
    screen = at(0, -10, square_code(20, 34) + line(corners, kit.ORANGE, 4.4) + line("M6 58h76", kit.ORANGE))
    wall = sheet(
        132, 178, square_code(20, 24, 1.84) + line("M24 142h84", kit.ORANGE, 7) + line("M36 158h60", kit.SKY, 5)
    )
    return at(182, 12, wall) + line("M174 56L198 38M174 84L198 88", kit.ORANGE) + phone_held(60, 12, screen)


@scene("phone-photo", "两只手端平手机，拍一盘橙子")
def phone_photo() -> str:
    bowl = "M-54 0h108c-8 16 -24 20 -36 20h-36c-12 0 -28 -4 -36 -20z"
    fruit = kit.orange(-24, -8, 0.95) + kit.orange(22, -8, 0.95) + kit.orange(0, -16, 1.1)
    view = at(64, 52, fruit + shape(bowl, kit.SKY, kit.INDIGO), size=0.8) + line("M4 40h18M106 40h18", kit.ORANGE)
    body = at(80, 14, wide_phone(view))
    held = hand_hold(96, 88, hand_hold(232, 88, body, -14, 0.85, mirror=True), 14, 0.85)
    return kit.table() + held + at(164, 174, fruit + shape(bowl, kit.WHITE, kit.INDIGO))


@scene("phone-screenshot", "一只手按住手机两边的键，屏幕一闪，变成一张小图")
def phone_screenshot() -> str:
    page = text_lines(14, 22, 60, 40) + crate(12, 74, 0.9) + text_lines(14, 128, 60)
    keys = line("M-1 62v24M107 62v24", kit.ORANGE, 8)
    thumb = limb("M-22 166C-38 136 -34 102 -11 84", 19) + disc(-23, 168, 15, fill=kit.WHITE, width=0)
    held = use(PHONE_FINGERS) + phone(0, 0, page) + keys + thumb + use(WIDE_SLEEVE, -26, 186, 206)
    flash = line("M212 52l14 -14M226 66l20 -8M196 42l6 -20", kit.ORANGE, 4)
    copy = sheet(80, 106, at(2, 2, page, size=0.74))
    return at(84, 10, held) + flash + at(236, 72, copy, turn=9)


@scene("phone-speak", "手机放近嘴边，说的话变成一行行字")
def phone_speak() -> str:
    mic = rect(37, 94, 14, 24, fill=kit.ORANGE, edge=kit.INDIGO, width=2, round_by=7) + line(
        "M30 108a14 14 0 0 0 28 0M44 122v7", kit.INDIGO, 2.6
    )
    words = line("M14 24h60M14 38h60M14 52h60", kit.SKY, 6) + line("M14 66h30", kit.ORANGE, 6)
    voice = "M72 100l10 -18 12 44 16 -84 16 104 14 -80 14 48 8 -14"
    held = at(196, 6, phone(0, 0, words + mic, scale=0.9), turn=6)
    return (
        at(18, 100, kit.waves(0, 0), size=1.6)
        + line(voice, kit.ORANGE, 5)
        + hand_hold(258, 132, held, -30, 0.85, mirror=True)
    )


@scene("phone-search", "手指点手机上的搜索框，下面一排橙子")
def phone_search() -> str:
    field = rect(8, 12, 72, 20, fill=kit.WHITE, edge=kit.INDIGO, width=2, round_by=10)
    glass = disc(20, 21, 5, edge=kit.ORANGE, width=2.6) + line("M24 25l4 4", kit.ORANGE, 2.6)
    rows = "".join(crate(8, 54 + 32 * n, 0.45) + text_lines(46, 52 + 32 * n, 34, 20) for n in range(3))
    return phone(44, 14, field + glass + rows, scale=1.5) + hand_point(136, 76, 112, 0.95, mirror=True)


@scene("phone-shop", "手机上的店：一箱橙子、价签、按钮")
def phone_shop() -> str:
    awning = "".join(
        shape(f"M{22 * n} 0h22v14a11 11 0 0 1 -22 0z", kit.CLOTH if n % 2 else kit.WHITE, kit.INDIGO, 2)
        for n in range(4)
    )
    button = rect(10, 118, 68, 20, fill=kit.ORANGE, edge=kit.INDIGO, width=2, round_by=10)
    page = awning + crate(6, 54) + text_lines(10, 106, 40) + button
    held = at(96, 4, phone_held(0, 8, page), turn=8)
    string = line("M245 56C226 56 214 44 200 42", kit.WHITE, 2.2)
    return string + at(300, 62, kit.tag(64, 92), turn=-8, mirror=True) + held


@scene("phone-order", "手机上来了新单：纸箱和响着的铃")
def phone_order() -> str:
    note = rect(10, 78, 68, 54, fill=kit.DEEP, round_by=8)
    parcel = at(24, 104, kit.box(34, 22, 10, tape=True))
    arcs = line("M50 66q-9 -14 -2 -30M32 72q-16 -26 -2 -52M106 66q9 -14 2 -30M124 72q16 -26 2 -52", kit.ORANGE, 4)
    return (
        kit.table()
        + at(24, 20, phone(0, 0, note + parcel, glass=kit.CLOTH), turn=-4)
        + at(2, 10, arcs)
        + kit.bell(82, 60, 1.35)
        + at(196, 128, kit.box(88, 68, 18, tape=True))
        + hand_flat(250, 126, 24, 0.8, mirror=True)
    )


@scene("phone-chat", "手机上三个气泡来来往往，拇指按着发送")
def phone_chat() -> str:
    asked = at(6, 6, kit.bubble(80, 36) + kit.orange(28, 18, 0.62) + kit.orange(54, 18, 0.62), size=0.68)
    told = at(28, 34, kit.bubble(80, 36, fill=kit.CLOTH, right=True) + kit.tick(40, 19, 1.1), size=0.68)
    paid = at(6, 62, kit.bubble(80, 36) + kit.coin(40, 18, 13), size=0.68)
    field = rect(4, 94, 80, 20, fill=kit.WHITE, edge=kit.INDIGO, width=2, round_by=10)
    send = disc(64, 104, 13, fill=kit.ORANGE, edge=kit.INDIGO) + line("M64 110v-12m-5 5l5 -5 5 5")
    keys = kit.dotted("M10 124h72M14 134h64", kit.SKY, 7, 11)
    return phone_held(92, 8, field + send + asked + told + paid + keys, 1.4, mirror=True)


@scene("phone-group", "手机群里许多人头，旁边一个个数着橙子")
def phone_group() -> str:
    fills = (kit.CLOTH, kit.WHITE, kit.SKY)
    heads = "".join(person(16 + n % 3 * 28, 20 + n // 3 * 28, fills[(n * 7 // 5) % 3], 0.95) for n in range(15))
    rows = ""
    for n, count in enumerate((3, 4, 2, 1)):
        y = 32 + n * 46
        rows += person(172, y, kit.WHITE, 1.25) + "".join(kit.orange(208 + 28 * k, y, 0.66) for k in range(count))
    return phone(24, 13, heads) + rows + hand_point(228, 176, 84, 0.64, mirror=True)


@scene("phone-code-secret", "一只手盖住手机上的六个圆点，旁边一把锁")
def phone_code_secret() -> str:
    six = line("M12 74h0M25 74h0M38 74h0M51 74h0M64 74h0M77 74h0", kit.INDIGO, 9)
    field = rect(2, 60, 84, 28, fill=kit.WHITE, edge=kit.INDIGO, width=2.4, round_by=6)
    screen = text_lines(12, 26, 60, 40) + field + six + text_lines(12, 108, 60)
    return phone(156, 10, screen, scale=1.34) + hand_flat(218, 124, -58, 0.95) + kit.lock(66, 146, 1.6)


@scene("phone-link-hook", "手机里来了一条消息，下面挂着鱼钩")
def phone_link_hook() -> str:
    words = text_lines(12, 24, 50, 62, 30)
    oval = "M-24 -10h22a10 10 0 0 1 0 20h-22a10 10 0 0 1 0 -20z"
    chain = line(oval, kit.CLOTH, 5.4) + at(22, 0, line(oval, kit.SKY, 5.4))
    return (
        fish_hook(254, 80, 24)
        + phone_held(60, 14, words)
        + at(152, 16, kit.bubble(144, 66))
        + at(222, 49, chain, turn=-24)
    )


@scene("phone-call-stranger", "手机响了，那头是蒙面的影子和钩子，手掌竖起")
def phone_call_stranger() -> str:
    stranger = (
        shape("M-56 160C-56 56 -36 46 -24 40C-40 20 -34 -34 0 -34C34 -34 40 20 24 40C36 46 56 56 56 160Z", kit.CLOTH)
        + shape("M-33 -6C-16 -12 16 -12 33 -6V10C20 16 8 14 0 8C-8 14 -20 16 -33 10Z", kit.INDIGO, kit.WHITE)
        + line("M-20 2h9M11 2h9", kit.WHITE, 5)
    )
    arcs = line("M2 56q-10 16 -4 36M112 40q9 12 9 30", kit.WHITE, 4)
    return (
        at(272, 56, stranger)
        + fish_hook(212, 0, 12)
        + at(22, 30, phone(0, 0, handset(44, 64, 1.5), scale=0.84), turn=-5)
        + at(12, 6, arcs)
        + hand_stop(158, 146, 0, 0.72)
    )


@scene("phone-sums", "手指点手机上的计算器，旁边有硬币")
def phone_sums() -> str:
    shown = rect(6, 6, 76, 30, fill=kit.CLOTH, edge=kit.INDIGO, width=2, round_by=4) + line(
        "M52 14v14M62 14v14M72 14v14"
    )
    spots = "".join(f"M{6 + 20 * (n % 4)} {44 + 24 * (n // 4)}h16v19h-16z" for n in range(16))
    keys = shape(spots, kit.WHITE, kit.INDIGO, 2)
    signs = line("M72.8 49v9m-4.5 -4.5h9M68.3 77.5h9M69 98l8 8m0 -8l-8 8", kit.INDIGO, 2.4)
    equals = rect(64.8, 116, 16, 19, fill=kit.ORANGE, edge=kit.INDIGO, width=1.8, round_by=4) + line("M69 122h8m-8 6h8")
    return (
        kit.coins(36, 194, 4)
        + kit.coins(86, 194, 9)
        + kit.coin(60, 60, 24)
        + kit.table()
        + at(142, 0, phone(0, 0, shown + keys + signs + equals, scale=1.12), turn=5)
        + hand_point(222, 168, 112, 0.85, mirror=True)
    )


@scene("phone-rules", "手机上一页规则，放大镜停在一行上")
def phone_rules() -> str:
    gear = kit.dotted("M66 20m-11 0a11 11 0 1 0 22 0a11 11 0 1 0 -22 0", kit.INDIGO, 6, 8.64) + disc(
        66, 20, 8, edge=kit.INDIGO, width=5
    )
    rows = "".join(
        disc(12, 46 + 22 * n, 4, fill=kit.CLOTH, edge=kit.CLOTH, width=1)
        + line(f"M24 {46 + 22 * n}h{52 - 12 * (n % 2)}", kit.SKY, 5)
        for n in range(5)
    )
    title = line("M10 20h30", kit.INDIGO, 7)
    lens = (
        line("M32 30l26 24", kit.WHITE, 11)
        + disc(0, 0, 42, fill=kit.WHITE, edge=kit.INDIGO, width=12)
        + disc(0, 0, 42, edge=kit.WHITE, width=5)
        + disc(-22, 0, 8, fill=kit.CLOTH, edge=kit.CLOTH)
        + line("M-4 0h34", kit.ORANGE, 10)
    )
    return (
        phone(70, 6, title + gear + rows, scale=1.08) + at(146, 106, lens) + hand_fist(206, 162, 112, 0.8, mirror=True)
    )


@scene("phone-camera-wipe", "一只手用布擦手机背后的镜头")
def phone_camera_wipe() -> str:
    eye = (
        disc(0, 0, 24, fill=kit.INDIGO) + disc(0, 0, 14, fill=kit.SKY, edge=kit.PAPER) + disc(5, -5, 3, fill=kit.WHITE)
    )
    back = (
        rect(0, 0, 130, 240, round_by=18, width=3)
        + rect(12, 12, 62, 116, fill=kit.DEEP, round_by=16)
        + at(43, 44, eye)
        + at(43, 97, eye)
        + at(96, 30, disc(0, 0, 6, fill=kit.WHITE))
        + at(66, 190, kit.whorl(1.4))
    )
    cloth = shape(
        "M-40 -30C-10 -40 30 -36 46 -18C38 0 50 20 34 34C10 26 -10 46 -38 32C-46 10 -30 -6 -40 -30Z",
        kit.PAPER,
        kit.INDIGO,
    )
    return (
        at(92, 20, back, turn=-8)
        + at(164, 116, cloth + kit.dotted("M-26 -18h52M-26 20h44", kit.SKY), turn=10)
        + hand_flat(168, 112, 60, 0.9, mirror=True)
        + kit.rays(141, 56, 34)
        + hand_grip_left(108, 154, 14, 0.74)
    )
