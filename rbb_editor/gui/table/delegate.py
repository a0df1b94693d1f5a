"""Paints the cells and opens their editors: Qt's delegate of the table."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import QApplication, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from rbb_editor.gui.table.annotations import comments_on, findings_on, marked_words, searched_words
from rbb_editor.gui.table.columns import COLUMNS, Field
from rbb_editor.gui.table.lay import Mark
from rbb_editor.rules.rule import Severity

if TYPE_CHECKING:
    from rbb_editor.gui.table.source import Misspelled
    from rbb_editor.gui.table.view import TableView

Index = QModelIndex | QPersistentModelIndex
SPELLED = (Field.PLANNED_TEXT, Field.LABEL, Field.REMARKS, Field.EXPLANATION)
CLEAR = QColor(0, 0, 0, 0)


class CellDelegate(QStyledItemDelegate):
    """What Qt calls for a cell; the drawing is `CellPainter`'s, the editors are `Editing`'s."""

    def __init__(self, view: "TableView") -> None:
        super().__init__(view)
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draws one cell."""
        view, at, rect = self._view, index.row(), option.rect
        draw, model = view.painter, view.table_model
        field = COLUMNS[index.column()].field
        row = model.row(at)
        if row.component is None:
            draw.heading(painter, rect, model.heading(at))
            return
        state = view.standing.cell_state(at, field)
        draw.ground(painter, rect, state)
        match field:
            case Field.NUMBER:
                draw.number(painter, rect, model.number(at), state)
                if state.frame is not None:
                    draw.frame(painter, rect.toRectF().adjusted(2, 2, -2, -3))
            case Field.FINDINGS | Field.COMMENTS:
                self._mark(painter, rect, at, field)
                if state.frame is not None:
                    draw.frame(painter, rect.toRectF().adjusted(2, 2, -2, -3))
            case _:
                shape = view.cells.shape(at, field)
                draw.shape(painter, rect, shape, state, self._marks(at))
                if field is Field.COMPLETED and state.editing is None:
                    draw.outcome(painter, rect, shape, model.component(at)[1].outcome)

    def _mark(self, painter: QPainter, rect: Any, at: int, field: Field) -> None:
        model, draw = self._view.table_model, self._view.painter
        if field is Field.COMMENTS:
            if comments := comments_on(model, at):
                draw.comments(painter, rect, len(comments), self._view.devicePixelRatioF())
        elif findings := findings_on(model, at):
            draw.severity(painter, rect, findings[0].severity)

    def _marks(self, at: int) -> dict[Field, list[Mark]]:
        """The words in a row that open comments and findings are about, and those searched for."""
        marks: dict[Field, list[Mark]] = {}
        draw = self._view.painter
        for comment in comments_on(self._view.table_model, at):
            if comment.quote and comment.field:
                mark = Mark(comment.quote, draw.colour("mark"), draw.colour("check"))
                marks.setdefault(Field(comment.field), []).append(mark)
        for severity, field, words, before in marked_words(self._view.table_model, at):
            ground, line = ("deleted_back", "shortfall") if severity is Severity.ERROR else ("mark", "check")
            marks.setdefault(field, []).append(Mark(words, draw.colour(ground), draw.colour(line), before))
        if self._view.misspelled is not None:
            self._add_misspelled(at, marks, self._view.misspelled)
        for field, words, before in searched_words(self._view.table_model, at):
            marks.setdefault(field, []).append(Mark(words, draw.colour("mark"), draw.colour("mark"), before))
        return marks

    def _add_misspelled(self, at: int, marks: dict[Field, list[Mark]], misspelled: "Misspelled") -> None:
        draw, model = self._view.painter, self._view.table_model
        for field in SPELLED:
            text = model.text(at, field)
            for start, end in misspelled(text):
                word = text[start:end]
                before = text.count(word, 0, start)
                marks.setdefault(field, []).append(Mark(word, CLEAR, draw.colour("shortfall"), before))

    # editing

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:  # noqa: ARG002
        """The editor of the field that is current in a cell."""
        return self._view.editing.open(parent, index.row(), self._view.standing.field_of(index))

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Nothing: an editor gets its text when it opens, and keeps what is typed whatever happens around it."""

    def setModelData(self, editor: QWidget, model: Any, index: Index) -> None:  # noqa: ARG002
        """Writes what was typed."""
        self._view.editing.write(editor)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: ARG002
        """Puts an editor over its cell."""
        self._view.editing.place(editor)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """The keys that end an editor; all else is the editor's or Qt's. A menu over an editor does not end it."""
        if event.type() == QEvent.Type.FocusOut and QApplication.activePopupWidget() is not None:
            return False
        if isinstance(event, QKeyEvent) and isinstance(editor, QWidget):
            if event.type() == QEvent.Type.KeyPress:
                return self._view.editing.key(editor, event) or super().eventFilter(editor, event)
            if event.type() == QEvent.Type.ShortcutOverride and event.key() == Qt.Key.Key_Escape:
                event.accept()
                return True
        return super().eventFilter(editor, event)
