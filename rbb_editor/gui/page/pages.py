"""All pages of a report as it stands now, set in idle moments, so that the first can be read before the last is set."""

from collections.abc import Iterator

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from rbb_editor.document.blocks import Masthead
from rbb_editor.document.compose import compose
from rbb_editor.document.look import look_of
from rbb_editor.domain.language import Language
from rbb_editor.domain.report import Report
from rbb_editor.gui.page.changes import steps_of
from rbb_editor.gui.page.pager import Sheet, sheets
from rbb_editor.gui.page.painting import Painting
from rbb_editor.gui.page.pieces import Piece
from rbb_editor.gui.page.setting import Setting

SLICE = 12
"""Milliseconds of setting at a time."""


class Pages(QObject):
    """`grown()`: more pages are set. `done()`: all are, and their numbers are known."""

    grown = Signal()
    done = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.sheets: list[Sheet] = []
        self.numbers: dict[str, int] = {}
        self.complete = False
        self.painting: Painting | None = None
        self._coming: Iterator[Sheet] = iter(())
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self.set_on)
        self._gone: list[Sheet] = []
        self._clearing = QTimer(self)
        self._clearing.setInterval(0)
        self._clearing.timeout.connect(self._clear)

    def begin(self, report: Report, language: Language, earlier: Report | None = None) -> None:
        """Sets a snapshot of a report from its first page on. `earlier`: a state since which changes are shown."""
        blocks = compose(report, language)
        steps = list(steps_of(blocks, compose(earlier, language) if earlier is not None else None))
        look = look_of(language)
        masthead, was = next((block, old) for _, block, old in steps if isinstance(block, Masthead))
        self._forget()
        self.numbers, self.complete = {}, False
        self.painting = Painting(look, masthead, self.numbers, was if isinstance(was, Masthead) else None)
        self._coming = sheets(Setting(look).pieces(steps))
        self._timer.start()
        self.set_on()

    def stop(self) -> None:
        """Sets no more."""
        self._timer.stop()

    def let_go(self) -> None:
        """Is not needed any more."""
        self.stop()
        self._coming = iter(())
        self._forget()
        self._clearing.timeout.connect(self._end)

    def _forget(self) -> None:
        """Lets the pages go a few at a time: a thousand of them hold a hundred thousand things."""
        self._gone += self.sheets
        self.sheets = []
        self._clearing.start()

    def _clear(self) -> None:
        clock = QElapsedTimer()
        clock.start()
        while self._gone and clock.elapsed() < SLICE:
            self._gone.pop()
        if not self._gone:
            self._clearing.stop()

    def _end(self) -> None:
        if not self._gone:
            self.deleteLater()

    def headings(self) -> Iterator[tuple[Piece, int]]:
        """The headings with the number of their page."""
        for sheet in self.sheets:
            for piece in sheet.anchors:
                yield piece, sheet.number

    def page_of(self, id: str, first: int = 1) -> int | None:
        """The number of the page on which something begins: a heading, else an output; None where it is on none yet.

        `first`: the page that is looked at first.
        """
        if id in self.numbers:
            return self.numbers[id]
        for sheet in self.sheets[first - 1 :]:
            if any(each.spot.target == id for _, piece in sheet.pieces for each in piece.placed):
                return sheet.number
        return None

    def set_on(self) -> None:
        """Sets some more pages."""
        clock = QElapsedTimer()
        clock.start()
        while clock.elapsed() < SLICE:
            sheet = next(self._coming, None)
            if sheet is None:
                self._timer.stop()
                self.complete = True
                self.numbers[""] = len(self.sheets)
                self.grown.emit()
                self.done.emit()
                return
            self.sheets.append(sheet)
            self.numbers |= {piece.anchor: sheet.number for piece in sheet.anchors}
        self.grown.emit()
