"""Edits of departments, offices and accomplishments."""

import pytest

from rbb_editor.domain.change import Change
from rbb_editor.domain.entities import Level, ReportInfo, Section
from rbb_editor.domain.report import Report
from rbb_editor.edits import sections
from tests.made_up import small_report


def applied(report: Report, change: Change | None) -> Report:
    assert change is not None
    report.apply(change)
    return report


@pytest.mark.parametrize(
    ("level", "parent", "after", "number"),
    [
        (Level.DEPARTMENT, None, "B", "C"),
        (Level.OFFICE, "A", "b", "c"),
        (Level.OFFICE, "B", None, "a"),
        (Level.ACCOMPLISHMENT, "a", "a21", "3.1"),
        (Level.ACCOMPLISHMENT, "b", None, "1.1"),
    ],
)
def test_a_new_section_gets_the_number_that_follows(
    level: Level, parent: str | None, after: str | None, number: str
) -> None:
    report = small_report()
    applied(report, sections.add_section(report, level, parent, after, title="New"))
    new = next(node for node in report.sections(parent) if node.title == "New")
    assert new.number == number


def test_the_first_sections_of_an_arabic_report_bear_arabic_letters() -> None:
    report = Report([ReportInfo(language="ar")])
    numbers: list[str] = []
    for level, after in ((Level.DEPARTMENT, None), (Level.DEPARTMENT, 0), (Level.OFFICE, None), (Level.OFFICE, 2)):
        made = [each.id for each in report.entities() if isinstance(each, Section)]
        parent = made[0] if level is Level.OFFICE else None
        elder = report.sections(parent)[-1].id if after is not None else None
        applied(report, sections.add_section(report, level, parent, elder, title="New"))
        numbers.append(report.sections(parent)[-1].number)
    assert numbers == ["ألف", "باء", "أ", "ب"]


@pytest.mark.parametrize(
    ("level", "parent"),
    [(Level.DEPARTMENT, "A"), (Level.OFFICE, None), (Level.OFFICE, "a"), (Level.ACCOMPLISHMENT, None)],
)
def test_a_section_stands_only_where_it_may(level: Level, parent: str | None) -> None:
    with pytest.raises(ValueError, match="under"):
        sections.add_section(small_report(), level, parent, None)


def test_moving_a_section_takes_all_below_it_along() -> None:
    report = small_report()
    applied(report, sections.move(report, "a11", "b", None))
    assert [s.id for s in report.path("visits")] == ["A", "b", "a11"]
    assert [s.id for s in report.sections("b")] == ["a11", "b11"]


def test_moving_to_where_it_stands_changes_nothing() -> None:
    report = small_report()
    assert sections.move(report, "b", "A", "a") is None
    assert sections.move(report, "a", "A", None) is None
    assert sections.move(report, "a", "A", "a") is None


def test_deleting_a_section_deletes_everything_below_and_about_it() -> None:
    report = small_report()
    applied(report, sections.delete(report, ["A"]))
    assert [node.id for node in report.walk()] == ["B", "B11", "posts"]
    assert "c1" not in report
    assert "w1" in report
