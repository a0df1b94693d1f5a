"""One entry of the history as a card: who, what, when, what became of the words, and while chosen the way back."""

from collections.abc import Iterable
from itertools import islice

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from rbb_editor.domain.differences import Difference, differences
from rbb_editor.domain.redline import Kind
from rbb_editor.domain.text import N_, Text
from rbb_editor.gui.days import clock
from rbb_editor.gui.look import fonts
from rbb_editor.gui.look.theme import Theme
from rbb_editor.gui.nesting import nest
from rbb_editor.gui.panels.card import Card
from rbb_editor.gui.panels.entry_words import Gone, done, effect_words, rich, scene, spans_of, whereabouts
from rbb_editor.gui.panels.notes import Author, words
from rbb_editor.gui.panels.parts import link
from rbb_editor.i18n import Translator
from rbb_editor.project import Project
from rbb_editor.project.consequences import Consequence
from rbb_editor.project.past import Event

MOST_AT_ONCE = 4
"""Differences shown before the others are asked for."""
MOST = 300
"""Differences shown of one change: beyond them it is easier to look at the report."""


class EntryCard(Card):
    """`taken_back()`: the change is to be taken back."""

    taken_back = Signal()

    def __init__(
        self, event: Event, project: Project, gone: Gone, node: str, tr: Translator, theme: Theme, *, row: str
    ) -> None:
        """`gone`: what is no longer in the report, as it was. `row`: the output whose history it is in, else ""."""
        super().__init__(theme)
        self.event_shown = event
        self._tr = tr
        self.way_back: QWidget | None = None
        record = event.record
        who = record.author or tr(N_("unknown"))
        self._said = [who, tr(done(event)), clock(record.time)]
        beside = QHBoxLayout()
        beside.setSpacing(8)
        beside.addWidget(Author(who, theme), 0, Qt.AlignmentFlag.AlignTop)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(3)
        head = QHBoxLayout()
        head.setSpacing(8)
        did = words(tr(done(event)), "note")
        when = words(clock(record.time), "hint", wrap=False)
        line = QFontMetrics(fonts.font(weight=fonts.SEMIBOLD)).height()
        for part in (words(who, "strong", wrap=False), did, when):
            part.setMinimumHeight(line)  # smaller letters stand in the middle of the line
            head.addWidget(part, int(part is did), Qt.AlignmentFlag.AlignTop)
        nest(self._lines, head)
        self._project, self._gone, self._node, self._row = project, gone, node, row
        found = islice(differences(event.change), MOST) if event.change is not None else ()
        self._differences = sorted(found, key=lambda each: bool(row) and each.id != row)  # those of the row first
        self.more: QPushButton | None = None
        if event.change is not None:
            self._add_differences(self._differences[:MOST_AT_ONCE])
            if not self._differences and not row:
                self._say_where(tr(scene(project, gone, event.change, node)))
        self._offer_more()
        nest(beside, self._lines, 1)
        nest(self.column, beside)
        self.setAccessibleName(", ".join(self._said))

    def _add_differences(self, found: Iterable[Difference]) -> None:
        language = self._project.language
        for each in found:
            where = whereabouts(self._project, self._gone, each, self._node, row=self._row)
            if len(self._differences) > 1 or len(where) > 1 or each.field in ("place", "resolved"):
                self._say_where(" · ".join(map(self._tr, where)))
            spans = spans_of(each, language, self._tr)
            if spans:
                rtl = language.rtl and each.field not in ("comment", "waiver")
                self._lines.addWidget(self._redline(rich(spans, self._theme.tokens), rtl=rtl))
                names = {Kind.DELETED: N_("struck out: {text}"), Kind.INSERTED: N_("put in: {text}")}
                self._said += [self._tr(names[s.kind], text=s.text) for s in spans if s.kind in names]

    def _say_where(self, where: str) -> None:
        self._lines.addWidget(words(where, "note"))
        self._said.append(where)

    def _offer_more(self) -> None:
        """Below the first differences a way to the others."""
        left = len(self._differences) - MOST_AT_ONCE
        if left > 0:
            text = Text.of(N_("and {count} more field"), plural=N_("and {count} more fields"), count=left)
            self.more = link(self._tr(text), self._tr(N_("Show everything that this change did")), flush=True)
            self.more.clicked.connect(self._show_more)
            self._lines.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeading)

    def _show_more(self) -> None:
        """All differences, in the place of the way to them."""
        if self.more is None:
            return
        self.more.hide()
        self.more.deleteLater()
        self.more = None
        if self.way_back is not None:
            self._lines.removeWidget(self.way_back)
        self._add_differences(self._differences[MOST_AT_ONCE:])
        self._put_way_back()
        self.setAccessibleName(", ".join(self._said))
        self.setFocus()  # the keyboard was on what is gone

    def _redline(self, html: str, *, rtl: bool) -> QLabel:
        label = QLabel(f'<p dir="rtl">{html}</p>' if rtl else html)
        label.setTextFormat(Qt.TextFormat.RichText)
        label.setWordWrap(True)
        label.setLayoutDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
        return label

    def show_effect(self, effect: Consequence) -> None:
        """What the change closed and brought up, below the words; where it did neither, nothing."""
        for said in effect_words(effect, self._tr):
            self._said.append(said)
            at = self._lines.indexOf(self.way_back) if self.way_back is not None else -1
            self._lines.insertWidget(at, words(said, "note"))
        self.setAccessibleName(", ".join(self._said))

    def show_way_back(self, refusal: Text | None) -> None:
        """Offers to take the change back, or says why that cannot be."""
        self.hide_way_back()
        if refusal is not None:
            self.way_back = words(self._tr(refusal), "note")
        else:
            back = link(self._tr(N_("Take back")), self._tr(N_("Undo this change alone, as a new change")), flush=True)
            back.clicked.connect(self.taken_back)
            self.way_back = back
        self._put_way_back()

    def _put_way_back(self) -> None:
        """Below all else; words over the whole width, in which their lines find their height."""
        if isinstance(self.way_back, QPushButton):
            self._lines.addWidget(self.way_back, 0, Qt.AlignmentFlag.AlignLeading)
            QWidget.setTabOrder(self.more or self, self.way_back)  # else it comes after all the rest of the window
        elif self.way_back is not None:
            self._lines.addWidget(self.way_back)

    def hide_way_back(self) -> None:
        """Offers nothing any more."""
        if self.way_back is not None:
            self.way_back.hide()
            self.way_back.deleteLater()
            self.way_back = None
