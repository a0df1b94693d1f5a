"""A strip below the outline: what was just done, and what is offered after it. Nothing waits for an answer."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from rbb_editor.gui.look.theme import Theme
from rbb_editor.gui.nesting import nest
from rbb_editor.gui.panels.flow import Flow
from rbb_editor.gui.panels.parts import Hairline, link

Way = tuple[str, Callable[[], object]]
"""The words of a button, with its mnemonic, and what it does."""


class Offer(QWidget):
    """Goes when one of its ways is taken, at Esc, and when the report changes otherwise."""

    def __init__(self, leave: str, theme: Theme, parent: QWidget) -> None:
        """`leave`: the words of the button that closes it."""
        super().__init__(parent)
        self._leave = leave
        self.setProperty("pane", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.words = QLabel()
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setWordWrap(True)
        self._ways = Flow(16)
        self._taken: list[Callable[[], object]] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(4)
        column.addWidget(Hairline(theme, self))
        self.words.setContentsMargins(12, 8, 12, 0)
        self._ways.setContentsMargins(10, 0, 10, 0)  # the ring of a link stands outside its words
        column.addWidget(self.words)
        nest(column, self._ways)
        self.hide()

    def show_ways(self, text: str, ways: Sequence[Way]) -> None:
        """Says something and offers ways on."""
        while (item := self._ways.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()  # its key is the new one's from now on
                old.deleteLater()
        self.words.setText(text)
        self._taken = [work for _, work in ways]
        for at, (words, _) in enumerate((*ways, (self._leave, self.hide))):
            button = link(words, kind="link" if at < len(ways) else "quiet", flush=True)
            button.clicked.connect(self._take)
            button.setProperty("way", at)
            self._ways.addWidget(button)
        self.setAccessibleName(text)
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves things as they are."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def _take(self) -> None:
        at = self.sender().property("way")
        self.hide()
        if at < len(self._taken):
            self._taken[at]()
