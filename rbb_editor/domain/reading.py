"""What the program knows of an output: planned figure, completed figure and outcome of each component."""

from msgspec import Struct

from rbb_editor.domain.entities import Output
from rbb_editor.domain.figures import read_actual, read_planned
from rbb_editor.domain.language import Language
from rbb_editor.domain.outcome import outcome
from rbb_editor.domain.values import Actual, Outcome, Planned


class Figure(Struct, frozen=True, gc=False):
    """One component as read: `read` tells that `planned` comes from the text, not from an override."""

    component_id: str
    planned: Planned
    read: bool
    actual: Actual
    outcome: Outcome


class Reader:
    """Reads outputs in one language and remembers what it read, one entry for each output id."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self._known: dict[str, tuple[Output, tuple[Figure, ...]]] = {}

    def figures(self, output: Output) -> tuple[Figure, ...]:
        """The figures of an output, in the order of its components."""
        known = self._known.get(output.id)
        if known is not None and known[0] is output:
            return known[1]
        figures = self._read(output)
        self._known[output.id] = (output, figures)
        return figures

    def forget(self, id: str) -> None:
        """Drops what is remembered of an output that is no longer there."""
        self._known.pop(id, None)

    def _read(self, output: Output) -> tuple[Figure, ...]:
        components = output.components
        actuals = [read_actual(component.completed, self.language) for component in components]
        remarks = [f"{component.remarks} {component.explanation}" for component in components]
        labels = [component.label for component in components]
        read = read_planned(output.planned_text, actuals, labels, self.language, remarks)
        figures = []
        for component, found, actual in zip(components, read, actuals, strict=True):
            planned = component.planned if component.planned is not None else found
            result = outcome(planned, actual)
            figures.append(Figure(component.id, planned, component.planned is None, actual, result))
        return tuple(figures)
