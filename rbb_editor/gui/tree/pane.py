"""The start side of the window: the filter, the outline below it, and what is offered after an edit of it."""

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from rbb_editor import settings
from rbb_editor.domain.text import N_
from rbb_editor.gui.look.theme import Theme
from rbb_editor.gui.nesting import nest
from rbb_editor.gui.panels.header import SearchField
from rbb_editor.gui.panels.parts import pane
from rbb_editor.gui.tree.filter import OutlineFilter
from rbb_editor.gui.tree.model import OutlineModel
from rbb_editor.gui.tree.view import MARGIN, OutlineView
from rbb_editor.i18n import Translator
from rbb_editor.project import Project

if TYPE_CHECKING:
    from rbb_editor.gui.tree.offer import Offer, Way


class OutlinePane(QWidget):
    """`view`: the outline. `field`: the filter by name; Esc empties it, Enter and arrow down go to the first hit."""

    def __init__(self, model: OutlineModel, project: Project, say: Translator, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._say = say
        self._theme = theme
        self.setProperty("pane", "chrome")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(settings.OUTLINE_WIDTH.least or 0)
        self.setMaximumWidth(settings.OUTLINE_WIDTH.most or 0)
        self.field = SearchField(self)
        self.field.setPlaceholderText(say(N_("Filter the outline")))
        self.field.setAccessibleName(say(N_("Filter the outline by name or number")))
        self.field.setClearButtonEnabled(True)
        self._magnifier = self.field.addAction(theme.icon("search", "text2"), QLineEdit.ActionPosition.LeadingPosition)
        self.none = QLabel(say(N_("No section has this in its name. Esc shows all again.")), self)
        self.none.setProperty("role", "note")
        self.none.setWordWrap(True)
        self.none.setContentsMargins(MARGIN + 4, 4, MARGIN, 4)
        self.none.hide()
        around = pane("chrome", self)
        self.view = OutlineView(model, project, theme, around)
        self.view.setAccessibleName(say(N_("Outline")))
        row = QHBoxLayout(around)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addSpacing(MARGIN)  # a tree view sets its own viewport margins; those of a layout are not mirrored
        row.addWidget(self.view)
        top = QHBoxLayout()
        top.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        top.addWidget(self.field)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        nest(self._column, top)
        self._column.addWidget(self.none)
        self._column.addWidget(around, 1)
        self.filter = OutlineFilter(self.view, model, self.field)
        self.field.textChanged.connect(self._filtered)
        self.field.left.connect(self._to_outline)
        self.view.escaped.connect(self._escaped)
        theme.changed.connect(self._recolour)

    @cached_property
    def offer(self) -> "Offer":
        """What is offered after an edit; made when the first offer is."""
        from rbb_editor.gui.tree.offer import Offer

        made = Offer(self._say(N_("&Leave")), self._theme, self)
        self._column.addWidget(made)
        return made

    def show_offer(self, text: str, ways: "Sequence[Way]") -> None:
        """Says what was done to the outline and offers ways on from it."""
        self.offer.show_ways(text, ways)

    @property
    def offering(self) -> bool:
        """Whether ways on are offered."""
        return "offer" in vars(self) and not self.offer.isHidden()

    def hide_offer(self) -> None:
        """The report has moved on."""
        if "offer" in vars(self):
            self.offer.hide()

    def reveal(self, id: str) -> None:
        """A filter that hides a node gives way."""
        index = self.view.index_of(id)
        if index.isValid() and self.view.isRowHidden(index.row(), index.parent()):
            self.field.clear()

    def focus_filter(self) -> None:
        """The keyboard goes to the filter, its text chosen."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def _filtered(self) -> None:
        self.none.setVisible(self.filter.active and not self.filter.hits())

    def _to_outline(self) -> None:
        """To the first hit, where the current node is none; with Esc all is shown again."""
        if hits := self.filter.hits() if self.filter.active else []:
            if self.view.current() not in hits:
                self.view.choose(hits[0])
        elif self.filter.active:
            return
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _escaped(self) -> None:
        """Shows all again; where all is shown already, the outline is left."""
        if self.filter.active:
            self.field.clear()
        else:
            self.view.left.emit()

    def _recolour(self) -> None:
        self._magnifier.setIcon(self._theme.icon("search", "text2"))
