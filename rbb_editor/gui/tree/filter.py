"""The filter above the outline: only nodes with these words in their name, and those above and below them."""

from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QStandardItem
from PySide6.QtWidgets import QLineEdit

from rbb_editor.domain.folding import fold
from rbb_editor.gui.tree.model import Node, OutlineModel
from rbb_editor.gui.tree.view import OutlineView


class OutlineFilter(QObject):
    """Hides the rows of a view that a text does not find; what was open before is open again when it is empty."""

    def __init__(self, view: OutlineView, model: OutlineModel, field: QLineEdit) -> None:
        super().__init__(view)
        self._view = view
        self._model = model
        self._wanted = ""
        self._open: list[str] = []
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._apply)
        field.textChanged.connect(self.choose)
        for moved in (model.rowsInserted, model.rowsRemoved, model.dataChanged):
            moved.connect(self._follow)

    @property
    def active(self) -> bool:
        """Whether rows are hidden."""
        return bool(self._wanted)

    def open_before(self) -> list[str]:
        """The nodes that stay open when the filter is empty again."""
        return self._open if self.active else self._view.open_ids()

    def choose(self, text: str) -> None:
        """Shows only what has `text` in its number or title; nothing hidden for the empty text."""
        wanted = fold(text.strip()).text
        if wanted == self._wanted:
            return
        if not self._wanted:
            self._open = self._view.open_ids()
        self._wanted = wanted
        self._apply()
        if not wanted:
            self._view.set_open(self._open)
            self._view.scrollTo(self._view.currentIndex())

    def hits(self) -> list[str]:
        """The ids of the nodes that have the words in their names, in order."""
        return [node.id for node in self._walk() if self._found(node)]

    def _apply(self) -> None:
        shown: set[str] = set()
        above: set[str] = set()
        for node in self._walk():
            over = node.parent()
            if self._wanted and not self._found(node):
                if isinstance(over, Node) and over.id in shown and over.id not in above:
                    shown.add(node.id)  # what stands in a hit belongs to it
                continue
            shown.add(node.id)
            while isinstance(over, Node):
                if over.id not in shown:
                    above.add(over.id)
                shown.add(over.id)
                over = over.parent()
        for node in self._walk():
            index = node.index()
            self._view.setRowHidden(index.row(), index.parent(), node.id not in shown)
        if self._wanted:
            for id in above:
                self._view.setExpanded(self._model.index_of(id), True)

    def _found(self, node: Node) -> bool:
        return self._wanted in fold(self._model.name(node.id)).text

    def _walk(self, above: QStandardItem | None = None) -> Iterator[Node]:
        for node in self._model.below(above or self._model.invisibleRootItem()):
            yield node
            yield from self._walk(node)

    def _follow(self) -> None:
        if self.active:
            self._later.start()
