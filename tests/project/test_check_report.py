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
from rbb_editor.project.sample import make_sample
from tests.made_up import small_report


def test_the_workbook_lists_every_finding_with_its_office(tmp_path: Path):
    report = small_report()
    change = outputs.set_remarks(report, "letters", "letters1", "=1+1")
    assert change is not None
    report.apply(change)
    write_check_report(report, tmp_path / "checks.xlsx", Translator())
    sheet = load_workbook(tmp_path / "checks.xlsx").active
    rows = [[cell.value or "" for cell in row] for row in sheet.iter_rows(min_row=6)]
    assert rows[0][:4] == ["A. Department of Letters › (a) Office of the Postmaster", "A (a) 1.1, row 1",
                           "Must be corrected", "Shortfall without a reason"]  # fmt: skip
    assert next(row[-2] for row in rows if row[1] == "B 1.1, row 1") == "Known to be late"
    assert all(cell.data_type == "s" for row in sheet.iter_rows(min_row=6) for cell in row if cell.value)
    assert sheet.auto_filter.ref.startswith("A5:")


def test_the_workbook_can_be_read_and_printed_as_it_is(tmp_path: Path):
    """Rows as high as their texts, the head in sight and on every page, as wide as the page."""
    report = small_report()
    long = " ".join(["letters"] * 60)
    change = outputs.set_planned_text(report, "letters", long)
    assert change is not None
    report.apply(change)
    write_check_report(report, tmp_path / "checks.xlsx", Translator())
    sheet = load_workbook(tmp_path / "checks.xlsx").active
    heads = [cell.value for cell in sheet[5]]
    assert all(heads)
    row = next(row[0].row for row in sheet.iter_rows(min_row=6) if long in [cell.value for cell in row])
    assert sheet.row_dimensions[row].height > 100
    assert sheet.freeze_panes == "A6"
    assert sheet.print_title_rows == "$5:$5"
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    assert all(cell.alignment.wrap_text for cell in sheet[row][:-1])


def test_it_runs_as_the_language_of_its_reader_does_whatever_the_report_is_in(tmp_path: Path):
    report = make_sample(12, "ar")
    for language, right in (("en", False), ("ar", True)):
        write_check_report(report, tmp_path / f"{language}.xlsx", Translator(language))
        assert load_workbook(tmp_path / f"{language}.xlsx").active.sheet_view.rightToLeft is right
        write_check_report(report, tmp_path / f"{language}.docx", Translator(language))
        document = Document(str(tmp_path / f"{language}.docx"))
        assert bool(document.tables[0]._tbl.tblPr.xpath("w:bidiVisual")) is right


def test_the_word_file_has_a_table_for_each_office(tmp_path: Path):
    write_check_report(small_report(), tmp_path / "checks.docx", Translator.load("zh"))
    document = Document(str(tmp_path / "checks.docx"))
    heads = [p.text for p in document.paragraphs if p.style.name == "Heading 1"]
    assert heads[0] == "A. Department of Letters › (a) Office of the Postmaster"
    assert len(document.tables) == len(heads)
    assert document.tables[0].rows[1].cells[0].text == "A (a) 1.1，第 1 行"


def test_the_word_file_tells_which_output_a_finding_is_about(tmp_path: Path):
    report = small_report()
    write_check_report(report, tmp_path / "checks.docx", Translator())
    document = Document(str(tmp_path / "checks.docx"))
    assert document.paragraphs[2].text.startswith("Must be corrected: ")
    row = document.tables[0].rows[1].cells
    assert row[0].text == "A (a) 1.1, row 1"
    assert row[2].paragraphs[-1].text == report.output("letters").planned_text


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
