"""Editing in place: an editor opens over a cell, ends, and nothing typed is lost.

An open editor remembers its cell by ids, so what is typed arrives where it was meant even when rows move meanwhile.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QStyledItemDelegate, QWidget

from rbb_editor.domain.entities import Output
from rbb_editor.domain.text import N_
from rbb_editor.errors import UserError
from rbb_editor.gui.table import texts
from rbb_editor.gui.table.annotations import missing_reason
from rbb_editor.gui.table.answering import Answering
from rbb_editor.gui.table.columns import Field
from rbb_editor.gui.table.editors.figure import FigureEdit
from rbb_editor.gui.table.editors.long_text import LongTextEdit
from rbb_editor.gui.table.editors.making import LINES, figure_editor, text_editor
from rbb_editor.gui.table.editors.placing import box_of
from rbb_editor.gui.table.moves import Spot
from rbb_editor.gui.table.notation import read_typed
from rbb_editor.gui.to_the_letter import text_in

if TYPE_CHECKING:
    from rbb_editor.gui.table.view import TableView

EndHint = QStyledItemDelegate.EndEditHint
GONE = N_("The row you were editing is no longer there. What you typed is on the clipboard: paste it where it belongs.")
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Open(Struct):
    """The open editor and its cell. `answer`: it is the field under the question for a missing reason.

    `failed`: the last attempt to write was, of the text `refused`.
    """

    editor: LongTextEdit | FigureEdit
    output: str
    component: str
    field: Field
    before: str
    answer: bool = False
    failed: bool = False
    closing: bool = False
    refused: str | None = None


class Editing:
    """The editing of one table; at most one editor is open."""

    def __init__(self, view: "TableView") -> None:
        self._view = view
        self.now: Open | None = None
        self.answering = Answering(view)

    # opening

    def open(self, parent: QWidget, at: int, field: Field) -> QWidget:
        """Makes the editor of a field."""
        view, model = self._view, self._view.table_model
        row = model.row(at)
        assert row.component is not None
        before = model.text(at, field)
        answer = field is Field.EXPLANATION and not before and missing_reason(model, at) is not None
        editor: LongTextEdit | FigureEdit
        if field in LINES:
            editor = figure_editor(view, parent, at, field, self._as_read)
        else:
            editor = text_editor(view, parent, at, field, answer=answer)
        editor.setAccessibleName(view.say(texts.FIELD_NAMES[field]))
        self.now = Open(editor, row.id, row.component, field, before, answer)
        editor.grew.connect(self._grown)
        if field is Field.EXPLANATION and isinstance(editor, LongTextEdit):
            self.answering.begin(editor)
        view.editing_changed.emit(str(field))
        return editor

    def _as_read(self) -> None:
        """The planned figure is the one of the text again: done at once."""
        if self.now is not None and isinstance(self.now.editor, FigureEdit):
            self.now.editor.clear()
            self._finish(None)

    # where it lies

    def place(self, editor: QWidget) -> None:
        """Puts the editor over its cell, its text where the cell's text is, whole within the table."""
        now, view = self.now, self._view
        if now is None or now.editor is not editor:
            return
        box = box_of(view, now)
        if box is not None:
            view.put_editor(now.editor, box.toRect(), fits=now.answer)

    def answer_height(self) -> float:
        """The height that the editor in the answer field wants; 0 without one."""
        now = self.now
        return (
            now.editor.wanted_height() if now is not None and now.answer and isinstance(now.editor, LongTextEdit) else 0
        )

    def _grown(self) -> None:
        if self.now is None:
            return
        if self.now.answer:
            self._view.redraw.row_changed(self._view.currentIndex().row())
        self.place(self.now.editor)

    # ending

    def key(self, editor: QWidget, event: QKeyEvent) -> bool:
        """The keys that end an editor and say where to go next; whether `event` was one."""
        key, modifiers = event.key(), event.modifiers()
        control = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        back = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        moves = self._view.standing.moves
        if self.answering.key(event):
            return True
        if key == Qt.Key.Key_Escape:
            self._view.closeEditor(editor, EndHint.RevertModelCache)
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab) and not control:
            self._finish(lambda spot: moves().tab(spot, -1 if key == Qt.Key.Key_Backtab or back else 1))
        elif isinstance(editor, FigureEdit) and key in ENTER and control and self._view.standing.many:
            self._fill()
        elif isinstance(editor, FigureEdit) and key in ENTER:
            self._finish(lambda spot: moves().enter(spot, -1 if back else 1), stay_if_refused=True)
        elif isinstance(editor, FigureEdit) and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._finish(lambda spot: moves().enter(spot, -1 if key == Qt.Key.Key_Up else 1), stay_if_refused=True)
        elif key in ENTER and control:
            self._finish(None)
        elif key == Qt.Key.Key_F4 and not modifiers:
            self.answering.offer_causes()
        else:
            return False
        return True

    def _fill(self) -> None:
        """What is typed goes into all selected cells of its column."""
        now, view = self.now, self._view
        if now is None or self._refuses(now):
            return
        text, now.before = now.editor.text(), now.editor.text()
        view.closeEditor(now.editor, EndHint.NoHint)
        view.clipboard.fill(text)

    def _finish(self, move: Callable[[Spot], Spot] | None, *, stay_if_refused: bool = False) -> None:
        now, view = self.now, self._view
        if now is None:
            return
        spot = view.standing.spot()
        if stay_if_refused and self._refuses(now):
            return
        if self.commit() and move is not None and spot is not None:
            view.standing.go_on(move(spot))

    def commit(self) -> bool:
        """Writes what is typed and closes the editor; False where it could not be written: the editor stays open."""
        now, view = self.now, self._view
        if now is None:
            return True
        QGuiApplication.inputMethod().commit()
        view.commitData(now.editor)
        if now.failed:
            now.failed = False
            return False
        view.closeEditor(now.editor, EndHint.NoHint)
        return True

    def head(self) -> str | None:
        """What stands before the cursor of long text, where something stands on both sides of it."""
        now = self.now
        if now is None or not isinstance(now.editor, LongTextEdit):
            return None
        text, at = text_in(now.editor.document()), now.editor.textCursor().position()
        return text[:at] if text[:at].strip() and text[at:].strip() else None

    def give_up(self) -> None:
        """Closes the editor without writing what was typed, which goes to the clipboard."""
        if self.now is not None:
            QGuiApplication.clipboard().setText(self.now.editor.text())
            self.drop()

    def drop(self) -> None:
        """Closes the editor without writing what was typed."""
        if self.now is not None:
            self.now.before = self.now.editor.text()
            self._view.closeEditor(self.now.editor, EndHint.NoHint)

    def write(self, editor: QWidget) -> None:
        """Writes what was typed; what cannot be written is said, and the editor then stays open."""
        now, view = self.now, self._view
        if now is None or now.editor is not editor:
            return
        text = now.editor.text()
        if text == now.before:
            return
        if not isinstance(view.table_model.source.report.get(now.output), Output):
            QGuiApplication.clipboard().setText(text)
            view.failed.emit(UserError(GONE))
            return
        if self._refuses(now):
            view.said.emit(texts.PLANNED_REFUSED)
            return
        if text == now.refused and QApplication.activeModalWidget() is not None:
            now.failed = True  # the sentence about it took the keyboard: it is not said twice
            return
        try:
            view.table_model.write(now.output, now.component, now.field, text)
        except UserError as error:
            now.failed = True
            now.refused = text
            view.failed.emit(error)
            return
        now.before = text
        view.edited.emit()

    def closed(self) -> None:
        """The editor is gone."""
        was, self.now = self.now, None
        self.answering.end()
        self._view.editing_changed.emit("")
        if was is not None and was.answer:
            self._view.redraw.row_changed(self._view.currentIndex().row())

    def _refuses(self, now: Open) -> bool:
        """Whether what is typed as a planned figure is none."""
        if now.field is not Field.PLANNED:
            return False
        try:
            read_typed(now.editor.text(), self._view.table_model.source.language)
        except ValueError:
            return True
        return False
