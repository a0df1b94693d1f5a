"""What a change of long ago did to the findings."""

from pathlib import Path

from rbb_editor.domain.change import Change, Pair
from rbb_editor.domain.text import Text
from rbb_editor.edits import outputs, sections
from rbb_editor.project import Project
from rbb_editor.project.effects import MOST, effect
from tests.made_up import outcomes_report

WHY = "The lower output was due to the closure of the airport."


def names(found) -> list[str]:
    return [each.rule for each in found]


def test_a_reason_closes_the_finding_and_its_loss_brings_it_up(tmp_path: Path):
    with Project.create(tmp_path / "r.rbb", outcomes_report(), author="T") as project:
        change = outputs.set_explanation(project.report, "o2", "o2c0", WHY)
        project.do(change)
        told = effect(project, change)
        assert (names(told.closed), names(told.opened)) == (["shortfall-unexplained"], [])
        back = effect(project, change.inverse())
        assert (names(back.closed), names(back.opened)) == ([], ["shortfall-unexplained"])


def test_it_is_told_of_outputs_whose_sections_are_gone(tmp_path: Path):
    with Project.create(tmp_path / "r.rbb", outcomes_report(), author="T") as project:
        change = outputs.set_completed(project.report, "o4", "o4c0", "0")
        project.do(change)
        project.do(sections.delete(project.report, ["d"]))
        assert "shortfall-unexplained" in names(effect(project, change).opened)


def test_other_figures_are_told_apart_and_other_words_are_no_effect(tmp_path: Path):
    with Project.create(tmp_path / "r.rbb", outcomes_report(), author="T") as project:
        change = outputs.set_completed(project.report, "o2", "o2c0", "5")  # still short, still without a reason
        told = effect(project, change)
        assert "shortfall-unexplained" not in names(told.closed) + names(told.opened)


def test_of_a_change_of_very_many_outputs_nothing_is_told(tmp_path: Path):
    with Project.create(tmp_path / "r.rbb", outcomes_report(), author="T") as project:
        one = outputs.set_explanation(project.report, "o2", "o2c0", WHY).pairs[0]
        many = Change(Text("many"), tuple(Pair(one.before, one.after) for _ in range(MOST + 1)))
        assert effect(project, many) == effect(project, Change(Text("none"), ()))
