"""One window: the start page or one open report, with menus, toolbar, status bar and the work going on."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QPoint, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QMainWindow, QMenu

from rbb_editor import settings
from rbb_editor.domain.change import Change
from rbb_editor.domain.text import N_, Text
from rbb_editor.errors import UserError
from rbb_editor.gui.actions import OUTLINE_MENU, TABLE_MENU, State
from rbb_editor.gui.files import Files, forget_scratch, is_scratch
from rbb_editor.gui.menus import Menus
from rbb_editor.gui.panels.status import StatusBar
from rbb_editor.gui.shown import amounts, recent_entry, state_of, title_of
from rbb_editor.gui.workspace import Workspace
from rbb_editor.i18n import Translator
from rbb_editor.project import Happened, Project
from rbb_editor.rules import Finding

if TYPE_CHECKING:
    from rbb_editor.gui.app import Program
    from rbb_editor.gui.checks.opening import Checks
    from rbb_editor.gui.commands import Commands
    from rbb_editor.gui.dialogs.message import Way
    from rbb_editor.gui.dialogs.progress import ProgressStrip
    from rbb_editor.gui.editing import Editing
    from rbb_editor.gui.jobs import Job
    from rbb_editor.gui.last_year.opening import LastYears
    from rbb_editor.gui.merge.opening import Merging
    from rbb_editor.gui.row_editing import RowEditing
    from rbb_editor.gui.tree.dragging import Drop

DRAFT_EVERY = 1500
"""Milliseconds between two looks at what is being typed."""
LEAST = (800, 560)
FIRST = (1440, 900)
TITLE_BAR = 36
"""Height left to the frame that the desktop draws around a window, so that the foot of a first one is in sight."""
MINIMIZED = Qt.WindowState.WindowMinimized


class MainWindow(QMainWindow):
    """`program`: what all windows share. `say`: the translator of the interface. `project`: None on the start page."""

    program: "Program"
    say: Translator
    files: Files

    def __init__(self, program: "Program") -> None:
        super().__init__()
        self.program = program
        self.theme = program.theme
        self.project: Project | None = None
        self.workspace: Workspace | None = None
        self._saved: datetime | None = None
        self._jobs: dict[Job, Text] = {}
        self._typing = False
        self._filled = False
        self._drafting = QTimer(self)
        self._drafting.setInterval(DRAFT_EVERY)
        self._drafting.timeout.connect(self._keep_draft)
        self._last_open = ""
        self.setAcceptDrops(True)
        self.setMinimumSize(*LEAST)
        self._build()
        self.theme.changed.connect(self._recolour)
        self._restore_geometry()

    def _build(self) -> None:
        """Makes everything that shows words, in the language of the interface as it is now."""
        self.say = self.program.say
        self.setLayoutDirection(self.program.direction)
        self.files = Files(self)
        self.menus = Menus(self)
        self.menus.fill_menu_bar()
        self.bar = self.menus.toolbar()
        self.addToolBar(self.bar)
        self.status = StatusBar(self.say, self.theme)
        self.status.rule_wanted.connect(self._next_of)
        self.setStatusBar(self.status)
        vars(self).pop("progress", None)  # it went with the old status bar

    @cached_property
    def editing(self) -> "Editing":
        """What the Row menu does; loaded, with all edits, when it is first asked for."""
        from rbb_editor.gui.editing import Editing

        return Editing(self)

    @cached_property
    def row_editing(self) -> "RowEditing":
        """What the Row menu does to outputs and figures; loaded when it is first asked for."""
        from rbb_editor.gui.row_editing import RowEditing

        return RowEditing(self)

    @cached_property
    def commands(self) -> "Commands":
        """What the other menus do that is about this window; loaded when it is first asked for."""
        from rbb_editor.gui.commands import Commands

        return Commands(self)

    @cached_property
    def checks(self) -> "Checks":
        """What is done about checks; loaded when it is first asked for."""
        from rbb_editor.gui.checks.opening import Checks

        return Checks(self)

    @cached_property
    def merging(self) -> "Merging":
        """The review of files that came back; loaded when the first one is asked for."""
        from rbb_editor.gui.merge.opening import Merging

        return Merging(self)

    @cached_property
    def last_years(self) -> "LastYears":
        """Keeping last year's report; loaded when it is first asked for."""
        from rbb_editor.gui.last_year.opening import LastYears

        return LastYears(self)

    @cached_property
    def progress(self) -> "ProgressStrip":
        """How far long work is; made when the first such work begins."""
        from rbb_editor.gui.dialogs.progress import ProgressStrip

        strip = ProgressStrip(self.say, self.status)
        self.status.addPermanentWidget(strip)
        strip.busy.connect(self.status.set_busy)
        return strip

    def _fill(self) -> None:
        """The start page, or the open report."""
        self._filled = True
        if self.project is None:
            from rbb_editor.gui.start.page import StartPage  # a start with a report does not need it

            self.workspace = None
            page = StartPage(self.program.session.recent(), self.menus, self.say, self.theme)
            page.recent_wanted.connect(self.files.open_recent)
            self.setCentralWidget(page)
            page.setFocus()
        else:
            place = Workspace(self.project, self.say, self.theme, self.program.session, self)
            self.workspace = place
            place.centre.header.show_last_open(self._last_open)
            place.state_changed.connect(self.update_state)
            place.happened.connect(self._follow)
            place.checked.connect(self._show_left)
            place.retitled.connect(self._retitle)
            place.menu_wanted.connect(self._outline_menu)
            place.table.menu_wanted.connect(self._table_menu)
            place.table.outputs_dropped.connect(self._outputs_dropped)
            place.action_wanted.connect(self._trigger)
            place.outline.dropped.connect(self._dropped)
            place.outline.refused.connect(self._said)
            place.explain_wanted.connect(self._explain)
            place.change_wanted.connect(self.do)
            place.uses_wanted.connect(self._show_uses)
            place.table.failed.connect(self._failed)
            place.table.said.connect(self._said)
            place.table.editing_changed.connect(self._typing_changed)
            self.setCentralWidget(place)
            self._show_left()
            self.status.show_project(self.project)
            self.status.show_saved(self._saved, read_only=self.project.read_only)
        self.bar.setVisible(self.project is not None)
        self.status.set_open(self.project is not None)
        self._show_title()
        self.update_state()

    # a report comes and goes

    def show_project(self, project: Project) -> None:
        """Opens a report in this window."""
        self.project = project
        self._saved = None
        known = self.program.session.recent_of(project.path)
        self._last_open = known.time if known is not None else ""
        self._fill()
        self.program.unfinished.opened(project.path)
        assert self.workspace is not None
        self.workspace.open_at(known.node if known is not None else "")
        if known is not None and known.opened is not None:
            self.workspace.outline.set_open(known.opened)
        self.workspace.centre.focus_table()
        self._remember()
        QTimer.singleShot(0, self.workspace, self.workspace.start)

    def close_project(self) -> bool:
        """Closes the report, everything typed taken over; False where that could not be written."""
        if self.project is None or self.workspace is None:
            return True
        if not self.workspace.finish():
            return False
        self._stop_jobs()
        self._remember()
        self.workspace.close()
        project, self.project = self.project, None
        self.program.unfinished.closed(project.path)
        vars(self).pop("merging", None)  # what was decided about files that came back goes with the report
        self._fill()
        untouched = project.can_undo is None and project.can_redo is None
        project.close()
        if untouched:
            forget_scratch(project.path)
        if self.program.garbage is not None:
            self.program.garbage.report_closed()
        return True

    def rebuild(self) -> None:
        """Speaks another interface language: everything is made anew, the place kept."""
        node = cell = None
        opened: list[str] = []
        if self.workspace is not None:
            if not self.workspace.finish():
                return  # what is being typed cannot be written now: it stays where it is
            node, cell = self.workspace.centre.node, self.workspace.table.current()
            opened = self.workspace.pane.filter.open_before()
            self.workspace.close()
        self.removeToolBar(self.bar)
        self._build()
        self._fill()
        if self.workspace is not None:
            self.workspace.open_at(node or "")
            self.workspace.outline.set_open(opened)
            if cell is not None:
                self.workspace.table.show_cell(cell.output, cell.component, cell.field)
            self.workspace.centre.focus_table()
            self.workspace.start()
        for job, text in self._jobs.items():
            self.progress.watch(job, text)

    def showEvent(self, event: QShowEvent) -> None:
        """A window that shows no report yet begins with the start page."""
        if not self._filled:
            self._fill()
        super().showEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Takes over what is typed, stops work, remembers the window."""
        if not self.close_project():
            event.ignore()
            return
        self._stop_jobs()
        self.program.session.put(settings.GEOMETRY, bytes(self.saveGeometry().data()))
        self.program.session.save()
        self.program.window_closed(self)
        event.accept()

    def come_forward(self) -> None:
        """Shows itself before other windows."""
        self.setWindowState(self.windowState() & ~MINIMIZED)
        self.raise_()
        self.activateWindow()

    # changes

    def do(self, change: Change) -> bool:
        """Makes a change; what cannot be written is said."""
        return self._carefully(lambda project: project.do(change))

    def undo(self) -> None:
        """Takes back the last change, and shows where."""
        self._step_in_history(Project.undo)

    def redo(self) -> None:
        """Makes the change again that was taken back, and shows where."""
        self._step_in_history(Project.redo)

    def tell(self, text: Text, ways: "Sequence[Way]" = (), *, calm: bool = False, leave: str = "") -> None:
        """Shows a sentence and the ways on from it; see `dialogs.message.tell`."""
        from rbb_editor.gui.dialogs.message import tell  # no start needs it

        tell(self, self.say, self.theme, text, ways, calm=calm, leave=leave)

    def _carefully(self, work: Callable[[Project], object]) -> bool:
        assert self.project is not None
        try:
            work(self.project)
        except UserError as error:
            self.tell(error.text)
            return False
        return True

    def _step_in_history(self, work: Callable[[Project], Change | None]) -> None:
        if self.workspace is None or not self.workspace.finish():
            return
        made: list[Change | None] = []
        if self._carefully(lambda project: made.append(work(project))) and made[0] is not None:
            self.workspace.show_change(made[0])

    def _retitle(self, id: str, title: str) -> None:
        self.editing.retitle(id, title)

    def _dropped(self, drop: "Drop") -> None:
        self.editing.take(drop)

    def _explain(self, finding: Finding) -> None:
        self.checks.explain(finding)

    def _show_uses(self, words: str) -> None:
        """Lists where words stand in the report, as words of their own."""
        from rbb_editor.gui.replace.opening import replacing_of

        replacing_of(self).look_for(words)

    def _follow(self, happened: Happened) -> None:
        """The report has changed: it is on disk."""
        assert self.project is not None
        self._saved = datetime.now(UTC).astimezone()
        self.status.show_saved(self._saved, read_only=self.project.read_only)
        self._show_left()
        if any(amounts(pair.before) != amounts(pair.after) for pair in happened.change.pairs):
            self.status.show_project(self.project)
            self._show_title()

    # work in the background

    def start_job(self, job: "Job", text: Text) -> None:
        """Starts long work, its progress and a way to stop it in the status bar."""
        self.status.clearMessage()
        self._jobs[job] = text
        for end in (job.finished, job.failed, job.cancelled):
            end.connect(partial(self._job_ended, job))
        self.progress.watch(job, text)
        job.start()

    def _job_ended(self, job: "Job", _result: object = None) -> None:
        self._jobs.pop(job, None)
        job.deleteLater()

    def _stop_jobs(self) -> None:
        for job in tuple(self._jobs):
            job.cancel()
            job.wait()

    # files dropped on it

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Takes files."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Opens a report, imports any other file."""
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        for path in paths:
            self.files.take(path)

    # what is shown

    def update_state(self) -> None:
        """Makes possible what is possible now."""
        project, place = self.project, self.workspace
        recent = bool(self.program.session.recent())
        if project is None or place is None:
            self.menus.update(State(recent=recent))
            return
        self.menus.update(state_of(project, place, recent=recent))
        self.menus.choose_filters(place.centre.header.chosen())
        self.menus.views.show_view("page" if place.paging is not None and place.paging.open else "edit")

    def show_view(self, key: str) -> None:
        """The report as a table ("edit") or as the pages it is printed on ("page")."""
        self.commands.show_view(key)

    def recent_changed(self) -> None:
        """The list of recent files is another one."""
        if self.project is None:
            self._fill()
        self.update_state()

    def _show_title(self) -> None:
        self.setWindowTitle(title_of(self.project, self.say))
        self.setWindowFilePath("")
        self.setWindowModified(self._typing)

    def _typing_changed(self, field: str) -> None:
        """What is being typed is not on disk yet; everything else is."""
        self._typing = bool(field)
        self.setWindowModified(self._typing)
        if self._typing:
            self._drafting.start()
        else:
            self._drafting.stop()
            self.program.unfinished.typing(None)

    def _keep_draft(self) -> None:
        """What is being typed outlives a crash, up to the last second or two."""
        if self.workspace is not None:
            self.program.unfinished.typing(self.workspace.draft())

    def _show_left(self) -> None:
        if self.project is not None:
            self.status.show_left(self.project)

    def _remember(self) -> None:
        if self.project is None or self.workspace is None or is_scratch(self.project.path):
            return
        known = self.program.session.recent_of(self.project.path)
        self.program.session.remember(recent_entry(self.project, self.workspace, known))

    def _restore_geometry(self) -> None:
        stored = self.program.session.get(settings.GEOMETRY)
        if not stored or not self.restoreGeometry(QByteArray(stored)):
            room = self.screen().availableSize()
            self.resize(min(FIRST[0], room.width()), min(FIRST[1], room.height() - TITLE_BAR))

    def _recolour(self) -> None:
        self.menus.recolour()

    def _outline_menu(self, at: QPoint) -> None:
        self._popup(OUTLINE_MENU, at)

    def _outputs_dropped(self, ids: list[str], parent: str, after: str | None) -> None:
        self.row_editing.move_to(ids, parent, after)

    def _table_menu(self, at: QPoint) -> None:
        self._popup(TABLE_MENU, at)

    def _popup(self, ids: "tuple[str | None, ...]", at: QPoint) -> None:
        menu = self.menus.fill(QMenu(self), ids)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(at)

    def _trigger(self, id: str) -> None:
        self.menus.actions[id].trigger()

    def _next_of(self, rule: str) -> None:
        if self.workspace is not None:
            self.workspace.next_of(rule)

    def _failed(self, error: UserError) -> None:
        """Something typed could not be written: it stays in its field, or goes to the clipboard."""
        place = self.workspace
        if place is None or place.table.open_editor is None:
            self.tell(error.text)
            return
        give_up = (N_("Copy it and close the field"), place.table.editing.give_up)
        self.tell(error.text, [give_up], leave=N_("Keep it in the field"))

    def _said(self, text: Text) -> None:
        self.status.showMessage(self.say(text), 5_000)
