"""Made-up rows in every language, with what a careful reader says of them.

sentences/CODE.txt: those that are read rightly, each tested. learned/CODE.txt: others that the weights of words are
made with (packaging/weigh.py), of which some are read wrongly. unseen/CODE.txt: those nothing is to be made with.

A line: planned text | completed | remark | planned figure | reason (1 or 0); several figures are parted by "&", their
remarks by "&&". Planned figures: "~" about, ">=" at least, "<=" up to, "6-8" a range, "90%" per cent, "Y" a deed, "-"
nothing. Whether a reason is given is asked only where the figure differs from the plan.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from rbb_editor import resources
from rbb_editor.domain.figures import read_actual, read_planned, suggest_labels
from rbb_editor.domain.outcome import outcome
from rbb_editor.domain.values import Outcome, Planned, PlannedKind, Qualifier

FOLDER = Path(__file__).parent
SIGNS = {Qualifier.APPROXIMATELY: "~", Qualifier.AT_LEAST: ">=", Qualifier.UP_TO: "<="}


class Row(NamedTuple):
    """One figure of a line: `figure` is the planned figure as the program reads it, `wanted` as a reader does."""

    planned: str
    remark: str
    outcome: Outcome
    figure: str
    wanted: str
    reason: bool


def lines(folder: str, code: str) -> list[str]:
    """The lines of a folder in a language."""
    text = (FOLDER / folder / f"{code}.txt").read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line.strip()]


def rows(code: str, line: str) -> Iterator[Row]:
    """The figures of a line in a language; ValueError where they are not as many as the reader's."""
    language = resources.language(code)
    planned_text, completed, remark, wanted, reasons = (part.strip() for part in line.split("|"))
    remarks = [each.strip() for each in remark.split("&&")]
    actuals = [read_actual(figure.strip(), language) for figure in completed.split("&")]
    labels = suggest_labels(planned_text, len(actuals), language, actuals, remarks)
    planned = read_planned(planned_text, actuals, labels, language, remarks)
    theirs = [each.strip() for each in wanted.split("&")]
    for each, actual, said, told, reason in zip(planned, actuals, remarks, theirs, reasons.split("&"), strict=True):
        yield Row(planned_text, said, outcome(each, actual), written(each), told, reason.strip() == "1")


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
