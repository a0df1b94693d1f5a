"""A row of controls in a window that may be small: what is only said gives way first, then words beside icons."""

from PySide6.QtWidgets import QBoxLayout, QPushButton, QWidget

from rbb_editor.gui.menus import without_mnemonic


class Room:
    """The room of one row. `said`: what can be left out; `buttons`: have icons that can stand without their words."""

    def __init__(self, row: QBoxLayout, said: QWidget, *buttons: QPushButton) -> None:
        self._row, self._said = row, said
        self._words = {button: button.text() for button in buttons}
        for button in buttons:
            self.set_words(button, button.text())

    def set_words(self, button: QPushButton, words: str) -> None:
        """Gives a button other words, shown where there is room."""
        self._words[button] = words
        button.setText(words)
        button.setAccessibleName(without_mnemonic(words))
        if not button.toolTip():
            button.setToolTip(without_mnemonic(words))

    def fit(self, width: int) -> None:
        """Shows as much as there is room for."""
        self._said.show()
        for button, words in self._words.items():
            button.setText(words)
        if self._row.minimumSize().width() > width:
            self._said.hide()
        if self._row.minimumSize().width() > width:
            for button in self._words:
                button.setText("")
