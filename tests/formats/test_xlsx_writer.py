"""The workbook: every figure in its row, texts that stay texts, names that Excel accepts, printed as it should be."""

import zipfile
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from rbb_editor import resources
from rbb_editor.domain.entities import Component, Level, Output, ReportInfo, Section
from rbb_editor.domain.reading import Reader
from rbb_editor.domain.report import Report
from rbb_editor.domain.values import Actual, ActualKind, Outcome, Planned, PlannedKind, Qualifier
from rbb_editor.formats.xlsx.cells import LONGEST, NOTHING, PERCENT, completed, pieces, planned, text
from rbb_editor.formats.xlsx.words import sheet_names
from rbb_editor.formats.xlsx_writer import write
from rbb_editor.progress import Cancelled
from rbb_editor.project.sample import make_sample

LANGUAGES = ("en", "fr", "es", "ru", "ar", "zh")


def one_output(*components: Component, planned_text: str = "12 workshops", language: str = "en") -> Report:
    return Report(
        [
            ReportInfo(language=language, symbol="A/72/701/Add.1"),
            Section("d", Level.DEPARTMENT, None, "i", "A", "Department"),
            Section("o", Level.OFFICE, "d", "i", "a", "Office"),
            Section("a", Level.ACCOMPLISHMENT, "o", "i", "1.1", "Accomplishment"),
            Output("p", "a", "i", planned_text, components),
        ]
    )


def book(report: Report, path: Path) -> Workbook:
    write(report, path / "a.xlsx")
    return load_workbook(path / "a.xlsx")


def test_a_row_says_everything(tmp_path: Path) -> None:
    report = one_output(Component("c", "10", "Ten were held.", "The others were cancelled because of rain."))
    sheet = book(report, tmp_path).worksheets[1]
    assert [cell.value for cell in sheet[1]][:9] == [
        "Office",
        "Expected accomplishment",
        "No.",
        "Planned output",
        "Planned",
        "Completed",
        "Outcome",
        "Remarks",
        "Reason",
    ]
    assert [cell.value for cell in sheet[2]] == [
        "(a) Office", "1.1 Accomplishment", 1, "12 workshops", 12, 10, "▼ Shortfall", "Ten were held.",
        "The others were cancelled because of rain.", "p", "c",
    ]  # fmt: skip


def test_each_figure_of_an_output_has_a_row(tmp_path: Path) -> None:
    report = one_output(Component("c", "50"), Component("e", "51"), planned_text="60 briefings and 51 summaries")
    sheet = book(report, tmp_path).worksheets[1]
    assert [[cell.value for cell in row] for row in sheet["C2:D3"]] == [[1, "60 briefings and 51 summaries"]] * 2


def test_what_stands_above_a_row_is_whole_once_and_takes_one_line_below(tmp_path: Path) -> None:
    report = one_output(Component("c", "50"), Component("e", "51"), planned_text="60 briefings and 51 summaries")
    sheet = book(report, tmp_path).worksheets[1]
    assert [sheet[cell].alignment.wrap_text for cell in ("A2", "B2", "A3", "B3")] == [True, True, None, None]


def test_the_sheet_is_frozen_filtered_wrapped_and_printed_whole(tmp_path: Path) -> None:
    sheet = book(one_output(Component("c", "12")), tmp_path).worksheets[1]
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:I2"
    assert sheet["H2"].alignment.wrap_text
    assert sheet.print_title_rows == "$1:$1"
    assert sheet.page_setup.fitToWidth == 1
    assert not sheet.page_setup.fitToHeight
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.column_dimensions["J"].hidden
    assert sheet.column_dimensions["D"].width > 40


@pytest.mark.parametrize(
    "content",
    ["=1+1", "+1", "-1", "@x", "\t=1", "'quoted", "#N/A", "2017-06-30", "=cmd|' /C calc'!A0", "00012", "_x0041_"],
)
def test_text_stays_text(tmp_path: Path, content: str) -> None:
    report = one_output(Component("c", content, content, content), planned_text=content)
    write(report, tmp_path / "a.xlsx")
    sheet = load_workbook(tmp_path / "a.xlsx").worksheets[1]
    for place in ("D2", "H2", "I2"):
        cell = sheet[place]
        assert (cell.data_type, cell.value) == ("s", content.replace("_x0041_", "_x005F_x0041_"))
        assert bool(cell.quotePrefix) == content.startswith(("=", "+", "-", "@", "\t", "'"))
    with zipfile.ZipFile(tmp_path / "a.xlsx") as archive:
        assert not any(b"<f>" in archive.read(name) for name in archive.namelist() if "sheet" in name)


def test_a_text_that_is_too_long_goes_on_below(tmp_path: Path) -> None:
    long = "A sentence of the remarks. " * 4_000 + "𠮷" * 40_000
    sheet = book(one_output(Component("c", "12", long, "why"), Component("d", "13")), tmp_path).worksheets[1]
    cells = [row[7].value for row in sheet.iter_rows(min_row=2)]
    assert all(len((value or "").encode("utf-16-le")) // 2 <= LONGEST for value in cells)
    assert "".join(value or "" for value in cells) == long
    assert [row[5].value for row in sheet.iter_rows(min_row=2)][-1] == 13
    assert "".join(pieces("_x0041_" * 20_000)) == "_x0041_" * 20_000
    assert all(len(text(piece)) <= LONGEST for piece in pieces("_x0041_" * 20_000))


def test_what_excel_cannot_hold_is_left_out(tmp_path: Path) -> None:
    sheet = book(one_output(Component("c", "12", "a\x00b\x0bc\ud800")), tmp_path).worksheets[1]
    assert sheet["H2"].value == "ab\nc"


def test_figures_are_numbers_where_they_are() -> None:
    quantity, percent = PlannedKind.QUANTITY, PlannedKind.PERCENT
    assert planned(Planned(quantity, 1_000), "Yes") == 1_000
    assert planned(Planned(percent, 70), "Yes") == (0.7, PERCENT)
    assert planned(Planned(PlannedKind.YES_NO, True), "Yes") == "Yes"
    assert planned(Planned(PlannedKind.NONE), "Yes") == NOTHING
    assert planned(Planned(quantity, 6, 8, Qualifier.RANGE), "Yes") == "6–8"
    assert planned(Planned(quantity, 1_650, None, Qualifier.APPROXIMATELY), "Yes") == "≈ 1\u00a0650"
    assert planned(Planned(percent, 90, None, Qualifier.AT_LEAST), "Yes") == "≥ 90%"
    assert completed(Actual(ActualKind.QUANTITY, 2_091), "2 091") == 2_091
    assert completed(Actual(ActualKind.PERCENT, 70), "70%") == (0.7, PERCENT)
    assert completed(Actual(ActualKind.YES_NO, True), "Yes") == "Yes"
    assert completed(Actual(ActualKind.TEXT), "all") == "all"


def test_names_of_sheets() -> None:
    wanted = ["Overview", "A. [Dep]: x/y*?", "a. dep x y", "", "History", "L" * 40, "L" * 40, "'q'"]
    names = list(sheet_names(wanted))
    assert names == ["Overview", "A. Dep x y", "a. dep x y (2)", "-", "History (2)", "L" * 31, "L" * 27 + " (2)", "q"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_overview_counts_outcomes_and_missing_reasons(tmp_path: Path, language: str) -> None:
    report = make_sample(150, language)
    made = book(report, tmp_path)
    overview = made.worksheets[0]
    total = [cell.value for cell in list(overview.iter_rows())[-1]][1:]
    reader = Reader(resources.language(language))
    seen = [
        (figure.outcome, component.explanation)
        for output in report.outputs()
        for figure, component in zip(reader.figures(output), output.components, strict=True)
    ]
    outcomes = [sum(outcome is each for outcome, _ in seen) for each in Outcome]
    missing = [seen.count((outcome, "")) for outcome in (Outcome.SHORTFALL, Outcome.EXCEEDED)]
    assert total == [report.counts().outputs, len(seen), *outcomes, *missing]
    assert all(total[:5])
    assert len(made.worksheets) == len(report.sections()) + 1
    assert all(bool(sheet.sheet_view.rightToLeft) == (language == "ar") for sheet in made.worksheets)
    linked = [row[0].hyperlink.location for row in overview.iter_rows(min_row=4) if row[0].hyperlink]
    assert linked == [f"'{sheet.title}'!A1" for sheet in made.worksheets[1:]]


def test_a_report_without_departments(tmp_path: Path) -> None:
    assert len(book(Report([ReportInfo()]), tmp_path).worksheets) == 1


def test_a_missing_reason_is_marked(tmp_path: Path) -> None:
    assert book(one_output(Component("c", "10")), tmp_path).worksheets[1]["I2"].style == "RBB reason missing"
    assert book(one_output(Component("c", "12")), tmp_path).worksheets[1]["I2"].style == "RBB text"


def test_stopping_leaves_nothing(tmp_path: Path) -> None:
    def stop(done: int, total: int) -> None:
        if done:
            raise Cancelled

    with pytest.raises(Cancelled):
        write(make_sample(300, "en"), tmp_path / "a.xlsx", stop)
    assert list(tmp_path.iterdir()) == []
