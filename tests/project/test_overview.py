"""The whole report at a glance: outcomes by department, what is left by office, kept up with every change."""

from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from msgspec.structs import replace

from rbb_editor.domain.entities import Level, Output
from rbb_editor.domain.profile import RuleSetting
from rbb_editor.domain.report import Report
from rbb_editor.domain.values import Outcome
from rbb_editor.edits import outputs, sections
from rbb_editor.edits.checks import set_profile
from rbb_editor.edits.comments import waive
from rbb_editor.project import Project
from rbb_editor.project.last_year import LastYear
from rbb_editor.project.overview import Counting, CountingThen, Left, first_left, percentage, years
from rbb_editor.project.sample import make_sample
from rbb_editor.rules import Severity
from tests.made_up import NOW, small_report
from tests.random_edits import random_change


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with Project.create(tmp_path / "now.rbb", small_report(), author="Drafter") as made:
        made.checker.run()
        yield made


def counted(project: Project, at_a_time: int = 10_000) -> Counting:
    made = Counting(project)
    while not made.advance(at_a_time):
        pass
    return made


def test_figures_are_counted_by_department_and_outcome(project: Project) -> None:
    seen = counted(project).seen()
    letters, parcels = seen.bars
    assert (letters.id, parcels.id) == ("A", "B")
    assert [letters.of(each) for each in Outcome] == [3, 1, 1, 0]
    assert [parcels.of(each) for each in Outcome] == [0, 0, 0, 1]
    assert letters.unexplained_of(Outcome.SHORTFALL) == 1
    assert letters.unexplained_of(Outcome.EXCEEDED) == 0
    assert (seen.whole.total, seen.whole.done, seen.whole.comparable) == (6, 4, 5)
    assert (seen.outputs, seen.accomplishments, seen.missing) == (5, 4, 1)
    assert seen.findings[Severity.ERROR] >= 1
    assert seen.counted
    assert seen.checked


def test_offices_come_by_what_lacks_most_and_departments_with_what_stands_outside_their_offices(
    project: Project,
) -> None:
    report = project.report
    for output in ("issue", "online"):
        part = report.output(output).components[0]
        project.do(outputs.set_completed(report, output, part.id, "No"))
    project.do(sections.add_section(report, Level.ACCOMPLISHMENT, "A", None, "9.1", "Letters are kept"))
    own = next(each.id for each in report.sections("A") if each.level is Level.ACCOMPLISHMENT)
    project.do(outputs.add_output(report, own, None, "4 archives"))
    new = next(report.outputs(own))
    project.do(outputs.set_completed(report, new.id, new.components[0].id, "6"))
    left = counted(project).seen().left
    assert left == (Left("a", 2, 0), Left("b", 1, 0), Left("A", 0, 1))
    found = [first_left(project, each) for each in left]
    assert [each and each.target for each in found] == ["letters", "online", new.id]


def test_what_was_waived_is_not_left(project: Project) -> None:
    finding = first_left(project, Left("a", 1, 0))
    assert finding is not None
    why, part = "So it is", finding.component
    project.do(waive(project.report, finding.rule, finding.target, why, author="T", time=NOW, component=part))
    assert counted(project).seen().left == ()
    assert first_left(project, Left("a", 1, 0)) is None


def test_counting_in_pieces_comes_to_the_same(tmp_path: Path) -> None:
    with Project.create(tmp_path / "big.rbb", make_sample(120, "en"), author="T") as project:
        project.checker.run()
        begun = Counting(project)
        begun.advance(1)
        assert not begun.seen().counted
        assert counted(project, 7).seen() == counted(project).seen()


@pytest.mark.parametrize("seed", range(3))
def test_every_change_is_followed(tmp_path: Path, seed: int) -> None:
    """Edits, moves, deletions, undo and redo: what is followed is what is counted anew."""
    chance = Random(seed)
    with Project.create(tmp_path / "now.rbb", make_sample(40, "en"), author="T") as project:
        project.checker.run()
        following = counted(project)
        project.subscribe(following.follow)
        for _ in range(60):
            if chance.random() < 0.2:
                project.undo()
            elif (change := random_change(project.report, chance)) is not None:
                project.do(change)
            project.checker.run()
            while not following.advance(1000):
                pass
            assert following.seen() == counted(project).seen()


def test_last_year_is_counted_by_its_own_figures(project: Project) -> None:
    def worse(entity: object) -> object:
        if isinstance(entity, Output):
            return replace(entity, components=tuple(replace(each, completed="0") for each in entity.components))
        return entity

    then = CountingThen(LastYear(project.report.snapshot(), Report(map(worse, small_report().entities()))))
    assert not then.advance(1)
    assert then.advance(10)
    assert then.seen().of(Outcome.SHORTFALL) == 5
    assert then.seen().of(Outcome.MET) == 0


def test_a_report_without_anything_has_nothing_to_count(tmp_path: Path) -> None:
    with Project.create(tmp_path / "empty.rbb", Report([]), author="T") as project:
        project.checker.run()
        seen = counted(project).seen()
        assert (seen.bars, seen.left, seen.whole.total) == ((), (), 0)


@pytest.mark.parametrize(
    ("part", "whole", "digits", "said"),
    [(394, 494, 1, "79.8%"), (1, 2, 0, "50%"), (0, 0, 1, "–"), (0, 7, 1, "0%"), (7, 7, 1, "100%"),
     (9_999, 10_000, 0, "99%"), (1, 10_000, 0, "1%"), (9_999, 10_000, 1, "99.9%"), (1, 100_000, 1, "0.1%")],
)  # fmt: skip
def test_only_all_is_100_per_cent_and_only_none_is_0(part: int, whole: int, digits: int, said: str) -> None:
    assert percentage(part, whole, digits) == said


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [("2016-07-01", "2017-06-30", "2016/17"), ("2016-01-01", "2016-12-31", "2016"), ("", "", ""),
     ("1999-07-01", "2000-06-30", "1999/00"), ("2016-07-01", "", "2016")],
)  # fmt: skip
def test_a_period_is_named_by_its_years(start: str, end: str, said: str) -> None:
    assert years(start, end) == said


def test_how_severe_a_missing_reason_is_says_the_report(project: Project) -> None:
    assert counted(project).seen().severities[Outcome.SHORTFALL] is Severity.ERROR
    setting = RuleSetting("shortfall-unexplained", severity="advice")
    project.do(set_profile(project.report, [setting]))
    project.checker.run()
    assert counted(project).seen().severities[Outcome.SHORTFALL] is Severity.ADVICE
