"""Find and replace over the table: the fields, a live list of all that would change, one button that changes it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from rbb_editor.domain.change import Change
from rbb_editor.domain.report import Report
from rbb_editor.domain.text import N_, Text
from rbb_editor.domain.wording import Hit, Kind
from rbb_editor.edits.replacing import Replacement, label, replace_hits
from rbb_editor.errors import UserError
from rbb_editor.gui.look.theme import Theme
from rbb_editor.gui.nesting import nest
from rbb_editor.gui.panels.parts import Hairline
from rbb_editor.gui.replace.fields import SearchFields
from rbb_editor.gui.replace.foot import Foot
from rbb_editor.gui.replace.hits import HitsList
from rbb_editor.gui.replace.model import APPROVED, HitsModel
from rbb_editor.gui.replace.rows import Entry, Head
from rbb_editor.gui.replace.searching import Searching
from rbb_editor.i18n import Translator
from rbb_editor.progress import Progress
from rbb_editor.project import Pending, Project
from rbb_editor.project.search import Query

NOTHING_TYPED = Text.of(N_("Type the words to look for: every text with them is listed here."))
NOTHING_FOUND = Text.of(N_("These words were not found here."))


class ReplaceView(QWidget):
    """`closed()`: Close or Esc. `wanted(Hit)`: go to its cell. `change_wanted(Pending)`: make it."""

    closed = Signal()
    wanted = Signal(object)
    change_wanted = Signal(object)

    def __init__(self, project: Project, tr: Translator, theme: Theme) -> None:
        super().__init__()
        self._project = project
        self._tr = tr
        self._node: str | None = None
        self._query = Query("")
        self._problem: Text | None = None
        self._replacing = False
        self.setProperty("pane", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.model = HitsModel(project, tr, self)
        self.fields = SearchFields(tr, theme)
        self.list = HitsList(self.model, tr, theme, project.report.info.language, rtl=project.language.rtl)
        self.searching = Searching(project, self)
        self.foot = Foot(tr)
        self.summary = QLabel()
        self.summary.setTextFormat(Qt.TextFormat.PlainText)
        self.note = QLabel()
        self.note.setProperty("role", "note")
        self.note.setTextFormat(Qt.TextFormat.PlainText)
        self.note.setWordWrap(True)
        self.empty = QLabel(tr(NOTHING_TYPED))
        self.empty.setProperty("role", "note")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setWordWrap(True)
        self._below = QStackedWidget()
        self._below.addWidget(self.empty)
        self._below.addWidget(self.list)
        said = QHBoxLayout()
        said.setContentsMargins(20, 8, 20, 10)
        said.setSpacing(20)
        said.addWidget(self.summary)
        said.addWidget(self.note, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.fields)
        nest(column, said)
        column.addWidget(Hairline(theme))
        column.addWidget(self._below, 1)
        column.addWidget(Hairline(theme))
        column.addWidget(self.foot)
        self.setFocusProxy(self.fields.wanted)
        self._connect()
        self._show_state()

    def _connect(self) -> None:
        self.fields.query_changed.connect(self.search)
        self.fields.replacement_changed.connect(self._begin_replacing)
        self.fields.replace_entered.connect(self._begin_replacing)
        self.fields.kind_ticked.connect(self._tick_kind)
        self.fields.left.connect(self._to_list)
        self.list.left.connect(self.fields.focus_find)
        self.list.wanted.connect(self._want)
        self.list.selectionModel().currentChanged.connect(self._show_current)
        self.model.ticks_changed.connect(self._show_state)
        self.foot.closed.connect(self.closed)
        self.foot.this_wanted.connect(self._replace_this)
        self.foot.all_wanted.connect(self._replace_all)
        self.searching.found.connect(self._found)
        self.searching.failed.connect(self._failed)
        for keys, work in (
            ("Esc", self.closed.emit),
            ("Ctrl+Return", self.foot.all.click),
            ("Ctrl+Enter", self.foot.all.click),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(work)

    # what is looked for

    def open_at(self, node: str | None, text: str = "") -> None:
        """Looks for `text`, or what was looked for before; `node`: the section whose table is behind the view."""
        if text:
            self.fields.wanted.setText(text)
        self._replacing = bool(self.fields.replace.text())
        self._replacement_changed()
        self.show_node(node)
        self.search()
        self.fields.focus_find()

    def show_node(self, node: str | None) -> None:
        """Another table is open behind the view."""
        if node != self._node:
            self._node = node
            self.fields.show_scopes(section=node is not None)
            if self.fields.scope():
                self.search()

    def query(self) -> Query:
        """What the fields say."""
        match_case, whole_word, pattern = (button.isChecked() for button in self.fields.options.values())
        path = self._project.report.path(self._node) if self._node is not None else ()
        scope = (None, path[0].id, self._node)[self.fields.scope()] if path else None
        kinds = self.fields.kinds()
        return Query(self.fields.wanted.text(), match_case, whole_word, pattern, kinds, scope)

    def search(self) -> None:
        """Searches for what the fields say."""
        self._problem = None
        self.searching.begin(self.query())

    def follow(self) -> None:
        """The report has changed: the list must fit it before anything is drawn.

        After a change so large that it is still being checked, nothing is listed until that has been searched.
        """
        self.search()
        if self._project.checker.complete:
            self.searching.finish()
        else:
            self.model.show_hits((), anew=False)

    def rest(self) -> None:
        """The keyboard goes where Undo is the report's: the list, or Close where nothing is left."""
        (self.list if self.model.rows else self.foot.close_button).setFocus(Qt.FocusReason.OtherFocusReason)

    def step(self, step: int) -> bool:
        """Goes to the next (1) or previous (-1) row of the list; False where it is empty."""
        return self.list.step(step)

    # what is found

    def _found(self, hits: list[Hit]) -> None:
        query = self.query()
        row = self.list.currentIndex().row()
        self.model.show_hits(hits, anew=query != self._query)
        self._query = query
        if self.model.rows:
            self.list.setCurrentIndex(self.model.index(min(max(row, 1), len(self.model.rows) - 1)))
        self.empty.setText(self._tr(NOTHING_FOUND if query.text else NOTHING_TYPED))
        self._below.setCurrentWidget(self.list if self.model.rows else self.empty)
        self._replacement_changed()

    def _failed(self, problem: Text) -> None:
        self.model.show_hits((), anew=False)
        self._below.setCurrentWidget(self.empty)
        self.empty.setText(self._tr(problem))
        self._show_state()

    def _begin_replacing(self) -> None:
        """Who comes to what stands in their place means to replace; before that, what is found is only shown."""
        self._replacing = True
        self._replacement_changed()

    def _replacement_changed(self) -> None:
        replacement = Replacement(self.fields.replace.text(), groups=self.query().pattern) if self._replacing else None
        self.model.show_replacement(replacement)
        self._problem = None
        try:
            if replacement is not None:
                for entry in self.model.entries()[:1]:
                    replacement.of(entry.hits[0])
        except UserError as error:
            self._problem = error.text
        self._show_state()

    def _show_state(self) -> None:
        """Counts, what is said about them, and which buttons can be pressed."""
        tr, counts, chosen = self._tr, self.model.counts, self.model.chosen
        self.fields.show_counts(counts, frozenset(entry.place.kind for entry in chosen))
        many = sum(len(entry.hits) for entry in chosen)
        offices = sum(1 for row in self.model.rows if isinstance(row, Head))
        text = Text.of(
            N_("{found} found in {count} part of the report, {chosen} of them chosen."),
            plural=N_("{found} found in {count} parts of the report, {chosen} of them chosen."),
            found=counts.total(), chosen=many, count=offices,
        )  # fmt: skip
        self.summary.setText(tr(text) if counts else "")
        approved = Text.of(APPROVED) if counts[Kind.PLANNED_TEXT] else Text("")
        self.note.setText(tr(self._problem or approved))
        self.foot.show_count(many * self._replacing, deleting=not self.fields.replace.text(), able=self._able())
        self._show_current()

    def _show_current(self) -> None:
        self.foot.this.setEnabled(self._able() and self.list.current() is not None)

    def _able(self) -> bool:
        return self._replacing and self._problem is None and not self._project.read_only

    def _tick_kind(self, kind: Kind, ticked: bool) -> None:
        self.model.tick_kind(kind, ticked=ticked)

    def _to_list(self) -> None:
        self.searching.finish()
        if self.model.rows:
            self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _want(self, entry: Entry) -> None:
        self.wanted.emit(entry.hits[0])

    # what is changed

    def _replace(self, entries: list[Entry]) -> None:
        self.searching.finish()  # a change between two key presses and a click is searched already
        hits = [hit for entry in entries for hit in entry.hits]
        replacement = self.model.replacement
        assert replacement is not None  # else there are no buttons for it

        def work(report: Report, progress: Progress) -> Change | None:
            return replace_hits(report, hits, replacement, planned=True, progress=progress)

        self.change_wanted.emit(Pending(label(len(hits)), len(entries), work))

    def _replace_all(self) -> None:
        self._replace(self.model.chosen)

    def _replace_this(self) -> None:
        entry = self.list.current()
        if entry is not None:
            self._replace([entry])
