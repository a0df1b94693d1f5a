"""The outline as a Qt model: integer ids, kept up to date by the ids that a change touches."""

from collections.abc import Iterable
from enum import IntEnum

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from rbb_editor.domain.change import Change
from rbb_editor.domain.entities import REPORT_ID, Output, Section
from rbb_editor.domain.places import printed_number
from rbb_editor.domain.text import Text
from rbb_editor.gui.tree import outline
from rbb_editor.gui.tree.amounts import Amounts
from rbb_editor.i18n import Translator
from rbb_editor.project import Happened, Project

Index = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()


class Role(IntEnum):
    """What a delegate can ask for besides the Qt roles."""

    ID = Qt.ItemDataRole.UserRole
    NUMBER = Qt.ItemDataRole.UserRole + 1
    TITLE = Qt.ItemDataRole.UserRole + 2
    OUTPUTS = Qt.ItemDataRole.UserRole + 3


NOTHING = Qt.ItemFlag.NoItemFlags
PAGE = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
FIXED = PAGE | Qt.ItemFlag.ItemIsDragEnabled
SECTION = FIXED | Qt.ItemFlag.ItemIsEditable
"""What can be done with a node; added up once, as Qt asks for each node many times."""


class OutlineModel(QAbstractItemModel):
    """Keeps its own picture of the tree, so that it can tell Qt what goes before it is gone from the report."""

    def __init__(self, project: Project, tr: Translator, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self._tr = tr
        self._ids: list[str] = []
        self._handles: dict[str, int] = {}
        self._children: dict[str | None, list[str]] = {}
        self._parent: dict[str, str | None] = {}
        self._amounts = Amounts(project.report)
        self._read(None)

    # where things are

    def index_of(self, id: str) -> QModelIndex:
        """The index of a node; invalid for one that is not in the outline."""
        if id not in self._parent:
            return QModelIndex()
        return self.createIndex(self._children[self._parent[id]].index(id), 0, self._handle(id))

    def id_of(self, index: Index) -> str | None:
        """The id of the node at an index."""
        return self._ids[index.internalId()] if index.isValid() else None

    def node_above(self, id: str) -> str | None:
        """The node that holds a section or output: itself where it is in the outline."""
        if id in self._parent:
            return id
        entity = self._project.report.get(id)
        return entity.parent if isinstance(entity, Output) else None

    def depth(self, id: str) -> int:
        """How many nodes stand above a node."""
        depth = 0
        while (above := self._parent.get(id)) is not None:
            depth, id = depth + 1, above
        return depth

    def ids_with_children(self) -> list[str]:
        """All nodes that others stand below."""
        return [id for id, below in self._children.items() if id is not None and below]

    # what Qt asks

    def index(self, row: int, column: int, parent: Index = NO_INDEX) -> QModelIndex:
        """The index of a row. This and the next are asked twice of every open node whenever Qt lays them out."""
        below = self._children.get(self._ids[parent.internalId()] if parent.isValid() else None)
        if below is None or column != 0 or not 0 <= row < len(below):
            return QModelIndex()
        return self.createIndex(row, 0, self._handle(below[row]))

    def parent(self, index: Index = NO_INDEX) -> QModelIndex:  # type: ignore[override]  # QObject.parent() has no index
        """The index above."""
        above = self._parent.get(self._ids[index.internalId()]) if index.isValid() else None
        if above is None:
            return QModelIndex()
        return self.createIndex(self._children[self._parent[above]].index(above), 0, self._handle(above))

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        """How many nodes stand below one."""
        return 0 if parent.column() > 0 else len(self._children.get(self.id_of(parent), []))

    def hasChildren(self, parent: Index = NO_INDEX) -> bool:
        """Whether any node stands below one; Qt asks this of all open nodes whenever it lays them out."""
        return bool(self._children.get(self._ids[parent.internalId()] if parent.isValid() else None))

    def columnCount(self, parent: Index = NO_INDEX) -> int:  # noqa: ARG002
        """One."""
        return 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Titles of sections can be edited, sections dragged."""
        id = self.id_of(index)
        if id is None:
            return NOTHING
        if id in outline.PAGES:
            return PAGE
        return FIXED if self._project.read_only else SECTION

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Texts, and what the delegate asks for."""
        id = self.id_of(index)
        if id is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return " ".join(filter(None, (self.number(id), self.title(id))))
            case Qt.ItemDataRole.EditRole:
                return self._project.report.section(id).title if id not in outline.PAGES else None
            case Role.ID:
                return id
            case Role.NUMBER:
                return self.number(id)
            case Role.TITLE:
                return self.title(id)
            case Role.OUTPUTS:
                return self.outputs(id)
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
                return self._described(id, "\n" if role == Qt.ItemDataRole.ToolTipRole else ", ")
        return None

    # what the delegate asks

    def number(self, id: str) -> str:
        """The printed number of a node, "" for a page."""
        if id in outline.PAGES or self._going(id):
            return ""
        return printed_number(self._project.report.section(id), self._project.language)

    def title(self, id: str) -> str:
        """The title of a node in the language of the interface, or as typed."""
        if self._going(id):
            return ""
        title = outline.title(self._project.report, id)
        return self._tr(title) if isinstance(title, Text) else title

    def mark(self, id: str, *, closed: bool) -> outline.Mark | None:
        """The worst severity and its count."""
        return None if self._going(id) else outline.mark(self._project, id, closed=closed)

    def outputs(self, id: str) -> int:
        """How many outputs stand below a node."""
        return self._amounts.of(id).outputs

    def empty(self, id: str) -> int:
        """How many figures below a node are still missing."""
        return self._amounts.of(id).empty

    def _going(self, id: str) -> bool:
        """Whether a node is no longer in the report: the view asks for it while others of the same change go."""
        return id not in outline.PAGES and id not in self._project.report

    # following the report

    def update(self, happened: Happened) -> None:
        """Takes over what happened to the report: rows come, go and move, touched ones are drawn again."""
        sections = [pair for pair in happened.change.pairs if isinstance(pair.after or pair.before, Section)]
        self._amounts.update(happened.change)
        if any(_placed(pair.before) != _placed(pair.after) for pair in sections):
            self._restructure(happened.change)
        self.refresh(happened.ids())

    def refresh(self, ids: Iterable[str]) -> None:
        """Has the nodes of `ids`, and all above them, drawn again."""
        touched: set[str] = set()
        for id in ids:
            if id == REPORT_ID:
                touched.update(outline.PAGES)
            node = self.node_above(id)
            while node is not None and node not in touched and node in self._parent:
                touched.add(node)
                node = self._parent[node]
        for node in touched:
            index = self.index_of(node)
            self.dataChanged.emit(index, index)

    def _restructure(self, change: Change) -> None:
        report = self._project.report
        sections = [pair for pair in change.pairs if isinstance(pair.after or pair.before, Section)]
        for pair in sections:
            if pair.id in self._parent and pair.id not in report:
                self._take_out(pair.id)
        parents = {side.parent for pair in sections for side in (pair.before, pair.after) if isinstance(side, Section)}
        here = [id for id in parents if id is None or id in report]
        for id in sorted(here, key=lambda id: len(report.path(id)) if id is not None else 0):
            if id is None or id in self._parent:
                self._arrange(id)

    def _arrange(self, parent: str | None) -> None:
        """Brings the nodes below `parent` into the order of the report by inserting and moving rows."""
        rows = self._children.setdefault(parent, [])
        for row, id in enumerate(outline.children(self._project.report, parent)):
            if row < len(rows) and rows[row] == id:
                continue
            if id in self._parent:
                self._move(id, parent, row)
            else:
                self.beginInsertRows(self._index_or_root(parent), row, row)
                rows.insert(row, id)
                self._parent[id] = parent
                self._read(id)
                self.endInsertRows()

    def _move(self, id: str, parent: str | None, row: int) -> None:
        old = self._parent[id]
        source = self._children[old].index(id)
        self.beginMoveRows(self._index_or_root(old), source, source, self._index_or_root(parent), row)
        self._children[old].pop(source)
        self._children[parent].insert(row, id)
        self._parent[id] = parent
        self.endMoveRows()

    def _take_out(self, id: str) -> None:
        parent = self._parent[id]
        row = self._children[parent].index(id)
        self.beginRemoveRows(self._index_or_root(parent), row, row)
        self._children[parent].pop(row)
        self._drop(id)
        self.endRemoveRows()

    def _drop(self, id: str) -> None:
        del self._parent[id]
        for child in self._children.pop(id, []):
            self._drop(child)

    def _read(self, id: str | None) -> None:
        self._children[id] = outline.children(self._project.report, id)
        for child in self._children[id]:
            self._parent[child] = id
            self._read(child)

    def _index_or_root(self, id: str | None) -> QModelIndex:
        return QModelIndex() if id is None else self.index_of(id)

    def _handle(self, id: str) -> int:
        handle = self._handles.get(id)
        if handle is None:
            handle = self._handles[id] = len(self._ids)
            self._ids.append(id)
        return handle

    def _described(self, id: str, separator: str) -> str:
        head = " ".join(filter(None, (self.number(id), self.title(id))))
        texts = outline.description(self._project, id, self._amounts.of(id))
        return separator.join([head, *(self._tr(text) for text in texts)])


def _placed(entity: object) -> tuple[str | None, str] | None:
    return (entity.parent, entity.rank) if isinstance(entity, Section) else None
