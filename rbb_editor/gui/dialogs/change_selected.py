"""Asks for one value for all selected figures: the completed figure, the remarks or the reason."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QButtonGroup, QDialog, QLabel, QRadioButton, QVBoxLayout, QWidget

from rbb_editor.domain.text import N_, Text
from rbb_editor.gui.dialogs.parts import prepare
from rbb_editor.gui.guarded import PlainField
from rbb_editor.gui.to_the_letter import text_in
from rbb_editor.i18n import Translator

FIELDS = (
    ("completed", N_("&Completed figure")),
    ("remarks", N_("&Remarks")),
    ("explanation", N_("Rea&son")),
)


class ChangeSelected(QDialog):
    """`wanted(field, text)`: all selected figures are to get this text; "" empties the field.

    `field`: the one that the keyboard is in, and so the one proposed, where it is one of them.
    """

    wanted = Signal(str, str)

    def __init__(self, count: int, field: str | None, say: Translator, parent: QWidget) -> None:
        super().__init__(parent)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        words = Text.of(
            N_("What {count} selected figure gets. What stands there now is replaced; undo brings it back."),
            plural=N_("What {count} selected figures get. What stands there now is replaced; undo brings it back."),
            count=count,
        )
        intro = QLabel(say(words))
        intro.setWordWrap(True)
        intro.setMinimumWidth(420)
        column.addWidget(intro)
        proposed = field if field in dict(FIELDS) else FIELDS[0][0]
        self.fields = QButtonGroup(self)
        for at, (id, name) in enumerate(FIELDS):
            button = QRadioButton(say(name))
            button.setChecked(id == proposed)
            self.fields.addButton(button, at)
            column.addWidget(button)
        self.text = PlainField()
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(4 * self.text.fontMetrics().lineSpacing() + 16)
        label = QLabel(say(N_("&Text (empty: nothing stands there)")))
        label.setBuddy(self.text)
        self.text.setAccessibleName(say(N_("Text for all selected figures")))
        column.addWidget(label)
        column.addWidget(self.text)
        prepare(self, N_("Change selected rows"), content, say, N_("Change"))
        self.accepted.connect(self._take)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):  # as in every field of several lines
            QShortcut(QKeySequence(keys), self).activated.connect(self.accept)
        self.text.setFocus()

    def _take(self) -> None:
        field = FIELDS[self.fields.checkedId()][0]
        self.wanted.emit(field, text_in(self.text.document()))
