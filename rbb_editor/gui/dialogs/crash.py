"""A bug of ours, told in a sentence; the report of it is on the disk already."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from rbb_editor.domain.text import N_
from rbb_editor.gui.dialogs.parts import prepare
from rbb_editor.i18n import Translator


class CrashDialog(QDialog):
    """The sentence, the diagnostic to look at, and a button that copies it."""

    def __init__(self, diagnostic: str, log: Path, say: Translator, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._diagnostic = diagnostic
        sentence = N_(
            "Something went wrong in RBB Editor. Every change up to now is saved in your file; you can go on working, "
            "or close the window and open the report again. What happened is written in {log}."
        )
        label = QLabel(say(sentence, log=log))
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setMinimumWidth(480)
        details = QPlainTextEdit(diagnostic)
        details.setReadOnly(True)
        details.setMinimumHeight(180)
        details.setAccessibleName(say(N_("Diagnostic")))
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(label)
        column.addWidget(details, 1)
        buttons = prepare(self, N_("An error in RBB Editor"), content, say)
        self.copy = buttons.addButton(say(N_("Copy &diagnostic")), QDialogButtonBox.ButtonRole.ActionRole)
        self.copy.clicked.connect(self._copy)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._diagnostic)
