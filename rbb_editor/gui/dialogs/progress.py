"""How far long work is, with a way to stop it; a strip in the status bar, so that the window stays usable."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QSizePolicy, QWidget

from rbb_editor.domain.text import N_, Text
from rbb_editor.gui.jobs import PATIENCE, Job
from rbb_editor.gui.lines import led
from rbb_editor.gui.slices import Slices
from rbb_editor.i18n import Translator

SHARE = 1 / 7
"""Of the width of the window, for the words: the name of a file may be of any length."""


class Meter(QProgressBar):
    """How far a job is, as a bar without words."""

    def __init__(self) -> None:
        super().__init__()
        self._job: Job | Slices | None = None
        self.setTextVisible(False)

    def watch(self, job: Job | Slices, name: str) -> None:
        """Follows a job from now on, and no other; `name`: what it does, for a screen reader."""
        self.rest()
        self._job = job
        self.setRange(0, 0)
        self.setAccessibleName(name)
        job.progressed.connect(self._progressed, Qt.ConnectionType.QueuedConnection)

    def rest(self) -> None:
        """Follows no job any more."""
        if self._job is not None:
            self._job.progressed.disconnect(self._progressed)
            self._job = None

    def _progressed(self, done: int, total: int) -> None:
        self.setRange(0, 1000)
        self.setValue(round(1000 * done / total) if total else 0)


class ProgressStrip(QWidget):
    """Watches one job at a time. `busy(bool)`: it takes room in the status bar, or gives it back."""

    busy = Signal(bool)

    def __init__(self, say: Translator, parent: QWidget) -> None:
        super().__init__(parent)
        self._say = say
        self._job: Job | Slices | None = None
        self.label = QLabel()
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.bar = Meter()
        self.bar.setFixedWidth(120)
        self.bar.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.cancel = QPushButton(say(N_("Cancel")))
        self.cancel.setProperty("kind", "link")
        self.cancel.clicked.connect(self._cancel)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 8, 0)
        row.addWidget(self.label)
        row.addWidget(self.bar)
        row.addWidget(self.cancel)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE)
        self._patience.timeout.connect(self.show)
        self.hide()

    def watch(self, job: Job | Slices, text: Text) -> None:
        """Shows the progress of a job, until it is told of another or to rest."""
        self._job = job
        words, room = led(self._say(text), right=self.isRightToLeft()), round(self.window().width() * SHARE)
        self.label.setText(self.label.fontMetrics().elidedText(words, Qt.TextElideMode.ElideMiddle, room))
        self.label.setToolTip(words)
        self.bar.watch(job, self._say(text))
        self.cancel.setEnabled(True)
        self._patience.start()

    def rest(self) -> None:
        """Goes away: nothing is left to watch."""
        self._job = None
        self.bar.rest()
        self._patience.stop()
        self.hide()

    def showEvent(self, event: QShowEvent) -> None:
        """Takes its room."""
        super().showEvent(event)
        self.busy.emit(True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Gives it back."""
        super().hideEvent(event)
        self.busy.emit(False)

    def _cancel(self) -> None:
        if self._job is not None:
            self.cancel.setEnabled(False)
            self._job.cancel()
