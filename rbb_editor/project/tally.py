"""How many figures of a scope there are of each kind: the numbers on the filter chips, in details and overview.

Counts in pieces, since reading ten thousand outputs for the first time takes longer than a key press may, and follows
an edit by the outputs it touched.
"""

from collections import Counter
from collections.abc import Iterable, Iterator

from rbb_editor.domain.entities import Comment, Component, Output
from rbb_editor.domain.outcome import needs_explanation
from rbb_editor.domain.reading import Reader
from rbb_editor.domain.report import Report
from rbb_editor.domain.values import ActualKind, Outcome
from rbb_editor.rules.checker import Checker

ALL = "all"
REASON_MISSING = "reason_missing"
NO_FIGURE = "no_figure"
COMMENTED = "commented"
MINE = "mine"
"""What the user has changed: told by the journal, not counted here."""


def reason_missing(component: Component, outcome: Outcome) -> bool:
    """Whether a figure differs from its plan and nothing says why."""
    return needs_explanation(outcome) and not component.explanation.strip()


def commented_components(report: Report, output: Output) -> set[str | None]:
    """The components with an open comment; None among them: one on the output as a whole."""
    notes = report.about(output.id)
    return {note.component for note in notes if isinstance(note, Comment) and not note.resolved and not note.answers}


class Tally:
    """Counts by outcome name, severity name, ALL, REASON_MISSING, NO_FIGURE and COMMENTED over a scope."""

    def __init__(self, report: Report, reader: Reader, scope: str | None, checker: Checker | None = None) -> None:
        """Nothing is counted yet; `advance` does that. Severities are counted where a `checker` is given."""
        self._checker = checker
        self._report, self._reader, self._scope = report, reader, scope
        self._by_output: dict[str, tuple[str, ...]] = {}
        self._waiting: Iterator[Output] = iter(list(report.outputs(scope)))
        self.counts: Counter[str] = Counter()
        self.complete = self._again = False

    @property
    def outputs(self) -> int:
        """How many outputs are counted."""
        return len(self._by_output)

    def advance(self, outputs: int) -> bool:
        """Counts at most so many more outputs; True when all are counted."""
        for _ in range(outputs):
            output = next(self._waiting, None)
            if output is None:
                self.complete = True
                break
            if self._again or output.id not in self._by_output:
                self.update([output.id])
        return self.complete

    def recount(self) -> None:
        """Begins again, as more has been checked; until then the counts are the old ones."""
        self._again = True
        self._waiting = iter(list(self._report.outputs(self._scope)))
        self.complete = False

    def update(self, ids: Iterable[str]) -> None:
        """Counts the outputs among `ids` again."""
        report = self._report
        for id in {each.target if isinstance(each := report.get(id), Comment) else id for id in ids}:
            self.counts.subtract(self._by_output.pop(id, ()))
            self._count(id)

    def _count(self, id: str) -> None:
        output = self._report.get(id)
        if not isinstance(output, Output) or not self._within(output):
            return
        kinds: list[str] = []
        asked = commented_components(self._report, output)
        found = self._checker.of(id) if self._checker is not None else []
        for component, figure in zip(output.components, self._reader.figures(output), strict=True):
            kinds += (ALL, str(figure.outcome))
            if reason_missing(component, figure.outcome):
                kinds.append(REASON_MISSING)
            if figure.actual.kind is ActualKind.MISSING:
                kinds.append(NO_FIGURE)
            if component.id in asked or None in asked:
                kinds.append(COMMENTED)
            kinds += {str(f.severity) for f in found if not f.waived and f.component in (None, component.id)}
        self._by_output[id] = tuple(kinds)
        self.counts.update(kinds)

    def _within(self, output: Output) -> bool:
        if self._scope is None or self._scope == output.id:
            return True
        return any(section.id == self._scope for section in self._report.path(output.id))
