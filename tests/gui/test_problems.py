"""The findings of a node as the inspector lists them: all of them, in printed order, those of the row apart."""

from collections.abc import Callable, Iterator

import pytest

from rbb_editor.domain.entities import REPORT_ID, Output, Section
from rbb_editor.edits import outputs, sections
from rbb_editor.gui.panels.problems import MOST, Problems
from rbb_editor.project import Project
from rbb_editor.project.sample import make_sample
from rbb_editor.rules import Finding


@pytest.fixture
def project(open_project: Callable) -> Project:
    """A made-up report with findings in some of its rows."""
    project = open_project(make_sample(60, "en"))
    assert isinstance(project, Project)
    return project


def walked(project: Project, node: str) -> Iterator[Finding]:
    """Asking everything in a node, one after the other."""
    for id in (node, *(each.id for each in project.report.walk(None if node == REPORT_ID else node))):
        yield from (finding for finding in project.checker.of(id) if not finding.waived)


def test_all_findings_of_every_node_are_listed_and_those_of_the_row_apart(project: Project):
    problems = Problems(project)
    nodes = [REPORT_ID, *(each.id for each in project.report.walk() if isinstance(each, Section))]
    some = 0
    for node in nodes:
        rows = list(project.report.outputs(None if node == REPORT_ID else node))[:6]
        for row in (None, *(each.id for each in rows)):
            found = problems.listed(node, row)
            expected = list(walked(project, node))
            assert [(each.target, each.rule) for each in found.elsewhere] == [
                (each.target, each.rule) for each in expected if each.target != row
            ][:MOST]
            assert set(found.here) == {each for each in expected if each.target == row}
            assert found.more == (len(expected) - len(found.here) > MOST)
            some += len(found.here)
    assert some


def test_they_follow_edits_moves_and_deletions(project: Project):
    problems = Problems(project)
    broken = next(each for each in project.report.outputs() if any(not f.waived for f in project.checker.of(each.id)))
    department = project.report.path(broken.id)[0].id

    def told() -> set[str]:
        problems.forget()
        return {each.target for each in problems.listed(department, None).elsewhere}

    assert broken.id in told()
    project.do(outputs.delete_outputs(project.report, [broken.id]))
    assert broken.id not in told()
    project.undo()
    assert broken.id in told()
    other = next(each.id for each in project.report.sections() if each.id != department)
    there = next(each for each in project.report.outputs(other))
    project.do(outputs.move_outputs(project.report, [broken.id], there.parent, None))
    assert broken.id not in told()
    assert broken.id in {each.target for each in problems.listed(other, None).elsewhere}
    project.do(sections.delete(project.report, [other]))
    assert not any(isinstance(project.report.get(id), Output) and id == broken.id for id in told())
    assert problems.listed(REPORT_ID, None).elsewhere == tuple(walked(project, REPORT_ID))[:MOST]
