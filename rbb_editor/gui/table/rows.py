"""Which rows the table shows for a scope and a filter. No Qt.

A row is one reported figure; the rows of an output stand together. Where the scope is wider than one accomplishment,
a heading row opens each accomplishment.
"""

from collections.abc import Iterator

from msgspec import Struct

from rbb_editor.domain.entities import Component, Level, Output, Section
from rbb_editor.domain.reading import Figure, Reader
from rbb_editor.domain.report import Report
from rbb_editor.domain.values import ActualKind, Outcome
from rbb_editor.project.tally import commented_components, reason_missing
from rbb_editor.rules.checker import Checker
from rbb_editor.rules.rule import Severity


class Row(Struct, frozen=True):
    """One row. `id`: the output, or the accomplishment of a heading row, where `component` is None.

    `place`: the figure's place among the rows shown of its output, of which there are `span`.
    """

    id: str
    component: str | None
    place: int
    span: int


class Filter(Struct, frozen=True):
    """What a row must meet to be shown; the empty filter lets everything through.

    `outcomes`: any of these (none: all) · `reason_missing`: a deviation without a reason · `no_figure`: an empty
    completed cell · `severities`: an open finding of any of these · `text`: in any of its texts, whatever its case ·
    `commented`: an open comment on it · `only`: only these outputs.
    """

    outcomes: frozenset[Outcome] = frozenset()
    text: str = ""
    reason_missing: bool = False
    no_figure: bool = False
    severities: frozenset[Severity] = frozenset()
    commented: bool = False
    only: frozenset[str] | None = None

    def __bool__(self) -> bool:
        return self != EVERYTHING


EVERYTHING = Filter()


class Rows:
    """The rows of one scope under one filter, in printed order."""

    def __init__(self, rows: list[Row], hidden: int, outputs: dict[str, Output], sections: dict[str, Section]) -> None:
        """`hidden`: how many figures of the scope the filter hides; `outputs`: those with rows, as they were;
        `sections`: those below the scope, as they were.
        """
        self.rows = rows
        self.hidden = hidden
        self._outputs = outputs
        self._sections = sections
        self._first = {row.id: at for at, row in enumerate(rows) if row.place == 0}

    @classmethod
    def of(
        cls,
        report: Report,
        reader: Reader,
        checker: Checker,
        scope: str | None,
        filter: Filter = EVERYTHING,  # noqa: A002
        keep: frozenset[str] = frozenset(),
    ) -> "Rows":
        """The rows of a section, an output or (None) the whole report; none for an id that is not there.

        Outputs in `keep` are shown with all their figures whatever the filter says: a row does not vanish under the
        hand that edits it.
        """
        rows: list[Row] = []
        outputs: dict[str, Output] = {}
        sections: dict[str, Section] = {}
        heading: Row | None = None
        hidden = 0
        text = filter.text.strip().casefold()
        filtering = bool(filter)
        for node in _nodes(report, scope):
            if isinstance(node, Section):
                sections[node.id] = node
                heading = Row(node.id, None, 0, 1) if node.level is Level.ACCOMPLISHMENT else None
                continue
            shown = node.components
            if filtering and node.id not in keep:
                shown = tuple(_passing(node, report, reader, checker, filter, text))
                hidden += len(node.components) - len(shown)
                if not shown:
                    continue
            if heading is not None:
                rows.append(heading)
                heading = None
            outputs[node.id] = node
            span = len(shown)
            if span == 1:
                rows.append(Row(node.id, shown[0].id, 0, 1))
            else:
                rows.extend(Row(node.id, component.id, at, span) for at, component in enumerate(shown))
        return cls(rows, hidden, outputs, sections)

    def __len__(self) -> int:
        return len(self.rows)

    def __getitem__(self, at: int) -> Row:
        return self.rows[at]

    def first(self, id: str) -> int | None:
        """The first row of an output, or the heading row of an accomplishment."""
        return self._first.get(id)

    def find(self, output: str, component: str | None = None) -> int | None:
        """The row of a figure; the first row of the output where that figure is not shown; None without any."""
        first = self._first.get(output)
        if first is None or component is None:
            return first
        for at in range(first, first + self.rows[first].span):
            if self.rows[at].component == component:
                return at
        return first

    def ids(self) -> frozenset[str]:
        """The ids of all outputs that have rows."""
        return frozenset(self._outputs)

    def moved(self, section: Section) -> bool:
        """Whether a section below the scope stands elsewhere than it did."""
        shown = self._sections.get(section.id)
        return shown is not None and (shown.parent, shown.rank) != (section.parent, section.rank)

    def fits(self, output: Output) -> bool:
        """Whether an output still stands where its rows stand, with the same figures."""
        shown = self._outputs.get(output.id)
        return shown is not None and _standing(shown) == _standing(output)


def _nodes(report: Report, scope: str | None) -> Iterator[Section | Output]:
    if scope is None or isinstance(report.get(scope), Section):
        return report.walk(scope)
    entity = report.get(scope)
    return iter([entity] if isinstance(entity, Output) else [])


def _standing(output: Output) -> tuple[str, str, list[str]]:
    return output.parent, output.rank, [component.id for component in output.components]


def _passing(
    output: Output,
    report: Report,
    reader: Reader,
    checker: Checker,
    filter: Filter,  # noqa: A002
    text: str,
) -> Iterator[Component]:
    if filter.only is not None and output.id not in filter.only:
        return
    in_plan = text in output.planned_text.casefold()
    open_in = _open_components(output, checker, filter.severities)
    asked = commented_components(report, output) if filter.commented else None
    for component, figure in zip(output.components, _figures(output, reader, filter), strict=True):
        if text and not in_plan and not _holds(component, text):
            continue
        if open_in is not None and component.id not in open_in and None not in open_in:
            continue
        if asked is not None and component.id not in asked and None not in asked:
            continue
        if figure is None or _meets(component, figure, filter):
            yield component


def _figures(output: Output, reader: Reader, filter: Filter) -> tuple[Figure | None, ...]:  # noqa: A002
    """The figures of an output where the filter asks for them: reading them all is the dear part."""
    if filter.outcomes or filter.reason_missing or filter.no_figure:
        return reader.figures(output)
    return (None,) * len(output.components)


def _meets(component: Component, figure: Figure, filter: Filter) -> bool:  # noqa: A002
    if filter.outcomes and figure.outcome not in filter.outcomes:
        return False
    if filter.reason_missing and not reason_missing(component, figure.outcome):
        return False
    return not filter.no_figure or figure.actual.kind is ActualKind.MISSING


def _holds(component: Component, text: str) -> bool:
    parts = (component.completed, component.remarks, component.explanation, component.label or "")
    return any(text in part.casefold() for part in parts)


def _open_components(output: Output, checker: Checker, severities: frozenset[Severity]) -> set[str | None] | None:
    """The components with an open finding of a severity (None among them: the output as a whole); None: no matter."""
    if not severities:
        return None
    return {f.component for f in checker.of(output.id) if f.severity in severities and not f.waived}
