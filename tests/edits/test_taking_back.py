"""Taking back one change: what is newer stays, and what depends on it keeps it from going."""

from collections.abc import Callable

import pytest

from rbb_editor.domain.change import Change
from rbb_editor.domain.entities import Level
from rbb_editor.domain.report import Report
from rbb_editor.edits import comments, front, outputs, sections
from rbb_editor.edits.taking_back import take_back
from rbb_editor.errors import UserError
from tests.edits.test_every_edit import CASES
from tests.edits.test_every_edit import small_report as richer_report
from tests.made_up import NOW, small_report

Edit = Callable[[Report], Change | None]


def made(report: Report, edit: Edit) -> Change:
    change = edit(report)
    assert change is not None
    report.apply(change)
    return change


@pytest.mark.parametrize("name", CASES)
def test_every_edit_is_taken_back_while_nothing_is_newer(name: str):
    report = richer_report()
    change = made(report, CASES[name])
    back = take_back(report, change)
    assert back is not None
    report.apply(back)
    assert report == richer_report()
    assert take_back(richer_report(), Change(change.label, ())) is None
    assert back.label.in_english() == f"Take back: {change.label.in_english()}"


def test_other_fields_of_the_same_output_keep_what_is_newer():
    report = small_report()
    old = made(report, lambda r: outputs.set_remarks(r, "visits", "visits1", "Two"))
    made(report, lambda r: outputs.set_completed(r, "visits", "visits1", "3"))
    made(report, lambda r: outputs.set_remarks(r, "visits", "visits2", "Five"))
    made(report, lambda r: outputs.set_planned_text(r, "visits", "2 visits and 4 workshops"))
    report.apply(take_back(report, old))
    one, other = report.output("visits").components
    assert (one.remarks, one.completed, other.remarks) == ("2 visits were made", "3", "Five")
    assert report.output("visits").planned_text == "2 visits and 4 workshops"


REFUSED: dict[str, tuple[Edit, Edit]] = {
    "the same field": (
        lambda r: outputs.set_remarks(r, "letters", "letters1", "one"),
        lambda r: outputs.set_remarks(r, "letters", "letters1", "two"),
    ),
    "the output is gone": (
        lambda r: outputs.set_remarks(r, "letters", "letters1", "one"),
        lambda r: outputs.delete_outputs(r, ["letters"]),
    ),
    "the figure is gone": (
        lambda r: outputs.set_remarks(r, "visits", "visits1", "one"),
        lambda r: outputs.delete_component(r, "visits", "visits1"),
    ),
    "the added output was written in": (
        lambda r: outputs.add_output(r, "a21", None),
        lambda r: outputs.set_planned_text(r, next(r.outputs("a21")).id, "1 report"),
    ),
    "the added section was filled": (
        lambda r: sections.add_section(r, Level.OFFICE, "B", None, title="Office"),
        lambda r: sections.add_section(r, Level.ACCOMPLISHMENT, r.sections("B")[0].id, None, title="New"),
    ),
    "the added comment was answered": (
        lambda r: outputs.duplicate_outputs(r, ["online"]),
        lambda r: comments.add_comment(r, [*r.outputs("b11")][1].id, "Look", author="R", time=NOW),
    ),
    "the section of the deleted output is gone": (
        lambda r: outputs.delete_outputs(r, ["posts"]),
        lambda r: sections.delete(r, ["B"]),
    ),
    "the front matter": (lambda r: front.set_info(r, symbol="A/1"), lambda r: front.set_info(r, symbol="A/2")),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_something_newer_depends_on_stays(name: str):
    report = small_report()
    first, second = REFUSED[name]
    change = made(report, first)
    made(report, second)
    before = report.snapshot()
    with pytest.raises(UserError, match="cannot be taken back by itself"):
        take_back(report, change)
    assert report == before
