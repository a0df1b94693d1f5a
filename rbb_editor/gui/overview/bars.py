"""Bars as a view: the mouse points at a segment, the arrows go from one to another, a click or Enter opens its rows."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QSizePolicy, QTableView, QToolTip

from rbb_editor.gui.look.theme import Theme
from rbb_editor.gui.overview.lay import Lay, Segment, Style
from rbb_editor.gui.overview.lines import OUTCOMES, WHOLE, Index, Line, LinesModel, outcome_of
from rbb_editor.gui.overview.painting import LinePainter, Pointed
from rbb_editor.i18n import Translator

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
Move = QAbstractItemView.CursorAction
FLIPPED = {Move.MoveLeft: Move.MoveRight, Move.MoveRight: Move.MoveLeft}


class BarsView(QTableView):
    """`wanted(id, outcome)`: the rows of a line are to be opened, of an outcome where it is not None.

    `moved(QRect)`: the keyboard is there now, which is to be in sight. `laid(Lay)`: the columns stand elsewhere.
    """

    wanted = Signal(str, object)
    moved = Signal(QRect)
    laid = Signal(object)

    def __init__(self, style: Style, heads: tuple[str, str], name: str, say: Translator, theme: Theme) -> None:
        """`heads`: what stands above figures and rates; `name`: what these bars are."""
        super().__init__()
        self._style, self._heads, self._theme = style, heads, theme
        self._share = style.years
        self._pointed: tuple[int, int] | None = None
        self.lines = LinesModel(say, self)
        self.lay = Lay.of((), style, 1, heads)
        self.setModel(self.lines)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setTabKeyNavigation(False)
        self.setAutoScroll(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setMinimumSectionSize(1)
        self.horizontalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(style.row)
        self.verticalHeader().setDefaultSectionSize(style.row)
        self.verticalHeader().hide()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)
        self.clicked.connect(self._open)
        theme.changed.connect(self.viewport().update)

    def show_lines(self, lines: Iterable[Line]) -> None:
        """Other lines, or the same ones with other numbers."""
        lines = tuple(lines)
        if lines == self.lines.lines:
            return
        current = self.currentIndex()
        row, column = max(0, current.row()), current.column()
        id = self.lines.lines[row].bar.id if current.isValid() else None
        self.lines.show(lines)
        again = next((at for at, each in enumerate(lines) if each.bar.id == id), None)
        if again is not None and again != self.currentIndex().row():
            self.setCurrentIndex(self.lines.index(again, column))
        self.setFixedHeight(max(1, len(self.lines.lines)) * self._style.row)
        self._lay_out()
        if self._pointed is not None and self._pointed[0] >= len(self.lines.lines):
            self._pointed = None
        if self.hasFocus():
            self._begin_at(row)

    def _begin_at(self, row: int) -> None:
        """Where nothing is current, a line becomes so."""
        if not self.currentIndex().isValid() and self.lines.lines:
            self.setCurrentIndex(self.lines.index(min(row, len(self.lines.lines) - 1), WHOLE))

    def show_shares(self, *, share: bool) -> None:
        """Whether every bar fills the room."""
        self._share = share
        self.viewport().update()

    def sizeHint(self) -> QSize:
        """As high as its lines."""
        return QSize(400, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The columns stand elsewhere."""
        super().resizeEvent(event)
        self._lay_out()

    def _lay_out(self) -> None:
        lay = Lay.of(self.lines.lines, self._style, self.viewport().width(), self._heads)
        if lay != self.lay:
            self.lay = lay
            self.laid.emit(lay)
        self.viewport().update()

    # where things are

    def _segments(self, row: int) -> tuple[Segment, ...]:
        most = max(each.bar.total for each in self.lines.lines)
        return self.lay.segments(self.lines.lines[row].bar, most, share=self._share)

    def indexAt(self, at: QPoint) -> QModelIndex:
        """The segment at a point, over the whole height of its line; elsewhere in a line the line."""
        row = at.y() // self._style.row
        if not 0 <= row < len(self.lines.lines):
            return QModelIndex()
        x = self.viewport().width() - 1 - at.x() if self.isRightToLeft() else at.x()
        hit = next((each for each in self._segments(row) if each.at <= x < each.at + each.width), None)
        return self.lines.index(row, WHOLE if hit is None else 1 + OUTCOMES.index(hit.outcome))

    def visualRect(self, index: Index) -> QRect:
        """Where a segment, or the whole line, is seen."""
        if not index.isValid():
            return QRect()
        top, row = index.row() * self._style.row, self._segments(index.row())
        place = self._painter().place(row, index.column(), top)
        return QRect(round(place.left()), top, round(place.width()), self._style.row)

    # the mouse

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The line lights up, the segment darkens."""
        super().mouseMoveEvent(event)
        index = self.indexAt(event.position().toPoint())
        self._point((index.row(), index.column()) if index.isValid() else None)

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is pointed at."""
        super().leaveEvent(event)
        self._point(None)

    def _point(self, at: tuple[int, int] | None) -> None:
        if at != self._pointed:
            self._pointed = at
            opens = at is not None and not self.lines.lines[at[0]].past
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if opens else Qt.CursorShape.ArrowCursor)
            self.viewport().update()

    # the keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens what the keyboard is on."""
        if event.key() in ENTER and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def moveCursor(self, action: QAbstractItemView.CursorAction, _modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """From segment to segment within a line, from line to line at the same outcome or the nearest one."""
        row, column = self.currentIndex().row(), self.currentIndex().column()
        last = len(self.lines.lines) - 1
        if row < 0:
            return self.lines.index(0, WHOLE)
        if self.isRightToLeft():
            action = FLIPPED.get(action, action)
        here = self._columns(row)
        match action:
            case Move.MoveLeft | Move.MovePrevious:
                column = max((each for each in here if each < column), default=column)
            case Move.MoveRight | Move.MoveNext:
                column = min((each for each in here if each > column), default=column)
            case Move.MoveHome:
                column = here[0]
            case Move.MoveEnd:
                column = here[-1]
            case Move.MoveUp:
                row = max(0, row - 1)
            case Move.MoveDown:
                row = min(last, row + 1)
            case Move.MovePageUp:
                row = 0
            case _:
                row = last
        column = min(self._columns(row), key=lambda each: (abs(each - column), each))
        return self.lines.index(row, column)

    def _columns(self, row: int) -> list[int]:
        """The columns of a line that there is something in."""
        bar = self.lines.lines[row].bar
        return [WHOLE, *(1 + at for at, outcome in enumerate(OUTCOMES) if bar.of(outcome))]

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The first line becomes current where none is."""
        super().focusInEvent(event)
        self._begin_at(0)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The ring goes."""
        super().focusOutEvent(event)
        self.viewport().update()

    def currentChanged(self, current: Index, previous: Index) -> None:
        """What the keyboard is on is seen, and says what it is, as under the mouse."""
        super().currentChanged(current, previous)
        self.viewport().update()
        if current.isValid() and self.hasFocus() and self._pointed is None:
            place = self.visualRect(current)
            self.moved.emit(place)
            tip = str(current.data(Qt.ItemDataRole.ToolTipRole)) if current.column() != WHOLE else ""
            QToolTip.showText(self.viewport().mapToGlobal(place.bottomLeft()), tip, self.viewport(), place)

    def scrollTo(self, index: Index, hint: object = None) -> None:
        """All of it is shown; what it lies in scrolls."""

    def _open(self, index: QModelIndex) -> None:
        if index.isValid() and not self.lines.lines[index.row()].past:
            self.wanted.emit(self.lines.lines[index.row()].bar.id, outcome_of(index.column()))

    # drawing

    def _painter(self) -> LinePainter:
        return LinePainter(self._theme, self._style, self.lay, right=self.isRightToLeft())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The lines that are in sight."""
        drawing, current = self._painter(), self.currentIndex()
        with QPainter(self.viewport()) as painter:
            for row, line in enumerate(self.lines.lines):
                top = row * self._style.row
                if not event.rect().intersects(QRect(0, top, self.width(), self._style.row)):
                    continue
                pointed = None
                if self._pointed is not None and self._pointed[0] == row:
                    pointed = Pointed(self._pointed[1])
                elif self.hasFocus() and current.row() == row:
                    pointed = Pointed(current.column(), keyboard=True)
                drawing.draw(painter, line, self._segments(row), top, pointed)
