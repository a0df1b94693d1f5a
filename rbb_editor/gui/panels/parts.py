"""Small parts that several panels share."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from rbb_editor.gui.look import fonts
from rbb_editor.gui.look.painting import fill
from rbb_editor.gui.look.theme import Theme

BESIDE_SEGMENT = 12
"""Pixels beside the words of a segment, as the style sheet has them."""


class Hairline(QWidget):
    """A line of one pixel between two areas."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFixedHeight(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fills itself in the colour of the theme."""
        with QPainter(self) as painter:
            fill(painter, event.rect(), self._theme.colour("hair"))


def pane(kind: str, parent: QWidget | None = None) -> QWidget:
    """A plain container on one of the grounds of the style sheet: "chrome", "surface", "sunken"."""
    made = QWidget(parent)
    made.setProperty("pane", kind)
    made.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    return made


def segment(text: str, parent: QWidget | None = None) -> QPushButton:
    """One of several buttons side by side of which one is down; wide enough for its words when they are bold."""
    button = QPushButton(text, parent)
    button.setProperty("kind", "segment")
    button.setCheckable(True)
    button.setAutoDefault(False)
    bold = QFontMetrics(fonts.font(weight=fonts.SEMIBOLD))
    button.setMinimumWidth(bold.horizontalAdvance(text) + 2 * BESIDE_SEGMENT)
    return button


def segments(choices: Sequence[tuple[str, str]], parent: QWidget | None = None) -> tuple[QWidget, QButtonGroup]:
    """Segments on their ground, the first one down, each with what it says and a tip; their group goes by place."""
    held = pane("segments", parent)
    group = QButtonGroup(held)
    row = QHBoxLayout(held)
    row.setContentsMargins(2, 2, 2, 2)
    row.setSpacing(0)
    for at, (words, tip) in enumerate(choices):
        button = segment(words, held)
        button.setToolTip(tip)
        button.setStatusTip(tip)
        button.setAccessibleName(f"{words}: {tip}")
        group.addButton(button, at)
        row.addWidget(button)
    group.button(0).setChecked(True)
    return held, group


def link(text: str, tip: str = "", *, kind: str = "link", flush: bool = False) -> QPushButton:
    """A button that looks like a link; `flush`: its words stand on one line with those above and below it."""
    button = QPushButton(text)
    button.setAutoDefault(False)  # Enter in a dialog belongs to its primary button
    button.setProperty("kind", kind)
    button.setProperty("flush", flush)
    button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    if tip:
        button.setToolTip(tip)
        button.setStatusTip(tip)
        button.setAccessibleName(f"{text} {tip}")
    return button
