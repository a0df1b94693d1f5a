"""Small pictures of the pages at the end side; a click goes to the page."""

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPen, QPixmap
from PySide6.QtWidgets import QFrame, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from rbb_editor.domain.text import N_
from rbb_editor.gui.look import fonts
from rbb_editor.gui.look.theme import Theme
from rbb_editor.gui.page import measures as m
from rbb_editor.gui.page.pager import Sheet
from rbb_editor.gui.page.pages import Pages
from rbb_editor.i18n import Translator

Index = QModelIndex | QPersistentModelIndex
WIDTH, PICTURE, LABEL, PAD = 136, 84, 24, 10
HEIGHT = round(PICTURE * m.PAGE_HEIGHT / m.PAGE_WIDTH)
NO_INDEX = QModelIndex()


class PagesModel(QAbstractListModel):
    """The pages that are set."""

    def __init__(self, pages: Pages, tr: Translator, parent: QWidget) -> None:
        super().__init__(parent)
        self._pages, self._tr = pages, tr
        self._count = 0
        pages.grown.connect(self._follow)

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        """How many pages are set."""
        return 0 if parent.isValid() else self._count

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The number of a page."""
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._tr(N_("Page {number}"), number=index.row() + 1)
        return str(index.row() + 1) if role == Qt.ItemDataRole.DisplayRole else None

    def _follow(self) -> None:
        count = len(self._pages.sheets)
        if count < self._count:
            self.beginResetModel()
            self._count = count
            self.endResetModel()
        elif count > self._count:
            self.beginInsertRows(NO_INDEX, self._count, count - 1)
            self._count = count
            self.endInsertRows()


class Rail(QListView):
    """`wanted(number)`: a page was chosen."""

    wanted = Signal(int)

    def __init__(self, pages: Pages, tr: Translator, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "framed")
        self.setModel(PagesModel(pages, tr, self))
        self.setItemDelegate(_Picture(pages, theme, self))
        self.setFixedWidth(WIDTH)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("pane", "chrome")
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr(N_("Pages")))
        self.selectionModel().currentChanged.connect(self._changed)
        self._following = False

    def show_page(self, number: int) -> None:
        """Marks the page that is read."""
        self._following = True
        self.setCurrentIndex(self.model().index(number - 1, 0))
        self._following = False

    def _changed(self, current: QModelIndex) -> None:
        if current.isValid() and not self._following:
            self.wanted.emit(current.row() + 1)


class _Picture(QStyledItemDelegate):
    """A page in small, its number below; kept until the page is set anew."""

    def __init__(self, pages: Pages, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._pages, self._theme, self._view = pages, theme, view
        self._kept: dict[tuple[int, float], tuple[Sheet, QPixmap]] = {}
        self._font = fonts.font(fonts.NOTE_PX)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        return QSize(WIDTH - 16, HEIGHT + LABEL + PAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        sheet = self._pages.sheets[index.row()]
        ratio = painter.deviceTransform().m11()
        key = (index.row(), ratio)
        kept = self._kept.get(key)
        if kept is None or kept[0] is not sheet:
            if len(self._kept) > 400:
                self._kept.clear()
            kept = self._kept[key] = sheet, self._drawn(index.row(), ratio)
        rect = QRectF(option.rect)
        box = QRectF(rect.center().x() - PICTURE / 2, rect.top() + PAD, PICTURE, HEIGHT)
        painter.save()
        painter.drawPixmap(box.topLeft(), kept[1])
        current = index.row() == self._view.currentIndex().row()
        painter.setPen(QPen(self._theme.colour("accent" if current else "rule"), 2 if current else 1))
        painter.drawRect(box)
        painter.setFont(self._font)
        painter.setPen(self._theme.colour("accent" if current else "text2"))
        label = QRectF(rect.left(), box.bottom() + 2, rect.width(), LABEL - 4)
        painter.drawText(label, Qt.AlignmentFlag.AlignCenter, str(index.row() + 1))
        painter.restore()

    def _drawn(self, at: int, ratio: float) -> QPixmap:
        made = QPixmap(round(PICTURE * ratio), round(HEIGHT * ratio))
        made.setDevicePixelRatio(ratio)
        made.fill(Qt.GlobalColor.white)
        painting = self._pages.painting
        if painting is not None:
            with QPainter(made) as painter:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.scale(PICTURE / m.PAGE_WIDTH, PICTURE / m.PAGE_WIDTH)
                painting.paint(painter, self._pages.sheets[at])
        return made
