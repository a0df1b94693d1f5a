"""The spelling marks of one open editor or field of several lines, and its menu of suggestions."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QMenu, QPlainTextEdit, QTextEdit

from rbb_editor.domain.text import N_, Text
from rbb_editor.gui.table.lay import units
from rbb_editor.gui.to_the_letter import text_in

if TYPE_CHECKING:
    from rbb_editor.gui.spelling.spelling import Spelling

REST = 250
"""Milliseconds without a key after which the words are looked at."""
LONGEST = 40_000
"""Letters of a text whose spelling is looked at."""
MOST_SUGGESTED = 6


class SpellMarks(QObject):
    """Marks wrong words while they are not being typed; gone with its editor."""

    def __init__(self, editor: QTextEdit | QPlainTextEdit, spelling: "Spelling") -> None:
        super().__init__(editor)
        self._editor, self._spelling = editor, spelling
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST)
        self._rest.timeout.connect(self.mark)
        editor.textChanged.connect(self._rest.start)
        editor.cursorPositionChanged.connect(self._rest.start)
        editor.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        editor.customContextMenuRequested.connect(self._show_menu)
        spelling.changed.connect(self._rest.start)
        self._rest.start()

    def mark(self) -> None:
        """Marks the wrong words but for the one at the cursor."""
        text = text_in(self._editor.document())[:LONGEST]
        here = self._editor.textCursor().position()
        found = []
        for start, end in self._spelling.wrong(text):
            cursor = self._cursor(text, start, end)
            if self._editor.hasFocus() and cursor.selectionEnd() == here:
                continue  # it is being typed
            mark = QTextEdit.ExtraSelection()
            mark.cursor = cursor
            mark.format = self._format()
            found.append(mark)
        self._editor.setExtraSelections(found)

    def _format(self) -> QTextCharFormat:
        made = QTextCharFormat()
        made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        made.setUnderlineColor(QColor(self._spelling.theme.tokens.shortfall))
        return made

    def _cursor(self, text: str, start: int, end: int) -> QTextCursor:
        cursor = QTextCursor(self._editor.document())
        cursor.setPosition(units(text[:start]))
        cursor.setPosition(units(text[:end]), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _wrong_at(self, position: int) -> tuple[QTextCursor, str] | None:
        """The wrong word at a place of the document."""
        text = text_in(self._editor.document())[:LONGEST]
        for start, end in self._spelling.wrong(text):
            cursor = self._cursor(text, start, end)
            if cursor.selectionStart() <= position <= cursor.selectionEnd():
                return cursor, text[start:end]
        return None

    def _show_menu(self, at: QPoint) -> None:
        self.menu(at).popup(self._editor.viewport().mapToGlobal(at))

    def menu(self, at: QPoint) -> QMenu:
        """The editor's own menu, above it what could stand in the place of the wrong word under the mouse or cursor."""
        menu = self._editor.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        first = menu.actions()[0] if menu.actions() else None
        say, spelling = self._spelling.say, self._spelling
        places = (self._editor.cursorForPosition(at).position(), self._editor.textCursor().position())
        found = next(filter(None, map(self._wrong_at, places)), None)
        if found is not None:
            cursor, word = found
            made = [menu.addAction(each) for each in spelling.suggestions(word)[:MOST_SUGGESTED]]
            for action in made:
                action.triggered.connect(partial(self._put, cursor, action.text()))
            if not made:
                made = [menu.addAction(say(N_("No suggestion")))]
                made[0].setEnabled(False)
            add = menu.addAction(say(Text.of(N_("&Add “{word}” to my words"), word=word)))
            add.triggered.connect(partial(spelling.add, word))
            ignore = menu.addAction(say(N_("&Ignore until the report is closed")))
            ignore.triggered.connect(partial(spelling.ignore, word))
            for action in (*made, add, ignore):
                menu.removeAction(action)
                menu.insertAction(first, action)  # type: ignore[arg-type]
            menu.insertSeparator(first)  # type: ignore[arg-type]
        menu.addSeparator()
        switch = menu.addAction(say(N_("Mark &spelling")))
        switch.setCheckable(True)
        switch.setChecked(spelling.on)
        switch.toggled.connect(spelling.switch)
        if (lack := spelling.lack()) is not None:
            switch.setText(say(lack))
            switch.setEnabled(False)
        return menu

    def _put(self, cursor: QTextCursor, word: str, _checked: bool = False) -> None:
        """Puts a suggestion in the place of the word, as one step of the editor's own undo."""
        cursor.insertText(word)
        self._editor.setTextCursor(cursor)
        self._editor.setFocus()
