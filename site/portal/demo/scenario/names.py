"""Names as they are common among Bouyei, Miao and Han families of the place, put together at random."""

from random import Random

# The most frequent ones stand here several times.
SURNAMES = "韦韦韦罗罗罗罗王王王杨杨杨吴吴潘潘陈陈李黄陆莫龙石张岑班蒙卢覃刘周何徐唐兰白伍田金雷熊赵郭宋"
FIRST = "小阿秀春桂玉美金兰丽海晓正国文永昌光明世胜德天家启荣庆开安佳雨欣"
LAST = "花英妹香莲芬梅琴凤珍仙云兰芝平林军福贵才华生松江海波峰琼艳婷蓉娟芳敏燕霞"


def a_name(rng: Random) -> str:
    """Three characters mostly, sometimes two."""
    given = rng.choice(LAST) if rng.random() < 0.12 else rng.choice(FIRST) + rng.choice(LAST)
    return rng.choice(SURNAMES) + given
