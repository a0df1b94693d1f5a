"""How a node of the outline is drawn: number, title in at most two lines, one mark."""

from functools import partial

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QPoint,
    QRect,
    QRectF,
    QSignalBlocker,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QHelpEvent, QPainter, QStandardItem
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QStyleOptionViewItem,
    QToolTip,
    QTreeView,
    QWidget,
)

from rbb_editor.gui import lines
from rbb_editor.gui.line_delegate import LineDelegate
from rbb_editor.gui.look import fonts, signs
from rbb_editor.gui.look.painting import pixel_ratio
from rbb_editor.gui.look.rich_text import tooltip
from rbb_editor.gui.look.theme import Theme
from rbb_editor.gui.tree.model import ONE_LINE, Index, Node, OutlineModel
from rbb_editor.gui.tree.outline import Mark

INDENT = 14
TWO_LINES, PITCH = QSize(0, 44), 18
NUMBER = (22, 23, 27)
"""Width of the number column by depth, at least."""
SIGN, GAP, EDGE = 14, 5, 16
MOST_LINES = 2
BESIDE = 24
"""Pixels of a line that is typed into beside its words: frame, margins, the cursor behind the last letter."""
SPOKEN = 100
"""Milliseconds after which the current node says its numbers: what counts the whole report waits for the picture."""
RIGHT = Qt.LayoutDirection.RightToLeft


class _Row(Struct, frozen=True):
    """Where the parts of one row stand, from its start edge."""

    number: str
    number_width: int
    title: tuple[str, ...]
    title_width: int
    mark: Mark | None
    mark_width: int
    outputs: str
    outputs_width: int


def _room(viewport: QWidget) -> QWidget:
    """All that lies in the window with the outline: a long title is typed across it."""
    room = viewport
    while (around := room.parentWidget()) is not None and not around.isWindow():
        room = around
    return room


class OutlineDelegate(LineDelegate):
    """Draws and edits a node, its chevron before it. The background of the row is the view's.

    `renamed(id, title)`: a title was typed; the model is never written to. `writing()`: one is being typed.
    """

    renamed = Signal(str, str)
    writing = Signal()

    def __init__(self, model: OutlineModel, theme: Theme, view: QTreeView) -> None:
        super().__init__(view)
        self._model = model
        self._theme = theme
        self._view = view
        self.show_outputs = False
        self._regular = fonts.font(fonts.BODY_PX)
        self._bold = fonts.font(fonts.BODY_PX, fonts.SEMIBOLD)
        self._small = fonts.font(fonts.NOTE_PX, fonts.MEDIUM)
        self._metrics = QFontMetrics(self._regular)
        self._small_metrics = QFontMetrics(self._small)
        self._all_measured = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SPOKEN)
        self._soon.timeout.connect(self._speak_shown)
        view.verticalScrollBar().valueChanged.connect(self.speak_soon)
        model.dataChanged.connect(self._measure_rows)
        model.rowsInserted.connect(self._come)
        for turned in (view.expanded, view.collapsed):
            turned.connect(self._turned)

    def forget(self) -> None:
        """The view has another width, or what is written in the nodes may be other words: all are measured again."""
        for node in self._model.nodes():
            node.measured = False
        self._all_measured = False

    def measure_shown(self) -> None:
        """Finds name and height of every node that is shown and has none yet, before Qt lays them out.

        Nothing is found out while the view has no width; Qt asks again when it is shown.
        """
        if not self._all_measured and self._view.isVisible():
            self._measure_below(self._model.invisibleRootItem())
            self._all_measured = True

    def speak(self, index: Index) -> None:
        """Says for a screen reader all about a node; of those it was not said of it hears the names."""
        if index.isValid() and self._view.isVisible():
            node = self._model.node_at(index)
            with QSignalBlocker(self._model):
                node.setAccessibleText(self._model.described(node.id, ", "))

    def speak_soon(self) -> None:
        """Other nodes are in sight, or there is something else to say of them."""
        if self._view.isVisible():
            self._soon.start()

    def _speak_shown(self) -> None:
        """All about the current node, and, while a screen reader listens, about every node in sight."""
        view = self._view
        self.speak(view.currentIndex())
        if not _is_heard():
            return
        index, end = view.indexAt(QPoint(0, 0)), view.viewport().height()
        while index.isValid() and view.visualRect(index).top() < end:
            self.speak(index)
            index = view.indexBelow(index)

    def _measure_below(self, above: QStandardItem) -> None:
        for node in self._model.below(above):
            if not node.measured:
                self._measure(node)
            if node.hasChildren() and self._view.isExpanded(node.index()):
                self._measure_below(node)

    def _measure(self, node: Node) -> None:
        """One line or two: decided with the heavy font, so that choosing a node never changes its height.

        The view is not told: it lays out all nodes after this, or hears of the node by itself.
        """
        width = self._view.viewport().width() - self._view.indentation() * (node.depth + 1)
        space = self._around(node, width).title_width
        one = lines.fits(self._model.title(node.id), self._bold, space)
        with QSignalBlocker(self._model):
            node.setText(self._model.name(node.id))
            node.setSizeHint(ONE_LINE if one else TWO_LINES)
        node.measured = True
        if node.index() == self._view.currentIndex():
            self._soon.start()

    def _come(self, above: Index, first: int, last: int) -> None:
        """Nodes have come: they are measured where they are shown, at the latest when what is above them is opened."""
        if self._all_measured and self._is_open(above):
            for row in range(first, last + 1):
                node = self._model.node_at(self._model.index(row, 0, above))
                if not node.measured:
                    self._measure(node)

    def _is_open(self, index: Index) -> bool:
        """Whether what stands below a node is shown; an invalid index is above the departments."""
        while index.isValid() and self._view.isExpanded(index):
            index = index.parent()
        return not index.isValid()

    def _measure_rows(self, first: Index, last: Index) -> None:
        for row in range(first.row(), last.row() + 1):
            self._measure_again(first.sibling(row, 0))
        self.speak_soon()

    def _measure_again(self, index: Index) -> None:
        node = self._model.node_at(index)
        if node.measured:
            self._measure(node)

    def _turned(self, index: Index) -> None:
        """A node was opened or closed: its own mark comes or goes, others are shown."""
        self._measure_again(index)
        if self._all_measured and self._is_open(index):
            self._measure_below(self._model.node_at(index))
        self.speak_soon()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The texts and the mark."""
        rect, right = option.rect, option.direction == RIGHT
        chosen = self._view.selectionModel().isSelected(index)  # QStyle knows too: 4 ms of a start to set it up
        node = self._model.node_at(index)
        level = node.depth
        bold = chosen or (level == 0 and self._view.isExpanded(index))
        row = self._row(node, rect.width(), bold=bold)
        top = rect.top() + (rect.height() - PITCH * len(row.title)) / 2

        def place(start: float, width: float) -> QRectF:
            left = rect.right() + 1 - start - width if right else rect.left() + start
            return QRectF(left, top, width, PITCH)

        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if node.hasChildren():
            name = "chevron-down" if self._view.isExpanded(index) else "chevron-left" if right else "chevron-right"
            chevron = place(-INDENT - 1, INDENT).adjusted(0, (PITCH - INDENT) / 2, 0, -(PITCH - INDENT) / 2)
            picture = self._theme.pixmap(name, "text3", INDENT, pixel_ratio(painter))
            painter.drawPixmap(chevron.topLeft(), picture)
        painter.setFont(self._regular)
        painter.setPen(self._theme.colour("accent" if chosen else "text2"))
        at = place(0, row.number_width)
        lines.draw(painter, (row.number,), at.topLeft(), at.width(), PITCH, right=right)
        painter.setFont(self._bold if bold else self._regular)
        painter.setPen(self._theme.colour("text2" if level > 1 and not chosen else "text"))
        at = place(row.number_width, row.title_width)
        lines.draw(painter, row.title, at.topLeft(), at.width(), PITCH, right=right)

        painter.setFont(self._small)
        end = rect.width() - EDGE
        if row.mark is not None:
            painter.setPen(QColor(self._theme.colour(signs.SEVERITY_TOKENS[row.mark.severity])))
            count = row.mark_width - SIGN - GAP
            painter.drawText(place(end - count, count), Qt.AlignmentFlag.AlignCenter, str(row.mark.count))
            at = place(end - row.mark_width, SIGN).adjusted(0, (PITCH - SIGN) / 2, 0, -(PITCH - SIGN) / 2)
            signs.paint_severity(painter, row.mark.severity, self._theme.tokens, at)
            end -= row.mark_width + 2 * GAP
        if row.outputs:
            painter.setPen(self._theme.colour("text3"))
            at = place(end - row.outputs_width, row.outputs_width)
            painter.drawText(at, Qt.AlignmentFlag.AlignCenter, row.outputs)
        painter.restore()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:  # noqa: ARG002
        """A line for the title."""
        from rbb_editor.gui.guarded import guard  # no start needs it

        field = QLineEdit(_room(parent))
        guard(field)
        field.textEdited.connect(self.writing)
        field.textChanged.connect(partial(self._widen, field))
        field.setAccessibleName(self._model.name(self._model.node_at(index).id))
        return field

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """The title as it is, all of it chosen."""
        assert isinstance(editor, QLineEdit)
        if not editor.isModified():
            editor.setText(self._model.typed_title(self._model.node_at(index).id))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:  # noqa: ARG002
        """Says what was typed."""
        assert isinstance(editor, QLineEdit)
        self.renamed.emit(self._model.node_at(index).id, editor.text())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """The line stands over title and mark, and over the table where the title is longer; scrolled out of the view,
        it stays at its edge.
        """
        number = self._around(self._model.node_at(index), option.rect.width()).number_width
        rect = option.rect.adjusted(*((8, 0, 8 - number, 0) if option.direction == RIGHT else (number - 8, 0, -8, 0)))
        viewport = self._view.viewport()
        rect.moveTop(max(0, min(rect.top(), viewport.height() - rect.height())))
        editor.setGeometry(QRect(viewport.mapTo(_room(viewport), rect.topLeft()), rect.size()))
        self._widen(editor)

    def _widen(self, editor: QWidget, _text: str = "") -> None:
        """As wide as the words that are typed, from where it begins to the far edge of the room."""
        assert isinstance(editor, QLineEdit)
        box, room = editor.geometry(), _room(self._view.viewport()).rect().adjusted(GAP, 0, -GAP, 0)
        missing = editor.fontMetrics().horizontalAdvance(editor.text()) + BESIDE - box.width()
        if missing > 0 and self._view.isRightToLeft():
            box.setLeft(max(min(box.left(), room.left()), box.left() - missing))
        elif missing > 0:
            box.setRight(min(max(box.right(), room.right()), box.right() + missing))
        editor.setGeometry(box)

    def helpEvent(self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index) -> bool:
        """What a node holds, and what was found in it."""
        if event.type() is not QEvent.Type.ToolTip or not index.isValid():
            return super().helpEvent(event, view, option, index)
        QToolTip.showText(event.globalPos(), tooltip(self._model.described(self._model.node_at(index).id, "\n")), view)
        return True

    def _row(self, node: Node, width: int, *, bold: bool) -> _Row:
        row = self._around(node, width)
        font = self._bold if bold else self._regular
        return replace(row, title=lines.broken(self._model.title(node.id), font, row.title_width, MOST_LINES))

    def _around(self, node: Node, width: int) -> _Row:
        """The row without its title. A node without any below it, over which something is dragged, is not open."""
        number = self._model.number(node.id)
        number_width = 0
        if number:
            number_width = max(NUMBER[min(node.depth, 2)], self._metrics.horizontalAdvance(number) + GAP + 2)
        mark = self._model.mark(node.id, closed=not (node.hasChildren() and self._view.isExpanded(node.index())))
        mark_width = self._small_metrics.horizontalAdvance(str(mark.count)) + SIGN + GAP if mark else 0
        outputs = str(self._model.outputs(node.id) or "") if self.show_outputs else ""
        outputs_width = self._small_metrics.horizontalAdvance(outputs) if outputs else 0
        kept = sum(part + 2 * GAP for part in (mark_width, outputs_width) if part)
        space = width - number_width - EDGE - kept
        return _Row(number, number_width, (), space, mark, mark_width, outputs, outputs_width)


def _is_heard() -> bool:
    """Whether a screen reader listens."""
    from PySide6.QtGui import QAccessible  # no start needs it

    return QAccessible.isActive()
