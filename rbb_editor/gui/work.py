"""Long work of a window: what goes on, how far it is, a way to stop it; loaded when the first such work begins."""

from functools import partial
from typing import TYPE_CHECKING

from rbb_editor.domain.text import Text
from rbb_editor.gui.dialogs.progress import ProgressStrip
from rbb_editor.gui.dialogs.waiting import wait_on
from rbb_editor.gui.jobs import PATIENCE, Job
from rbb_editor.gui.slices import Slices

if TYPE_CHECKING:
    from rbb_editor.gui.main_window import MainWindow


class Work:
    """The jobs of one window. `strip`: the progress of the one begun last, in its status bar."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window
        self._jobs: dict[Job | Slices, Text] = {}
        self._stopping = False
        self._show_strip()

    @property
    def going_on(self) -> bool:
        """Whether a job has not come to its end."""
        return bool(self._jobs)

    @property
    def drawing(self) -> Slices | None:
        """A job that draws with what the window has now, or looks at it; None where there is none."""
        return next((job for job in self._jobs if isinstance(job, Slices)), None)

    def holds(self, job: Job | Slices) -> bool:
        """Whether a job is of use to the window still; what ends after the window has let it go is not shown."""
        return job in self._jobs

    def start(self, job: Job | Slices, text: Text) -> None:
        """Starts a job; `text` says what it does."""
        self._window.status.clearMessage()
        self._jobs[job] = text
        for end in (job.finished, job.failed, job.cancelled):
            end.connect(partial(self._ended, job))
        self.strip.watch(job, text)
        job.start()

    def stop(self) -> bool:
        """Ends all that goes on before the window is left; False while that is being done already.

        What is being written is waited for, unless the user no longer wants it. All else is stopped, and left where its
        drive does not answer.
        """
        if self._stopping:
            return False
        self._stopping = True
        try:
            while self._jobs:
                job, text = self._jobs.popitem()
                if job.writes:
                    wait_on(job, text, self._window.say, self._window)
                else:
                    job.cancel()
                    job.wait(PATIENCE / 1000)
                    job.leave()
        finally:
            self._stopping = False
        return True

    def show_again(self) -> None:
        """Shows what goes on in a new status bar, in its language."""
        self._show_strip()
        self._watch_last()

    def _show_strip(self) -> None:
        status = self._window.status
        self.strip = ProgressStrip(self._window.say, status)
        status.addPermanentWidget(self.strip)
        self.strip.busy.connect(status.set_busy)

    def _ended(self, job: Job | Slices, _result: object = None) -> None:
        self._jobs.pop(job, None)
        job.wait()  # it may still be telling others: a signal whose sender is deleted reaches none of them
        job.deleteLater()
        self._watch_last()

    def _watch_last(self) -> None:
        if self._jobs:
            self.strip.watch(*next(reversed(self._jobs.items())))
        else:
            self.strip.rest()
