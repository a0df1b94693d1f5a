"""One window: the start page or one open report, with menus, toolbar, status bar and the work going on."""

from collections.abc import Sequence
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QMainWindow, QPushButton

from rbb_editor import settings
from rbb_editor.domain.change import Change
from rbb_editor.domain.text import Text
from rbb_editor.gui.actions import State
from rbb_editor.gui.files import Files, forget_scratch, is_scratch
from rbb_editor.gui.menus import Menus
from rbb_editor.gui.on_screen import stand_as_before
from rbb_editor.gui.panels.status import StatusBar
from rbb_editor.gui.shown import Telling, recent_entry, state_of
from rbb_editor.gui.table.keys import means_edit
from rbb_editor.gui.table.texts import READ_ONLY
from rbb_editor.gui.unfinished import Drafting
from rbb_editor.gui.wanted import Wanted
from rbb_editor.gui.workspace import Workspace
from rbb_editor.i18n import Translator
from rbb_editor.project import Pending, Project

if TYPE_CHECKING:
    from rbb_editor.gui.app import Program
    from rbb_editor.gui.changing import Changing
    from rbb_editor.gui.checks.opening import Checks
    from rbb_editor.gui.commands import Commands
    from rbb_editor.gui.dialogs.message import Way
    from rbb_editor.gui.last_year.opening import LastYears
    from rbb_editor.gui.merge.opening import Merging
    from rbb_editor.gui.row_editing import RowEditing
    from rbb_editor.gui.section_editing import SectionEditing
    from rbb_editor.gui.transfers import Transfers
    from rbb_editor.gui.work import Work

CLOSING = 2.0
"""Seconds that the drive of a closed report has to let it go."""
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
        self.written: Path | None = None
        self._filled = False
        self.drafting = Drafting(self)
        self.telling = Telling(self)
        self._last_open = ""
        self.setAcceptDrops(True)
        self.build()
        self.theme.changed.connect(self._recolour)
        stand_as_before(self, program.session.get(settings.GEOMETRY))

    def build(self) -> None:
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
        self.status.written_wanted.connect(self._open_written)
        self.setStatusBar(self.status)

    @cached_property
    def changing(self) -> "Changing":
        """How the report is changed; loaded when it first is."""
        from rbb_editor.gui.changing import Changing

        return Changing(self)

    @cached_property
    def section_editing(self) -> "SectionEditing":
        """What the Section menu does; loaded, with all edits, when it is first asked for."""
        from rbb_editor.gui.section_editing import SectionEditing

        return SectionEditing(self)

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
    def transfers(self) -> "Transfers":
        """Import, export and copies; loaded when the first is asked for."""
        from rbb_editor.gui.transfers import Transfers

        return Transfers(self)

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
    def work(self) -> "Work":
        """Long work and its progress; loaded when the first begins."""
        from rbb_editor.gui.work import Work

        return Work(self)

    def fill(self) -> None:
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
            place.happened.connect(self.telling.follow)
            place.checked.connect(self.telling.show_left)
            place.table.editing_changed.connect(self.drafting.follow)
            place.centre.page_read.connect(self.drafting.watch)
            place.writing.connect(self.drafting.watch)
            Wanted(self, place)
            self.setCentralWidget(place)
        self.bar.setVisible(self.project is not None)
        self.status.set_open(self.project is not None)
        self.telling.show()
        self.update_state()

    # a report comes and goes

    def show_project(self, project: Project) -> None:
        """Opens a report in this window."""
        self.project = project
        project.wait = lambda work, text: self.changing.wait(work, text)  # noqa: PLW0108  (loaded then)
        self.written = None
        self.telling.begin()
        known = self.program.session.recent_of(project.path)
        self._last_open = known.time if known is not None else ""
        self.fill()
        self.program.unfinished.opened(project.path)
        assert self.workspace is not None
        self.workspace.open_at(known.node if known is not None else "")
        if known is not None and known.opened is not None:
            self.workspace.outline.set_open(known.opened)
        self.workspace.centre.focus_table()
        self._remember()
        QTimer.singleShot(0, self.workspace, self.workspace.start)
        if known is not None and known.view:
            QTimer.singleShot(0, self.workspace, partial(self.show_view, known.view))

    def close_project(self) -> bool:
        """Closes the report, everything typed taken over; False where that could not be written, or a change is."""
        from rbb_editor.gui.asked import Asked  # no start with a report needs it

        if self.project is None or self.workspace is None:
            return True
        if self.project.busy or not self.workspace.finish_all():
            return False
        if "work" in vars(self) and not self.work.stop():
            return False
        self._remember()
        self.workspace.close()
        project, self.project = self.project, None
        self.program.unfinished.closed(project.path)
        vars(self).pop("merging", None)  # what was decided about files that came back goes with the report
        self.fill()
        untouched = project.can_undo is None and project.can_redo is None
        Asked(project.close).answer(CLOSING)  # everything is written; what the drive of its lock says matters to nobody
        if untouched:
            forget_scratch(project.path)
        if self.program.garbage is not None:
            self.program.garbage.report_closed()
        return True

    def rebuild(self) -> None:
        """Speaks another interface language: everything is made anew, the place kept; see there."""
        from rbb_editor.gui.other_language import rebuild  # few change it

        rebuild(self)

    def showEvent(self, event: QShowEvent) -> None:
        """A window that shows no report yet begins with the start page."""
        if not self._filled:
            self.fill()
        super().showEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the keyboard, as in a dialog; says where nothing can be typed."""
        focused = self.focusWidget()
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focused, QPushButton) and plain:
            focused.click()
        elif self.project is not None and self.project.read_only and means_edit(event):
            self.status.mention(READ_ONLY)
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Takes over what is typed, stops work, remembers the window; one that a report is being opened in stays."""
        if self.program.opening.under_way or not self.close_project():
            event.ignore()
            return
        if "work" in vars(self) and not self.work.stop():
            event.ignore()
            return
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

    def do(self, change: Change | Pending, *, backup: str = "") -> Change | None:
        """Makes a change, `backup`: after a backup of this name; what cannot be written is said. The change made."""
        return self.changing.do(change, backup)

    def undo(self) -> None:
        """Takes back the last change, and shows where."""
        self.changing.undo()

    def redo(self) -> None:
        """Makes the change again that was taken back, and shows where."""
        self.changing.redo()

    def tell(self, text: Text, ways: "Sequence[Way]" = (), *, calm: bool = False, leave: str = "") -> None:
        """Shows a sentence and the ways on from it; see `dialogs.message.tell`."""
        from rbb_editor.gui.dialogs.message import tell  # no start needs it

        tell(self, self.say, self.theme, text, ways, calm=calm, leave=leave)

    # files dropped on it

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Takes files."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Opens a report, imports any other file; the program they were dragged from does not wait for that."""
        event.acceptProposedAction()
        for path in (Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()):
            QTimer.singleShot(0, self, partial(self.files.take, path))

    # what is shown

    def update_state(self) -> None:
        """Makes possible what is possible now."""
        project, place = self.project, self.workspace
        recent = bool(self.program.session.recent())
        if project is None or place is None:
            self.menus.update(State(recent=recent))
            return
        self.menus.update(state_of(project, place, recent=recent, written=self.written is not None))
        self.menus.choose_filters(place.centre.header.chosen())
        self.menus.views.show_view(place.view_shown)

    def show_view(self, key: str) -> None:
        """The report as a table ("edit"), at a glance ("overview"), or as the pages it is printed on ("page")."""
        self.commands.show_view(key)

    def recent_changed(self) -> None:
        """The list of recent files is another one."""
        if self.project is None:
            self.fill()
        self.update_state()

    def _remember(self) -> None:
        if self.project is None or self.workspace is None or is_scratch(self.project.path):
            return
        known = self.program.session.recent_of(self.project.path)
        self.program.session.remember(recent_entry(self.project, self.workspace, known))

    def _recolour(self) -> None:
        self.menus.recolour()

    def _open_written(self) -> None:
        self.menus.actions["open_written"].trigger()

    def _next_of(self, rule: str) -> None:
        if self.workspace is not None:
            self.workspace.going.step(1, rule)
