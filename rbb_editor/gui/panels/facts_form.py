"""A list of facts in the inspector, names beside values; its labels are used again, as every key shows another list."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QLabel

from rbb_editor.domain.text import Text
from rbb_editor.gui.lines import own
from rbb_editor.gui.panels.facts import Fact
from rbb_editor.i18n import Translator


class FactsForm(QFormLayout):
    """`begin` a list, `add` to it, `end` it: what the list before had more is hidden."""

    def __init__(self, tr: Translator) -> None:
        super().__init__()
        self._tr = tr
        self.setVerticalSpacing(8)
        self.setHorizontalSpacing(16)
        self.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)
        self._rows: list[tuple[QLabel, QLabel]] = []
        self._used = self._shown = 0

    def begin(self) -> None:
        """Another list follows."""
        self._used = 0

    def add(self, found: Iterable[Fact], *, rtl: bool) -> None:
        """Facts; the words of a document among them run in its direction (`rtl`)."""
        for fact in found:
            said = self._tr(fact.value) if isinstance(fact.value, Text) else fact.value
            self._row(fact.name, said, rtl=rtl if fact.document else None)

    def end(self) -> None:
        """That is all."""
        for at in range(self._used, self._shown):
            self.setRowVisible(at, False)
        self._shown = self._used

    def _row(self, name: Text, value: str, *, rtl: bool | None) -> None:
        """The next row: one of those there are, as making labels at every key would be slow."""
        if self._used == len(self._rows):
            made = (label("", "note"), label("", ""))
            made[0].setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
            made[0].setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
            self._rows.append(made)
            self.addRow(*made)
        head, said = self._rows[self._used]
        if self._used >= self._shown:
            self.setRowVisible(self._used, True)
        self._used += 1
        put(head, self._tr(name), rtl=None)
        put(said, value, rtl=rtl)


def put(label: QLabel, words: str, *, rtl: bool | None) -> None:
    """Puts words into a label; those of a report run in the direction of its language (`rtl`)."""
    if rtl is not False:
        around = label.parentWidget()
        words = own(words, right=around is not None and around.isRightToLeft())
    if label.text() != words:
        label.setText(words)
    has_direction = label.testAttribute(Qt.WidgetAttribute.WA_SetLayoutDirection)
    if rtl is None:
        if has_direction:
            label.unsetLayoutDirection()
    elif not has_direction or rtl != label.isRightToLeft():
        label.setLayoutDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)


def label(text: str, role: str) -> QLabel:
    """Words to read and to select, never taken for markup; a note keeps to one line."""
    made = QLabel()
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setText(text)
    made.setWordWrap(role != "note")
    made.setMinimumWidth(1)  # a word that is longer than the panel is cut off; the panel stays as wide as it is
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    if role:
        made.setProperty("role", role)
    return made
