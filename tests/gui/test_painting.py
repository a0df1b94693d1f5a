"""A painter is let go at the end of a painting whatever happens in it: an open one brings the next painting down."""

import re
from pathlib import Path

import pytest

from rbb_editor.gui.table.dragging import Gap
from rbb_editor.gui.table.view import TableView

GUI = Path(__file__).resolve().parents[2] / "rbb_editor" / "gui"
MADE = re.compile(r"\bQPainter\((?!\))")


def test_every_painter_is_opened_where_it_is_also_let_go():
    loose = [
        f"{path.name}: {line.strip()}"
        for path in GUI.rglob("*.py")
        for line in path.read_text("utf-8").splitlines()
        if MADE.search(line) and not line.strip().startswith(("with QPainter(", "class ", "#"))
    ]
    assert loose == []


def test_a_bug_in_a_painting_leaves_nothing_open(table: TableView, monkeypatch: pytest.MonkeyPatch):
    def broken(token: str) -> None:
        raise ZeroDivisionError(token)

    table.dragging._gap = Gap("ea1", None, 10)
    monkeypatch.setattr(table.theme, "colour", broken)
    with pytest.raises(ZeroDivisionError) as caught:
        table.viewport().repaint()
    monkeypatch.undo()
    assert caught.tb is not None  # the error is still held, with its frames and all that they hold
    assert not table.viewport().paintingActive()
    table.viewport().repaint()
