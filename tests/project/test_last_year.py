"""Last year's report: read from any file, matched by ids or by place and wording, kept, undone and found again."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from rbb_editor.domain.entities import Component, Entity, Output, ReportInfo, Section
from rbb_editor.domain.report import Report
from rbb_editor.domain.values import Outcome
from rbb_editor.edits import front, outputs
from rbb_editor.errors import UserError
from rbb_editor.project import Project
from rbb_editor.project.last_year import LastYear, doubts, read_earlier
from rbb_editor.project.sample import make_sample
from rbb_editor.project.transfer import read_file, write_file
from tests.made_up import small_report

WHY = "The lower output was due to the late recruitment of staff"


def of_last_year(entity: Entity) -> Entity:
    """The same row a year ago: another id, other figures in the wording, a reason."""
    if isinstance(entity, Section):
        return replace(entity, id=f"old-{entity.id}", parent=entity.parent and f"old-{entity.parent}")
    if isinstance(entity, Output):
        parts = tuple(
            Component(f"old-{each.id}", "12", "12 were made", WHY, each.label) for each in reversed(entity.components)
        )
        text = entity.planned_text.replace("40", "25").replace("10", "12")
        return replace(
            entity, id=f"old-{entity.id}", parent=f"old-{entity.parent}", planned_text=text, components=parts
        )
    if isinstance(entity, ReportInfo):
        return replace(entity, period_start="2015-07-01", period_end="2016-06-30", title="The year before")
    return entity


@pytest.fixture
def last_year() -> Report:
    return Report(of_last_year(each) for each in (small_report().info, *small_report().walk()))


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with Project.create(tmp_path / "now.rbb", small_report(), author="Drafter") as made:
        yield made


def keep(project: Project, path: Path) -> None:
    candidate = read_earlier(project.report.snapshot(), path)
    project.keep_earlier(candidate.earlier, candidate.packed)


@pytest.mark.parametrize("suffix", [".json", ".docx", ".rbb"])
def test_any_file_can_be_kept_and_is_matched_by_place_and_wording(
    project: Project, last_year: Report, tmp_path: Path, suffix: str
) -> None:
    path = tmp_path / f"last{suffix}"
    if suffix == ".rbb":
        Project.create(path, last_year, author="Drafter").close()
    else:
        write_file(last_year, path)
    candidate = read_earlier(project.report.snapshot(), path)
    assert (candidate.last_year.matched, candidate.last_year.left_over) == (5, 0)
    assert candidate.earlier.title == "A/99/1/Add.1 The year before"
    assert doubts(project.report, candidate) == []
    project.keep_earlier(candidate.earlier, candidate.packed)
    then = project.earlier_report()
    assert then is not None
    past = LastYear(project.report, then).figure(project.report.output("letters"), "letters1")
    assert past is not None
    assert past.output.planned_text == "25 letters to Member States"
    assert (past.component.completed, past.component.explanation) == ("12", WHY)
    assert past.figure.outcome is Outcome.SHORTFALL


def test_it_survives_a_restart_and_undo_brings_back_what_was_kept_before(
    project: Project, last_year: Report, tmp_path: Path
) -> None:
    first, second = tmp_path / "first.json", tmp_path / "second.json"
    write_file(last_year, first)
    write_file(make_sample(20, "en"), second)
    keep(project, first)
    keep(project, second)
    project.close()
    with Project.open(project.path, author="Drafter") as again:
        assert again.report.earlier is not None
        assert again.report.earlier.name == "second.json"
        again.undo()
        assert again.report.earlier.name == "first.json"
        then = again.earlier_report()
        assert then is not None
        assert [each.planned_text for each in then.outputs()] == [each.planned_text for each in last_year.outputs()]
        again.undo()
        assert again.report.earlier is None
        assert again.earlier_report() is None
        assert again.can_redo is not None


def test_ids_are_stronger_than_wording_and_figures_follow_label_and_order() -> None:
    now = small_report()
    visits = now.output("visits")
    parts = tuple(
        replace(each, label=label) for each, label in zip(visits.components, ("visits", "workshops"), strict=True)
    )
    now.apply(outputs.set_label(now, "visits", "visits1", "visits"))
    now.apply(outputs.set_label(now, "visits", "visits2", "workshops"))
    swapped = tuple(replace(each, id=f"x{each.id}", completed=each.label or "") for each in reversed(parts))
    then = Report(
        replace(each, planned_text="Something quite different", components=swapped) if each.id == "visits" else each
        for each in small_report().entities()
    )
    found = dict(LastYear(now, then).figures(now.output("visits")))
    assert {id: past.component.completed for id, past in found.items()} == {"visits1": "visits", "visits2": "workshops"}


def test_an_output_that_is_new_has_no_past(last_year: Report) -> None:
    now = small_report()
    new = Output("new", "a21", "h", "An entirely new undertaking of great length", (Component("new1"),))
    found = LastYear(Report([*now.entities(), new]), last_year)
    assert found.figure(new, "new1") is None
    assert found.matched == 5


def test_what_speaks_against_a_file_is_said(project: Project, tmp_path: Path) -> None:
    path = tmp_path / "copy.rbb"
    project.save_copy(path)
    candidate = read_earlier(project.report.snapshot(), path)
    assert [each.in_english() for each in doubts(project.report, candidate)] == ["It says the same as this report."]
    write_file(make_sample(20, "fr"), tmp_path / "other.json")
    candidate = read_earlier(project.report.snapshot(), tmp_path / "other.json")
    said = [each.in_english() for each in doubts(project.report, candidate)]
    assert len(said) == 2
    assert "another language" in said[0]
    assert "None of its outputs" in said[1]


def test_a_file_without_outputs_is_refused(project: Project, tmp_path: Path) -> None:
    path = tmp_path / "empty.json"
    write_file(Report([small_report().info]), path)
    with pytest.raises(UserError, match="no planned outputs"):
        read_earlier(project.report.snapshot(), path)


def test_it_is_no_part_of_what_a_file_is_imported_or_exported_with(
    project: Project, last_year: Report, tmp_path: Path
) -> None:
    write_file(last_year, tmp_path / "last.json")
    keep(project, tmp_path / "last.json")
    assert read_file(project.path).report == small_report()
    write_file(project.report, tmp_path / "out.json")
    assert read_file(tmp_path / "out.json").report.earlier is None
    assert b"last.json" not in (tmp_path / "out.json").read_bytes()


@pytest.mark.parametrize(("begins", "said"), [("2015-01-01", 0), ("2016-07-01", 1), ("2017-07-01", 1)])
def test_a_period_that_does_not_begin_before_this_one_is_said(
    project: Project, last_year: Report, tmp_path: Path, begins: str, said: int
) -> None:
    project.do(front.set_info(project.report, period_start="2016-07-01"))
    last_year.apply(front.set_info(last_year, period_start=begins))
    write_file(last_year, tmp_path / "last.json")
    candidate = read_earlier(project.report.snapshot(), tmp_path / "last.json")
    found = [each.in_english() for each in doubts(project.report, candidate)]
    assert found == ["Its period does not begin before that of this report."] * said
