"""Rows of our own file that were moved, copied, deleted, inserted or split in Word keep what they are; it is told."""

from collections.abc import Callable
from copy import deepcopy
from pathlib import Path

import pytest
from lxml import etree

from rbb_editor.domain.entities import Component, Level, Output, ReportInfo, Section
from rbb_editor.domain.ids import encode
from rbb_editor.domain.report import Report
from rbb_editor.domain.values import Planned, PlannedKind
from rbb_editor.formats.docx_reader import read
from rbb_editor.formats.docx_writer import write
from rbb_editor.formats.imported import Imported, Kind
from rbb_editor.progress import silent
from tests.formats.word_files import SPACES, W, rewritten

FIRST, SECOND, THIRD = (encode(1 << 120 | number) for number in range(3))
OVERRIDE = Planned(PlannedKind.QUANTITY, 7, None, None)


@pytest.fixture
def report() -> Report:
    pair = (Component("c1", "1", "One.", "Because.", label="ones"), Component("c2", "2", "Two."))
    return Report(
        [
            ReportInfo(title="Title", period_start="2016-07-01"),
            Section("d", Level.DEPARTMENT, None, "i", "A", "Department"),
            Section("a", Level.ACCOMPLISHMENT, "d", "i", "1.1", "Accomplishment"),
            Section("b", Level.ACCOMPLISHMENT, "d", "r", "2.1", "Another"),
            Output(FIRST, "a", "i", "First output", pair),
            Output(SECOND, "a", "r", "Second output", (Component("c3", "3", "Three.", planned=OVERRIDE),)),
            Output(THIRD, "b", "i", "Third output", (Component("c4", "4", "Four."),)),
        ]
    )


def changed(report: Report, folder: Path, change: Callable[[etree._Element], None]) -> Imported:
    write(report, folder / "a.docx")
    return read(rewritten(folder / "a.docx", folder / "b.docx", change), None, silent)


def row(root: etree._Element, words: str) -> etree._Element:
    return next(each for each in root.iter(f"{{{W}}}tr") if words in "".join(map(str, each.itertext())))


def cell(row: etree._Element, at: int) -> etree._Element:
    return row.findall(f"{{{W}}}tc")[at]


def outputs(imported: Imported) -> list[tuple[str, list[str]]]:
    return [(each.id, [component.id for component in each.components]) for each in imported.report.outputs()]


def messages(imported: Imported) -> list[str]:
    return [note.message.in_english() for note in imported.notes]


def unmarked(row: etree._Element) -> etree._Element:
    """As Word leaves a pasted copy: the bookmarks stay with the original."""
    for mark in [*row.iter(f"{{{W}}}bookmarkStart"), *row.iter(f"{{{W}}}bookmarkEnd")]:
        mark.getparent().remove(mark)  # type: ignore[union-attr]
    return row


def test_moved_rows_keep_their_ids_wherever_they_go(report: Report, tmp_path: Path) -> None:
    def move(root: etree._Element) -> None:
        row(root, "Third output").addnext(row(root, "Second output"))

    imported = changed(report, tmp_path, move)
    assert [(each.id, each.parent) for each in imported.report.outputs()] == [(FIRST, "a"), (THIRD, "b"), (SECOND, "b")]
    assert imported.report.output(SECOND).components == report.output(SECOND).components
    assert imported.notes == ()


def test_deleted_rows_are_gone_and_nothing_else(report: Report, tmp_path: Path) -> None:
    def delete(root: etree._Element) -> None:
        gone = row(root, "Second output")
        gone.getparent().remove(gone)  # type: ignore[union-attr]

    assert outputs(changed(report, tmp_path, delete)) == [(FIRST, ["c1", "c2"]), (THIRD, ["c4"])]


@pytest.mark.parametrize("name", ["{}", "{}1", "{}_Copy_1"])
def test_a_copy_gets_ids_of_its_own_and_says_so(report: Report, tmp_path: Path, name: str) -> None:
    """Word drops the bookmarks of a copy or doubles them, LibreOffice gives them other names."""

    def copy(root: etree._Element) -> None:
        original = row(root, "Second output")
        double = deepcopy(original)
        for mark in double.iter(f"{{{W}}}bookmarkStart"):
            if SECOND in mark.get(f"{{{W}}}name", ""):
                mark.set(f"{{{W}}}name", name.format(mark.get(f"{{{W}}}name")))
        original.addnext(double)

    imported = changed(report, tmp_path, copy)
    found = outputs(imported)
    assert [id for id, _ in found[:2]] == [FIRST, SECOND]
    assert found[2][0] not in (FIRST, SECOND, THIRD, f"{SECOND}1")
    assert len({component for _, components in found for component in components}) == 5
    assert any("a copy" in message for message in messages(imported))


def test_inserted_rows_and_figures_are_told(report: Report, tmp_path: Path) -> None:
    def insert(root: etree._Element) -> None:
        row(root, "Second output").addnext(unmarked(deepcopy(row(root, "Third output"))))
        row(root, "Two.").addnext(unmarked(deepcopy(row(root, "Two."))))

    imported = changed(report, tmp_path, insert)
    assert [len(components) for _, components in outputs(imported)] == [3, 1, 1, 1]
    assert messages(imported) == ["This figure was added in Word.", "This output was added in Word."]


def test_remarks_split_over_two_rows_are_one_again(report: Report, tmp_path: Path) -> None:
    def split(root: etree._Element) -> None:
        upper = row(root, "Second output")
        lower = unmarked(deepcopy(upper))
        for at in (0, 1):
            for each, kind in ((upper, "restart"), (lower, "continue")):
                look = cell(each, at).find(f"{{{W}}}tcPr")
                assert look is not None
                look.append(etree.fromstring(f'<x {SPACES}><w:vMerge w:val="{kind}"/></x>')[0])
            for text in cell(lower, at).iter(f"{{{W}}}t"):
                text.text = ""
        for text in cell(lower, 2).iter(f"{{{W}}}t"):
            text.text = "And more."
        upper.addnext(lower)

    imported = changed(report, tmp_path, split)
    (component,) = imported.report.output(SECOND).components
    assert (component.id, component.remarks, component.planned) == ("c3", "Three.\nAnd more.", OVERRIDE)
    assert [note.kind for note in imported.notes] == [Kind.JOINED]


def test_a_column_put_in_by_a_reviewer_is_left_out_with_its_words(report: Report, tmp_path: Path) -> None:
    def widen(root: etree._Element) -> None:
        for each in root.iter(f"{{{W}}}tr"):
            cells = each.findall(f"{{{W}}}tc")
            if len(cells) == 3:
                words = "seen" if "Second" in "".join(map(str, each.itertext())) else ""
                new = f"<w:tc><w:p>{f'<w:r><w:t>{words}</w:t></w:r>' if words else ''}</w:p></w:tc>"
                cells[1].addnext(etree.fromstring(f"<x {SPACES}>{new}</x>")[0])

    imported = changed(report, tmp_path, widen)
    assert [each.components for each in imported.report.outputs()] == [each.components for each in report.outputs()]
    assert [(note.kind, note.source) for note in imported.notes] == [(Kind.LEFT_OUT, "seen")]


def test_an_accomplishment_typed_without_our_style_is_one(report: Report, tmp_path: Path) -> None:
    def insert(root: etree._Element) -> None:
        table = row(root, "Second output").getparent()
        heading = "<w:p><w:r><w:t>Expected accomplishment 1.2: New one</w:t></w:r></w:p>"
        moved = row(root, "Third output")
        new = deepcopy(table)
        for each in new.findall(f"{{{W}}}tr")[1:]:  # type: ignore[union-attr]
            new.remove(each)  # type: ignore[union-attr]
        new.append(unmarked(deepcopy(moved)))  # type: ignore[union-attr]
        table.addnext(new)  # type: ignore[union-attr]
        table.addnext(etree.fromstring(f"<x {SPACES}>{heading}</x>")[0])  # type: ignore[union-attr]

    imported = changed(report, tmp_path, insert)
    titles = [(each.number, each.title) for each in imported.report.sections("d")]
    assert titles == [("1.1", "Accomplishment"), ("1.2", "New one"), ("2.1", "Another")]
    assert "This heading was added in Word." in messages(imported)


def test_a_file_rebuilt_beyond_recognition_keeps_what_only_its_own_part_says(report: Report, tmp_path: Path) -> None:
    def rebuild(root: etree._Element) -> None:
        for style in list(root.iter(f"{{{W}}}pStyle")):
            if style.get(f"{{{W}}}val", "").startswith("RBB"):
                style.getparent().remove(style)  # type: ignore[union-attr]

    imported = changed(report, tmp_path, rebuild)
    assert [id for id, _ in outputs(imported)] == [FIRST, SECOND, THIRD]
    assert imported.report.output(SECOND).components[0].planned == OVERRIDE
    assert imported.report.output(FIRST).components[0].label == "ones"
    assert imported.report.info.period_start == "2016-07-01"
    assert imported.sent
