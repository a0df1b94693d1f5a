"""What the rules found, kept by where it was found and by what it is about, and counted for every section."""

from collections.abc import Callable, Iterable, Iterator

from rbb_editor.domain.report import Report
from rbb_editor.rules.rule import Finding, Severity
from rbb_editor.rules.tallies import Tallies

WHOLE = "*"
"""Begins the name of the unit of a rule over the whole report."""
SEVERITIES = list(Severity)


class Found:
    """The findings of one report. A unit is what the rules were called on; see `Checker`."""

    def __init__(self, report: Report) -> None:
        self._by_unit: dict[str, tuple[Finding, ...]] = {}
        self._by_target: dict[str, list[Finding]] = {}
        self.tallies = Tallies(report)

    def __contains__(self, unit: str) -> bool:
        """Whether a unit has been checked."""
        return unit in self._by_unit

    def __len__(self) -> int:
        """How many units have been checked."""
        return len(self._by_unit)

    def targets(self) -> frozenset[str]:
        """The ids of all that something was found in."""
        return frozenset(self._by_target)

    def of(self, id: str) -> list[Finding]:
        """The findings about one entity, the worst first."""
        return sorted(self._by_target.get(id, ()), key=lambda finding: SEVERITIES.index(finding.severity))

    def put(self, unit: str, found: tuple[Finding, ...], touched: set[str]) -> None:
        """Replaces the findings of a unit; the ids that old and new ones are about are added to `touched`."""
        touched.add(unit)
        before = self._by_unit.get(unit, ())
        self._by_unit[unit] = found
        if found == before:
            return
        for finding in before:
            if finding in (known := self._by_target.get(finding.target, [])):
                known.remove(finding)
        for finding in found:
            self._by_target.setdefault(finding.target, []).append(finding)
        for finding in before:
            self.tallies.count(finding, -1)
        for finding in found:
            self.tallies.count(finding, 1)
        touched.update(finding.target for finding in (*before, *found))

    def uncheck(self, units: Iterable[str], touched: set[str]) -> None:
        """Forgets what was found in some units, which then count as not checked; `touched` as for `put`."""
        for unit in units:
            self.put(unit, (), touched)
            del self._by_unit[unit]

    def drop(self, gone: set[str], touched: set[str]) -> None:
        """Forgets all about what is gone: what rules over the whole report found in it stands until they are called."""
        about = {id for id in gone if self._by_target.get(id)}
        if about:
            for unit, found in self._of_whole():
                self.put(unit, tuple(each for each in found if each.target not in about), set())
        for id in gone:
            self._by_target.pop(id, None)
            self.tallies.drop(id)
        touched |= about

    def flag(self, target: str, flagged: Callable[[Finding], Finding]) -> None:
        """Marks anew what rules over the whole report found in something that was waived, or is so no longer."""
        for unit, found in self._of_whole():
            if any(finding.target == target for finding in found):
                self.put(unit, tuple(map(flagged, found)), set())

    def _of_whole(self) -> Iterator[tuple[str, tuple[Finding, ...]]]:
        """The rules over the whole report with what they found."""
        return iter([(unit, found) for unit, found in self._by_unit.items() if unit.startswith(WHOLE)])
