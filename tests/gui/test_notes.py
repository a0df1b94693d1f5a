"""The field that notes are written in."""

from collections.abc import Iterator
from random import Random

import pytest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from rbb_editor.gui.panels.notes import MOST_LINES, NoteEdit

PIECES = ("\n", "编写了报告", "a" * 40, "\t", "تقرير ", "report ")


@pytest.fixture
def field(qtbot: QtBot) -> Iterator[NoteEdit]:
    host = QWidget()
    qtbot.addWidget(host)
    column = QVBoxLayout(host)
    made = NoteEdit("Note", "Write here")
    column.addWidget(made)
    column.addStretch(1)
    host.resize(160, 300)
    host.show()
    yield made
    host.close()


def test_it_is_as_high_as_its_lines_and_scrolls_beyond_the_most(field: NoteEdit) -> None:
    heights = []
    for lines in (1, 2, MOST_LINES, MOST_LINES + 1, 30):
        field.setPlainText("\n".join(["note"] * lines))
        QApplication.processEvents()
        heights.append(field.height())
        assert field.verticalScrollBar().isVisible() == (lines > MOST_LINES)
    assert heights[0] < heights[1] < heights[2] == heights[3] == heights[4]
    field.clear()
    QApplication.processEvents()
    assert field.height() == heights[0]


def test_a_scroll_bar_that_breaks_the_lines_anew_does_not_go_round_without_end(field: NoteEdit) -> None:
    """A paste of words without spaces ended the program: the bar came and went within itself."""
    chance = Random(1)
    host = field.parentWidget()
    assert host is not None
    for _ in range(1500):
        match chance.randrange(4):
            case 0:
                host.resize(chance.randint(60, 400), 300)
            case 1:
                field.insertPlainText(chance.choice(PIECES) * chance.randint(1, 12))
            case 2:
                field.selectAll()
                field.insertPlainText(chance.choice(PIECES) * chance.randint(1, 60))
            case _:
                pieces = chance.choices(PIECES, k=chance.randint(1, 12))
                field.setPlainText("".join(piece * chance.randint(1, 25) for piece in pieces))
        QApplication.processEvents()
        assert field.height() <= field.maximumHeight() < 300
