"""The File menu, reports: new, open, recover, sample, roll forward, close; and how long work is waited for."""

import shutil
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

from rbb_editor import resources
from rbb_editor.domain.entities import ReportInfo
from rbb_editor.domain.report import Report
from rbb_editor.domain.text import N_, Text
from rbb_editor.errors import UserError
from rbb_editor.progress import Cancelled, Progress
from rbb_editor.project import (
    SUFFIX,
    Damaged,
    Locked,
    Mark,
    Missing,
    NewerVersion,
    NotADatabase,
    NotWritable,
    Project,
    mark_of,
    salvage,
)

if TYPE_CHECKING:
    from rbb_editor.gui.dialogs.choose_file import FileChooser
    from rbb_editor.gui.dialogs.message import Way
    from rbb_editor.gui.jobs import Job
    from rbb_editor.gui.main_window import MainWindow

T = TypeVar("T")
ELSEWHERE = N_("Choose another place…")
STOPPED = N_("Stopped; nothing was changed and no file is left behind.")
BROUGHT_UP = N_("Stopped; {name} is in the form of this version already, after a backup. Nothing it says was changed.")
STILL_WRITTEN = N_("Not waited for any longer: the drive does not answer. If it does, the file may still be written.")
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


def _let_go(opened: object) -> None:
    """Closes a report that nobody waits for any more."""
    if isinstance(opened, Project):
        opened.close()


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
        self.open_path(Path(path), recent=True)

    def take(self, path: Path) -> None:
        """Opens a report, imports any other file: what was dropped on the window or named at the start."""
        if path.suffix.lower() == SUFFIX:
            self.open_path(path)
        else:
            self._window.transfers.import_path(path)

    def open_path(
        self, path: Path, *, read_only: bool = False, take_over: bool = False, recent: bool = False, calm: bool = False
    ) -> None:
        """Opens a report in this window, or in one of its own where this one holds another.

        `take_over`: also where somebody else has it open for writing; their next change is refused. `recent`: where it
        is gone, it is no longer among the recent ones. `calm`: where it is open already, its window just comes forward.
        """
        program = self._window.program
        if program.opening.under_way:
            program.opening.put_off(path, self._window)
        elif (other := program.window_of(path)) is not None:
            self._is_open(path, other, calm=calm)
        else:
            refused = partial(self._recent_refused if recent else self._refused, path)
            self._open(path, refused, read_only=read_only, take_over=take_over, calm=calm)

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
        calm: bool = False,
    ) -> bool:
        """Opens a report; whether it is shown. Nothing but a thread of its own asks anything of its drive."""
        program = self._window.program
        author, held = program.author(), program.marks()

        def work(progress: Progress) -> Project | Mark | Text:
            mark = mark_of(path)
            if mark in held:
                return mark  # by another name
            project = Project.open(path, author=author, read_only=read_only, take_over=take_over, progress=progress)
            try:
                progress(1, 1)  # it may have been cancelled
            except Cancelled:
                project.close()
                if project.brought_up:
                    return Text.of(BROUGHT_UP, name=path.name)
                raise
            return project

        found = self._wait(path, work, Text.of(N_("Opening {name}"), name=path.name), refused)
        if isinstance(found, Project):
            return self._show(found)
        if isinstance(found, Text):
            self._window.status.mention(found, 10)
        elif found is not None:
            self._is_open(path, held[found], calm=calm)
        return False

    def _is_open(self, path: Path, window: "MainWindow", *, calm: bool) -> None:
        window.come_forward()
        if not calm:
            text = Text.of(N_("“{name}” is open already: this is its window."), name=path.name)
            window.tell(text, calm=True)

    def _recent_refused(self, path: Path, error: UserError) -> None:
        if isinstance(error, Missing):
            self._window.program.session.forget(str(path))
            self._window.recent_changed()
        self._refused(path, error)

    def _refused(self, path: Path, error: UserError) -> None:
        """Says why a file does not open, and offers the way that is left."""
        if isinstance(error, (Locked, NotWritable)) or (isinstance(error, NewerVersion) and error.readable):
            ways: list[Way] = [(N_("Open read-only"), partial(self.open_path, path, read_only=True))]
            if isinstance(error, Locked):
                ways.append((N_("Take it over…"), partial(self._ask_to_take_over, path, error.user)))
            self._window.tell(error.text, ways)
        elif isinstance(error, Damaged) and error.salvaged:
            self._window.tell(error.text, [(N_("Recover…"), partial(self._recover, path))])
        elif isinstance(error, NotADatabase) and path.suffix.lower() != SUFFIX:
            self._window.tell(error.text, [(N_("Import…"), partial(self._window.transfers.import_path, path))])
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

            again = partial(self._recover, path)
            self._make(target, work, Text.of(N_("Recovering {name}"), name=path.name), again)

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
        self.choose.to_save_report(N_("Save the new report as"), name, partial(self.create, Report([info]), label))

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
        if self.create(report, Text.of(N_("Sample report")), folder / f"sample_{code}{SUFFIX}"):
            text = N_("This is a copy to try things out in. “Save a copy” keeps it.")
            self._window.status.mention(text, 10)

    def roll_forward(self) -> None:
        """Makes next year's report of the one that is open, or of a file that is asked for."""
        from rbb_editor.gui.last_year.rolling import Rolling

        Rolling(self._window, self.create).begin()

    def create(self, report: Report, label: Text, path: Path, earlier: bytes | None = None) -> bool:
        """Makes a file, replacing one that the user has agreed to replace, and opens it. `earlier`: see `Project`."""
        author = self._window.program.author()

        def work(progress: Progress) -> Project:
            return Project.create(path, report, author=author, label=label, earlier=earlier, progress=progress)

        def again() -> None:
            keep = partial(self.create, report, label, earlier=earlier)
            self.choose.to_save_report(N_("Save the report as"), path.name, keep)

        return self._make(path, work, Text.of(N_("Writing {name}"), name=path.name), again)

    def _make(self, path: Path, work: Callable[[Progress], Project], text: Text, again: Callable[[], object]) -> bool:
        """Writes a file and shows it; whether it could. `again`: asks for another place, and does it there."""

        def refused(error: UserError) -> None:
            self._window.tell(error.text, [(ELSEWHERE, again)])

        made = self._wait(path, work, text, refused, writes=True)
        return made is not None and self._show(made)

    def _wait(
        self,
        path: Path,
        work: Callable[[Progress], T],
        text: Text,
        refused: Callable[[UserError], object],
        *,
        writes: bool = False,
    ) -> T | None:
        """What `work` gives, which opens or makes the file at `path`; None where it does not, which is told.

        `text` says what it does, where that takes long. `writes`: see `Job`.
        """
        from rbb_editor.gui.jobs import PATIENCE, Job

        program = self._window.program
        job = Job(work, program, may_be_left=True, writes=writes, too_late=_let_go)
        job.start()
        job.wait(PATIENCE / 1000)
        if not job.done:
            from rbb_editor.gui.dialogs.waiting import wait_on  # no start needs it

            with program.opening.of(path):
                wait_on(job, text, self._say, self._window)
        try:
            return cast(T, job.result())
        except Cancelled:
            self.cancelled(job)
        except UserError as error:
            refused(error)
        finally:
            job.deleteLater()
        return None

    def _show(self, project: Project) -> bool:
        self._window.program.window_for(self._window).show_project(project)
        return True

    def close(self) -> None:
        """Closes the report; the only window goes on with the start page, one beside others goes."""
        if len(self._window.program.windows) > 1:
            self._window.close()
        else:
            self._window.close_project()

    def run(
        self,
        work: Callable[[Progress], object],
        text: Text,
        then: Callable[[object], object],
        *,
        writes: bool = False,
    ) -> None:
        """Does long work on a worker thread, its progress shown; `then` gets the result. `writes`: see `Job`."""
        from rbb_editor.gui.jobs import Job

        def tell(show: Callable[[Any], object], end: object) -> None:
            if writes or self._window.work.holds(job):
                show(end)

        job = Job(work, self._window, may_be_left=True, writes=writes)
        job.finished.connect(partial(tell, then))
        job.failed.connect(partial(tell, self.failed))
        job.cancelled.connect(partial(self.cancelled, job))
        self._window.work.start(job, text)

    def failed(self, error: Exception) -> None:
        """Tells what long work could not do; a bug is raised."""
        if not isinstance(error, UserError):
            raise error
        self._window.tell(error.text)

    def cancelled(self, job: "Job | None" = None) -> None:
        """Tells that long work was stopped."""
        late = job is not None and job.left and job.writes
        self._window.status.mention(STILL_WRITTEN if late else STOPPED, 10)
