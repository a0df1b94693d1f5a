"""Edits of outputs and figures."""

import pytest

from rbb_editor import resources
from rbb_editor.domain.change import Change
from rbb_editor.domain.entities import Output
from rbb_editor.domain.reading import Reader
from rbb_editor.domain.report import Report
from rbb_editor.domain.values import Planned, PlannedKind
from rbb_editor.edits import outputs
from tests.made_up import small_report


def applied(report: Report, change: Change | None) -> Report:
    assert change is not None
    report.apply(change)
    return report


def order(report: Report, parent: str) -> list[str]:
    return [node.id for node in report.children(parent)]


def test_text_is_cleaned_of_what_no_file_can_hold_and_of_nothing_else() -> None:
    report = small_report()
    applied(report, outputs.set_remarks(report, "letters", "letters1", " sent\x00 35\r\nletters\ud800 – 是\u00a0 "))
    assert report.output("letters").components[0].remarks == "sent 35\nletters – 是"


def test_a_completed_figure_is_one_line() -> None:
    report = small_report()
    applied(report, outputs.set_completed(report, "letters", "letters1", "2 091\n"))
    assert report.output("letters").components[0].completed == "2 091"


def test_overriding_the_planned_figure_and_going_back_to_the_figure_as_read() -> None:
    report, reader = small_report(), Reader(resources.language("en"))
    applied(report, outputs.set_planned(report, reader, "letters", "letters1", Planned(PlannedKind.QUANTITY, 30)))
    assert reader.figures(report.output("letters"))[0].planned.value == 30
    applied(report, outputs.set_planned(report, reader, "letters", "letters1", Planned(PlannedKind.QUANTITY, 40)))
    assert report.output("letters").components[0].planned is None


def test_a_new_output_stands_behind_the_one_named() -> None:
    report = small_report()
    applied(report, outputs.add_output(report, "a11", "letters", "1 more"))
    new = report.children("a11")[1]
    assert isinstance(new, Output)
    assert new.planned_text == "1 more"
    assert len(new.components) == 1


def test_a_new_output_in_an_empty_accomplishment() -> None:
    report = small_report()
    applied(report, outputs.add_output(report, "a21", None))
    assert len(order(report, "a21")) == 1


def test_moving_within_an_accomplishment() -> None:
    report = small_report()
    applied(report, outputs.move_outputs(report, ["letters"], "a11", "visits"))
    assert order(report, "a11") == ["visits", "letters", "issue"]
    applied(report, outputs.move_outputs(report, ["issue", "letters"], "a11", None))
    assert order(report, "a11") == ["letters", "issue", "visits"]


def test_moving_behind_one_of_the_moved_keeps_them_together_in_place() -> None:
    report = small_report()
    applied(report, outputs.move_outputs(report, ["letters", "visits"], "a11", "visits"))
    assert order(report, "a11") == ["letters", "visits", "issue"]


def test_moving_many_times_between_the_same_two_never_runs_out_of_room() -> None:
    report = small_report()
    for _ in range(200):
        first, second, third = order(report, "a11")
        applied(report, outputs.move_outputs(report, [third], "a11", first))
        assert order(report, "a11") == [first, third, second]


def test_a_duplicate_takes_the_plan_and_leaves_the_figures() -> None:
    report = small_report()
    applied(report, outputs.duplicate_outputs(report, ["visits"]))
    copy = report.children("a11")[2]
    assert isinstance(copy, Output)
    assert copy.planned_text == "2 visits and 3 workshops"
    assert [(c.completed, c.remarks) for c in copy.components] == [("", ""), ("", "")]
    assert not {c.id for c in copy.components} & {"visits1", "visits2"}


def test_deleting_takes_the_comments_along() -> None:
    report = small_report()
    applied(report, outputs.delete_outputs(report, ["letters"]))
    assert "letters" not in report
    assert "c1" not in report
    assert "c2" not in report


def test_the_only_figure_of_an_output_is_emptied_not_deleted() -> None:
    report = small_report()
    applied(report, outputs.delete_component(report, "letters", "letters1"))
    (component,) = report.output("letters").components
    assert (component.completed, component.remarks) == ("", "")


def test_a_figure_behind_another() -> None:
    report = small_report()
    applied(report, outputs.add_component(report, "visits", "visits1"))
    ids = [c.id for c in report.output("visits").components]
    assert (ids[0], ids[2], len(ids)) == ("visits1", "visits2", 3)


def test_an_unknown_id_is_a_key_error() -> None:
    report = small_report()
    with pytest.raises(KeyError):
        outputs.set_completed(report, "letters", "visits1", "3")
    with pytest.raises(KeyError):
        outputs.set_planned_text(report, "A", "3")
    with pytest.raises(KeyError):
        outputs.add_output(report, "a11", "online")
