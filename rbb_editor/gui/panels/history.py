"""The history of a row, a table or the report: read in pages while it is shown, following what is changed."""

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from rbb_editor.domain.entities import REPORT_ID
from rbb_editor.domain.text import N_, Text
from rbb_editor.edits.taking_back import take_back
from rbb_editor.errors import UserError
from rbb_editor.gui.look.theme import Theme
from rbb_editor.gui.panels.card import scrolled
from rbb_editor.gui.panels.entries import Entries
from rbb_editor.gui.panels.entry_card import EntryCard
from rbb_editor.gui.panels.parts import Hairline, pane, segment
from rbb_editor.gui.spot import spot_of
from rbb_editor.i18n import Translator
from rbb_editor.project import Project
from rbb_editor.project.past import Event, Page, Past

AT_ONCE = 30
"""Entries listed before the user asks for more."""
NOTHING = Text.of(N_("Nothing has been changed here yet."))
SCOPES = (("row", N_("This row")), ("table", N_("This table")), ("report", N_("Report")))


class HistoryPanel(QWidget):
    """`change_wanted(Change)`. `spot_wanted(id, component, field, go)`: show a cell, `go`: with the keyboard.

    `compare_wanted()`: show what has changed since a state that is to be chosen.
    """

    change_wanted = Signal(object)
    compare_wanted = Signal()
    spot_wanted = Signal(str, object, str, bool)

    def __init__(self, project: Project, tr: Translator, theme: Theme) -> None:
        super().__init__()
        self._project, self._tr, self._theme = project, tr, theme
        self._past = Past(project)
        self._node, self._row = REPORT_ID, ""
        self._shown: tuple[str, str] | None = None
        self._wanted: frozenset[str] | None = None
        self._before: int | None = None
        self._due = self._seen = 0
        self._reading = QTimer(self)
        self._reading.setInterval(0)
        self._reading.timeout.connect(self._read)
        self.entries = Entries(project, tr, theme)
        self.older = self.entries.older
        self.older.clicked.connect(self._read_on)
        self.entries.chosen.connect(self._choose)
        self.entries.taken_back.connect(self._take_back)
        self.area = scrolled(self.entries)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._segments())
        column.addWidget(Hairline(theme))
        column.addWidget(self.area, 1)
        theme.changed.connect(self._start)
        theme.changed.connect(self._recolour)

    def _segments(self) -> QWidget:
        """This row, this table, the report."""
        self.scopes = QButtonGroup(self)
        held = pane("segments")
        row = QHBoxLayout(held)
        row.setContentsMargins(2, 2, 2, 2)
        row.setSpacing(0)
        for at, (_, text) in enumerate(SCOPES):
            button = segment(self._tr(text))
            self.scopes.addButton(button, at)
            row.addWidget(button)
        self.scopes.button(0).setChecked(True)
        self.scopes.idClicked.connect(self._scope_chosen)
        made = QWidget()
        column = QHBoxLayout(made)
        column.setContentsMargins(16, 10, 16, 10)
        column.addWidget(held)
        column.addStretch(1)
        self.compare = QToolButton()
        self.compare.setIconSize(QSize(18, 18))
        self.compare.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        tip = self._tr(N_("Compare with an earlier state, on the pages"))
        self.compare.setToolTip(tip)
        self.compare.setStatusTip(tip)
        self.compare.setAccessibleName(tip)
        self.compare.clicked.connect(self.compare_wanted)
        column.addWidget(self.compare)
        self._recolour()
        return made

    def _recolour(self) -> None:
        """Takes the icon in the colours of the theme."""
        self.compare.setIcon(self._theme.icon("git-compare", "text2"))

    @property
    def cards(self) -> list[EntryCard]:
        """The entries that are listed, the latest first."""
        return self.entries.cards

    # showing

    def show_place(self, node: str, row: str) -> None:
        """The history of a row ("": none is current) or of what holds it; what is new comes on top."""
        self._node, self._row = node, row
        self.entries.node = node
        self.scopes.button(0).setEnabled(bool(row))
        scope = self._scope()
        place = (scope, {"row": row, "table": node, "report": REPORT_ID}[scope])
        if place != self._shown:
            self._shown = place
            self._start()
        else:
            self._add_new()

    def take_keyboard(self) -> None:
        """The keyboard goes to the chosen entry, else to the latest; where there is none, to their place."""
        card = next((card for card in self.cards if card.is_selected()), next(iter(self.cards), None))
        if card is None:
            self.area.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        if self.entries.choose(card):
            self._offer(card)
        card.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _scope(self) -> str:
        scope = SCOPES[self.scopes.checkedId()][0]
        if scope == "row" and not self._row:
            scope = "table"
        return "report" if scope == "table" and self._node == REPORT_ID else scope

    def _scope_chosen(self) -> None:
        self.show_place(self._node, self._row)

    def _ids(self) -> frozenset[str] | None:
        """The entities whose changes are shown; None for all."""
        assert self._shown is not None
        scope, id = self._shown
        if scope == "report":
            return None
        below = (node.id for node in self._project.report.walk(id)) if scope == "table" else ()
        return frozenset((id, *below))

    def _start(self) -> None:
        """Lists from the latest entry on."""
        if self._shown is None:
            return
        scope, id = self._shown
        self.entries.begin(self._node, id if scope == "row" else "")
        self._wanted = self._ids()
        self._before, self._due = None, AT_ONCE
        self._read(first=True)

    def _read_on(self) -> None:
        self._due = len(self.cards) + AT_ONCE
        self._reading.start()

    def _read(self, *, first: bool = False) -> None:
        """One page more; goes on in idle moments until enough is listed."""
        page = self._page_before(None if first else self._before)
        if page is None:
            return
        self._before = page.before
        for event in page.events:
            self.entries.append(event)
        more = page.before is not None
        if more and len(self.cards) < self._due:
            self._reading.start()
        else:
            self._reading.stop()
            self.entries.show_end(more=more, nothing=None if self.cards else NOTHING)

    def _page_before(self, before: int | None) -> Page | None:
        """A page of the journal; where it cannot be read that is said in its place."""
        try:
            if before is None:
                self._seen = self._past.latest()
            page = self._past.page(before, self._wanted)
        except UserError as error:
            self._say_unreadable(error)
            return None
        return page

    def _come_since(self) -> tuple[Event, ...]:
        """What was changed since it was asked last: nothing is read where that is nothing, as at every arrow key."""
        try:
            new, self._seen = self._past.since(self._seen, self._wanted)
        except UserError as error:
            self._say_unreadable(error)
            return ()
        return new

    def _say_unreadable(self, error: UserError) -> None:
        self._reading.stop()
        self.entries.show_end(more=False, nothing=error.text)

    def _add_new(self) -> None:
        """What has been changed since, on top."""
        if self._shown is not None and self._shown[0] == "table":
            self._wanted = self._ids()
        new = self._come_since()
        if not self.cards and new:
            self._start()
            return
        self.entries.put_on_top(new)
        if new:
            for card in self.cards:
                if card.is_selected():
                    self._offer(card)

    # choosing, taking back

    def _choose(self, chosen: EntryCard, go: bool) -> None:
        if self.entries.choose(chosen):
            self._offer(chosen)
        change = chosen.event_shown.change
        spot = spot_of(change) if change is not None else None
        if spot is not None:
            self.spot_wanted.emit(*spot, go)

    def _offer(self, card: EntryCard) -> None:
        """The way back from a change, or why there is none."""
        event = card.event_shown
        if event.change is None or self._project.read_only:
            card.hide_way_back()
            return
        try:
            if event.record.seq == self._project.history(1)[0].seq:
                card.show_way_back(Text.of(N_("The latest change: Undo takes it back.")))
                return
            made = take_back(self._project.report, event.change)
        except UserError as error:
            card.show_way_back(error.text)
            return
        card.show_way_back(None if made is not None else Text.of(N_("All is as it was before this change.")))

    def _take_back(self, card: EntryCard) -> None:
        change = card.event_shown.change
        if change is None:
            return
        try:
            made = take_back(self._project.report, change)
        except UserError as error:
            card.show_way_back(error.text)
            return
        self.setFocus()
        self.change_wanted.emit(made)
