"""The filter above the outline: only nodes with these words in their name, and those above and below them."""

from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QLineEdit

from rbb_editor.domain.folding import fold
from rbb_editor.gui.tree.model import NO_INDEX, Index, OutlineModel
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
        for moved in (model.rowsInserted, model.rowsMoved, model.rowsRemoved, model.dataChanged):
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
        return [id for id, index in self._walk() if self._found(index)]

    def _apply(self) -> None:
        shown: set[str] = set()
        above: set[str] = set()
        for id, index in self._walk():
            if self._wanted and not self._found(index):
                parent = self._model.id_of(index.parent())
                if parent is not None and parent in shown and parent not in above:
                    shown.add(id)  # what stands in a hit belongs to it
                continue
            shown.add(id)
            while (index := index.parent()).isValid():
                id_above = str(self._model.id_of(index))
                if id_above not in shown:
                    above.add(id_above)
                shown.add(id_above)
        for id, index in list(self._walk()):
            self._view.setRowHidden(index.row(), index.parent(), id not in shown)
        if self._wanted:
            for id in above:
                self._view.setExpanded(self._model.index_of(id), True)

    def _found(self, index: Index) -> bool:
        return self._wanted in fold(str(index.data())).text

    def _walk(self, parent: Index = NO_INDEX) -> Iterator[tuple[str, Index]]:
        for row in range(self._model.rowCount(parent)):
            index = self._model.index(row, 0, parent)
            yield str(self._model.id_of(index)), index
            yield from self._walk(index)

    def _follow(self) -> None:
        if self.active:
            self._later.start()
