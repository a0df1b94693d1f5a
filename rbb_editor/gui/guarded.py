"""Fields that refuse, with a sentence, a text that would hold the window for seconds or be cut off without a word."""

from PySide6.QtCore import QEvent, QMimeData, Qt
from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from rbb_editor.domain.text import N_
from rbb_editor.errors import UserError
from rbb_editor.gui.table.clip import check_length
from rbb_editor.gui.to_the_letter import selected_in

MOST_IN_A_LINE = 30_000
"""Characters of a field of one line; Qt itself cuts at 32,767."""
UNLIMITED = 2**31 - 1
RIGHT_TO_LEFT = Qt.LayoutDirection.RightToLeft
LINE_FULL = N_("A field of one line takes at most {most} characters. Nothing was pasted.")


class PlainField(QPlainTextEdit):
    """Several lines of plain text, pasted only where they are no more than a field takes, copied to the letter.

    Arabic stands at the right, where it begins; Qt itself sets every plain text at the left.
    """

    def __init__(self, text: str = "") -> None:
        super().__init__(text)
        self.textChanged.connect(self._lean)
        self._lean()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Takes in what is pasted or dropped."""
        if takes(self, source):
            super().insertFromMimeData(source)

    def createMimeDataFromSelection(self) -> QMimeData:
        """What is copied, to the letter."""
        return selected_in(self.textCursor())

    def changeEvent(self, event: QEvent) -> None:
        """An empty field begins where the interface does."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LayoutDirectionChange:
            self._lean()

    def _lean(self) -> None:
        first, option = self.document().firstBlock(), self.document().defaultTextOption()
        right = first.textDirection() == RIGHT_TO_LEFT if first.length() > 1 else self.isRightToLeft()
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        if option.alignment() != side:
            option.setAlignment(side)
            self.document().setDefaultTextOption(option)


def takes(field: QWidget, source: QMimeData) -> bool:
    """Whether a field takes what is pasted or dropped; where it does not, that is told."""
    try:
        check_length(source.text())
    except UserError as error:
        tell_over(field, error)
        return False
    return True


def guard(field: QLineEdit) -> None:
    """Has a field of one line refuse what is too long for it; what the report holds already stays whole in it."""
    field.setMaxLength(UNLIMITED)
    short = _Short(field)
    field.setValidator(short)
    field.inputRejected.connect(short.tell)


def tell_over(widget: QWidget, error: UserError) -> None:
    """Shows a sentence over the window that a widget, or the dialog it is in, belongs to."""
    from rbb_editor.gui.main_window import MainWindow  # which holds the widgets that ask this

    while not isinstance(widget, MainWindow):
        above = widget.parentWidget()
        if above is None:
            return  # a part shown by itself
        widget = above
    widget.tell(error.text)


class _Short(QValidator):
    """Takes what is no longer than a line may be, or no longer than it was."""

    def __init__(self, field: QLineEdit) -> None:
        super().__init__(field)
        self._field = field
        self._length = 0
        field.textChanged.connect(self._changed)

    def validate(self, text: str, at: int) -> tuple[QValidator.State, str, int]:
        """Asked at every change."""
        short = len(text) <= max(MOST_IN_A_LINE, self._length)
        return (QValidator.State.Acceptable if short else QValidator.State.Invalid), text, at

    def tell(self) -> None:
        """Something was not taken."""
        tell_over(self._field, UserError(LINE_FULL, most=f"{MOST_IN_A_LINE:,}"))

    def _changed(self, text: str) -> None:
        self._length = len(text)
