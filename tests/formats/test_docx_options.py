"""What a Word file can show besides the report: tracked changes, comments, some departments, a word across the page."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from msgspec.structs import replace

from rbb_editor.domain.entities import (
    Abbreviation,
    Comment,
    Component,
    Level,
    Note,
    Output,
    ReportInfo,
    Section,
    Waiver,
)
from rbb_editor.domain.fingerprint import fingerprint
from rbb_editor.domain.rank import spread
from rbb_editor.domain.report import Report
from rbb_editor.formats.docx.marks import Unprinted
from rbb_editor.formats.docx_reader import read
from rbb_editor.formats.docx_writer import write
from rbb_editor.formats.word_options import Blackline, Signature, WordOptions
from rbb_editor.progress import silent
from rbb_editor.project.sample import make_sample
from tests.formats.test_docx_writer import w
from tests.formats.word_files import before_changes, members_of
from tests.random_edits import random_change

TIME = datetime(2026, 3, 2, 10, 11, 12, tzinfo=UTC)
FIRST, SECOND = spread(2)
(ONLY,) = spread(1)
DEPARTMENT = Section("d", Level.DEPARTMENT, None, FIRST, "A", "Department of things")
OTHER = Section("e", Level.DEPARTMENT, None, SECOND, "B", "Office of others")
ACCOMPLISHMENT = Section("a", Level.ACCOMPLISHMENT, "d", ONLY, "1.1", "Things get better")
FURTHER = Section("b", Level.ACCOMPLISHMENT, "e", ONLY, "1.1", "Others get better")


def output(id: str, rank: str, planned: str, *components: Component, parent: str = "a") -> Output:
    return Output(id, parent, rank, planned, components or (Component(f"{id}c", "1", f"{planned} done."),))


@pytest.fixture
def report() -> Report:
    return Report(
        [
            ReportInfo(title="Performance of 2026", summary="First.\nSecond."),
            DEPARTMENT,
            ACCOMPLISHMENT,
            output("o1", FIRST, "Five visits", Component("c1", "5", "Five were made.", "Because of demand.")),
            output("o2", SECOND, "Six reports"),
            OTHER,
            FURTHER,
            output("o3", ONLY, "Seven maps", parent="b"),
        ]
    )


def with_notes(report: Report, *notes: Comment | Waiver) -> Report:
    return Report([*report.entities(), *notes])


def document(path: Path) -> etree._Element:
    return etree.fromstring(members_of(path)["word/document.xml"])


def test_comments_stand_around_their_words_with_author_and_time(report: Report, tmp_path: Path) -> None:
    first = Comment("n1", "o1", "Which demand?\nSay more.", "Anna & Co", TIME, "c1", "explanation", "demand")
    answer = Comment("n2", "o1", "That of staff.", "Omar", TIME.replace(minute=30), "c1", "explanation", "", "n1")
    whole = with_notes(report, first, answer, Comment("n3", "e", "Rename.", "Omar", TIME, resolved=True))
    write(whole, tmp_path / "a.docx")
    root = document(tmp_path / "a.docx")
    start = next(each for each in root.iter(w("commentRangeStart")) if each.get(w("id")) == "0")
    following = start.getnext()
    while following is not None and following.tag != w("r"):
        following = following.getnext()
    assert following is not None
    assert "".join(map(str, following.itertext())) == "demand"
    comments = etree.fromstring(members_of(tmp_path / "a.docx")["word/comments.xml"])
    assert [each.get(w("author")) for each in comments] == ["Anna & Co", "Omar", "Omar"]
    assert comments[0].get(w("date")) == "2026-03-02T10:11:12Z"
    assert read(tmp_path / "a.docx", None, silent).report == whole


def test_a_waiver_comes_back(report: Report, tmp_path: Path) -> None:
    whole = with_notes(report, Waiver("v", "breakdown", "o1", "It is right.", "Omar", TIME, "c1"))
    write(whole, tmp_path / "a.docx")
    assert read(tmp_path / "a.docx", None, silent).report == whole


def test_a_clean_file_holds_nothing_of_what_was_said(report: Report, tmp_path: Path) -> None:
    said = Comment("n1", "o1", "Secret doubt", "Anna", TIME)
    write(with_notes(report, said, Waiver("v", "r", "o1", "Secret reason", "Omar", TIME)), tmp_path / "a.docx",
          options=WordOptions(comments=False))  # fmt: skip
    for name, data in members_of(tmp_path / "a.docx").items():
        assert b"Secret" not in data, name
        assert "comments" not in name
    assert read(tmp_path / "a.docx", None, silent).report == report


def test_findings_are_comments_that_do_not_come_back(report: Report, tmp_path: Path) -> None:
    finding = Comment("f1", "o1", "No reason is given.", "RBB Editor", TIME, "c1", "explanation")
    write(report, tmp_path / "a.docx", options=WordOptions(findings=(finding,)))
    assert b"No reason is given." in members_of(tmp_path / "a.docx")["word/comments.xml"]
    assert read(tmp_path / "a.docx", None, silent).report == report


def test_comments_of_one_time_stand_in_the_order_of_the_pages(report: Report, tmp_path: Path) -> None:
    said = [
        ("Title.", "report", None, "title"),
        ("Heading.", "d", None, "title"),
        ("Planned.", "o1", None, "planned_text"),
        ("Figure.", "o1", "c1", "completed"),
        ("Remark.", "o1", "c1", "remarks"),
        ("Reason.", "o1", "c1", "explanation"),
        ("Next row.", "o2", "o2c", "completed"),
        ("Other department.", "e", None, None),
    ]
    for seed in range(6):
        ids = [f"n{number}" for number in range(len(said) + 2)]
        Random(seed).shuffle(ids)
        comments = [
            Comment(id, target, words, "Anna", TIME, component, field)
            for id, (words, target, component, field) in zip(ids, said, strict=False)
        ]
        asked = comments[5]
        answers = [replace(asked, id=id, text=text, answers=asked.id) for id, text in zip(ids[-2:], "ab", strict=True)]
        given = [*answers, *comments]
        Random(seed).shuffle(given)
        write(report, tmp_path / "a.docx", options=WordOptions(findings=tuple(given)))
        found = etree.fromstring(members_of(tmp_path / "a.docx")["word/comments.xml"])
        texts = ["".join(map(str, each.itertext())) for each in found]
        assert texts == [words for words, *_ in said[:6]] + ["a", "b"] + [words for words, *_ in said[6:]]


def commented(path: Path) -> dict[str, tuple[str, str]]:
    """By the text of each comment: the words it stands on, and all of the row or paragraph around them."""
    said = etree.fromstring(members_of(path)["word/comments.xml"])
    texts = {each.get(w("id")): "".join(map(str, each.itertext())) for each in said}
    found: dict[str, tuple[str, str]] = {}
    for start in document(path).iter(w("commentRangeStart")):
        paragraph = next(start.iterancestors(w("p")))
        row = next(start.iterancestors(w("tr")), paragraph)
        words: list[str] = []
        for each in paragraph[paragraph.index(start) :]:
            if each.tag == w("commentRangeEnd") and each.get(w("id")) == start.get(w("id")):
                break
            words += map(str, each.itertext())
        found[texts[start.get(w("id"))]] = "".join(words), "".join(map(str, row.itertext()))
    return found


def test_what_is_said_of_words_that_are_missing_stands_in_their_row_or_on_the_title(tmp_path: Path) -> None:
    two = (Component("c1", "1", "One.\nIn May."), Component("c2", "2"))
    front = ReportInfo(
        title="Performance of 2026",
        notes=(Note("*", "A note."),),
        abbreviations=(Abbreviation("UN", "United Nations"),),
    )
    department = replace(DEPARTMENT, rank=ONLY)
    report = Report([front, department, ACCOMPLISHMENT, output("o1", ONLY, "Five visits", *two)])
    said = [
        ("No reason.", "o1", "c1", "explanation"),
        ("Nothing at all.", "o1", "c2", "explanation"),
        ("Which row?", "o1", None, "remarks"),
        ("On the whole.", "report", None, None),
        ("Which symbol?", "report", None, "symbol"),
        ("No summary.", "report", None, "summary"),
        ("Too few.", "report", None, "abbreviations"),
        ("Not used.", "report", "UN", "abbreviations"),
        ("Which note?", "report", "*", "notes"),
    ]
    notes = (
        Comment(f"n{at}", target, words, "Anna", TIME, component, field)
        for at, (words, target, component, field) in enumerate(said)
    )
    whole = with_notes(report, *notes)
    write(whole, tmp_path / "a.docx")
    found = commented(tmp_path / "a.docx")
    assert found["No reason."] == ("In May.", "Five visits1One.In May.")
    assert found["Nothing at all."] == ("", "2")
    assert found["Which row?"] == ("", "2")
    assert {found[words][0] for words in ("On the whole.", "Which symbol?", "No summary.")} == {"Performance of 2026"}
    assert found["Too few."][0] == "Abbreviations"
    assert found["Which note?"][0] == "*"
    assert found["Not used."] == ("UN", "UNUnited Nations")
    assert read(tmp_path / "a.docx", None, silent).report == whole


def blackline(old: Report, new: Report, path: Path) -> None:
    write(new, path, options=WordOptions(blackline=Blackline(old, Signature("Maria", TIME))))


def seen(root: etree._Element, *, accepted: bool) -> list[str]:
    """The texts of all paragraphs when all tracked changes are accepted, or rejected; empty ones left out."""
    dropped = "del" if accepted else "ins"

    def texts(parent: etree._Element) -> Iterator[str]:
        for child in parent:
            if child.tag == w(dropped) and parent.tag != w("rPr"):
                continue
            if child.tag == w("tr") and child.find(f"{w('trPr')}/{w(dropped)}") is not None:
                continue
            if child.tag == w("p"):
                words = "".join(
                    each.text or "\t"
                    for each in child.iter(w("t"), w("delText"), w("tab"))
                    if not any(above.tag == w(dropped) for above in each.iterancestors())
                    and each.getparent().tag == w("r")
                )
                yield words
            else:
                yield from texts(child)

    return [each for each in texts(root) if each.strip()]


def plain(report: Report, path: Path) -> list[str]:
    write(report, path)
    return seen(document(path), accepted=True)


def without_contents(lines: list[str]) -> list[str]:
    """What is tracked: the contents are a field, which Word makes anew."""
    return [line for line in lines if line not in ("Contents", "Page") and not re.search(r"\t\d+$", line)]


def test_a_changed_word_is_a_tracked_change_of_its_author(report: Report, tmp_path: Path) -> None:
    new = Report(
        replace(each, planned_text="Five long visits") if isinstance(each, Output) and each.id == "o1" else each
        for each in report.entities()
    )
    blackline(report, new, tmp_path / "a.docx")
    root = document(tmp_path / "a.docx")
    changes = [*root.iter(w("ins")), *root.iter(w("del"))]
    assert ["".join(map(str, each.itertext())) for each in changes] == ["long "]
    assert {(each.get(w("author")), each.get(w("date"))) for each in changes} == {("Maria", "2026-03-02T10:11:12Z")}
    imported = read(tmp_path / "a.docx", None, silent)
    assert imported.report == new
    assert before_changes(tmp_path / "a.docx").output("o1").planned_text == "Five visits"


@settings(max_examples=12)
@given(data=st.data())
def test_accepting_all_gives_the_new_text_rejecting_all_the_old(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    folder = tmp_path_factory.mktemp("blackline")
    old = make_sample(12, "en")
    new = old.snapshot()
    for _ in range(data.draw(st.integers(1, 12))):
        change = random_change(new, data.draw(st.randoms(use_true_random=False)))
        if change is not None:
            new.apply(change)
    blackline(old, new, folder / "a.docx")
    root = document(folder / "a.docx")
    assert without_contents(seen(root, accepted=True)) == without_contents(plain(new, folder / "new.docx"))
    assert without_contents(seen(root, accepted=False)) == without_contents(plain(old, folder / "old.docx"))
    numbers = [each.get(w("id")) for each in root.iter(w("ins"), w("del"), w("bookmarkStart"))]
    assert len(set(numbers)) == len(numbers)
    members = members_of(folder / "a.docx")
    for name in ("word/footnotes.xml", "word/header_even.xml", "word/header_first.xml"):
        states = [
            [line for each in files if name in each for line in seen(etree.fromstring(each[name]), accepted=accepted)]
            for files, accepted in (
                ((members,), True), ((members_of(folder / "new.docx"),), True),
                ((members,), False), ((members_of(folder / "old.docx"),), True),
            )
        ]  # fmt: skip
        assert states[0] == states[1], name
        assert states[2] == states[3], name
    marks = [each.get(w("name")) for each in root.iter(w("bookmarkStart"))]
    assert len(set(marks)) == len(marks)


def test_some_departments_are_sent_as_part_of_the_whole(report: Report, tmp_path: Path) -> None:
    write(report, tmp_path / "a.docx", options=WordOptions(departments=frozenset({"e"})))
    imported = read(tmp_path / "a.docx", None, silent)
    assert [each.id for each in imported.report.walk()] == ["e", "b", "o3"]
    assert imported.sent == fingerprint(report)
    assert b"Five" not in members_of(tmp_path / "a.docx")["word/document.xml"]


def test_a_watermark_stands_in_every_head(report: Report, tmp_path: Path) -> None:
    write(report, tmp_path / "a.docx", options=WordOptions(watermark='DRAFT "1"'))
    members = members_of(tmp_path / "a.docx")
    for part in ("first", "even", "default"):
        head = etree.fromstring(members[f"word/header_{part}.xml"])
        assert [
            each.get("string") for each in head.iter("{urn:schemas-microsoft-com:vml}textpath") if each.get("string")
        ] == ['DRAFT "1"']
    assert read(tmp_path / "a.docx", None, silent).report == report


def test_places_to_sign_are_no_part_of_the_report(report: Report, tmp_path: Path) -> None:
    write(report, tmp_path / "a.docx", options=WordOptions(sign_off=True))
    assert "Approved by" in "".join(map(str, document(tmp_path / "a.docx").itertext()))
    imported = read(tmp_path / "a.docx", None, silent)
    assert (imported.report, imported.notes) == (report, ())


@pytest.mark.parametrize("code", ["en", "zh", "ar"])
def test_a_column_tells_the_outcomes_and_is_left_out_when_the_file_returns(code: str, tmp_path: Path) -> None:
    report, path = make_sample(60, code), tmp_path / "r.docx"
    write(report, path, options=WordOptions(outcome=True))
    tables = document(path).findall(f".//{w('tbl')}")
    rows = [row for table in tables for row in table.findall(w("tr")) if len(row.findall(w("tc"))) == 4]
    told = {"en": "Shortfall", "zh": "不足", "ar": "نقص"}[code]
    texts = ["".join(row.findall(w("tc"))[2].itertext()) for row in rows]
    assert told in texts
    assert len(rows) > sum(len(output.components) for output in report.outputs())  # those of the figures and the heads
    back = read(path, None, silent)
    assert fingerprint(back.report) == fingerprint(report)
    assert not back.notes


def test_a_waiver_with_an_id_that_is_taken_gets_its_own(
    report: Report, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    claimed = [Waiver(id, "excess-unexplained", "o1", "Fine", "R", TIME) for id in ("o2", "w", "w")]
    monkeypatch.setattr("rbb_editor.formats.docx_writer._unprinted", lambda *_: Unprinted(waivers=tuple(claimed)))
    write(report, tmp_path / "a.docx")
    found = [each for each in read(tmp_path / "a.docx", None, silent).report.entities() if isinstance(each, Waiver)]
    assert [each.reason for each in found] == ["Fine"] * 3
    assert len({each.id for each in found} - {"o2"}) == 3
