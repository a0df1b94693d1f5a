"""The form that asks why a finding is right as it is, below the list of findings."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from rbb_editor.domain.text import N_
from rbb_editor.gui.nesting import nest
from rbb_editor.gui.panels.begun import Reason
from rbb_editor.gui.panels.notes import NoteEdit, ending, words
from rbb_editor.gui.panels.parts import link
from rbb_editor.i18n import Translator
from rbb_editor.rules import Finding

Key = tuple[str, str, str | None]


class WaiveForm(QWidget):
    """`sent(Finding, str)`: the reason was given. `left()`: it was not. `writing()`: it is other words now.

    `finding`: the one that is asked about.
    """

    sent = Signal(object, str)
    left = Signal()
    writing = Signal()

    def __init__(self, tr: Translator) -> None:
        super().__init__()
        self._tr = tr
        self.finding: Finding | None = None
        self._begun: dict[Key, str] = {}
        self.setProperty("pane", "sunken")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._title = words(tr(N_("Why is this right as it is?")), "strong")
        self._about = words("", "note")
        self.reason = NoteEdit(tr(N_("Reason of the waiver")), tr(N_("Reason")), lines=2)
        self.reason.sent.connect(self._send)
        self.reason.cancelled.connect(self.left)
        self.reason.textChanged.connect(self._judge)
        self.reason.textChanged.connect(self.writing)
        self.done = QPushButton(tr(N_("Waive")))
        self.done.setProperty("primary", True)
        self.done.setToolTip(tr(N_("Ctrl+Enter sends")))
        self.done.clicked.connect(self._send)
        self.cancel = link(tr(N_("Cancel")), kind="quiet")
        self.cancel.clicked.connect(self.left)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(self.done)
        foot.addWidget(self.cancel)
        foot.addWidget(ending(tr(N_("Ctrl+Enter sends"))), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        for part in (self._title, self._about, self.reason):
            column.addWidget(part)
        nest(column, foot)

    def ask(self, finding: Finding, *, take_keyboard: bool = True) -> None:
        """Asks about a finding; what was begun about another one is kept, and there when that is asked about again."""
        self._keep()
        self.finding = finding
        self.reason.setPlainText(self._begun.pop(key_of(finding), ""))
        self.reason.moveCursor(QTextCursor.MoveOperation.End)
        self._about.setText(self._tr(finding.message))
        self._judge()
        self.show()
        if take_keyboard:
            self.reason.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def clear(self) -> None:
        """Forgets what was written about the finding that is asked about, and goes."""
        self.finding = None
        self.reason.clear()
        self.hide()

    def begun(self) -> tuple[Reason, ...]:
        """The reasons that are begun and not sent, the one that is asked about last."""
        begun = dict(self._begun)
        if self.finding is not None and self.reason.words():
            begun[key_of(self.finding)] = self.reason.words()
        return tuple(Reason(*key, text) for key, text in begun.items())

    def write_again(self, reasons: Iterable[Reason]) -> None:
        """Puts other reasons in the place of all that are begun: they are there when their finding is asked about."""
        self.clear()
        self._begun = {(each.rule, each.target, each.component): each.text for each in reasons}

    def _keep(self) -> None:
        self._begun = {(each.rule, each.target, each.component): each.text for each in self.begun()}

    def give_way(self) -> None:
        """Goes where the user has gone on without a word; what was written stays."""
        if self.isVisible() and not self.reason.words() and not self.reason.hasFocus():
            self.clear()

    def _judge(self) -> None:
        self.done.setEnabled(bool(self.reason.words()))

    def _send(self) -> None:
        if self.finding is not None and self.reason.words():
            self.sent.emit(self.finding, self.reason.words())


def key_of(finding: Finding) -> Key:
    """What a waiver is for: the rule, and where."""
    return finding.rule, finding.target, finding.component
