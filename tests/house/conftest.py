from pathlib import Path

import pytest

from tests.house.files import shipped


@pytest.fixture(scope="session")
def python_files() -> list[Path]:
    return shipped(".py")


@pytest.fixture(scope="session")
def templates() -> list[Path]:
    return [path for path in shipped(".html", ".txt", ".svg") if "templates" in path.parts]
