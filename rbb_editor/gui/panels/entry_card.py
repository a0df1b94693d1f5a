"""One entry of the history as a card: who, what, when, what became of the words, and while chosen the way back."""

from itertools import islice

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from rbb_editor.domain.differences import differences
from rbb_editor.domain.redline import Kind
from rbb_editor.domain.text import N_, Text
from rbb_editor.gui.look.theme import Theme
from rbb_editor.gui.panels.card import Card
from rbb_editor.gui.panels.entry_words import done, rich, spans_of, whereabouts
from rbb_editor.gui.panels.notes import Author, clock, words
from rbb_editor.gui.panels.parts import link
from rbb_editor.i18n import Translator
from rbb_editor.project import Project
from rbb_editor.project.past import Event

MOST_DIFFERENCES = 4


class EntryCard(Card):
    """`taken_back()`: the change is to be taken back."""

    taken_back = Signal()

    def __init__(
        self, event: Event, project: Project, node: str, tr: Translator, theme: Theme, *, in_row: bool
    ) -> None:
        super().__init__(theme)
        self.event_shown = event
        self._tr = tr
        self.way_back: QWidget | None = None
        record = event.record
        who = record.author or tr(N_("unknown"))
        self._said = [who, tr(done(event)), clock(record.time)]
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(Author(who, theme), 0, Qt.AlignmentFlag.AlignTop)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(3)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(words(who, "strong", wrap=False), 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(words(tr(done(event)), "note"), 1)
        head.addWidget(words(clock(record.time), "hint", wrap=False), 0, Qt.AlignmentFlag.AlignTop)
        self._lines.addLayout(head)
        self._add_differences(project, node, in_row=in_row)
        row.addLayout(self._lines, 1)
        self.column.addLayout(row)
        self.setAccessibleName(", ".join(self._said))

    def _add_differences(self, project: Project, node: str, *, in_row: bool) -> None:
        change = self.event_shown.change
        if change is None:
            return
        found = list(islice(differences(change), 1000))
        for each in found[:MOST_DIFFERENCES]:
            where = whereabouts(project, each, node, in_row=in_row)
            if len(found) > 1 or len(where) > 1 or each.field in ("place", "resolved"):
                self._lines.addWidget(words(" · ".join(map(self._tr, where)), "note"))
            spans = spans_of(each, project.language, self._tr)
            if spans:
                rtl = project.language.rtl and each.field not in ("comment", "waiver")
                self._lines.addWidget(self._redline(rich(spans, self._theme.tokens), rtl=rtl))
                names = {Kind.DELETED: N_("struck out: {text}"), Kind.INSERTED: N_("put in: {text}")}
                self._said += [self._tr(names[s.kind], text=s.text) for s in spans if s.kind in names]
        if len(found) > MOST_DIFFERENCES:
            more = len(found) - MOST_DIFFERENCES
            text = Text.of(N_("and {count} more field"), plural=N_("and {count} more fields"), count=more)
            self._lines.addWidget(words(self._tr(text), "note"))

    def _redline(self, html: str, *, rtl: bool) -> QLabel:
        label = QLabel(f'<p dir="rtl">{html}</p>' if rtl else html)
        label.setTextFormat(Qt.TextFormat.RichText)
        label.setWordWrap(True)
        label.setLayoutDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
        return label

    def show_way_back(self, refusal: Text | None) -> None:
        """Offers to take the change back, or says why that cannot be."""
        self.hide_way_back()
        if refusal is not None:
            self.way_back = words(self._tr(refusal), "note")
        else:
            back = link(self._tr(N_("Take back")), self._tr(N_("Undo this change alone, as a new change")))
            back.clicked.connect(self.taken_back)
            self.way_back = back
        self._lines.addWidget(self.way_back, 0, Qt.AlignmentFlag.AlignLeading)

    def hide_way_back(self) -> None:
        """Offers nothing any more."""
        if self.way_back is not None:
            self.way_back.hide()
            self.way_back.deleteLater()
            self.way_back = None
