"""Lays small widgets side by side, in further lines where one is too short, in the direction of reading."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem


class Flow(QLayout):
    """A row that wraps. Hidden widgets take no room."""

    def __init__(self, spacing: int) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._sizes: dict[int, QSize] = {}
        self.setSpacing(spacing)
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Takes a further item."""
        self._items.append(item)

    def count(self) -> int:
        """How many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """One item, None beyond the last."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Lets one item go."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Takes no more room than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """The narrower, the higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """How high the lines are at a width."""
        around = self.contentsMargins()
        within = QRect(0, 0, width - around.left() - around.right(), 0)
        return self._arrange(within, move=False) + around.top() + around.bottom()

    def setGeometry(self, rect: QRect) -> None:
        """Puts the items in their lines."""
        super().setGeometry(rect)
        self._arrange(self.contentsRect(), move=True)

    def sizeHint(self) -> QSize:
        """Room for all of it in one line."""
        shown = [self._size(at) for at, item in enumerate(self._items) if not item.isEmpty()]
        width = sum(size.width() + self.spacing() for size in shown) - self.spacing()
        return QSize(max(0, width), max((size.height() for size in shown), default=0))

    def minimumSize(self) -> QSize:
        """Room for the widest item."""
        size = QSize()
        for item in self._items:
            if not item.isEmpty():
                size = size.expandedTo(item.minimumSize())
        return size

    def invalidate(self) -> None:
        """Something is of another size."""
        self._sizes.clear()
        super().invalidate()

    def _size(self, at: int) -> QSize:
        """The size of an item, asked for once while nothing changes: layouts are asked again and again."""
        if at not in self._sizes:
            self._sizes[at] = self._items[at].sizeHint()
        return self._sizes[at]

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        x = y = height = 0
        parent = self.parentWidget()
        direction = parent.layoutDirection() if parent is not None else Qt.LayoutDirection.LeftToRight
        for at, item in enumerate(self._items):
            if item.isEmpty():
                continue
            size = self._size(at)
            if x and x + size.width() > rect.width():
                x, y, height = 0, y + height + self.spacing(), 0
            if move:
                box = QRect(rect.x() + x, rect.y() + y, size.width(), size.height())
                if direction == Qt.LayoutDirection.RightToLeft:
                    box.moveLeft(rect.left() + rect.right() - box.right())
                item.setGeometry(box)
            x += size.width() + self.spacing()
            height = max(height, size.height())
        return y + height
