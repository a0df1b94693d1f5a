"""How the overview comes over table and outline, counts while it is seen, and leads to the rows behind its bars."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QObject, QTimer
from PySide6.QtGui import QGuiApplication

from rbb_editor.domain.entities import REPORT_ID
from rbb_editor.domain.places import printed_number, section_words
from rbb_editor.domain.text import N_
from rbb_editor.domain.values import Outcome
from rbb_editor.gui.overview.left import Office
from rbb_editor.gui.overview.lines import Line
from rbb_editor.gui.overview.numbers import FINDINGS, key_numbers
from rbb_editor.gui.overview.pane import OverviewPane
from rbb_editor.gui.slices import SLICE
from rbb_editor.project import Happened
from rbb_editor.project.overview import Bar, Counting, CountingThen, Left, Overview, first_left, years

if TYPE_CHECKING:
    from rbb_editor.gui.main_window import MainWindow
    from rbb_editor.gui.workspace import Workspace

CHUNK = 50
"""Outputs counted before the clock is looked at: a few milliseconds where they were never read."""
TELL_EVERY = 10
"""Slices after which what is counted so far is shown."""


def at_a_glance_of(window: "MainWindow") -> "AtAGlance":
    """The overview of the open report of a window, made when it is first asked for."""
    place = window.workspace
    assert place is not None
    if place.at_a_glance is None:
        place.at_a_glance = AtAGlance(window, place)
    return place.at_a_glance


class AtAGlance(QObject):
    """The overview of one workspace; while it is not seen, nothing is counted."""

    _counting: Counting

    def __init__(self, window: "MainWindow", place: "Workspace") -> None:
        super().__init__(place)
        self._window, self._place, self._project = window, place, place.project
        self._then: CountingThen | None = None
        self._hearing = False
        self._slices = 0
        self.pane = OverviewPane(window.say, window.theme, place)
        self.pane.hide()
        self.pane.closed.connect(place.uncover)
        self.pane.copy_wanted.connect(self.copy)
        self.pane.action_wanted.connect(place.action_wanted)
        for bars in (self.pane.departments.bars, self.pane.years.bars):
            bars.wanted.connect(self.open_rows)
        self.pane.numbers.wanted.connect(self.open_number)
        self.pane.left.view.wanted.connect(self.go_to)
        self.pane.left.start_wanted.connect(self._start)
        self.pane.years.keep_wanted.connect(self._keep)
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._go_on)
        place.happened.connect(self._follow)
        place.checked.connect(self._show)

    @property
    def open(self) -> bool:
        """Whether it is shown."""
        return self._place.covered_by is self.pane

    @property
    def counting(self) -> bool:
        """Whether there is still something to count."""
        return self._timer.isActive()

    def show(self) -> None:
        """Shows how the report stands now."""
        if not self._place.finish():
            return
        if not self.open:
            self._counting = Counting(self._project)
            self._place.cover(self.pane, alone=True)
            self._count()
        self.pane.setFocus()

    # counting

    def _count(self) -> None:
        """Counts what is not counted yet, a piece whenever the window has nothing else to do."""
        self._slices = 0
        self._look_at_last_year()
        self._go_on()
        self._timer.start()

    def _look_at_last_year(self) -> None:
        """Last year's report is counted as soon as it is read."""
        last_year = None
        if self._project.report.earlier is not None:
            if not self._hearing:
                self._place.beside.ready.connect(self._last_year_came)
                self._hearing = True
            last_year = self._place.beside.want()
        if last_year is None:
            self._then = None
        elif self._then is None or self._then.report is not last_year.then:
            self._then = CountingThen(last_year)

    def _last_year_came(self) -> None:
        if self.open:
            self._count()

    def _go_on(self) -> None:
        if not self.open:
            self._timer.stop()
            return
        clock = QElapsedTimer()
        clock.start()
        done = False
        while not done and clock.elapsed() < SLICE:
            done = self._counting.advance(CHUNK) and (self._then is None or self._then.advance(CHUNK))
        if done:
            self._timer.stop()
        if done or self._slices % TELL_EVERY == 0:
            self._show()
        self._slices += 1

    def _follow(self, happened: Happened) -> None:
        if not self.open:
            return
        before = self._then
        self._look_at_last_year()
        if self._counting.follow(happened) and self._then is before:
            self._show()
        else:
            self._count()

    # showing

    def _show(self) -> None:
        if not self.open:
            return
        seen, pane, say = self._counting.seen(), self.pane, self._window.say
        pane.subtitle.setText(self._project.report.info.title)
        pane.show_empty(empty=next(self._project.report.outputs(), None) is None)
        pane.numbers.show_numbers(key_numbers(seen, say))
        pane.departments.show_lines(tuple(map(self._line, seen.bars)), seen.whole)
        kept, writable = self._project.report.earlier is not None, not self._project.read_only
        pane.years.show_lines(self._years(seen), kept=kept, writable=writable)
        pane.left.show_offices(tuple(self._office(each, seen) for each in seen.left), checked=seen.checked)

    def _line(self, bar: Bar) -> Line:
        section = self._project.report.section(bar.id)
        title = section.title or self._window.say(N_("(no title)"))
        return Line(bar, printed_number(section, self._project.language), title)

    def _years(self, seen: Overview) -> tuple[Line, ...]:
        say, info, earlier = self._window.say, self._project.report.info, self._project.report.earlier
        now = Line(seen.whole, "", years(info.period_start, info.period_end) or say(N_("This year")),
                   say(N_("this report")))  # fmt: skip
        if earlier is None or self._then is None:
            return (now,)
        named = years(earlier.period_start, earlier.period_end) or say(N_("Last year"))
        return now, Line(self._then.seen(), "", named, say(N_("as reported then")), past=True)

    def _office(self, left: Left, seen: Overview) -> Office:
        report = self._project.report
        name = report.section(left.id).title or self._window.say(N_("(no title)"))
        return Office(left, section_words(report, left.id, self._project.language), name, seen.severities)

    def copy(self) -> None:
        """Puts a picture of it on the clipboard."""
        QGuiApplication.clipboard().setPixmap(self.pane.picture())
        self._window.status.mention(N_("The overview is on the clipboard as a picture."))

    # going

    def open_rows(self, id: str, outcome: Outcome | None) -> None:
        """Shows exactly the rows behind a bar: those of a department, or of the report, that came out so."""
        self._show_rows(id, *([str(outcome)] if outcome is not None else []))

    def open_number(self, opens: tuple[str, ...]) -> None:
        """Shows what a key number counts: the rows of the report that some filters show, or the findings."""
        if opens == (FINDINGS,):
            self._place.uncover()
            self._place.choose_node(REPORT_ID)
            self._place.review.show_notes(FINDINGS)
        else:
            self._show_rows(REPORT_ID, *opens)

    def _show_rows(self, id: str, *filters: str) -> None:
        place = self._place
        place.uncover()
        place.choose_node(id)
        place.centre.header.search.clear()
        place.centre.header.choose(*filters)
        first = next((row for row in place.table.table_model.rows.rows if row.component is not None), None)
        if first is not None:
            place.table.show_cell(first.id, first.component)
        place.centre.focus_table()

    def go_to(self, left: Left) -> None:
        """Shows an office, at the first figure that lacks a reason."""
        finding = first_left(self._project, left)
        if finding is not None:
            self._place.uncover()
            self._place.choose_node(left.id)
            self._place.going.to_finding(finding)

    def _start(self) -> None:
        offices = self.pane.left.view.offices.offices
        if offices:
            self.go_to(offices[0].left)

    def _keep(self) -> None:
        self._window.last_years.show()
