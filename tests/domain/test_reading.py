"""The reader: what the program knows of an output."""

from msgspec.structs import replace

from rbb_editor import resources
from rbb_editor.domain.entities import Component, Output
from rbb_editor.domain.reading import Reader
from rbb_editor.domain.values import ActualKind, Outcome, Planned, PlannedKind

OUTPUT = Output("o", "s", "a", "9 audits and 4 inspections", (Component("c", "8"), Component("d", "4")))


def reader() -> Reader:
    return Reader(resources.language("en"))


def test_each_component_has_its_figure() -> None:
    one, two = reader().figures(OUTPUT)
    assert (one.component_id, one.planned.value, one.actual.value, one.outcome) == ("c", 9, 8, Outcome.SHORTFALL)
    assert (two.component_id, two.planned.value, two.outcome, two.read) == ("d", 4, Outcome.MET, True)


def test_an_override_replaces_the_figure_that_was_read() -> None:
    components = (
        replace(OUTPUT.components[0], planned=Planned(PlannedKind.QUANTITY, 8)),
        OUTPUT.components[1],
    )
    one, two = reader().figures(replace(OUTPUT, components=components))
    assert (one.planned.value, one.read, one.outcome) == (8, False, Outcome.MET)
    assert (two.planned.value, two.read) == (4, True)


def test_an_output_is_read_once_until_it_changes() -> None:
    reads = reader()
    first = reads.figures(OUTPUT)
    assert reads.figures(OUTPUT) is first
    changed = replace(OUTPUT, planned_text="10 audits and 4 inspections")
    assert reads.figures(changed)[0].planned.value == 10
    reads.forget("o")
    assert reads.figures(OUTPUT) == first


def test_the_explanation_helps_to_tell_figures_apart() -> None:
    text = "6 reviews of fuel stocks and 15 inspections of warehouses"
    output = Output(
        "o",
        "s",
        "a",
        text,
        (
            Component("c", "14", explanation="Only 14 inspections of warehouses, for lack of staff"),
            Component("d", "5", remarks="5 reviews of fuel stocks"),
        ),
    )
    assert [figure.planned.value for figure in reader().figures(output)] == [15, 6]


def test_an_empty_cell_is_missing_and_unclear() -> None:
    (figure,) = reader().figures(Output("o", "s", "a", "9 audits", (Component("c"),)))
    assert (figure.actual.kind, figure.planned.value, figure.outcome) == (ActualKind.MISSING, 9, Outcome.UNCLEAR)
