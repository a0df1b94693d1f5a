"""What the small dialogs share: title, content, foot with at most one primary button."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QInputDialog, QPushButton, QVBoxLayout, QWidget

from rbb_editor.domain.text import N_
from rbb_editor.i18n import Translator

Button = QDialogButtonBox.StandardButton
MARGINS = (20, 20, 20, 16)


def make_primary(button: QPushButton) -> None:
    """Makes a button the one that stands out, also where it has been dressed already."""
    button.setProperty("primary", "true")
    button.style().unpolish(button)
    button.style().polish(button)


def make_up(dialog: QInputDialog, accept: str, leave: str) -> None:
    """Gives Qt's question for one line the margins and the buttons of the other dialogs, and its end with them."""
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setOkButtonText(accept)
    dialog.setCancelButtonText(leave)
    buttons = dialog.findChild(QDialogButtonBox)
    layout = dialog.layout()
    if buttons is not None and layout is not None:
        make_primary(buttons.button(Button.Ok))
        for button in buttons.buttons():
            button.setIcon(QIcon())
        layout.setContentsMargins(*MARGINS)
        layout.setSpacing(12)


def fit_height(dialog: QDialog) -> None:
    """Makes a dialog as high as its words are at its width; Qt alone stops at two thirds of the screen."""
    layout = dialog.layout()
    if layout is not None and dialog.isVisible():
        layout.activate()
        dialog.resize(dialog.width(), layout.totalHeightForWidth(dialog.width()))


def prepare(dialog: QDialog, title: str, content: QWidget, say: Translator, accept: str = "") -> QDialogButtonBox:
    """Lays out a dialog: `content` over the buttons; `accept` (marked): the primary one, without it there is Close."""
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(say(title))
    buttons = QDialogButtonBox()
    if accept:
        primary = buttons.addButton(Button.Ok)
        primary.setText(say(accept))
        make_primary(primary)
        buttons.addButton(Button.Cancel).setText(say(N_("Cancel")))
        buttons.accepted.connect(dialog.accept)
    else:
        buttons.addButton(Button.Close).setText(say(N_("&Close")))
    for button in buttons.buttons():
        button.setIcon(QIcon())
    buttons.rejected.connect(dialog.reject)
    column = QVBoxLayout(dialog)
    column.setContentsMargins(*MARGINS)
    column.setSpacing(20)
    column.addWidget(content, 1)
    column.addWidget(buttons)
    return buttons
