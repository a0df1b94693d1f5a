"""The history of a row, a table or the report: read in pages while it is shown, following what is changed."""

from collections import deque

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from rbb_editor.domain.entities import REPORT_ID, Entity
from rbb_editor.domain.text import N_, Text
from rbb_editor.edits.taking_back import take_back
from rbb_editor.errors import UserError
from rbb_editor.gui.days import day
from rbb_editor.gui.look.theme import Theme
from rbb_editor.gui.panels.card import scrolled
from rbb_editor.gui.panels.entry_card import EntryCard
from rbb_editor.gui.panels.notes import words
from rbb_editor.gui.panels.parts import Hairline, link, pane, segment
from rbb_editor.gui.spot import spot_of
from rbb_editor.i18n import Translator
from rbb_editor.project import Project
from rbb_editor.project.effects import effect
from rbb_editor.project.past import Event, Page, Past

AT_ONCE = 30
"""Entries listed before the user asks for more."""
NOTHING = N_("Nothing has been changed here yet.")
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
        self.cards: list[EntryCard] = []
        self._gone: dict[str, Entity] = {}
        self._reading = QTimer(self)
        self._reading.setInterval(0)
        self._reading.timeout.connect(self._read)
        self._untold: deque[EntryCard] = deque()
        self._telling = QTimer(self)
        self._telling.setInterval(0)
        self._telling.timeout.connect(self._tell_effect)
        self._page = pane("surface")
        self._column = QVBoxLayout(self._page)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._nothing = words("", "note")
        self._nothing.setContentsMargins(16, 16, 16, 16)
        self.older = link(tr(N_("Show older changes")))
        self.older.clicked.connect(self._read_on)
        self._column.addWidget(self._nothing)
        self._column.addWidget(self.older, 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addStretch(1)
        self.area = scrolled(self._page)
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

    # showing

    def show_place(self, node: str, row: str) -> None:
        """The history of a row ("": none is current) or of what holds it; what is new comes on top."""
        self._node, self._row = node, row
        self.scopes.button(0).setEnabled(bool(row))
        scope = self._scope()
        place = (scope, {"row": row, "table": node, "report": REPORT_ID}[scope])
        if place != self._shown:
            self._shown = place
            self._start()
        else:
            self._add_new()

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
        self._clear()
        self._wanted = self._ids()
        self._before, self._due = None, AT_ONCE
        self._nothing.hide()
        self.older.hide()
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
            self._append(event)
        more = page.before is not None
        if more and len(self.cards) < self._due:
            self._reading.start()
        else:
            self._reading.stop()
            self.older.setVisible(more)
            self._nothing.setVisible(not self.cards)

    def _page_before(self, before: int | None) -> Page | None:
        """A page of the journal; where it cannot be read that is said in its place."""
        try:
            if before is None:
                self._seen = self._past.latest()
            page = self._past.page(before, self._wanted)
        except UserError as error:
            self._say_unreadable(error)
            return None
        self._nothing.setText(self._tr(NOTHING))
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
        self.older.hide()
        self._nothing.setText(self._tr(error.text))
        self._nothing.show()

    def _append(self, event: Event) -> None:
        above = self.cards[-1].event_shown if self.cards else None
        if above is None or self._day(above) != self._day(event):
            self._column.insertWidget(self._end(), self._head(event))
        card = self._card(event)
        self.cards.append(card)
        self._column.insertWidget(self._end(), card)

    def _add_new(self) -> None:
        """What has been changed since, on top."""
        if self._shown is not None and self._shown[0] == "table":
            self._wanted = self._ids()
        new = self._come_since()
        if not self.cards and new:
            self._start()
            return
        for event in reversed(new):
            fresh = self._day(self.cards[0].event_shown) != self._day(event)
            card = self._card(event)
            self.cards.insert(0, card)
            self._column.insertWidget(0 if fresh else 1, card)
            if fresh:
                self._column.insertWidget(0, self._head(event))
        if new:
            for card in self.cards:
                if card.is_selected():
                    self._offer(card)

    def _tell_effect(self) -> None:
        """One entry in an idle moment: what it did to the findings."""
        if not self._untold:
            self._telling.stop()
            return
        card = self._untold.popleft()
        if card.event_shown.change is not None:
            card.show_effect(effect(self._project, card.event_shown.change))

    def _clear(self) -> None:
        self._reading.stop()
        self._untold.clear()
        self.cards = []
        while self._end():
            item = self._column.takeAt(0)
            if item is not None and (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    def _end(self) -> int:
        """Where the next card goes: before what follows the list."""
        return self._column.count() - 3

    def _day(self, event: Event) -> str:
        return day(event.record.time, self._tr)

    def _head(self, event: Event) -> QWidget:
        head = words(self._day(event), "daily")
        head.setContentsMargins(16, 14, 16, 2)
        return head

    def _card(self, event: Event) -> EntryCard:
        row = self._shown[1] if self._shown is not None and self._shown[0] == "row" else ""
        pairs = event.change.pairs if event.change is not None else ()
        self._gone |= {pair.id: pair.before for pair in pairs if pair.before is not None and pair.after is None}
        card = EntryCard(event, self._project, self._gone, self._node, self._tr, self._theme, row=row)
        card.chosen.connect(lambda: self._choose(card, go=False))
        card.opened.connect(lambda: self._choose(card, go=True))
        card.taken_back.connect(lambda: self._take_back(card))
        self._untold.append(card)
        self._telling.start()
        return card

    # choosing, taking back

    def _choose(self, chosen: EntryCard, *, go: bool) -> None:
        for card in self.cards:
            if card is not chosen and card.is_selected():
                card.set_selected(False)
                card.hide_way_back()
        if not chosen.is_selected():
            chosen.set_selected(True)
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
