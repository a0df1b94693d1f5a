"""How much stands below each section, summed up the outline and kept by what a change adds and takes away. No Qt."""

from collections import defaultdict
from collections.abc import Iterable

from msgspec import Struct

from rbb_editor.domain.change import Change
from rbb_editor.domain.entities import Output, Section
from rbb_editor.domain.report import Report
from rbb_editor.domain.text import N_, Text


class Amount(Struct, frozen=True):
    """Outputs, figures, and figures whose completed cell is still empty."""

    outputs: int = 0
    figures: int = 0
    empty: int = 0

    def plus(self, other: "Amount", sign: int = 1) -> "Amount":
        """The sum, or (sign -1) the difference."""
        return Amount(
            self.outputs + sign * other.outputs, self.figures + sign * other.figures, self.empty + sign * other.empty
        )

    def texts(self) -> list[Text]:
        """The amounts in words; missing figures only where there are some."""
        said = [
            Text.of(N_("{count} output"), plural=N_("{count} outputs"), count=self.outputs),
            Text.of(N_("{count} figure"), plural=N_("{count} figures"), count=self.figures),
        ]
        if self.empty:
            said.append(
                Text.of(
                    N_("{count} figure still missing"), plural=N_("{count} figures still missing"), count=self.empty
                )
            )
        return said


NOTHING = Amount()


class Amounts:
    """The sums of one report. Counted whole when first asked for; a change costs what it touches and what is above."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._above: dict[str, str | None] = {}
        self._sums: dict[str, Amount] | None = None

    def of(self, id: str) -> Amount:
        """The sum of a section; nothing for any other id."""
        if self._sums is None:
            self._count()
        assert self._sums is not None
        return self._sums.get(id, NOTHING)

    def update(self, change: Change) -> None:
        """Follows a change that the report has made. A section that goes takes the sum of what it held along."""
        if self._sums is None:
            return
        sections = [pair for pair in change.pairs if isinstance(pair.after or pair.before, Section)]
        moved = [pair for pair in sections if _parent(pair.before) != _parent(pair.after)]
        left = [(pair.id, pair.before.parent) for pair in moved if isinstance(pair.before, Section)]
        gone = {pair.id for pair in moved if pair.after is None}
        outputs = (pair.before for pair in change.pairs if isinstance(pair.before, Output))
        self._add_outputs((output for output in outputs if output.parent not in gone), -1)
        for id, above in sorted(left, key=lambda each: -self._depth(each[0])):  # the innermost first
            self._add(above, self._sums.get(id, NOTHING), -1)
        for id in gone:
            self._above.pop(id, None)
            self._sums.pop(id, None)
        self._above.update((pair.id, pair.after.parent) for pair in moved if isinstance(pair.after, Section))
        kept = [id for id, _ in left if id in self._sums]
        for id in sorted(kept, key=self._depth):
            self._add(self._above[id], self._sums[id], 1)
        self._add_outputs((pair.after for pair in change.pairs if isinstance(pair.after, Output)), 1)

    def _count(self) -> None:
        self._sums = {}
        self._above = {node.id: node.parent for node in self._report.walk() if isinstance(node, Section)}
        self._add_outputs(self._report.outputs(), 1)

    def _add_outputs(self, outputs: Iterable[Output], sign: int) -> None:
        """Adds up what stands in each accomplishment before it goes into the sums above."""
        by_parent: defaultdict[str, list[Output]] = defaultdict(list)
        for output in outputs:
            by_parent[output.parent].append(output)
        for parent, below in by_parent.items():
            cells = [component.completed for output in below for component in output.components]
            empty = [cell for cell in cells if not cell or cell.isspace()]
            self._add(parent, Amount(len(below), len(cells), len(empty)), sign)

    def _add(self, section: str | None, amount: Amount, sign: int) -> None:
        assert self._sums is not None
        if not amount.outputs:
            return
        while section is not None:
            self._sums[section] = self._sums.get(section, NOTHING).plus(amount, sign)
            section = self._above.get(section)

    def _depth(self, id: str) -> int:
        depth = 0
        while (above := self._above.get(id)) is not None:
            depth, id = depth + 1, above
        return depth


def _parent(entity: object) -> object:
    return (entity.parent,) if isinstance(entity, Section) else None
