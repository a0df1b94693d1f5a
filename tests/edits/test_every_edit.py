"""The contract of every edit: it changes what it says, its inverse restores the whole report, nothing else moves."""

import inspect
from collections.abc import Callable

import pytest

from rbb_editor import resources
from rbb_editor.domain.change import Change
from rbb_editor.domain.entities import Component, Level
from rbb_editor.domain.profile import RuleSetting
from rbb_editor.domain.reading import Reader
from rbb_editor.domain.report import Report
from rbb_editor.domain.values import Planned, PlannedKind
from rbb_editor.domain.wording import Hit, Kind, Place
from rbb_editor.edits import (
    checks,
    comments,
    copying,
    front,
    levels,
    numbering,
    outputs,
    replacing,
    sections,
    several,
    splitting,
)
from tests import made_up
from tests.made_up import NOW

READER = Reader(resources.language("en"))
STAMP = Hit(Place("online", Kind.PLANNED_TEXT), 19, 24, "stamp")
THIRTY = Planned(PlannedKind.QUANTITY, 30)
FIGURES = [("letters", "letters1"), ("visits", "visits2")]

CASES: dict[str, Callable[[Report], Change | None]] = {
    "outputs.set_planned_text": lambda r: outputs.set_planned_text(r, "letters", "41 letters"),
    "outputs.set_completed": lambda r: outputs.set_completed(r, "letters", "letters1", "40"),
    "outputs.set_remarks": lambda r: outputs.set_remarks(r, "visits", "visits2", "Five were held"),
    "outputs.set_explanation": lambda r: outputs.set_explanation(r, "letters", "letters1", "owing to a strike"),
    "outputs.set_label": lambda r: outputs.set_label(r, "visits", "visits1", "visits"),
    "outputs.set_planned": lambda r: outputs.set_planned(r, READER, "letters", "letters1", THIRTY),
    "outputs.add_output": lambda r: outputs.add_output(r, "a11", "letters", "1 more"),
    "outputs.duplicate_outputs": lambda r: outputs.duplicate_outputs(r, ["visits", "online"]),
    "outputs.delete_outputs": lambda r: outputs.delete_outputs(r, ["letters", "posts"]),
    "outputs.move_outputs": lambda r: outputs.move_outputs(r, ["visits", "letters"], "B11", "posts"),
    "outputs.add_component": lambda r: outputs.add_component(r, "visits", "visits1"),
    "outputs.delete_component": lambda r: outputs.delete_component(r, "visits", "visits1"),
    "outputs.delete_components": lambda r: outputs.delete_components(r, FIGURES),
    "outputs.in_turn": lambda r: outputs.in_turn(r, "Delete figure", FIGURES, outputs.delete_component),
    "splitting.split_output": lambda r: splitting.split_output(r, "visits", "visits2"),
    "splitting.join_outputs": lambda r: splitting.join_outputs(r, ["letters", "visits"]),
    "splitting.split_component": lambda r: splitting.split_component(r, "letters", "letters1", ["30", "5"]),
    "splitting.join_components": lambda r: splitting.join_components(r, "visits", ["visits1", "visits2"]),
    "several.set_completed_of": lambda r: several.set_completed_of(r, FIGURES, "7"),
    "several.set_remarks_of": lambda r: several.set_remarks_of(r, FIGURES, "As planned"),
    "several.set_explanation_of": lambda r: several.set_explanation_of(r, FIGURES, "owing to a strike"),
    "several.clear_figures": lambda r: several.clear_figures(r, FIGURES),
    "several.paste_outputs": lambda r: several.paste_outputs(
        r, "a11", "letters", [several.Carried("2 stamps", (Component("x", "2"), Component("y", "No")))]
    ),
    "replacing.replace_hits": lambda r: replacing.replace_hits(
        r, [STAMP], replacing.Replacement("letter"), planned=True
    ),
    "checks.set_profile": lambda r: checks.set_profile(r, [RuleSetting("number-doubled", on=False)]),
    "checks.mend": lambda r: checks.mend(
        r,
        [
            [checks.Replacement("letters", "letters1", "remarks", 0, "35", "36")],
            [checks.Replacement("A", None, "title", 0, "Department", "Office")],
            [checks.Replacement("report", None, "abbreviations.0.long", 0, r.info.abbreviations[0].long, "Other")],
        ],
    ),
    "sections.add_section": lambda r: sections.add_section(r, Level.OFFICE, "B", None, title="Office of String"),
    "sections.rename": lambda r: sections.rename(r, "A", "Department of Mail"),
    "sections.set_number": lambda r: sections.set_number(r, "a21", "3.1"),
    "sections.move": lambda r: sections.move(r, "b", "B", "B11"),
    "sections.delete": lambda r: sections.delete(r, ["a"]),
    "numbering.renumber": lambda r: numbering.renumber(r, "A", Level.OFFICE, "c"),
    "numbering.close_gaps": lambda r: numbering.close_gaps(r, {("A", Level.OFFICE): ["b", "c"]}),
    "copying.duplicate": lambda r: copying.duplicate(r, "A"),
    "copying.insert": lambda r: copying.insert(r, small_report(), "b", "B", "B11"),
    "levels.raise_level": lambda r: levels.raise_level(r, "b"),
    "levels.lower_level": lambda r: levels.lower_level(r, "B"),
    "front.set_info": lambda r: front.set_info(r, symbol="A/99/2", summary="One\nTwo"),
    "front.add_note": front.add_note,
    "front.set_note": lambda r: front.set_note(r, 0, "**", "Other words"),
    "front.move_note": lambda r: front.move_note(r, 1, -1),
    "front.delete_note": lambda r: front.delete_note(r, 0),
    "front.add_abbreviations": lambda r: front.add_abbreviations(r, [("UN", "United Nations"), ("MUM", "Other")]),
    "front.set_abbreviation": lambda r: front.set_abbreviation(r, 0, "MUM", "Mission that is made up"),
    "front.delete_abbreviations": lambda r: front.delete_abbreviations(r, [0]),
    "front.sort_abbreviations": front.sort_abbreviations,
    "comments.add_comment": lambda r: comments.add_comment(r, "a", "Look", author="R", time=NOW),
    "comments.set_resolved": lambda r: comments.set_resolved(r, "c1", resolved=True),
    "comments.delete_comment": lambda r: comments.delete_comment(r, "c1"),
    "comments.waive": lambda r: comments.waive(r, "excess-unexplained", "visits", "Fine", author="R", time=NOW),
    "comments.withdraw_waiver": lambda r: comments.withdraw_waiver(r, "w1"),
}


def small_report() -> Report:
    """The small report with a second note and a second abbreviation, out of order."""
    report = made_up.small_report()
    for edit in (front.add_note, lambda r: front.add_abbreviations(r, [("AU", "African Union")])):
        change = edit(report)
        assert change is not None
        report.apply(change)
    return report


def test_every_edit_is_tested_here() -> None:
    edits = {
        f"{module.__name__.rpartition('.')[2]}.{name}"
        for module in (
            checks,
            comments,
            copying,
            front,
            levels,
            numbering,
            outputs,
            replacing,
            sections,
            several,
            splitting,
        )
        for name, function in inspect.getmembers(module, inspect.isfunction)
        if function.__module__ == module.__name__
        and not name.startswith("_")
        and "Change" in str(inspect.signature(function).return_annotation)
    }
    assert edits == set(CASES)


@pytest.mark.parametrize("name", CASES)
def test_undo_restores_the_whole_report_and_redo_the_change(name: str) -> None:
    report = small_report()
    before = report.snapshot()
    change = CASES[name](small_report())
    assert change is not None
    report.apply(change)
    changed = report.snapshot()
    assert changed != before
    report.apply(change.inverse())
    assert report == before
    assert [entity.id for entity in report.walk()] == [entity.id for entity in before.walk()]
    report.apply(change)
    assert report == changed


@pytest.mark.parametrize("name", [name for name in CASES if name.partition(".")[2].startswith(("set_", "rename"))])
def test_an_edit_made_twice_changes_nothing_the_second_time(name: str) -> None:
    report = small_report()
    change = CASES[name](report)
    assert change is not None
    report.apply(change)
    assert CASES[name](report) is None


def test_every_label_says_what_was_done() -> None:
    for name, edit in CASES.items():
        change = edit(small_report())
        assert change is not None, name
        assert change.label.in_english().strip(), name
