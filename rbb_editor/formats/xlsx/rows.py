"""The rows of a department: one for each component, each understandable by itself when filtered."""

from collections import Counter
from collections.abc import Iterator

from msgspec import Struct

from rbb_editor.document.numbering import department_number, office_number
from rbb_editor.domain.entities import Component, Level, Output, Section
from rbb_editor.domain.language import Language
from rbb_editor.domain.outcome import needs_explanation
from rbb_editor.domain.reading import Figure, Reader
from rbb_editor.domain.report import Report
from rbb_editor.domain.values import Outcome


class Row(Struct, frozen=True):
    """One component. `number`: of its output in its accomplishment; `first`: of its output."""

    office: str
    accomplishment: str
    number: int
    output: Output
    component: Component
    figure: Figure
    first: bool

    @property
    def lacks_reason(self) -> bool:
        """Whether the figure differs and nothing says why."""
        return needs_explanation(self.figure.outcome) and not self.component.explanation.strip()


def rows_of(report: Report, department: Section, reader: Reader) -> Iterator[Row]:
    """The rows of a department in printed order."""
    for section in report.walk(department.id):
        if not isinstance(section, Section) or section.level is not Level.ACCOMPLISHMENT:
            continue
        path = report.path(section.id)
        office = next((heading(each, reader.language) for each in path if each.level is Level.OFFICE), "")
        accomplishment = f"{section.number} {section.title}".strip()
        outputs = (node for node in report.children(section.id) if isinstance(node, Output))
        for number, output in enumerate(outputs, start=1):
            figures = zip(output.components, reader.figures(output), strict=True)
            for index, (component, figure) in enumerate(figures):
                yield Row(office, accomplishment, number, output, component, figure, index == 0)


def count(rows: list[Row]) -> Counter[str]:
    """How many outputs, figures, outcomes and missing reasons there are; the keys are those of the workbook's words."""
    counts: Counter[str] = Counter()
    for row in rows:
        result = row.figure.outcome
        counts["outputs"] += row.first
        counts["figures"] += 1
        counts[result] += 1
        counts["shortfalls_without"] += row.lacks_reason and result is Outcome.SHORTFALL
        counts["excesses_without"] += row.lacks_reason and result is Outcome.EXCEEDED
    return counts


def heading(section: Section, language: Language) -> str:
    """Number and title of a department or office as printed."""
    form = office_number if section.level is Level.OFFICE else department_number
    return f"{form(section.number, language)} {section.title}".strip()
