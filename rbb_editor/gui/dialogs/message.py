"""Sentences to the user: an error, a question with one way on. Always plain text: a file's words are never markup."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QMessageBox, QPushButton, QWidget

from rbb_editor.domain.text import N_, Text
from rbb_editor.gui.dialogs.parts import MARGINS, make_primary
from rbb_editor.gui.lines import led
from rbb_editor.gui.look.theme import Theme
from rbb_editor.i18n import Translator

Way = tuple[str, Callable[[], object]]
"""The words of a button (marked) and what it does."""
TITLE = N_("RBB Editor")
SIGN = 28


def tell(
    parent: QWidget,
    say: Translator,
    theme: Theme,
    text: Text,
    ways: Sequence[Way] = (),
    *,
    calm: bool = False,
    leave: str = "",
) -> QMessageBox:
    """Shows a sentence and the `ways` on from it, beside the one to leave it. Returns at once.

    `calm`: nothing went wrong. `leave`: (marked) words for leaving it, which is then what Enter does.
    """
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    sign = ("info", "accent") if calm else ("circle-alert", "check")
    box.setIconPixmap(theme.pixmap(*sign, SIGN, parent.devicePixelRatioF()))
    box.setWindowTitle(say(TITLE))
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(led(say(text), right=parent.isRightToLeft()))
    box.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    left = box.addButton(say(leave or (N_("Cancel") if ways else N_("OK"))), QMessageBox.ButtonRole.RejectRole)
    box.setEscapeButton(left)
    actions: dict[QPushButton, Callable[[], object]] = {}
    for words, action in ways:
        actions[box.addButton(say(words), QMessageBox.ButtonRole.AcceptRole)] = action
    first = left if leave else next(iter(actions), left)
    make_primary(first)
    box.setDefaultButton(first)
    box.finished.connect(_Answer(box, actions))
    layout = box.layout()
    if layout is not None:
        layout.setContentsMargins(*MARGINS)
    box.open()
    _stack_if_wide(box)
    return box


def _stack_if_wide(box: QMessageBox) -> None:
    """Sets the buttons one below the other where the screen has no room for them side by side."""
    buttons = box.findChild(QDialogButtonBox)
    if buttons is not None and buttons.sizeHint().width() + 2 * SIGN > box.screen().availableSize().width():
        buttons.setOrientation(Qt.Orientation.Vertical)


class _Answer:
    """What follows from the button that was pressed; lets go of it all afterwards."""

    def __init__(self, box: QMessageBox, actions: dict[QPushButton, Callable[[], object]]) -> None:
        self._box = box
        self._actions = actions

    def __call__(self, _code: int) -> None:
        pressed = self._box.clickedButton()
        action = next((action for button, action in self._actions.items() if button is pressed), None)
        self._actions = {}
        if action is not None:
            action()
