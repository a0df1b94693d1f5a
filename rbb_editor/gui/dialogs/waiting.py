"""Waiting for a change that takes long: the window stays alive, shows how far it is, and takes nothing but a Cancel."""

from collections.abc import Callable
from typing import TypeVar, cast

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from rbb_editor.domain.text import N_, Text
from rbb_editor.gui.dialogs.message import TITLE
from rbb_editor.gui.dialogs.parts import MARGINS
from rbb_editor.gui.dialogs.progress import Meter
from rbb_editor.gui.jobs import PATIENCE, Job
from rbb_editor.gui.lines import led
from rbb_editor.gui.nesting import nest
from rbb_editor.gui.slices import Slices
from rbb_editor.i18n import Translator
from rbb_editor.progress import Progress

T = TypeVar("T")
WIDTH = 420


class WaitingDialog(QDialog):
    """Watches one job and can cancel it; Esc and the cross of the window do so too. It is closed by who waits."""

    def __init__(self, job: Job | Slices, text: Text, say: Translator, parent: QWidget) -> None:
        super().__init__(parent)
        self._job = job
        self.setWindowTitle(say(TITLE))
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        words = QLabel(led(say(text), right=parent.isRightToLeft()))
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(True)
        words.setMinimumWidth(WIDTH)
        meter = Meter()
        meter.watch(job, say(text))
        self.cancel = QPushButton(say(N_("Cancel")))
        self.cancel.setAutoDefault(False)  # an Enter that was typed ahead cancels nothing
        self.cancel.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(*MARGINS)
        column.setSpacing(12)
        column.addWidget(words)
        column.addWidget(meter)
        nest(column, foot)
        self.setFocus()

    def reject(self) -> None:
        """Asks the work to stop, once; the dialog stays until it has."""
        if self.cancel.isEnabled():
            self.cancel.setEnabled(False)
            self._job.cancel()


def wait_for(
    work: Callable[[Progress], T], text: Text, say: Translator, window: QWidget, *, may_be_left: bool = False
) -> T:
    """The result of work on a thread of its own. Raises what the work raises, Cancelled too. `may_be_left`: see `Job`.

    Until then the windows are painted, but take no key and no click. What is soon done is as if it had taken no time:
    keys typed ahead come after it. For what takes longer a dialog shows how far it is.
    """
    job = Job(work, may_be_left=may_be_left)
    loop = _ending_with(job)
    patience = QTimer()
    patience.setSingleShot(True)
    patience.timeout.connect(loop.quit)
    job.start()
    patience.start(PATIENCE)
    loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
    patience.stop()
    wait_on(job, text, say, window)
    return cast(T, job.result())


def wait_on(job: Job | Slices, text: Text, say: Translator, window: QWidget) -> None:
    """Shows how far a job under way is, and lets it be stopped, until it has come to its end."""
    loop = _ending_with(job)
    if job.done:
        return
    window.show()  # before the first window is there nobody could see it
    dialog = WaitingDialog(job, text, say, window)
    dialog.show()
    loop.exec()
    dialog.done(0)
    dialog.deleteLater()


def _ending_with(job: Job | Slices) -> QEventLoop:
    loop = QEventLoop()
    for end in (job.finished, job.failed, job.cancelled):
        end.connect(loop.quit)
    return loop
