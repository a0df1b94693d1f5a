"""The choice of an earlier state since which changes are shown: of the history, or in another file."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from pathlib import Path

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from rbb_editor.domain.text import N_, Text
from rbb_editor.gui.days import clock, day, moment
from rbb_editor.gui.dialogs.choose_file import name_labels
from rbb_editor.gui.look.calendars import dress_calendar
from rbb_editor.gui.panels.entry_words import done
from rbb_editor.gui.sent import Sent
from rbb_editor.i18n import Translator
from rbb_editor.project import Project
from rbb_editor.project.earlier import AfterStep, AtTime, Earlier
from rbb_editor.project.past import Event

STEPS = 200
"""Steps of the history that can be chosen, besides the first of all."""
MOST_SENT = 5
NONE, TODAY, DAY, STEP, FILE = "none", "today", "day", "step", "file"
DATA = Qt.ItemDataRole.UserRole


class Since(QWidget):
    """`changed()`: another state is chosen. `kind` says what is meant, the field below it which one."""

    changed = Signal()

    def __init__(self, project: Project, say: Translator, sent: Sequence[Sent], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._project, self._say, self._sent = project, say, tuple(sent[:MOST_SENT])
        self.kind = QComboBox()
        self.day = QDateEdit(QDate.currentDate())
        self.step = QComboBox()
        self.file = QLineEdit()
        self._details = QStackedWidget()
        self._details.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._pages = {NONE: 0, DAY: 1, STEP: 2, FILE: 3}
        for page in (QWidget(), self._made_day(), self._made_step(), self._made_file()):
            self._details.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.kind)
        column.addWidget(self._details)
        self._fill()
        self.setFocusProxy(self.kind)
        self.kind.currentIndexChanged.connect(self._show_detail)
        self._show_detail()

    def choose(self, kind: str) -> None:
        """Chooses what is meant."""
        self.kind.setCurrentIndex(max(0, self.kind.findData(kind, DATA)))

    def chosen(self) -> Earlier | None:
        """The state that was chosen; None for none."""
        kind = self.kind.currentData(DATA)
        if isinstance(kind, int):
            return AfterStep(kind)
        if kind == TODAY:
            return _beginning(QDate.currentDate())
        if kind == DAY:
            return _beginning(self.day.date())
        if kind == STEP:
            return AfterStep(self.step.currentData(DATA))
        words = self.file.text().strip()
        return Path(words) if kind == FILE and words else None

    def _fill(self) -> None:
        say = self._say
        self.kind.addItem(say(N_("no changes are shown")), NONE)
        self.kind.addItem(say(N_("since the beginning of today")), TODAY)
        for each in self._sent:
            words = Text.of(N_("since “{name}” was written: {day}, {time}"), name=each.name, day=day(each.time, say),
                            time=clock(each.time))  # fmt: skip
            self.kind.addItem(say(words), each.step)
        self.kind.addItem(say(N_("since the beginning of a day…")), DAY)
        self.kind.addItem(say(N_("since a step of the history…")), STEP)
        self.kind.addItem(say(N_("since another file…")), FILE)
        self.kind.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.kind.setMinimumContentsLength(30)

    def _made_day(self) -> QWidget:
        self.day.setCalendarPopup(True)
        dress_calendar(self.day.calendarWidget())
        self.day.setMaximumDate(QDate.currentDate())
        self.day.setAccessibleName(self._say(N_("Day")))
        self.day.dateChanged.connect(self.changed)
        return _row(self.day, stretch=True)

    def _made_step(self) -> QWidget:
        self.step.setAccessibleName(self._say(N_("Step of the history")))
        self.step.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.step.setMinimumContentsLength(30)
        self.step.currentIndexChanged.connect(self.changed)
        return _row(self.step)

    def _made_file(self) -> QWidget:
        self.file.setPlaceholderText(self._say(N_("an earlier state of the report")))
        self.file.setAccessibleName(self._say(N_("Earlier file")))
        self.file.editingFinished.connect(self.changed)
        browse = QPushButton(self._say(N_("C&hoose…")))
        browse.setAutoDefault(False)
        browse.clicked.connect(self._browse)
        return _row(self.file, browse)

    def _show_detail(self) -> None:
        kind = self.kind.currentData(DATA)
        if kind == STEP and not self.step.count():
            self._fill_steps()
        self._details.setCurrentIndex(self._pages.get(kind, 0))
        self._details.setVisible(kind in (DAY, STEP, FILE))
        self.changed.emit()

    def _fill_steps(self) -> None:
        """The latest steps, and the first: read when they are asked for."""
        records = self._project.history(STEPS)
        if records and records[-1].seq > 1:
            records += self._project.history(1, 2)
        self.step.blockSignals(True)
        for record in records:
            words = f"{moment(record.time, self._say)} · {record.author} · "
            self.step.addItem(words + self._say(done(Event(record, None))), record.seq)
        self.step.blockSignals(False)

    def _browse(self) -> None:
        dialog = QFileDialog(self, self._say(N_("An earlier state of the report")))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        name_labels(dialog, self._say)
        dialog.setNameFilters([f"{self._say(N_('Reports'))} (*.rbb *.docx *.json)"])
        dialog.fileSelected.connect(self._take_file)
        dialog.open()

    def _take_file(self, path: str) -> None:
        self.file.setText(path)
        self.changed.emit()


def _row(*widgets: QWidget, stretch: bool = False) -> QWidget:
    held = QWidget()
    row = QHBoxLayout(held)
    row.setContentsMargins(0, 0, 0, 0)
    for at, widget in enumerate(widgets):
        row.addWidget(widget, 1 if at == 0 and not stretch else 0)
    if stretch:
        row.addStretch(1)
    return held


def _beginning(chosen: QDate) -> AtTime:
    """The first moment of a day on this computer."""
    first = datetime.combine(date(chosen.year(), chosen.month(), chosen.day()), time.min)
    return AtTime(first.astimezone(UTC))
