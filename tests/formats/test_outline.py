"""Departments, offices and accomplishments found by their wording, or by their style, in six languages."""

import pytest

from rbb_editor.domain.entities import Level
from rbb_editor.domain.report import Report
from rbb_editor.errors import UserError
from rbb_editor.formats.assemble import assemble
from rbb_editor.formats.blocks import Block, Cell, Heading, Paragraph, Place, Row
from tests.formats.text_reports import accomplishment, head, outputs, read

LANGUAGES = ("en", "fr", "es", "ru", "ar", "zh")


def sections(report: Report) -> list[tuple[Level, str, str]]:
    return [(node.level, node.number, node.title) for node in report.walk() if hasattr(node, "level")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_outline_of_a_text_in_each_language(language: str) -> None:
    lines = [
        "A. First department", "", "(a) First office", "", accomplishment(language, "1.1", "First"), "", head(language),
        "One\t1\tText", "", "(b) Second office", "", accomplishment(language, "2.1", "Second"), "", head(language),
        "Two\t2\tText", "", "B. Second department", "", accomplishment(language, "1.1", "Third"), "", head(language),
        "Three\t3\tText",
    ]  # fmt: skip
    imported = read("\n".join(lines))
    assert imported.language == language
    assert sections(imported.report) == [
        (Level.DEPARTMENT, "A", "First department"),
        (Level.OFFICE, "a", "First office"),
        (Level.ACCOMPLISHMENT, "1.1", "First"),
        (Level.OFFICE, "b", "Second office"),
        (Level.ACCOMPLISHMENT, "2.1", "Second"),
        (Level.DEPARTMENT, "B", "Second department"),
        (Level.ACCOMPLISHMENT, "1.1", "Third"),
    ]
    assert [planned for planned, _ in outputs(imported.report)] == ["One", "Two", "Three"]


def test_numbers_where_letters_and_words_are_missing() -> None:
    lines = [
        "A. Department", "", "1. First office", "", "1.1 Improved reporting", "", head("en"), "One\t1\tText", "",
        "2. Second office", "", "2.1 Rapid deployment", "", head("en"), "Two\t2\tText",
    ]  # fmt: skip
    assert [(level, number) for level, number, _ in sections(read("\n".join(lines)).report)] == [
        (Level.DEPARTMENT, "A"), (Level.OFFICE, "1"), (Level.ACCOMPLISHMENT, "1.1"), (Level.OFFICE, "2"),
        (Level.ACCOMPLISHMENT, "2.1"),
    ]  # fmt: skip


def test_a_list_after_a_page_break_is_no_office() -> None:
    lines = [
        "A. Department", "", accomplishment("en"), "", head("en"),
        "Support\tYes\tThe following was done:", "", "(a) A module was installed;", "(b) A site was opened.", "",
        accomplishment("en", "2.1"), "", head("en"), "Two\t2\tText",
    ]  # fmt: skip
    imported = read("\n".join(lines))
    assert imported.report.counts().offices == 0
    ((_, ((_, remarks),)), _) = outputs(imported.report)
    assert remarks == "The following was done:\n(a) A module was installed;\n(b) A site was opened."


def test_a_heading_broken_over_two_lines_is_joined() -> None:
    lines = ["A. Department", "", accomplishment("en", "1.1", "Improved"), "reporting", "", head("en"), "One\t1\tText"]
    assert sections(read("\n".join(lines)).report)[1][2] == "Improved reporting"


def test_tables_without_headings_still_come_in_and_it_is_said() -> None:
    imported = read(head("en") + "\nOne\t1\tText\n")
    assert [(level, number) for level, number, _ in sections(imported.report)] == [
        (Level.DEPARTMENT, ""),
        (Level.ACCOMPLISHMENT, ""),
    ]
    assert [note.kind for note in imported.notes if note.kind == "guessed"] == ["guessed", "guessed"]


def test_a_text_without_any_report_is_refused_with_a_sentence() -> None:
    with pytest.raises(UserError, match=r"test\.txt.*no table"):
        read("Dear Sir,\n\nthank you for your letter.\n")


def row(*texts: str, head: bool | None = False, number: int = 1) -> Row:
    cells = tuple(Cell((text,) if text else ()) for text in texts)
    return Row(cells, Place(None, f"table {number}"), head, number)


def heading(text: str, level: int) -> Heading:
    return Heading(text, Place(None, text), level)


def test_headings_shown_by_style_alone() -> None:
    blocks: list[Block] = [
        heading("Department of Field Support", 1), heading("Office of the Under-Secretary-General", 2),
        Paragraph("Expected accomplishment 1.1: Improved reporting", Place(None, "p")),
        row("Planned outputs", "Completed", "Remarks", head=True), row("One", "1", "Text"),
        heading("Field Personnel Division", 2),
        Paragraph("Expected accomplishment 1.1: Improved reporting", Place(None, "q")),
        row("Planned outputs", "Completed", "Remarks", head=True, number=2), row("Two", "2", "Text", number=2),
    ]  # fmt: skip
    report = assemble(blocks, "en").report
    assert [level for level, _, _ in sections(report)] == [
        Level.DEPARTMENT, Level.OFFICE, Level.ACCOMPLISHMENT, Level.OFFICE, Level.ACCOMPLISHMENT
    ]  # fmt: skip


def test_an_accomplishment_as_a_row_of_the_table() -> None:
    blocks: list[Block] = [
        heading("A. Department", 1),
        row("Expected accomplishment 1.1: Improved reporting"),
        row("Planned outputs", "Completed", "Remarks"), row("One", "1", "Text"),
        row("Expected accomplishment 2.1: Rapid deployment"),
        row("Planned outputs", "Completed", "Remarks"), row("Two", "2", "Text"),
    ]  # fmt: skip
    report = assemble(blocks, "en").report
    assert [number for _, number, _ in sections(report)] == ["A", "1.1", "2.1"]
    assert report.counts().outputs == 2


def test_columns_in_another_order_and_columns_too_many() -> None:
    blocks: list[Block] = [
        heading("A. Department", 1), heading("Expected accomplishment 1.1: Title", 2),
        row("No.", "Remarks", "Completed (number or yes/no)", "Planned outputs", head=True),
        row("7", "Text", "1", "One"),
    ]  # fmt: skip
    imported = assemble(blocks, "en")
    assert outputs(imported.report) == [("One", [("1", "Text")])]
    assert [note.source for note in imported.notes if note.kind == "left_out"] == ["7"]


def test_a_table_of_indicators_is_left_out_with_its_text() -> None:
    blocks: list[Block] = [
        heading("A. Department", 1), heading("Expected accomplishment 1.1: Title", 2),
        row("Planned indicators of achievement", "Actual indicators of achievement"),
        row("90 per cent of reports", "95 per cent"),
        row("Planned outputs", "Completed", "Remarks"), row("One", "1", "Text"),
    ]  # fmt: skip
    imported = assemble(blocks, "en")
    assert outputs(imported.report) == [("One", [("1", "Text")])]
    assert "90 per cent of reports\t95 per cent" in [note.source for note in imported.notes]


def test_several_figures_as_paragraphs_of_one_cell() -> None:
    cells = (
        Cell(("60 briefings and 51 notes",)), Cell(("50", "51")),
        Cell(("50 briefings were given", "51 notes were prepared")),
    )  # fmt: skip
    blocks: list[Block] = [
        heading("A. Department", 1), heading("Expected accomplishment 1.1: Title", 2),
        row("Planned outputs", "Completed", "Remarks"), Row(cells, Place(None, "x"), False, 1),
    ]  # fmt: skip
    assert outputs(assemble(blocks, "en").report) == [
        ("60 briefings and 51 notes", [("50", "50 briefings were given"), ("51", "51 notes were prepared")])
    ]


def test_merged_cells_are_further_figures_or_further_remarks() -> None:
    def merged(completed: Cell, remarks: str) -> Row:
        return Row((Cell((), continues=True), completed, Cell((remarks,))), Place(None, remarks), False, 1)

    blocks: list[Block] = [
        heading("A. Department", 1), heading("Expected accomplishment 1.1: Title", 2),
        row("Planned outputs", "Completed", "Remarks"), row("60 briefings and 51 notes", "50", "50 were given."),
        merged(Cell(("51",)), "51 were prepared."), merged(Cell((), continues=True), "They were well received."),
    ]  # fmt: skip
    assert outputs(assemble(blocks, "en").report)[0][1] == [
        ("50", "50 were given."),
        ("51", "51 were prepared.\nThey were well received."),
    ]
