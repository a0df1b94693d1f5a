"""The page of the inspector on last year's report: the current figure as it was, and the counts of its section."""

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from rbb_editor.domain.entities import REPORT_ID, EarlierReport, Output, Section
from rbb_editor.domain.report import Report
from rbb_editor.domain.text import N_, Text
from rbb_editor.gui.last_year.facts import COUNTED, beside, of_past
from rbb_editor.gui.nesting import nest
from rbb_editor.gui.panels.facts import SCOPES
from rbb_editor.gui.panels.facts_form import FactsForm, label, put
from rbb_editor.gui.panels.parts import link, pane
from rbb_editor.i18n import Translator
from rbb_editor.project import Project
from rbb_editor.project.last_year import LastYear, Past
from rbb_editor.project.overview import years
from rbb_editor.project.tally import Tally

if TYPE_CHECKING:
    from rbb_editor.gui.last_year.beside import Beside

NONE = N_("No report of an earlier year is kept")
WHY = N_(
    "Keep last year’s report in this file: what it said of each row then stands here, and its reasons are offered."
)
NOT_IN_IT = N_("Not in last year’s report.")
READING = N_("Last year’s report is being read…")
UNREADABLE = N_("Last year’s report could not be read.")
CHUNK = 200
"""Outputs counted at a time: a few milliseconds."""


class LastYearPanel(QScrollArea):
    """`action_wanted(name)`: "last_year" (keep a report) or "last_reason" (take its reason over).

    `beside`: last year's report, asked for where one is kept. `now`: what is counted of the open node,
    None on a page of the front matter.
    """

    action_wanted = Signal(str)

    def __init__(
        self,
        project: Project,
        beside: "Callable[[], Beside]",
        now: Callable[[], Tally | None],
        say: Translator,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._project, self._beside, self._now, self._say = project, beside, now, say
        self._then: Tally | None = None
        self._of: tuple[Report, str | None] | None = None
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(say(N_("Last year")))
        self.heading, self.source, self.sentence = label("", "strong"), label("", "note"), label("", "")
        self.source.setWordWrap(True)
        self.form = FactsForm(say)
        self.take = link(say(N_("Take over this reason (Ctrl+L)")), flush=True)
        self.take.clicked.connect(self._take)
        self.keep = QPushButton(say(N_("&Keep last year’s report…")))
        self.keep.clicked.connect(self._keep)
        self.counts = _CountsBeside(say)
        page = pane("surface")
        column = QVBoxLayout(page)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        for part in (self.heading, self.source, self.sentence):
            column.addWidget(part)
        column.addWidget(self.keep, 0, Qt.AlignmentFlag.AlignLeading)
        column.addSpacing(4)
        nest(column, self.form)
        column.addWidget(self.take, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self.counts)
        column.addStretch(1)
        self.setWidget(page)
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._count)

    def show_place(self, node: str | None, output: str | None, component: str | None) -> None:
        """The figure as it was last year, where one is current, and the counts of the node (None: of the report)."""
        say, earlier, past = self._say, self._project.report.earlier, None
        last_year = self._beside().want() if earlier is not None else None
        self.form.begin()
        if earlier is None:
            self._head(say(NONE), "", say(WHY))
        elif last_year is None:
            self._head(*self._named(earlier), say(READING if self._beside().reading else UNREADABLE))
        else:
            past = self._figure(last_year, output, component)
            self._head(*self._named(earlier), say(NOT_IN_IT) if past is None and output is not None else "")
        self.form.end()
        self.take.setVisible(past is not None and self._fits(output, component))
        self.keep.setVisible(earlier is None and not self._project.read_only)
        self._show_counts(last_year, node)

    def _named(self, earlier: EarlierReport) -> tuple[str, str]:
        """Which year it is, and what the report is called."""
        year = years(earlier.period_start, earlier.period_end)
        heading = Text.of(N_("Last year, {years}"), years=year) if year else N_("Last year")
        return self._say(heading), earlier.title or earlier.name

    def _head(self, heading: str, source: str, sentence: str) -> None:
        for each, words in ((self.heading, heading), (self.source, source), (self.sentence, sentence)):
            put(each, words, rtl=None)
            each.setVisible(bool(words))

    def _figure(self, last_year: LastYear, output: str | None, component: str | None) -> Past | None:
        entity = self._project.report.get(output or "")
        if not isinstance(entity, Output):
            return None
        past = last_year.figure(entity, component or entity.components[0].id)
        if past is not None:
            self.form.add(of_past(past, entity, last_year.language), rtl=last_year.language.rtl)
        return past

    def _fits(self, output: str | None, component: str | None) -> bool:
        """Whether last year's reason is one for this year's figure, which has it not yet."""
        if self._project.read_only or output is None or component is None:
            return False
        now = next(each for each in self._project.report.output(output).components if each.id == component)
        return any(each != now.explanation for each in self._beside().reasons(output, component))

    # the counts

    def _show_counts(self, last_year: LastYear | None, node: str | None) -> None:
        """Counts a section in pieces where it was not counted before; one that last year had not has no counts."""
        report = self._project.report
        section, earlier = report.get(node or REPORT_ID), report.earlier
        then = last_year.section(node) if last_year is not None and node is not None else None
        found = last_year is not None and self._now() is not None and (node is None or then is not None)
        self.counts.setVisible(found)
        if last_year is None or earlier is None or not found:
            self._then = None
            self._timer.stop()
            return
        self.counts.show_names(
            SCOPES[section.level] if isinstance(section, Section) else N_("Report"),
            years(earlier.period_start, earlier.period_end) or self._say(N_("Last year")),
            years(report.info.period_start, report.info.period_end) or self._say(N_("This year")),
        )
        if self._then is None or self._of != (last_year.then, then):
            self._of = last_year.then, then
            self._then = Tally(last_year.then, last_year.reader, then)
        self._timer.start()
        self._count()

    def _count(self) -> None:
        now = self._now()
        if self._then is None or now is None:
            self._timer.stop()
        elif self._then.advance(CHUNK) and now.complete:
            self._timer.stop()
            self.counts.show_counts(self._then.counts, now.counts)

    def _take(self) -> None:
        self.action_wanted.emit("last_reason")

    def _keep(self) -> None:
        self.action_wanted.emit("last_year")


class _CountsBeside(QWidget):
    """What is counted of a section, last year and this year, one column each."""

    def __init__(self, say: Translator) -> None:
        super().__init__()
        self._say = say
        self._head, self._then, self._now = label("", "strong"), label("", "note"), label("", "note")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 8, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(0, 1)
        self._numbers: list[tuple[QLabel, QLabel]] = []
        for row, cells in enumerate(self._cells()):
            for column, cell in enumerate(cells):
                if column:
                    cell.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
                    cell.setMinimumWidth(0)
                grid.addWidget(cell, row, column)

    def _cells(self) -> Iterator[tuple[QLabel, QLabel, QLabel]]:
        yield self._head, self._then, self._now
        for _, name in COUNTED:
            numbers = label("", ""), label("", "")
            self._numbers.append(numbers)
            yield label(self._say(name), "note"), *numbers

    def show_names(self, scope: str, then: str, now: str) -> None:
        """What is counted, and the two years."""
        for each, words in ((self._head, self._say(scope)), (self._then, then), (self._now, now)):
            put(each, words, rtl=None)

    def show_counts(self, then: Mapping[str, int], now: Mapping[str, int]) -> None:
        """The numbers."""
        for (past, present), (_, before, after) in zip(self._numbers, beside(then, now), strict=True):
            put(past, before, rtl=None)
            put(present, after, rtl=None)
