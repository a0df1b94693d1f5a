"""What the cards of comments and of the history have in common: they are chosen with mouse and keys."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from rbb_editor.gui.look.theme import Theme
from rbb_editor.gui.panels.notes import ENTER


class Card(QFrame):
    """Something listed that can be chosen with mouse and keys. `chosen()`, `opened()`: Enter was pressed on it."""

    chosen = Signal()
    opened = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._selected = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(16, 12, 16, 12)
        self.column.setSpacing(6)

    def is_selected(self) -> bool:
        """Whether it is the chosen one."""
        return self._selected

    def set_selected(self, selected: bool) -> None:
        """Shows whether it is the chosen one."""
        self._selected = selected
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click chooses it."""
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Walking onto it chooses it."""
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.chosen.emit()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The frame goes."""
        super().focusOutEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to what it is about, or presses the button that it is on; arrows walk from card to card."""
        focused = QApplication.focusWidget()
        if event.key() in ENTER and isinstance(focused, QAbstractButton):
            focused.click()
        elif event.key() in ENTER:
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Down:
            self._walk(1)
        elif event.key() == Qt.Key.Key_Up:
            self._walk(-1)
        else:
            super().keyPressEvent(event)

    def _walk(self, step: int) -> None:
        """To the next or previous card, past the buttons between them; the first and the last are the ends."""
        place = self.parentWidget()
        assert place is not None
        listed = place.findChildren(Card, options=Qt.FindChildOption.FindDirectChildrenOnly)
        cards = sorted((each for each in listed if not each.isHidden()), key=Card.y)
        at = cards.index(self) + step
        if 0 <= at < len(cards):
            cards[at].setFocus(Qt.FocusReason.TabFocusReason if step > 0 else Qt.FocusReason.BacktabFocusReason)
            _show(cards[at])

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """The ground and the bar of the chosen one, the line below, the frame of the keyboard."""
        with QPainter(self) as painter:
            rect = self.rect()
            if self._selected:
                painter.fillRect(rect, self._theme.colour("sel"))
                left = rect.right() - 2 if self.isRightToLeft() else rect.left()
                painter.fillRect(left, rect.top(), 3, rect.height(), self._theme.colour("accent"))
            painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, self._theme.colour("hair"))
            if self.hasFocus():
                pen = painter.pen()
                pen.setColor(self._theme.colour("accent"))
                pen.setWidth(2)
                painter.setPen(pen)
                painter.drawRect(rect.adjusted(1, 1, -1, -2))


def _show(card: Card) -> None:
    """Scrolls a card into view."""
    place: QWidget | None = card.parentWidget()
    while place is not None and not isinstance(place, QScrollArea):
        place = place.parentWidget()
    if place is not None:
        place.ensureWidgetVisible(card, 0, 0)


def scrolled(page: QWidget) -> QScrollArea:
    """A page of cards as wide as its place, which is scrolled up and down."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(page)
    return area
