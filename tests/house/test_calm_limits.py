"""Files, functions, tests, templates and components stay small, and nothing is called what says nothing."""

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.house.files import ROOT, shipped
from tests.house.limits import EXEMPT, FORBIDDEN_ENDINGS, FORBIDDEN_MODULES, LINES, WITHOUT_LIMIT

FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
exempt = {(file, name) for file, name, _reason in EXEMPT}


def limited(paths: list[Path]) -> list[Path]:
    return [path for path in paths if not set(WITHOUT_LIMIT) & set(path.parts)]


def named(path: Path, kinds: tuple) -> Iterator[tuple[str, ast.AST]]:
    for node in ast.walk(ast.parse((ROOT / path).read_text(encoding="utf-8"))):
        if isinstance(node, kinds) and (str(path), node.name) not in exempt:
            yield node.name, node


def too_long(paths: list[Path], limit: int) -> list[str]:
    counted = {str(path): len((ROOT / path).read_text(encoding="utf-8").splitlines()) for path in paths}
    return [f"{path}: {lines} lines" for path, lines in counted.items() if lines > limit and (path, "") not in exempt]


def own_lines(node: ast.AST) -> int:
    return node.end_lineno - node.lineno + 1


def test_no_file_is_too_long(python_files):
    assert too_long(limited(python_files), LINES["file"]) == []


def test_no_template_is_too_long(templates):
    assert too_long(templates, LINES["template"]) == []


def test_no_style_component_is_too_long():
    assert too_long(shipped(".css"), LINES["component"]) == []


def test_no_function_is_too_long(python_files):
    long = [
        f"{path}: {name} has {own_lines(node)} lines"
        for path in limited(python_files)
        for name, node in named(path, FUNCTIONS)
        if own_lines(node) > LINES["test" if name.startswith("test_") else "function"]
    ]
    assert long == []


def test_no_module_is_a_drawer(python_files):
    assert [str(path) for path in python_files if {path.stem, *path.parent.parts} & FORBIDDEN_MODULES] == []


def test_no_class_is_called_what_says_nothing(python_files):
    classes = [(path, name) for path in limited(python_files) for name, _node in named(path, (ast.ClassDef,))]
    assert [f"{path}: {name}" for path, name in classes if name.endswith(FORBIDDEN_ENDINGS)] == []


def test_no_own_import_hides_in_a_function(python_files):
    own = {path.parts[0] for path in python_files if len(path.parts) > 1} | {"portal", "launch"}
    hidden = [
        f"{path}: {name} imports {inner.module}"
        for path in limited(python_files)
        for name, node in named(path, FUNCTIONS)
        for inner in ast.walk(node)
        if isinstance(inner, ast.ImportFrom) and (inner.module or "").split(".")[0] in own
        if name not in ("ready",)
    ]
    assert hidden == []


def test_no_migration_was_named_by_the_machine():
    names = [path for path in shipped(".py") if "migrations" in path.parts and "_auto_" in path.name]
    assert names == []


def test_every_exemption_is_still_needed(python_files):
    known = {str(path) for path in shipped(".py", ".html", ".css")}
    assert [file for file, _name, reason in EXEMPT if file not in known or not reason] == []
