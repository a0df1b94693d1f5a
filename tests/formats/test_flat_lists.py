"""Exports in which each row names its department, office and accomplishment."""

from pathlib import Path

import pytest

from rbb_editor.formats.text_reader import read as read_file
from rbb_editor.progress import silent
from tests.formats.stranger_reports import FIRST, SECOND, Rows, assert_whole, head_row, imported, rows_of
from tests.formats.text_reports import written
from tests.formats.word_files import tbl, tr

PLACES = (
    ("A. Field Logistics", "(a) Supply Chain", "1.1 Better supply"),
    ("B. Mission Oversight", "", "2.1 More oversight"),
)
HEADS = (
    "Department",
    "Office",
    "Expected accomplishment",
    "Planned outputs",
    "Completed (number or yes/no)",
    "Remarks",
)


def flat(*, every_row: bool) -> Rows:
    rows = []
    for place, group in zip(PLACES, (FIRST, SECOND), strict=True):
        for number, row in enumerate(group):
            rows.append((*(place if every_row or not number else ("", "", "")), *row))
    return rows


def test_the_second_column_of_departments_is_that_of_offices(tmp_path: Path) -> None:
    lines = ["\t".join(row) for row in (("Department", "Entity", *HEADS[2:]), *flat(every_row=True))]
    assert_whole(read_file(written(tmp_path, "\n".join(lines), "list.txt"), None, silent).report)


@pytest.mark.parametrize("every_row", [True, False])
@pytest.mark.parametrize("separator", ["\t", ","])
def test_a_list_with_a_column_for_each_level(every_row: bool, separator: str, tmp_path: Path) -> None:
    lines = [separator.join(row) for row in (HEADS, *flat(every_row=every_row))]
    file = written(tmp_path, "\r\n".join(lines), "list.csv")
    assert_whole(read_file(file, None, silent).report)


def test_the_same_in_word(tmp_path: Path) -> None:
    got = imported(tmp_path, tbl(head_row(*HEADS), *rows_of(flat(every_row=True))))
    assert_whole(got.report)
    assert any("stand in columns" in note.message.msgid for note in got.notes)


def test_a_table_of_outputs_with_an_office_column_of_another_meaning_is_left_alone(tmp_path: Path) -> None:
    xml = tbl(head_row("Office", *HEADS[3:]), tr("Stores", "45 briefings", "45", "Done"))
    assert [output.planned_text for output in imported(tmp_path, xml).report.outputs()] == ["45 briefings"]
