"""Outputs and figures taken apart and put together: no word is lost, comments go along."""

import pytest

from rbb_editor.domain.change import Change
from rbb_editor.domain.entities import Comment, Output
from rbb_editor.domain.report import Report
from rbb_editor.edits import several, splitting
from tests.made_up import NOW, small_report


def applied(report: Report, change: Change | None) -> Report:
    assert change is not None
    report.apply(change)
    return report


def below(report: Report, parent: str) -> list[Output]:
    return [node for node in report.children(parent) if isinstance(node, Output)]


def commented(report: Report, component: str) -> Report:
    note = Comment("c9", "visits", "How many?", "Reviewer", NOW, component, "remarks", "5")
    report.apply(Change.of(NOTHING, [(None, note), (None, Comment("c9b", "visits", "5", "D", NOW, answers="c9"))]))  # type: ignore[arg-type]
    return report


NOTHING = several.Text.of("Note")


def test_an_output_splits_at_a_figure_and_the_comments_on_it_go_along() -> None:
    report = commented(small_report(), "visits2")
    applied(report, splitting.split_output(report, "visits", "visits2"))
    _, visits, workshops, _ = below(report, "a11")
    assert [each.id for each in visits.components] == ["visits1"]
    assert [each.id for each in workshops.components] == ["visits2"]
    assert workshops.planned_text == "2 visits and 3 workshops"
    assert [note.id for note in report.about(workshops.id)] == ["c9", "c9b"]


def test_the_wording_splits_where_it_is_cut() -> None:
    report = small_report()
    applied(report, splitting.split_output(report, "visits", "visits2", len("2 visits and ")))
    _, visits, workshops, _ = below(report, "a11")
    assert (visits.planned_text, workshops.planned_text) == ("2 visits and", "3 workshops")


def test_the_first_figure_alone_cannot_be_split_off() -> None:
    report = small_report()
    assert splitting.split_output(report, "visits", "visits1") is None
    assert splitting.split_output(report, "letters", "letters1", 0) is None
    applied(report, splitting.split_output(report, "letters", "letters1", 3))
    assert [each.planned_text for each in below(report, "a11")][:2] == ["40", "letters to Member States"]
    assert below(report, "a11")[0].components[0].completed == "35"


def test_joined_outputs_keep_every_figure_and_every_comment() -> None:
    report = small_report()
    applied(report, splitting.join_outputs(report, ["visits", "letters"]))
    letters = below(report, "a11")[0]
    assert letters.planned_text == "40 letters to Member States 2 visits and 3 workshops"
    assert [each.completed for each in letters.components] == ["35", "2", "5"]
    assert len(report.about("letters")) == 2


def test_the_tail_of_a_torn_wording_joins_without_its_empty_figure() -> None:
    report = small_report()
    applied(report, several.paste_outputs(report, "a11", "letters", [several.Carried("and others", EMPTY)]))
    tail = below(report, "a11")[1]
    applied(report, splitting.join_outputs(report, ["letters", tail.id]))
    letters = below(report, "a11")[0]
    assert letters.planned_text == "40 letters to Member States and others"
    assert len(letters.components) == 1


EMPTY = (several.Component("x"),)


def test_outputs_of_two_accomplishments_do_not_join() -> None:
    with pytest.raises(ValueError, match="different"):
        splitting.join_outputs(small_report(), ["letters", "posts"])


def test_a_figure_splits_into_what_stands_in_its_cell() -> None:
    report = small_report()
    applied(report, splitting.split_component(report, "letters", "letters1", ["12", "No", "3"], 10))
    assert [(c.completed, c.remarks) for c in report.output("letters").components] == [
        ("12", "35 letters"),
        ("No", "were sent"),
        ("3", ""),
    ]


def test_joined_figures_keep_their_texts_and_comments() -> None:
    report = commented(small_report(), "visits2")
    applied(report, splitting.join_components(report, "visits", ["visits2", "visits1"]))
    (figure,) = report.output("visits").components
    assert figure.completed == "2 5"
    assert figure.remarks == "2 visits were made\n5 workshops were held"
    assert figure.explanation == "The higher output was due to additional requests"
    notes = [note for note in report.about("visits") if isinstance(note, Comment)]
    assert notes[0].component == "visits1"


def test_one_figure_cannot_be_joined() -> None:
    assert splitting.join_components(small_report(), "visits", ["visits1"]) is None
    assert splitting.join_outputs(small_report(), ["visits"]) is None


def test_a_value_for_many_figures_is_one_change() -> None:
    report = small_report()
    places = [("visits", "visits1"), ("letters", "letters1"), ("visits", "visits2")]
    change = several.set_completed_of(report, places, "Yes\n")
    assert change is not None
    assert change.label.in_english() == "Set 3 completed figures"
    applied(report, change)
    assert {c.completed for id in ("letters", "visits") for c in report.output(id).components} == {"Yes"}
    applied(report, several.clear_figures(report, places))
    assert report.output("visits").components[1].explanation == ""


def test_pasted_outputs_stand_in_their_order_with_ids_of_their_own() -> None:
    report = small_report()
    carried = [several.Carried(f"{at} stamps", report.output("visits").components) for at in range(300)]
    applied(report, several.paste_outputs(report, "a11", "letters", carried))
    texts = [output.planned_text for output in below(report, "a11")]
    assert texts[1:301] == [f"{at} stamps" for at in range(300)]
    assert max(len(output.rank) for output in below(report, "a11")) < 12
    ids = [each.id for output in below(report, "a11") for each in output.components]
    assert len(ids) == len(set(ids))
