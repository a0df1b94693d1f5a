"""How many figures of a scope there are of each kind: the numbers on the filter chips. No Qt.

Counts in pieces, since reading ten thousand outputs for the first time takes longer than a key press may, and follows
an edit by the outputs it touched.
"""

from collections import Counter
from collections.abc import Iterable, Iterator

from rbb_editor.domain.entities import Output
from rbb_editor.domain.reading import Reader
from rbb_editor.domain.report import Report
from rbb_editor.domain.values import ActualKind
from rbb_editor.gui.table.rows import reason_missing

ALL = "all"
REASON_MISSING = "reason_missing"
NO_FIGURE = "no_figure"


class Tally:
    """Counts by outcome name, ALL, REASON_MISSING and NO_FIGURE over a scope."""

    def __init__(self, report: Report, reader: Reader, scope: str | None) -> None:
        """Nothing is counted yet; `advance` does that."""
        self._report, self._reader, self._scope = report, reader, scope
        self._by_output: dict[str, tuple[str, ...]] = {}
        self._waiting: Iterator[Output] = iter(list(report.outputs(scope)))
        self.counts: Counter[str] = Counter()
        self.complete = False

    def advance(self, outputs: int) -> bool:
        """Counts at most so many more outputs; True when all are counted."""
        for _ in range(outputs):
            output = next(self._waiting, None)
            if output is None:
                self.complete = True
                break
            if output.id not in self._by_output:
                self._count(output.id)
        return self.complete

    def update(self, ids: Iterable[str]) -> None:
        """Counts the outputs among `ids` again."""
        for id in ids:
            self.counts.subtract(self._by_output.pop(id, ()))
            self._count(id)

    def _count(self, id: str) -> None:
        output = self._report.get(id)
        if not isinstance(output, Output) or not self._within(output):
            return
        kinds: list[str] = []
        for component, figure in zip(output.components, self._reader.figures(output), strict=True):
            kinds += (ALL, str(figure.outcome))
            if reason_missing(component, figure.outcome):
                kinds.append(REASON_MISSING)
            if figure.actual.kind is ActualKind.MISSING:
                kinds.append(NO_FIGURE)
        self._by_output[id] = tuple(kinds)
        self.counts.update(kinds)

    def _within(self, output: Output) -> bool:
        if self._scope is None or self._scope == output.id:
            return True
        return any(section.id == self._scope for section in self._report.path(output.id))
