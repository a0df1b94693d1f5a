"""One note of an import in full: the sentence, the words of the source, and what became of them."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from rbb_editor import resources
from rbb_editor.domain.change import Change
from rbb_editor.domain.entities import Output, Section
from rbb_editor.domain.language import Language
from rbb_editor.domain.places import place_words
from rbb_editor.domain.reading import Reader
from rbb_editor.domain.text import N_, Text
from rbb_editor.gui.dialogs.import_notes import CERTAINTIES, KINDS, places
from rbb_editor.gui.guarded import PlainField
from rbb_editor.gui.look.theme import Theme
from rbb_editor.gui.nesting import nest
from rbb_editor.gui.panels.parts import link
from rbb_editor.gui.panels.signs import sign_pixmap
from rbb_editor.gui.table.view import TableView
from rbb_editor.i18n import Translator
from rbb_editor.progress import silent
from rbb_editor.project import Pending
from rbb_editor.project.transfer import Certainty, Imported, ImportNote
from rbb_editor.rules.checker import Checker

WORDS = {
    Certainty.CERTAIN: Text.of(N_("Certain")),
    Certainty.LIKELY: Text.of(N_("Likely")),
    Certainty.GUESS: Text.of(N_("Guess")),
}
ROLES = {Certainty.LIKELY: "check", Certainty.GUESS: "fault"}
SOURCE_HEIGHT, SOURCE_LINE, SOURCE_LETTERS = 150, 20, 90


class Draft:
    """An import as the table's source: its rows can be corrected before they are kept."""

    def __init__(self, imported: Imported) -> None:
        self.report = imported.report
        self.language: Language = resources.language(imported.report.info.language)
        self.reader = Reader(self.language)
        self.checker = Checker(self.report, self.reader, self.language)
        self.read_only = False
        self.changed: Callable[[frozenset[str]], None] | None = None

    def do(self, change: Change | Pending | None) -> Change | None:
        """Makes a change in memory only."""
        if isinstance(change, Pending):
            change = change.work(self.report, silent)
        if change is not None:
            self.report.apply(change)
            touched = self.checker.update(change) | change.ids()
            if self.changed is not None:
                self.changed(touched)
        return change


class NoteView(QScrollArea):
    """Shows one note. `accepted()`: it is right as it is. `places_wanted(places)`: show these in the file."""

    accepted = Signal()
    places_wanted = Signal(object)

    def __init__(self, imported: Imported, say: Translator, theme: Theme, *, in_file: bool) -> None:
        """`in_file`: the places of the file can be shown."""
        super().__init__()
        self._imported = imported
        self._say = say
        self._draft = Draft(imported)
        self.setWidgetResizable(True)
        self.setMinimumWidth(420)
        self.title = _label("heading")
        self.certainty = _label("note")
        self._sign = QLabel()
        self._theme = theme
        self.sentence = _label("plain", wrap=True)
        self._source_head = _label("note")
        self._note: ImportNote | None = None
        self._can_show = in_file
        self.in_file = link(
            say(N_("&Show in the file")), say(N_("Shows the place in the file, with what stands around it"))
        )
        self.in_file.clicked.connect(self._want_places)
        self.source = PlainField()
        self.source.setReadOnly(True)
        self.source.setAccessibleName(say(N_("Source")))
        self._result_head = _label("note")
        self.result = TableView(self._draft, say, theme)
        self.result.setMinimumHeight(280)
        self._draft.changed = self.result.refresh
        page = QWidget()
        page.setProperty("pane", "surface")
        page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self._sign)
        head.addWidget(self.certainty)
        column = QVBoxLayout(page)
        column.setContentsMargins(20, 16, 16, 16)
        column.setSpacing(8)
        nest(column, head)
        column.addWidget(self.sentence)
        column.addSpacing(8)
        origin = QHBoxLayout()
        origin.addWidget(self._source_head)
        origin.addWidget(self.in_file)
        origin.addStretch(1)
        nest(column, origin)
        column.addWidget(self.source)
        column.addSpacing(8)
        column.addWidget(self._result_head)
        column.addWidget(self.result, 1000)
        self.accept = QPushButton(say(N_("&Accept")))
        self.accept.setIcon(theme.icon("check"))
        self.accept.setAutoDefault(False)
        self.accept.setToolTip(say(N_("It is right as it stands here; goes to the next one (Enter in the list)")))
        self.accept.clicked.connect(self.accepted)
        column.addWidget(self.accept, 0, Qt.AlignmentFlag.AlignLeading)
        column.addStretch(1)  # takes what is left where no result is shown
        self.setWidget(page)

    def finish(self) -> bool:
        """Takes over what is being typed in the result; False where it could not be."""
        return self.result.commit_pending()

    def show_nothing(self) -> None:
        """The file needed no repair."""
        self.title.setText(self._say(N_("Nothing had to be repaired")))
        self.sentence.setText(self._say(N_("The file was read as it stands.")))
        for widget in (self._source_head, self.in_file, self.source, self.accept):
            widget.hide()
        self._result_head.setText(self._say(N_("Result")))
        self.result.set_scope(None)
        self.result.setVisible(bool(len(self.result.table_model.rows)))

    def show_note(self, note: ImportNote, number: int, total: int) -> None:
        """Shows a note; `number` of `total`."""
        say = self._say
        self._note = note
        self.title.setText(say(KINDS[note.kind]))
        place = say(N_("{number} of {total}"), number=number, total=total)
        self.certainty.setText(f"{say(WORDS[note.certainty])} · {place}")
        self.certainty.setProperty("role", ROLES.get(note.certainty, "note"))
        self.certainty.style().polish(self.certainty)
        severity = CERTAINTIES.get(note.certainty)
        self._sign.setVisible(severity is not None)
        if severity is not None:
            self._sign.setPixmap(sign_pixmap(str(severity[0]), self._theme.tokens))
        self.sentence.setText(say(note.message))
        where = places(note, say)
        numbered = any(each.line is not None for each in note.places)
        head = N_("Source, {place}")
        if numbered:
            head = N_("Source, lines {place}") if "–" in where else N_("Source, line {place}")
        self._source_head.setText(say(head, place=where))
        self._source_head.setVisible(bool(note.source or where))
        self.in_file.setVisible(
            self._can_show and any(each.line or each.table or each.paragraph for each in note.places)
        )
        self.source.setPlainText(note.source.replace("\t", "  ⇥  "))
        self.source.setVisible(bool(note.source))
        count = sum(1 + len(line) // SOURCE_LETTERS for line in note.source.splitlines())
        self.source.setFixedHeight(min(SOURCE_HEIGHT, count * SOURCE_LINE + SOURCE_LINE))
        self._show_result(note)

    def _want_places(self) -> None:
        if self._note is not None:
            self.places_wanted.emit(self._note.places)

    def _show_result(self, note: ImportNote) -> None:
        report = self._imported.report
        entity = report.get(note.target) if note.target is not None else None
        placed = entity if isinstance(entity, (Output, Section)) else None
        if placed is not None:
            place = place_words(report, placed.id, self._draft.language)
            self._result_head.setText(self._say(N_("Result: {place}"), place=place))
        self._result_head.setVisible(placed is not None)
        self.result.setVisible(placed is not None)
        if isinstance(entity, Output):
            self.result.set_scope(entity.parent)
            self.result.show_cell(entity.id)
        elif isinstance(entity, Section):
            self.result.set_scope(entity.id)


def _label(role: str, *, wrap: bool = False) -> QLabel:
    label = QLabel()
    label.setProperty("role", role)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(wrap)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
