"""The review of a file that came back: every change beside what was sent and what stands now, taken or left.

Nothing in the report changes until Finish.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from rbb_editor.domain.text import N_, Text
from rbb_editor.gui.days import clock, short_date
from rbb_editor.gui.merge.combine import CombineDialog
from rbb_editor.gui.merge.decisions import Decisions, State
from rbb_editor.gui.merge.filters import Filters
from rbb_editor.gui.merge.foot import Foot
from rbb_editor.gui.merge.model import DifferencesModel
from rbb_editor.gui.merge.view import DifferencesView, Heads
from rbb_editor.gui.nesting import nest
from rbb_editor.gui.panels.parts import Hairline, pane
from rbb_editor.merge import Decision, Difference, Side, Spot, merged
from rbb_editor.project import Pending
from rbb_editor.project.returned import Returned

if TYPE_CHECKING:
    from rbb_editor.gui.main_window import MainWindow

SEARCH_WIDTH = 216
REST = 120
"""Milliseconds that the keyboard rests before the list is searched."""
NOTHING_HERE = Text.of(N_("No change passes this filter."))


class MergeReview(QDialog):
    """`decided(Pending)`: change the report so. `decisions`: what was decided so far, also after it was closed."""

    decided = Signal(object)

    search: QLineEdit
    filters: Filters
    view: DifferencesView

    def __init__(self, returned: Returned, window: "MainWindow", kept: Mapping[Spot, Decision] | None = None) -> None:
        super().__init__(window)
        project = window.project
        assert project is not None
        self._say, self._theme, self._returned = window.say, window.theme, returned
        self._rtl = project.language.rtl
        self.decisions = Decisions(returned.comparison, kept)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self._say(N_("Review “{name}”"), name=returned.path.name))
        self.resize(window.size())

        self.model = DifferencesModel(self.decisions, project.language, self._say, self, returned.makers)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head())
        column.addWidget(Hairline(self._theme, self))
        column.addWidget(self._middle(), 1)
        column.addWidget(Hairline(self._theme, self))
        self.foot = Foot(self._say, self._theme, self)
        column.addWidget(self.foot)
        self._connect()
        self._follow()
        if self.model.rows and not self.view.step(1):
            self.view.setCurrentIndex(self.model.index(0))
        self.view.setFocus()

    def _connect(self) -> None:
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(REST)
        self._typing.timeout.connect(self._show)
        self.search.textChanged.connect(self._typing.start)
        self.filters.chosen.connect(self._show)
        self.view.combine_wanted.connect(self._combine)
        self.view.through.connect(self._through)
        self.model.decided.connect(self._follow)
        self.foot.taken.connect(self._take_shown)
        self.foot.kept.connect(self._keep_shown)
        self.foot.later.connect(self.reject)
        self.foot.finished.connect(self.accept)
        for keys, work in (
            ("F8", lambda: self.view.step(1)),
            ("Shift+F8", lambda: self.view.step(-1)),
            ("Ctrl+Z", self.model.undo),
            ("Ctrl+F", self.search.setFocus),
            ("Ctrl+Return", self.foot.go.click),
            ("Ctrl+Enter", self.foot.go.click),
            ("Ctrl+Shift+A", self.foot.calm.click),
            ("Ctrl+Shift+R", self.foot.keep.click),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(work)
        self.search.installEventFilter(self)
        self.foot.go.installEventFilter(self)

    def _head(self) -> QWidget:
        head = pane("chrome", self)
        title = QLabel(self._say(N_("Review of “{name}”"), name=self._returned.path.name), head)
        title.setProperty("role", "title")
        title.setTextFormat(Qt.TextFormat.PlainText)
        self.note = QLabel(self._say.sentences(map(self._say, self._facts())), head)
        self.note.setProperty("role", "note")
        self.note.setTextFormat(Qt.TextFormat.PlainText)
        self.note.setWordWrap(True)
        self.search = QLineEdit(head)
        self.search.setPlaceholderText(self._say(N_("Search the changes")))
        self.search.setAccessibleName(self._say(N_("Search the changes")))
        self.search.setClearButtonEnabled(True)
        self.search.setFixedWidth(SEARCH_WIDTH)
        self.search.addAction(self._theme.icon("search", "text2"), QLineEdit.ActionPosition.LeadingPosition)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(title)
        words.addWidget(self.note)
        row = QHBoxLayout(head)
        row.setContentsMargins(20, 12, 16, 12)
        row.setSpacing(24)
        nest(row, words, 1)
        row.addWidget(self.search)
        return head

    def _facts(self) -> list[Text]:
        """What was compared with what."""
        found = self._returned.comparison
        if self._returned.sent is not None:
            sent = self._returned.sent.astimezone()
            since = Text.of(
                N_("Compared with the report as it stood when this file was written: {date}, {time}."),
                date=short_date(sent.date(), self._say), time=clock(sent),
            )  # fmt: skip
        else:
            since = Text.of(
                N_("Nothing in this file says from which state of the report it was written: it is compared with what "
                   "stands now.")
            )  # fmt: skip
        same = Text.of(
            N_("{count} output is unchanged."), plural=N_("{count} outputs are unchanged."), count=found.unchanged
        )
        ours = Text.of(
            N_("{count} was changed only here and stays as it is."),
            plural=N_("{count} were changed only here and stay as they are."),
            count=found.ours_only,
        )
        return [since, same, *([ours] if found.ours_only else []), Text.of(N_("Nothing changes until you finish."))]

    def _middle(self) -> QWidget:
        middle = QWidget(self)
        side = pane("chrome", middle)
        self.filters = Filters(self.model, self._say, self._theme, side)
        around = QVBoxLayout(side)
        around.setContentsMargins(8, 4, 8, 8)
        around.addWidget(self.filters)
        self._lists = QStackedWidget(middle)
        listed = QWidget(self._lists)
        self.view = DifferencesView(self.model, self._say, self._theme, listed)
        column = QVBoxLayout(listed)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Heads(self.view, self._say, self._theme, listed))
        column.addWidget(self.view, 1)
        self._empty = QLabel(self._say(NOTHING_HERE), self._lists)
        self._empty.setProperty("role", "note")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._lists.addWidget(listed)
        self._lists.addWidget(self._empty)
        row = QHBoxLayout(middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(side)
        row.addWidget(self._lists, 1)
        return middle

    def sizeHint(self) -> QSize:
        """Room for all columns."""
        return QSize(1180, 760)

    def accept(self) -> None:
        """Asks for the change that was decided."""
        label, comparison, made = self._label(), self._returned.comparison, dict(self.decisions.made)
        change = Pending(label, len(made), lambda _report, _progress: merged(comparison, made, label))
        super().accept()
        self.decided.emit(change)

    def _label(self) -> Text:
        """The name of the change: the file, and whose changes were taken from it."""
        taken = [each for each in self.decisions.comparison.differences if self.decisions.state(each) is State.ACCEPTED]
        names = dict.fromkeys(maker.name for each in taken for maker in self.model.makers_of(each))
        name = self._returned.path.name
        if not names:
            return Text.of(N_("Merge “{name}”"), name=name)
        return Text.of(N_("Merge “{name}” by {authors}"), name=name, authors=", ".join(names))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc in the search empties it and goes back to the list; it does not close the review. Enter on the last
        button presses it: it is no default button, which Enter in the list would press too.
        """
        pressed = event.key() if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) else None
        if watched is self.foot.go and pressed in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.foot.go.click()
            return True
        if watched is self.search and event.type() is QEvent.Type.ShortcutOverride and self.search.text():
            event.accept()
            return True
        return super().eventFilter(watched, event)

    def _show(self) -> None:
        wanted = self.search.text().strip().casefold()

        def passes(each: Difference) -> bool:
            said = "\n".join(self.model.sides(each)).casefold() if wanted else ""
            return self.filters.passes(each) and wanted in said

        self.model.show(passes)
        self._lists.setCurrentIndex(0 if self.model.rows else 1)
        self._follow()

    def _follow(self) -> None:
        self.foot.show_state(self.decisions, self._at_once(), self._shown(), filtered=self._filtered())

    def _filtered(self) -> bool:
        return len(self.model.rows) < len(self.decisions.comparison.differences)

    def _shown(self) -> list[Difference]:
        """What is listed and not decided."""
        return self.decisions.undecided(self.model.rows)

    def _at_once(self) -> list[Difference]:
        """What may be taken at once: all that a filter has picked out; without one nothing that clashes."""
        return self._shown() if self._filtered() else self.decisions.calm()

    def _take_shown(self) -> None:
        self._decide_shown(self._at_once(), Side.THEIRS)

    def _keep_shown(self) -> None:
        self._decide_shown(self._shown(), Side.OURS)

    def _decide_shown(self, rows: list[Difference], side: Side) -> None:
        self.model.decide(rows, Decision(side))
        self.view.setFocus()
        if not self.view.step(1):
            self._through()

    def _through(self) -> None:
        """All is decided: the keyboard goes to the button that ends it, so that Enter does."""
        if not self.decisions.undecided(self.decisions.comparison.differences):
            self.foot.go.setFocus(Qt.FocusReason.OtherFocusReason)

    def _combine(self, difference: Difference) -> None:
        dialog = CombineDialog(difference, self._say, self._theme, self, rtl=self._rtl)

        def combined(text: str) -> None:
            self.model.decide([difference], Decision(Side.OURS, text))
            if not self.view.step(1):
                self._through()

        dialog.decided.connect(combined)
        dialog.open()
