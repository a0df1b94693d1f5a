"""The File menu, files of other formats and copies: asks, has the work done, shows what came of it."""

from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from rbb_editor.domain.text import N_, Text
from rbb_editor.errors import Stopped, UserError
from rbb_editor.gui.files import ELSEWHERE
from rbb_editor.progress import Progress, part
from rbb_editor.project import SUFFIX, IsFolder

if TYPE_CHECKING:
    from rbb_editor.gui.main_window import MainWindow
    from rbb_editor.project.word_choices import Choices


class Transfers:
    """Import, export and copies of one window."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window

    def import_(self) -> None:
        """Asks for a file of another format and imports it."""
        self._window.files.choose.to_import(self.import_path)

    def import_path(self, path: Path, language: str | None = None) -> None:
        """Reads a file on a worker thread, then shows what was read for review."""
        from rbb_editor.project import transfer

        def work(progress: Progress) -> object:
            if path.is_dir():
                raise IsFolder(path)
            return transfer.read_file(path, language=language, progress=progress)

        self._window.files.run(work, Text.of(N_("Reading {name}"), name=path.name), partial(self._review, path))

    def _review(self, path: Path, imported: object) -> None:
        from rbb_editor.gui.dialogs.import_review import ImportReview
        from rbb_editor.project import transfer

        assert isinstance(imported, transfer.Imported)
        review = ImportReview(imported, path, self._window)
        label = Text.of(N_("Import “{name}”"), name=path.name)
        review.decided.connect(partial(self._window.files.create, imported.report, label))
        review.open()

    def export(self) -> None:
        """Asks for a name and writes the report there, in the format of its ending."""
        project = self._window.project
        if project is not None:
            self._window.files.choose.to_export(project.path.stem, self._ask_for_choices)

    def _ask_for_choices(self, path: Path) -> None:
        """Before a Word file is written: what it shall show. A PDF is written by the page view."""
        project = self._window.project
        assert project is not None
        if path.suffix.lower() == ".pdf":
            from rbb_editor.gui.page.opening import paging_of

            paging_of(self._window).write_pdf(path)
            return
        if path.suffix.lower() != ".docx":
            self.export_path(path)
            return
        from rbb_editor.gui.dialogs.word_choices import WordChoices

        dialog = WordChoices(self._window, project, self._window.say, self._window.program.session)
        dialog.decided.connect(partial(self.export_path, path))
        dialog.open()

    def export_path(self, path: Path, choices: "Choices | None" = None) -> None:
        """Writes the report as it is now on a worker thread. `choices`: what a Word file shall show."""
        from rbb_editor.project import transfer
        from rbb_editor.project.word_choices import options

        project = self._window.project
        assert project is not None
        snapshot, language = project.report.snapshot(), project.language
        author, now, own = self._window.program.author(), datetime.now(UTC), project.path

        def work(progress: Progress) -> object:
            chosen = None
            if choices is not None:
                chosen = options(
                    choices,
                    snapshot,
                    language,
                    own=own,
                    author=author,
                    now=now,
                    say=self._window.say,
                    progress=part(progress, 0.0, 0.5),
                )
                progress = part(progress, 0.5, 1.0)
            transfer.write_file(snapshot, path, progress=progress, options=chosen)
            return path

        sent = (str(project.path), now, project.history(1)[0].seq)
        text = Text.of(N_("Writing {name}"), name=path.name)
        self._window.files.run(work, text, partial(self._exported, sent), writes=True)

    def _exported(self, sent: tuple[str, datetime, int], path: object) -> None:
        """Remembers which state was written."""
        from rbb_editor.gui.sent import Sent, remember
        from rbb_editor.gui.written import tell_written

        assert isinstance(path, Path)
        own, time, step = sent
        if path.suffix.lower() == ".docx":
            remember(self._window.program.session, Sent(own, path.name, time, step))
        tell_written(self._window, path)

    def save_copy(self) -> None:
        """Asks for a name and writes a copy of the file."""
        project = self._window.project
        if project is None:
            return

        def copy(path: Path) -> None:
            try:
                project.waited(partial(project.save_elsewhere, path), Text.of(N_("Writing {name}"), name=path.name))
            except Stopped as stop:
                self._window.status.mention(stop.text, 10)
            except UserError as error:
                self._window.tell(error.text, [(ELSEWHERE, self.save_copy)])
            else:
                self._window.status.mention(N_("Copy saved: {path}"), 10, path=path)

        name = self._window.say(N_("{name} copy"), name=project.path.stem) + SUFFIX
        self._window.files.choose.to_save_report(N_("Save a copy as"), name, copy)
