"""What is recognised of a file chosen as last year's report, and which one is kept."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLabel, QVBoxLayout, QWidget

from rbb_editor import resources
from rbb_editor.domain.entities import EarlierReport
from rbb_editor.domain.report import Report
from rbb_editor.domain.text import N_, Text
from rbb_editor.gui.dialogs.parts import fit_height, prepare
from rbb_editor.gui.last_year.beside import Beside
from rbb_editor.gui.lines import own
from rbb_editor.gui.nesting import nest
from rbb_editor.i18n import Translator
from rbb_editor.project import Project
from rbb_editor.project.last_year import Candidate, LastYear, doubts

TITLE = N_("Last year’s report")
WIDTH = 460
Line = tuple[str, str]
"""The name of a fact and the fact, as they are shown."""


class CandidateDialog(QDialog):
    """What was recognised of a file; accepted: keep it."""

    def __init__(self, candidate: Candidate, now: Report, say: Translator, parent: QWidget) -> None:
        super().__init__(parent)
        content = _Facts(say)
        content.show_facts([*_identity(candidate.earlier, say), *_amounts(candidate.last_year, now, say)])
        for doubt in doubts(now, candidate):
            content.add_sentence(say(doubt), strong=True)
        if candidate.notes:
            many = Text.of(
                N_("While it was read, {count} place was joined, taken apart or guessed."),
                plural=N_("While it was read, {count} places were joined, taken apart or guessed."),
                count=len(candidate.notes),
            )
            content.add_sentence(say(many))
        if now.earlier is not None:
            content.add_sentence(say(N_("It takes the place of “{name}”."), name=now.earlier.name))
        content.add_sentence(say(N_("It is kept inside the file of this report and can be taken out again.")))
        prepare(self, TITLE, content, say, N_("&Keep"))
        QTimer.singleShot(0, self, partial(fit_height, self))


class KeptDialog(QDialog):
    """Which report is kept. `replace_wanted()`: choose another file. `removal_wanted()`: take it out."""

    replace_wanted = Signal()
    removal_wanted = Signal()

    def __init__(self, beside: Beside, project: Project, say: Translator, parent: QWidget) -> None:
        super().__init__(parent)
        self._beside, self._project, self._say = beside, project, say
        self._content = _Facts(say)
        buttons = prepare(self, TITLE, self._content, say)
        self._replace = buttons.addButton(say(N_("Choose &another…")), QDialogButtonBox.ButtonRole.ActionRole)
        self._remove = buttons.addButton(say(N_("&Take out")), QDialogButtonBox.ButtonRole.ActionRole)
        for button, wanted in ((self._replace, self.replace_wanted), (self._remove, self.removal_wanted)):
            button.setEnabled(not project.read_only)
            button.clicked.connect(self.accept)
            button.clicked.connect(wanted)
        beside.ready.connect(self._show)
        beside.want()
        self._show()

    def _show(self) -> None:
        report = self._project.report
        if report.earlier is None:
            self.reject()
            return
        facts = list(_identity(report.earlier, self._say))
        if self._beside.at_hand is not None:
            facts += _amounts(self._beside.at_hand, report, self._say)
        elif self._beside.reading:
            facts.append((self._say(N_("Outputs")), self._say(N_("being read…"))))
        self._content.show_facts(facts)
        QTimer.singleShot(0, self, partial(fit_height, self))  # when the new lines have their heights


class _Facts(QWidget):
    """Facts by name, and sentences below them; plain text, to be selected."""

    def __init__(self, say: Translator) -> None:
        super().__init__()
        self.setMinimumWidth(WIDTH)
        self.setAccessibleName(say(TITLE))
        self._form = QFormLayout()
        self._form.setVerticalSpacing(8)
        self._form.setHorizontalSpacing(16)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        nest(self._column, self._form)

    def show_facts(self, facts: Iterable[Line]) -> None:
        while self._form.rowCount():
            self._form.removeRow(0)
        for name, value in facts:
            head = _label(name, "note")
            head.setWordWrap(False)
            head.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
            self._form.addRow(head, _label(own(value, right=self.isRightToLeft())))

    def add_sentence(self, words: str, *, strong: bool = False) -> None:
        self._column.addWidget(_label(words, "strong" if strong else "note"))


def _label(words: str, role: str = "") -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(words)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    if role:
        label.setProperty("role", role)
    return label


def _identity(earlier: EarlierReport, say: Translator) -> Iterable[Line]:
    yield say(N_("File")), earlier.name
    if earlier.title:
        yield say(N_("Report")), earlier.title
    if earlier.period_start or earlier.period_end:
        period = say(N_("{start} to {end}"), start=earlier.period_start or "…", end=earlier.period_end or "…")
        yield say(N_("Period")), period
    if earlier.language in resources.language_codes():
        yield say(N_("Language")), resources.language(earlier.language).name


def _amounts(last_year: LastYear, now: Report, say: Translator) -> Iterable[Line]:
    counts = last_year.then.counts()
    yield say(N_("Outputs")), str(counts.outputs)
    yield say(N_("Found in this report")), str(last_year.matched)
    yield say(N_("Only in last year’s report")), str(last_year.left_over)
    yield say(N_("New in this report")), str(now.counts().outputs - last_year.matched)
