"""The five key numbers of a report, side by side: how far it is, and what is left; each opens what it counts."""

from msgspec import Struct
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from rbb_editor.domain.text import N_, Text
from rbb_editor.domain.values import Outcome
from rbb_editor.gui.look.theme import Theme
from rbb_editor.gui.overview.lay import INSET
from rbb_editor.gui.overview.lines import THESE_ROWS
from rbb_editor.gui.panels.signs import sign_pixmap
from rbb_editor.i18n import Translator
from rbb_editor.project.overview import Overview, percentage
from rbb_editor.project.tally import ALL, NO_FIGURE, REASON_MISSING
from rbb_editor.rules import Severity

BESIDE = 10
"""Pixels between a number and the line before the next one."""
FINDINGS = "findings"
COUNTING = "…"
CHECKING = Text.of(N_("Being checked…"))
ALL_ROWS = N_("Click or Enter: show all rows")


class KeyNumber(Struct, frozen=True):
    """A number, what it counts, a word on that, and the sign of what it asks for: a severity or "".

    `opens`: the filters whose rows it leads to, or FINDINGS; nothing where there is nothing to be seen. `way`: says so.
    """

    number: str
    name: Text
    note: Text
    opens: tuple[str, ...]
    way: str
    sign: str = ""


def key_numbers(seen: Overview, say: Translator) -> tuple[KeyNumber, ...]:
    """The numbers that say how a report stands."""
    done, reported = _rate(seen, say), _reported(seen, say)
    errors, left = seen.findings.get(Severity.ERROR, 0), sum(seen.findings.values())
    corrected = Text.of(N_("{number} must be corrected"), number=say.number(errors))
    found = KeyNumber(say.number(left), Text.of(N_("Findings left")), corrected if seen.checked else CHECKING,
                      (FINDINGS,) if left else (), N_("Click or Enter: show the findings"))  # fmt: skip
    return done, reported, *(_unexplained(seen, say, outcome) for outcome in NAMES), found


def _rate(seen: Overview, say: Translator) -> KeyNumber:
    whole = seen.whole
    of = Text.of(N_("{done} of {comparable} comparable figures"), done=say.number(whole.done),
                 comparable=say.number(whole.comparable))  # fmt: skip
    rate = percentage(whole.done, whole.comparable, 1) if seen.counted else COUNTING
    return KeyNumber(rate, Text.of(N_("Implementation rate")), of if seen.counted else CHECKING, (ALL,), ALL_ROWS)


def _reported(seen: Overview, say: Translator) -> KeyNumber:
    total = seen.whole.total
    figures = say.number(total - seen.missing)
    if seen.missing:
        figures = say(N_("{number} of {total}"), number=figures, total=say.number(total))
    outputs = Text.of(N_("{count} output"), plural=N_("{count} outputs"), count=seen.outputs)
    parts = Text.of(N_("{count} accomplishment"), plural=N_("{count} accomplishments"), count=seen.accomplishments)
    note = Text.of(N_("{outputs}, {parts}"), outputs=outputs, parts=parts)
    opens, way = (NO_FIGURE, N_("Click or Enter: show the rows without a figure")) if seen.missing else (ALL, ALL_ROWS)
    shown = (figures, note) if seen.counted else (COUNTING, CHECKING)
    return KeyNumber(shown[0], Text.of(N_("Figures reported")), shown[1], (opens,), way)


NAMES = {
    Outcome.SHORTFALL: (N_("Shortfalls without a reason"), N_("of {number} that fall short")),
    Outcome.EXCEEDED: (N_("Excesses without a reason"), N_("of {number} that exceed the plan")),
}


def _unexplained(seen: Overview, say: Translator, outcome: Outcome) -> KeyNumber:
    name, note = NAMES[outcome]
    count = seen.whole.unexplained_of(outcome)
    of = Text.of(note, number=say.number(seen.whole.of(outcome))) if seen.checked and seen.counted else CHECKING
    opens = (str(outcome), REASON_MISSING) if count else ()
    sign = str(seen.severities[outcome]) if count else ""
    return KeyNumber(say.number(count), Text.of(name), of, opens, THESE_ROWS, sign)


class NumberLink(QPushButton):
    """One number as a button."""

    def __init__(self, say: Translator, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._say, self._theme = say, theme
        self.shown: KeyNumber | None = None
        self.setProperty("kind", "number")
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._number, self._sign, self._name, self._note = (QLabel(self) for _ in range(4))
        for label, role in ((self._number, "number"), (self._name, "counted"), (self._note, "note")):
            label.setProperty("role", role)
            label.setTextFormat(Qt.TextFormat.PlainText)
        for label in (self._name, self._note):
            label.setWordWrap(True)
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self._grid = grid = QGridLayout(self)
        grid.setContentsMargins(INSET, 2, INSET, 4)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(2, 1)
        grid.addWidget(self._number, 0, 0)
        grid.addWidget(self._sign, 0, 1)
        grid.addWidget(self._name, 1, 0, 1, 3)
        grid.addWidget(self._note, 2, 0, 1, 3)
        grid.setRowStretch(3, 1)
        theme.changed.connect(self._recolour)

    def show_number(self, number: KeyNumber) -> None:
        """Another number."""
        self.shown = number
        words = number.number, self._say(number.name), self._say(number.note)
        for label, text in zip((self._number, self._name, self._note), words, strict=True):
            if label.text() != text:
                label.setText(text)
        way = self._say(number.way) if number.opens else ""
        self.setEnabled(bool(number.opens))
        self.setCursor(Qt.CursorShape.PointingHandCursor if number.opens else Qt.CursorShape.ArrowCursor)
        self.setToolTip(way)
        self.setStatusTip(way)
        self.setAccessibleName(self._say.listed(words))
        self.setAccessibleDescription(way)
        self._recolour()

    def sizeHint(self) -> QSize:
        """That of what stands in it; a button counts its own text."""
        return self._grid.totalSizeHint()

    def minimumSizeHint(self) -> QSize:
        """As above."""
        return self._grid.totalMinimumSize()

    def _recolour(self) -> None:
        sign = self.shown.sign if self.shown is not None else ""
        self._sign.setVisible(bool(sign))
        if sign:
            self._sign.setPixmap(sign_pixmap(sign, self._theme.tokens))


class KeyNumbers(QWidget):
    """The row of numbers, with hairlines between them. `wanted(opens)`: what one counts is to be shown."""

    wanted = Signal(object)

    def __init__(self, say: Translator, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._say, self._theme = say, theme
        self._shown: tuple[KeyNumber, ...] = ()
        self.links: list[NumberLink] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(BESIDE)

    def show_numbers(self, numbers: tuple[KeyNumber, ...]) -> None:
        """Other numbers."""
        if numbers == self._shown:
            return
        while len(self.links) < len(numbers):
            self._add()
        self._shown = numbers
        for link, each in zip(self.links, numbers, strict=True):
            link.show_number(each)

    def _add(self) -> None:
        if self.links:
            line = QFrame(self)
            line.setFixedWidth(1)
            line.setProperty("pane", "line")
            self._row.addWidget(line)
        link = NumberLink(self._say, self._theme, self)
        link.clicked.connect(self._clicked)
        self._row.addWidget(link, 1)
        self.links.append(link)

    def _clicked(self) -> None:
        link = self.sender()
        assert isinstance(link, NumberLink)
        assert link.shown is not None
        self.wanted.emit(link.shown.opens)
