"""All keyboard shortcuts, grouped as the menus are; those of table and outline are listed too."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QGridLayout, QLabel, QScrollArea, QWidget

from rbb_editor.domain.text import N_
from rbb_editor.gui.actions import FILTERS, MENUS
from rbb_editor.gui.dialogs.parts import prepare
from rbb_editor.gui.menus import Menus, without_mnemonic
from rbb_editor.i18n import Translator

IN_TABLE = (
    ("Enter, Shift+Enter", N_("Next row, previous row")),
    ("Tab, Shift+Tab", N_("Next cell, previous cell")),
    ("F2", N_("Edit the cell")),
    ("Ctrl+Enter", N_("End a long text")),
    ("Esc", N_("Leave the cell as it was")),
)
IN_OUTLINE = (
    ("F2", N_("Rename the section")),
    ("←, →", N_("Close, open a node")),
)


class ShortcutList(QDialog):
    """A list to read."""

    def __init__(self, menus: Menus, say: Translator, parent: QWidget) -> None:
        super().__init__(parent)
        page = QWidget()
        self._grid = QGridLayout(page)
        self._grid.setHorizontalSpacing(32)
        self._grid.setVerticalSpacing(6)
        for title, ids in MENUS:
            every = [each for id in ids if id is not None for each in (FILTERS if id == "filter" else (id,))]
            keyed = [menus.actions[id] for id in every if id in menus.actions and menus.actions[id].shortcuts()]
            lines = [
                (action.shortcut().toString(QKeySequence.SequenceFormat.NativeText), action.iconText())
                for action in keyed
            ]
            self._group(without_mnemonic(say(title)), lines)
        self._group(say(N_("In the table")), [(keys, say(text)) for keys, text in IN_TABLE])
        self._group(say(N_("In the outline")), [(keys, say(text)) for keys, text in IN_OUTLINE])
        area = QScrollArea()
        area.setWidget(page)
        area.setWidgetResizable(True)
        area.setAccessibleName(say(N_("Keyboard shortcuts")))
        prepare(self, N_("Keyboard shortcuts"), area, say)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setMinimumWidth(page.sizeHint().width() + 2 * area.verticalScrollBar().sizeHint().width())
        self.resize(max(460, self.sizeHint().width()), 560)

    def _group(self, title: str, lines: list[tuple[str, str]]) -> None:
        if not lines:
            return
        self._add(title, 0, "strong")
        for keys, text in lines:
            row = self._grid.rowCount()
            self._add(text, 0, "plain", row)
            self._add(keys, 1, "note", row)

    def _add(self, text: str, column: int, role: str, row: int | None = None) -> None:
        label = QLabel(text)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setProperty("role", role)
        self._grid.addWidget(label, self._grid.rowCount() if row is None else row, column)
