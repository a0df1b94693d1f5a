"""About: which program this is, its versions, its licence."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout, QWidget

from rbb_editor import __version__
from rbb_editor.domain.text import N_
from rbb_editor.gui.crash import versions
from rbb_editor.gui.dialogs.parts import prepare
from rbb_editor.i18n import Translator


class About(QDialog):
    """Name, version, licence, and the versions of what it stands on."""

    def __init__(self, say: Translator, parent: QWidget) -> None:
        super().__init__(parent)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        for text, role in (
            (say(N_("RBB Editor {version}"), version=__version__), "title"),
            (say(N_("Drafts, checks and submits results-based-budgeting performance addenda.")), ""),
            (say(N_("Apache License 2.0. Icons: Lucide, ISC License. Qt and PySide6: LGPL 3.")), "note"),
            (versions(), "note"),
        ):
            label = QLabel(text)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setProperty("role", role or "plain")
            label.setWordWrap(True)
            label.setMinimumWidth(420)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            column.addWidget(label)
        prepare(self, N_("About RBB Editor"), content, say)
