"""How much stands below each section, summed up the outline and kept by what a change adds and takes away. No Qt."""

from collections.abc import Iterable

from msgspec import Struct

from rbb_editor.domain.change import Change
from rbb_editor.domain.entities import Entity, Output, Section
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
        """Follows a change that the report has made."""
        if self._sums is None:
            return
        self._add_outputs((pair.before for pair in change.pairs), -1)
        sections = [pair for pair in change.pairs if isinstance(pair.after or pair.before, Section)]
        moved = [pair for pair in sections if _parent(pair.before) != _parent(pair.after)]
        carried = [(pair.id, pair.before, pair.after) for pair in moved]
        for id, before, _ in sorted(carried, key=lambda each: -self._depth(each[0])):
            if isinstance(before, Section):  # what it holds leaves the sums above, the innermost first
                self._add(before.parent, self._sums.get(id, NOTHING), -1)
        for id, _, after in carried:
            if isinstance(after, Section):
                self._above[id] = after.parent
            else:
                self._above.pop(id, None)
                self._sums.pop(id, None)
        for id, _, after in sorted(carried, key=lambda each: self._depth(each[0])):
            if isinstance(after, Section):
                self._add(after.parent, self._sums.get(id, NOTHING), 1)
        self._add_outputs((pair.after for pair in change.pairs), 1)

    def _count(self) -> None:
        self._sums = {}
        self._above = {node.id: node.parent for node in self._report.walk() if isinstance(node, Section)}
        self._add_outputs(self._report.outputs(), 1)

    def _add_outputs(self, entities: Iterable[Entity | None], sign: int) -> None:
        """Adds up what stands in each accomplishment before it goes into the sums above."""
        by_parent: dict[str, list[Output]] = {}
        for each in entities:
            if isinstance(each, Output):
                by_parent.setdefault(each.parent, []).append(each)
        for parent, outputs in by_parent.items():
            cells = [component.completed for output in outputs for component in output.components]
            empty = [cell for cell in cells if not cell or cell.isspace()]
            self._add(parent, Amount(len(outputs), len(cells), len(empty)), sign)

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
