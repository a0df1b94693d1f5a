"""The form that asks why a finding is right as it is, below the list of findings."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from rbb_editor.domain.text import N_
from rbb_editor.gui.panels.notes import NoteEdit, ending, words
from rbb_editor.gui.panels.parts import link
from rbb_editor.i18n import Translator
from rbb_editor.rules import Finding


class WaiveForm(QWidget):
    """`sent(Finding, str)`: the reason was given. `left()`: it was not."""

    sent = Signal(object, str)
    left = Signal()

    def __init__(self, tr: Translator) -> None:
        super().__init__()
        self._tr = tr
        self._finding: Finding | None = None
        self._begun: dict[tuple[str, str, str | None], tuple[Finding, str]] = {}
        self.setProperty("pane", "sunken")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._title = words(tr(N_("Why is this right as it is?")), "strong")
        self._about = words("", "note")
        self.reason = NoteEdit(tr(N_("Reason of the waiver")), tr(N_("Reason")), lines=2)
        self.reason.sent.connect(self._send)
        self.reason.cancelled.connect(self.left)
        self.reason.textChanged.connect(self._judge)
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
        column.addLayout(foot)

    def ask(self, finding: Finding) -> None:
        """Asks about a finding; what was begun about another one is kept, and there when that is asked about again."""
        self._keep()
        self._finding = finding
        self.reason.setPlainText(self._begun.pop(_key(finding), (finding, ""))[1])
        self.reason.moveCursor(QTextCursor.MoveOperation.End)
        self._about.setText(self._tr(finding.message))
        self._judge()
        self.show()
        self.reason.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def clear(self) -> None:
        """Forgets what was written about the finding that is asked about, and goes."""
        self._finding = None
        self.reason.clear()
        self.hide()

    def take_written(self) -> list[tuple[Finding, str]]:
        """The reasons that were begun and not sent, with what they are about; they are no longer here then."""
        self._keep()
        self.clear()
        begun, self._begun = list(self._begun.values()), {}
        return begun

    def _keep(self) -> None:
        if self._finding is not None and self.reason.words():
            self._begun[_key(self._finding)] = self._finding, self.reason.words()

    def give_way(self) -> None:
        """Goes where the user has gone on without a word; what was written stays."""
        if self.isVisible() and not self.reason.words() and not self.reason.hasFocus():
            self.clear()

    def _judge(self) -> None:
        self.done.setEnabled(bool(self.reason.words()))

    def _send(self) -> None:
        if self._finding is not None and self.reason.words():
            self.sent.emit(self._finding, self.reason.words())


def _key(finding: Finding) -> tuple[str, str, str | None]:
    """What a waiver is for: the rule, and where."""
    return finding.rule, finding.target, finding.component
