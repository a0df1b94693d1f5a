"""What a table wears: the colours of the theme, the type of the document language, the font and the zoom chosen."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from rbb_editor.gui.table.cells import Cells
from rbb_editor.gui.table.lay import Layouts
from rbb_editor.gui.table.metrics import HEAD, Metrics
from rbb_editor.gui.table.painter import CellPainter
from rbb_editor.gui.table.shapes import Setter

if TYPE_CHECKING:
    from rbb_editor.gui.table.view import TableView

LINES = 2
"""Lines of text in a step of the scroll bar, three of which are a notch of the wheel: Qt's own is a whole row."""


class Dress:
    """Makes what the cells of one table are laid out and drawn with. `zoom`: 1 to 2."""

    def __init__(self, view: "TableView") -> None:
        self._view = view
        self._layouts = Layouts()
        self._family = ""
        self.zoom = 1.0

    def put_on(self) -> None:
        """Makes painter and cells anew: colours, language, font or zoom have changed."""
        view = self._view
        language = view.table_model.source.language
        self._layouts.clear()
        metrics = Metrics(language.code, self._family or view.font().family(), self.zoom)
        setter = Setter(metrics, self._layouts, language, view.say)
        view.painter = CellPainter(view.theme.tokens, setter)
        view.cells = Cells(view.table_model, view.painter, view.columnWidth, view.standing.row_state)
        view.setLayoutDirection(Qt.LayoutDirection.RightToLeft if language.rtl else Qt.LayoutDirection.LeftToRight)
        view.horizontalHeader().viewport().setFont(metrics.head.font)
        view.horizontalHeader().setFixedHeight(round(metrics.px(HEAD)))
        self.set_step()
        view.heights.restart(self.zoom)
        view.viewport().update()

    def set_step(self) -> None:
        """How far a step of the scroll bar goes."""
        view = self._view
        view.verticalScrollBar().setSingleStep(round(LINES * view.painter.setter.metrics.body.pitch))

    def fits(self) -> bool:
        """Whether it is still made for the document language."""
        return self._view.painter.setter.language is self._view.table_model.source.language

    def set_family(self, family: str) -> None:
        """Sets the texts in a font, "" in that of the interface; glyphs that it lacks come from the usual ones."""
        if family != self._family:
            self._family = family
            self.put_on()

    def set_zoom(self, percent: int) -> None:
        """The size of the table's type, 100 to 200 per cent."""
        view = self._view
        self.zoom = max(1.0, min(2.0, percent / 100))
        self.put_on()
        view.widths.fit()
        view.heights.settle(view.currentIndex().row() if view.currentIndex().isValid() else None)
