"""The checker: all findings of a report, kept up to date at every edit without checking the rest again."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice, repeat
from typing import TYPE_CHECKING

from msgspec.structs import replace

from rbb_editor.collector import many_values
from rbb_editor.domain.change import Change
from rbb_editor.domain.entities import REPORT_ID, Comment, Output, ReportInfo, Section, Waiver
from rbb_editor.domain.language import Language
from rbb_editor.domain.profile import RuleSetting
from rbb_editor.domain.reading import Reader
from rbb_editor.domain.report import Report
from rbb_editor.progress import Progress, silent
from rbb_editor.rules.chosen import ChosenRules
from rbb_editor.rules.found import WHOLE, Found
from rbb_editor.rules.rule import Finding, Problem, Rule, Scope, Severity, View
from rbb_editor.rules.tallies import Tally
from rbb_editor.rules.waivers import lapsed_reason, waiver_of

if TYPE_CHECKING:
    from rbb_editor.rules.texts import Texts

MOST = 200
"""Findings of one rule in one output that are looked for: a text with more is no text, and typing in it stays quick."""

OUTPUT, CHILDREN, TEXTS, REPORT = Scope


class Checker:
    """The findings of one report.

    A unit is what the rules are called on: an output id, a section id, REPORT_ID for the row of departments, or a rule
    over the whole report. A finding may be about another entity than its unit (a doubled number is the child's, found
    at the parent). Rules over the whole report are called when the others are done: at the end of the whole check, and
    after a change when `settle` is called, as soon as the keyboard rests. A rule that raises ends neither the edit nor
    the others: see `faults`.
    """

    def __init__(self, report: Report, reader: Reader, language: Language, rules: Iterable[Rule] | None = None) -> None:
        """Nothing is checked yet; `run` or `advance` does that. `rules` None: all of them."""
        self._wanted = rules
        self._failing: set[str] = set()
        self._begin(View(report, reader, language, _by_rule(report)))

    def _begin(self, view: View) -> None:
        """Nothing is checked yet, by the settings that the report has now."""
        self._view = view
        self._rules = ChosenRules(self._wanted, {name for name, setting in view.settings.items() if not setting.on})
        self._found = Found(view.report)
        self._waiting = self._units()
        self._stale: list[Rule] | None = None
        self.complete = False

    # asking

    def of(self, id: str) -> list[Finding]:
        """The findings about one entity, the worst first."""
        return self._found.of(id)

    def findings(self) -> Iterator[Finding]:
        """All findings in printed order."""
        yield from self.of(REPORT_ID)
        for node in self._view.report.walk():
            yield from self.of(node.id)

    def tally(self, section: str | None = None) -> Tally:
        """What is not waived in a section and below it (None: in the whole report), by severity and rule."""
        return self._found.tallies.of(section or REPORT_ID)

    def any_open(self, id: str) -> bool:
        """Whether an output, or a section with what is below it, has a finding that is not waived."""
        return self._found.tallies.any(id)

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
        with many_values():
            while not self.advance(500):
                progress(min(len(self._found), total), total)
        progress(total, total)

    def advance(self, units: int) -> bool:
        """Checks at most so many more units, or one rule over the whole report; True when all has been checked."""
        with many_values():
            due = list(islice(self._waiting, units))
            self._check([unit for unit in due if unit not in self._found], set())
            return self._settle_one() if len(due) < units else self.complete

    def settle(self) -> bool:
        """Calls the rules over the whole report that a change has made stale; whether there were any.

        Does nothing while the whole check is still going on, which ends with them.
        """
        if not self.complete or not self._stale:
            return False
        self.complete = False
        while not self._settle_one():
            pass
        return True

    def update(self, change: Change, most: int | None = None) -> frozenset[str]:
        """Checks again what a change touches, after the report has applied it.

        `most`: where it touches more units than that, they lose their findings and wait for `run` or `advance`.
        Returns the ids of all entities whose findings may have changed.
        """
        if _by_rule(self._view.report) != self._view.settings:
            return self._start_anew()
        self._found.tallies.move(change)
        if not self.complete and any(_moves(pair.before, pair.after) for pair in change.pairs):
            self._waiting = self._units()
        units = self._units_of(change)
        late = most is not None and len(units) > most
        if late:
            self._waiting = iter(units) if self.complete else self._units()
            self.complete = False
        self._stale = None if not self.complete else list(self._rules.of(REPORT))
        self._view.changed(change.ids())
        touched: set[str] = set()
        if late:
            self._found.uncheck(units, touched)
        else:
            self._check(units, touched)
        for pair in change.pairs:
            if isinstance(waiver := pair.after or pair.before, Waiver):
                self._found.flag(waiver.target, self._flagged)
        gone = {pair.id for pair in change.pairs if pair.after is None}
        self._found.drop(gone, touched)
        for id in gone:
            self._view.traits.pop(id, None)
        return frozenset(touched)

    def _settle_one(self) -> bool:
        """Calls one rule over the whole report that is due; True when none is left."""
        if self._stale is None:
            self._stale = list(self._rules.of(REPORT))
        if self._stale:
            rule = self._stale.pop()
            found: list[Finding] = []
            try:
                problems = rule.check(self._view)  # type: ignore[call-arg]  # the scope says which
                found.extend(map(self._finding, repeat(rule), problems))
            except Exception as error:  # noqa: BLE001  (told, and found)
                found.append(self._failed(rule, REPORT_ID, error))
            self._found.put(f"{WHOLE}{rule.name}", tuple(found), set())
        self.complete = not self._stale
        return self.complete

    def _start_anew(self) -> frozenset[str]:
        """The report asks something else of its checks."""
        touched = self._found.targets()
        self._begin(View(self._view.report, self._view.reader, self._view.language, _by_rule(self._view.report)))
        return touched

    def _units(self) -> Iterator[str]:
        return iter([REPORT_ID, *(node.id for node in self._view.report.walk())])

    def _units_of(self, change: Change) -> list[str]:
        units: dict[str, None] = {}
        for pair in change.pairs:
            for side in (pair.before, pair.after):
                if isinstance(side, (Section, Output)):
                    units |= {side.id: None, side.parent or REPORT_ID: None}
                    if isinstance(side, Section) and side.parent and side.parent in self._view.report:
                        units |= {self._view.report.section(side.parent).parent or REPORT_ID: None}  # it follows others
                elif isinstance(side, (Comment, Waiver)):
                    units |= {side.target: None}
                    above = self._view.report.path(side.target)
                    units |= {above[-2].id if len(above) > 1 else REPORT_ID: None}
                elif isinstance(side, ReportInfo):
                    units |= {REPORT_ID: None}
        return list(units)

    def _check(self, units: Iterable[str], touched: set[str]) -> None:
        """Replaces the findings of some units; `touched` gets the ids that old and new findings are about.

        Each step is made for all of them before the next one, which makes a whole check quick.
        """
        from rbb_editor.rules.glances import add_traits
        from rbb_editor.rules.joined import Joined
        from rbb_editor.rules.telling import TELLING
        from rbb_editor.rules.texts import Texts
        from rbb_editor.rules.traits import of_figures, of_section

        texts: list[Texts] = []
        for unit in units:
            entity = self._view.report.get(unit)
            if isinstance(entity, (Output, Section, ReportInfo)):
                texts.append(Texts(entity))
            else:
                self._found.uncheck([unit], touched)
        reader, report, told = self._view.reader, self._view.report, self._view.told
        ids = [each.entity.id for each in texts]
        written = Joined.of(texts)
        folded = written.folded()
        planned, remarks = written.kept(folded, ids)
        told.update(remarks)
        reader.read([each.entity for each in texts if isinstance(each.entity, Output)], planned)
        traits = [
            of_figures(each.entity, reader.figures(each.entity))
            if isinstance(each.entity, Output)
            else of_section(report, None if each.entity.id == REPORT_ID else each.entity.id)
            for each in texts
        ]
        add_traits(traits, self._view.language, written, folded)
        for each, found in zip(texts, self._find(texts, traits), strict=True):
            self._found.put(each.entity.id, tuple(found), touched)
        told.clear()
        self._view.forget(TELLING, ids)

    def _find(self, many: "Sequence[Texts]", traits: Sequence[int]) -> list[list[Finding]]:
        """What the rules find in each of many units that have a chance to, by the traits that it shows.

        Each rule is called on all units before the next one: that is a tenth quicker than unit by unit.
        """
        view = self._view
        outputs: dict[int, Output] = {}
        others: dict[int, str | None] = {}
        for at, each in enumerate(many):
            entity = each.entity
            if isinstance(entity, Output):
                outputs[at] = entity
                view.traits[entity.id] = traits[at]
            else:
                others[at] = None if entity.id == REPORT_ID else entity.id
        found: list[list[Finding]] = [[] for _ in many]
        subjects: Mapping[int, object]
        for scope, subjects in ((OUTPUT, outputs), (CHILDREN, others), (TEXTS, dict(enumerate(many)))):
            for rule, places in self._rules.apt(scope).due(traits, subjects):
                for at in places:
                    try:
                        problems = rule.check(view, subjects[at])  # type: ignore[call-arg, arg-type]  # by the scope
                        for problem in islice(problems, MOST):
                            found[at].append(self._finding(rule, problem))
                    except Exception as error:  # noqa: BLE001  (told, and found)
                        found[at].append(self._failed(rule, many[at].entity.id, error))
        return found

    def _failed(self, rule: Rule, target: str, error: Exception) -> Finding:
        """A rule has raised: the first time it is told, and each time it is a finding."""
        from rbb_editor.domain.faults import tell
        from rbb_editor.rules.faults import fault_at

        if rule.name not in self._failing:
            self._failing.add(rule.name)
            tell(error)
        return replace(self._finding(rule, fault_at(target)), severity=Severity.WARNING)

    def _flagged(self, finding: Finding) -> Finding:
        """A finding with what was decided about it."""
        report = self._view.report
        if not report.about(finding.target):
            return replace(finding, waived=False, lapsed="") if finding.waived or finding.lapsed else finding
        waived = waiver_of(report, finding) is not None
        return replace(finding, waived=waived, lapsed="" if waived else lapsed_reason(report, finding))

    def _finding(self, rule: Rule, problem: Problem) -> Finding:
        setting = self._view.settings.get(rule.name)
        severity = Severity(setting.severity) if setting is not None and setting.severity else rule.severity
        return self._flagged(
            Finding(
                rule.name,
                severity,
                problem.target,
                problem.component,
                problem.field,
                problem.message,
                False,
                problem.marks,
                problem.evidence,
                problem.mend,
                problem.guess,
            )
        )


def _by_rule(report: Report) -> dict[str, RuleSetting]:
    return {setting.rule: setting for setting in report.info.profile}


def _moves(before: object, after: object) -> bool:
    """Whether a pair adds, deletes or moves a node, so that what is still to be checked has another order."""
    if isinstance(before, (Section, Output)) and isinstance(after, (Section, Output)):
        return (before.parent, before.rank) != (after.parent, after.rank)
    return isinstance(before, (Section, Output)) or isinstance(after, (Section, Output))
