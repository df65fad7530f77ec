"""Full-width letters, digits and signs, as Chinese input methods and forms produce them."""

HALF_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}


def to_halfwidth(text: str) -> str:
    """`５２２７３１（Ａ）` gives `522731(A)`; the wide space a space. Chinese characters and 。、 stay."""
    return text.translate(HALF_WIDTH)
