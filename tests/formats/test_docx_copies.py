"""What LibreOffice makes of our own file: rows that were cut, copied and pasted, marks of notes set a second time."""

from collections.abc import Callable
from copy import deepcopy
from datetime import UTC, datetime
from pathlib import Path

import pytest
from lxml import etree

from rbb_editor.domain.entities import Comment, Component, Level, Note, Output, ReportInfo, Section
from rbb_editor.domain.rank import spread
from rbb_editor.domain.report import Report
from rbb_editor.formats.docx_reader import read
from rbb_editor.formats.docx_writer import write
from rbb_editor.formats.imported import Imported
from rbb_editor.progress import silent
from tests.formats.word_files import W, p, r, rewritten, tbl, tc, tr, word_file

TIME = datetime(2026, 3, 2, 10, 11, 12, tzinfo=UTC)
CHANGE = f'<w:ins xmlns:w="{W}" w:id="900" w:author="Rita" w:date="2026-03-02T10:11:12Z"/>'


@pytest.fixture
def report() -> Report:
    ranks = spread(3)
    (only,) = spread(1)
    return Report(
        [
            Section("d", Level.DEPARTMENT, None, only, "A", "Department"),
            Section("a", Level.ACCOMPLISHMENT, "d", only, "1.1", "Accomplishment"),
            *(
                Output(f"o{at}", "a", rank, f"{word} output", (Component(f"c{at}", str(at), f"{word} remark."),))
                for at, (rank, word) in enumerate(zip(ranks, ("First", "Second", "Third"), strict=True))
            ),
            Comment("n", "o0", "Why?", "Anna", TIME, "c0", "remarks", "remark"),
        ]
    )


def rows(root: etree._Element) -> list[etree._Element]:
    return [row for row in root.iter(f"{{{W}}}tr") if len(row.findall(f"{{{W}}}tc")) == 3][1:]


def inserted(row: etree._Element) -> etree._Element:
    look = row.find(f"{{{W}}}trPr")
    assert look is not None
    look.append(etree.fromstring(CHANGE))
    return row


def emptied(row: etree._Element) -> None:
    for run in list(row.iter(f"{{{W}}}r", f"{{{W}}}commentRangeStart", f"{{{W}}}commentRangeEnd")):
        parent = run.getparent()
        assert parent is not None
        parent.remove(run)


def back(report: Report, folder: Path, change: Callable[[etree._Element], None]) -> Imported:
    write(report, folder / "a.docx")
    return read(rewritten(folder / "a.docx", folder / "b.docx", change), None, silent)


def told(report: Report) -> list[tuple[str, str]]:
    return [(output.id, output.planned_text) for output in report.outputs()]


@pytest.mark.parametrize("tracked", [False, True])
def test_a_row_that_was_cut_and_pasted_is_moved_with_its_comments(
    report: Report, tmp_path: Path, *, tracked: bool
) -> None:
    def move(root: etree._Element) -> None:
        first, _, last = rows(root)
        pasted = deepcopy(first)
        last.addnext(inserted(pasted) if tracked else pasted)
        emptied(first)

    imported = back(report, tmp_path, move)
    assert told(imported.report) == [("o1", "Second output"), ("o2", "Third output"), ("o0", "First output")]
    assert [output.components[0].id for output in imported.report.outputs()] == ["c1", "c2", "c0"]
    (note,) = [each for each in imported.report.entities() if isinstance(each, Comment)]
    assert (note.target, note.component, note.quote) == ("o0", "c0", "remark")
    assert [each.target for each in imported.notes if "cut and pasted" in each.message.msgid] == ["o0"]
    assert not any("copy" in each.message.msgid for each in imported.notes)


@pytest.mark.parametrize("tracked", [False, True])
def test_a_row_that_was_pasted_twice_is_moved_to_the_first_place(
    report: Report, tmp_path: Path, *, tracked: bool
) -> None:
    def move(root: etree._Element) -> None:
        first, _, last = rows(root)
        last.addnext(deepcopy(first))
        last.addnext(deepcopy(first))
        if tracked:
            inserted(first)
        else:
            emptied(first)

    *before, moved, copy = told(back(report, tmp_path, move).report)
    assert [text for _, text in before] == ["First output"] * tracked + ["Second output", "Third output"]
    assert (moved, copy[1]) == (("o0", "First output"), "First output")


def test_a_copy_above_the_row_is_the_copy(report: Report, tmp_path: Path) -> None:
    def copy(root: etree._Element) -> None:
        first, _, last = rows(root)
        first.addprevious(inserted(deepcopy(last)))

    imported = back(report, tmp_path, copy)
    fresh, *others = told(imported.report)
    assert others == told(report)
    assert fresh[1] == "Third output"
    assert fresh[0] != "o2"
    assert [each.target for each in imported.notes if "copy" in each.message.msgid] == [fresh[0]]
    assert {each.target for each in imported.revisions} == {fresh[0]}


def test_what_libreoffice_puts_behind_inserted_words_is_none_of_them(report: Report, tmp_path: Path) -> None:
    def add(root: etree._Element) -> None:
        row = inserted(deepcopy(rows(root)[-1]))
        for text in row.iter(f"{{{W}}}t"):
            text.text = f"Fourth{text.text}"
        run = next(row.iter(f"{{{W}}}r"))
        change = etree.fromstring(CHANGE)
        run.addprevious(change)
        change.append(run)
        next(run.iter(f"{{{W}}}t")).text = "Fourth output\u200d"
        rows(root)[-1].addnext(row)

    assert told(back(report, tmp_path, add).report)[-1][1] == "Fourth output"


def test_the_mark_of_a_note_that_is_set_twice_is_no_part_of_the_title(tmp_path: Path) -> None:
    notes = (Note("*", "First."), Note("**", "Second."))
    report = Report([ReportInfo(section_title="Framework", notes=notes)])

    def double(root: etree._Element) -> None:
        *_, last = root.iter(f"{{{W}}}footnoteReference")
        run = last.getparent()
        assert run is not None
        second = deepcopy(run)
        second.remove(second.find(f"{{{W}}}footnoteReference"))
        run.addnext(second)

    info = back(report, tmp_path, double).report.info
    assert (info.section_title, info.notes) == ("Framework", notes)


def test_a_figure_below_the_mark_of_a_note_is_no_second_mark(tmp_path: Path) -> None:
    mark = "<w:r><w:footnoteReference w:customMarkFollows='1' w:id='2'/><w:t>12</w:t></w:r>"
    head = tr("Planned outputs", "Completed", "Remarks")
    planned = tc(f"<w:p>{r('12 briefings')}{mark}</w:p>")
    text = p("A. Department") + p("Expected accomplishment 1.1: Supply") + tbl(head, tr(planned, "12", "Held."))
    (output,) = read(word_file(tmp_path / "a.docx", text), "en", silent).report.outputs()
    assert output.components[0].completed == "12"
