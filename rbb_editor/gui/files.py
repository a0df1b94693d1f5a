"""The File menu: new, open, import, export, copy, sample, close. Asks, has the work done, shows what came of it."""

import shutil
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from rbb_editor import resources
from rbb_editor.domain.entities import ReportInfo
from rbb_editor.domain.report import Report
from rbb_editor.domain.text import N_, Text
from rbb_editor.errors import UserError
from rbb_editor.progress import Cancelled, Progress, part
from rbb_editor.project import SUFFIX, Damaged, Locked, NewerVersion, Project, salvage

if TYPE_CHECKING:
    from rbb_editor.gui.dialogs.choose_file import FileChooser
    from rbb_editor.gui.dialogs.message import Way
    from rbb_editor.gui.main_window import MainWindow
    from rbb_editor.project.word_choices import Choices

Opening = Callable[[Progress], Project]
GIVE_UP = 2_000
"""Milliseconds that a drive has to answer after a Cancel."""
SCRATCH = "rbb-editor-"
"""How folders begin that hold copies to try things out in."""


def is_scratch(path: Path) -> bool:
    """Whether a file is such a copy: it is not remembered."""
    folder = path.parent
    return folder.name.startswith(SCRATCH) and folder.parent == Path(tempfile.gettempdir())


def forget_scratch(path: Path) -> None:
    """Removes such a copy with its folder; nobody has worked on it."""
    if is_scratch(path):
        shutil.rmtree(path.parent, ignore_errors=True)  # in the folder for temporary files: what stays is cleared there


class Files:
    """The file commands of one window."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window
        self._say = window.say
        self._chooser: FileChooser | None = None

    @property
    def choose(self) -> "FileChooser":
        """Asks for files; made when it is first needed, so that a start does not load what it lists."""
        if self._chooser is None:
            from rbb_editor.gui.dialogs.choose_file import FileChooser

            self._chooser = FileChooser(self._window, self._say, self._window.program.session)
        return self._chooser

    # opening

    def open(self) -> None:
        """Asks for a report and opens it."""
        self.choose.to_open(self.open_path)

    def open_recent(self, path: str, _checked: bool = False) -> None:
        """Opens a file of the list; one that is gone is taken out of it."""
        if not Path(path).exists():
            self._window.program.session.forget(path)
            self._window.recent_changed()
        self.open_path(Path(path))

    def take(self, path: Path) -> None:
        """Opens a report, imports any other file: what was dropped on the window or named at the start."""
        if path.suffix.lower() == SUFFIX or path.is_dir():
            self.open_path(path)
        else:
            self.import_path(path)

    def open_path(self, path: Path, *, read_only: bool = False, take_over: bool = False) -> None:
        """Opens a report in this window, or in one of its own where this one holds another.

        `take_over`: also where somebody else has it open for writing; their next change is refused.
        """
        other = self._window.program.window_of(path)
        if other is not None:
            other.come_forward()
            text = Text.of(N_("“{name}” is open already: this is its window."), name=path.name)
            other.tell(text, calm=True)
            return
        self._open(path, partial(self._refused, path), read_only=read_only, take_over=take_over)

    def open_again(self, path: Path) -> bool:
        """Opens what was open when the program ended unexpectedly; a report that cannot be opened is passed over."""
        return self._open(path, lambda _error: None)  # moved, or open in another program by now: nobody asked for it

    def _open(
        self,
        path: Path,
        refused: Callable[[UserError], object],
        *,
        read_only: bool = False,
        take_over: bool = False,
    ) -> bool:
        """Opens a report; whether it is shown. One that is being opened already, from a slow drive, is waited for."""
        author = self._window.program.author()
        if path.resolve() in self._window.program.opening:
            return False

        def work(progress: Progress) -> Project:
            project = Project.open(path, author=author, read_only=read_only, take_over=take_over, progress=progress)
            try:
                progress(1, 1)  # nobody may be waiting for it any more
            except Cancelled:
                project.close()
                raise
            return project

        return self._show(path, work, Text.of(N_("Opening {name}"), name=path.name), refused, leave_after=GIVE_UP)

    def _refused(self, path: Path, error: UserError) -> None:
        """Says why a file does not open, and offers the way that is left."""
        if isinstance(error, Locked) or (isinstance(error, NewerVersion) and error.readable):
            ways: list[Way] = [(N_("Open read-only"), partial(self.open_path, path, read_only=True))]
            if isinstance(error, Locked):
                ways.append((N_("Take it over…"), partial(self._ask_to_take_over, path, error.user)))
            self._window.tell(error.text, ways)
        elif isinstance(error, Damaged) and error.salvaged:
            self._window.tell(error.text, [(N_("Recover…"), partial(self._recover, path))])
        elif path.is_file() and path.suffix.lower() != SUFFIX:
            self._window.tell(error.text, [(N_("Import…"), partial(self.import_path, path))])
        else:
            self._window.tell(error.text)

    def _ask_to_take_over(self, path: Path, user: str) -> None:
        text = N_(
            "Take “{name}” over from {user}? Do so only where nobody works in it any more, as after a crash of the "
            "other computer. Somebody who does has their next change refused; what they changed before is kept."
        )
        way = (N_("Take it over"), partial(self.open_path, path, take_over=True))
        self._window.tell(Text.of(text, name=path.name, user=user or "?"), [way])

    def _recover(self, path: Path) -> None:
        name = self._say(N_("{name} recovered"), name=path.stem) + SUFFIX

        def saved(target: Path) -> None:
            author = self._window.program.author()

            def work(progress: Progress) -> Project:
                salvage(path, target, author=author, progress=progress)
                return Project.open(target, author=author)

            self._show(target, work, Text.of(N_("Recovering {name}"), name=path.name))

        self.choose.to_save_report(N_("Recover into a new file"), name, saved)

    # beginning

    def new(self) -> None:
        """Asks for the language and a place, and opens an empty report."""
        from rbb_editor.gui.dialogs.new_report import NewReport

        dialog = NewReport(self._window, self._say)
        dialog.decided.connect(self._place_new)
        dialog.open()

    def _place_new(self, info: ReportInfo) -> None:
        name = (info.symbol or self._say(N_("New report"))).replace("/", "-") + SUFFIX
        label = Text.of(N_("New report"))
        self.choose.to_save_report(N_("Save the new report as"), name, partial(self._create, Report([info]), label))

    def sample(self) -> None:
        """Opens a copy of the made-up report, in the language of the interface where there is one."""
        from rbb_editor.project import transfer

        code = self._say.language if resources.sample(self._say.language).is_file() else "en"
        folder = Path(tempfile.mkdtemp(prefix=SCRATCH))
        try:
            report = transfer.read_file(resources.sample(code), language=code).report
        except UserError as error:
            self._window.tell(error.text)
            return
        if self._create(report, Text.of(N_("Sample report")), folder / f"sample_{code}{SUFFIX}"):
            text = N_("This is a copy to try things out in. “Save a copy” keeps it.")
            self._window.status.mention(text, 10)

    def roll_forward(self) -> None:
        """Makes next year's report of the one that is open, or of a file that is asked for."""
        from rbb_editor.gui.last_year.rolling import Rolling

        Rolling(self._window, self._create).begin()

    def _create(self, report: Report, label: Text, path: Path, earlier: bytes | None = None) -> bool:
        """Makes a file, replacing one that the user has agreed to replace, and opens it. `earlier`: see `Project`."""
        author = self._window.program.author()

        def work(progress: Progress) -> Project:
            return Project.create(path, report, author=author, label=label, earlier=earlier, progress=progress)

        return self._show(path, work, Text.of(N_("Writing {name}"), name=path.name))

    def _show(
        self,
        path: Path,
        work: "Opening",
        text: Text,
        refused: Callable[[UserError], object] | None = None,
        *,
        leave_after: int | None = None,
    ) -> bool:
        """Shows the report that `work` opens from `path`; whether there is one. `text` says what it does, where that
        takes long.

        `leave_after`: of work that writes nothing, see `wait_on`.
        """
        from rbb_editor.gui.jobs import PATIENCE, Job

        opening, file = self._window.program.opening, path.resolve()
        job = Job(work, may_be_left=leave_after is not None)
        job.start()
        job.wait(PATIENCE / 1000)
        if not job.done:
            from rbb_editor.gui.dialogs.waiting import wait_on  # no start needs it

            opening.add(file)
            try:
                wait_on(job, text, self._say, self._window, leave_after=leave_after)
            finally:
                opening.discard(file)
        if not job.done:
            job.setParent(self._window.program)  # it ends by itself, some time
            self.cancelled()
            return False
        try:
            project = job.result()
            assert isinstance(project, Project)
        except Cancelled:
            self.cancelled()
            return False
        except UserError as error:
            (refused or self.failed)(error)
            return False
        self._window.program.window_for(self._window).show_project(project)
        return True

    # other formats

    def import_(self) -> None:
        """Asks for a file of another format and imports it."""
        self.choose.to_import(self.import_path)

    def import_path(self, path: Path, language: str | None = None) -> None:
        """Reads a file on a worker thread, then shows what was read for review."""
        from rbb_editor.project import transfer

        def work(progress: Progress) -> object:
            return transfer.read_file(path, language=language, progress=progress)

        self.run(work, Text.of(N_("Reading {name}"), name=path.name), partial(self._review, path))

    def _review(self, path: Path, imported: object) -> None:
        from rbb_editor.gui.dialogs.import_review import ImportReview
        from rbb_editor.project import transfer

        assert isinstance(imported, transfer.Imported)
        review = ImportReview(imported, path, self._window)
        label = Text.of(N_("Import “{name}”"), name=path.name)
        review.decided.connect(partial(self._create, imported.report, label))
        review.open()

    def export(self) -> None:
        """Asks for a name and writes the report there, in the format of its ending."""
        project = self._window.project
        if project is not None:
            self.choose.to_export(project.path.stem, self._ask_for_choices)

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

        dialog = WordChoices(self._window, project, self._say, self._window.program.session)
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
                    say=self._say,
                    progress=part(progress, 0.0, 0.5),
                )
                progress = part(progress, 0.5, 1.0)
            transfer.write_file(snapshot, path, progress=progress, options=chosen)
            return path

        sent = (str(project.path), now, project.history(1)[0].seq)
        self.run(work, Text.of(N_("Writing {name}"), name=path.name), partial(self._exported, sent))

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
            except UserError as error:
                self._window.changing.tell(error)
            else:
                self._window.status.mention(N_("Copy saved: {path}"), 10, path=path)

        name = self._say(N_("{name} copy"), name=project.path.stem) + SUFFIX
        self.choose.to_save_report(N_("Save a copy as"), name, copy)

    def close(self) -> None:
        """Closes the report; the only window goes on with the start page, one beside others goes."""
        if len(self._window.program.windows) > 1:
            self._window.close()
        else:
            self._window.close_project()

    def run(self, work: Callable[[Progress], object], text: Text, then: Callable[[object], object]) -> None:
        """Does long work on a worker thread, its progress shown; `then` gets the result."""
        from rbb_editor.gui.jobs import Job

        job = Job(work, self._window)
        job.finished.connect(then)
        job.failed.connect(self.failed)
        job.cancelled.connect(self.cancelled)
        self._window.work.start(job, text)

    def failed(self, error: Exception) -> None:
        """Tells what long work could not do; a bug is raised."""
        if not isinstance(error, UserError):
            raise error
        self._window.tell(error.text)

    def cancelled(self) -> None:
        """Tells that long work was stopped."""
        self._window.status.mention(N_("Stopped; nothing was changed and no file is left behind."), 10)
