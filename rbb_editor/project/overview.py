"""The whole report at a glance: how it came out by department, what lacks a reason by office, last year beside it."""

from collections.abc import Iterator

from msgspec import Struct

from rbb_editor.domain.entities import REPORT_ID, Level, Output, ReportInfo, Section
from rbb_editor.domain.values import Outcome
from rbb_editor.project.happened import Happened
from rbb_editor.project.last_year import LastYear
from rbb_editor.project.project import Project
from rbb_editor.project.tally import NO_FIGURE, Tally
from rbb_editor.rules import Finding, Severity
from rbb_editor.rules.checker import Checker

UNEXPLAINED = {Outcome.SHORTFALL: "shortfall-unexplained", Outcome.EXCEEDED: "excess-unexplained"}
"""The rule that asks for the reason of an outcome."""
AT_ONCE = 400
"""Entities of a change that are counted within the edit; after a larger one all is counted anew, in pieces."""


class Bar(Struct, frozen=True):
    """How the figures of a department (`id`; REPORT_ID: of the whole report) came out, in the order of `Outcome`.

    `unexplained`: how many of them lack a reason that the checks ask for.
    """

    id: str
    counts: tuple[int, ...] = (0, 0, 0, 0)
    unexplained: tuple[int, ...] = (0, 0, 0, 0)

    def of(self, outcome: Outcome) -> int:
        """How many came out so."""
        return self.counts[PLACES[outcome]]

    def unexplained_of(self, outcome: Outcome) -> int:
        """How many came out so, without the reason that is asked for."""
        return self.unexplained[PLACES[outcome]]

    @property
    def total(self) -> int:
        """All figures."""
        return sum(self.counts)

    @property
    def done(self) -> int:
        """Those that met or exceeded what was planned."""
        return self.of(Outcome.MET) + self.of(Outcome.EXCEEDED)

    @property
    def comparable(self) -> int:
        """Those that can be compared with what was planned."""
        return self.total - self.of(Outcome.UNCLEAR)


PLACES = {outcome: place for place, outcome in enumerate(Outcome)}


class Left(Struct, frozen=True):
    """How many shortfalls and excesses lack a reason in an office, or in what a department has outside its offices."""

    id: str
    shortfalls: int
    excesses: int


class Overview(Struct, frozen=True):
    """`bars`: by department, in printed order; `whole`: their sum; `left`: what lacks most first.

    `missing`: figures whose cell is empty; `findings`: what is not waived, by severity. `severities`: how severe it is
    that an outcome lacks its reason. `counted`: no figure is still to be counted; `checked`: nor to be checked, so that
    nothing more will be found to be left.
    """

    bars: tuple[Bar, ...]
    whole: Bar
    left: tuple[Left, ...]
    outputs: int
    accomplishments: int
    missing: int
    findings: dict[Severity, int]
    severities: dict[Outcome, Severity]
    counted: bool
    checked: bool


class Counting:
    """Counts one report for its overview: in pieces at first, then by what each change touches."""

    def __init__(self, project: Project) -> None:
        """Nothing is counted yet; `advance` does that."""
        self._project = project
        self.begin()

    def begin(self) -> None:
        """Begins anew: the departments, what they hold or the language of the report are others."""
        report, reader = self._project.report, self._project.reader
        self._tallies = {section.id: Tally(report, reader, section.id) for section in report.sections()}
        self._accomplishments = report.counts().accomplishments

    def advance(self, outputs: int) -> bool:
        """Counts at most so many more outputs; True when all are counted."""
        waiting = next((each for each in self._tallies.values() if not each.complete), None)
        return waiting is None or (waiting.advance(outputs) and all(each.complete for each in self._tallies.values()))

    def follow(self, happened: Happened) -> bool:
        """Counts again what the report has made of a change; False where `advance` has to count all anew."""
        ids, sides = happened.ids(), (side for pair in happened.change.pairs for side in (pair.before, pair.after))
        if len(ids) > AT_ONCE or any(isinstance(side, (Section, ReportInfo)) for side in sides):
            self.begin()
            return False
        for tally in self._tallies.values():
            tally.update(ids)
        return True

    def seen(self) -> Overview:
        """What is counted now."""
        checker = self._project.checker
        bars = tuple(_bar(id, tally, checker) for id, tally in self._tallies.items())
        return Overview(
            bars,
            Bar(REPORT_ID, _summed(each.counts for each in bars), _summed(each.unexplained for each in bars)),
            tuple(sorted(_left(self._project), key=lambda each: (-each.shortfalls, -each.excesses))),
            sum(tally.outputs for tally in self._tallies.values()),
            self._accomplishments,
            sum(tally.counts[NO_FIGURE] for tally in self._tallies.values()),
            dict(checker.counts()),
            {outcome: _severity(checker, outcome) for outcome in UNEXPLAINED},
            all(tally.complete for tally in self._tallies.values()),
            checker.complete,
        )


class CountingThen:
    """Counts last year's report as it is kept beside this one, in pieces."""

    def __init__(self, last_year: LastYear) -> None:
        self.report = last_year.then
        self._tally = Tally(last_year.then, last_year.reader, None)

    def advance(self, outputs: int) -> bool:
        """Counts at most so many more outputs; True when all are counted."""
        return self._tally.advance(outputs)

    def seen(self) -> Bar:
        """What is counted now."""
        return Bar(REPORT_ID, _counts(self._tally))


def first_left(project: Project, left: Left) -> Finding | None:
    """The first figure of an office that lacks a reason: a shortfall where there is one, else an excess."""
    rule = UNEXPLAINED[Outcome.SHORTFALL if left.shortfalls else Outcome.EXCEEDED]
    found = (each for output in _own(project, left.id) for each in project.checker.of(output.id))
    return next((each for each in found if each.rule == rule and not each.waived), None)


def years(start: str, end: str) -> str:
    """The years of a period of ISO dates as reports name it: "2016/17", "2016"; "" where none is given."""
    first, last = start[:4], end[:4]
    return f"{first}/{last[2:]}" if first and last and last != first else first or last


def percentage(part: int, whole: int, digits: int = 0) -> str:
    """A part in per cent; all of it alone is 100, none alone is 0. "–" of nothing."""
    if not whole:
        return "–"
    if part in (0, whole):
        return f"{100 * part // whole}%"
    step = 10**-digits
    return f"{min(max(100 * part / whole, step), 100 - step):.{digits}f}%"


def _own(project: Project, id: str) -> Iterator[Output]:
    """The outputs of an office; of a department those outside its offices."""
    report = project.report
    for section in report.sections(id):
        if section.level is Level.ACCOMPLISHMENT:
            yield from report.outputs(section.id)


def _bar(id: str, tally: Tally, checker: Checker) -> Bar:
    return Bar(id, _counts(tally), tuple(_unexplained(checker, id, outcome) for outcome in Outcome))


def _counts(tally: Tally) -> tuple[int, ...]:
    return tuple(tally.counts[str(outcome)] for outcome in Outcome)


def _summed(rows: Iterator[tuple[int, ...]]) -> tuple[int, ...]:
    return tuple(map(sum, zip((0,) * len(PLACES), *rows, strict=True)))


def _unexplained(checker: Checker, section: str, outcome: Outcome) -> int:
    rule = UNEXPLAINED.get(outcome)
    return sum(count for (_, name), count in checker.tally(section).items() if name == rule)


def _severity(checker: Checker, outcome: Outcome) -> Severity:
    """As the report has set it: what is found says so. Where nothing is, it does not matter."""
    found = (severity for (severity, name), count in checker.tally().items() if name == UNEXPLAINED[outcome] and count)
    return next(found, Severity.ERROR)


def _left(project: Project) -> Iterator[Left]:
    for department in project.report.sections():
        own = _left_in(project.checker, department.id)
        for office in project.report.sections(department.id):
            if office.level is Level.OFFICE:
                part = _left_in(project.checker, office.id)
                own = Left(own.id, own.shortfalls - part.shortfalls, own.excesses - part.excesses)
                if part.shortfalls or part.excesses:
                    yield part
        if own.shortfalls or own.excesses:
            yield own


def _left_in(checker: Checker, section: str) -> Left:
    return Left(
        section,
        _unexplained(checker, section, Outcome.SHORTFALL),
        _unexplained(checker, section, Outcome.EXCEEDED),
    )
