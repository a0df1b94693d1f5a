"""Asks since which earlier state the pages shall show changes."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout, QWidget

from rbb_editor.domain.text import N_
from rbb_editor.gui.dialogs.parts import prepare
from rbb_editor.gui.dialogs.since import TODAY, Since
from rbb_editor.gui.menus import without_mnemonic
from rbb_editor.gui.sent import sent_of
from rbb_editor.gui.session import Session
from rbb_editor.i18n import Translator
from rbb_editor.project import Project

WIDTH = 400


class AskChanges(QDialog):
    """`decided(Earlier or None)`: show what has changed since then; None: no changes."""

    decided = Signal(object)

    def __init__(self, parent: QWidget, project: Project, say: Translator, session: Session) -> None:
        super().__init__(parent)
        self.since = Since(project, say, sent_of(session, project.path))
        words = N_("&Changes on the pages")
        label = QLabel(say(words))
        label.setBuddy(self.since.kind)
        self.since.kind.setAccessibleName(without_mnemonic(say(words)))
        content = QWidget()
        content.setMinimumWidth(WIDTH)
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(label)
        column.addWidget(self.since)
        column.addStretch(1)
        prepare(self, N_("Show changes"), content, say, N_("Show"))
        self.since.choose(TODAY)

    def accept(self) -> None:
        """Says what was chosen."""
        chosen = self.since.chosen()
        super().accept()
        self.decided.emit(chosen)
