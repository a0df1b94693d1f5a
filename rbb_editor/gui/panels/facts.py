"""What the inspector says of a figure, as names and values: its fields, those of last year, the ids. No Qt."""

from collections.abc import Iterator

from msgspec import Struct

from rbb_editor.domain.entities import Component, Level, Output
from rbb_editor.domain.language import Language
from rbb_editor.domain.outcome import needs_explanation
from rbb_editor.domain.places import place_words
from rbb_editor.domain.reading import Figure
from rbb_editor.domain.text import N_, Text
from rbb_editor.gui.look.signs import figure_words
from rbb_editor.gui.table.notation import write_planned
from rbb_editor.project import Project

PLACE = Text.of(N_("Place"))
FIGURE = Text.of(N_("Figure"))
COUNTS = Text.of(N_("Counts"))
PLANNED = Text.of(N_("Planned figure"))
COMPLETED = Text.of(N_("Completed figure"))
OUTCOME = Text.of(N_("Outcome"))
REMARKS = Text.of(N_("Remarks"))
REASON = Text.of(N_("Reason"))
NOTHING = "—"
SCOPES = {
    Level.DEPARTMENT: N_("This department"),
    Level.OFFICE: N_("This office"),
    Level.ACCOMPLISHMENT: N_("This accomplishment"),
}
"""How a page of the inspector calls the section that is open."""


class Fact(Struct, frozen=True):
    """A name and a value. `document`: the value is words of the report, in its language and direction."""

    name: Text
    value: Text | str
    document: bool = False


def of_figure(project: Project, output: Output, place: int) -> Iterator[Fact]:
    """All fields of one figure of an output, by its place in it, and what is read from them."""
    part, language = output.components[place], project.language
    figure = project.reader.figures(output)[place]
    yield Fact(PLACE, place_words(project.report, output.id, language))
    if len(output.components) > 1:
        of = Text.of(N_("{place} of {count}"), place=place + 1, count=len(output.components))
        yield Fact(FIGURE, of)
    if part.label:
        yield Fact(COUNTS, part.label, document=True)
    origin = N_("{figure}, read from the planned output") if figure.read else N_("{figure}, entered by hand")
    yield Fact(PLANNED, Text.of(origin, figure=write_planned(figure.planned, language)))
    yield from answer(part, figure, language)


def answer(part: Component, figure: Figure, language: Language) -> Iterator[Fact]:
    """What a report says of a figure: completed, how it came out, remarks and reason."""
    yield Fact(COMPLETED, part.completed or NOTHING, document=True)
    yield Fact(OUTCOME, figure_words(figure, language))
    yield Fact(REMARKS, part.remarks or NOTHING, document=True)
    if part.explanation.strip():
        yield Fact(REASON, part.explanation, document=True)
    elif needs_explanation(figure.outcome):
        yield Fact(REASON, Text.of(N_("missing")))


def of_ids(project: Project, output: Output) -> Iterator[Fact]:
    """The ids by which other programs and files know the output, its figures and the sections it stands in."""
    yield Fact(Text.of(N_("Output")), output.id)
    for place, each in enumerate(output.components, 1):
        yield Fact(Text.of(N_("Figure {number}"), number=place), each.id)
    for section in reversed(project.report.path(output.id)):
        yield Fact(Text.of(N_("Section {number}"), number=section.number), section.id)
