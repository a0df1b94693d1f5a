"""Blackline against an earlier state: of the journal, or of a file; who changed what, as far as the journal knows."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from lxml import etree
from msgspec.structs import replace

from rbb_editor.domain.change import Change
from rbb_editor.domain.entities import Abbreviation, Note
from rbb_editor.domain.text import Text
from rbb_editor.edits import outputs, sections
from rbb_editor.errors import UserError
from rbb_editor.formats.docx_reader import read
from rbb_editor.progress import silent
from rbb_editor.project import Project
from rbb_editor.project.earlier import AfterStep, AtTime, Earlier, blackline
from rbb_editor.project.transfer import Blackline, Signature, WordOptions, write_file
from tests.formats.test_docx_writer import w
from tests.formats.word_files import before_changes, members_of
from tests.made_up import small_report

STRANGER = Signature("Somebody", datetime(2020, 1, 1, tzinfo=UTC))


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with Project.create(tmp_path / "ours.rbb", small_report(), author="Maker") as opened:
        yield opened


def by(project: Project, author: str, change: Change | None) -> None:
    assert change is not None
    project.author = author
    project.do(change)


def remarks(project: Project, output: str, words: str, author: str) -> None:
    component = project.report.output(output).components[0]
    by(project, author, outputs.set_remarks(project.report, output, component.id, words))


def since(project: Project, which: Earlier) -> Blackline:
    return blackline(which, project.report.snapshot(), project.path, STRANGER)


def tracked(project: Project, found: Blackline) -> set[tuple[str, str, str]]:
    """What happened, who did it, the words: of every tracked change in all parts of the file."""
    path = project.path.with_name("blackline.docx")
    write_file(project.report, path, options=WordOptions(blackline=found))
    changes = set()
    for name, data in members_of(path).items():
        if name.startswith("word/") and name.endswith(".xml"):
            for each in etree.fromstring(data).iter(w("ins"), w("del")):
                words = "".join(map(str, each.itertext()))
                if words:
                    changes.add((etree.QName(each).localname, each.get(w("author"), ""), words))
    return changes


def test_each_change_is_signed_by_who_made_it_last(project: Project) -> None:
    remarks(project, "letters", "All letters arrived in time.", "Before")
    seq = project.history(1)[0].seq
    remarks(project, "letters", "All letters arrived at last.", "Anna")
    remarks(project, "visits", "Visits were paid.", "Omar")
    remarks(project, "visits", "Visits were paid twice.", "Chen")
    found = since(project, AfterStep(seq))
    assert found.earlier.output("letters").components[0].remarks == "All letters arrived in time."
    changes = tracked(project, found)
    assert ("ins", "Anna", "at last") in changes
    assert ("del", "Anna", "in time") in changes
    assert {author for _, author, _ in changes} == {"Anna", "Chen"}


def test_the_time_of_a_change_is_that_of_the_journal(project: Project) -> None:
    remarks(project, "letters", "Changed.", "Anna")
    record = project.history(1)[0]
    found = since(project, AtTime(record.time))
    signature = found.signed["letters", project.report.output("letters").components[0].id, "remarks"]
    assert signature == Signature("Anna", record.time)
    assert since(project, AtTime(record.time + timedelta(seconds=1))).earlier == project.report


def test_what_was_undone_is_not_shown(project: Project) -> None:
    remarks(project, "letters", "Changed.", "Anna")
    project.undo()
    found = since(project, AfterStep(1))
    assert found.earlier == project.report
    assert tracked(project, found) == set()


def test_a_row_that_came_is_by_its_maker_its_cells_by_their_writers(project: Project) -> None:
    by(project, "Anna", outputs.add_output(project.report, "a11", "issue", "Ten parcels"))
    new = next(each for each in project.report.outputs("a11") if each.planned_text == "Ten parcels")
    remarks(project, new.id, "Ten were sent.", "Omar")
    changes = tracked(project, since(project, AfterStep(1)))
    assert ("ins", "Anna", "Ten parcels") in changes
    assert ("ins", "Omar", "Ten were sent.") in changes


def test_a_row_that_went_or_moved_is_by_who_did_that(project: Project) -> None:
    remarks(project, "letters", "Written before it was deleted.", "Anna")
    text = project.report.output("letters").planned_text
    by(project, "Omar", outputs.delete_outputs(project.report, ["letters"]))
    moved = project.report.output("online")
    by(project, "Chen", Change.of(Text.of("Move"), [(moved, replace(moved, parent="B11"))]))
    changes = tracked(project, since(project, AfterStep(1)))
    assert ("del", "Omar", text) in changes
    assert ("del", "Chen", moved.planned_text) in changes
    assert ("ins", "Chen", moved.planned_text) in changes


def test_front_matter_notes_and_symbol_are_tracked(project: Project) -> None:
    old = project.report.info
    new = replace(
        old,
        symbol="A/99/1/Add.2",
        session="Second session",
        summary="In short.",
        section_title="Framework",
        notes=(Note("*", "Made up again."), Note("**", "A second note.")),
        abbreviations=(*old.abbreviations, Abbreviation("RBB", "Results-based budgeting")),
    )
    by(project, "Anna", Change.of(Text.of("Front matter"), [(old, new)]))
    found = since(project, AfterStep(1))
    changes = tracked(project, found)
    for words in ("2", "Second session", "In short.", "Framework", "again", "A second note.", "RBB"):
        assert any(kind == "ins" and words in text for kind, _, text in changes), words
    assert {author for _, author, _ in changes} == {"Anna"}
    back = read(project.path.with_name("blackline.docx"), None, silent)
    assert back.report.info == new
    assert before_changes(project.path.with_name("blackline.docx")).info == old


def test_notes_that_went_come_back_when_all_is_rejected(project: Project) -> None:
    old = project.report.info
    by(project, "Anna", Change.of(Text.of("Notes"), [(old, replace(old, notes=()))]))
    tracked(project, since(project, AfterStep(1)))
    back = read(project.path.with_name("blackline.docx"), None, silent)
    assert back.report.info.notes == ()
    assert before_changes(project.path.with_name("blackline.docx")).info.notes == old.notes


def test_a_file_that_was_sent_is_found_in_the_journal(project: Project) -> None:
    sent = project.path.with_name("sent.docx")
    remarks(project, "letters", "As it was sent.", "Before")
    write_file(project.report, sent)
    remarks(project, "letters", "As it is now.", "Anna")
    changes = tracked(project, since(project, sent))
    assert {author for _, author, _ in changes} == {"Anna"}


def test_what_the_journal_does_not_tell_is_by_the_maker_of_the_file(project: Project) -> None:
    other = project.path.with_name("older.json")
    letters = project.report.output("letters")
    older = project.report.snapshot()
    older.apply(Change.of(Text.of("Older"), [(letters, replace(letters, planned_text="Older words"))]))
    write_file(older, other)
    remarks(project, "letters", "Changed.", "Anna")
    changes = tracked(project, since(project, other))
    assert ("del", "Maker", "Older words") in changes
    assert any(author == "Anna" for _, author, _ in changes)
    without = blackline(other, project.report.snapshot(), None, STRANGER)
    assert without.by == STRANGER
    assert without.signed == {}


def test_a_file_of_one_department_shows_no_changes_in_the_others(project: Project) -> None:
    part = project.path.with_name("part.docx")
    write_file(project.report, part, options=WordOptions(departments=frozenset({"B"})))
    assert tracked(project, since(project, part)) == set()
    remarks(project, "posts", "Posts were filled late.", "Anna")
    assert {author for _, author, _ in tracked(project, since(project, part))} == {"Anna"}


def test_there_is_no_state_before_the_beginning(project: Project) -> None:
    with pytest.raises(UserError, match="begins later"):
        since(project, AtTime(datetime(2001, 1, 1, tzinfo=UTC)))
    made = project.history()[-1].time
    assert since(project, AtTime(made - timedelta(hours=2))).earlier == project.report
    with pytest.raises(UserError, match=r"\.rbb"):
        blackline(AfterStep(1), project.report, None, STRANGER)


def test_a_step_that_is_still_to_come_is_refused(project: Project) -> None:
    remarks(project, "letters", "36 letters were sent", "Anna")
    assert since(project, AfterStep(2)).earlier == project.report
    with pytest.raises(UserError, match="no step #3: its last one is #2"):
        since(project, AfterStep(3))


@pytest.mark.parametrize(("first", "last"), [("section", "row"), ("row", "section")])
def test_a_row_stands_where_it_does_by_who_moved_it_or_its_section_last(
    project: Project, first: str, last: str
) -> None:
    moves = {
        "section": lambda report: sections.move(report, "a11", "b", None),
        "row": lambda report: outputs.move_outputs(report, ["issue"], "a11", None),
    }
    by(project, "Anna", moves[first](project.report))
    by(project, "Omar", moves[last](project.report))
    assert since(project, AfterStep(1)).signed["issue", None, "place"].author == "Omar"
