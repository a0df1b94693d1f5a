"""The start page: import first, then new, open, sample; beside them the recent files with what is left in each."""

from collections.abc import Iterable
from datetime import datetime
from functools import partial
from itertools import islice
from os.path import exists
from pathlib import Path
from time import monotonic

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from rbb_editor.domain.text import N_, Text
from rbb_editor.gui.asked import Asked
from rbb_editor.gui.days import short_date
from rbb_editor.gui.look.theme import Theme
from rbb_editor.gui.menus import Menus
from rbb_editor.gui.nesting import nest
from rbb_editor.gui.panels.parts import pane
from rbb_editor.gui.session import Recent
from rbb_editor.gui.start.card import PAD, Card
from rbb_editor.i18n import Translator, isolated
from rbb_editor.rules import Severity

WAYS = (
    ("import", "import", N_("Import last year’s addendum"), N_("Word or text, also from OCR. You check each guess.")),
    ("roll", "copy-plus", N_("Roll forward"), N_("Last year’s report becomes this year’s frame, figures empty")),
    ("new", "file-plus", N_("New report"), N_("An empty frame: departments, offices, accomplishments")),
    ("open", "folder-open", N_("Open…"), N_("A report of RBB Editor (.rbb)")),
    ("sample", "book-open", N_("Look at the sample"), N_("A made-up addendum with every kind of outcome")),
)
"""Ways to begin: the action, its icon, what it is called here, what it says."""
COLUMN = 470
SHOWN = 6
AT_ONCE = 0.05
"""Seconds that a drive has to say whether the recent files are there, before the page is shown."""
ASK_AGAIN = 200
"""Milliseconds between two looks at whether it has."""


class StartPage(QScrollArea):
    """`recent_wanted(path)`: a recent file was chosen."""

    recent_wanted = Signal(str)

    def __init__(self, recent: Iterable[Recent], menus: Menus, say: Translator, theme: Theme) -> None:
        super().__init__()
        self._say = say
        self._theme = theme
        self.setWidgetResizable(True)
        self.ways: dict[str, Card] = {}
        self.recent: list[Card] = []
        self._asked: dict[Card, tuple[str, Asked[bool]]] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(56)
        grid.setVerticalSpacing(4)
        for column, (title, cards) in enumerate(
            ((N_("Start"), self._start_cards(menus)), (N_("Recent"), self._recent_cards(recent)))
        ):
            grid.addWidget(_label(say(title), "daily"), 0, column)
            nest(grid, cards, 1, column)
            grid.setColumnStretch(column, 1)
        page = pane("surface")
        around = QHBoxLayout(page)
        around.addStretch(1)
        around.addWidget(self._framed(grid), 100)
        around.addStretch(1)
        self.setWidget(page)
        self.setFocusProxy(self.ways["import"])

    def _start_cards(self, menus: Menus) -> QVBoxLayout:
        """The ways to begin."""
        column = QVBoxLayout()
        column.setSpacing(4)
        for id, icon, title, note in WAYS:
            action = menus.actions[id]
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            card = Card(icon, self._say(title), self._say(note), keys, self._theme)
            card.clicked.connect(action.trigger)
            card.setMaximumWidth(COLUMN)
            self.ways[id] = card
            column.addWidget(card)
        column.addStretch(1)
        return column

    def _recent_cards(self, recent: Iterable[Recent]) -> QVBoxLayout:
        """The reports that were open last, or what will stand here."""
        column = QVBoxLayout()
        column.setSpacing(4)
        for entry in islice(recent, SHOWN):
            card = self._recent_card(entry)
            self.recent.append(card)
            self._asked[card] = entry.path, Asked(partial(exists, entry.path))
            column.addWidget(card)
        self._show_gone(AT_ONCE)
        if not self.recent:
            hint = N_("The reports that you open are listed here, with what is left in each.")
            column.addWidget(_label(self._say(hint), "note"))
        column.addStretch(1)
        return column

    def _framed(self, grid: QGridLayout) -> QWidget:
        """Name and purpose above the cards, a hint below them."""
        hint = N_("Or drop a file anywhere in this window. It is read here and nothing leaves this computer.")
        frame = QWidget()
        frame.setMaximumWidth(2 * COLUMN + 140)
        column = QVBoxLayout(frame)
        column.setSpacing(2)
        column.addStretch(2)
        column.addWidget(_label(self._say(N_("RBB Editor")), "number"))
        column.addWidget(_label(self._say(N_("Performance addenda for results-based budgets")), "subtitle"))
        column.addSpacing(28)
        nest(column, grid)
        column.addSpacing(28)
        column.addWidget(_label(self._say(hint), "note"))
        column.addStretch(3)
        return frame

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows go from line to line, Enter chooses."""
        match event.key():
            case Qt.Key.Key_Down:
                self.focusNextChild()
            case Qt.Key.Key_Up:
                self.focusPreviousChild()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                focused = self.focusWidget()
                if isinstance(focused, Card):
                    focused.click()
            case _:
                super().keyPressEvent(event)

    def _show_gone(self, patience: float) -> None:
        """Marks the reports that are no longer there; goes on asking for those whose drive has not answered yet."""
        end = monotonic() + patience
        for card, (path, asked) in list(self._asked.items()):
            there = asked.answer(max(0.0, end - monotonic()))
            if there is not None:
                del self._asked[card]
            if there is False:
                card.show_gone(" · ".join((isolated(path), self._say(N_("not found where it was")))))
        if self._asked:
            QTimer.singleShot(ASK_AGAIN, self, partial(self._show_gone, 0.0))

    def _recent_card(self, entry: Recent) -> Card:
        path = Path(entry.path)
        outputs = Text.of(N_("{count} output"), plural=N_("{count} outputs"), count=entry.outputs)
        facts = [path.name, entry.symbol, entry.language, self._say(outputs) if entry.outputs else ""]
        marks = tuple((s, n) for s, n in ((Severity.ERROR, entry.errors), (Severity.WARNING, entry.warnings)) if n)
        title = entry.title or path.stem
        note = " · ".join(isolated(fact) for fact in facts if fact)
        card = Card("file-text", title, note, self._when(entry.time), self._theme, marks=marks, quiet=True)
        card.setToolTip(entry.path)
        card.clicked.connect(partial(self._choose, entry.path))
        return card

    def _choose(self, path: str) -> None:
        self.recent_wanted.emit(path)

    def _when(self, time: str) -> str:
        if not time:
            return ""
        then = datetime.fromisoformat(time).astimezone()
        days = (datetime.now(then.tzinfo).date() - then.date()).days
        if days == 0:
            return self._say(N_("Today, {time}"), time=f"{then:%H:%M}")
        if days == 1:
            return self._say(N_("Yesterday, {time}"), time=f"{then:%H:%M}")
        return short_date(then.date(), self._say)


def _label(text: str, role: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("role", role)
    label.setIndent(PAD)  # on one line with the icons of the cards
    label.setWordWrap(True)
    return label
