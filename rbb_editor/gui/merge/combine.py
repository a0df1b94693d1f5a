"""Writing one text in the place of two rewordings."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout, QWidget

from rbb_editor.domain.text import N_, Text
from rbb_editor.gui.dialogs.parts import prepare
from rbb_editor.gui.guarded import PlainField
from rbb_editor.gui.look.theme import Theme
from rbb_editor.gui.merge.drawing import spans_between
from rbb_editor.gui.panels.entry_words import rich
from rbb_editor.gui.to_the_letter import text_in
from rbb_editor.i18n import Translator
from rbb_editor.merge import Difference, combined

SIZE = (640, 520)
BOTH = Text.of(N_("The two rewordings touch other words, so both are in the text below."))
CLASH = Text.of(N_("Both changed the same words; the text below is theirs. Make of it what it is to be."))


class CombineDialog(QDialog):
    """`decided(text)`: this text is to stand."""

    decided = Signal(str)

    def __init__(self, difference: Difference, tr: Translator, theme: Theme, parent: QWidget, *, rtl: bool) -> None:
        super().__init__(parent)
        base, theirs, ours = (str(side) for side in (difference.base, difference.theirs, difference.ours))
        both = combined(base, ours, theirs)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for name, side in ((N_("Theirs"), theirs), (N_("Ours"), ours)):
            head = QLabel(tr(name))
            head.setProperty("role", "daily")
            html = rich(spans_between(base, side), theme.tokens)
            words = QLabel(f'<p dir="rtl">{html}</p>' if rtl else html)
            words.setTextFormat(Qt.TextFormat.RichText)
            words.setWordWrap(True)
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            column.addWidget(head)
            column.addWidget(words)
        note = QLabel(tr(BOTH if both is not None else CLASH))
        note.setProperty("role", "note")
        note.setWordWrap(True)
        column.addWidget(note)
        self.text = PlainField(both if both is not None else theirs)
        self.text.setAccessibleName(tr(N_("The text that is to stand")))
        self.text.setTabChangesFocus(True)
        direction = Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
        self.text.setLayoutDirection(direction)
        column.addWidget(self.text, 1)
        prepare(self, N_("Combine"), content, tr, N_("&Take this text"))
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.accept)
        self.resize(*SIZE)
        self.text.setFocus()

    def accept(self) -> None:
        """Says what was written."""
        self.decided.emit(text_in(self.text.document()))
        super().accept()
