"""Files that came back: compared with the state in which they were sent out, whatever was changed here since then."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from docx import Document
from lxml import etree

from rbb_editor.domain.change import Change
from rbb_editor.domain.fingerprint import Fingerprint, Form
from rbb_editor.domain.report import Report
from rbb_editor.domain.text import Text
from rbb_editor.edits import comments, outputs
from rbb_editor.errors import UserError
from rbb_editor.merge import Decision, Difference, Kind, Side, Spot, merged
from rbb_editor.progress import Cancelled
from rbb_editor.project import Project
from rbb_editor.project.returned import Returned, read_returned
from rbb_editor.project.transfer import WordOptions, write_file
from tests.formats.word_files import p, r, tbl, tc, tr, word_file
from tests.made_up import NOW, small_report

Edit = Callable[[Report], Change | None]


@pytest.fixture
def project(tmp_path: Path):
    with Project.create(tmp_path / "ours.rbb", small_report(), author="We") as opened:
        yield opened


def sent(project: Project, name: str) -> Path:
    path = project.path.with_name(name)
    if path.suffix == ".rbb":
        project.save_copy(path)
    else:
        write_file(project.report, path)
    return path


def in_word(path: Path, old: str, new: str) -> None:
    """Someone changes words in the file."""
    document = Document(str(path))
    runs = [
        run
        for table in document.tables
        for row in table._tbl.tr_lst
        for cell in row.tc_lst
        for run in cell.iter("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t")
        if run.text and old in run.text
    ]
    assert runs, old
    for run in runs:
        run.text = run.text.replace(old, new)
    document.save(str(path))


def back(project: Project, path: Path) -> Returned:
    return read_returned(project.path, project.report.snapshot(), path)


def found(returned: Returned) -> list[Difference]:
    return list(returned.comparison.differences)


def remarks(text: str) -> Edit:
    return lambda report: outputs.set_remarks(report, "visits", "visits1", text)


def test_a_word_file_that_nobody_touched_changes_nothing(project: Project):
    path = sent(project, "sent.docx")
    project.do(remarks("Changed here")(project.report))
    returned = back(project, path)
    assert found(returned) == []
    assert returned.sent == project.history()[-1].time
    assert returned.comparison.ours_only == 1


def test_what_they_changed_in_word_is_offered_and_what_we_changed_since_stays(project: Project):
    path = sent(project, "sent.docx")
    in_word(path, " were sent", " went out")  # the words before them carry a comment
    project.do(outputs.set_completed(project.report, "issue", "issue1", "2"))
    (difference,) = found(back(project, path))
    assert (difference.base, difference.theirs, difference.conflict) == (
        "35 letters were sent", "35 letters went out", False,
    )  # fmt: skip
    change = merged(back(project, path).comparison, {difference.spot: Decision(Side.THEIRS)}, Text.of("Merge"))
    project.do(change)
    assert project.report.output("letters").components[0].remarks == "35 letters went out"
    assert project.report.output("issue").components[0].completed == "2"
    project.undo()
    assert project.report.output("letters").components[0].remarks == "35 letters were sent"


def test_a_reason_written_below_the_remarks_in_word_arrives_as_the_reason(project: Project):
    path = sent(project, "sent.docx")
    tracked_in_word(path, " letters were sent", "\nThe lower output was due to a strike of the printers", "Omar", 4)
    returned = back(project, path)
    (difference,) = found(returned)
    assert difference.spot == Spot("letters", "letters1", "explanation")
    assert difference.theirs == "The lower output was due to a strike of the printers"
    assert names(returned) == {"letters letters1 explanation": ["Omar"]}


def test_remarks_that_nobody_touched_are_not_taken_apart(project: Project):
    both = "35 letters were sent. The lower output was due to a strike of the printers"
    project.do(outputs.set_remarks(project.report, "letters", "letters1", both))
    path = sent(project, "sent.docx")
    assert found(back(project, path)) == []
    in_word(path, "5 workshops were held", "6 workshops were held")
    assert [each.spot.target for each in found(back(project, path))] == ["visits"]


def test_what_both_changed_clashes(project: Project):
    path = sent(project, "sent.docx")
    in_word(path, "2 visits were made", "2 journeys were made")
    project.do(remarks("Two visits were made")(project.report))
    (difference,) = found(back(project, path))
    assert difference.conflict
    assert (difference.base, difference.ours) == ("2 visits were made", "Two visits were made")


def test_the_state_it_was_sent_in_is_found_among_many_also_after_undo(project: Project):
    project.do(remarks("First")(project.report))
    path = sent(project, "sent.docx")
    project.do(remarks("Second")(project.report))
    project.undo()
    project.do(remarks("Third")(project.report))
    returned = back(project, path)
    assert returned.sent is not None
    assert found(returned) == []
    assert returned.comparison.base.output("visits").components[0].remarks == "First"


def test_a_file_that_an_older_version_sent_out_is_known_again(project: Project, monkeypatch: pytest.MonkeyPatch):
    with monkeypatch.context() as patch:
        patch.setattr("rbb_editor.formats.docx.marks.Fingerprint", partial(Fingerprint, form=Form.REPR))
        path = sent(project, "sent.docx")
    project.do(remarks("Changed here")(project.report))
    returned = back(project, path)
    assert found(returned) == []
    assert returned.sent is not None


def test_a_file_of_another_report_is_compared_with_what_stands_now(project: Project, tmp_path: Path):
    other = small_report()
    other.apply(remarks("Elsewhere")(other))
    path = tmp_path / "other.docx"
    write_file(other, path)
    returned = back(project, path)
    assert returned.sent is None
    assert [(each.kind, each.theirs) for each in found(returned)] == [(Kind.CHANGED, "Elsewhere")]


def test_a_copy_of_the_file_brings_its_comments(project: Project):
    path = sent(project, "copy.rbb")
    with Project.open(path, author="Reviewer") as theirs:
        theirs.do(comments.add_comment(theirs.report, "letters", "Why?", author="Reviewer", time=NOW))
    project.do(remarks("Changed here")(project.report))
    (difference,) = found(back(project, path))
    assert (difference.kind, difference.theirs.text) == (Kind.ADDED, "Why?")


def test_nothing_that_word_does_not_carry_is_taken_for_deleted(project: Project):
    assert found(back(project, sent(project, "sent.docx"))) == []
    assert found(back(project, sent(project, "sent.json"))) == []


def test_a_file_that_cannot_be_read_is_told(project: Project, tmp_path: Path):
    path = tmp_path / "no.docx"
    path.write_bytes(b"nothing")
    with pytest.raises(UserError, match="no\\.docx"):
        back(project, path)


def test_it_can_be_stopped(project: Project):
    path = sent(project, "sent.docx")

    def stop(done: int, total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        read_returned(project.path, project.report.snapshot(), path, stop)


def test_departments_that_were_not_sent_are_not_deleted(project: Project) -> None:
    chosen = project.report.sections()[0].id
    path = project.path.with_name("part.docx")
    write_file(project.report, path, options=WordOptions(departments=frozenset({chosen})))
    assert found(back(project, path)) == []


W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def tracked_in_word(path: Path, words: str, more: str, author: str, day: int) -> None:
    """Somebody adds words behind others, with tracking."""
    document = Document(str(path))
    run = next(each for each in document.element.body.iter(f"{W}r") if words in "".join(map(str, each.itertext())))
    change = etree.Element(f"{W}ins", {f"{W}id": str(9000 + day), f"{W}author": author})
    change.set(f"{W}date", f"2026-11-{day:02}T10:00:00Z")
    added = etree.SubElement(change, f"{W}r")
    etree.SubElement(added, f"{W}t", {"{http://www.w3.org/XML/1998/namespace}space": "preserve"}).text = more
    run.addnext(change)
    document.save(str(path))


def names(returned: Returned) -> dict[str, list[str]]:
    return {
        f"{spot.target} {spot.component or ''} {spot.field}": [each.name for each in makers]
        for spot, makers in returned.makers.items()
    }


def test_tracked_changes_arrive_by_their_authors(project: Project) -> None:
    path = sent(project, "sent.docx")
    tracked_in_word(path, " letters were sent", " in May", "Anna", 3)
    tracked_in_word(path, " letters were sent", " at once", "Omar", 4)
    tracked_in_word(path, "2 visits were made", " in June", "Omar", 5)
    tracked_in_word(path, "Letters arrive", " in time", "Chen", 6)
    in_word(path, "The report was issued", "The report was printed")
    returned = back(project, path)
    assert names(returned) == {
        "letters letters1 remarks": ["Omar", "Anna"],
        "visits visits1 remarks": ["Omar"],
        "a11  title": ["Chen"],
    }
    times = [each.time for each in returned.makers[Spot("letters", "letters1", "remarks")]]
    assert [time.day for time in times if time is not None] == [4, 3]
    assert len(found(returned)) == 4


def test_a_change_without_a_trace_is_nobodys_though_another_figure_of_the_row_has_one(project: Project) -> None:
    path = sent(project, "sent.docx")
    tracked_in_word(path, "2 visits were made", " in June", "Omar", 5)
    in_word(path, "5 workshops were held", "5 workshops took place")
    returned = back(project, path)
    assert names(returned) == {"visits visits1 remarks": ["Omar"]}
    assert len(found(returned)) == 2


def test_who_changed_a_field_twice_is_named_once_with_the_last_time(project: Project) -> None:
    path = sent(project, "sent.docx")
    for day in (7, 3):  # the one of the third stands before that of the seventh
        tracked_in_word(path, " letters were sent", f" on the {day}th", "Anna", day)
    ((_, (maker,)),) = back(project, path).makers.items()
    assert maker.name == "Anna"
    assert maker.time is not None
    assert maker.time.day == 7


def test_a_copy_tells_by_its_history_who_changed_what(project: Project) -> None:
    path = sent(project, "theirs.rbb")
    with Project.open(path, author="Anna") as theirs:
        theirs.do(outputs.set_remarks(theirs.report, "letters", "letters1", "First"))
        theirs.do(outputs.delete_outputs(theirs.report, ["issue"]))
    with Project.open(path, author="Omar") as theirs:
        theirs.do(outputs.set_remarks(theirs.report, "letters", "letters1", "Second"))
        theirs.do(comments.add_comment(theirs.report, "posts", "Ask.", author="Chen", time=NOW))
    told = names(back(project, path))
    assert told.pop("letters letters1 remarks") == ["Omar"]
    assert told.pop("issue  whole") == ["Anna"]
    assert list(told.values()) == [["Chen"]]


def test_tracked_changes_of_a_file_without_ids_arrive_by_their_authors(project: Project) -> None:
    path = project.path.with_name("strange.docx")
    head = tr("Planned outputs", "Completed (number or yes/no)", "Remarks")
    changed = tc(f'<w:p>{r("35 letters were sent")}<w:ins w:id="1" w:author="Anna" w:date="2026-11-03T10:00:00Z">'
                 f"{r(' in May')}</w:ins></w:p>")  # fmt: skip
    new = tc(f'<w:p><w:ins w:id="2" w:author="Omar" w:date="2026-11-04T10:00:00Z">{r("They were sold")}</w:ins></w:p>')
    rows = (
        tr("40 letters to Member States", "35", changed),
        tr("1 report on letters", "1", "The report was issued"),
        tr("700 stamps with a picture", "700", new),
    )
    above = p("A. Department of Letters") + p("(a) Office of the Postmaster")
    word_file(path, above + p("Expected accomplishment 1.1: Letters arrive") + tbl(head, *rows))
    returned = back(project, path)
    assert names(returned).pop("letters letters1 remarks") == ["Anna"]
    (added,) = (each for each in found(returned) if each.kind is Kind.ADDED)
    assert [each.name for each in returned.makers[added.spot]] == ["Omar"]  # who wrote in it: no row is tracked
