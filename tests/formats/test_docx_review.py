"""What reviewers did in Word arrives as data: tracked changes with author, time and field, comments on their words."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from lxml import etree
from msgspec.structs import replace

from rbb_editor.domain.entities import REPORT_ID, Comment, Component, Level, Output, ReportInfo, Section
from rbb_editor.domain.report import Report
from rbb_editor.formats.docx import marks
from rbb_editor.formats.docx.marks import CommentFacts, comment_key
from rbb_editor.formats.docx_reader import read
from rbb_editor.formats.docx_writer import write
from rbb_editor.formats.imported import Imported
from rbb_editor.formats.revisions import Action, Extent
from rbb_editor.progress import silent
from tests.formats.word_files import (
    SPACES,
    W,
    before_changes,
    members_of,
    p,
    r,
    relations,
    rewritten,
    tbl,
    tc,
    tr,
    word_file,
    zip_file,
)

ANNA = 'w:author="Anna Kowalska" w:date="2026-03-02T10:11:12Z"'
BEN = 'w:author="Ben Okafor" w:date="2026-03-03T08:00:00Z"'
TIME = datetime(2026, 3, 2, 10, 11, 12, tzinfo=UTC)
HEAD = tr("Planned outputs", "Completed (number or yes/no)", "Remarks")


def start(id: int) -> str:
    return f'<w:commentRangeStart w:id="{id}"/>'


def end(id: int) -> str:
    return f'<w:commentRangeEnd w:id="{id}"/><w:r><w:commentReference w:id="{id}"/></w:r>'


def comment(id: int, text: str, who: str = ANNA, paragraph: str = "") -> str:
    lines = text.split("\n")
    made = "".join(f"<w:p>{r(line)}</w:p>" for line in lines[:-1])
    mark = f' w14:paraId="{paragraph}"' if paragraph else ""
    return (
        f'<w:comment w:id="{id}" {who}>{made}<w:p{mark}><w:r><w:annotationRef/></w:r>{r(lines[-1])}</w:p></w:comment>'
    )


def ins(text: str, who: str = ANNA) -> str:
    return f'<w:ins w:id="9" {who}>{r(text)}</w:ins>'


def dele(text: str, who: str = BEN) -> str:
    return f'<w:del w:id="8" {who}><w:r><w:delText xml:space="preserve">{text}</w:delText></w:r></w:del>'


def reviewed(folder: Path, body: str, **parts: str) -> Imported:
    front = p("Expected accomplishment 1.1: Better reporting")
    return read(word_file(folder / "a.docx", front + body, **parts), "en", silent)


def comments(imported: Imported) -> list[Comment]:
    return [each for each in imported.report.entities() if isinstance(each, Comment)]


def test_tracked_words_are_told_with_author_time_and_field(tmp_path: Path) -> None:
    remarks = f"<w:p>{r('The ')}{dele('late ')}{ins('early ')}{r('arrival of staff.')}</w:p>"
    imported = reviewed(tmp_path, tbl(HEAD, tr("Conduct of 12 workshops", "12", tc(remarks))))
    (output,) = imported.report.outputs()
    (component,) = output.components
    assert component.remarks == "The early arrival of staff."
    was = before_changes(tmp_path / "a.docx")
    assert [each.components[0].remarks for each in was.outputs()] == ["The late arrival of staff."]
    deleted, inserted = imported.revisions
    assert (deleted.action, deleted.author, deleted.text) == (Action.DELETED, "Ben Okafor", "late ")
    assert (inserted.action, inserted.text, inserted.time) == (Action.INSERTED, "early ", TIME)
    assert (inserted.target, inserted.component, inserted.field) == (output.id, component.id, "remarks")
    assert (deleted.target, deleted.component, deleted.field) == (output.id, component.id, "remarks")
    assert "Anna Kowalska" in " ".join(str(note.message.fields) for note in imported.notes)


def test_rows_inserted_and_deleted_are_one_revision_each(tmp_path: Path) -> None:
    new = tr(
        *(tc(f"<w:p>{ins(text)}</w:p>") for text in ("New output of 3 studies", "3", "Done.")),
        properties=f"<w:ins {ANNA}/>",
    )
    old = tr(
        *(tc(f"<w:p>{dele(text)}</w:p>") for text in ("Old output of 4 studies", "4", "Gone.")),
        properties=f"<w:del {BEN}/>",
    )
    imported = reviewed(tmp_path, tbl(HEAD, tr("Kept 5 studies", "5", "Kept."), old, new))
    assert [each.planned_text for each in imported.report.outputs()] == ["Kept 5 studies", "New output of 3 studies"]
    was = before_changes(tmp_path / "a.docx")
    assert [each.planned_text for each in was.outputs()] == ["Kept 5 studies", "Old output of 4 studies"]
    assert [(each.action, each.extent, each.text) for each in imported.revisions] == [
        (Action.INSERTED, Extent.ROW, "New output of 3 studies\t3\tDone."),
        (Action.DELETED, Extent.ROW, "Old output of 4 studies\t4\tGone."),
    ]
    assert imported.revisions[0].target == list(imported.report.outputs())[1].id


def test_moved_words_cells_and_joined_paragraphs(tmp_path: Path) -> None:
    moved = f'<w:moveFrom w:id="1" {ANNA}>{r("Moved words.")}</w:moveFrom>'
    here = f'<w:moveTo w:id="2" {ANNA}>{r("Moved words.")}</w:moveTo>'
    joined = f"<w:p><w:pPr><w:rPr><w:del {BEN}/></w:rPr></w:pPr>{r('One ')}</w:p><w:p>{r('sentence.')}</w:p>"
    cell = tc("extra", properties=f"<w:cellDel {BEN}/>")
    imported = reviewed(
        tmp_path,
        tbl(
            HEAD,
            tr("First 5 reports", "5", tc(f"<w:p>{r('A. ')}{moved}</w:p>")),
            tr("Second 6 reports", "6", tc(f"<w:p>{here}</w:p>")),
            tr("Third 7 reports", "7", tc(joined), cell),
        ),
    )
    first, second, third = imported.report.outputs()
    assert (first.components[0].remarks, second.components[0].remarks) == ("A.", "Moved words.")
    assert third.components[0].remarks == "One sentence."
    kinds = [(each.action, each.extent) for each in imported.revisions]
    assert kinds[:2] == [(Action.MOVED_AWAY, Extent.WORDS), (Action.MOVED_HERE, Extent.WORDS)]
    assert set(kinds[2:]) == {(Action.DELETED, Extent.CELL), (Action.DELETED, Extent.PARAGRAPH)}
    was = [each.components[0].remarks for each in before_changes(tmp_path / "a.docx").outputs()]
    assert was[0] == "A. Moved words."
    assert was[2].startswith("One")


def test_comments_stand_on_their_words(tmp_path: Path) -> None:
    planned = f"<w:p>{r('Conduct of ')}{start(1)}{r('12 workshops')}{end(1)}</w:p>"
    figure = f"<w:p>{start(2)}{r('10')}{end(2)}</w:p>"
    remark = f"<w:p>{r('Two were ')}{start(3)}{r('cancelled')}</w:p><w:p>{r('or moved')}{end(3)}{r(' to May.')}</w:p>"
    imported = reviewed(
        tmp_path,
        p("") + tbl(HEAD, tr(tc(planned), tc(figure), tc(remark)), tr("Other 3 studies", "3", "Done.")),
        comments=comment(1, "Which ones?") + comment(2, "Sure?\nReally?", BEN) + comment(3, "Say why."),
    )
    output = next(imported.report.outputs())
    found = {each.text: each for each in comments(imported)}
    first, second, third = (found[text] for text in ("Which ones?", "Sure?\nReally?", "Say why."))
    assert (first.target, first.component, first.field) == (output.id, None, "planned_text")
    assert (first.quote, first.author, first.time) == ("12 workshops", "Anna Kowalska", TIME)
    assert (second.component, second.field, second.quote) == (output.components[0].id, "completed", "10")
    assert (third.field, third.quote) == ("remarks", "cancelled\nor moved")


def test_replies_and_settled_comments(tmp_path: Path) -> None:
    body = f"<w:p>{start(1)}{start(2)}{r('12 workshops')}{end(1)}{end(2)}</w:p>"
    extended = (
        '<w15:commentEx w15:paraId="00000001" w15:done="1"/>'
        '<w15:commentEx w15:paraId="00000002" w15:paraIdParent="00000001" w15:done="0"/>'
    )
    imported = reviewed(
        tmp_path,
        tbl(HEAD, tr(tc(body), "10", "Two fewer.")),
        comments=comment(1, "Which?", paragraph="00000001") + comment(2, "All of them.", BEN, "00000002"),
        commentsExtended=extended,
    )
    question, answer = comments(imported)
    assert (question.answers, answer.answers) == (None, question.id)
    assert question.resolved
    assert answer.target == question.target


def test_a_second_import_finds_the_same_comments(tmp_path: Path) -> None:
    body = tbl(HEAD, tr(tc(f"<w:p>{start(1)}{r('12 workshops')}{end(1)}</w:p>"), "12", "Done."))
    said = comment(1, "Twice") + comment(2, "Twice") + comment(3, " ")
    first, again = (reviewed(tmp_path, body, comments=said) for _ in range(2))
    assert [each.id for each in comments(first)] == [each.id for each in comments(again)]
    assert len(comments(first)) == 2
    loose = comments(first)[1]
    assert (loose.target, loose.field, loose.quote) == (REPORT_ID, None, "")


def test_comments_outside_the_tables(tmp_path: Path) -> None:
    title = f"<w:p>{start(1)}{r('Budget performance')}{end(1)}</w:p>"
    heading = f"<w:p>{r('Expected accomplishment 1.1: ')}{start(2)}{r('Better')}{end(2)}{r(' reporting')}</w:p>"
    body = title + heading + tbl(HEAD, tr("12 workshops", "12", "Done."))
    path = word_file(tmp_path / "a.docx", body, comments=comment(1, "Title?") + comment(2, "How?"))
    imported = read(path, "en", silent)
    on_title, on_heading = comments(imported)
    assert (on_title.target, on_title.field, on_title.quote) == (REPORT_ID, "title", "Budget performance")
    section = imported.report.section(on_heading.target)
    assert (section.level, on_heading.field, on_heading.quote) == (Level.ACCOMPLISHMENT, "title", "Better")


@pytest.fixture
def report() -> Report:
    components = (Component("c1", "1", "One.", "Because."), Component("c2", "2", "Two."))
    return Report(
        [
            ReportInfo(title="Title"),
            Section("d", Level.DEPARTMENT, None, "i", "A", "Department"),
            Section("a", Level.ACCOMPLISHMENT, "d", "i", "1.1", "Accomplishment"),
            Output("o1", "a", "i", "First output", components),
            Output("o2", "a", "r", "Second output", (Component("c3", "3", "Three."),)),
        ]
    )


def around(root: etree._Element, text: str, before: str, after: str) -> None:
    """Puts XML before and after the run that holds a text."""
    run = next(each.getparent() for each in root.iter(f"{{{W}}}t") if each.text == text)
    assert run is not None
    parent = run.getparent()
    assert parent is not None
    at = parent.index(run)
    for piece in reversed(list(etree.fromstring(f"<x {SPACES}>{after}</x>"))):
        parent.insert(at + 1, piece)
    for piece in reversed(list(etree.fromstring(f"<x {SPACES}>{before}</x>"))):
        parent.insert(at, piece)


def with_comments(path: Path, said: str) -> Path:
    members = members_of(path)
    members["word/comments.xml"] = f"<w:comments {SPACES}>{said}</w:comments>".encode()
    rels = members["word/_rels/document.xml.rels"].decode()
    one = (
        relations({"rIdC": ("comments", "comments.xml")})
        .partition("<Relationship ")[2]
        .partition("</Relationships>")[0]
    )
    members["word/_rels/document.xml.rels"] = rels.replace(
        "</Relationships>", f"<Relationship {one}</Relationships>"
    ).encode()
    return zip_file(path, members)


def test_in_a_file_of_our_own_they_stand_on_the_figures_they_were_made_on(report: Report, tmp_path: Path) -> None:
    write(report, tmp_path / "a.docx")

    def review(root: etree._Element) -> None:
        around(root, "Two.", start(1), end(1))
        around(root, "Because.", dele("Since."), ins(" Of rain."))
        around(root, "Title", start(2), end(2))

    path = with_comments(
        rewritten(tmp_path / "a.docx", tmp_path / "b.docx", review), comment(1, "Why?") + comment(2, "T")
    )
    imported = read(path, None, silent)
    on_remark, on_title = comments(imported)
    assert (on_remark.target, on_remark.component, on_remark.field, on_remark.quote) == ("o1", "c2", "remarks", "Two.")
    assert (on_title.target, on_title.field) == (REPORT_ID, "title")
    assert {(each.target, each.component, each.field) for each in imported.revisions} == {("o1", "c1", "explanation")}
    was = before_changes(path).output("o1").components[0]
    assert was == replace(report.output("o1").components[0], explanation="Since.Because.")
    assert imported.report.output("o1").components[0].explanation == "Because. Of rain."


def test_a_deleted_row_of_our_own_is_told_by_its_id(report: Report, tmp_path: Path) -> None:
    write(report, tmp_path / "a.docx")

    def delete(root: etree._Element) -> None:
        row = list(root.iter(f"{{{W}}}tr"))[-1]
        look = row.find(f"{{{W}}}trPr")
        assert look is not None
        look.append(etree.fromstring(f"<x {SPACES}><w:del {BEN}/></x>")[0])

    imported = read(rewritten(tmp_path / "a.docx", tmp_path / "b.docx", delete), None, silent)
    assert [each.id for each in imported.report.outputs()] == ["o1"]
    was = before_changes(tmp_path / "b.docx")
    assert [each.components for each in was.outputs()] == [each.components for each in report.outputs()]
    (gone,) = imported.revisions
    assert (gone.target, gone.component, gone.extent, gone.text) == ("o2", "c3", Extent.ROW, "Second output\t3\tThree.")


def test_a_figure_replaced_in_libreoffice_is_the_same_figure(report: Report, tmp_path: Path) -> None:
    """It writes the start of the bookmark, by which the figure is known, among the deleted words."""
    write(report, tmp_path / "a.docx")

    def replace_figure(root: etree._Element) -> None:
        name = f"{{{W}}}name"
        mark = next(each for each in root.iter(f"{{{W}}}bookmarkStart") if each.get(name, "").endswith("_c3"))
        cell, run = mark.getparent(), mark.getnext()
        assert cell is not None
        assert run is not None
        deleted, inserted = etree.fromstring(f"<x {SPACES}>{dele('3')}{ins('4')}</x>")
        cell.replace(run, deleted)
        deleted.addnext(inserted)
        deleted.insert(0, mark)

    imported = read(rewritten(tmp_path / "a.docx", tmp_path / "b.docx", replace_figure), None, silent)
    assert imported.report.output("o2").components == (Component("c3", "4", "Three."),)
    assert {(each.target, each.component, each.field) for each in imported.revisions} == {("o2", "c3", "completed")}


def test_our_own_comments_are_known_again(report: Report, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The own part says what Word has no place for; who settled it in Word is believed."""
    sent = Comment("n1", "o1", "Why?", "Anna Kowalska", TIME, "c1", "remarks", "One", None)
    facts = CommentFacts(sent.id, sent.target, sent.component, sent.field, None, "One")
    key = comment_key(sent.author, sent.time, sent.text)
    unprinted = marks.unprinted
    monkeypatch.setattr(
        "rbb_editor.formats.docx_writer.unprinted", lambda of: replace(unprinted(of), comments={key: facts})
    )
    write(report, tmp_path / "a.docx")
    path = rewritten(tmp_path / "a.docx", tmp_path / "b.docx", lambda root: around(root, "One.", start(5), end(5)))
    imported = read(with_comments(path, comment(5, "Why?")), None, silent)
    assert comments(imported) == [sent]
    changed = read(with_comments(path, comment(5, "Why not?")), None, silent)
    assert [(each.id == "n1", each.component) for each in comments(changed)] == [(False, "c1")]


def test_an_id_that_is_taken_is_not_believed(report: Report, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    key = comment_key("Anna Kowalska", TIME, "Why?")
    facts = CommentFacts("o2", "o1", "c1", "remarks", None, "One")
    unprinted = marks.unprinted
    monkeypatch.setattr(
        "rbb_editor.formats.docx_writer.unprinted", lambda of: replace(unprinted(of), comments={key: facts})
    )
    write(report, tmp_path / "a.docx")
    path = rewritten(tmp_path / "a.docx", tmp_path / "b.docx", lambda root: around(root, "One.", start(5), end(5)))
    (found,) = comments(read(with_comments(path, comment(5, "Why?")), None, silent))
    assert found.id != "o2"
    assert found.target == "o1"
