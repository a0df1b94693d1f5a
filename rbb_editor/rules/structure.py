"""Rules about the outline: what every section and every output must have."""

from collections import defaultdict
from collections.abc import Iterator

from rbb_editor.domain.entities import Level, Output, Section
from rbb_editor.domain.text import N_, Text
from rbb_editor.rules.rule import Problem, View


def planned_text_missing(view: View, output: Output) -> Iterator[Problem]:
    """Every row says what was planned.

    Source: form of the performance reports. Wrong: figures without a planned output; right: "Conduct of 85 …".
    """
    if not output.planned_text.strip():
        yield Problem(output.id, Text.of(N_("The planned output is missing.")), field="planned_text")


def accomplishment_empty(view: View, section: str | None) -> Iterator[Problem]:
    """An expected accomplishment has planned outputs; one without prints a heading over nothing.

    Source: results-based budgeting: outputs serve an accomplishment. Wrong: "Expected accomplishment 1.1: …" and no
    table; right: with at least one planned output.
    """
    if section is None or view.report.section(section).level is not Level.ACCOMPLISHMENT:
        return
    if not view.report.children(section):
        yield Problem(section, Text.of(N_("This accomplishment has no planned outputs.")), field="title")


def number_doubled(view: View, section: str | None) -> Iterator[Problem]:
    """Letters and numbers are given once among neighbours.

    Source: form of the performance reports. Wrong: 1.1, 2.1, 2.1; right: 1.1, 2.1, 3.1.
    """
    same: dict[tuple[Level, str], list[Section]] = defaultdict(list)
    for child in view.report.sections(section):
        if child.number:
            same[child.level, child.number].append(child)
    for (_, number), children in same.items():
        for child in children[1:]:
            message = Text.of(
                N_("The number {number} is given twice: also to “{title}”."), number=number, title=children[0].title
            )
            yield Problem(child.id, message, field="number")
