"""What the keys do in the table while no editor is open."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from rbb_editor.gui.table import texts
from rbb_editor.gui.table.columns import Field
from rbb_editor.gui.table.moves import Spot

if TYPE_CHECKING:
    from rbb_editor.gui.table.view import TableView

Key = Qt.Key
SHIFT, CONTROL, ALT = (
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)
CLIPBOARD_KEYS = {
    QKeySequence.StandardKey.Copy: "copy",
    QKeySequence.StandardKey.Cut: "cut",
    QKeySequence.StandardKey.Paste: "paste",
}
EDIT_KEYS = (Key.Key_F2, Key.Key_Delete, Key.Key_Backspace)
NO_TYPING = CONTROL | ALT | Qt.KeyboardModifier.MetaModifier
REASON, WHOLE_ROW = (Key.Key_F2, SHIFT), (Key.Key_Space, SHIFT)
OPEN = frozenset("([{“‘«„-/'’")
"""Signs behind which a word begins without a space."""
NOTED = (Field.FINDINGS, Field.COMMENTS)
"""The columns that lead to what is said of a row elsewhere."""
LONG = (Field.PLANNED_TEXT, Field.REMARKS, Field.EXPLANATION)
ACROSS = {Key.Key_Left: -1, Key.Key_Right: 1}
ALONG = {Key.Key_Up: -1, Key.Key_Down: 1}
PAGES = {Key.Key_PageUp: -1, Key.Key_PageDown: 1}


def handle_key(view: "TableView", event: QKeyEvent) -> bool:
    """Acts on a key; False where it is none of the table's own: Qt then selects or starts to edit."""
    for standard, command in CLIPBOARD_KEYS.items():
        if event.matches(standard):
            getattr(view.clipboard, command)()
            return True
    spot = view.standing.spot()
    if spot is None:
        return False
    key, modifiers = Key(event.key()), event.modifiers()
    if spot.field in NOTED and not view.standing.many and means_edit(event) and (key, modifiers) != REASON:
        if key == Key.Key_F2:
            view.notes_wanted.emit(str(spot.field))
        else:
            view.said.emit(texts.NOTHING_TYPED)
        return True
    if view.table_model.source.read_only and means_edit(event):
        view.said.emit(texts.READ_ONLY)
        return True
    if _acts(view, spot, key, modifiers) or _goes_on(view, spot, event):
        return True
    back = bool(modifiers & SHIFT)
    if key in (Key.Key_Tab, Key.Key_Backtab) and not modifiers & CONTROL:
        target = view.standing.moves().tab(spot, -1 if back or key == Key.Key_Backtab else 1)
        if target == spot:
            return False
        view.standing.go(target)
        return True
    entered = key in (Key.Key_Return, Key.Key_Enter)
    if modifiers & (SHIFT | ALT) and not entered:
        return False
    found = _target(view, spot, key, back=back, control=bool(modifiers & CONTROL))
    if found is not None:
        (view.standing.go_on if entered else view.standing.go)(found)
    return found is not None


def means_edit(event: QKeyEvent) -> bool:
    """Whether a key edits where something can be edited: F2, Delete, Backspace, or anything that is typed."""
    if event.modifiers() & NO_TYPING or (event.key(), event.modifiers()) == WHOLE_ROW:
        return False
    return event.key() in EDIT_KEYS or (bool(event.text()) and event.text().isprintable())


def _goes_on(view: "TableView", spot: Spot, event: QKeyEvent) -> bool:
    """A word typed on a text that stands goes on behind it, a space between where the language has spaces."""
    if spot.field not in LONG or event.modifiers() & NO_TYPING or not event.text().isalnum() or view.standing.many:
        return False
    before = view.table_model.text(spot.row, spot.field)
    if not before or before[-1].isspace() or before[-1] in OPEN or not view.table_model.source.language.spaced:
        return False
    from rbb_editor.gui.table.editors.long_text import LongTextEdit  # no start needs it

    if view.edit_field(spot.field) and view.open_editor is not None:
        editor = view.open_editor.editor
        if isinstance(editor, LongTextEdit):
            editor.insertPlainText(f" {event.text()}")
    return True


def _acts(view: "TableView", spot: Spot, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> bool:
    """Keys that do something to the current cell."""
    if key == Key.Key_F2:
        own = Field.PLANNED_TEXT if spot.field is Field.NUMBER else spot.field
        view.edit_field(Field.EXPLANATION if modifiers & SHIFT else own)
    elif key in (Key.Key_Delete, Key.Key_Backspace) and not modifiers:
        view.clipboard.clear()
    elif (key, modifiers) == WHOLE_ROW:
        view.selection.widen()
    elif key in ALONG and modifiers == SHIFT and view.selection.whole():
        view.selection.step(ALONG[key])
    elif key == Key.Key_Escape and not modifiers:
        view.escaped.emit()
    elif key == Key.Key_F4 and not modifiers:
        view.editing.answering.offer_causes()
    else:
        return False
    return True


def _target(view: "TableView", spot: Spot, key: Qt.Key, *, back: bool, control: bool) -> Spot | None:
    moves = view.standing.moves()
    if key in (Key.Key_Return, Key.Key_Enter):
        return moves.enter(spot, -1 if back else 1)
    if key in ACROSS and not control:
        step = ACROSS[key]
        return moves.horizontal(spot, -step if view.isRightToLeft() else step)
    if key in ALONG:
        if control:
            return moves.by_rows(spot, 0 if ALONG[key] < 0 else len(view.table_model.rows) - 1)
        return moves.vertical(spot, ALONG[key])
    if key in PAGES:
        return moves.by_rows(spot, _page(view, spot.row, PAGES[key]))
    if key == Key.Key_Home:
        row = moves.first() if control else spot.row
        return moves.settle(Spot(row, Field.PLANNED_TEXT)) if row is not None else None
    if key == Key.Key_End:
        row = moves.last() if control else spot.row
        return moves.settle(Spot(row, Field.REMARKS)) if row is not None else None
    return None


def _page(view: "TableView", row: int, step: int) -> int:
    """The row a page above or below."""
    header = view.verticalHeader()
    wanted = header.sectionPosition(row) + step * max(1, view.viewport().height() - view.rowHeight(row) // 2)
    if wanted < 0:
        return 0
    found = header.logicalIndexAt(wanted - header.offset())
    if found < 0:
        return len(view.table_model.rows) - 1
    return found + step if found == row else found
