"""How a node of the outline is drawn: number, title in at most two lines, one mark."""

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QTreeView, QWidget

from rbb_editor.gui import lines
from rbb_editor.gui.look import fonts, signs
from rbb_editor.gui.look.painting import pixel_ratio
from rbb_editor.gui.look.theme import Theme
from rbb_editor.gui.tree.model import OutlineModel, Role
from rbb_editor.gui.tree.outline import Mark

Index = QModelIndex | QPersistentModelIndex

INDENT = 14
ROW, TWO_LINES, PITCH = 28, 44, 18
NUMBER = (22, 23, 27)
"""Width of the number column by depth, at least."""
SIGN, GAP, EDGE = 14, 5, 16
MOST_LINES = 2
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


class OutlineDelegate(QStyledItemDelegate):
    """Draws and edits a node, its chevron before it. The background of the row is the view's.

    `renamed(id, title)`: a title was typed; the model is never written to.
    """

    renamed = Signal(str, str)

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
        self._sizes: dict[int, QSize] = {}
        model.dataChanged.connect(self._forget_rows)
        model.rowsMoved.connect(self._moved)
        for turned in (view.expanded, view.collapsed):
            turned.connect(self._forget_one)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """One line or two: decided with the heavy font, so that choosing a node never changes its height.

        Kept, as Qt asks for all open nodes after each that comes, goes or moves; see `forget`.
        """
        known = self._sizes.get(index.internalId())
        if known is None:
            known = self._measured(index)
        return known

    def forget(self) -> None:
        """The view has another width, or what is written in the nodes may be other words: all are measured again."""
        self._sizes.clear()

    def _moved(self, above: Index, _first: int, _last: int, now_above: Index) -> None:
        if above != now_above:  # at another level all below it is of another width
            self.forget()

    def _forget_rows(self, first: Index, last: Index) -> None:
        for row in range(first.row(), last.row() + 1):
            self._sizes.pop(first.sibling(row, 0).internalId(), None)

    def _forget_one(self, index: Index) -> None:
        self._sizes.pop(index.internalId(), None)

    def _measured(self, index: Index) -> QSize:
        if not self._view.isVisible():  # its width is not known yet; it asks again when it is shown
            return QSize(0, ROW)
        width = self._view.viewport().width() - self._view.indentation() * (
            self._model.depth(str(index.data(Role.ID))) + 1
        )
        space = self._around(index, width).title_width
        size = QSize(
            0, ROW if lines.fits(self._model.title(str(index.data(Role.ID))), self._bold, space) else TWO_LINES
        )
        self._sizes[index.internalId()] = size
        return size

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The texts and the mark."""
        rect, right = option.rect, option.direction == RIGHT
        chosen = self._view.selectionModel().isSelected(index)  # QStyle knows too: 4 ms of a start to set it up
        level = self._model.depth(str(index.data(Role.ID)))
        bold = chosen or (level == 0 and self._view.isExpanded(index))
        row = self._row(index, rect.width(), bold=bold)
        top = rect.top() + (rect.height() - PITCH * len(row.title)) / 2

        def place(start: float, width: float) -> QRectF:
            left = rect.right() + 1 - start - width if right else rect.left() + start
            return QRectF(left, top, width, PITCH)

        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._model.rowCount(index):
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
        field = QLineEdit(parent)
        field.setAccessibleName(str(index.data(Qt.ItemDataRole.DisplayRole)))
        return field

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """The title as it is, all of it chosen."""
        assert isinstance(editor, QLineEdit)
        if not editor.isModified():
            editor.setText(index.data(Qt.ItemDataRole.EditRole))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:  # noqa: ARG002
        """Says what was typed."""
        assert isinstance(editor, QLineEdit)
        self.renamed.emit(str(index.data(Role.ID)), editor.text())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """The line stands over the title and the mark."""
        number = self._around(index, option.rect.width()).number_width
        rect = option.rect.adjusted(*((8, 0, 8 - number, 0) if option.direction == RIGHT else (number - 8, 0, -8, 0)))
        editor.setGeometry(QRect(rect.left(), rect.center().y() - ROW // 2, rect.width(), ROW))

    def _is_open(self, index: Index) -> bool:
        """Whether a node shows what is below it: what is dragged over a node without any opens it all the same."""
        return self._view.isExpanded(index) and self._model.hasChildren(index)

    def _row(self, index: Index, width: int, *, bold: bool) -> _Row:
        row = self._around(index, width)
        font = self._bold if bold else self._regular
        title = lines.broken(self._model.title(str(index.data(Role.ID))), font, row.title_width, MOST_LINES)
        return replace(row, title=title)

    def _around(self, index: Index, width: int) -> _Row:
        """The row without its title."""
        id = str(index.data(Role.ID))
        number = self._model.number(id)
        number_width = 0
        if number:
            number_width = max(NUMBER[min(self._model.depth(id), 2)], self._metrics.horizontalAdvance(number) + GAP + 2)
        mark = self._model.mark(id, closed=not self._is_open(index))
        mark_width = self._small_metrics.horizontalAdvance(str(mark.count)) + SIGN + GAP if mark else 0
        outputs = str(self._model.outputs(id) or "") if self.show_outputs else ""
        outputs_width = self._small_metrics.horizontalAdvance(outputs) if outputs else 0
        kept = sum(part + 2 * GAP for part in (mark_width, outputs_width) if part)
        space = width - number_width - EDGE - kept
        return _Row(number, number_width, (), space, mark, mark_width, outputs, outputs_width)
