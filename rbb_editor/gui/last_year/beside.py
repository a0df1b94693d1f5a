"""Last year's report as the views ask for it: read and matched on a worker thread when it is first wanted."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from rbb_editor.domain.change import Change
from rbb_editor.domain.entities import EARLIER_ID, Output, Section
from rbb_editor.domain.values import Outcome
from rbb_editor.errors import UserError
from rbb_editor.gui.jobs import PATIENCE, Job
from rbb_editor.progress import Progress
from rbb_editor.project import Project
from rbb_editor.project.last_year import LastYear


class Beside(QObject):
    """`ready()`: what is at hand is another one. `failed(UserError)`: it could not be read, said once."""

    ready = Signal()
    failed = Signal(object)

    def __init__(self, project: Project, parent: QObject) -> None:
        super().__init__(parent)
        self._project = project
        self._job: Job | None = None
        self._stale = self._refused = False
        self.at_hand: LastYear | None = None

    @property
    def reading(self) -> bool:
        """Whether it is being read."""
        return self._job is not None

    def want(self) -> LastYear | None:
        """Last year's report as far as it is at hand; what is missing or has moved on is read in the background."""
        wanted = self._project.report.earlier is not None and not self._refused
        if wanted and self._job is None and (self.at_hand is None or self._stale):
            self._start()
        return self.at_hand

    def reasons(self, output: str, component: str) -> Sequence[str]:
        """Last year's reason for a figure that differs in the same direction now; none in another language."""
        entity = self._project.report.get(output)
        last_year = self.want()
        if last_year is None or not isinstance(entity, Output) or last_year.language != self._project.language:
            return ()
        past = last_year.figure(entity, component)
        now = next(each for each in self._project.reader.figures(entity) if each.component_id == component)
        if past is None or not past.component.explanation.strip():
            return ()
        fits = past.figure.outcome is now.outcome or Outcome.UNCLEAR in (past.figure.outcome, now.outcome)
        return (past.component.explanation,) if fits else ()

    def follow(self, change: Change) -> None:
        """The report has changed: another earlier one may be kept, or other outputs may have counterparts."""
        if EARLIER_ID in change.ids():
            self.at_hand, self._refused = None, False
            self._stale = self._job is not None  # what is being read is not what is kept now
            self.ready.emit()
        elif any(_matches_anew(pair.before, pair.after) for pair in change.pairs):
            self._stale = True

    def close(self) -> None:
        """Ends what is being read, since the file is closed next."""
        if self._job is not None:
            self._job.cancel()
            self._job.wait(PATIENCE / 1000)
            self._job.leave()

    def _start(self) -> None:
        now, project = self._project.report.snapshot(), self._project
        then = self.at_hand.then if self.at_hand is not None else None
        self._stale = False

        def work(progress: Progress) -> object:
            report = then if then is not None else project.earlier_report()
            progress(1, 2)
            return LastYear(now, report) if report is not None else None

        self._job = Job(work, self, may_be_left=True)
        self._job.finished.connect(self._read)
        self._job.failed.connect(self._not_read)
        self._job.start()

    def _end(self) -> None:
        if self._job is not None:
            self._job.wait()  # it may still be telling that it is done
            self._job.deleteLater()  # with the two reports that it holds
            self._job = None

    def _read(self, result: object) -> None:
        self._end()
        kept = self._project.report.earlier is not None
        if self._stale and self.at_hand is None:
            self._stale = False  # another one is kept by now
            self.want()
            return
        self.at_hand = result if isinstance(result, LastYear) and kept else None
        self._refused = self.at_hand is None
        self.ready.emit()

    def _not_read(self, error: Exception) -> None:
        self._end()
        self._refused = True
        if not isinstance(error, UserError):
            raise error
        self.failed.emit(error)
        self.ready.emit()


def _matches_anew(before: object, after: object) -> bool:
    """Whether a change can give a node another counterpart: one that came, or has another place, title or wording."""
    if isinstance(before, Output) and isinstance(after, Output):
        return (before.planned_text, before.parent) != (after.planned_text, after.parent)
    return isinstance(after, (Output, Section))
