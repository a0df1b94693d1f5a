"""The direction of dependencies: who may import whom, and what must not be loaded at start."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parent.parent / "rbb_editor"
GROUND = {"collector", "errors", "leftovers", "progress", "i18n", "resources", "settings", "__init__"}
"""Modules beside the layers; they know the domain only."""

BELOW_PROJECT = {"edits", "rules", "merge", "document", "formats", "store"}
ALLOWED: dict[str, set[str]] = {
    "domain": set(),
    "edits": {"domain"},
    "rules": {"domain"},
    "merge": {"domain"},
    "document": {"domain"},
    "formats": {"domain", "document"},
    "store": {"domain"},
    "project": {"domain", *BELOW_PROJECT},
    "cli": {"domain", "project", "edits", "rules"},
    "gui": {"domain", "project", "edits", "rules", "merge", "document"},
}
"""Which layers each layer may import besides itself and the ground."""

LIBRARIES = {
    "PySide6": {"gui"},
    "shiboken6": {"gui"},
    "sqlalchemy": {"store"},
    "sqlite3": {"store"},
    "docx": {"formats"},
    "openpyxl": {"formats"},
    "lxml": {"formats"},
    "charset_normalizer": {"formats"},
    "regex": {"project"},
    "pypdf": {"gui"},
}
"""Which layers may know a library."""


def layer_of(path: Path) -> str:
    first = path.relative_to(PACKAGE).parts[0]
    return first.removesuffix(".py")


def imported(path: Path) -> Iterator[tuple[int, str]]:
    """The line and full dotted name of everything that a module imports, also inside its functions."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"), str(path))):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: a relative import"
            yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.startswith("rbb_editor."):
            yield node.lineno, node.value  # a dotted name that is imported later


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def test_the_folders_are_the_layers_of_the_design():
    folders = {path.name for path in PACKAGE.iterdir() if path.is_dir() and list(path.glob("*.py"))}
    assert folders <= set(ALLOWED), f"no rule says what {folders - set(ALLOWED)} may import"
    assert {"domain", "project", "gui", "cli"} <= folders


def test_a_module_imports_only_what_lies_below_it():
    assert [line for path in modules() for line in wrong_imports(path)] == []


def wrong_imports(path: Path) -> Iterator[str]:
    layer = layer_of(path)
    allowed = ALLOWED.get(layer, {"domain"}) | {layer}
    for line, name in imported(path):
        top, *rest = name.split(".")
        if top in LIBRARIES and layer not in LIBRARIES[top]:
            yield f"{path}:{line}: {name} belongs to {', '.join(sorted(LIBRARIES[top]))}"
        if top == "rbb_editor" and rest and rest[0] in ALLOWED and rest[0] not in allowed and layer != "__main__":
            yield f"{path}:{line}: {layer} must not import {name}"


def test_the_domain_needs_the_standard_library_and_its_frozen_values_only():
    foreign = [
        f"{path}:{line}: {name}"
        for path in modules()
        if layer_of(path) == "domain"
        for line, name in imported(path)
        if name.split(".")[0] not in {*sys.stdlib_module_names, "msgspec"} and not name.startswith("rbb_editor.domain")
    ]
    assert foreign == []


def test_every_module_says_what_it_is_for():
    silent = [path for path in modules() if not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))]
    assert silent == []


@pytest.mark.parametrize(
    ("module", "unwanted"),
    [
        ("rbb_editor.__main__", ("PySide6", "sqlalchemy", "docx", "openpyxl", "lxml", "argparse")),
        ("rbb_editor.cli.run", ("PySide6", "sqlalchemy", "docx", "openpyxl", "lxml")),
        ("rbb_editor.project", ("PySide6", "docx", "openpyxl")),
    ],
)
def test_a_start_loads_no_heavy_library(module: str, unwanted: tuple[str, ...]):
    program = f"import sys, {module}; print(*sorted({{name.split('.')[0] for name in sys.modules}} & set({unwanted})))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, cwd=PACKAGE.parent)
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == []
