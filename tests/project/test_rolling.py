"""Rolling forward: the frame of the next year, and last year's report beside it."""

from pathlib import Path

import pytest

from rbb_editor.domain.entities import Comment, Waiver
from rbb_editor.domain.report import Report
from rbb_editor.edits import front
from rbb_editor.errors import UserError
from rbb_editor.project import Project
from rbb_editor.project.last_year import LastYear
from rbb_editor.project.rolling import a_year_on, done, rolled_forward
from tests.made_up import small_report


@pytest.fixture
def then() -> Report:
    """A report of a year, as it was finished."""
    report = small_report()
    report.apply(
        front.set_info(
            report, period_start="2024-07-01", period_end="2025-06-30", agenda_item="149", summary="Work went on."
        )
    )
    return report


def test_sections_and_planned_outputs_stay_and_what_was_reported_goes(then: Report) -> None:
    frame, _ = rolled_forward(then, "last.rbb")
    assert [section for section in frame.walk() if section.id in ("A", "a11")] == [
        section for section in then.walk() if section.id in ("A", "a11")
    ]
    assert [each.planned_text for each in frame.outputs()] == [each.planned_text for each in then.outputs()]
    for output in frame.outputs():
        assert [each.label for each in output.components] == [each.label for each in then.output(output.id).components]
        assert not any(each.completed or each.remarks or each.explanation for each in output.components)
    assert not [each for each in frame.entities() if isinstance(each, Comment | Waiver)]


def test_the_front_matter_is_that_of_the_next_year_with_what_is_new_left_open(then: Report) -> None:
    info = rolled_forward(then, "last.rbb")[0].info
    assert (info.period_start, info.period_end) == ("2025-07-01", "2026-06-30")
    assert (info.symbol, info.session, info.agenda_item, info.summary) == ("", "", "", "")
    assert (info.title, info.notes, info.abbreviations) == (then.info.title, then.info.notes, then.info.abbreviations)


def test_last_years_figures_stand_beside_the_new_ones_in_the_file(then: Report, tmp_path: Path) -> None:
    frame, packed = rolled_forward(then, "last.rbb")
    with Project.create(tmp_path / "new.rbb", frame, author="Tester", label=done("last.rbb"), earlier=packed):
        pass
    with Project.open(tmp_path / "new.rbb", author="Tester") as project:
        assert project.report.earlier.name == "last.rbb"
        assert project.history(1)[0].label.in_english() == "Rolled forward from “last.rbb”"
        beside = LastYear(project.report, project.earlier_report())
        past = beside.figure(project.report.output("letters"), "letters1")
        assert (past.component.completed, past.component.remarks) == ("35", "35 letters were sent")
        again, _ = rolled_forward(project.report, "new.rbb")
        assert again.earlier.name == "new.rbb"  # and not that of the year before


def test_a_report_without_outputs_is_refused_in_a_sentence() -> None:
    with pytest.raises(UserError, match="nothing to roll forward"):
        rolled_forward(Report(), "empty.rbb")


@pytest.mark.parametrize(
    ("day", "later"),
    [
        ("2016-07-01", "2017-07-01"),
        ("2024-02-29", "2025-02-28"),
        ("9999-12-31", "9999-12-31"),
        ("", ""),
        ("July 2016", "July 2016"),
    ],
)
def test_a_year_on(day: str, later: str) -> None:
    assert a_year_on(day) == later


@pytest.mark.parametrize(
    ("title", "later"),
    [
        ("for the period from 1 July 2024 to 30 June 2025", "for the period from 1 July 2025 to 30 June 2026"),
        ("Support account 2024/25 (resolution 1999/12)", "Support account 2025/26 (resolution 1999/12)"),
        ("2024年7月1日至2025年6月30日期间", "2025年7月1日至2026年6月30日期间"),
        ("Budget performance", "Budget performance"),
    ],
)
def test_the_years_of_the_period_in_the_title_are_a_year_later(then: Report, title: str, later: str) -> None:
    then.apply(front.set_info(then, title=title))
    assert rolled_forward(then, "last.rbb")[0].info.title == later
