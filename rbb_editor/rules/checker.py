"""The checker: all findings of a report, kept up to date at every edit without checking the rest again."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import reduce
from itertools import islice, repeat
from operator import or_
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
from rbb_editor.rules.rule import Finding, Problem, Rule, Scope, Severity, View
from rbb_editor.rules.tallies import Tallies, Tally

if TYPE_CHECKING:
    from rbb_editor.rules.texts import Texts

MOST = 200
"""Findings of one rule in one output that are looked for: a text with more is no text, and typing in it stays quick."""

OUTPUT, CHILDREN, TEXTS, REPORT = Scope

WHOLE = "*"
"""Begins the name of the unit of a rule over the whole report."""


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
        self._rules: dict[Scope, list[Rule]] | None = None
        self._by_traits: dict[Scope, _Apt] = {}
        self._view = View(report, reader, language, _by_rule(report))
        self._by_unit: dict[str, tuple[Finding, ...]] = {}
        self._by_target: dict[str, list[Finding]] = {}
        self._waiting = self._units()
        self._stale: list[Rule] | None = None
        self._tallies = Tallies(report)
        self._failing: set[str] = set()
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
        return self._tallies.of(section or REPORT_ID)

    def any_open(self, id: str) -> bool:
        """Whether an output, or a section with what is below it, has a finding that is not waived."""
        return self._tallies.any(id)

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
                progress(min(len(self._by_unit), total), total)
        progress(total, total)

    def advance(self, units: int) -> bool:
        """Checks at most so many more units, or one rule over the whole report; True when all has been checked."""
        with many_values():
            due = list(islice(self._waiting, units))
            self._check([unit for unit in due if unit not in self._by_unit])
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
        self._tallies.move(change)
        if not self.complete and any(_moves(pair.before, pair.after) for pair in change.pairs):
            self._waiting = self._units()
        units = self._units_of(change)
        late = most is not None and len(units) > most
        if late:
            self._waiting = iter(units) if self.complete else self._units()
            self.complete = False
        self._stale = None if not self.complete else list(self._rules_of(REPORT))
        self._view.changed()
        touched = self._unchecked(units) if late else self._check(units)
        for pair in change.pairs:
            if isinstance(waiver := pair.after or pair.before, Waiver):
                self._waive_anew(waiver.target)
        touched |= self._drop_about({pair.id for pair in change.pairs if pair.after is None})
        return frozenset(touched)

    def _settle_one(self) -> bool:
        """Calls one rule over the whole report that is due; True when none is left."""
        if self._stale is None:
            self._stale = list(self._rules_of(REPORT))
        if self._stale:
            rule = self._stale.pop()
            found: list[Finding] = []
            try:
                problems = rule.check(self._view)  # type: ignore[call-arg]  # the scope says which
                found.extend(map(self._finding, repeat(rule), problems))
            except Exception as error:  # noqa: BLE001  (told, and found)
                found.append(self._failed(rule, REPORT_ID, error))
            self._replace(f"{WHOLE}{rule.name}", tuple(found))
        self.complete = not self._stale
        return self.complete

    def _start_anew(self) -> frozenset[str]:
        """The report asks something else of its checks."""
        touched = frozenset(self._by_target)
        self._view = View(self._view.report, self._view.reader, self._view.language, _by_rule(self._view.report))
        self._rules = None
        self._by_traits.clear()
        self._by_unit, self._by_target, self._tallies = {}, {}, Tallies(self._view.report)
        self._waiting, self._stale, self.complete = self._units(), None, False
        return touched

    def _rules_of(self, scope: Scope) -> list[Rule]:
        """The rules of a scope that are switched on."""
        if self._rules is None:
            from rbb_editor.rules.listing import RULES  # no start needs them before its first picture

            settings = self._view.settings
            self._rules = defaultdict(list)
            for rule in RULES if self._wanted is None else self._wanted:
                if rule.name not in settings or settings[rule.name].on:
                    self._rules[rule.scope].append(rule)
        return self._rules[scope]

    def _units(self) -> Iterator[str]:
        return iter([REPORT_ID, *(node.id for node in self._view.report.walk())])

    def _units_of(self, change: Change) -> list[str]:
        units: dict[str, None] = {}
        for pair in change.pairs:
            for side in (pair.before, pair.after):
                if isinstance(side, (Section, Output)):
                    units |= {side.id: None, side.parent or REPORT_ID: None}
                elif isinstance(side, (Comment, Waiver)):
                    units |= {side.target: None}
                    above = self._view.report.path(side.target)
                    units |= {above[-2].id if len(above) > 1 else REPORT_ID: None}
                elif isinstance(side, ReportInfo):
                    units |= {REPORT_ID: None}
        return list(units)

    def _unchecked(self, units: Iterable[str]) -> set[str]:
        """Forgets what was found in some units until they are checked; returns the ids that the findings were about."""
        touched: set[str] = set()
        for unit in units:
            touched |= self._replace(unit, ())
            del self._by_unit[unit]
        return touched

    def _check(self, units: Iterable[str]) -> set[str]:
        """Replaces the findings of some units; returns the ids that old and new findings are about.

        The traits of all their texts are looked for in one go, which makes a whole check quick.
        """
        from rbb_editor.rules.glances import traits_of
        from rbb_editor.rules.texts import Texts

        touched: set[str] = set()
        texts: list[Texts] = []
        for unit in units:
            entity = self._view.report.get(unit)
            if isinstance(entity, (Output, Section, ReportInfo)):
                texts.append(Texts(entity))
            else:
                touched |= self._unchecked([unit])
        self._view.reader.read(each.entity for each in texts if isinstance(each.entity, Output))
        for each, traits in zip(texts, traits_of(self._view.language, texts), strict=True):
            found = self._found(each, traits)
            unit = each.entity.id
            if found or self._by_unit.get(unit):
                touched |= self._replace(unit, found)
            else:
                self._by_unit[unit] = found
                touched.add(unit)
        return touched

    def _found(self, texts: "Texts", traits: int) -> tuple[Finding, ...]:
        """What the rules find that have a chance to, by the traits that the texts of their unit show."""
        from rbb_editor.rules.traits import of_figures, of_section

        view, entity = self._view, texts.entity
        own: object
        if isinstance(entity, Output):
            traits |= of_figures(entity, view.reader.figures(entity))
            view.traits[entity.id] = traits
            apt, own = self._apt(OUTPUT), entity
        else:
            section = None if entity.id == REPORT_ID else entity.id
            traits |= of_section(view.report, section)
            apt, own = self._apt(CHILDREN), section
        about_texts = self._apt(TEXTS)
        found: list[Finding] = []
        for rules, subject in ((apt[traits & apt.asked], own), (about_texts[traits & about_texts.asked], texts)):
            for rule in rules:
                try:
                    problems = rule.check(view, subject)  # type: ignore[call-arg, arg-type]  # the scope says which
                    found.extend(map(self._finding, repeat(rule), islice(problems, MOST)))
                except Exception as error:  # noqa: BLE001  (told, and found)
                    found.append(self._failed(rule, entity.id, error))
        return tuple(found)

    def _failed(self, rule: Rule, target: str, error: Exception) -> Finding:
        """A rule has raised: the first time it is told, and each time it is a finding."""
        from rbb_editor.domain.faults import tell
        from rbb_editor.rules.faults import fault_at

        if rule.name not in self._failing:
            self._failing.add(rule.name)
            tell(error)
        return replace(self._finding(rule, fault_at(target)), severity=Severity.WARNING)

    def _apt(self, scope: Scope) -> "_Apt":
        """The rules of a scope by the traits that they need."""
        apt = self._by_traits.get(scope)
        if apt is None:
            apt = self._by_traits[scope] = _Apt(self._rules_of(scope))
        return apt

    def _replace(self, unit: str, found: tuple[Finding, ...]) -> set[str]:
        before = self._by_unit.get(unit, ())
        self._by_unit[unit] = found
        if found == before:
            return {unit}
        for finding in before:
            if finding in (known := self._by_target.get(finding.target, [])):
                known.remove(finding)
        for finding in found:
            self._by_target.setdefault(finding.target, []).append(finding)
        for finding in before:
            self._tallies.count(finding, -1)
        for finding in found:
            self._tallies.count(finding, 1)
        return {unit, *(finding.target for finding in (*before, *found))}

    def _drop_about(self, gone: set[str]) -> set[str]:
        """Forgets what rules over the whole report found in what is gone, until they are called again."""
        found = {id for id in gone if self._by_target.get(id)}
        if found:
            for unit in [unit for unit in self._by_unit if unit.startswith(WHOLE)]:
                self._replace(unit, tuple(each for each in self._by_unit[unit] if each.target not in found))
        for id in gone:
            self._view.forget(id)
            self._by_target.pop(id, None)
            self._tallies.drop(id)
        return found

    def _waive_anew(self, target: str) -> None:
        """What rules over the whole report found in something is waived, or is so no longer."""
        for unit in [unit for unit in self._by_unit if unit.startswith(WHOLE)]:
            found = self._by_unit[unit]
            if any(finding.target == target for finding in found):
                self._replace(unit, tuple(self._flagged(each) for each in found))

    def _flagged(self, finding: Finding) -> Finding:
        return replace(finding, waived=self._is_waived(finding.rule, finding.target, finding.component))

    def _is_waived(self, rule: str, target: str, component: str | None) -> bool:
        return any(
            isinstance(note, Waiver) and (note.rule, note.component) == (rule, component)
            for note in self._view.report.about(target)
        )

    def _finding(self, rule: Rule, problem: Problem) -> Finding:
        setting = self._view.settings.get(rule.name)
        severity = Severity(setting.severity) if setting is not None and setting.severity else rule.severity
        return Finding(
            rule.name,
            severity,
            problem.target,
            problem.component,
            problem.field,
            problem.message,
            self._is_waived(rule.name, problem.target, problem.component),
            problem.marks,
            problem.evidence,
            problem.mend,
            problem.guess,
        )


class _Apt(dict[int, list[Rule]]):
    """Which of some rules can find anything where just some traits show, found out once for each lot of traits.

    `asked`: the traits that any of the rules needs; no others may be asked for.
    """

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._needs = [(int(rule.needs), rule) for rule in rules]  # flags are ten times as slow to compare
        self.asked = reduce(or_, (needs for needs, _ in self._needs), 0)

    def __missing__(self, traits: int) -> list[Rule]:
        self[traits] = apt = [rule for needs, rule in self._needs if needs & traits == needs]
        return apt


SEVERITIES = list(Severity)


def _by_rule(report: Report) -> dict[str, RuleSetting]:
    return {setting.rule: setting for setting in report.info.profile}


def _moves(before: object, after: object) -> bool:
    """Whether a pair adds, deletes or moves a node, so that what is still to be checked has another order."""
    if isinstance(before, (Section, Output)) and isinstance(after, (Section, Output)):
        return (before.parent, before.rank) != (after.parent, after.rank)
    return isinstance(before, (Section, Output)) or isinstance(after, (Section, Output))
