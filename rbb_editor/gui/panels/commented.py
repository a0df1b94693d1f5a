"""What a comment is about: the cell that is current in a table, its figure and field, the words selected in it."""

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget

from rbb_editor.edits import comments
from rbb_editor.gui.panels.begun import Spot
from rbb_editor.gui.table.columns import Field
from rbb_editor.gui.table.editors.long_text import LongTextEdit
from rbb_editor.gui.table.view import TableView
from rbb_editor.gui.to_the_letter import text_in

WORDED = (Field.PLANNED_TEXT, Field.PLANNED, Field.COMPLETED, Field.REMARKS, Field.EXPLANATION)
"""The fields that a comment can be on."""


def spot_of_table(table: TableView) -> Spot | None:
    """The cell that is current in a table, with the words that are selected in its open editor."""
    now, current = table.editing.now, table.current()
    if now is not None:
        component = None if now.field is Field.PLANNED_TEXT else now.component
        return Spot(now.output, component, str(now.field), _selected(now.editor))
    return None if current is None else Spot(current.output, *cell_of(current.component, current.field))


def _selected(editor: QWidget) -> str:
    """The words that are selected in an editor of long text, told from the same words elsewhere in it."""
    if not isinstance(editor, LongTextEdit) or not editor.textCursor().hasSelection():
        return ""
    cursor = editor.textCursor()
    before = QTextCursor(editor.document())
    before.setPosition(cursor.selectionStart(), QTextCursor.MoveMode.KeepAnchor)
    start = len(before.selection().toPlainText())  # in letters, where the cursor counts as Qt does
    return comments.quoted(text_in(editor.document()), start, start + len(cursor.selection().toPlainText()))


def cell_of(component: str | None, field: str | None) -> tuple[str | None, str | None]:
    """Figure and field that a comment on a cell names: the wording of an output belongs to no figure."""
    known = field if field in WORDED else None
    return (None if known == Field.PLANNED_TEXT else component), known
