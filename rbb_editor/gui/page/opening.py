"""How the page view comes over the table of a workspace, and how its pages reach paper and PDF."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog

from rbb_editor.domain.report import Report
from rbb_editor.domain.text import N_, Text
from rbb_editor.gui.page.pages import Pages
from rbb_editor.gui.page.pane import PagePane
from rbb_editor.gui.page.pieces import Spot
from rbb_editor.gui.slices import Slices, Steps
from rbb_editor.gui.tree.outline import ABBREVIATIONS, FRONT
from rbb_editor.progress import Progress
from rbb_editor.project import Project
from rbb_editor.project.earlier import Earlier, blackline
from rbb_editor.project.transfer import Signature

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from rbb_editor.gui.main_window import MainWindow
    from rbb_editor.gui.workspace import Workspace


def paging_of(window: "MainWindow") -> "Paging":
    """The page view of the open report of a window, made when it is first asked for."""
    place = window.workspace
    assert place is not None
    if place.paging is None:
        place.paging = Paging(window, place)
    return place.paging


class Paging(QObject):
    """The pages of one workspace."""

    def __init__(self, window: "MainWindow", place: "Workspace") -> None:
        super().__init__(place)
        self._window, self._place = window, place
        self.pane = PagePane(place.project, window.say, window.theme, place)
        self.pane.hide()
        self.pane.wanted.connect(self._edit)
        self.pane.closed.connect(place.uncover)
        self.pane.changes_wanted.connect(self.ask_changes)
        self.pane.pdf_wanted.connect(self.ask_pdf)
        self.pane.print_wanted.connect(self.ask_print)
        place.happened.connect(self._follow)
        place.outline.node_chosen.connect(self._node_chosen)

    @property
    def open(self) -> bool:
        """Whether the pages are shown."""
        return self._place.covered_by is self.pane

    def show(self) -> None:
        """Shows the page on which the current row is printed."""
        if self._place.finish():
            target, _ = self._place.place()
            self._place.cover(self.pane)
            self.pane.open_at(target)
            self.pane.setFocus()

    def ask_changes(self) -> None:
        """Asks since which state changes are to be shown."""
        from rbb_editor.gui.page.ask_changes import AskChanges

        if self._place.finish():
            dialog = AskChanges(self._window, self._place.project, self._window.say, self._window.program.session)
            dialog.decided.connect(self.show_changes)
            dialog.open()

    def show_changes(self, which: Earlier | None) -> None:
        """Shows what has changed since a state, which a worker finds; None: no changes."""
        if which is None:
            self.pane.show_changes(None)
            return
        project = self._place.project
        snapshot, own, by = project.report.snapshot(), project.path, Signature(project.author, datetime.now(UTC))

        def work(progress: Progress) -> object:
            return blackline(which, snapshot, own, by, progress=progress).earlier

        found = partial(_changes_found, self._window, project)
        self._window.files.run(work, Text.of(N_("Reading the earlier state")), found)

    def ask_pdf(self) -> None:
        """Asks for a name and writes the pages there."""
        if self._place.finish():
            self._window.files.choose.to_pdf(self._place.project.path.stem, self.write_pdf)

    def write_pdf(self, path: Path, first: int = 1, last: int = 0) -> None:
        """Writes the pages `first` to `last` (0: all) as a PDF."""
        from rbb_editor.gui.page.paper import Painted, finish_pdf, painted
        from rbb_editor.gui.written import tell_written

        pages, info = self.pane.another(self), self._place.project.report.info
        said = Text.of(N_("Writing {name}"), name=path.name)

        def finish(drawn: object) -> None:
            assert isinstance(drawn, Painted)

            def work(progress: Progress) -> object:
                progress(0, 1)
                finish_pdf(drawn, info, path)
                return path

            self._window.files.run(work, said, partial(tell_written, self._window), writes=True)

        begin = partial(painted, pages, info, first, last)
        self._in_slices(pages, begin, said, finish, self._window.files.cancelled, writes=True)

    def _in_slices(
        self,
        pages: Pages,
        begin: Callable[[], Steps],
        text: Text,
        then: Callable[[object], object],
        stopped: Callable[[], object],
        *,
        writes: bool = False,
    ) -> None:
        """Does what draws all pages, its progress shown; the window stays usable. `stopped`: says that it was."""
        job = Slices(begin, self, writes=writes)
        for end in (job.finished, job.failed, job.cancelled):
            end.connect(pages.let_go)
        job.finished.connect(then)
        job.failed.connect(self._window.files.failed)
        job.cancelled.connect(stopped)
        self._window.work.start(job, text)

    def ask_print(self) -> None:
        """Asks for a printer and prints."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo

        if not self._place.finish():
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        path = self._place.project.path
        printer.setDocName(path.stem)
        if not QPrinterInfo.availablePrinterNames():  # what is left is a file
            printer.setOutputFileName(str(path.with_suffix(".pdf")))
        dialog = QPrintDialog(printer, self._window)
        dialog.setModal(True)
        if self.pane.pages.complete:  # else nobody has to wait until it is known how many there are
            dialog.setMinMax(1, len(self.pane.pages.sheets))
        dialog.finished.connect(partial(self._answered, printer))
        dialog.show()

    def _answered(self, printer: "QPrinter", result: int) -> None:
        """The dialog of a printer is closed. (Its own `accepted` is another signal than that of all dialogs.)"""
        if result == QDialog.DialogCode.Accepted:
            self.print_on(printer)

    def print_on(self, printer: "QPrinter") -> None:
        """Prints the pages that were chosen in a printer's dialog; into a file they are written as a PDF."""
        from rbb_editor.gui.page.paper import print_pages

        first, last = max(1, printer.fromPage()), printer.toPage()
        if printer.outputFileName():
            self.write_pdf(Path(printer.outputFileName()), first, last)
            return
        pages = self.pane.another(self)
        name = printer.printerName() or "PDF"

        def show(words: str, _: object = None) -> None:
            self._window.status.mention(words, 10, name=name)

        done, stopped = N_("Sent to the printer “{name}”"), N_("Stopped; “{name}” may still print the first pages.")
        begin = partial(print_pages, pages, printer, first, last)
        text = Text.of(N_("Printing on “{name}”"), name=name)
        self._in_slices(pages, begin, text, partial(show, done), partial(show, stopped))

    def _edit(self, spot: Spot) -> None:
        """Goes to the cell or node that prints what was clicked."""
        page = ABBREVIATIONS if spot.target == "abbreviations" else FRONT
        self._place.going.to_text(spot.target, spot.component, spot.field or "planned_text", page)

    def _node_chosen(self, id: str) -> None:
        if self.open:
            self.pane.open_at(id)

    def _follow(self) -> None:
        self.pane.follow()


def _changes_found(window: "MainWindow", project: Project, earlier: object) -> None:
    """Shows the changes since a state on the pages that a window has by now, where the report is still open in it."""
    assert isinstance(earlier, Report)
    if window.project is project:
        paging_of(window).pane.show_changes(earlier)
