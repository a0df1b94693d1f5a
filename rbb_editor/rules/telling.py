"""What the texts of an output tell, read once for all rules that ask for it."""

from collections.abc import Iterable, Iterator, Sequence

from rbb_editor.domain.entities import Component, Output
from rbb_editor.domain.figures import format_number
from rbb_editor.domain.language import Language
from rbb_editor.domain.once import Once
from rbb_editor.domain.reading import Figure
from rbb_editor.domain.remark import Told, count_ahead
from rbb_editor.domain.values import ActualKind, Number, Planned, PlannedKind
from rbb_editor.rules.rule import Mark, View
from rbb_editor.rules.texts import WITHIN

TELLING = "telling"
"""The name under which what an output tells is kept while its rules are called."""


class Row:
    """One figure of an output with what is written beside it, read only where a rule asks for it."""

    def __init__(
        self,
        component: Component,
        figure: Figure,
        language: Language,
        remarks: str | None = None,
        explanation: str | None = None,
    ) -> None:
        """Nothing is read yet; `remarks` and `explanation`: their folded forms, where they are known."""
        self.component = component
        self.figure = figure
        self._language = language
        self._remarks = remarks
        self._explanation = explanation

    @Once
    def remarks(self) -> Told:
        """What was delivered."""
        return Told(self.component.remarks, self._language, folded=self._remarks)

    @Once
    def explanation(self) -> Told:
        """Why it differs."""
        return Told(self.component.explanation, self._language, folded=self._explanation)


class Telling:
    """An output as told: its planned text and its rows."""

    def __init__(self, view: View, output: Output) -> None:
        """Nothing is read yet."""
        language, components, figures = view.language, output.components, view.reader.figures(output)
        told: Sequence[str | None] = view.told.get(output.id, "").split(WITHIN)
        if len(told) != 2 * len(components):
            told = [None] * 2 * len(components)
        self.rows = [
            Row(component, figure, language, remarks, explanation)
            for component, figure, remarks, explanation in zip(components, figures, told[::2], told[1::2], strict=True)
        ]
        self._planned = output.planned_text
        self._read = view.reader.planned_text(output)
        self._language = language

    @Once
    def planned(self) -> Told:
        """What was planned."""
        return Told(self._planned, self._language, self._read)


def telling(view: View, output: Output) -> Telling:
    """What an output tells; made once for all rules that are called on it, read only as far as it is asked."""
    return view.derived(TELLING, output, Telling)


def rows(view: View, output: Output) -> Iterator[Row]:
    """The figures of an output with what is written beside them."""
    return iter(telling(view, output).rows)


def read_remarks(view: View, outputs: Iterable[Output]) -> None:
    """Finds what the remarks of many outputs count, for `telling` of each."""
    count_ahead([row.remarks for output in outputs for row in telling(view, output).rows], view.language)


def number(view: View, value: Number | bool | None, *, percent: bool = False) -> str:
    """A figure as the document writes it."""
    return "" if value is None or isinstance(value, bool) else format_number(value, view.language, percent=percent)


def planned_number(view: View, planned: Planned) -> str:
    """A planned figure as the document writes it: "6–8", "90%"."""
    percent = planned.kind is PlannedKind.PERCENT
    text = number(view, planned.value, percent=percent)
    return text if planned.maximum is None else f"{text}–{number(view, planned.maximum, percent=percent)}"


def actual_number(view: View, row: Row) -> str:
    """A completed figure as the document writes it."""
    return number(view, row.figure.actual.value, percent=row.figure.actual.kind is ActualKind.PERCENT)


def mark(told: Told, component: str | None, field: str, start: int, end: int) -> Mark:
    """A stretch of the folded text of a field as words of the field."""
    return Mark(component, field, *told.span(start, end))


def cell(component: Component) -> Mark:
    """The whole completed cell."""
    return Mark(component.id, "completed", 0, len(component.completed))
