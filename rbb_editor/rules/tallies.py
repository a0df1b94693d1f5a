"""How many findings of each kind stand in every section and below it, kept by what each change adds and takes away."""

from collections import Counter

from rbb_editor.domain.change import Change
from rbb_editor.domain.entities import REPORT_ID, Output, Section
from rbb_editor.domain.report import Report
from rbb_editor.rules.rule import Finding, Severity

Tally = Counter[tuple[Severity, str]]
"""Findings that are not waived, counted by severity and rule."""


class Tallies:
    """The sums of one report. Whatever happens costs what it touches and what stands above that.

    Remembers where everything that was counted stands, so that what leaves a place is taken from the sums above it
    although the report has moved on.
    """

    def __init__(self, report: Report) -> None:
        self._report = report
        self._above: dict[str, str | None] = {}
        self._sums: dict[str, Tally] = {}

    def of(self, id: str) -> Tally:
        """The sum of a section, of all (REPORT_ID) or of an output."""
        return self._sums.get(id, Counter())

    def any(self, id: str) -> bool:
        """Whether something is counted there."""
        found = self._sums.get(id)
        return found is not None and any(found.values())

    def count(self, finding: Finding, sign: int) -> None:
        """A finding comes (1) or goes (-1)."""
        if finding.waived:
            return
        place: str | None = finding.target
        key = finding.severity, finding.rule
        sums, above = self._sums, self._above
        while place is not None:
            total = sums.get(place)
            if total is None:
                total = sums[place] = Counter()
            total[key] = total.get(key, 0) + sign  # asks for no default, which a Counter makes slowly
            place = above[place] if place in above else self._place_above(place)

    def move(self, change: Change) -> None:
        """Follows what a change, which the report has made, moved elsewhere; what it deleted is still counted."""
        moved: dict[str, str] = {}
        for pair in change.pairs:
            if isinstance(pair.after, (Section, Output)) and pair.id in self._above:
                above = pair.after.parent or REPORT_ID
                if above != self._above[pair.id]:
                    moved[pair.id] = above
        for id in moved:  # all are taken out before any is put in: one may go into another
            self._carry(id, self._above[id], -1)
            self._above[id] = None
        for id, above in moved.items():
            self._carry(id, above, 1)
            self._above[id] = above

    def drop(self, id: str) -> None:
        """Forgets something that is gone, when nothing of it is counted any more."""
        self._above.pop(id, None)
        self._sums.pop(id, None)

    def _carry(self, id: str, above: str | None, sign: int) -> None:
        carried = self._sums.get(id, Counter[tuple[Severity, str]]())
        while above is not None:
            total = self._sums.setdefault(above, Counter())
            for key, count in carried.items():
                total[key] += sign * count
            above = self._place_above(above)

    def _place_above(self, id: str) -> str | None:
        if id not in self._above:
            entity = self._report.get(id)
            known = isinstance(entity, (Section, Output))
            self._above[id] = (entity.parent or REPORT_ID) if known else None if id == REPORT_ID else REPORT_ID  # type: ignore[union-attr]
        return self._above[id]
