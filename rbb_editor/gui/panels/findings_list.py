"""The list of findings: clicked, and worked with keys."""

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QWidget

from rbb_editor.domain.text import N_
from rbb_editor.gui.drawn_list import DrawnList
from rbb_editor.gui.look.theme import Theme
from rbb_editor.gui.panels.findings_delegate import FindingDelegate, Index, Link
from rbb_editor.gui.panels.findings_model import FindingsModel, Role
from rbb_editor.i18n import Translator


class FindingsList(DrawnList):
    """`wanted(Finding)`: a card was clicked, or Enter pressed on it. `waive_wanted(Finding)`. `withdrawn(Waiver)`.

    `mend_wanted(Finding)`, `explain_wanted(Finding)`.
    """

    wanted = Signal(object)
    waive_wanted = Signal(object)
    withdrawn = Signal(object)
    mend_wanted = Signal(object)
    explain_wanted = Signal(object)

    def __init__(
        self, model: FindingsModel, tr: Translator, theme: Theme, parent: QWidget | None = None, *, writable: bool
    ) -> None:
        super().__init__(parent)
        self._tr = tr
        self._pressed: Link | None = None
        self.setModel(model)
        self.delegate = FindingDelegate(tr, theme, self, writable=writable)
        self.setItemDelegate(self.delegate)
        self.setAccessibleName(tr(N_("Findings")))
        self.clicked.connect(self._clicked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the cell."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._do(Link.GO, self.currentIndex())
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done with the finding, for the mouse and for the menu key."""
        index = self.currentIndex()
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            index = self.indexAt(event.pos())
        if index.data(Role.FINDING) is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        kept = QPersistentModelIndex(index)
        for link in self.delegate.links(index):
            action = menu.addAction(self.delegate.link_words(link, index).replace("&", "&&"))
            action.triggered.connect(lambda _=False, link=link: self._do(link, kept))
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        menu.popup(self.viewport().mapToGlobal(self.visualRect(index).center()) if by_key else event.globalPos())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Remembers which link was clicked."""
        at = event.position()
        index = self.indexAt(at.toPoint())
        found = index.data(Role.FINDING) is not None
        self._pressed = self.delegate.link_at(index, QRectF(self.visualRect(index)), at) if found else None
        super().mouseReleaseEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """The pointing hand over the links of a card."""
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseMove:
            index = self.indexAt(event.position().toPoint())
            found = index.data(Role.FINDING) is not None
            over = found and self.delegate.link_at(index, QRectF(self.visualRect(index)), event.position())
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)
        return super().viewportEvent(event)

    def _clicked(self, index: QModelIndex) -> None:
        link, self._pressed = self._pressed, None
        self._do(link or Link.GO, index)

    def _do(self, link: Link, index: Index) -> None:
        finding = index.data(Role.FINDING)
        if finding is None:
            return
        if link is Link.WAIVE:
            self.waive_wanted.emit(finding)
        elif link is Link.WITHDRAW:
            self.withdrawn.emit(index.data(Role.WAIVER))
        elif link is Link.MEND:
            self.mend_wanted.emit(finding)
        elif link is Link.EXPLAIN:
            self.explain_wanted.emit(finding)
        else:
            self.wanted.emit(finding)
