"""The review of an import: what was joined, taken apart, moved, guessed and left out, each with its source and result.

Nothing is kept before Import; Cancel leaves no file behind.
"""

from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QSplitter, QVBoxLayout, QWidget

from rbb_editor.domain.text import N_, Text
from rbb_editor.gui.asked import Asked
from rbb_editor.gui.dialogs.import_notes import NoteList
from rbb_editor.gui.dialogs.import_result import NoteView
from rbb_editor.gui.dialogs.in_the_file import SourceFile
from rbb_editor.gui.page.room import Room
from rbb_editor.gui.panels.parts import Hairline, link, pane
from rbb_editor.project.left_open import comment_on
from rbb_editor.project.transfer import SUFFIX, Certainty, Imported, can_be_shown

if TYPE_CHECKING:
    from rbb_editor.gui.main_window import MainWindow

LIST_WIDTH, LEAST_LIST, LIST_SHARE = 372, 232, 0.232
"""Pixels of the list at most and at least, and its share of a small window."""
FOOT = 52


class ImportReview(QDialog):
    """`decided(Path)`: keep the report in this file."""

    decided = Signal(object)
    go: QPushButton

    def __init__(self, imported: Imported, source: Path, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._say = say = window.say
        self._imported = imported
        documents = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        found = Asked(partial(place_for, source, documents)).answer()
        self.target = found or documents / f"{source.stem}{SUFFIX}"
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(say(N_("Import “{name}”"), name=source.name))
        self.resize(window.size())

        self.notes = NoteList(imported, say, window.theme)
        self.view = NoteView(imported, say, window.theme, in_file=can_be_shown(source))
        self.file = SourceFile(source, say, window.theme, self)
        self.notes.chosen.connect(self._show)
        self.view.accepted.connect(self.notes.accept)
        self.view.places_wanted.connect(self.file.show)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self.notes)
        splitter.addWidget(self.view)
        splitter.setStretchFactor(1, 1)
        list_width = max(LEAST_LIST, min(LIST_WIDTH, round(window.width() * LIST_SHARE)))
        splitter.setSizes([list_width, max(400, window.width() - list_width)])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head(source))
        column.addWidget(Hairline(window.theme))
        column.addWidget(splitter, 1)
        column.addWidget(Hairline(window.theme))
        column.addWidget(self._foot())
        self._fit()
        self.view.result.dress.put_on()  # within its window: the style sheet has taken the font of its head
        for key, step in (("F8", self.notes.next), ("Shift+F8", self.notes.previous)):
            QShortcut(QKeySequence(key), self).activated.connect(step)
        for enter in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(enter), self).activated.connect(self._take)
        self.notes.ended.connect(self.go.setFocus)
        if imported.notes:
            self.notes.choose_first()
        else:
            self.notes.hide()
            self.view.show_nothing()
        self.go.setDefault(True)  # here, as a button that is in no dialog yet does not become the default of one

    def accept(self) -> None:
        """Keeps the report, and the guesses that are not accepted as comments on their rows."""
        if self.view.finish():
            author, now = self._window.program.author(), datetime.now(UTC)
            comment_on(self._imported.report, self.notes.left_open(), self._say, author=author, time=now)
            super().accept()
            self.decided.emit(self.target)

    def _take(self) -> None:
        """Ctrl+Enter: ends what is being typed in the result, else imports."""
        if self.view.result.open_editor is not None:
            self.view.finish()
        else:
            self.accept()

    def _head(self, source: Path) -> QWidget:
        counts = self._imported.report.counts()
        amounts = [
            self._say(Text.of(one, plural=many, count=count))
            for one, many, count in (
                (N_("{count} department"), N_("{count} departments"), counts.departments),
                (N_("{count} office"), N_("{count} offices"), counts.offices),
                (N_("{count} accomplishment"), N_("{count} accomplishments"), counts.accomplishments),
                (N_("{count} output"), N_("{count} outputs"), counts.outputs),
                (N_("{count} figure"), N_("{count} figures"), counts.figures),
            )
        ]
        read = Text.of(N_("In the file: {amounts}."), amounts=self._say.listed(amounts))
        guesses = sum(1 for note in self._imported.notes if note.certainty is Certainty.GUESS)
        total = Text.of(
            N_("{count} place was repaired or noted."),
            plural=N_("{count} places were repaired or noted."),
            count=len(self._imported.notes),
        )
        look = Text.of(
            N_("Look at the {count} guess before you go on."),
            plural=N_("Look at the {count} guesses before you go on."),
            count=guesses,
        )
        title = QLabel(self._say(N_("Read: {name}"), name=source.name))
        title.setProperty("role", "title")
        title.setTextFormat(Qt.TextFormat.PlainText)
        note = QLabel(
            self._say.sentences(
                map(self._say, (read, *([total] if self._imported.notes else []), *([look] if guesses else [])))
            )
        )
        note.setProperty("role", "note")
        note.setWordWrap(True)
        head = pane("chrome")
        column = QVBoxLayout(head)
        column.setContentsMargins(20, 12, 20, 12)
        column.setSpacing(4)
        column.addWidget(title)
        column.addWidget(note)
        return head

    def _foot(self) -> QWidget:
        say = self._say
        foot = pane("chrome")
        foot.setMinimumHeight(FOOT)
        row = QHBoxLayout(foot)
        row.setContentsMargins(20, 8, 16, 8)
        row.setSpacing(10)
        by_certainty = [
            Text.of(words, count=sum(1 for note in self._imported.notes if note.certainty is certainty))
            for certainty, words in (
                (Certainty.CERTAIN, N_("{count} certain")),
                (Certainty.LIKELY, N_("{count} likely")),
                (Certainty.GUESS, N_("{count} guessed")),
            )
        ]
        self.place = QLabel()
        self._rooms = []
        if self._imported.notes:
            row.addWidget(QLabel(" · ".join(say(text) for text in by_certainty)))
            self.progress = QLabel()
            self.progress.setProperty("role", "note")
            row.addWidget(self.progress)
            self._show_accepted()
            hint = QLabel(say(N_("Enter accepts · F8 next · Ctrl+Enter imports")))
            hint.setProperty("role", "note")
            row.addWidget(hint)
            self._rooms.append(Room(row, hint))
            self.notes.accepted_changed.connect(self._show_accepted)
        row.addStretch(1)
        self.place.setProperty("role", "note")
        self.place.setTextFormat(Qt.TextFormat.PlainText)
        self._show_place()
        row.addWidget(self.place)
        self.change = link(say(N_("Change…")), say(N_("Keep the report in another file")))
        self.change.clicked.connect(self._choose_place)
        row.addWidget(self.change)
        certain = sum(1 for note in self._imported.notes if note.certainty is Certainty.CERTAIN)
        self.accept_certain = QPushButton(say(N_("Acce&pt {count} certain"), count=certain))
        self.accept_certain.setIcon(self._window.theme.icon("check"))
        self.accept_certain.setAutoDefault(False)
        self.accept_certain.clicked.connect(self.notes.accept_certain)
        if certain:
            row.addWidget(self.accept_certain)
        cancel = QPushButton(say(N_("Cancel import")))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        row.addWidget(cancel)
        self.go = QPushButton(say(N_("&Import")))
        self.go.setProperty("primary", "true")
        self.go.clicked.connect(self.accept)
        row.addWidget(self.go)
        self._rooms.append(Room(row, self.place))
        return foot

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What is only said in the foot gives way where there is little room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.place.show()
        for room in self._rooms:
            room.fit(self.width())

    def _show_accepted(self) -> None:
        """How many are accepted."""
        accepted, total = len(self.notes.accepted), len(self._imported.notes)
        self.progress.setText(self._say(N_("{count} of {total} accepted"), count=accepted, total=total))
        self.progress.setVisible(bool(accepted))

    def _show(self, at: int) -> None:
        self.view.show_note(self._imported.notes[at], self.notes.position(), len(self._imported.notes))

    def _choose_place(self) -> None:
        self._window.files.choose.to_save_report(N_("Keep the imported report as"), self.target.name, self._placed)

    def _placed(self, path: Path) -> None:
        self.target = path
        self._show_place()

    def _show_place(self) -> None:
        name = f"{self.target.parent.name}/{self.target.name}"
        self.place.setText(self._say(N_("Will be kept as {name}"), name=name))
        self.place.setToolTip(str(self.target))


def place_for(source: Path, documents: Path) -> Path:
    """A new file for a report: beside its source where that can be written, else among the user's own."""
    import os

    folder = source.absolute().parent
    if not os.access(folder, os.W_OK):
        folder = documents if documents.is_dir() else Path.home()
    target = folder / f"{source.stem}{SUFFIX}"
    number = 2
    while target.exists():
        target = folder / f"{source.stem} {number}{SUFFIX}"
        number += 1
    return target
