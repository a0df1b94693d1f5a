"""The check report: everything that was found, by office, as Excel and as Word."""

from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook

from rbb_editor.edits import outputs
from rbb_editor.errors import UserError
from rbb_editor.i18n import Translator
from rbb_editor.progress import Cancelled
from rbb_editor.project.check_report import write_check_report
from tests.made_up import small_report


def test_the_workbook_lists_every_finding_with_its_office(tmp_path: Path):
    report = small_report()
    change = outputs.set_remarks(report, "letters", "letters1", "=1+1")
    assert change is not None
    report.apply(change)
    write_check_report(report, tmp_path / "checks.xlsx", Translator())
    sheet = load_workbook(tmp_path / "checks.xlsx").active
    rows = [[cell.value or "" for cell in row] for row in sheet.iter_rows(min_row=6)]
    assert rows[0][:4] == ["A. Department of Letters › a. Office of the Postmaster", "A/a/1.1/1",
                           "Must be corrected", "Shortfall without a reason"]  # fmt: skip
    assert next(row[-2] for row in rows if row[1] == "B/1.1/1") == "Known to be late"
    assert all(cell.data_type == "s" for row in sheet.iter_rows(min_row=6) for cell in row if cell.value)
    assert sheet.auto_filter.ref.startswith("A5:")


def test_the_word_file_has_a_table_for_each_office(tmp_path: Path):
    write_check_report(small_report(), tmp_path / "checks.docx", Translator.load("zh"))
    document = Document(str(tmp_path / "checks.docx"))
    heads = [p.text for p in document.paragraphs if p.style.name == "Heading 1"]
    assert heads[0] == "A. Department of Letters › a. Office of the Postmaster"
    assert len(document.tables) == len(heads)
    assert document.tables[0].rows[1].cells[0].text == "A/a/1.1/1"


def test_another_ending_is_a_sentence_and_nothing_is_left(tmp_path: Path):
    with pytest.raises(UserError, match=r"checks\.txt"):
        write_check_report(small_report(), tmp_path / "checks.txt", Translator())
    assert list(tmp_path.iterdir()) == []


def test_it_can_be_stopped(tmp_path: Path):
    def stop(done: int, total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        write_check_report(small_report(), tmp_path / "checks.xlsx", Translator(), stop)
    assert list(tmp_path.iterdir()) == []
