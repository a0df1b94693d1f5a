"""All keyboard shortcuts, grouped as the menus are, with those of table and outline; searched by words and keys."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QGridLayout, QLabel, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from rbb_editor.domain.folding import fold
from rbb_editor.domain.text import N_
from rbb_editor.gui.actions import ACTIONS, IN_SUBMENUS, MENUS
from rbb_editor.gui.dialogs.parts import prepare
from rbb_editor.gui.menus import Menus, without_mnemonic
from rbb_editor.i18n import Translator

IN_TABLE = (
    ("Enter, Shift+Enter", N_("Next row, previous row")),
    ("Tab, Shift+Tab", N_("Next cell, previous cell")),
    ("F2", N_("Edit the cell")),
    ("Shift+F2", N_("Write the reason of the row")),
    ("F4", N_("Kinds of cause, to begin the reason with")),
    ("Ctrl+Space", N_("Reasons used elsewhere, while a reason is typed")),
    ("Ctrl+Enter", N_("End a long text; with several cells selected, put a figure into all of them")),
    ("Esc", N_("Leave the cell as it was; outside a cell, end the search")),
    ("Delete", N_("Empty the selected cells")),
    ("Shift+Space", N_("Select the whole row")),
    ("Ctrl+↑, Ctrl+↓", N_("First row, last row")),
    ("Home, End", N_("First cell, last cell of the row")),
)
IN_OUTLINE = (
    ("F2", N_("Rename the section")),
    ("←, →", N_("Close, open a node")),
    ("Enter, Esc", N_("Go to the rows")),
    ("Insert, Delete", N_("Add a section beside this one, delete this one")),
    ("Alt+↑, Alt+↓", N_("Move the section")),
    ("Ctrl+Shift+←, Ctrl+Shift+→", N_("Move the section a level higher, lower")),
    ("Ctrl+D", N_("Duplicate the section")),
)


class ShortcutList(QDialog):
    """A list to read and to search."""

    def __init__(self, menus: Menus, say: Translator, parent: QWidget) -> None:
        super().__init__(parent)
        page = QWidget()
        self.lines: list[tuple[QLabel, QLabel]] = []
        self._heads: list[tuple[QLabel, int]] = []
        self._grid = QGridLayout(page)
        self._grid.setHorizontalSpacing(32)
        self._grid.setVerticalSpacing(6)
        words = {action.id: without_mnemonic(say(action.text)) for action in ACTIONS}
        for title, ids in MENUS:
            every = [each for id in ids if id is not None for each in IN_SUBMENUS.get(id, (id,)) if each is not None]
            keyed = [id for id in every if id in words and menus.actions[id].shortcuts()]
            lines = [
                (menus.actions[id].shortcut().toString(QKeySequence.SequenceFormat.NativeText), words[id])
                for id in keyed
            ]
            self._group(without_mnemonic(say(title)), lines)
        self._group(say(N_("In the table")), [(keys, say(text)) for keys, text in IN_TABLE])
        self._group(say(N_("In the outline")), [(keys, say(text)) for keys, text in IN_OUTLINE])
        self._grid.setRowStretch(self._grid.rowCount(), 1)
        self.search = QLineEdit()
        self.search.setPlaceholderText(say(N_("Search commands and keys")))
        self.search.setAccessibleName(say(N_("Search commands and keys")))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._narrow)
        self._none = QLabel(say(N_("No command and no key has this in its name.")))
        self._none.setProperty("role", "note")
        self._none.hide()
        area = QScrollArea()
        area.setWidget(page)
        area.setWidgetResizable(True)
        area.setAccessibleName(say(N_("Keyboard shortcuts")))
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self.search, self._none, area):
            column.addWidget(part)
        prepare(self, N_("Keyboard shortcuts"), content, say)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setMinimumWidth(page.sizeHint().width() + 2 * area.verticalScrollBar().sizeHint().width())
        self.resize(max(460, self.sizeHint().width()), 560)

    def _narrow(self, text: str) -> None:
        """Shows only the lines with these words, and the heads of groups that have any."""
        wanted = fold(text.strip()).text
        for name, keys in self.lines:
            found = wanted in fold(f"{name.text()} {keys.text()}").text
            name.setVisible(found)
            keys.setVisible(found)
        ends = [start for _, start in self._heads[1:]] + [len(self.lines)]
        for (head, start), end in zip(self._heads, ends, strict=True):
            head.setVisible(any(not name.isHidden() for name, _ in self.lines[start:end]))
        self._none.setVisible(all(name.isHidden() for name, _ in self.lines))

    def _group(self, title: str, lines: list[tuple[str, str]]) -> None:
        if not lines:
            return
        self._heads.append((self._add(title, 0, "strong"), len(self.lines)))
        for keys, text in lines:
            row = self._grid.rowCount()
            self.lines.append((self._add(text, 0, "plain", row), self._add(keys, 1, "note", row)))

    def _add(self, text: str, column: int, role: str, row: int | None = None) -> QLabel:
        label = QLabel(text)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setProperty("role", role)
        self._grid.addWidget(label, self._grid.rowCount() if row is None else row, column)
        return label
