"""How much stands below each section. No Qt."""

from collections.abc import Iterable

from msgspec import Struct

from rbb_editor.domain.entities import Level, Section
from rbb_editor.domain.report import Report
from rbb_editor.domain.text import N_, Text


class Amount(Struct, frozen=True):
    """Outputs, figures, and figures whose completed cell is still empty."""

    outputs: int
    figures: int
    empty: int

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


def amount(report: Report, id: str) -> Amount:
    """What stands below a section, counted now."""
    outputs = list(report.outputs(id))
    cells = [component.completed for output in outputs for component in output.components]
    return Amount(len(outputs), len(cells), sum(not cell or cell.isspace() for cell in cells))


class OutputCounts:
    """How many outputs stand below each section, found when asked for. Where one is kept, so are all below it."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._counts: dict[str, int] = {}

    def of(self, id: str) -> int:
        """The count of a section; 0 for any other id."""
        if id not in self._counts:
            section = self._report.get(id)
            if not isinstance(section, Section):
                return 0
            if section.level is Level.ACCOMPLISHMENT:
                self._counts[id] = self._report.size(id)
            else:
                self._counts[id] = sum(self.of(below.id) for below in self._report.sections(id))
        return self._counts[id]

    def forget(self, sections: Iterable[str]) -> None:
        """These came, went or have something else directly below them: they and all above them are counted anew."""
        for id in sections:
            each: str | None = id
            while each is not None and self._counts.pop(each, None) is not None:
                section = self._report.get(each)
                each = section.parent if isinstance(section, Section) else None
