"""Lines of a cell: where a text is broken."""

import pytest
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication

from rbb_editor.gui.look import fonts
from rbb_editor.gui.table.lay import Laid, Style


def lines(text: str, room: str, *, own: bool) -> list[str]:
    """The lines of a text in a cell that is as wide as `room`."""
    style = Style("test", fonts.font(14, fonts.SEMIBOLD), 20)
    laid = Laid(text, style, QFontMetricsF(style.font).horizontalAdvance(room) + 2, rtl=False, own=own)
    layout = laid._layout
    found = (layout.lineAt(at) for at in range(layout.lineCount()))
    shown = [layout.text()[line.textStart() : line.textStart() + line.textLength()] for line in found]
    return [each.replace("\u00a0", " ").replace("\u2060", "").replace("\u200b", "").strip() for each in shown]


@pytest.mark.parametrize(
    ("text", "room", "broken"),
    [
        ("345 meetings", "meetings", ["345", "meetings"]),
        ("345 meetings", "345 meetings", ["345 meetings"]),
        ("12 345 meetings", "meetings", ["12 345", "meetings"]),
        ("345 meetings held", "345 meetings", ["345 meetings", "held"]),
        ("≈\u00a01\u00a0650", "1 650", ["≈", "1 650"]),
        ("≤\u00a012", "≤ 12", ["≤ 12"]),
        ("60,000–80,000", "60,000–", ["60,000–", "80,000"]),
        ("1\u00a0200\u00a0000", "1 200 ", ["1 200", "000"]),
    ],
)
def test_a_figure_in_a_narrow_cell_parts_from_its_unit_before_a_word_is_broken(
    qapp: QApplication, text: str, room: str, broken: list[str]
):
    assert lines(text, room, own=True) == broken


def test_a_figure_in_a_text_stays_with_its_unit(qapp: QApplication):
    assert lines("there were 345 meetings", "there were 345", own=False) == ["there were", "345 meetings"]
