"""Copies, levels, numbers of sections: what a user finds afterwards."""

import pytest

from rbb_editor.domain.entities import Level
from rbb_editor.domain.report import Report
from rbb_editor.edits import copying, levels, numbering, places, sections
from tests.edits.test_sections import applied
from tests.made_up import small_report


def numbers(report: Report, parent: str | None) -> list[str]:
    return [section.number for section in report.sections(parent)]


def test_a_copy_stands_behind_the_original_with_the_number_that_follows() -> None:
    report = small_report()
    applied(report, copying.duplicate(report, "a"))
    original, copy, _ = report.sections("A")
    assert (original.id, copy.title, copy.number) == ("a", "Office of the Postmaster", "b")
    assert [output.planned_text for output in report.outputs(copy.id)] == [
        output.planned_text for output in report.outputs("a")
    ]


def test_what_was_cut_comes_back_as_itself_with_its_comments() -> None:
    report, before = small_report(), small_report()
    applied(report, sections.delete(report, ["a"]))
    applied(report, copying.insert(report, before, "a", "A", None))
    assert {entity.id for entity in report.entities()} == {entity.id for entity in before.entities()}
    assert report.section("a").number == "a"
    assert [note.id for note in report.about("letters")] == ["c1", "c2"]


def test_a_copy_of_what_is_still_here_gets_ids_of_its_own_and_no_comments_twice() -> None:
    report = small_report()
    applied(report, copying.insert(report, small_report(), "a11", "b", "b11"))
    copy = report.sections("b")[1]
    assert (copy.number, copy.title) == ("2.1", "Letters arrive")
    assert copy.id != "a11"
    assert [note.id for output in report.outputs(copy.id) for note in report.about(output.id)] == []


def test_a_section_is_not_pasted_where_it_may_not_stand() -> None:
    with pytest.raises(ValueError, match="office"):
        copying.insert(small_report(), small_report(), "a", None, None)


def test_gaps_among_siblings_are_closed_in_one_change() -> None:
    report = small_report()
    applied(report, sections.delete(report, ["A"]))
    assert numbers(report, None) == ["B"]
    change = numbering.renumber(report, None, Level.DEPARTMENT)
    applied(report, change)
    assert numbers(report, None) == ["A"]
    assert change.label.in_english() == "Renumber section"
    assert numbering.renumber(report, None, Level.DEPARTMENT) is None


def test_offices_and_accomplishments_under_one_department_are_counted_apart() -> None:
    report = small_report()
    applied(report, sections.move(report, "b", "B", "B11"))
    applied(report, sections.set_number(report, "b", "d"))
    assert numbers(report, "B") == ["1.1", "d"]
    applied(report, numbering.renumber(report, "B", Level.OFFICE))
    assert numbers(report, "B") == ["1.1", "a"]


def test_an_accomplishment_leaves_its_office_and_enters_the_one_before() -> None:
    report = small_report()
    applied(report, levels.raise_level(report, "a21"))
    assert [s.id for s in report.sections("A")] == ["a", "a21", "b"]
    assert levels.raise_level(report, "a21") is None
    applied(report, levels.lower_level(report, "a21"))
    assert [s.id for s in report.sections("a")] == ["a11", "a21"]


def test_an_office_becomes_a_department_and_back() -> None:
    report = small_report()
    applied(report, levels.raise_level(report, "b"))
    assert [(s.id, s.level) for s in report.sections()][1] == ("b", Level.DEPARTMENT)
    assert report.section("b").number == "B"
    applied(report, levels.lower_level(report, "b"))
    assert (report.section("b").level, report.section("b").parent, report.section("b").number) == (
        Level.OFFICE, "A", "b",
    )  # fmt: skip


@pytest.mark.parametrize("id", ["A", "a", "b11", "B11"])
def test_what_cannot_go_lower_stays(id: str) -> None:
    assert levels.lower_level(small_report(), id) is None


@pytest.mark.parametrize(
    ("level", "node", "place"),
    [
        (Level.DEPARTMENT, "a11", (None, "A")),
        (Level.DEPARTMENT, None, (None, "B")),
        (Level.OFFICE, "a11", ("A", "a")),
        (Level.OFFICE, "A", ("A", "b")),
        (Level.ACCOMPLISHMENT, "a11", ("a", "a11")),
        (Level.ACCOMPLISHMENT, "a", ("a", "a21")),
        (Level.ACCOMPLISHMENT, "B", ("B", "B11")),
    ],
)
def test_a_new_section_goes_near_the_current_one(level: Level, node: str | None, place: tuple[str | None, str]) -> None:
    assert places.place_near(small_report(), level, node) == places.Place(*place)


def test_without_a_current_section_there_is_room_for_departments_only() -> None:
    assert places.place_near(small_report(), Level.OFFICE, None) is None
