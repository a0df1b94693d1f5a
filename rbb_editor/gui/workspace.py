"""One open report in a window: outline, centre and inspector, where the user is in it, and the ways to go."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QWidget

from rbb_editor import settings
from rbb_editor.domain.entities import REPORT_ID, Output, Section
from rbb_editor.gui.bridge import Bridge
from rbb_editor.gui.centre import Centre
from rbb_editor.gui.following import Following
from rbb_editor.gui.look.theme import Theme
from rbb_editor.gui.panels.inspector import Inspector
from rbb_editor.gui.panels.review import Review
from rbb_editor.gui.panels.showing import Showing
from rbb_editor.gui.panels.side import Side
from rbb_editor.gui.session import Session
from rbb_editor.gui.sizes import Sizes
from rbb_editor.gui.table.columns import Field
from rbb_editor.gui.tree.model import OutlineModel
from rbb_editor.gui.tree.outline import PAGES
from rbb_editor.gui.tree.pane import OutlinePane
from rbb_editor.i18n import Translator
from rbb_editor.project import Project
from rbb_editor.rules import Finding

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rbb_editor.gui.going import Going
    from rbb_editor.gui.last_year.beside import Beside
    from rbb_editor.gui.last_year.panel import LastYearPanel
    from rbb_editor.gui.overview.opening import AtAGlance
    from rbb_editor.gui.page.opening import Paging
    from rbb_editor.gui.panels.details import DetailsPanel
    from rbb_editor.gui.panels.findings import FindingsPanel
    from rbb_editor.gui.panels.rail import Rail
    from rbb_editor.gui.replace.in_table import FindInTable
    from rbb_editor.gui.replace.opening import Replacing
    from rbb_editor.gui.spelling.spelling import Spelling
    from rbb_editor.project.tally import Tally


class Workspace(QWidget):
    """`state_changed()`: another node, row or filter is current, or the report changed. `happened(Happened)`.

    `checked()`: more of the report has been checked. `retitled(id, title)`, `menu_wanted(QPoint)`: from the outline.
    `action_wanted(name)`: a button of an empty table. `change_wanted(Change)`, `uses_wanted(words)`: from
    the pages of the front matter.
    `explain_wanted(Finding)`: say what its rule is about. `writing()`: a comment, an answer, the reason of a waiver
    or a title is other words now.
    """

    state_changed = Signal()
    happened = Signal(object)
    checked = Signal()
    retitled = Signal(str, str)
    menu_wanted = Signal(QPoint)
    action_wanted = Signal(str)
    explain_wanted = Signal(object)
    writing = Signal()
    change_wanted = Signal(object)
    uses_wanted = Signal(str)

    def __init__(self, project: Project, say: Translator, theme: Theme, session: Session, parent: QWidget) -> None:
        """Built from the outside in: a widget that moves to another parent takes the style sheet over anew."""
        super().__init__(parent)
        self.project = project
        self._session = session
        self._say, self._theme = say, theme
        self.covered_by: QWidget | None = None
        self.replacing: Replacing | None = None
        self.paging: Paging | None = None
        self.at_a_glance: AtAGlance | None = None
        self.model = OutlineModel(project, say, self)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.setChildrenCollapsible(False)
        self.pane = OutlinePane(self.model, project, say, theme, self.splitter)
        self.outline = self.pane.view
        self.centre = Centre(project, say, theme, self.splitter)
        self.table = self.centre.table
        self.review = Review(self, say, theme)
        own = {"details": lambda: self.details, "findings": lambda: self.findings, "last_year": lambda: self.last_year}
        self.inspector = Inspector(own | self.review.pages(), say, theme, self.splitter)
        self.inspector.fit()
        self.inspector.choose(session.get(settings.INSPECTOR_TAB))
        self.splitter.setStretchFactor(1, 1)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(0)
        self.row.addWidget(self.splitter, 1)
        shown = session.get(settings.INSPECTOR_SHOWN)
        self.side = Side(self.splitter, self.inspector, self._rail, shown=shown)
        self.sizes = Sizes(self, session)
        self.table.earlier = self._reasons_last_year
        self.set_type()
        self.bridge = Bridge(project, self)
        self.showing = Showing(self)
        Following(self)
        self.outline.renamed.connect(self.retitled)
        self.outline.nodes.writing.connect(self.writing)
        self.outline.menu_wanted.connect(self.menu_wanted)
        self.outline.command_wanted.connect(self.action_wanted)
        self.centre.action_wanted.connect(self.action_wanted)
        self.centre.change_wanted.connect(self.change_wanted)
        self.centre.uses_wanted.connect(self.uses_wanted)

    def _rail(self) -> "Rail":
        """What the inspector folds to, at the edge of the window; loaded when it first does."""
        from rbb_editor.gui.panels.rail import Rail

        made = Rail(self._say, self._theme, self)
        self.row.addWidget(made)
        return made

    @cached_property
    def findings(self) -> "FindingsPanel":
        """The findings of the current cell and of the open node; loaded when they are first shown."""
        from rbb_editor.gui.panels.findings import FindingsPanel

        made = FindingsPanel(self.project, self._say, self._theme, self.inspector.pages)
        made.wanted.connect(self._to_finding)
        self.happened.connect(made.list.delegate.forget)
        made.step_wanted.connect(self.step)
        made.change_wanted.connect(self.review.make)
        made.explain_wanted.connect(self.explain_wanted)
        made.writing.connect(self.writing)
        return made

    def _to_finding(self, finding: Finding) -> None:
        self.going.to_finding(finding)

    @cached_property
    def details(self) -> "DetailsPanel":
        """All that is known of the current figure or node; loaded when it is first shown."""
        from rbb_editor.gui.panels.details import DetailsPanel

        return DetailsPanel(self.project, self._say, self.inspector.pages)

    @cached_property
    def last_year(self) -> "LastYearPanel":
        """What last year's report said of the current figure or node; loaded when it is first shown."""
        from rbb_editor.gui.last_year.panel import LastYearPanel

        made = LastYearPanel(self.project, lambda: self.beside, self._counted, self._say, self.inspector.pages)
        made.action_wanted.connect(self._act_on_last_year)
        return made

    def _counted(self) -> "Tally | None":
        """What is counted of the node that is open; of a page of the front matter there is nothing."""
        return self.centre.counting.tally if self.centre.node not in PAGES else None

    def _act_on_last_year(self, action: str) -> None:
        self.side.close_overlay()
        self.action_wanted.emit(action)

    @cached_property
    def beside(self) -> "Beside":
        """Last year's report; loaded when it is first asked for."""
        from rbb_editor.gui.last_year.beside import Beside

        made = Beside(self.project, self)
        made.ready.connect(self.table.editing.answering.refresh)
        made.ready.connect(self.showing.soon)
        made.failed.connect(self.table.failed)
        return made

    def _reasons_last_year(self, output: str, component: str) -> "Sequence[str] | None":
        if self.project.report.earlier is None:
            return ()
        found = self.beside.reasons(output, component)
        return None if self.beside.reading and not found else found

    @cached_property
    def finding(self) -> "FindInTable":
        """Going from place to place of what is searched in the table; made when the first word is typed."""
        from rbb_editor.gui.replace.in_table import FindInTable

        return FindInTable(self, self._say, self._theme)

    @cached_property
    def going(self) -> "Going":
        """The ways through the report; loaded when the first is taken."""
        from rbb_editor.gui.going import Going

        return Going(self)

    @cached_property
    def spelling(self) -> "Spelling":
        """The spelling of the report; loaded when the first editor of long text opens."""
        from rbb_editor.gui.spelling.spelling import Spelling

        made = Spelling(self.project, self._session, self._say, self._theme, self)
        made.changed.connect(self.table.viewport().update)
        return made

    def spell_table(self) -> bool:
        """Shows or hides the spelling marks in the rows; whether they are shown now."""
        return self.spelling.toggle(self.table)

    # where we are

    def node(self) -> str | None:
        """The section that is open; None on a page of the front matter and where the whole report is shown."""
        node = self.centre.node
        return node if node not in (None, REPORT_ID) and node in self.project.report else None

    def current_output(self) -> Output | None:
        """The output of the current row."""
        place = self.table.current() if self.centre.node not in PAGES and not self.covered else None
        entity = self.project.report.get(place.output) if place is not None else None
        return entity if isinstance(entity, Output) else None

    def current_component(self) -> str | None:
        """The figure of the current row."""
        place = self.table.current() if self.centre.node not in PAGES else None
        return place.component if place is not None else None

    def place(self) -> tuple[str, str | None]:
        """The id of the current output and figure, or of the open section."""
        output = self.current_output()
        return (output.id, self.current_component()) if output is not None else (self.node() or REPORT_ID, None)

    def open_at(self, node: str) -> None:
        """Opens a node; the first accomplishment where that is gone."""
        if node not in PAGES and node not in self.project.report:
            sections = (each for each in self.project.report.walk() if isinstance(each, Section))
            node = next((each.id for each in sections if each.level == "accomplishment"), "")
            node = node or next((each.id for each in self.project.report.sections()), PAGES[0])
        self.choose_node(node)

    # going somewhere

    def choose_node(self, id: str) -> None:
        """Opens a node, or the whole report (REPORT_ID), in outline and centre."""
        if self.centre.show_node(id):
            self.pane.reveal(id)
            self.outline.choose(id)

    def show_cell(self, output: str, component: str | None, field: str, *, focus: bool = True) -> None:
        """Makes a cell current, wherever it is; `focus`: the keyboard goes there too."""
        self.uncover()
        entity = self.project.report.output(output)
        within = [section.id for section in self.project.report.path(output)]
        if self.centre.node not in (*within, REPORT_ID):
            self.choose_node(entity.parent)
        if not self.table.show_cell(output, component, field):
            self.centre.header.clear()
            self.table.show_cell(output, component, field)
        if focus:
            self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def edit_cell(self, output: str, component: str | None, field: str) -> None:
        """Makes a cell current and begins typing in it."""
        self.show_cell(output, component, field)
        self.table.edit_field(Field(field))

    def step(self, step: int) -> bool:
        """Goes to the next (1) or previous (-1) problem of the report; False where nothing is left."""
        return self.going.step(step)

    # another view over the table

    @property
    def covered(self) -> bool:
        """Whether another view lies over the table."""
        return self.covered_by is not None

    @property
    def view_shown(self) -> str:
        """Which view is shown, by its key in the toolbar; find and replace is a part of "edit"."""
        if self.at_a_glance is not None and self.at_a_glance.open:
            return "overview"
        return "page" if self.paging is not None and self.paging.open else "edit"

    def cover(self, widget: QWidget, *, alone: bool = False) -> None:
        """Lays a widget over the table, in the room of the inspector too; `alone`: and of the outline."""
        self.covered_by = widget
        self.pane.setHidden(alone)
        self.side.close_overlay()
        if not self.sizes.narrow:
            self.inspector.hide()
        self.centre.cover(widget)
        self.state_changed.emit()

    def uncover(self) -> None:
        """Shows the table again."""
        if self.covered:
            self.covered_by = None
            self.centre.cover(None)
            self.pane.show()
            if not self.sizes.narrow:
                self.inspector.setVisible(self.side.wanted)
            self.centre.focus_table()
            self.showing.soon()
            self.state_changed.emit()

    def show_outline(self) -> None:
        """Takes away a view that lies over the outline, too."""
        if self.pane.isHidden():
            self.uncover()

    def set_type(self) -> None:
        """Takes font and size of the report's text from the settings."""
        self.table.dress.set_family(self._session.get(settings.TEXT_FONT))
        if (size := self._session.get(settings.TEXT_SIZE)) != round(100 * self.table.dress.zoom):
            self.table.dress.set_zoom(size)

    # beginning and ending

    def finish(self) -> bool:
        """Takes over what is being typed; False where it could not be written: then stay."""
        self.outline.finish()
        return self.centre.finish()

    def finish_all(self) -> bool:
        """The same before the report is closed: comments and waivers that are being written are sent too."""
        return self.finish() and self.review.finish() and (not self.has_findings or self.findings.finish())

    @property
    def has_findings(self) -> bool:
        """Whether the findings have been shown yet."""
        return "findings" in vars(self)

    @property
    def has_last_year(self) -> bool:
        """Whether last year's report has been asked for yet."""
        return "beside" in vars(self)

    @property
    def has_finding(self) -> bool:
        """Whether something has been searched in the table yet."""
        return "finding" in vars(self)

    def start(self) -> None:
        """What can wait until the window is painted: the page of the inspector, the rest of the check."""
        self.inspector.begin()
        self.bridge.check_in_idle_moments()

    def close(self) -> bool:
        """Remembers the sizes and lets go of the project; `finish` comes before."""
        self.uncover()
        self.sizes.remember()
        if self.has_last_year:
            self.beside.close()
        if "spelling" in vars(self):
            self.spelling.close()
        self.bridge.close()
        for timer in self.findChildren(QTimer):  # what was put off to a moment when the file is closed
            timer.stop()
            timer.blockSignals(True)
        return super().close()

    # following

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Folds the inspector where the window is narrow."""
        super().resizeEvent(event)
        self.sizes.fit()

    def refresh_inspector(self) -> None:
        """Shows in the inspector what belongs to the current cell; done by itself a moment after any change."""
        self.showing.now()
