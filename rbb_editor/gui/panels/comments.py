"""The comments on what is open: threads, the words they are about, a field for a new one."""

from collections.abc import Callable
from datetime import UTC, datetime

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from rbb_editor.domain.change import Change
from rbb_editor.domain.entities import REPORT_ID, Comment, Section
from rbb_editor.domain.places import place_seen
from rbb_editor.domain.text import N_, Text
from rbb_editor.edits import comments
from rbb_editor.gui.look.theme import Theme
from rbb_editor.gui.panels.begun import Spot, Written
from rbb_editor.gui.panels.card import scrolled
from rbb_editor.gui.panels.commented import cell_of
from rbb_editor.gui.panels.facts import SCOPES
from rbb_editor.gui.panels.new_comment import NewComment
from rbb_editor.gui.panels.notes import words
from rbb_editor.gui.panels.parts import Hairline, pane
from rbb_editor.gui.panels.thread_card import ThreadCard
from rbb_editor.gui.panels.threads import Thread, stands, threads
from rbb_editor.i18n import Translator
from rbb_editor.project import Project

MOST = 50
"""Threads shown at a time."""
NOTHING = Text.of(N_("No comments here. Select words in a cell and press Ctrl+Alt+M to ask about them."))
MORE = N_("Only the first {count} are shown. Choose a smaller part of the outline to see the others.")
WHOLE = N_("Report")
"""What the threads shown are on."""


class CommentsPanel(QWidget):
    """`change_wanted(Change)`. `spot_wanted(id, component, field, go)`: show a cell, `go`: with the keyboard.

    `writing()`: a comment or an answer is other words now.
    """

    change_wanted = Signal(object)
    spot_wanted = Signal(str, object, str, bool)
    writing = Signal()

    def __init__(self, project: Project, tr: Translator, theme: Theme) -> None:
        super().__init__()
        self._project, self._tr, self._theme = project, tr, theme
        self._node = REPORT_ID
        self._back: Callable[[], None] | None = None
        self._chosen = ""
        self._shown: list[Thread] | None = None
        self.cards: list[ThreadCard] = []
        self._drafts: dict[str, str] = {}  # answers that are written and not sent, by the comment they answer
        self.begun = NewComment(project, tr)
        self.new, self.send = self.begun.field, self.begun.send
        self.begun.sent.connect(self._add)
        self.begun.cancelled.connect(self._cancel)
        self.begun.writing.connect(self.writing)
        self._where = words("", "daily", wrap=False)
        self._head = words("", "note")
        self._page = pane("surface")
        self._column = QVBoxLayout(self._page)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addStretch(1)
        self.area = scrolled(self._page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self._top(), Hairline(theme), self.area, Hairline(theme), self.begun):
            column.addWidget(part, 1 if part is self.area else 0)
        theme.changed.connect(self._recolour)

    def _top(self) -> QWidget:
        """What the threads are on, and how many there are."""
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(16, 10, 16, 10)
        row.setSpacing(12)
        row.addWidget(self._where)
        row.addWidget(self._head, 1)
        return made

    # showing

    def show_place(self, node: str, target: str, component: str | None, field: str | None) -> None:
        """The threads of a node; those on a cell are the chosen ones."""
        self._node = node
        self._where.setText(self._tr(self._scope()))
        self.begun.follow(node, Spot(target, *cell_of(component, field)))
        found = threads(self._project, node)
        if found != self._shown:
            self._list(found)
        for card in self.cards:
            card.show_stands(stands(self._project.report, card.said.root))
        about = [card for card in self.cards if card.said.about(target, component)]
        chosen = [card for card in about if card.said.root.id == self._chosen]
        same_field = [card for card in about if card.said.root.field == field]
        if about or not _has_focus(self):
            first = [*chosen, *same_field, *about]
            self._mark(first[0] if first else None)

    def take_keyboard(self) -> None:
        """The keyboard goes to the thread of the current cell; where there is none, to the field for a new comment."""
        chosen = next((card for card in self.cards if card.is_selected()), None)
        (chosen or (self.area if self._project.read_only else self.new)).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def compose(self, spot: Spot, back: Callable[[], None] | None = None) -> None:
        """Begins a comment on something. `back`: takes the keyboard to where it was, when the comment is made."""
        self._back = back
        self.begun.begin(spot)

    def _list(self, found: list[Thread]) -> None:
        self._drafts |= {card.said.root.id: card.draft for card in self.cards}
        focused = next((card.said.root.id for card in self.cards if _has_focus(card)), "")
        self._shown = found
        while self._column.count() > 1:
            item = self._column.takeAt(0)
            if item is not None and (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.cards = [self._card(thread) for thread in found[:MOST]]
        closed = sum(thread.root.resolved for thread in found)
        counts = Text.of(N_("{open} open · {closed} resolved"), open=len(found) - closed, closed=closed)
        self._head.setText(self._tr(counts))
        for at, card in enumerate(self.cards):
            self._column.insertWidget(at, card)
            card.write(self._drafts.get(card.said.root.id, ""))
            card.set_selected(card.said.root.id == self._chosen)
            if card.said.root.id == focused:
                (card.answer or card).setFocus()
        if not found:
            self._column.insertWidget(0, self._note(NOTHING))
        elif len(found) > MOST:
            self._column.insertWidget(MOST, self._note(Text.of(MORE, count=MOST)))

    def _place_of(self, id: str) -> Text:
        return place_seen(self._project.report, id, self._node, self._project.language)

    def _scope(self) -> str:
        section = self._project.report.get(self._node)
        return SCOPES[section.level] if isinstance(section, Section) else WHOLE

    def _note(self, text: Text) -> QLabel:
        made = words(self._tr(text), "note")
        made.setContentsMargins(16, 16, 16, 16)
        return made

    def _card(self, thread: Thread) -> ThreadCard:
        place = self._place_of(thread.root.target)
        writable = not self._project.read_only
        card = ThreadCard(thread, place, self._tr, self._theme, author=self._project.author, writable=writable)
        card.chosen.connect(lambda: self._choose(card, go=False))
        card.opened.connect(lambda: self._choose(card, go=True))
        card.writing.connect(self.writing)
        card.answered.connect(lambda text: self._answer(thread.root, text))
        card.resolved.connect(
            lambda resolved: self._do(comments.set_resolved(self._project.report, thread.root.id, resolved))
        )
        card.deleted.connect(lambda id: self._do(comments.delete_comment(self._project.report, id)))
        return card

    def _choose(self, card: ThreadCard, *, go: bool) -> None:
        root = card.said.root
        self._mark(card)
        self.spot_wanted.emit(root.target, root.component, root.field or "planned_text", go)

    def _mark(self, chosen: ThreadCard | None) -> None:
        self._chosen = chosen.said.root.id if chosen is not None else ""
        for card in self.cards:
            card.set_selected(card is chosen)
        if chosen is not None:
            QTimer.singleShot(0, chosen, lambda: self.area.ensureWidgetVisible(chosen, 0, 0))

    def _recolour(self) -> None:
        self._shown = None
        spot = self.begun.spot
        self.show_place(self._node, spot.target, spot.component, spot.field)

    # writing

    def _do(self, change: Change | None) -> bool:
        """Has a change made; whether it was."""
        if change is None:
            return False
        self.change_wanted.emit(change)
        return all(self._project.report.get(pair.id) == pair.after for pair in change.pairs)

    def finish(self) -> bool:
        """Sends what is written and not sent; False where it could not be written."""
        self.begun.show_about()  # what it is about may be gone
        for id, text in self.written().answers.items():
            root = self._project.report.get(id)
            assert isinstance(root, Comment)
            if not self._answer(root, text.strip()):
                return False
        self._add()
        return not self.new.words()

    def written(self) -> Written:
        """What is written and not sent."""
        self._drafts |= {card.said.root.id: card.draft for card in self.cards}
        answers = {id: text for id, text in self._drafts.items() if text.strip() and id in self._project.report}
        return Written(self.begun.spot, self.new.words(), answers)

    def write_again(self, written: Written) -> None:
        """Goes on with what was written in the place of all that is."""
        self._drafts = dict(written.answers)
        self.begun.write_again(written.spot, written.text)
        for card in self.cards:
            card.write(self._drafts.get(card.said.root.id, ""))

    def _answer(self, root: Comment, text: str) -> bool:
        change = comments.add_comment(
            self._project.report, root.target, text, author=self._project.author, time=datetime.now(UTC),
            component=root.component, field=root.field, answers=root.id,
        )  # fmt: skip
        card = next((each for each in self.cards if each.said.root.id == root.id), None)
        done = self._do(change)
        if done:
            self._drafts.pop(root.id, None)
            if card is not None:
                card.write("")
        return done

    def _add(self) -> None:
        spot, text = self.begun.spot, self.new.words()
        if not text or spot.target not in self._project.report:
            return
        change = comments.add_comment(
            self._project.report, spot.target, text, author=self._project.author, time=datetime.now(UTC),
            component=spot.component, field=spot.field, quote=spot.quote,
        )  # fmt: skip
        assert change is not None
        self._chosen = change.pairs[0].id
        if self._do(change):
            self.begun.clear()
            back, self._back = self._back, None
            if back is not None:
                back()

    def _cancel(self) -> None:
        self.begun.clear()
        self._back = None
        spot = self.begun.spot
        self.spot_wanted.emit(spot.target, spot.component, spot.field or "planned_text", True)


def _has_focus(widget: QWidget) -> bool:
    """Whether the keyboard is in a widget or in a part of it."""
    focused = QApplication.focusWidget()
    return focused is not None and (focused is widget or widget.isAncestorOf(focused))
