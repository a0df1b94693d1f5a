"""Rows are found again in a copy that has lost its ids."""

import pytest
from msgspec.structs import replace

from rbb_editor.domain.entities import Comment, Component, Entity, Output, Section, Waiver
from rbb_editor.domain.report import Report
from rbb_editor.edits import outputs
from rbb_editor.merge import compare, counterparts, identified
from rbb_editor.project.sample import make_sample
from tests.made_up import small_report


def without_ids(report: Report) -> Report:
    """The same report under other ids, as a program that drops bookmarks gives it back; comments do not survive."""

    def other(id: str | None) -> str | None:
        return id and f"lost{id}"

    def lost(entity: Entity) -> Entity:
        if isinstance(entity, Section):
            return replace(entity, id=other(entity.id), parent=other(entity.parent))
        if isinstance(entity, Output):
            parts = tuple(
                Component(f"lost{each.id}", each.completed, each.remarks, each.explanation)
                for each in entity.components
            )
            return replace(entity, id=other(entity.id), parent=other(entity.parent), components=parts)
        return entity

    return Report(lost(entity) for entity in (report.info, *report.walk()))


@pytest.mark.parametrize("report", [small_report(), make_sample(120, "zh"), make_sample(120, "en")])
def test_a_copy_without_ids_is_the_same_report(report: Report):
    found = identified(report, without_ids(report))
    assert [node.id for node in found.walk()] == [node.id for node in report.walk()]
    assert compare(report, report, found, notes=False).differences == ()


def test_a_reworded_row_is_the_same_row_and_a_new_one_is_new():
    theirs = without_ids(small_report())
    letters = next(theirs.outputs())
    reworded = replace(letters, planned_text=f"{letters.planned_text} and some more")
    new = Output("new", letters.parent, f"{letters.rank}1", "Something that nobody planned", (Component("new1", "5"),))
    entities = [reworded if each.id == letters.id else each for each in theirs.entities()]
    found = identified(small_report(), Report([*entities, new]))
    assert found.output("letters").planned_text.endswith("some more")
    assert "new" in found
    differences = compare(small_report(), small_report(), found, notes=False).differences
    assert sorted(each.spot.field for each in differences) == ["planned_text", "whole"]


def test_a_row_pasted_elsewhere_keeps_its_identity():
    theirs = without_ids(small_report())
    letters = next(theirs.outputs())
    moved = replace(letters, parent="lostb11", rank="zz")
    found = identified(small_report(), Report(moved if each.id == letters.id else each for each in theirs.entities()))
    assert found.output("letters").parent == "b11"


def test_a_row_whose_wording_was_typed_anew_is_known_by_its_figures():
    """Deleting all words of a wording in Word or LibreOffice deletes its bookmark; that of the figure stays."""
    report = small_report()
    letters = replace(report.output("letters"), id="lost", planned_text="Quite another plan of 7 films")
    found = identified(report, Report(letters if each.id == "letters" else each for each in report.entities()
                                      if not isinstance(each, Comment | Waiver)))  # fmt: skip
    (difference,) = compare(report, report, found, notes=False).differences
    assert (difference.spot.target, difference.spot.field) == ("letters", "planned_text")


def test_a_figure_made_a_row_of_its_own_does_not_take_the_row_it_came_from():
    report = small_report()
    visits = report.output("visits")
    first, second = visits.components
    new = Output("new", visits.parent, f"{visits.rank}1", "3 workshops", (second,))
    kept = replace(visits, planned_text="2 visits", components=(first,))
    notes = (Comment, Waiver)
    entities = [kept if each.id == "visits" else each for each in report.entities() if not isinstance(each, notes)]
    found = identified(report, Report([*entities, new]))
    assert found.output("visits").components == (first,)
    assert found.output("new").planned_text == "3 workshops"


def test_ids_that_are_known_are_right():
    report = small_report()
    assert identified(report, report) is report


def test_reports_with_nothing_in_common_end_soon():
    one, other = make_sample(1500, "zh"), without_ids(make_sample(1500, "fr"))
    found = identified(one, other)
    assert len(found) == len(other)


def last_year(*rows: tuple[str, str]) -> Report:
    """Rows of last year under ids of their own, each in an accomplishment that stands this year too."""
    then = without_ids(small_report())
    kept = [each for each in then.entities() if not isinstance(each, Output)]
    made = [
        Output(f"then{at}", f"lost{parent}", f"{at}h", text, (Component(f"thenc{at}"),))
        for at, (parent, text) in enumerate(rows, 1)
    ]
    return Report([*kept, *made])


def found(then: Report, now: Report) -> dict[str, str]:
    """This year's outputs by the wording of last year's that they were matched with."""
    return {
        then.output(theirs).planned_text: mine
        for theirs, mine in counterparts(now, then).items()
        if isinstance(then.get(theirs), Output)
    }


def test_a_row_is_told_by_its_wording_whatever_its_figures_are():
    now = small_report()
    now.apply(outputs.set_planned_text(now, "issue", "4 500 visits"))
    now.apply(outputs.set_planned_text(now, "visits", "7 seats"))
    assert found(last_year(("a11", "120 visits"), ("a11", "8 boats")), now) == {"120 visits": "issue"}


def test_a_row_that_was_in_another_table_is_told_where_its_wording_says_enough():
    now = small_report()
    then = last_year(("B11", "25 letters to Member States"), ("a11", "12 posts"))
    assert found(then, now) == {"25 letters to Member States": "letters"}  # “posts” is too short a word to tell it by


def test_of_two_rows_with_one_wording_none_is_guessed():
    then = last_year(("B11", "25 letters to Member States"), ("B11", "30 letters to Member States"))
    assert found(then, small_report()) == {}
