"""The two further parts of the overview: last year beside this year, and what is left to do by office."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from rbb_editor.domain.text import N_, Text
from rbb_editor.gui.look.icons import ROW
from rbb_editor.gui.look.theme import Theme
from rbb_editor.gui.nesting import nest
from rbb_editor.gui.overview.bars import BarsView
from rbb_editor.gui.overview.lay import YEARS
from rbb_editor.gui.overview.left import LeftView, Office
from rbb_editor.gui.overview.lines import Line
from rbb_editor.gui.panels.parts import link
from rbb_editor.i18n import Translator

HEADING = 34
"""Pixels of a title's line at least: titles side by side stand on one line, whatever is at their ends."""
SHOWN = 13
"""Offices listed until all are asked for."""


def heading(words: str, note: str, *beside: QWidget) -> QHBoxLayout:
    """The title of a part with a word on it; `beside`: what stands at its end."""
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addStrut(HEADING)
    title, said = QLabel(words), QLabel(note)
    title.setProperty("role", "heading")
    said.setProperty("role", "note")
    said.setWordWrap(True)
    row.addWidget(title)
    row.addWidget(said, 1)
    for each in beside:
        row.addWidget(each, 0, Qt.AlignmentFlag.AlignVCenter)
    return row


class Years(QWidget):
    """Last year beside this year. `keep_wanted()`: last year's report is to be kept in this file."""

    keep_wanted = Signal()

    def __init__(self, say: Translator, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        name = say(N_("Last year beside this year"))
        self.bars = BarsView(YEARS, ("", ""), name, say, theme)
        self.hint = QLabel(say(N_("No report of an earlier year is kept in this file to compare with.")))
        self.hint.setProperty("role", "note")
        self.hint.setWordWrap(True)
        self.keep = link(say(N_("Keep last year’s report…")), flush=True)
        self.keep.clicked.connect(self.keep_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        nest(column, heading(name, say(N_("all figures, by outcome"))))
        column.addWidget(self.bars)
        column.addWidget(self.hint)
        column.addWidget(self.keep, 0, Qt.AlignmentFlag.AlignLeading)

    def show_lines(self, lines: tuple[Line, ...], *, kept: bool, writable: bool) -> None:
        """Both years; `kept`: there is a report of an earlier year, whether or not it has been read yet."""
        self.bars.show_lines(lines)
        self.bars.setVisible(kept)
        self.hint.setVisible(not kept)
        self.keep.setVisible(not kept and writable)


class LeftToDo(QWidget):
    """The offices in which something is left; `shows_all`: every one. `start_wanted()`: go to the first place of the
    first of them.
    """

    start_wanted = Signal()

    def __init__(self, say: Translator, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._say, self._theme = say, theme
        self._offices: tuple[Office, ...] = ()
        self.shows_all = False
        self.view = LeftView(say, theme)
        self.nothing = QLabel()
        self.nothing.setProperty("role", "strong")
        self.nothing.setWordWrap(True)
        self.all = link("", flush=True)
        self.all.clicked.connect(self._turn)
        self.start = QPushButton(say(N_("Start &with the first")), self)
        self.start.setProperty("primary", "true")
        self.start.setIconSize(QSize(ROW, ROW))
        self.start.clicked.connect(self.start_wanted)
        self.start.setToolTip(say(N_("Go to the first missing reason")))
        self.foot = foot = QHBoxLayout()
        foot.addWidget(self.all)
        foot.addStretch(1)
        foot.addWidget(self.start)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        nest(column, heading(say(N_("Left to do")), say(N_("reasons missing, by office"))))
        column.addWidget(self.view)
        column.addWidget(self.nothing)
        nest(column, foot)
        column.addStretch(1)
        self._recolour()
        theme.changed.connect(self._recolour)

    def show_offices(self, offices: tuple[Office, ...], *, checked: bool) -> None:
        """What is left; `checked`: nothing more will be found."""
        self._offices = offices
        words = N_("Every shortfall and excess has its reason.") if checked else N_("Being checked…")
        self.nothing.setText(self._say(words))
        self.nothing.setVisible(not offices)
        self.view.setVisible(bool(offices))
        self.start.setVisible(bool(offices))
        self._show()

    def _turn(self) -> None:
        self.shows_all = not self.shows_all
        self._show()

    def _show(self) -> None:
        self.view.show_offices(self._offices if self.shows_all else self._offices[:SHOWN])
        more = Text.of(N_("All {count} offices"), count=len(self._offices))
        self.all.setText(self._say(N_("Only the first")) if self.shows_all else self._say(more))
        self.all.setVisible(len(self._offices) > SHOWN)

    def _recolour(self) -> None:
        right = self.isRightToLeft()
        self.start.setIcon(self._theme.icon("corner-down-right", "on_accent", mirrored=right))
