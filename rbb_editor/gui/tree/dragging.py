"""Drag and drop over the outline: sections within a report or from another window, rows out of the table."""

from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QMimeData, QObject, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QDrag, QDragMoveEvent, QDropEvent, QPainter, QPen

from rbb_editor.domain.entities import Level
from rbb_editor.domain.text import N_, Text
from rbb_editor.edits.places import Place
from rbb_editor.errors import UserError
from rbb_editor.gui.look.theme import Theme
from rbb_editor.gui.transfer_types import OUTPUT_IDS, SECTION_IDS, SECTIONS, packed_ids, unpacked_ids
from rbb_editor.gui.tree.clipboard import section_data
from rbb_editor.gui.tree.dropping import Where, holds, landing, part
from rbb_editor.gui.tree.model import Index
from rbb_editor.project import Project
from rbb_editor.project.fragments import Fragment, unpacked

if TYPE_CHECKING:
    from rbb_editor.gui.tree.view import OutlineView

RADIUS, DOT = 5, 3
REFUSED = {
    Level.DEPARTMENT: N_("A department stands at the top of the outline, before or after another department."),
    Level.OFFICE: N_("An office stands in a department."),
    Level.ACCOMPLISHMENT: N_("An expected accomplishment stands in a department or an office."),
    None: N_("Outputs go into an expected accomplishment."),
}
"""Why something may not be let go here, by its level; None: rows of the table."""


class Load(Struct, frozen=True):
    """What is dragged: a section of this report (`id`), one of another (`fragment`), or `outputs` of this one."""

    level: Level | None
    id: str | None = None
    outputs: tuple[str, ...] = ()
    fragment: Fragment | None = None


class Drop(Struct, frozen=True):
    """What was let go, and where; `copying`: Ctrl was held. Outputs land in the parent of the place."""

    load: Load
    place: Place
    copying: bool


class Dragging(QObject):
    """Speaks through the view: `dropped(Drop)`, and `refused(Text)` for why something cannot be let go here."""

    def __init__(self, view: "OutlineView", project: Project, theme: Theme) -> None:
        super().__init__(view)
        self._view = view
        self._project = project
        self._theme = theme
        self._load: Load | None = None
        self._place: Place | None = None
        self._node: str | None = None

    # leaving

    def start(self, id: str) -> None:
        """Drags a section until it is let go."""
        drag = QDrag(self._view)
        drag.setMimeData(self.data(id))
        rect = self._view.visualRect(self._view.index_of(id))
        drag.setPixmap(self._view.viewport().grab(rect))
        actions = Qt.DropAction.CopyAction if self._project.read_only else self._actions()
        drag.exec(actions, Qt.DropAction.MoveAction)

    def data(self, id: str) -> QMimeData:
        """A section as it is dragged: its id for this report, the whole of it for others."""
        data = section_data(self._project, id, notes=False)
        data.setData(SECTION_IDS, packed_ids(str(self._project.path), [id]))
        return data

    # coming

    def enter(self, event: QDropEvent) -> bool:
        """Whether this is something that the outline takes."""
        self._load = None if self._project.read_only else self._loaded(event.mimeData())
        return self._load is not None

    def over(self, event: QDragMoveEvent) -> bool:
        """Follows the mouse; whether it may be let go here."""
        place, node = self._at(event.position())
        if (place, node) != (self._place, self._node):
            self._place, self._node = place, node
            self._view.viewport().update()
            if place is None and self._load is not None and not self._on_itself(node):
                self._view.refused.emit(Text.of(REFUSED[self._load.level]))
        if place is not None:
            copying = self._load is not None and (self._load.fragment is not None or _with_control(event))
            event.setDropAction(Qt.DropAction.CopyAction if copying else Qt.DropAction.MoveAction)
        return place is not None

    def leave(self) -> None:
        """Nothing is dragged over the outline any more."""
        self._load = self._place = self._node = None
        self._view.viewport().update()

    def drop(self, event: QDropEvent) -> bool:
        """Says what was let go where; False where it may not be."""
        load, (place, _) = self._load, self._at(event.position())
        self.leave()
        if load is None or place is None:
            return False
        self._view.dropped.emit(Drop(load, place, _with_control(event)))
        return True

    def paint(self, painter: QPainter) -> None:
        """A line where the section would come to stand, a frame round the closed node it would go into.

        A broken frame round the node where it may not be let go.
        """
        if self._load is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._place is None:
            if self._node is not None and not self._on_itself(self._node):
                painter.setPen(QPen(self._theme.colour("shortfall"), 1.5, Qt.PenStyle.DashLine))
                painter.drawRoundedRect(self._row(self._view.index_of(self._node)), RADIUS, RADIUS)
            return
        painter.setPen(QPen(self._theme.colour("accent"), 2))
        parent = self._view.index_of(self._place.parent) if self._place.parent is not None else None
        closed = parent is not None and (self._load.level is None or not self._view.isExpanded(parent))
        if parent is not None and closed:
            painter.drawRoundedRect(self._row(parent), RADIUS, RADIUS)
            return
        start, end, height = self._line(self._place)
        painter.drawLine(QPointF(start, height), QPointF(end, height))
        painter.setBrush(self._theme.colour("chrome"))
        painter.drawEllipse(QPointF(start, height), DOT, DOT)

    def _loaded(self, data: QMimeData) -> Load | None:
        report, path = self._project.report, str(self._project.path)
        if data.hasFormat(OUTPUT_IDS):
            ids = unpacked_ids(bytes(data.data(OUTPUT_IDS).data()), path)
            here = tuple(id for id in ids if id in report)
            return Load(None, outputs=here) if here else None
        ids = unpacked_ids(bytes(data.data(SECTION_IDS).data()), path) if data.hasFormat(SECTION_IDS) else []
        if ids and ids[0] in report:
            return Load(report.section(ids[0]).level, id=ids[0])
        if data.hasFormat(SECTIONS):
            try:
                fragment = unpacked(bytes(data.data(SECTIONS).data()), "")
            except UserError:  # made by another version of the program: nothing that can be dropped here
                return None
            return Load(fragment.section.level, fragment=fragment)
        return None

    def _at(self, point: QPointF) -> tuple[Place | None, str | None]:
        """Where the load would land, and the node under the mouse."""
        load = self._load
        index = self._view.indexAt(point.toPoint())
        node = self._view.id_of(index)
        if load is None:
            return None, node
        report = self._project.report
        if load.level is None:
            return (Place(node, None) if holds(report, None, node) else None), node
        rect = self._view.visualRect(index)
        share = (point.y() - rect.top()) / max(1, rect.height())
        where = part(share, holds=holds(report, load.level, node)) if node is not None else Where.BELOW
        opened = node is not None and self._view.isExpanded(index) and self._view.model().hasChildren(index)
        return landing(report, load.level, load.id, node, where, opened=opened), node

    def _on_itself(self, node: str | None) -> bool:
        return self._load is not None and self._load.id is not None and self._load.id == node

    def _row(self, index: Index) -> QRectF:
        rect = QRect(self._view.visualRect(index))
        rect.setLeft(0)
        rect.setRight(self._view.viewport().width() - 1)
        return QRectF(rect).adjusted(1, 1, -2, -1)

    def _line(self, place: Place) -> tuple[float, float, float]:
        """Start, end and height of the line: below the last row that stands before the place."""
        view = self._view
        rect = view.visualRect(view.index_before(place.parent, place.after))
        height = float(max(rect.bottom() + 1, 1))
        depth = 0 if place.parent is None else len(self._project.report.path(place.parent))
        indent, width = (depth + 0.5) * view.indentation(), view.viewport().width()
        if view.isRightToLeft():
            return width - indent, 8.0, height
        return indent, width - 8.0, height

    @staticmethod
    def _actions() -> Qt.DropAction:
        return Qt.DropAction.MoveAction | Qt.DropAction.CopyAction


def _with_control(event: QDropEvent) -> bool:
    return bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
