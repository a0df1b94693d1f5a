"""The journal in pages: all of it, or what touched some rows; read backwards, nothing twice."""

from collections.abc import Container
from pathlib import Path

import pytest

from rbb_editor.edits import outputs, sections
from rbb_editor.project import Project
from rbb_editor.project.past import Event, Past
from tests.made_up import small_report


def project_of(path: Path) -> Project:
    return Project.create(path / "report.rbb", small_report(), author="Drafter")


def read(past: Past, wanted: Container[str] | None, size: int) -> list[Event]:
    found: list[Event] = []
    before = None
    while True:
        page = past.page(before, wanted, size)
        found += page.events
        if page.before is None:
            return found
        before = page.before


def test_pages_make_up_the_whole_journal(tmp_path: Path):
    with project_of(tmp_path) as project:
        for number in range(7):
            project.do(outputs.set_completed(project.report, "letters", "letters1", str(number)))
        for size in (1, 3, 4, 8, 100):
            events = read(Past(project), None, size)
            assert [event.record.seq for event in events] == [8, 7, 6, 5, 4, 3, 2, 1]
        assert events[-1].record.kind == "create"
        assert events[-1].change is None
        assert events[0].change == project.change_of(events[0].record)


def test_a_row_and_a_table_have_their_own_history(tmp_path: Path):
    with project_of(tmp_path) as project:
        project.do(outputs.set_completed(project.report, "letters", "letters1", "36"))
        project.do(outputs.set_completed(project.report, "posts", "posts1", "10"))
        project.do(sections.rename(project.report, "B11", "Parcels"))
        project.do(outputs.delete_outputs(project.report, ["posts"]))
        past = Past(project)
        for _ in range(2):  # what is remembered says the same as what is read
            assert [event.record.seq for event in read(past, {"letters"}, 2)] == [2, 1]
            assert [event.record.seq for event in read(past, {"B11"}, 2)] == [5, 4, 3, 1]


def test_large_changes_make_pages_short_and_none_is_lost(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("rbb_editor.project.past.MOST_PAIRS", 3)
    with project_of(tmp_path) as project:
        for number in range(4):
            project.do(outputs.set_completed(project.report, "letters", "letters1", str(number)))
        project.do(sections.delete(project.report, ["A"]))  # its offices, accomplishments and outputs
        past = Past(project)
        assert [event.record.seq for event in past.page(None, None).events] == [6]
        assert [event.record.seq for event in past.page(None, {"posts"}).events] == []  # read, though of no concern
        assert [event.record.seq for event in read(past, None, 100)] == [6, 5, 4, 3, 2, 1]


def test_what_has_come_since_is_told_with_the_latest_step(tmp_path: Path):
    with project_of(tmp_path) as project:
        past = Past(project)
        seen = past.latest()
        assert past.since(seen, None) == ((), seen)
        project.do(outputs.set_completed(project.report, "letters", "letters1", "36"))
        project.do(outputs.set_completed(project.report, "posts", "posts1", "10"))
        for wanted, expected in ((None, [3, 2]), ({"letters"}, [2]), ({"visits"}, [])):
            new, latest = past.since(seen, wanted)
            assert [event.record.seq for event in new] == expected
            assert latest == 3
