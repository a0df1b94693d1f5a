"""Icons: Lucide's line drawings in the colours of the theme, sharp at every scale.

An icon is drawn when it is shown, at the size and the device pixel ratio it is shown with, and kept.
"""

from functools import cache, lru_cache

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from rbb_editor import resources
from rbb_editor.gui.look.painting import pixel_ratio

STROKE = "1.75"
TOOLBAR = 18
ROW = 16


@cache
def _known() -> frozenset[str]:
    """The names of all icons."""
    return frozenset(path.stem for path in resources.icon("").parent.iterdir())


@lru_cache(maxsize=512)
def _drawing(name: str) -> str:
    """The SVG source of an icon in our stroke width."""
    return resources.icon(name).read_text("utf-8").replace('stroke-width="2"', f'stroke-width="{STROKE}"')


def paint_icon(painter: QPainter, name: str, colour: str, rect: QRectF) -> None:
    """Draws an icon into `rect` in a colour ("#RRGGBB")."""
    source = _drawing(name).replace("currentColor", colour)
    QSvgRenderer(QByteArray(source.encode())).render(painter, rect)


@lru_cache(maxsize=1024)
def pixmap(name: str, colour: str, size: float, ratio: float) -> QPixmap:
    """An icon as a picture of `size` × `size` logical pixels for a device pixel ratio. Needs the GUI thread."""
    side = max(1, round(size * ratio))
    made = QPixmap(side, side)
    made.fill(Qt.GlobalColor.transparent)
    with QPainter(made) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_icon(painter, name, colour, QRectF(0, 0, side, side))
    made.setDevicePixelRatio(ratio)
    return made


class _Engine(QIconEngine):
    """Draws one icon for Qt on demand; disabled ones in a paler colour. Mirrored icons serve right-to-left windows."""

    def __init__(self, name: str, colour: str, disabled: str, *, mirrored: bool = False) -> None:
        super().__init__()
        self._name, self._colour, self._disabled, self._mirrored = name, colour, disabled, mirrored

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        picture = self.scaledPixmap(rect.size(), mode, state, pixel_ratio(painter))
        side = min(rect.width(), rect.height())
        at = QPoint(rect.x() + (rect.width() - side) // 2, rect.y() + (rect.height() - side) // 2)
        painter.drawPixmap(QRect(at, QSize(side, side)), picture)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:  # noqa: ARG002
        colour = self._disabled if mode is QIcon.Mode.Disabled else self._colour
        side = min(size.width(), size.height())
        made = pixmap(self._name, colour, side, scale)  # Qt asks in logical pixels
        if self._mirrored:
            made = QPixmap.fromImage(made.toImage().flipped(Qt.Orientation.Horizontal))
        return made

    def clone(self) -> QIconEngine:
        return _Engine(self._name, self._colour, self._disabled, mirrored=self._mirrored)


def icon(name: str, colour: str, disabled: str, *, mirrored: bool = False) -> QIcon:
    """An icon for buttons and menus; `Theme.icon` picks the colours by token. FileNotFoundError for an unknown name.

    Most are read when they are first shown, not when the menus are made.
    """
    if name not in _known():
        raise FileNotFoundError(name)
    return QIcon(_Engine(name, colour, disabled, mirrored=mirrored))
