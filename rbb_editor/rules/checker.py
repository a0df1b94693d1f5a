"""Keeps the findings of a report up to date: whole, in pieces while nothing else is to do, and at every change."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from rbb_editor.domain.change import Change
from rbb_editor.domain.entities import REPORT_ID, Comment, Output, Section, Waiver
from rbb_editor.domain.language import Language
from rbb_editor.domain.reading import Reader
from rbb_editor.domain.report import Report
from rbb_editor.progress import Progress, silent
from rbb_editor.rules import RULES
from rbb_editor.rules.rule import Finding, Problem, Rule, Scope, Severity, View

Tally = Counter[tuple[Severity, str]]
"""Findings that are not waived, counted by severity and rule."""


class Checker:
    """The findings of one report.

    A unit is what the rules are called on: an output id, a section id, or REPORT_ID for the row of departments. A
    finding may be about another entity than its unit (a doubled number is the child's, found at the parent).
    """

    def __init__(self, report: Report, reader: Reader, language: Language, rules: Iterable[Rule] = RULES) -> None:
        """Nothing is checked yet; `run` or `advance` does that."""
        self._view = View(report, reader, language)
        self._rules = {scope: [rule for rule in rules if rule.scope is scope] for scope in Scope}
        self._by_unit: dict[str, tuple[Finding, ...]] = {}
        self._by_target: dict[str, list[Finding]] = {}
        self._waiting = self._units()
        self._tallies: dict[str, Tally] | None = {}
        self.complete = False

    # asking

    def of(self, id: str) -> list[Finding]:
        """The findings about one entity, the worst first."""
        return sorted(self._by_target.get(id, ()), key=lambda finding: SEVERITIES.index(finding.severity))

    def findings(self) -> Iterator[Finding]:
        """All findings in printed order."""
        yield from self.of(REPORT_ID)
        for node in self._view.report.walk():
            yield from self.of(node.id)

    def tally(self, section: str | None = None) -> Tally:
        """What is not waived in a section and below it (None: in the whole report), by severity and rule."""
        if self._tallies is None:
            self._tallies = {}
            for target, findings in self._by_target.items():
                self._count(target, findings, 1)
        return self._tallies.get(section or REPORT_ID, Counter())

    def counts(self, section: str | None = None) -> Counter[Severity]:
        """What is not waived in a section and below it (None: in the whole report), by severity."""
        totals: Counter[Severity] = Counter()
        for (severity, _), count in self.tally(section).items():
            totals[severity] += count
        return +totals

    # checking

    def run(self, progress: Progress = silent) -> None:
        """Checks all that has not been checked; may raise Cancelled and be called again."""
        total = len(self._view.report)
        while not self.advance(500):
            progress(min(len(self._by_unit), total), total)
        progress(total, total)

    def advance(self, units: int) -> bool:
        """Checks at most so many more units; True when the whole report has been checked."""
        for _ in range(units):
            unit = next(self._waiting, None)
            if unit is None:
                self.complete = True
                return True
            if unit not in self._by_unit:
                self._check(unit)
        return self.complete

    def update(self, change: Change) -> frozenset[str]:
        """Checks again what a change touches, after the report has applied it.

        Returns the ids of all entities whose findings may have changed.
        """
        if any(_moves(pair.before, pair.after) for pair in change.pairs):
            self._tallies = None
            if not self.complete:
                self._waiting = self._units()
        touched: set[str] = set()
        for unit in self._units_of(change):
            touched |= self._check(unit)
        return frozenset(touched)

    def _units(self) -> Iterator[str]:
        return iter([REPORT_ID, *(node.id for node in self._view.report.walk())])

    def _units_of(self, change: Change) -> Iterator[str]:
        units: dict[str, None] = {}
        for pair in change.pairs:
            for side in (pair.before, pair.after):
                if isinstance(side, (Section, Output)):
                    units |= {side.id: None, side.parent or REPORT_ID: None}
                elif isinstance(side, (Comment, Waiver)):
                    units |= {side.target: None}
                    above = self._view.report.path(side.target)
                    units |= {above[-2].id if len(above) > 1 else REPORT_ID: None}
        return iter(units)

    def _check(self, unit: str) -> set[str]:
        """Replaces the findings of one unit; returns the ids that old and new findings are about."""
        entity = self._view.report.get(unit)
        found: tuple[Finding, ...] = ()
        if entity is not None:
            scope = Scope.OUTPUT if isinstance(entity, Output) else Scope.CHILDREN
            subject = entity if isinstance(entity, Output) else (unit if unit != REPORT_ID else None)
            found = tuple(
                self._finding(rule, problem)
                for rule in self._rules[scope]
                for problem in rule.check(self._view, subject)  # type: ignore[arg-type]  # the scope says which
            )
        before = self._by_unit.get(unit, ())
        if entity is None:
            self._by_unit.pop(unit, None)
        else:
            self._by_unit[unit] = found
        if found == before:
            return {unit}
        for finding in before:
            self._by_target[finding.target].remove(finding)
        for finding in found:
            self._by_target.setdefault(finding.target, []).append(finding)
        if self._tallies is not None:
            for finding in before:
                self._count(finding.target, [finding], -1)
            for finding in found:
                self._count(finding.target, [finding], 1)
        return {unit, *(finding.target for finding in (*before, *found))}

    def _finding(self, rule: Rule, problem: Problem) -> Finding:
        finding = Finding(rule.name, rule.severity, problem.target, problem.component, problem.field, problem.message)
        waived = any(
            isinstance(note, Waiver) and (note.rule, note.component) == (rule.name, problem.component)
            for note in self._view.report.about(problem.target)
        )
        return replace(finding, waived=True) if waived else finding

    def _count(self, target: str, findings: Iterable[Finding], sign: int) -> None:
        assert self._tallies is not None
        places = [REPORT_ID, *(section.id for section in self._view.report.path(target))]
        for finding in findings:
            if not finding.waived:
                for place in places:
                    self._tallies.setdefault(place, Counter())[finding.severity, finding.rule] += sign


SEVERITIES = list(Severity)


def _moves(before: object, after: object) -> bool:
    """Whether a pair adds, deletes or moves a node, so that sums over sections have to be made anew."""
    if isinstance(before, (Section, Output)) and isinstance(after, (Section, Output)):
        return (before.parent, before.rank) != (after.parent, after.rank)
    return isinstance(before, (Section, Output)) or isinstance(after, (Section, Output))
