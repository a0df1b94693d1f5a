"""The centre: header and table of the chosen node, or the page of the front matter, or what to do where nothing is."""

from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QStackedWidget, QVBoxLayout, QWidget

from rbb_editor.domain.entities import REPORT_ID, Level, Section
from rbb_editor.gui.look.theme import Theme
from rbb_editor.gui.panels.counting import Counting
from rbb_editor.gui.panels.header import Header
from rbb_editor.gui.table.columns import Field
from rbb_editor.gui.table.rows import Filter
from rbb_editor.gui.table.texts import READ_ONLY
from rbb_editor.gui.table.view import TableView
from rbb_editor.gui.tree.outline import ABBREVIATIONS, FRONT
from rbb_editor.i18n import Translator
from rbb_editor.project import Happened, Project
from rbb_editor.project.tally import NO_FIGURE, REASON_MISSING

if TYPE_CHECKING:
    from rbb_editor.gui.front.abbreviations import AbbreviationsPage
    from rbb_editor.gui.front.page import FrontPage
    from rbb_editor.gui.panels.empty import EmptyPane

MISSING = {REASON_MISSING: Field.EXPLANATION, NO_FIGURE: Field.COMPLETED}
"""What is to be typed in the rows that a filter shows."""
LEAST_WIDTH = 560


class Centre(QWidget):
    """`node_wanted(id)`, `filter_changed()`, `action_wanted(name)` from the empty pane.

    `page_read(QWidget)`: a page of the front matter shows what the report holds. From such a page:
    `change_wanted(Change)`, `uses_wanted(words)`: show where they stand in the report.
    """

    node_wanted = Signal(str)
    filter_changed = Signal()
    action_wanted = Signal(str)
    change_wanted = Signal(object)
    uses_wanted = Signal(str)
    page_read = Signal(QWidget)

    def __init__(self, project: Project, say: Translator, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self._say = say
        self._theme = theme
        self._node: str | None = None
        self._cover: QWidget | None = None
        self._chosen: frozenset[str] = frozenset()
        self._pages: dict[str, FrontPage | AbbreviationsPage] = {}
        self.setProperty("pane", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(LEAST_WIDTH)
        self._stack = QStackedWidget(self)
        sheet = QWidget(self._stack)
        self._stack.addWidget(sheet)
        self.header = Header(say, theme, sheet)
        self._below = QStackedWidget(sheet)
        self.table = TableView(project, say, theme, self._below)
        self.table.carried_from = str(project.path)
        self.table.scope_wanted.connect(self.node_wanted)
        self.counting = Counting(project, self.header, self)

        self._below.addWidget(self.table)
        rows = QVBoxLayout(sheet)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.header)
        rows.addWidget(self._below, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        if project.read_only:
            column.addWidget(self._banner())
        column.addWidget(self._stack, 1)
        self._follow_language()

        self.header.filter_changed.connect(self._filter)
        self.header.node_wanted.connect(self.node_wanted)
        self.header.left.connect(self.focus_table)
        self.table.escaped.connect(self.header.search.clear)
        theme.changed.connect(self._show_header)

    @cached_property
    def empty(self) -> "EmptyPane":
        """What stands in the place of a table without rows; loaded when there is one."""
        from rbb_editor.gui.panels.empty import EmptyPane

        made = EmptyPane(self._say, self._below)
        made.wanted.connect(self._wanted)
        self._below.addWidget(made)
        return made

    @property
    def node(self) -> str | None:
        """The node shown."""
        return self._node

    def show_node(self, id: str | None) -> bool:
        """Shows the rows of a section, or a page of the front matter; False where what is being typed keeps it."""
        if id == self._node:
            return True
        if not self.finish():
            return False
        self._node = id
        if id in (FRONT, ABBREVIATIONS):
            page = self._page(id)
            page.read()
            self._stack.setCurrentWidget(page)
            self.page_read.emit(page)
            return True
        self._stack.setCurrentIndex(0)
        self._show_header()
        self.table.set_scope(None if id == REPORT_ID else id if id is not None else "")
        if self._touched_only() is not None:
            self.table.set_filter(self._resolved(self.header.filter()))
        self.counting.begin(id)
        self._show_rows()
        return True

    def follow(self, happened: Happened) -> None:
        """Draws again what happened to the report; all of it where it is in another language now."""
        if happened.change.turns_to():
            self.counting.touched.follow(happened.change)
            self._start_anew()
            return
        self.table.refresh(happened.ids())
        self.counting.follow(happened, self._node)
        for page in self._pages.values():
            page.read()
        if (shown := self._pages.get(self._node or "")) is not None:
            self.page_read.emit(shown)
        path = self._project.report.path(self._node or "")
        if any(id in happened.change.ids() for id in (self._node, *(section.id for section in path))):
            self._show_header()
        self._show_rows()

    def follow_check(self) -> None:
        """The whole report has been checked: the findings can be counted, and filtered by."""
        self.counting.follow_check()
        if self.header.filter().severities:
            self._filter(self.header.filter())

    def cover(self, widget: QWidget | None) -> None:
        """Lays a widget over header and table, or (None) shows them again."""
        column = self.layout()
        if self._cover is not None and self._cover is not widget:
            self._cover.hide()
        if widget is not None and column is not None:
            column.addWidget(widget)
            widget.show()
        self._cover = widget
        self._stack.setVisible(widget is None)

    def focus_table(self) -> None:
        """The keyboard goes to the table, or to what stands in its place."""
        if self._cover is not None:
            self._cover.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        shown = self._stack.currentWidget()
        if self._node in self._pages and shown is not None:
            shown.setFocus()
        elif self._below.currentWidget() is self.table:
            self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.empty.button.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focus_page(self, names: Iterable[str]) -> None:
        """The keyboard goes to the page of the front matter that is shown, to the first of these fields that it has."""
        page = self._pages.get(self._node or "")
        fields = getattr(page, "fields", {})
        field = next((fields[name] for name in names if name in fields), page)
        if field is not None:
            field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def takes_rows(self, widget: QWidget | None) -> bool:
        """Whether a widget is the table, or lies in what stands in the place of a table without rows."""
        if widget is None or widget is self.table:
            return widget is not None
        return "empty" in vars(self) and self.empty.isAncestorOf(widget)

    def finish(self) -> bool:
        """Takes over what is being typed; False where it could not be written."""
        page = self.page
        return (page is None or page.commit()) and self.table.commit_pending()

    @property
    def page(self) -> "FrontPage | AbbreviationsPage | None":
        """The page of the front matter that is shown."""
        return self._pages.get(self._node or "")

    def _page(self, id: str) -> "FrontPage | AbbreviationsPage":
        if id not in self._pages:
            made = self._front() if id == FRONT else self._abbreviations()  # no start needs them
            made.change_wanted.connect(self.change_wanted)
            self._pages[id] = made
            self._stack.addWidget(made)
        return self._pages[id]

    def _front(self) -> "FrontPage":
        from rbb_editor.gui.front.page import FrontPage

        return FrontPage(self._project, self._say, self._theme)

    def _abbreviations(self) -> "AbbreviationsPage":
        from rbb_editor.gui.front.abbreviations import AbbreviationsPage

        made = AbbreviationsPage(self._project, self._say, self._theme)
        made.uses_wanted.connect(self.uses_wanted)
        made.said.connect(self.table.said)
        made.failed.connect(self.table.failed)
        return made

    def _start_anew(self) -> None:
        """Another document language: every figure is read and found again."""
        self._follow_language()
        node, self._node = self._node, None
        self.show_node(node)

    def _follow_language(self) -> None:
        """Table and header run in the direction of the document language."""
        rtl = self._project.language.rtl
        direction = Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
        self.header.setLayoutDirection(direction)
        self.table.setLayoutDirection(direction)

    def _show_header(self) -> None:
        entity = self._project.report.get(self._node or "")
        self.header.setVisible(isinstance(entity, Section) or self._node == REPORT_ID)
        if self._node == REPORT_ID:
            self.header.show_report(self._project.report, self._project.language)
        if isinstance(entity, Section):
            self.header.show_node(self._project.report, entity, self._project.language)

    def _filter(self, chosen: Filter) -> None:
        if self.table.set_filter(self._resolved(chosen)):
            self.counting.show()
            self._show_rows()
            self._to_what_is_missing()
        self.filter_changed.emit()

    def _to_what_is_missing(self) -> None:
        """Where a filter is chosen that shows what is missing, the current cell is the one that lacks it."""
        chosen, self._chosen = self._chosen, self.header.chosen()
        field = MISSING.get(next(iter(self._chosen))) if len(self._chosen) == 1 else None
        if chosen != self._chosen and field is not None:
            self.table.go_to(field)

    def _resolved(self, chosen: Filter) -> Filter:
        """The filter with the outputs that the journal tells of, where such a filter is chosen."""
        only = self._touched_only()
        return chosen if only is None else replace(chosen, only=only)

    def _touched_only(self) -> frozenset[str] | None:
        return self.counting.touched.only(self.header.chosen(), self.header.since())

    def _show_rows(self) -> None:
        """The table, or where it has no rows, what can be done about that."""
        rows = self.table.table_model.rows
        if len(rows):
            self._below.setCurrentWidget(self.table)
            return
        entity = self._project.report.get(self._node or "")
        writable = not self._project.read_only
        if rows.hidden:
            self.empty.show_filtered(rows.hidden)
        elif isinstance(entity, Section) and entity.level is Level.ACCOMPLISHMENT:
            self.empty.show_no_outputs(writable=writable)
        else:
            self.empty.show_no_sections(writable=writable, in_section=isinstance(entity, Section))
        self._below.setCurrentWidget(self.empty)

    def _wanted(self, name: str) -> None:
        if name == "clear":
            self.header.clear()
        else:
            self.action_wanted.emit(name)

    def _banner(self) -> QWidget:
        banner = QLabel(self._say(READ_ONLY))
        banner.setProperty("role", "note")
        banner.setWordWrap(True)
        banner.setContentsMargins(16, 8, 16, 8)
        banner.setFrameShape(QFrame.Shape.NoFrame)
        return banner
