"""The report: its tree, its order, its one mutator."""

from datetime import UTC, datetime

import pytest

from rbb_editor.domain.change import Change
from rbb_editor.domain.entities import Comment, Component, Level, Output, Section
from rbb_editor.domain.report import Conflict, Report
from rbb_editor.domain.text import Text

A = Section("A", Level.DEPARTMENT, None, "b", "A", "First")
B = Section("B", Level.DEPARTMENT, None, "c", "B", "Second")
OFFICE = Section("a", Level.OFFICE, "A", "b", "a", "Office")
GOAL = Section("g", Level.ACCOMPLISHMENT, "a", "b", "1.1", "Goal")
ROW = Output("r", "g", "b", "5 visits", (Component("c", "5"),))
NEXT = Output("n", "g", "c", "6 visits", (Component("d", "6"), Component("e", "7")))
NOTE = Comment("k", "r", "why?", "Ann", datetime(2026, 1, 1, tzinfo=UTC))


@pytest.fixture
def report() -> Report:
    return Report([NOTE, NEXT, ROW, GOAL, OFFICE, B, A])


def change(*pairs: tuple[object, object]) -> Change:
    made = Change.of(Text.of("Change"), pairs)  # type: ignore[arg-type]
    assert made is not None
    return made


def test_the_tree_is_walked_in_order(report: Report) -> None:
    assert [node.id for node in report.walk()] == ["A", "a", "g", "r", "n", "B"]
    assert [output.id for output in report.outputs("A")] == ["r", "n"]
    assert [section.id for section in report.path("n")] == ["A", "a", "g"]
    assert report.address("n") == "A/a/1.1/2"
    assert report.about("r") == [NOTE]
    counts = report.counts()
    assert (counts.departments, counts.offices, counts.accomplishments, counts.outputs, counts.figures) == (
        2,
        1,
        1,
        2,
        3,
    )


def test_a_change_and_its_inverse_leave_the_report_as_it_was(report: Report) -> None:
    before = report.snapshot()
    moved = change((ROW, Output("r", "g", "d", "5 trips", ROW.components)), (B, None))
    report.apply(moved)
    assert [node.id for node in report.walk()] == ["A", "a", "g", "n", "r"]
    assert before != report
    report.apply(moved.inverse())
    assert before == report


@pytest.mark.parametrize(
    "pairs",
    [
        [(Output("r", "g", "b", "other", ROW.components), ROW)],
        [(GOAL, None)],
        [(ROW, None)],
        [(None, Output("x", "A", "b", "under a department", (Component("y"),)))],
        [(B, None), (None, Output("x", "missing", "b", "nowhere", (Component("y"),)))],
        [(None, Section("o", Level.OFFICE, None, "b", "o", "office without department"))],
    ],
    ids=["another before", "children left", "comment left", "wrong parent", "no parent", "wrong level"],
)
def test_what_does_not_fit_is_refused_whole(report: Report, pairs: list[tuple[object, object]]) -> None:
    before = report.snapshot()
    with pytest.raises(Conflict):
        report.apply(change(*pairs))
    assert report == before


def test_two_entities_with_one_id_are_refused() -> None:
    with pytest.raises(Conflict):
        Report([A, A])
