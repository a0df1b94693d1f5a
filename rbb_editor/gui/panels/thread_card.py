"""One thread of comments as a card: the words it is about, who said what, and while it is chosen the answer."""

from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from rbb_editor.domain.entities import Comment
from rbb_editor.domain.text import N_, Text
from rbb_editor.gui.days import moment
from rbb_editor.gui.look.theme import Theme
from rbb_editor.gui.nesting import nest
from rbb_editor.gui.panels.card import Card
from rbb_editor.gui.panels.notes import Author, NoteEdit, ending, words
from rbb_editor.gui.panels.parts import link
from rbb_editor.gui.panels.threads import Thread
from rbb_editor.gui.to_the_letter import text_in
from rbb_editor.i18n import Translator

MOST_QUOTED = 120
SHORT_QUOTE = 18
"""Letters that fit into one line in every script."""


class ThreadCard(Card):
    """`answered(str)`: an answer was sent. `resolved(bool)`: close or open it. `deleted(id)`: delete a comment.

    `writing()`: an answer is other words now.
    """

    writing = Signal()
    answered = Signal(str)
    resolved = Signal(bool)
    deleted = Signal(str)

    def __init__(
        self, thread: Thread, place: Text, tr: Translator, theme: Theme, *, author: str, writable: bool
    ) -> None:
        super().__init__(theme)
        self.said = thread
        self._tr = tr
        self._writable = writable
        self._draft = ""
        self._deletes: list[QPushButton] = []
        self.answer: NoteEdit | None = None
        self.foot: QWidget | None = None
        said = "; ".join(f"{comment.author}: {comment.text}" for comment in thread.comments)
        self.setAccessibleName(f"{tr(place)}: {said}")
        self._head(tr(place), thread.root)
        self.changed = words(tr(N_("These words have been changed since.")), "note")
        self.changed.hide()
        self.column.addWidget(self.changed)
        for comment in thread.comments:
            self._said(comment, own=writable and comment.author == author and self._may_go(comment, author))

    @property
    def draft(self) -> str:
        """The answer that is written and not sent."""
        return text_in(self.answer.document()) if self.answer is not None else self._draft

    def write(self, text: str) -> None:
        """Goes on with an answer that was begun; its field may come later."""
        self._draft = text
        if self.answer is not None:
            self.answer.setPlainText(text)

    def show_stands(self, stands: bool) -> None:
        """Says where the words it is about are no longer there."""
        self.changed.setVisible(not stands)

    def _may_go(self, comment: Comment, author: str) -> bool:
        """Whether a comment can be deleted without taking the words of somebody else with it."""
        return comment is not self.said.root or all(each.author == author for each in self.said.answers)

    def _head(self, place: str, root: Comment) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        quote = " ".join(root.quote.split())
        if len(quote) > MOST_QUOTED:
            quote = quote[:MOST_QUOTED] + "…"
        if quote:
            long = len(quote) > SHORT_QUOTE
            row.addWidget(words(f"“{quote}”", "quote", wrap=long), 1 if long else 0)
            if not long:
                row.addStretch(1)
        elif root.resolved:
            row.addWidget(words(self._tr(N_("Resolved")), "note", wrap=False), 1)
        else:
            row.addStretch(1)
        row.addWidget(words(place, "note", wrap=False), 0, Qt.AlignmentFlag.AlignTop)
        nest(self.column, row)

    def _said(self, comment: Comment, *, own: bool) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(Author(comment.author, self._theme), 0, Qt.AlignmentFlag.AlignTop)
        lines = QVBoxLayout()
        lines.setSpacing(2)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(words(comment.author, "strong", wrap=False))
        head.addWidget(words(moment(comment.time, self._tr), "hint", wrap=False))
        head.addStretch(1)
        if own:
            tip = self._tr(N_("Delete this comment; undo brings it back"))
            delete = link(self._tr(N_("Delete")), tip, kind="quiet", flush=True)
            delete.clicked.connect(lambda: self.deleted.emit(comment.id))
            delete.setFixedHeight(Author.SIDE)  # no higher than the sign beside the name
            head.addWidget(delete)
            self._deletes.append(delete)
        nest(lines, head)
        text = words(comment.text)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        text.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        lines.addWidget(text)
        nest(row, lines, 1)
        nest(self.column, row)

    def set_selected(self, selected: bool) -> None:
        """The chosen thread has a field for an answer."""
        super().set_selected(selected)
        if selected and self.foot is None and self._writable:
            self.column.addWidget(self._foot())
            self._order()
        if self.foot is not None:
            self.foot.setVisible(selected)

    def _order(self) -> None:
        """Tab leads from the card to the answer, and to what takes words away last."""
        assert self.foot is not None
        answer = [self.answer] if self.answer is not None else []
        for before, after in pairwise([self, *answer, *self.foot.findChildren(QPushButton), *self._deletes]):
            QWidget.setTabOrder(before, after)

    def _foot(self) -> QWidget:
        tr = self._tr
        self.foot = QWidget()
        column = QVBoxLayout(self.foot)
        column.setContentsMargins(0, 2, 0, 0)
        column.setSpacing(4)
        row = QHBoxLayout()
        if not self.said.root.resolved:
            self.answer = NoteEdit(tr(N_("Answer")), tr(N_("Answer")))
            self.answer.setPlainText(self._draft)
            self.answer.textChanged.connect(self.writing)
            self.answer.sent.connect(self._send)
            self.answer.cancelled.connect(self.setFocus)
            column.addWidget(self.answer)
            close = link(tr(N_("Resolve")), tr(N_("Close this thread; it can be opened again")), flush=True)
            close.setIcon(self._theme.icon("check", "accent"))
        else:
            close = link(tr(N_("Reopen")), tr(N_("Open this thread again")), flush=True)
        close.clicked.connect(lambda: self.resolved.emit(not self.said.root.resolved))
        row.addWidget(close)
        if self.answer is None:
            row.addStretch(1)
        else:
            row.addWidget(ending(tr(N_("Ctrl+Enter sends"))), 1)
        nest(column, row)
        return self.foot

    def _send(self) -> None:
        if self.answer is not None and self.answer.words():
            self.answered.emit(self.answer.words())
