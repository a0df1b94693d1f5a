"""What stands in a file around the places that an import tells of, these marked, with their numbers beside them."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QTextBlock, QTextCursor, QTextFormat
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QTextEdit, QVBoxLayout, QWidget

from rbb_editor.domain.text import N_, Text
from rbb_editor.errors import UserError
from rbb_editor.gui.asked import Asked
from rbb_editor.gui.dialogs.message import tell
from rbb_editor.gui.dialogs.parts import prepare
from rbb_editor.gui.look import fonts
from rbb_editor.gui.look.theme import Theme
from rbb_editor.gui.nesting import nest
from rbb_editor.i18n import Translator, isolated
from rbb_editor.progress import Cancelled, Progress
from rbb_editor.project.transfer import Passage, Place, passages

TITLE = N_("What stands in the file")
AROUND = 200
"""Passages shown before and behind a place."""
LONGEST = 4_000
"""Letters of a passage that are shown."""
EDGE, GAP = 12, 12
SIZE = QSize(860, 620)


def spots_of(listed: Sequence[Passage], places: Sequence[Place]) -> list[list[int]]:
    """Where places stand among the passages of a file: those with nothing between them together."""
    wanted = set(places)
    spots: list[list[int]] = []
    for at in (at for at, each in enumerate(listed) if each.place in wanted):
        if spots and not any(each.text.strip() for each in listed[spots[-1][-1] + 1 : at]):
            spots[-1].append(at)
        else:
            spots.append([at])
    return spots


class SourceFile:
    """The file of an import, read again when a place of it is first to be shown."""

    def __init__(self, path: Path, say: Translator, theme: Theme, parent: QWidget) -> None:
        self._path, self._say, self._theme, self._parent = path, say, theme, parent
        self._stamp = Asked(partial(_stamp, path))
        self._passages: list[Passage] | None = None

    def show(self, places: Sequence[Place]) -> None:
        """Shows places in their surroundings, or says why that cannot be."""
        from rbb_editor.gui.dialogs.waiting import wait_for

        name = self._path.name
        try:
            if self._passages is None:
                reading = Text.of(N_("Reading {name}"), name=name)
                self._passages = wait_for(self._read, reading, self._say, self._parent, may_be_left=True)
        except Cancelled:
            return
        except UserError as error:
            self._tell(error.text)
            return
        spots = spots_of(self._passages, places)
        if not spots:
            self._tell(Text.of(N_("“{name}” has changed since it was read, so the place cannot be shown."), name=name))
        else:
            InTheFile(name, self._passages, spots, self._say, self._theme, self._parent).open()

    def _read(self, progress: Progress) -> list[Passage]:
        """What stands in the file; nothing where it is not the one that was imported."""
        before = self._stamp.answer()
        found = passages(self._path, progress)
        return found if _stamp(self._path) == before else []

    def _tell(self, text: Text) -> None:
        tell(self._parent, self._say, self._theme, text)


class InTheFile(QDialog):
    """Shows one spot after the other, `spots` of at least one. `text`: what is seen of the file."""

    def __init__(
        self,
        name: str,
        listed: Sequence[Passage],
        spots: Sequence[Sequence[int]],
        say: Translator,
        theme: Theme,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._passages, self._spots, self._say = listed, spots, say
        self._at = 0
        self.text = _Passages(say, theme)
        self.text.setAccessibleName(say(TITLE))
        self.where = QLabel()
        self.where.setProperty("role", "note")
        self.previous = QPushButton(say(N_("&Previous place")))
        self.next = QPushButton(say(N_("&Next place")))
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.text, 1)
        row = QHBoxLayout()
        row.addWidget(self.where)
        row.addStretch(1)
        for button, step in ((self.previous, -1), (self.next, 1)):
            button.setAutoDefault(False)
            button.setVisible(len(spots) > 1)
            button.clicked.connect(self._forward if step > 0 else self._back)
            row.addWidget(button)
        nest(column, row)
        prepare(self, TITLE, content, say)
        self.setWindowTitle(name)
        self.resize(SIZE.boundedTo(parent.size()))
        self.text.setFocus()
        self._show()

    def _forward(self) -> None:
        self._at = (self._at + 1) % len(self._spots)
        self._show()

    def _back(self) -> None:
        self._at = (self._at - 1) % len(self._spots)
        self._show()

    def _show(self) -> None:
        spot = self._spots[self._at]
        start, end = max(0, spot[0] - AROUND), spot[-1] + AROUND
        marked = {at - start for each in self._spots for at in each if start <= at < end}
        self.text.show_passages(self._passages[start:end], marked, spot[0] - start)
        count = self._say(N_("{number} of {total}"), number=self._at + 1, total=len(self._spots))
        self.where.setText(count)
        self.where.setVisible(len(self._spots) > 1)


class _Passages(QTextEdit):  # which, unlike the plain one, sets each line to the side where it begins
    """Text to be read, with the numbers of its lines, or the words for its places, at the start edge."""

    def __init__(self, say: Translator, theme: Theme) -> None:
        super().__init__()
        self._say, self._theme = say, theme
        self._labels: list[str] = []
        self._marked: frozenset[int] = frozenset()
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._edge = _Edge(self)
        self.verticalScrollBar().valueChanged.connect(self._edge.update)
        self.document().documentLayout().update.connect(self._edge.update)

    def show_passages(self, shown: Sequence[Passage], marked: set[int], at: int) -> None:
        """Shows passages, some of them marked, and goes to the one at `at`."""
        self._labels = [_label(each.place, self._say) for each in shown]
        self._marked = frozenset(marked)
        self.setPlainText("\n".join(_shown(each.text) for each in shown))
        width = EDGE + GAP + max(map(self._edge.fontMetrics().horizontalAdvance, self._labels), default=0)
        right = self.isRightToLeft()
        self.setViewportMargins(0 if right else width, 0, width if right else 0, 0)
        self._edge.setFixedWidth(width)
        self._place_edge()
        selections = []
        for number in sorted(marked):
            selection = QTextEdit.ExtraSelection()
            selection.cursor = QTextCursor(self.document().findBlockByNumber(number))
            selection.format.setBackground(self._theme.colour("mark"))
            selection.format.setProperty(QTextFormat.Property.FullWidthSelection, True)
            selection.cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
            selections.append(selection)
        self.setExtraSelections(selections)
        self.setTextCursor(QTextCursor(self.document().findBlockByNumber(at)))
        self._centre()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The edge is as high as the text, and the place stays in sight."""
        super().resizeEvent(event)
        self._place_edge()
        self._centre()

    def paint_edge(self, painter: QPainter) -> None:
        """Draws the labels of the passages in sight."""
        right = self.isRightToLeft()
        side = Qt.AlignmentFlag.AlignLeft if right else Qt.AlignmentFlag.AlignRight
        room, line = self._edge.width() - EDGE - GAP, self.fontMetrics().lineSpacing()
        for number, label in enumerate(self._labels):
            top = self._top(self.document().findBlockByNumber(number))
            if top > self.viewport().height():
                return
            painter.setPen(self._theme.colour("text" if number in self._marked else "text3"))
            at = QRect(GAP if right else EDGE, top, room, line)
            painter.drawText(at, side | Qt.AlignmentFlag.AlignVCenter, isolated(label))

    def _top(self, block: QTextBlock) -> int:
        """Where a passage begins in the view."""
        rect = self.document().documentLayout().blockBoundingRect(block)
        return round(rect.top()) - self.verticalScrollBar().value()

    def _centre(self) -> None:
        """Scrolls so that the place is in the upper part."""
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self._top(self.textCursor().block()) - self.viewport().height() // 3)

    def _place_edge(self) -> None:
        inside = self.contentsRect()
        left = inside.right() - self._edge.width() + 1 if self.isRightToLeft() else inside.left()
        self._edge.setGeometry(left, inside.top(), self._edge.width(), inside.height())


class _Edge(QWidget):
    """The strip with the numbers."""

    def __init__(self, text: _Passages) -> None:
        super().__init__(text)
        self._text = text
        self.setFont(fonts.font(fonts.NOTE_PX))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Drawn by the text, which knows what is in sight."""
        with QPainter(self) as painter:
            self._text.paint_edge(painter)


def _stamp(path: Path) -> tuple[int, int] | None:
    """What is another one when the file was written anew; None where it is not there."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size


def _label(place: Place, say: Translator) -> str:
    return str(place.line) if place.line is not None else say(place.words())


def _shown(text: str) -> str:
    flat = text.replace("\f", " ").replace("\n", " ").replace("\t", "  ⇥  ")
    return flat if len(flat) <= LONGEST else f"{flat[:LONGEST]}…"
