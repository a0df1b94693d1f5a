"""The list of reasons used elsewhere, below the editor of a reason: chosen with the arrows or the mouse.

The keyboard stays in the editor; the list only shows what is chosen.
"""

from collections.abc import Callable

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListWidget, QListWidgetItem, QWidget

from rbb_editor.domain.text import N_, Text
from rbb_editor.gui.look.rich_text import tooltip
from rbb_editor.project.reasons_used import Offer

MOST_ROWS = 5
USED = Text.of(N_("Reasons used elsewhere"))
LAST_YEAR = N_("Last year (Ctrl+L): {reason}")


class Offers(QListWidget):
    """`taken(str)`: an offered reason was chosen."""

    taken = Signal(str)

    def __init__(self, parent: QWidget, say: Callable[[Text], str]) -> None:
        super().__init__(parent)
        self._say = say
        self.setProperty("kind", "offers")
        self.setAccessibleName(say(USED))
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # a click leads to the editor, else to the table behind
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setUniformItemSizes(True)
        self.itemClicked.connect(self._take)
        self.hide()

    def show_offers(self, offers: list[Offer], box: QRect) -> None:
        """Lists offers in as much of a box as they need, none of them chosen; nothing to offer: hidden.

        A box that begins at the upper edge of the table lies above the editor: the list then ends where it ends.
        """
        self.clear()
        for offer in offers:
            text = (offer.cause if offer.cause == offer.text else f"… {offer.cause}").replace("\n", " ")
            item = QListWidgetItem(self._labelled(offer, text))
            item.setData(Qt.ItemDataRole.UserRole, offer.text)
            item.setToolTip(tooltip(offer.text))
            self.addItem(item)
        self.setVisible(bool(offers))
        if offers:
            rows = min(len(offers), MOST_ROWS)
            height = rows * self.sizeHintForRow(0) + 2 * self.frameWidth() + 10
            height = min(height, box.height())
            top = box.bottom() - height if box.top() == 0 else box.top()
            self.setGeometry(QRect(box.left(), top, box.width(), height))
            self.raise_()

    def _labelled(self, offer: Offer, text: str) -> str:
        """The words with how often they are used, or, ahead of them and never cut off, that they are last year's."""
        if offer.earlier:
            return self._say(Text.of(LAST_YEAR, reason=text))
        return f"{text}   {offer.uses} ×" if offer.uses > 1 else text

    def step(self, step: int) -> bool:
        """Chooses the next (1) or previous (-1) offer, above the first none; False where nothing is to choose."""
        if not self.isVisible():
            return False
        row = self.currentRow() if self.chosen() is not None else -1
        if step < 0 and row < 0:
            return False
        self.setCurrentRow(max(-1, min(row + step, self.count() - 1)))
        return True

    def chosen(self) -> str | None:
        """The chosen reason."""
        item = self.currentItem() if self.isVisible() else None
        return item.data(Qt.ItemDataRole.UserRole) if item is not None else None

    def _take(self, item: QListWidgetItem) -> None:
        self.taken.emit(item.data(Qt.ItemDataRole.UserRole))
