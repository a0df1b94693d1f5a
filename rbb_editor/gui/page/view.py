"""The pages one below the other on a canvas: scrolled, zoomed, searched, clicked."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from rbb_editor.domain.text import N_
from rbb_editor.gui.look.theme import Theme
from rbb_editor.gui.page import measures as m
from rbb_editor.gui.page.hits import Hits
from rbb_editor.gui.page.pager import Sheet
from rbb_editor.gui.page.pages import Pages
from rbb_editor.gui.page.pieces import Spot
from rbb_editor.i18n import Translator

GAP = 16
INCH = 1440
PIXELS_PER_INCH = 96
ZOOMS = (0.5, 0.67, 0.75, 0.9, 1.0, 1.1, 1.25, 1.5, 2.0, 3.0)
FOUND, CURRENT = QColor(255, 214, 102, 140), QColor(255, 140, 0, 150)


class PagesView(QAbstractScrollArea):
    """`page_changed(number)`: another page is in the middle. `wanted(Spot)`: what was clicked is to be edited."""

    page_changed = Signal(int)
    wanted = Signal(object)

    def __init__(self, pages: Pages, tr: Translator, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages, self._theme = pages, theme
        self.zoom = 0.0
        self._place = 0.0  # what is in the middle, in pages; 0 at the top
        self._page = 1
        self._hits = Hits([], "")
        self._hit = -1
        self._count = 0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr(N_("Pages as they are printed")))
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        pages.grown.connect(self._grow)
        pages.done.connect(self.viewport().update)  # the numbers of pages are known
        theme.changed.connect(self.viewport().update)

    # measures

    @property
    def scale(self) -> float:
        """Pixels of a twip."""
        zoom = self.zoom or self._fitting()
        return zoom * PIXELS_PER_INCH / INCH

    def _fitting(self) -> float:
        """The zoom at which a page fills the width, between half and one and a half."""
        room = max(100, self.viewport().width() - 2 * GAP)
        return min(1.5, max(0.5, room * INCH / (m.PAGE_WIDTH * PIXELS_PER_INCH)))

    def shown_zoom(self) -> float:
        """The zoom as it is now, 1 being the size on paper."""
        return self.zoom or self._fitting()

    def set_zoom(self, zoom: float) -> None:
        """Another zoom, the same place in the middle; 0 fits the width."""
        middle = self._middle()
        self.zoom = zoom
        self._fit()
        self._show_middle(middle)
        self.viewport().update()

    def step_zoom(self, step: int) -> None:
        """The next greater or smaller zoom."""
        now = self.shown_zoom()
        beyond = [each for each in ZOOMS if (each > now + 0.01 if step > 0 else each < now - 0.01)]
        if beyond:
            self.set_zoom(beyond[0] if step > 0 else beyond[-1])

    def _page_height(self) -> float:
        return m.PAGE_HEIGHT * self.scale + GAP

    def _grow(self) -> None:
        """There are more pages, or others: the picture is drawn again where it shows them."""
        seen = (self.verticalScrollBar().value() + self.viewport().height()) / self._page_height()
        before, self._count = self._count, len(self._pages.sheets)
        self._set_bars()
        if before <= seen or self._count < before:
            self.viewport().update()

    def _fit(self) -> None:
        self._set_bars()
        self.viewport().update()

    def _set_bars(self) -> None:
        height = GAP + self._page_height() * len(self._pages.sheets)
        bar = self.verticalScrollBar()
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(40)
        bar.setRange(0, max(0, round(height - self.viewport().height())))
        width = m.PAGE_WIDTH * self.scale + 2 * GAP
        self.horizontalScrollBar().setPageStep(self.viewport().width())
        self.horizontalScrollBar().setRange(0, max(0, round(width - self.viewport().width())))

    # places

    @property
    def page(self) -> int:
        """The number of the page in the middle."""
        return self._page

    def go_to_page(self, number: int) -> None:
        """Shows the top of a page."""
        number = min(max(1, number), max(1, len(self._pages.sheets)))
        self.verticalScrollBar().setValue(round((number - 1) * self._page_height()))
        self._page = number
        self.page_changed.emit(number)

    def go_to(self, target: str, first: int = 1) -> bool:
        """Shows where something is printed; False where that is not set yet. `first`: the page looked at first."""
        number = self._pages.page_of(target, first)
        if number is None:
            return False
        placed = self._pages.sheets[number - 1].placed()
        self._reveal(number - 1, next(each.rect for each in placed if each.spot.target == target))
        return True

    def _reveal(self, at: int, rect: QRectF) -> None:
        top = GAP + at * self._page_height() + (m.TOP + rect.top()) * self.scale
        self.verticalScrollBar().setValue(round(top - self.viewport().height() / 3))

    def _middle(self) -> float:
        """The place in the middle of the view, in pages."""
        return (self.verticalScrollBar().value() + self.viewport().height() / 2) / self._page_height()

    def _show_middle(self, pages: float) -> None:
        self.verticalScrollBar().setValue(round(pages * self._page_height() - self.viewport().height() / 2))

    def _scrolled(self) -> None:
        number = min(max(1, int(self._middle()) + 1), max(1, len(self._pages.sheets)))
        self._place = self._middle() if self.verticalScrollBar().value() else 0.0
        if number != self._page:
            self._page = number
            self.page_changed.emit(number)
        self.viewport().update()

    def _corner(self, at: int) -> QPointF:
        """The upper left corner of a page in the viewport."""
        width = m.PAGE_WIDTH * self.scale
        left = max(GAP, (self.viewport().width() - width) / 2) - self.horizontalScrollBar().value()
        return QPointF(left, GAP + at * self._page_height() - self.verticalScrollBar().value())

    def spot_at(self, at: QPoint) -> Spot | None:
        """What is printed at a point of the viewport."""
        for number, sheet in self._visible():
            local = (QPointF(at) - self._corner(number)) / self.scale - QPointF(m.LEFT, m.TOP)
            if -m.TOP <= local.y() < m.PAGE_HEIGHT - m.TOP:
                return sheet.spot_at(local)
        return None

    def _visible(self) -> Iterator[tuple[int, Sheet]]:
        first = max(0, int((self.verticalScrollBar().value() - GAP) / self._page_height()))
        last = int((self.verticalScrollBar().value() + self.viewport().height()) / self._page_height()) + 1
        yield from enumerate(self._pages.sheets[first:last], start=first)

    # searching

    def search(self, words: str, *, reveal: bool = True) -> int:
        """Marks all places of some words; how many there are. `reveal`: shows the first from here on."""
        self._hits = Hits(self._pages.sheets, words)
        count = len(self._hits)
        if reveal or not 0 <= self._hit < count:
            self._hit = self._hits.first(self._page - 1) if count else -1
            self._show_hit()
        self.viewport().update()
        return count

    def next_hit(self, step: int) -> int:
        """Goes to the next or previous place; its number from 1, 0 where there is none."""
        if not len(self._hits):
            return 0
        self._hit = (self._hit + step) % len(self._hits)
        self._show_hit()
        self.viewport().update()
        return self._hit + 1

    def _show_hit(self) -> None:
        if self._hit >= 0:
            at, place = self._hits.place(self._hit)
            self._reveal(at, place[0])

    # what people do

    def paintEvent(self, event: QPaintEvent) -> None:
        """The pages in view."""
        with QPainter(self.viewport()) as painter:
            painter.fillRect(event.rect(), self._theme.colour("canvas"))
            painting = self._pages.painting
            if painting is None:
                return
            painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
            for at, sheet in self._visible():
                corner, scale = self._corner(at), self.scale
                page = QRectF(corner.x(), corner.y(), m.PAGE_WIDTH * scale, m.PAGE_HEIGHT * scale)
                painter.fillRect(page, Qt.GlobalColor.white)
                painter.save()
                painter.translate(corner)
                painter.scale(scale, scale)
                for number, place in self._hits.on(at):
                    for rect in place:
                        marked = rect.translated(m.LEFT, m.TOP)
                        painter.fillRect(marked, CURRENT if number == self._hit else FOUND)
                painting.paint(painter, sheet)
                painter.restore()
            if self.hasFocus():
                painter.setPen(self._theme.colour("accent"))
                painter.drawRect(self.viewport().rect().adjusted(0, 0, -1, -1))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fits anew, the same place in the middle."""
        super().resizeEvent(event)
        place = self._place  # the bars forget it while they get new ranges
        self._fit()
        self._show_middle(place)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click goes to what is printed there."""
        super().mouseReleaseEvent(event)
        spot = self.spot_at(event.position().toPoint()) if event.button() is Qt.MouseButton.LeftButton else None
        if spot is not None and spot.target:
            self.wanted.emit(spot)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl it zooms."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.step_zoom(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page keys turn pages, Ctrl with plus, minus and 0 zooms."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        match event.key():
            case Qt.Key.Key_PageDown:
                self.go_to_page(self._page + 1)
            case Qt.Key.Key_PageUp:
                self.go_to_page(self._page - 1)
            case Qt.Key.Key_Home:
                self.go_to_page(1)
            case Qt.Key.Key_End:
                self.go_to_page(len(self._pages.sheets))
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal if control:
                self.step_zoom(1)
            case Qt.Key.Key_Minus if control:
                self.step_zoom(-1)
            case _:
                super().keyPressEvent(event)
