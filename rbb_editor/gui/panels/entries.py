"""What the history lists: entries as cards under the days they were made, each with what it did to the findings."""

from collections import deque
from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rbb_editor.domain.entities import Entity
from rbb_editor.domain.text import N_, Text
from rbb_editor.gui.days import day
from rbb_editor.gui.look.theme import Theme
from rbb_editor.gui.panels.entry_card import EntryCard
from rbb_editor.gui.panels.notes import words
from rbb_editor.gui.panels.parts import link
from rbb_editor.i18n import Translator
from rbb_editor.project import Project
from rbb_editor.project.effects import effect
from rbb_editor.project.past import Event


class Entries(QWidget):
    """The cards, the latest on top, saying where as seen from the open `node`; at the end `older`, the way to more of
    them, or a sentence where there are none.

    `chosen(EntryCard, go)`: one was clicked, `go`: Enter was pressed on it. `taken_back(EntryCard)`: take it back.
    """

    chosen = Signal(object, bool)
    taken_back = Signal(object)

    def __init__(self, project: Project, tr: Translator, theme: Theme) -> None:
        super().__init__()
        self._project, self._tr, self._theme = project, tr, theme
        self.setProperty("pane", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.cards: list[EntryCard] = []
        self._gone: dict[str, Entity] = {}
        self.node = self._row = ""
        self._untold: deque[EntryCard] = deque()
        self._telling = QTimer(self)
        self._telling.setInterval(0)
        self._telling.timeout.connect(self._tell_effect)
        self._nothing = words("", "note")
        self._nothing.setContentsMargins(16, 16, 16, 16)
        self.older = link(tr(N_("Show older changes")))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._nothing)
        self._column.addWidget(self.older, 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addStretch(1)

    def begin(self, node: str, row: str) -> None:
        """Lists nothing yet. `node`: the open one; `row`: the output whose history it is, "" for more than that."""
        self.node, self._row = node, row
        self._untold.clear()
        self.cards = []
        while self._end():
            item = self._column.takeAt(0)
            if item is not None and (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._nothing.hide()
        self.older.hide()

    def append(self, event: Event) -> None:
        """One more at the end, which is older than all there are."""
        if not self.cards or self._day(self.cards[-1].event_shown) != self._day(event):
            self._column.insertWidget(self._end(), self._head(event))
        card = self._card(event)
        self.cards.append(card)
        self._column.insertWidget(self._end(), card)

    def put_on_top(self, events: Sequence[Event]) -> None:
        """Later ones than all there are, the latest first."""
        for event in reversed(events):
            fresh = self._day(self.cards[0].event_shown) != self._day(event)
            card = self._card(event)
            self.cards.insert(0, card)
            self._column.insertWidget(0 if fresh else 1, card)
            if fresh:
                self._column.insertWidget(0, self._head(event))

    def show_end(self, *, more: bool, nothing: Text | None) -> None:
        """What follows the last card: the way to `more`, or what is said where there is nothing to list."""
        self.older.setVisible(more)
        self._nothing.setVisible(nothing is not None)
        if nothing is not None:
            self._nothing.setText(self._tr(nothing))

    def choose(self, chosen: EntryCard) -> bool:
        """Makes a card the chosen one; whether it was not before."""
        for card in self.cards:
            if card is not chosen and card.is_selected():
                card.set_selected(False)
                card.hide_way_back()
        new = not chosen.is_selected()
        if new:
            chosen.set_selected(True)
        return new

    def _tell_effect(self) -> None:
        """One entry in an idle moment: what it did to the findings."""
        if not self._untold:
            self._telling.stop()
            return
        card = self._untold.popleft()
        if card.event_shown.change is not None:
            card.show_effect(effect(self._project, card.event_shown.change))

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
        pairs = event.change.pairs if event.change is not None else ()
        self._gone |= {pair.id: pair.before for pair in pairs if pair.before is not None and pair.after is None}
        card = EntryCard(event, self._project, self._gone, self.node, self._tr, self._theme, row=self._row)
        card.chosen.connect(lambda: self.chosen.emit(card, False))
        card.opened.connect(lambda: self.chosen.emit(card, True))
        card.taken_back.connect(lambda: self.taken_back.emit(card))
        self._untold.append(card)
        self._telling.start()
        return card
