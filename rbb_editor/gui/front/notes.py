"""The notes to the section title: mark and text of each, in their order."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from rbb_editor.domain.text import N_
from rbb_editor.edits import front
from rbb_editor.gui.front.fields import Field, LineField, LongField
from rbb_editor.gui.look.icons import ROW
from rbb_editor.gui.look.theme import Theme
from rbb_editor.gui.nesting import nest
from rbb_editor.i18n import Translator
from rbb_editor.project import Project

MARK_WIDTH = 56
HEIGHT = 56
BUTTONS = (
    ("arrow-up", N_("Move note {number} up")),
    ("arrow-down", N_("Move note {number} down")),
    ("trash-2", N_("Delete note {number}")),
)


class NotesEditor(QWidget):
    """A row for each note. `change_wanted(Change)`."""

    change_wanted = Signal(object)

    def __init__(self, project: Project, tr: Translator, theme: Theme) -> None:
        super().__init__()
        self._project = project
        self._tr = tr
        self._theme = theme
        self.rows: list[tuple[LineField, LongField, list[QToolButton]]] = []
        self.add = QPushButton(tr(N_("Add &note")))
        self.add.setEnabled(not project.read_only)
        self.add.clicked.connect(self._add)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        foot = QHBoxLayout()
        foot.addWidget(self.add)
        foot.addStretch(1)
        nest(self._column, foot)

    def read(self) -> None:
        """Takes the notes from the report."""
        notes = self._project.report.info.notes
        while len(self.rows) > len(notes):
            mark, _, _ = self.rows.pop()
            if (row := mark.parentWidget()) is not None:
                row.hide()
                row.deleteLater()
        while len(self.rows) < len(notes):
            self._column.insertWidget(len(self.rows), self._row(len(self.rows)))
        for at, (note, (mark, text, buttons)) in enumerate(zip(notes, self.rows, strict=True)):
            mark.hold(note.mark)
            text.hold(note.text)
            buttons[0].setEnabled(not self._project.read_only and at > 0)
            buttons[1].setEnabled(not self._project.read_only and at < len(notes) - 1)

    def commit(self) -> bool:
        """Takes over what is typed in the notes; False where that could not be written."""
        for at in range(len(self.rows)):
            self._typed(at)
        return not self.typed()

    def fields(self) -> Iterator[tuple[str, Field]]:
        """The fields of all notes by name ("notes.0.mark")."""
        for at, (mark, text, _) in enumerate(self.rows):
            yield f"notes.{at}.mark", mark
            yield f"notes.{at}.text", text

    def typed(self) -> dict[str, str]:
        """What is typed in the notes and not in the report, by field."""
        found: dict[str, str] = {}
        for at, note in enumerate(self._project.report.info.notes[: len(self.rows)]):
            mark, text, _ = self.rows[at]
            if front.set_note(self._project.report, at, mark.words, text.words) is not None:
                named = ((f"notes.{at}.mark", mark, note.mark), (f"notes.{at}.text", text, note.text))
                found |= {name: field.words for name, field, held in named if field.words != held}
        return found

    def recolour(self) -> None:
        """Takes the icons in the colours of the theme."""
        for _, _, buttons in self.rows:
            for button, (icon, _) in zip(buttons, BUTTONS, strict=True):
                button.setIcon(self._theme.icon(icon))

    def _row(self, at: int) -> QWidget:
        row = QWidget(self)
        mark, text = LineField(), LongField(HEIGHT, HEIGHT)
        mark.setFixedWidth(MARK_WIDTH)
        mark.setAccessibleName(self._tr(N_("Mark of note {number}"), number=at + 1))
        text.setAccessibleName(self._tr(N_("Text of note {number}"), number=at + 1))
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        for field in (mark, text):
            field.setReadOnly(self._project.read_only)
            field.editingFinished.connect(partial(self._typed, at))
            line.addWidget(field)
        buttons = []
        for (icon, words), work in zip(BUTTONS, (self._up, self._down, self._delete), strict=True):
            button = QToolButton()
            button.setIcon(self._theme.icon(icon))
            button.setIconSize(QSize(ROW, ROW))
            name = self._tr(words, number=at + 1)
            button.setAccessibleName(name)
            button.setToolTip(name)
            button.setEnabled(not self._project.read_only)
            button.clicked.connect(partial(work, at))
            line.addWidget(button)
            buttons.append(button)
        self.rows.append((mark, text, buttons))
        return row

    def _typed(self, at: int) -> None:
        if at < min(len(self.rows), len(self._project.report.info.notes)) and not self._project.read_only:
            mark, text, _ = self.rows[at]
            self._wanted(front.set_note(self._project.report, at, mark.words, text.words))
            if front.set_note(self._project.report, at, mark.words, text.words) is None:
                mark.settle()
                text.settle()

    def _add(self) -> None:
        if self.commit():
            self._wanted(front.add_note(self._project.report))
            if self.rows:
                self.rows[-1][1].setFocus()

    def _up(self, at: int, _checked: bool = False) -> None:
        self._move(at, -1)

    def _down(self, at: int, _checked: bool = False) -> None:
        self._move(at, 1)

    def _move(self, at: int, step: int) -> None:
        if self.commit():  # a click on the button leaves the keyboard in the field
            self._wanted(front.move_note(self._project.report, at, step))

    def _delete(self, at: int, _checked: bool = False) -> None:
        if self.commit():
            self._wanted(front.delete_note(self._project.report, at))

    def _wanted(self, change: object) -> None:
        if change is not None:
            self.change_wanted.emit(change)
