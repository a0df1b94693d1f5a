"""The list of hits as a model: heads, and one row for each text with its tick."""

from collections import Counter
from collections.abc import Iterable
from enum import IntEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from rbb_editor.domain.text import N_, Text
from rbb_editor.domain.wording import Hit, Kind, Place
from rbb_editor.edits.replacing import Replacement
from rbb_editor.errors import UserError
from rbb_editor.gui.replace.context import Ink, Piece, redline
from rbb_editor.gui.replace.rows import KIND_NAMES, Entry, Head, grouped, head_text, place_text
from rbb_editor.i18n import Translator
from rbb_editor.project import Project

Index = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()
TICKED, NOT_TICKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked
APPROVED = N_("Planned outputs are wording that the Assembly approved: they change only where you tick them.")


class Role(IntEnum):
    """What the delegate asks for besides the Qt roles."""

    PLACE = Qt.ItemDataRole.UserRole
    FIELD = Qt.ItemDataRole.UserRole + 1


class HitsModel(QAbstractListModel):
    """`ticks_changed()`: other texts are chosen. Approved wording starts without a tick.

    `counts`: how many hits there are of each kind of text; `chosen`: the texts that are to be changed.
    """

    ticks_changed = Signal()

    def __init__(self, project: Project, tr: Translator, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self._tr = tr
        self._ticks: dict[Place, bool] = {}
        self.rows: list[Head | Entry] = []
        self.counts: Counter[Kind] = Counter()
        self.chosen: list[Entry] = []
        self.replacement: Replacement | None = None

    def show_hits(self, hits: Iterable[Hit], *, anew: bool) -> None:
        """Lists hits in printed order; `anew`: for another search, so that ticks set by hand are forgotten."""
        self.beginResetModel()
        self.rows = grouped(self._project.report, hits)
        if anew:
            self._ticks.clear()
        self.endResetModel()
        self.counts = Counter()
        for entry in self.entries():
            self.counts[entry.place.kind] += len(entry.hits)
        self._choose()

    def show_replacement(self, replacement: Replacement | None) -> None:
        """Draws other words in the place of the hits; None: marks them, as nothing is to be replaced yet."""
        self.replacement = replacement
        if self.rows:
            self.dataChanged.emit(self.index(0), self.index(len(self.rows) - 1))

    # what is chosen

    def entries(self) -> list[Entry]:
        """All texts with hits."""
        return [row for row in self.rows if isinstance(row, Entry)]

    def is_ticked(self, entry: Entry) -> bool:
        """Whether a text is to be changed."""
        return self._ticks.get(entry.place, entry.place.kind is not Kind.PLANNED_TEXT)

    def tick_kind(self, kind: Kind, *, ticked: bool) -> None:
        """Chooses all texts of a kind, or none."""
        self._ticks.update((entry.place, ticked) for entry in self.entries() if entry.place.kind is kind)
        if self.rows:
            self.dataChanged.emit(self.index(0), self.index(len(self.rows) - 1), [Qt.ItemDataRole.CheckStateRole])
        self._choose()

    # what Qt asks

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        """Heads and texts."""
        return 0 if parent.isValid() else len(self.rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Heads cannot be chosen."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        entry = isinstance(self.rows[index.row()], Entry)
        return super().flags(index) | Qt.ItemFlag.ItemIsUserCheckable if entry else Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words of a row, its tick, and what the delegate asks for."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if isinstance(row, Head):
            return self._head(row) if role == Qt.ItemDataRole.DisplayRole else None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return "".join(words for words, _ in self.pieces(row, 160))
            case Qt.ItemDataRole.CheckStateRole:
                return TICKED if self.is_ticked(row) else NOT_TICKED
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(row)
            case Qt.ItemDataRole.ToolTipRole:
                return self._tr(APPROVED) if row.place.kind is Kind.PLANNED_TEXT else None
            case Role.PLACE:
                return self._said(place_text(self._project.report, row.place, self._project.language))
            case Role.FIELD:
                return self._tr(KIND_NAMES[row.place.kind])
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Ticks or unticks a text."""
        row = self.rows[index.row()] if index.isValid() else None
        if role != Qt.ItemDataRole.CheckStateRole or not isinstance(row, Entry):
            return False
        self._ticks[row.place] = Qt.CheckState(value) == TICKED
        self.dataChanged.emit(index, index, [Qt.ItemDataRole.CheckStateRole])
        self._choose()
        return True

    def pieces(self, entry: Entry, room: int) -> list[Piece]:
        """The redline of a text, cut to about `room` units; as it stands where nothing is, or can be, replaced."""
        if self.replacement is not None:
            try:
                return redline(entry.text, entry.hits, self.replacement.of, room)
            except UserError:  # said above the list
                pass
        return redline(entry.text, entry.hits, lambda hit: hit.text, room)

    def _choose(self) -> None:
        self.chosen = [entry for entry in self.entries() if self.is_ticked(entry)]
        self.ticks_changed.emit()

    def _head(self, head: Head) -> str:
        return self._said(head_text(self._project.report, head, self._project.language))

    def _spoken(self, entry: Entry) -> str:
        words = [
            self._tr(N_("ticked")) if self.is_ticked(entry) else self._tr(N_("not ticked")),
            self._said(place_text(self._project.report, entry.place, self._project.language)),
            self._tr(KIND_NAMES[entry.place.kind]),
        ]
        marks = {Ink.KEPT: "{}", Ink.FOUND: "{}", Ink.DELETED: "[-{}-]", Ink.INSERTED: "[+{}+]"}
        return f"{', '.join(words)}: {''.join(marks[ink].format(text) for text, ink in self.pieces(entry, 160))}"

    def _said(self, text: Text | str) -> str:
        return self._tr(text) if isinstance(text, Text) else text
