"""The foot of find and replace: what the keys do, Close, Replace this one, and the one primary button."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from rbb_editor.domain.text import N_, Text
from rbb_editor.i18n import Translator

HEIGHT = 52


class Foot(QWidget):
    """`closed()`, `this_wanted()`, `all_wanted()`: the buttons."""

    closed = Signal()
    this_wanted = Signal()
    all_wanted = Signal()

    def __init__(self, tr: Translator) -> None:
        super().__init__()
        self._tr = tr
        self.setProperty("pane", "chrome")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumHeight(HEIGHT)
        hint = QLabel(tr(N_("Space ticks · Enter goes there · F3 next")))
        hint.setProperty("role", "hint")
        hint.setWordWrap(True)
        self.close_button = QPushButton(tr(N_("&Close")))
        self.close_button.clicked.connect(self.closed)
        self.this = QPushButton(tr(N_("Replace this &one")))
        self.this.clicked.connect(self.this_wanted)
        self.all = QPushButton()
        self.all.setProperty("primary", "true")
        self.all.setToolTip(tr(N_("Change all that is ticked (Ctrl+Enter); one undo takes it back")))
        self.all.clicked.connect(self.all_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 8, 16, 8)
        row.setSpacing(10)
        row.addWidget(hint, 1)
        for button in (self.close_button, self.this, self.all):
            row.addWidget(button)

    def show_count(self, count: int, *, deleting: bool, able: bool) -> None:
        """How many hits would be replaced, or deleted where nothing stands in their place."""
        if not count:
            words = Text.of(N_("Replace"))
        elif deleting:
            words = Text.of(N_("Delete {count} place"), plural=N_("Delete {count} places"), count=count)
        else:
            words = Text.of(N_("Replace {count} place"), plural=N_("Replace {count} places"), count=count)
        self.all.setText(self._tr(words))
        self.all.setEnabled(able and count > 0)
