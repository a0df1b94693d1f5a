"""The outline as a Qt model, kept up to date by the ids that a change touches.

Qt asks for the place of every open node after each one that comes, goes or moves. The nodes are therefore Qt's own
items, which answer without Python: with all nodes of a large report open, that is 1 ms instead of 20.
"""

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel

from rbb_editor.domain.change import Change, Pair
from rbb_editor.domain.entities import Entity, Level, Output, ReportInfo, Section
from rbb_editor.domain.places import printed_number
from rbb_editor.domain.text import Text
from rbb_editor.gui.tree import outline
from rbb_editor.gui.tree.amounts import OutputCounts
from rbb_editor.i18n import Translator
from rbb_editor.project import Happened, Project

Index = QModelIndex | QPersistentModelIndex

LEAF = Qt.ItemFlag.ItemNeverHasChildren
"""What nothing can stand below; Qt does not follow where it is, as it does with open nodes."""
PAGE = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | LEAF
FIXED = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled
SECTION = FIXED | Qt.ItemFlag.ItemIsEditable
ORDER = Qt.ItemDataRole.UserRole
"""The role by which siblings are brought into another order."""
ROW = 28
"""The height of a node whose title takes one line."""
ONE_LINE = QSize(0, ROW)


class Node(QStandardItem):
    """One node. `depth`: how many stand above it. Its name and its height are found when it is first shown.

    It begins as a copy of a `pattern`: what is the same in both is kept once.
    """

    def __init__(self, pattern: QStandardItem, id: str, depth: int) -> None:
        super().__init__(pattern)
        self.id = id
        self.depth = depth
        self.measured = False

    def take_over(self, other: "Node") -> None:
        """Takes over what was found of the node that has stood for the same until now, where there is as much room."""
        if other.measured and other.depth == self.depth:
            self.setText(other.text())
            self.setSizeHint(other.sizeHint())
            self.measured = True


class OutlineModel(QStandardItemModel):
    """The nodes of a report. Texts that Python alone asks for are read from the report when they are.

    `replaced(Node, Node)`: a node is about to go, as it stands at another place from now on, as another item.
    """

    replaced = Signal(object, object)

    def __init__(self, project: Project, tr: Translator, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self._tr = tr
        self._nodes: dict[str, Node] = {}
        self._output_counts = OutputCounts(project.report)
        section = FIXED if project.read_only else SECTION
        self._page, self._section, self._accomplishment = (_pattern(flags) for flags in (PAGE, section, section | LEAF))
        self.setSortRole(ORDER)
        for id in outline.children(project.report, None):
            self.appendRow(self._made(id, 0, {}))

    # where things are

    def nodes(self) -> Iterable[Node]:
        """All nodes, in no order."""
        return self._nodes.values()

    def node_at(self, index: Index) -> Node:
        """The node at a valid index."""
        node = self.itemFromIndex(index)
        assert isinstance(node, Node)
        return node

    def index_of(self, id: str) -> QModelIndex:
        """The index of a node; invalid for one that is not in the outline."""
        node = self._nodes.get(id)
        return node.index() if node is not None else QModelIndex()

    def id_of(self, index: Index) -> str | None:
        """The id of the node at an index."""
        return self.node_at(index).id if index.isValid() else None

    def below(self, above: QStandardItem) -> list[Node]:
        """The nodes directly below one."""
        return [each for row in range(above.rowCount()) if isinstance(each := above.child(row), Node)]

    def ids_with_children(self) -> list[str]:
        """All nodes that others stand below."""
        return [id for id, node in self._nodes.items() if node.hasChildren()]

    # what a node says

    def name(self, id: str) -> str:
        """Number and title."""
        return " ".join(filter(None, (self.number(id), self.title(id))))

    def number(self, id: str) -> str:
        """The printed number of a node, "" for one that is no section."""
        if id in outline.NO_SECTIONS or self._going(id):
            return ""
        return printed_number(self._project.report.section(id), self._project.language)

    def title(self, id: str) -> str:
        """The title of a node in the language of the interface, or as typed."""
        if self._going(id):
            return ""
        title = outline.title(self._project.report, id)
        return self._tr(title) if isinstance(title, Text) else title

    def typed_title(self, id: str) -> str:
        """The title of a section as it was typed."""
        return self._project.report.section(id).title

    def described(self, id: str, separator: str) -> str:
        """Number and title, what stands below and what was found in it."""
        texts = outline.description(self._project, id)
        return separator.join([self.name(id), *(self._tr(text) for text in texts)])

    def mark(self, id: str, *, closed: bool) -> outline.Mark | None:
        """The worst severity and its count."""
        return None if self._going(id) else outline.mark(self._project, id, closed=closed)

    def outputs(self, id: str) -> int:
        """How many outputs stand below a node."""
        return self._output_counts.of(id)

    def _going(self, id: str) -> bool:
        """Whether a node is no longer in the report: the view asks for it while others of the same change go."""
        return id not in outline.NO_SECTIONS and id not in self._project.report

    # following the report

    def update(self, happened: Happened) -> None:
        """Takes over what happened to the report: nodes come, go and move, touched ones are drawn again."""
        sections = [pair for pair in happened.change.pairs if isinstance(pair.after or pair.before, Section)]
        touched = _touched(happened.change)
        self._output_counts.forget(touched)
        known = self._nodes.copy()
        if any(_placed(pair.before) != _placed(pair.after) for pair in sections):
            self._restructure(sections)
        get = self._project.report.get
        found = [entity for id in happened.findings - happened.change.ids() if (entity := get(id)) is not None]
        self._refresh(touched.union(_node(entity) for entity in found), known)

    def _refresh(self, here: set[str], known: dict[str, Node]) -> None:
        """Has nodes, and all above them, drawn again; but for those that have just come."""
        touched: dict[str, Node] = {}
        for id in here.union(outline.PAGES if outline.FRONT in here else ()):
            node: QStandardItem | None = self._nodes.get(id)
            while isinstance(node, Node) and node.id not in touched:
                touched[node.id] = node
                node = node.parent()
        rows: dict[str, list[int]] = {}
        for id, node in touched.items():
            if id in known:
                rows.setdefault(_id(node.parent()), []).append(node.row())
        for above, own in rows.items():
            parent = self.index_of(above)
            self.dataChanged.emit(self.index(min(own), 0, parent), self.index(max(own), 0, parent))

    def _restructure(self, sections: list[Pair]) -> None:
        report = self._project.report
        gone = [pair.id for pair in sections if pair.id not in report and pair.id in self._nodes]
        for id in sorted(gone, key=lambda id: self._nodes[id].depth):
            if id in self._nodes:  # else it went with the one above
                self._take_out(self._nodes[id])
        parents = {side.parent for pair in sections for side in (pair.before, pair.after) if isinstance(side, Section)}
        here = [id for id in parents if id is None or id in report]
        for parent in sorted(here, key=lambda id: len(report.path(id)) if id is not None else 0):
            if parent is None or parent in self._nodes:
                self._arrange(parent)

    def _arrange(self, parent: str | None) -> None:
        """Brings the nodes below `parent` into the order of the report; what stood elsewhere comes as a new node."""
        above = self._item(parent)
        wanted = outline.children(self._project.report, parent)
        for row, id in enumerate(wanted):
            node = self._nodes.get(id)
            if node is None or node.parent() is not (above if parent else None):
                self._take_in(id, above, row)
        if [each.id for each in self.below(above)] != wanted:
            with QSignalBlocker(self):
                for row, id in enumerate(wanted):
                    self._nodes[id].setData(row, ORDER)
            above.sortChildren(0)

    def _take_in(self, id: str, above: QStandardItem, row: int) -> None:
        """Makes a node with all below it; where they stood before, the view hears of both and the old ones go."""
        old: dict[str, Node] = {}
        made = self._made(id, above.depth + 1 if isinstance(above, Node) else 0, old)
        above.insertRow(row, [made])  # in a list: an item by itself would be left to Python to delete
        for each in old.values():
            self.replaced.emit(each, self._nodes[each.id])
        for each in [each for each in old.values() if old.keys().isdisjoint(self._ids_above(each))]:
            self._take_out(each)

    def _take_out(self, node: Node) -> None:
        """Removes a node, with all below it; Qt deletes them, so none may be known any longer."""
        self._forget(node)
        index = node.index()
        self.removeRow(index.row(), index.parent())

    def _forget(self, node: Node) -> None:
        if self._nodes.get(node.id) is node:
            del self._nodes[node.id]
        for each in self.below(node):
            self._forget(each)

    def _made(self, id: str, depth: int, old: dict[str, Node]) -> Node:
        """A node with all below it; `old` takes up the nodes that they had."""
        node = Node(self._pattern(id), id, depth)
        if id in self._nodes:
            old[id] = self._nodes[id]
            node.take_over(old[id])
        self._nodes[id] = node
        if below := outline.children(self._project.report, id):
            node.appendRows([self._made(each, depth + 1, old) for each in below])
        return node

    def _pattern(self, id: str) -> QStandardItem:
        if id in outline.NO_SECTIONS:
            return self._page
        is_lowest = self._project.report.section(id).level is Level.ACCOMPLISHMENT
        return self._accomplishment if is_lowest else self._section

    def _item(self, id: str | None) -> QStandardItem:
        return self.invisibleRootItem() if id is None else self._nodes[id]

    def _ids_above(self, node: QStandardItem) -> list[str]:
        """The ids of the nodes above one, the nearest first."""
        ids = []
        while id := _id(node := node.parent()):
            ids.append(id)
        return ids


def _pattern(flags: Qt.ItemFlag) -> QStandardItem:
    made = QStandardItem()
    made.setFlags(flags)
    made.setSizeHint(ONE_LINE)
    return made


def _id(node: QStandardItem | None) -> str:
    """The id of a node; "" above the departments."""
    return node.id if isinstance(node, Node) else ""


def _touched(change: Change) -> set[str]:
    """The nodes that a change is about, and those that something came to or went from directly below them."""
    sides = [side for pair in change.pairs for side in (pair.before, pair.after) if side is not None]
    touched = {_node(side) for side in sides}
    return touched.union(side.parent for side in sides if isinstance(side, Section) and side.parent is not None)


def _node(entity: Entity) -> str:
    """The node that tells of an entity; an output's is its accomplishment, the report's its front matter."""
    if isinstance(entity, Output):
        return entity.parent
    return outline.FRONT if isinstance(entity, ReportInfo) else entity.id


def _placed(entity: object) -> tuple[str | None, str] | None:
    return (entity.parent, entity.rank) if isinstance(entity, Section) else None
