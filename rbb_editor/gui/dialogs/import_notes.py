"""The list of an import's repairs and doubts, by what was done: guesses first, then as the source goes."""

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeWidget, QTreeWidgetItem

from rbb_editor.domain.text import N_, Text
from rbb_editor.gui import lines
from rbb_editor.gui.look import fonts, signs
from rbb_editor.gui.look.rich_text import tooltip
from rbb_editor.gui.look.theme import Theme
from rbb_editor.i18n import Translator, isolated
from rbb_editor.project.transfer import Certainty, Imported, ImportNote, Kind
from rbb_editor.rules import Severity

Index = QModelIndex | QPersistentModelIndex
KINDS = {
    Kind.GUESSED: Text.of(N_("Guessed, please look")),
    Kind.DOUBT: Text.of(N_("Taken as it stands, please look")),
    Kind.JOINED: Text.of(N_("Joined across pages")),
    Kind.TAKEN_APART: Text.of(N_("Taken apart")),
    Kind.MOVED: Text.of(N_("Moved to its row")),
    Kind.LEFT_OUT: Text.of(N_("Left out")),
    Kind.READ: Text.of(N_("How the file was read")),
}
"""The groups in the order shown: what needs a look first."""
CERTAINTIES = {
    Certainty.LIKELY: (Severity.WARNING, Text.of(N_("Likely"))),
    Certainty.GUESS: (Severity.ERROR, Text.of(N_("Guess"))),
}
NOTE = Qt.ItemDataRole.UserRole
MOST_LINES = 3
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
PLACES = Qt.ItemDataRole.UserRole + 1
CERTAINTY = Qt.ItemDataRole.UserRole + 2
ACCEPTED = Qt.ItemDataRole.UserRole + 3
ACCEPTED_WORD = N_("Accepted")


def places(note: ImportNote, say: Translator) -> str:
    """Where in the source: "115–117", "table 3, row 5"."""
    numbered = [place.line for place in note.places if place.line is not None]
    if numbered:
        low, high = min(numbered), max(numbered)
        return str(low) if low == high else f"{low}–{high}"
    return next((say(place.words()) for place in note.places), "")


class NoteList(QTreeWidget):
    """`chosen(number)`: the note at this place of the import is to be shown. `accepted_changed()`: others are accepted.

    `ended()`: the last one was accepted.
    """

    chosen = Signal(int)
    accepted_changed = Signal()
    ended = Signal()

    def __init__(self, imported: Imported, say: Translator, theme: Theme) -> None:
        super().__init__()
        self._say = say
        self.setHeaderHidden(True)
        self.setColumnCount(1)
        self.setProperty("pane", "chrome")
        self.setIndentation(0)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(False)
        self.setMinimumWidth(232)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(say(N_("Repairs and doubts")))
        self.setItemDelegate(_NoteDelegate(say, theme, self))
        self._items: list[QTreeWidgetItem] = []
        self._notes = imported.notes
        self.accepted: set[int] = set()
        groups = {kind: [(at, note) for at, note in enumerate(imported.notes) if note.kind is kind] for kind in KINDS}
        kinds = [kind for kind, group in groups.items() if group]
        for kind in sorted(kinds, key=lambda kind: not any(map(_is_guess, groups[kind]))):
            words, group = KINDS[kind], sorted(groups[kind], key=lambda each: not _is_guess(each))
            head = QTreeWidgetItem(self, [say(words)])
            head.setData(0, PLACES, str(len(group)))
            head.setFlags(Qt.ItemFlag.ItemIsEnabled)
            for at, note in group:
                item = QTreeWidgetItem(head, [say(note.message)])
                self._items.append(item)
                item.setData(0, NOTE, at)
                item.setData(0, PLACES, places(note, say))
                item.setToolTip(0, tooltip(say(note.message)))
                item.setData(0, CERTAINTY, str(note.certainty))
        self.expandAll()
        self.currentItemChanged.connect(self._changed)

    def choose_first(self) -> None:
        """The first note is shown."""
        self._step(1)

    def next(self) -> None:
        """The next note is shown."""
        self._step(1)

    def previous(self) -> None:
        """The note before is shown."""
        self._step(-1)

    def accept(self) -> None:
        """The note shown is right as it is; the next one that is not accepted is shown."""
        current = self.currentItem()
        if current in self._items:
            self._mark([current.data(0, NOTE)])
        at = self.position()
        open_ = [item for item in (*self._items[at:], *self._items[:at]) if item.data(0, NOTE) not in self.accepted]
        if open_:
            self.setCurrentItem(open_[0])
        else:
            self.ended.emit()

    def accept_certain(self) -> None:
        """All that is certain is right as it is."""
        self._mark(at for at, note in enumerate(self._notes) if note.certainty is Certainty.CERTAIN)

    def left_open(self) -> list[ImportNote]:
        """The notes that are not accepted."""
        return [note for at, note in enumerate(self._notes) if at not in self.accepted]

    def _mark(self, numbers: Iterable[int]) -> None:
        self.accepted.update(numbers)
        for item in self._items:
            if item.data(0, NOTE) in self.accepted:
                item.setData(0, ACCEPTED, True)
                item.setData(0, Qt.ItemDataRole.AccessibleDescriptionRole, self._say(ACCEPTED_WORD))
        self.accepted_changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Sentences are broken anew."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter accepts the note, and does not import."""
        if event.key() not in ENTER or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().keyPressEvent(event)
        else:
            self.accept()

    def position(self) -> int:
        """Which of the notes is shown, counted as they are listed, from 1; 0 for none."""
        current = self.currentItem()
        return self._items.index(current) + 1 if current in self._items else 0

    def _step(self, step: int) -> None:
        if self._items:
            current = self.currentItem()
            at = self._items.index(current) if current in self._items else -step
            self.setCurrentItem(self._items[(at + step) % len(self._items)])

    def _changed(self, current: QTreeWidgetItem | None) -> None:
        number = current.data(0, NOTE) if current is not None else None
        if number is not None:
            self.chosen.emit(number)


class _NoteDelegate(QStyledItemDelegate):
    """A group's head with its count, or a note: its place, its sentence, how sure it is.

    In a narrow list the sentence stands below the other two, over the whole width.
    """

    PLACE, EDGE, PITCH, MARK, GAP = 74, 14, 18, 70, 12
    NARROW = 300

    def __init__(self, say: Translator, theme: Theme, view: QTreeWidget) -> None:
        super().__init__(view)
        self._say, self._theme, self._view = say, theme, view
        self._body, self._strong = fonts.font(), fonts.font(weight=fonts.SEMIBOLD)
        self._small = fonts.font(fonts.NOTE_PX, fonts.MEDIUM)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        if index.data(NOTE) is None:
            return QSize(0, 36)
        return QSize(0, 12 + self.PITCH * (len(self._lines(index)) + self._narrow()))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, rect = self._theme, QRectF(option.rect)
        right = option.direction == Qt.LayoutDirection.RightToLeft
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("sel"))
            painter.drawRoundedRect(rect.adjusted(6, 1, -6, -1), 5, 5)

        def place(start: float, top: float, width: float) -> QRectF:
            left = rect.right() - start - width if right else rect.left() + start
            return QRectF(left, rect.top() + top, width, self.PITCH)

        if index.data(NOTE) is None:
            painter.setFont(self._strong)
            painter.setPen(theme.colour("text"))
            lines.draw(painter, (index.data(),), place(self.EDGE, 12, rect.width() - 60).topLeft(),
                       rect.width() - 60, self.PITCH, right=right)  # fmt: skip
            painter.setFont(self._small)
            painter.setPen(theme.colour("text2"))
            painter.drawText(place(rect.width() - 50, 12, 36), _flags(right=not right), index.data(PLACES))
            painter.restore()
            return
        painter.setFont(self._body)
        painter.setPen(theme.colour("text2"))
        narrow = self._narrow()
        room = rect.width() - self.EDGE - self.MARK if narrow else self.PLACE
        painter.drawText(place(self.EDGE, 6, room), _flags(right=right), isolated(index.data(PLACES)))
        painter.setPen(theme.colour("text"))
        at = place(self.EDGE + (0 if narrow else self.PLACE), 6 + self.PITCH * narrow, self._room(index))
        lines.draw(
            painter, self._lines(index), at.topLeft(), at.width(), self.PITCH, right=right, runs=option.direction
        )
        mark = CERTAINTIES.get(index.data(CERTAINTY))
        if index.data(ACCEPTED):
            tick = theme.pixmap("check", "met", 14, self._view.devicePixelRatioF())
            painter.drawPixmap(place(rect.width() - self.EDGE - 14, 8, 14).topLeft(), tick)
        elif mark is not None:
            severity, words = mark
            start = rect.width() - self.MARK
            sign = place(start, 6, 14).adjusted(0, 2, 0, -2)
            signs.paint_severity(painter, severity, theme.tokens, sign)
            painter.setFont(self._small)
            painter.setPen(theme.colour(signs.SEVERITY_TOKENS[severity]))
            painter.drawText(place(start + 19, 6, self.MARK - 19), _flags(right=right), self._say(words))
        painter.restore()

    def _narrow(self) -> bool:
        return self._view.viewport().width() < self.NARROW

    def _room(self, index: Index) -> int:
        if self._narrow():
            return self._view.viewport().width() - 2 * self.EDGE
        mark = self.MARK + self.GAP if index.data(CERTAINTY) in CERTAINTIES else self.EDGE + self.GAP + 14
        return self._view.viewport().width() - self.EDGE - self.PLACE - mark

    def _lines(self, index: Index) -> tuple[str, ...]:
        return lines.broken(index.data(), self._body, self._room(index), MOST_LINES)


def _is_guess(numbered: tuple[int, ImportNote]) -> bool:
    return numbered[1].certainty is Certainty.GUESS


def _flags(*, right: bool) -> int:
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    return int(side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute)
