"""What the program knows of an output: planned figure, completed figure and outcome of each component."""

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from rbb_editor.domain.entities import Component, Output
from rbb_editor.domain.figures import Completed, PlannedText, planned_by, read_actual, read_ahead
from rbb_editor.domain.language import Language
from rbb_editor.domain.outcome import outcome
from rbb_editor.domain.totals import totals
from rbb_editor.domain.values import NOTHING_PLANNED, Actual, ActualKind, Outcome, Planned

UNREAD = Actual(ActualKind.TEXT)
"""In the place of a completed figure whose reading failed."""


class Figure(Struct, frozen=True, gc=False):
    """One component as read: `read` tells that `planned` comes from the text, not from an override.

    `total`: what is compared with `planned`: `actual`, with those beside it that answer the same count (`totals`).
    """

    component_id: str
    planned: Planned
    read: bool
    actual: Actual
    total: Actual
    outcome: Outcome


class Reader:
    """Reads outputs in one language and remembers what it read, one entry for each output id.

    Where reading fails, which is a bug of ours, that is told once, nothing is known of the figures, and the edit that
    asked for them goes on. `failed`: the ids of these outputs.
    """

    def __init__(self, language: Language) -> None:
        self.language = language
        self.failed: set[str] = set()
        self._known: dict[str, tuple[Output, tuple[Figure, ...]]] = {}
        self._read: dict[str, tuple[Output, PlannedText]] = {}

    def figures(self, output: Output) -> tuple[Figure, ...]:
        """The figures of an output, in the order of its components."""
        known = self._known.get(output.id)
        if known is not None and known[0] is output:
            return known[1]
        self.read([output])
        return self._known[output.id][1]

    def read(self, outputs: Iterable[Output], folded: Mapping[str, str] | None = None) -> None:
        """Reads many outputs ahead, which is quicker than to ask for the figures of each.

        `folded`: planned texts in their folded form by the id of their output, where that is known.
        """
        unread = [each for each in outputs if (known := self._known.get(each.id)) is None or known[0] is not each]
        try:
            self._keep(unread, [folded.get(each.id) for each in unread] if folded else ())
        except Exception:  # noqa: BLE001  (told where the output that is not read is read alone)
            for each in unread:
                try:
                    self._keep([each])
                except Exception as error:  # noqa: BLE001  (told)
                    self._known[each.id] = (each, self._nothing_known(each, error))

    def planned_text(self, output: Output) -> PlannedText | None:
        """The planned text of an output as read, where its figures were among those read last."""
        last = self._read.get(output.id)
        return last[1] if last is not None and last[0] is output else None

    def forget(self, id: str) -> None:
        """Drops what is remembered of an output that is no longer there."""
        self._known.pop(id, None)
        self.failed.discard(id)

    def _nothing_known(self, output: Output, error: Exception) -> tuple[Figure, ...]:
        if not self.failed:
            from rbb_editor.domain.faults import tell

            tell(error)
        self.failed.add(output.id)
        return tuple(
            Figure(each.id, each.planned or NOTHING_PLANNED, each.planned is None, UNREAD, UNREAD, Outcome.UNCLEAR)
            for each in output.components
        )

    def _keep(self, outputs: Sequence[Output], folded: Sequence[str | None] = ()) -> None:
        """Remembers the figures of outputs; each step is made for all of them before the next one, which is quicker."""
        language, known = self.language, self._known
        read = read_ahead([each.planned_text for each in outputs], language, folded)
        actuals = [[read_actual(each.completed, language) for each in output.components] for output in outputs]
        completed = list(map(_completed, outputs, actuals))
        planned = planned_by(read, completed, language)
        self._read = {output.id: (output, text) for output, text in zip(outputs, read, strict=True)}
        for output, promised, found in zip(outputs, planned, actuals, strict=True):
            compared = found if len(found) == 1 else totals(output, promised, found, language)
            known[output.id] = (output, tuple(map(_figure, output.components, promised, found, compared)))
        if self.failed:
            self.failed.difference_update(output.id for output in outputs)


def _completed(output: Output, actuals: Sequence[Actual]) -> Completed:
    components = output.components
    if len(components) == 1:  # as most, and no label tells it from others
        return Completed(actuals, (), (f"{components[0].remarks} {components[0].explanation}",))
    remarks = [f"{each.remarks} {each.explanation}" for each in components]
    return Completed(actuals, [each.label for each in components], remarks)


def _figure(component: Component, read: Planned, actual: Actual, total: Actual) -> Figure:
    planned = read if component.planned is None else component.planned
    return Figure(component.id, planned, component.planned is None, actual, total, outcome(planned, total))
