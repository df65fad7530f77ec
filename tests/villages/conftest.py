"""Division files to load: Huishui as it comes with the project, and made-up ones."""

from collections.abc import Callable
from pathlib import Path

import pytest

from villages.services import import_divisions

STARTER = Path(__file__).parents[2] / "villages" / "starter"
HUISHUI = [STARTER / "huishui_townships.csv", STARTER / "huishui_villages.csv"]
Written = Callable[..., Path]


@pytest.fixture
def huishui(db) -> None:
    import_divisions(paths=HUISHUI)


@pytest.fixture
def written(tmp_path: Path) -> Written:
    """A file of lines: `written("code,name", "52,贵州省", name="a.csv", encoding="gb18030")`."""

    def write(*lines: str, name: str = "places.csv", encoding: str = "utf-8") -> Path:
        path = tmp_path / name
        path.write_bytes("".join(f"{line}\n" for line in lines).encode(encoding))
        return path

    return write


@pytest.fixture
def many(written: Written) -> Callable[[int], list[Path]]:
    """A made-up prefecture in Guizhou's province code with a number of villages, a hundred in each township."""

    def make(count: int) -> list[Path]:
        townships = [f"52279{n // 90}{n % 90 + 100:03d}" for n in range((count + 99) // 100)]
        counties = sorted({code[:6] for code in townships})
        above = written("code,name", "5227,黔南州", *(f"{code},县{code[5]}" for code in counties), name="counties.csv")
        streets = written(
            "code,name,areaCode", *(f"{code},镇{code},{code[:6]}" for code in townships), name="streets.csv"
        )
        codes = [f"{township}{number:03d}" for township in townships for number in range(200, 300)][:count]
        villages = written("code,name,streetCode", *(f"{code},{code[6:]}寨村委会,{code[:9]}" for code in codes))
        return [villages, streets, above]

    return make
