"""Texts whose cells are not parted by tabs; heads and headings that stand where Word users put them."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from rbb_editor.domain.entities import Level, Section
from rbb_editor.domain.report import Report
from rbb_editor.formats.assemble import assemble
from rbb_editor.formats.blocks import Block, Cell, Paragraph, Place, Row
from rbb_editor.formats.imported import Imported, Kind
from rbb_editor.formats.text_reader import read
from rbb_editor.progress import silent

HEAD = ("Planned outputs", "Completed (number or yes/no)", "Remarks")
ROWS = (
    ("12 surveys of fuel depots; 3 reports on them", "10", "10 surveys were made; two depots had closed"),
    ("", "3", "3 reports were issued, one of them in French"),
    ("Training of 40 drivers, including 12 women", "44", "44 drivers were trained"),
)
LINES = ("A. Department of Supply", "Expected accomplishment 1.1: Depots are well kept")


def text(rows: Iterable[str]) -> str:
    return "\n".join((*LINES, *rows)) + "\n"


def quoted(cells: Iterable[str], separator: str) -> str:
    return separator.join(f'"{cell}"' for cell in cells)


TABLES = {
    "tabs": text("\t".join(row) for row in (HEAD, *ROWS)),
    "strokes": text(" | ".join(row) for row in (HEAD, *ROWS)),
    "markdown": text(
        ["| " + " | ".join(HEAD) + " |", "|---|:--:|---|", *("| " + " | ".join(row) + " |" for row in ROWS)]
    )
    .replace("A. D", "## A. D")
    .replace(LINES[1], f"**{LINES[1]}**"),
    "semicolons": text(quoted(row, ";") for row in (HEAD, *ROWS)),
    "commas": text(quoted(row, ",") for row in (HEAD, *ROWS)),
    "spaces": text(f"{row[0]:<50}  {row[1]:<30}  {row[2]}" for row in (HEAD, *ROWS)),
    "running heads": text(
        ["\t".join(HEAD), "\t".join(ROWS[0]), "17-22365", "5/61", "\fA/72/701/Add.1", *map("\t".join, ROWS[1:])]
    ),
}


@pytest.mark.parametrize("way", TABLES)
def test_the_cells_are_found_however_they_are_parted(tmp_path: Path, way: str) -> None:
    path = tmp_path / "report.txt"
    path.write_text(TABLES[way], encoding="utf-8")
    imported = read(path, None, silent)
    sections = [node for node in imported.report.walk() if isinstance(node, Section)]
    assert {(each.level, each.number, each.title) for each in sections} == {
        (Level.DEPARTMENT, "A", "Department of Supply"),
        (Level.ACCOMPLISHMENT, "1.1", "Depots are well kept"),
    }
    assert rows_of(imported.report) == ROWS


def rows_of(report: Report) -> tuple[tuple[str, str, str], ...]:
    return tuple(
        (output.planned_text if index == 0 else "", part.completed, f"{part.remarks} {part.explanation}".strip())
        for output in report.outputs()
        for index, part in enumerate(output.components)
    )


def row(*texts: str, table: int = 1) -> Row:
    return Row(tuple(Cell((each,) if each else ()) for each in texts), Place(label=f"table {table}"), table=table)


def assembled(*blocks: Block) -> Imported:
    return assemble(blocks, "en", silent, name="report.docx")


def lines() -> list[Block]:
    return [Paragraph(line, Place(label="paragraph")) for line in LINES]


def test_a_column_of_reasons_becomes_the_explanations() -> None:
    imported = assembled(
        *lines(),
        row(*HEAD, "Reason for variance"),
        row("12 surveys", "10", "10 surveys", "Two depots had closed"),
        row("", "", "", "and were not opened again"),
        row("4 reports", "4", "4 reports", "–"),
    )
    first, second = [part for each in imported.report.outputs() for part in each.components]
    assert (first.remarks, first.explanation) == ("10 surveys", "Two depots had closed\nand were not opened again")
    assert (second.remarks, second.explanation) == ("4 reports", "")


def test_an_explanation_column_alone_is_the_remarks() -> None:
    imported = assembled(*lines(), row("Planned outputs", "Completed", "Explanation"), row("12 surveys", "12", "Done"))
    (output,) = imported.report.outputs()
    assert output.components[0].remarks == "Done"


@pytest.mark.parametrize(
    "head",
    [
        ("Expected indicators of achievement", "Planned", "Actual"),
        ("Indicateurs de succès", "Prévu", "Réalisé"),
        ("预期绩效指标", "计划", "实际"),
    ],
)
def test_a_table_of_indicators_is_told_apart_and_noted(head: tuple[str, str, str]) -> None:
    imported = assembled(*lines(), row(*head), row("Share of full depots", "90", "85"), row(*ROWS[0], table=2))
    assert not rows_of(imported.report)  # a table of the same shape without a head of its own goes on with it
    imported = assembled(
        *lines(), row(*head), row("Share of full depots", "90", "85"), row(*HEAD, table=2), row(*ROWS[0], table=2)
    )
    assert rows_of(imported.report) == ROWS[:1]
    assert any(note.kind is Kind.LEFT_OUT and "Share of full depots" in note.source for note in imported.notes)


def test_an_output_about_indicators_is_no_head() -> None:
    made = ("Five indicators of stock", "5", "5 indicators")
    assert rows_of(assembled(*lines(), row(*HEAD), row(*made)).report) == (made,)


def test_a_department_may_stand_in_a_table_of_one_cell() -> None:
    imported = assembled(row(LINES[0]), row("", ""), lines()[1], row(*HEAD, table=2), row(*ROWS[2], table=2))
    titles = [each.title for each in imported.report.walk() if isinstance(each, Section)]
    assert titles == ["Department of Supply", "Depots are well kept"]
