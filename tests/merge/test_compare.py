"""What a compare finds, one case each, and what a decision about it does."""

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from rbb_editor.domain.change import Change
from rbb_editor.domain.entities import Abbreviation, Level
from rbb_editor.domain.report import Report
from rbb_editor.domain.text import Text
from rbb_editor.edits import comments, front, levels, outputs, sections
from rbb_editor.merge import Comparison, Decision, Difference, Kind, Side, Topic, compare, merged
from tests.made_up import NOW, small_report

Edit = Callable[[Report], Change | None]


def after(*edits: Edit) -> Report:
    report = small_report()
    for edit in edits:
        change = edit(report)
        assert change is not None
        report.apply(change)
    return report


def remarks(text: str) -> Edit:
    return lambda report: outputs.set_remarks(report, "visits", "visits1", text)


def comparing(ours: Report, theirs: Report) -> Comparison:
    return compare(small_report(), ours, theirs)


def taken(comparison: Comparison, *wanted: Difference, text: str | None = None) -> Report:
    chosen = wanted or comparison.differences
    change = merged(comparison, {each.spot: Decision(Side.THEIRS, text) for each in chosen}, Text.of("Merge"))
    report = comparison.ours.snapshot()
    if change is not None:
        report.apply(change)
    return report


def children(report: Report, parent: str | None) -> list[str]:
    return [node.id for node in report.children(parent)]


def test_a_text_that_both_changed_otherwise_clashes_and_may_be_combined():
    comparison = comparing(after(remarks("Two visits")), after(remarks("2 journeys")))
    (found,) = comparison.differences
    assert (found.kind, found.topic, found.conflict) == (Kind.CHANGED, Topic.WORDING, True)
    assert (found.ours, found.theirs) == ("Two visits", "2 journeys")
    assert taken(comparison).output("visits").components[0].remarks == "2 journeys"
    assert taken(comparison, text=" Two\u0007 journeys ").output("visits").components[0].remarks == "Two journeys"


def test_a_text_that_both_changed_alike_is_no_difference():
    assert comparing(after(remarks("Two")), after(remarks("Two"))).differences == ()


def test_differences_say_what_they_are_about():
    theirs = after(
        remarks("Two"),
        lambda r: outputs.set_completed(r, "visits", "visits1", "9"),
        lambda r: outputs.set_explanation(r, "visits", "visits1", "Owing to rain"),
        lambda r: outputs.set_planned_text(r, "visits", "9 visits"),
        lambda r: sections.rename(r, "a11", "Letters come"),
        lambda r: front.set_info(r, title="Another"),
        lambda r: comments.add_comment(r, "visits", "Why?", author="R", time=NOW),
    )
    assert [each.topic for each in comparing(small_report(), theirs).differences] == [
        Topic.FRONT, Topic.WORDING, Topic.APPROVED, Topic.FIGURES, Topic.WORDING, Topic.REASONS, Topic.COMMENTS,
    ]  # fmt: skip


def test_what_stays_is_counted():
    comparison = comparing(after(lambda r: outputs.set_completed(r, "issue", "issue1", "9")), after(remarks("Two")))
    assert (len(comparison.differences), comparison.ours_only) == (1, 1)
    assert comparison.unchanged == sum(1 for _ in small_report().outputs()) - 2


def test_a_row_deleted_by_them_and_changed_by_us_clashes_and_a_deleted_section_is_one_difference():
    theirs = after(lambda r: sections.delete(r, ["a11"]))
    (calm,) = comparing(small_report(), theirs).differences
    assert (calm.kind, calm.conflict) == (Kind.DELETED, False)
    comparison = comparing(after(remarks("Two")), theirs)
    (found,) = comparison.differences
    assert found.conflict
    assert "visits" not in taken(comparison)
    assert "a11" not in taken(comparison)


def test_a_comment_of_ours_on_a_row_that_they_deleted_is_not_lost_unseen():
    ours = after(lambda r: comments.add_comment(r, "letters", "Keep this", author="We", time=NOW))
    (found,) = comparing(ours, after(lambda r: outputs.delete_outputs(r, ["letters"]))).differences
    assert found.conflict


def test_what_we_deleted_and_they_changed_can_be_put_back_with_its_section():
    comparison = comparing(after(lambda r: sections.delete(r, ["a"])), after(remarks("Two")))
    (found,) = comparison.differences
    assert (found.kind, found.conflict, found.ours) == (Kind.CHANGED, True, None)
    result = taken(comparison)
    assert [each.id for each in result.path("visits")] == ["A", "a", "a11"]
    assert result.output("visits").components[0].remarks == "Two"


def test_rows_and_sections_of_theirs_come_to_their_places():
    def added(report: Report) -> Change | None:
        return outputs.add_output(report, "a11", "letters", "New row")

    theirs = after(added, lambda r: sections.add_section(r, Level.OFFICE, "A", "a", title="New office"))
    ours = after(lambda r: outputs.add_output(r, "a11", "letters", "Our row"))
    result = taken(comparing(ours, theirs))
    texts = [output.planned_text for output in result.outputs("a11")]
    assert texts.index("New row") in (1, 2)
    assert "Our row" in texts
    assert [section.title for section in result.sections("A")][1] == "New office"


def test_a_moved_row_moves_alone():
    theirs = after(lambda r: outputs.move_outputs(r, ["issue"], "a11", None))
    comparison = comparing(after(remarks("Two")), theirs)
    (found,) = comparison.differences
    assert (found.kind, found.spot.target, found.conflict) == (Kind.MOVED, "issue", False)
    result = taken(comparison)
    assert children(result, "a11")[0] == "issue"
    assert result.output("visits").components[0].remarks == "Two"


def test_a_row_that_both_moved_elsewhere_clashes():
    ours = after(lambda r: outputs.move_outputs(r, ["issue"], "B11", None))
    theirs = after(lambda r: outputs.move_outputs(r, ["issue"], "b11", None))
    (found,) = comparing(ours, theirs).differences
    assert (found.kind, found.base, found.theirs, found.ours, found.conflict) == (
        Kind.MOVED, "a11", "b11", "B11", True,
    )  # fmt: skip


def test_what_was_moved_out_of_a_deleted_section_stays():
    theirs = after(lambda r: outputs.move_outputs(r, ["issue"], "b11", None), lambda r: sections.delete(r, ["a11"]))
    result = taken(comparing(small_report(), theirs))
    assert "a11" not in result
    assert result.output("issue").parent == "b11"


def test_figures_come_and_go():
    theirs = after(
        lambda r: outputs.add_component(r, "visits", "visits1"),
        lambda r: outputs.delete_component(r, "visits", "visits2"),
    )
    comparison = comparing(small_report(), theirs)
    assert {each.kind for each in comparison.differences} == {Kind.ADDED, Kind.DELETED}
    assert taken(comparison).output("visits") == theirs.output("visits")


def test_abbreviations_are_compared_line_by_line():
    ours = after(lambda r: front.set_info(r, abbreviations=(*r.info.abbreviations, Abbreviation("UN", "Nations"))))
    theirs = after(
        lambda r: front.set_info(r, abbreviations=(Abbreviation("AU", "African Union"), *r.info.abbreviations))
    )
    comparison = comparing(ours, theirs)
    (found,) = comparison.differences
    assert (found.spot.field, found.kind, found.conflict) == ("abbreviations/AU", Kind.ADDED, False)
    assert [each.short for each in taken(comparison).info.abbreviations] == ["AU", "MUM", "UN"]


def test_a_short_form_listed_twice_is_compared_as_a_whole():
    twice = (Abbreviation("MUM", "One"), Abbreviation("MUM", "Two"))
    theirs = after(lambda r: front.set_info(r, abbreviations=twice))
    comparison = comparing(small_report(), theirs)
    assert [each.spot.field for each in comparison.differences] == ["abbreviations"]
    assert taken(comparison).info.abbreviations == twice


@pytest.mark.parametrize("carries_notes", [True, False])
def test_a_comment_that_is_missing_in_theirs_was_deleted_unless_the_copy_may_have_dropped_it(carries_notes: bool):
    base = after(lambda r: comments.add_comment(r, "letters", "Look", author="R", time=NOW))
    (note,) = [each for each in base.about("letters") if each.id not in small_report()]
    theirs = Report(each for each in base.entities() if each.id != note.id)
    found = compare(base, base, theirs, notes=carries_notes).differences
    assert [each.kind for each in found] == ([Kind.DELETED] if carries_notes else [])


def test_a_comment_answered_and_closed_by_them():
    base = after(lambda r: comments.add_comment(r, "letters", "Look", author="R", time=NOW))
    (note,) = [each for each in base.about("letters") if each.id not in small_report()]
    closed = replace(note, resolved=True)
    theirs = Report(closed if each.id == note.id else each for each in base.entities())
    comparison = compare(base, base, theirs)
    assert [each.kind for each in comparison.differences] == [Kind.CHANGED]
    assert taken(comparison).get(note.id) == closed


def test_a_section_that_stands_at_another_level_in_theirs_comes_with_its_level():
    base, office, last = small_report(), "b", small_report().sections()[-1].id

    def edited(edit: Edit) -> Report:
        copy = base.snapshot()
        change = edit(copy)
        assert change is not None
        copy.apply(change)
        return copy

    raised = edited(lambda report: levels.raise_level(report, office))
    elsewhere = edited(lambda report: sections.move(report, office, last, None))
    for ours, theirs in ((raised, elsewhere), (elsewhere, raised), (base, raised), (base, elsewhere)):
        comparison = compare(base, ours, theirs)
        (moved,) = [each for each in comparison.differences if each.kind is Kind.MOVED]
        result = ours.snapshot()
        change = merged(comparison, {moved.spot: Decision(Side.THEIRS)}, Text.of("Merge"))
        assert change is not None
        result.apply(change)
        assert (result.section(office).parent, result.section(office).level) == (
            theirs.section(office).parent,
            theirs.section(office).level,
        )
