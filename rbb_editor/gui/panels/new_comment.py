"""The field for a new comment, with the place and the words that it is about."""

from msgspec.structs import replace
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from rbb_editor.domain.entities import REPORT_ID
from rbb_editor.domain.places import place_seen
from rbb_editor.domain.text import N_
from rbb_editor.gui.nesting import nest
from rbb_editor.gui.panels.begun import Spot
from rbb_editor.gui.panels.commented import WORDED
from rbb_editor.gui.panels.notes import NoteEdit, ending, words
from rbb_editor.gui.panels.thread_card import MOST_QUOTED
from rbb_editor.gui.table.columns import Field
from rbb_editor.gui.table.texts import FIELD_NAMES
from rbb_editor.i18n import Translator
from rbb_editor.project import Project


class NewComment(QWidget):
    """`spot`: what it is about. `sent()`, `cancelled()`: as it was ended. `writing()`: it is other words now."""

    sent = Signal()
    cancelled = Signal()
    writing = Signal()

    def __init__(self, project: Project, tr: Translator) -> None:
        super().__init__()
        self._project, self._tr = project, tr
        self._node = REPORT_ID
        self.spot = Spot(REPORT_ID)
        self.about = words("", "note")
        self.field = NoteEdit(tr(N_("New comment")), tr(N_("Write a comment")))
        self.field.sent.connect(self.sent)
        self.field.cancelled.connect(self.cancelled)
        self.send = QPushButton(tr(N_("Comment")))
        self.send.setEnabled(False)
        self.send.clicked.connect(self.sent)
        self.field.textChanged.connect(self.writing)
        self.field.textChanged.connect(lambda: self.send.setEnabled(bool(self.field.words())))
        foot = QHBoxLayout()
        foot.addWidget(self.send)
        foot.addWidget(ending(tr(N_("Ctrl+Enter sends"))), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 12)
        column.setSpacing(6)
        column.addWidget(self.about)
        column.addWidget(self.field)
        nest(column, foot)
        if project.read_only:
            self.hide()

    def follow(self, node: str, here: Spot) -> None:
        """Is about what is current in the open node, unless words are there already or about to be: they stay."""
        self._node = node
        if replace(self.spot, quote="") != here and not self.field.words() and not self.field.hasFocus():
            self.spot = here
        self.show_about()

    def begin(self, spot: Spot) -> None:
        """Is about something, the keyboard in the field."""
        self.spot = spot
        self.show_about()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def write_again(self, spot: Spot, text: str) -> None:
        """Goes on with what was written, in the place of all that is."""
        self.spot = spot
        self.field.setPlainText(text)
        self.show_about()

    def clear(self) -> None:
        """Nothing is written; the next one is about the same cell."""
        self.field.clear()
        self.spot = replace(self.spot, quote="")
        self.show_about()

    def show_about(self) -> None:
        """Says what it is about; the report where that is gone."""
        report = self._project.report
        if self.spot.target not in report:
            self.spot = Spot(REPORT_ID)
        parts = [self._tr(place_seen(report, self.spot.target, self._node, self._project.language))]
        if self.spot.field in WORDED:
            parts.append(self._tr(FIELD_NAMES[Field(self.spot.field)]))
        if self.spot.quote:
            parts.append(f"“{self.spot.quote[:MOST_QUOTED]}”")
        self.about.setText(" · ".join(parts))
