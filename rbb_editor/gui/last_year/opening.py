"""The menu's “Last year's report…”: shows which one is kept, asks for a file, keeps it or takes it out."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from rbb_editor.domain.text import N_, Text
from rbb_editor.edits.earlier import set_earlier
from rbb_editor.errors import UserError
from rbb_editor.progress import Progress

if TYPE_CHECKING:
    from rbb_editor.gui.main_window import MainWindow
    from rbb_editor.project.last_year import Candidate


class LastYears:
    """Last year's report of the open report of one window."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window

    def show(self) -> None:
        """Shows which report is kept; asks for a file where there is none."""
        from rbb_editor.gui.last_year.dialog import KeptDialog

        place, project = self._window.workspace, self._window.project
        if place is None or project is None or not place.finish():
            return
        if project.report.earlier is None:
            self.ask()
            return
        dialog = KeptDialog(place.beside, project, self._window.say, self._window)
        dialog.replace_wanted.connect(self.ask)
        dialog.removal_wanted.connect(self.remove)
        dialog.open()

    def ask(self) -> None:
        """Asks for the file."""
        project = self._window.project
        if project is None:
            return
        if project.read_only:
            text = N_("{file} is open for reading only, so no report can be kept in it.")
            self._window.tell(Text.of(text, file=project.path.name))
            return
        self._window.files.choose.to_keep_earlier(self.read)

    def read(self, path: Path) -> None:
        """Reads a file on a worker thread and shows what was recognised."""
        from rbb_editor.project.last_year import read_earlier

        project = self._window.project
        if project is None:
            return
        now = project.report.snapshot()

        def work(progress: Progress) -> object:
            return read_earlier(now, path, progress)

        self._window.files.run(work, Text.of(N_("Reading {name}"), name=path.name), partial(self._show, project.path))

    def _show(self, own: Path, candidate: object) -> None:
        from rbb_editor.gui.last_year.dialog import CandidateDialog
        from rbb_editor.project.last_year import Candidate

        assert isinstance(candidate, Candidate)
        project = self._window.project
        if project is None or project.path != own:
            return  # the report was closed meanwhile
        if project.busy:
            self.read(candidate.path)  # a large change is being made, and nothing can be kept before it is
            return
        dialog = CandidateDialog(candidate, project.report, self._window.say, self._window)
        dialog.accepted.connect(partial(self._keep, own, candidate))
        dialog.open()

    def _keep(self, own: Path, candidate: "Candidate") -> None:
        project = self._window.project
        if project is None or project.path != own:
            return
        try:
            project.keep_earlier(candidate.earlier, candidate.packed)
        except UserError as error:
            self._window.changing.tell(error)
            return
        said = N_("Kept beside this report: {name}")
        self._window.status.mention(said, 10, name=candidate.path.name)

    def remove(self) -> None:
        """Takes the report that is kept out."""
        project = self._window.project
        change = set_earlier(project.report, None) if project is not None else None
        if change is not None:
            self._window.do(change)
