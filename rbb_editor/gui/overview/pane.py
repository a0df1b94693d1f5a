"""The overview as it is seen: key numbers, outcomes by department, what is left to do, last year beside this year."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from rbb_editor.domain.text import N_
from rbb_editor.gui.look.icons import ROW
from rbb_editor.gui.look.painting import fill
from rbb_editor.gui.look.theme import Theme
from rbb_editor.gui.nesting import nest
from rbb_editor.gui.overview.bars import BarsView
from rbb_editor.gui.overview.departments import Departments
from rbb_editor.gui.overview.numbers import KeyNumbers
from rbb_editor.gui.overview.parts import LeftToDo, Years, heading
from rbb_editor.gui.panels.empty import EmptyPane
from rbb_editor.gui.panels.parts import Hairline, link, pane, segments
from rbb_editor.i18n import Translator

AROUND, APART = 28, 40
LIST, LEAST_LIST = 0.33, 330
"""Share of the width that the list of offices takes, and its pixels at least."""
MOST_LIST = 420
TWO_COLUMNS = 960
"""Pixels from which the list stands beside the bars."""
LENGTHS = (
    (N_("Count"), N_("Bars as long as there are figures")),
    (N_("Share"), N_("Bars of one length, to compare their shares")),
)
SHARPNESS = 2.0
"""Pixels to a logical pixel of a copied picture, at least."""


class OverviewPane(QScrollArea):
    """`copy_wanted()`: as a picture. `closed()`: Esc. `action_wanted(name)`: of the state without figures."""

    copy_wanted = Signal()
    closed = Signal()
    action_wanted = Signal(str)

    def __init__(self, say: Translator, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.title, self.subtitle = QLabel(say(N_("Overview"))), QLabel()
        self.title.setProperty("role", "page")
        self.subtitle.setProperty("role", "subtitle")
        self.subtitle.setWordWrap(True)
        self.subtitle.setTextFormat(Qt.TextFormat.PlainText)
        self.copy = link(say(N_("&Copy as picture")), say(N_("Copy the overview as a picture")), kind="quiet")
        self.copy.setIconSize(QSize(ROW, ROW))
        self.copy.clicked.connect(self.copy_wanted)
        self.numbers = KeyNumbers(say, theme)
        self.departments = Departments(say, theme)
        self.years = Years(say, theme)
        self.left = LeftToDo(say, theme)
        self.empty = EmptyPane(say)
        self.empty.wanted.connect(self.action_wanted)
        self._switch, self.shares = segments([(say(words), say(tip)) for words, tip in LENGTHS])
        self.shares.idClicked.connect(self._show_shares)
        self._lay_out(say)
        for bars in (self.departments.bars, self.years.bars):
            bars.moved.connect(self._keep_in_sight)
        self.setFocusProxy(self.departments.bars)
        self._recolour()
        theme.changed.connect(self._recolour)

    def _lay_out(self, say: Translator) -> None:
        page = self.page = pane("surface")
        self._head = head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.title)
        head.addWidget(self.subtitle, 1)
        head.addWidget(self.copy)
        first = QVBoxLayout()
        first.setSpacing(8)
        nest(first, heading(say(N_("Outcomes by department")), say(N_("every bar opens its rows")), self._switch))
        first.addWidget(self.departments)
        first.addSpacing(8)
        first.addWidget(self.years)
        first.addStretch(1)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(APART)
        nest(self._columns, first, 1)
        self._columns.addWidget(self.left, 0, Qt.AlignmentFlag.AlignTop)
        self.counted = QWidget()
        below = QVBoxLayout(self.counted)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(12)
        below.addWidget(self.numbers)
        below.addWidget(Hairline(self._theme))
        nest(below, self._columns)
        column = QVBoxLayout(page)
        column.setContentsMargins(AROUND, 18, AROUND, 12)
        column.setSpacing(12)
        nest(column, head)
        column.addWidget(self.counted)
        column.addWidget(self.empty, 1)
        column.addStretch(1)
        self.setWidget(page)

    def show_empty(self, *, empty: bool) -> None:
        """Whether there is nothing to count."""
        if empty:
            self.empty.show_nothing_counted()
        self.empty.setVisible(empty)
        self.counted.setHidden(empty)
        self.copy.setHidden(empty)
        self.setFocusProxy(self.empty.button if empty else self.departments.bars)

    def picture(self) -> QPixmap:
        """What is seen, as a picture of the whole page; what only a window can use is left out."""
        page = self.page
        ratio = max(SHARPNESS, self.devicePixelRatioF())
        made = QPixmap(page.size() * ratio)
        made.setDevicePixelRatio(ratio)
        page.render(made)
        with QPainter(made) as painter:
            for tool in (self.copy, self._switch, self.left.all, self.left.start, self.years.keep):
                if tool.isVisible():
                    fill(painter, QRect(tool.mapTo(page, QPoint(0, 0)), tool.size()), self._theme.colour("surface"))
        return made

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The list of offices beside the bars, or below them where there is no room for both."""
        super().resizeEvent(event)
        room = self.viewport().width() - 2 * AROUND
        beside = room >= TWO_COLUMNS
        directions = QBoxLayout.Direction
        self._columns.setDirection(directions.LeftToRight if beside else directions.TopToBottom)
        if beside:
            self.left.foot.addWidget(self.left.start)
        elif self.left.foot.indexOf(self.left.start) >= 0:  # it is at hand, although the list is far below
            self._head.insertWidget(self._head.indexOf(self.copy), self.left.start)
        width = max(LEAST_LIST, self.left.minimumSizeHint().width(), min(MOST_LIST, round(room * LIST)))
        self.left.setFixedWidth(max(1, width if beside else room))
        self.page.setMaximumWidth(self.viewport().width())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the table."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _show_shares(self, at: int) -> None:
        self.departments.bars.show_shares(share=bool(at))

    def _keep_in_sight(self, place: QRect) -> None:
        bars = self.sender()
        assert isinstance(bars, BarsView)
        at = bars.viewport().mapTo(self.page, place.center())
        self.ensureVisible(at.x(), at.y(), 0, place.height())

    def _recolour(self) -> None:
        self.copy.setIcon(self._theme.icon("copy-plus", "text2"))
