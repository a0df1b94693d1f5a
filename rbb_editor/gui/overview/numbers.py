"""The five key numbers of a report, side by side: how far it is, and what is left."""

from msgspec import Struct
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QWidget

from rbb_editor.domain.text import N_, Text
from rbb_editor.domain.values import Outcome
from rbb_editor.gui.look.theme import Theme
from rbb_editor.gui.panels.signs import sign_pixmap
from rbb_editor.i18n import Translator
from rbb_editor.project.overview import Overview, percentage
from rbb_editor.rules import Severity

BESIDE = 16
"""Pixels between a number and the line before the next one."""
COUNTING = "…"
CHECKING = Text.of(N_("Being checked…"))


class KeyNumber(Struct, frozen=True):
    """A number, what it counts, a word on that, and the sign of what it asks for: a severity or ""."""

    number: str
    name: Text
    note: Text
    sign: str = ""


def key_numbers(seen: Overview, say: Translator) -> tuple[KeyNumber, ...]:
    """The numbers that say how a report stands."""
    done, reported = _rate(seen, say), _reported(seen, say)
    errors, left = seen.findings.get(Severity.ERROR, 0), sum(seen.findings.values())
    corrected = Text.of(N_("{number} must be corrected"), number=say.number(errors))
    found = KeyNumber(say.number(left), Text.of(N_("Findings left")), corrected if seen.checked else CHECKING)
    return done, reported, *(_unexplained(seen, say, outcome) for outcome in NAMES), found


def _rate(seen: Overview, say: Translator) -> KeyNumber:
    whole = seen.whole
    of = Text.of(N_("{done} of {comparable} comparable figures"), done=say.number(whole.done),
                 comparable=say.number(whole.comparable))  # fmt: skip
    rate = percentage(whole.done, whole.comparable, 1) if seen.counted else COUNTING
    return KeyNumber(rate, Text.of(N_("Implementation rate")), of if seen.counted else CHECKING)


def _reported(seen: Overview, say: Translator) -> KeyNumber:
    total = seen.whole.total
    figures = say.number(total - seen.missing)
    if seen.missing:
        figures = say(N_("{number} of {total}"), number=figures, total=say.number(total))
    outputs = Text.of(N_("{count} output"), plural=N_("{count} outputs"), count=seen.outputs)
    parts = Text.of(N_("{count} accomplishment"), plural=N_("{count} accomplishments"), count=seen.accomplishments)
    note = Text.of(N_("{outputs}, {parts}"), outputs=outputs, parts=parts)
    return KeyNumber(
        figures if seen.counted else COUNTING, Text.of(N_("Figures reported")), note if seen.counted else CHECKING
    )


NAMES = {
    Outcome.SHORTFALL: (N_("Shortfalls without a reason"), N_("of {number} that fall short")),
    Outcome.EXCEEDED: (N_("Excesses without a reason"), N_("of {number} that exceed the plan")),
}


def _unexplained(seen: Overview, say: Translator, outcome: Outcome) -> KeyNumber:
    name, note = NAMES[outcome]
    count = seen.whole.unexplained_of(outcome)
    of = Text.of(note, number=say.number(seen.whole.of(outcome))) if seen.checked and seen.counted else CHECKING
    return KeyNumber(say.number(count), Text.of(name), of, str(seen.severities[outcome]) if count else "")


class KeyNumbers(QWidget):
    """The row of numbers, with hairlines between them."""

    def __init__(self, say: Translator, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._say, self._theme = say, theme
        self._shown: tuple[KeyNumber, ...] = ()
        self._parts: list[tuple[QLabel, QLabel, QLabel, QLabel]] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(BESIDE)
        theme.changed.connect(self._sign)

    def show_numbers(self, numbers: tuple[KeyNumber, ...]) -> None:
        """Other numbers."""
        if numbers == self._shown:
            return
        while len(self._parts) < len(numbers):
            self._add()
        self._shown = numbers
        for (number, _, name, note), each in zip(self._parts, numbers, strict=True):
            for label, words in ((number, each.number), (name, self._say(each.name)), (note, self._say(each.note))):
                if label.text() != words:
                    label.setText(words)
        self._sign()

    def _add(self) -> None:
        if self._parts:
            line = QFrame(self)
            line.setFixedWidth(1)
            line.setProperty("pane", "line")
            self._row.addWidget(line)
        cell = QWidget(self)
        grid = QGridLayout(cell)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(2, 1)
        number, sign, name, note = (QLabel(cell) for _ in range(4))
        for label, role in ((number, "number"), (name, "counted"), (note, "note")):
            label.setProperty("role", role)
            label.setTextFormat(Qt.TextFormat.PlainText)
        for label in (name, note):
            label.setWordWrap(True)
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        grid.addWidget(number, 0, 0)
        grid.addWidget(sign, 0, 1)
        grid.addWidget(name, 1, 0, 1, 3)
        grid.addWidget(note, 2, 0, 1, 3)
        grid.setRowStretch(3, 1)
        self._row.addWidget(cell, 1)
        self._parts.append((number, sign, name, note))

    def _sign(self) -> None:
        for (_, sign, _, _), each in zip(self._parts, self._shown, strict=False):
            sign.setVisible(bool(each.sign))
            if each.sign:
                sign.setPixmap(sign_pixmap(each.sign, self._theme.tokens))
