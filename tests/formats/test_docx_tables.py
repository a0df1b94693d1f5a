"""Tables of strangers: heads in words of their own, columns of other kinds, rows that are no outputs."""

from pathlib import Path

import pytest

from rbb_editor.domain.values import Planned, PlannedKind
from rbb_editor.formats.docx_reader import read
from rbb_editor.formats.headings import What, read_heading
from rbb_editor.formats.imported import Imported, Kind
from rbb_editor.progress import silent
from tests.formats.test_docx_forms import tree
from tests.formats.word_files import p, r, tbl, tc, tr, word_file

ABOVE = p("A. Department of Peace") + p("Expected accomplishment 1.1: Improved reporting to the Council")
HEAD = ("Planned outputs", "Completed (number or yes/no)", "Remarks")
OWN = ("Deliverable promised", "Delivered", "Narrative")
ROWS = (
    ("12 briefings to the Security Council", "10", "10 briefings were given"),
    ("4 reports of the Secretary-General", "4", "4 reports were issued"),
    ("Advice to missions", "Yes", "Advice was given"),
)
THREE = "".join(tr(*row) for row in ROWS)
FOUND = [f"{planned} | {completed} {remarks}" for planned, completed, remarks in ROWS]
ACROSS = '<w:gridSpan w:val="3"/>'


def bold(*cells: str) -> str:
    return tr(*(tc(f"<w:p>{r(cell, '<w:b/>')}</w:p>") for cell in cells))


def imported(folder: Path, *rows: str) -> Imported:
    return read(word_file(folder / "a.docx", ABOVE + tbl(*rows)), "en", silent)


def outputs(folder: Path, *rows: str) -> list[str]:
    return tree(imported(folder, *rows))[2:]


@pytest.mark.parametrize(
    "rows",
    [
        (tr(*OWN), THREE),
        (bold("Things that we had to do in the year", "How it went in the end", "Further remarks on them"), THREE),
        (tr(*OWN, properties="<w:tblHeader/>"), THREE),
        (tr(*OWN), tr(*ROWS[0]), tr(*OWN), tr(*ROWS[1]), tr(*ROWS[2])),
        (tr(*OWN), tr("(description)", "(number)", "(text)"), THREE),
        (tr("Geplante Leistungen", "Erbracht (Anzahl oder ja/nein)", "Bemerkungen"), THREE),
        (tr("Намеченные меры", "Итог", "Комментарий"), THREE),
        (tr("拟办事项", "办理数", "备考"), THREE),
        (tr("Item", *OWN), *(tr(str(number), *row) for number, row in enumerate(ROWS, start=1))),
    ],
)
def test_a_head_in_unknown_words_is_no_output(tmp_path: Path, rows: tuple[str, ...]) -> None:
    found = imported(tmp_path, *rows)
    assert tree(found)[2:] == FOUND
    assert any(note.kind is Kind.GUESSED and "unknown words" in note.message.in_english() for note in found.notes)


def test_heads_that_stand_over_several_tables(tmp_path: Path) -> None:
    head = tr("What the mandate asks of us", "What came of it", "What is to be said about it")
    between = p("Expected accomplishment 1.2: Other")
    body = ABOVE + tbl(head, tr(*ROWS[0])) + between + tbl(head, tr(*ROWS[1]))
    found = read(word_file(tmp_path / "a.docx", body), "en", silent)
    assert [line for line in tree(found) if "|" in line] == FOUND[:2]


@pytest.mark.parametrize(
    "first",
    [
        ("Advice to missions", "Ongoing", "Advice is given"),
        ("Advice to missions", "", "Ongoing"),
        ("Advice to 3 missions", "All", "Given"),
        ("Advice to missions", "Yes", "Given"),
    ],
)
def test_an_output_without_a_figure_at_the_top_stays_an_output(tmp_path: Path, first: tuple[str, ...]) -> None:
    assert len(outputs(tmp_path, tr(*first), tr(*ROWS[0]), tr(*ROWS[1]))) == 3
    assert len(outputs(tmp_path, tr(*HEAD), tr(*first), tr(*ROWS[0]), tr(*ROWS[1]))) == 3


@pytest.mark.parametrize(
    "numbers", [("1", "2", "3"), ("1.", "2.", "3."), ("1.1.1", "1.1.2", "1.1.3"), ("a)", "b)", "c)")]
)
def test_a_column_of_running_numbers_without_any_head(tmp_path: Path, numbers: tuple[str, ...]) -> None:
    assert outputs(tmp_path, *(tr(number, *row) for number, row in zip(numbers, ROWS, strict=True))) == FOUND


@pytest.mark.parametrize(
    "rows",
    [
        (tr(tc("Table 1: outputs of the period", properties=ACROSS)), tr(*HEAD), THREE),
        (tr(*HEAD), THREE, tr(tc("Note: figures are provisional.", properties=ACROSS))),
        (tr(*HEAD), tr(tc("Substantive services", properties=ACROSS)), THREE),
        (tr(*HEAD), THREE, tr("Total", "26", "")),
        (tr(*HEAD), THREE, tr("Grand total:", "26", "")),
    ],
)
def test_rows_that_are_no_outputs_are_left_out_with_their_words(tmp_path: Path, rows: tuple[str, ...]) -> None:
    found = imported(tmp_path, *rows)
    assert tree(found)[2:] == FOUND
    (note,) = (note for note in found.notes if note.kind is Kind.LEFT_OUT)
    assert any(words in note.source for words in ("Table 1", "provisional", "Substantive", "otal"))


def test_columns_that_are_numbered_below_the_head(tmp_path: Path) -> None:
    assert outputs(tmp_path, tr(*HEAD), tr("1", "2", "3"), THREE) == FOUND
    assert outputs(tmp_path, tr(*HEAD), tr("(1)", "(2)", "(3)"), THREE) == FOUND


def test_a_head_over_two_rows_whose_lower_words_are_unknown(tmp_path: Path) -> None:
    upper = tr("Planned outputs", tc("Actual outputs", properties='<w:gridSpan w:val="2"/>'))
    assert outputs(tmp_path, upper, tr("", "Number", "Remarks"), THREE) == FOUND


def test_a_table_of_planned_and_completed_alone(tmp_path: Path) -> None:
    assert outputs(tmp_path, tr(*HEAD[:2]), *(tr(*row[:2]) for row in ROWS)) == [
        f"{row[0]} | {row[1]} " for row in ROWS
    ]


@pytest.mark.parametrize(
    ("code", "head"),
    [
        ("en", ("Planned outputs", "Planned", "Actual", "Remarks")),
        ("fr", ("Produits prévus", "Nombre prévu", "Exécution", "Observations")),
        ("es", ("Productos previstos", "Meta", "Terminado", "Observaciones")),
        ("ru", ("Мероприятия", "План", "Выполнено", "Примечания")),
        ("ar", ("النواتج المقررة", "المستهدف", "المنجز", "ملاحظات")),
        ("zh", ("计划产出", "计划数", "已完成", "说明")),
    ],
)
def test_planned_figures_in_a_column_of_their_own(tmp_path: Path, code: str, head: tuple[str, ...]) -> None:
    rows = tr("Briefings", "12", "10", "Given."), tr("4 reports", "4", "4", "Issued."), tr("Advice", "often", "Yes", "")
    found = read(word_file(tmp_path / "a.docx", ABOVE + tbl(tr(*head), *rows)), code, silent)
    planned = [output.components[0].planned for output in found.report.outputs()]
    assert planned == [Planned(PlannedKind.QUANTITY, 12), None, None]
    (note,) = (note for note in found.notes if note.kind is Kind.LEFT_OUT)
    assert note.source == "often"


def three(cell: str, *remarks: str) -> str:
    return tr("12 visits, 3 workshops and 2 reports", cell, tc(*remarks))


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (
            three("12 2", "12 visits were made", "The workshops were not reported on", "2 reports were issued"),
            ["12 12 visits were made", " The workshops were not reported on", "2 2 reports were issued"],
        ),
        (
            three("3 2", "The visits were not reported on", "3 workshops were held", "2 reports were issued"),
            [" The visits were not reported on", "3 3 workshops were held", "2 2 reports were issued"],
        ),
        (
            three("12 2", "Visits were made", "No workshop was held", "Reports were issued"),
            ["12 Visits were made", " No workshop was held", "2 Reports were issued"],
        ),
        (
            three("12 – 2", "12 visits were made", "No workshop was held", "2 reports were issued"),
            ["12 12 visits were made", "– No workshop was held", "2 2 reports were issued"],
        ),
        (
            three("12 3 2", "12 visits were made", "3 workshops were held", "2 reports were issued"),
            ["12 12 visits were made", "3 3 workshops were held", "2 2 reports were issued"],
        ),
    ],
)
def test_figures_parted_by_spaces_one_of_them_blank(tmp_path: Path, row: str, expected: list[str]) -> None:
    assert outputs(tmp_path, tr(*HEAD), row)[0].split(" | ")[1:] == expected


def test_a_further_paragraph_of_remarks_makes_no_blank_figure(tmp_path: Path) -> None:
    remarks = tc("12 visits were made", "2 reports were issued", "They were well received")
    (found,) = outputs(tmp_path, tr(*HEAD), tr("12 visits and 2 reports", "12 2", remarks))
    assert found.count(" | ") == 2


DEPARTMENT = p("A. Department of Peace")
LABEL, TITLE = "Expected accomplishment 1.1", "Improved reporting to the Council"


@pytest.mark.parametrize(
    "above",
    [
        DEPARTMENT + tbl(tr(LABEL, TITLE)) + tbl(tr(*HEAD), THREE),
        DEPARTMENT + tbl(tr(LABEL, tc(TITLE, properties='<w:gridSpan w:val="2"/>')), tr(*HEAD), THREE),
        DEPARTMENT + p(f"EA 1.1: {TITLE}") + tbl(tr(*HEAD), THREE),
        DEPARTMENT + p("Objective: to keep the peace") + p(f"{LABEL}: {TITLE}") + tbl(tr(*HEAD), THREE),
    ],
)
def test_headings_that_stand_otherwise(tmp_path: Path, above: str) -> None:
    found = read(word_file(tmp_path / "a.docx", above), "en", silent)
    assert tree(found) == ["A Department of Peace", f"1.1 {TITLE}", *FOUND]


@pytest.mark.parametrize("text", ["EA-led review of all missions", "Each mission was visited", "EA: see the list"])
def test_ea_is_an_accomplishment_before_a_number_only(text: str) -> None:
    mark = read_heading(text)
    assert mark is None or mark.what is not What.ACCOMPLISHMENT


def test_how_much_a_figure_differs_is_no_reason(tmp_path: Path) -> None:
    head = tr("No.", "Output", "Qty", "Actual qty", "Variance", "Remarks")
    rows = tr("1", "Briefings", "12", "10", "-2", "Given."), tr("2", "Reports", "4", "4", "late start", "Issued.")
    found = read(word_file(tmp_path / "a.docx", ABOVE + tbl(head, *rows)), "en", silent)
    first, second = (output.components[0] for output in found.report.outputs())
    assert (first.completed, first.explanation, first.planned) == ("10", "", Planned(PlannedKind.QUANTITY, 12))
    assert (second.completed, second.explanation) == ("4", "late start")
    left_out = [note.source for note in found.notes if note.kind is Kind.LEFT_OUT]
    assert left_out == ["1\n-2", "2"]  # and no reason among it


def test_no_planned_figure_says_that_nothing_is_planned(tmp_path: Path) -> None:
    head = tr("Planned outputs", "Planned", "Actual", "Remarks")
    rows = tr("Briefings", "No", "10", "Given."), tr("Advice", "Yes", "Yes", "Given.")
    found = read(word_file(tmp_path / "a.docx", ABOVE + tbl(head, *rows)), "en", silent)
    first, second = (output.components[0].planned for output in found.report.outputs())
    assert first is None
    assert second in (None, Planned(PlannedKind.YES_NO, True))
    assert [note.source for note in found.notes if note.kind is Kind.LEFT_OUT] == ["No"]


@pytest.mark.parametrize(
    "head",
    [
        ("Deliverables", "2019 planned", "2019 actual"),
        ("Produits quantifiés", "2019 (prévu)", "2019 (effectif)"),
        ("Entregables", "Planificado 2019", "Real 2019"),
        ("Категория и подкатегория", "2019 год (план)", "2019 год (факт)"),
        ("المنجزات المستهدفة", "المقرر لعام 2019", "الفعلي لعام 2019"),
        ("应交付产出", "2019年计划", "2019年实际"),
    ],
)
def test_deliverables_of_a_year_with_planned_and_actual_counts_and_no_remarks(
    tmp_path: Path, head: tuple[str, str, str]
) -> None:
    """The newer form of the Secretariat; its running numbers count nothing."""
    found = imported(tmp_path, tr(*head), tr("1. Reports to the Council", "5", "4"), tr("2. Courses", "10", "12"))
    assert tree(found)[2:] == ["1. Reports to the Council | 4 ", "2. Courses | 12 "]
    components = [component for output in found.report.outputs() for component in output.components]
    assert [component.planned for component in components] == [
        Planned(PlannedKind.QUANTITY, 5),
        Planned(PlannedKind.QUANTITY, 10),
    ]


@pytest.mark.parametrize(
    "head",
    [
        ("2017 (actual)", "2018 (actual)", "2019 (planned)", "2019 (actual)"),
        ("2018 (résultat)", "2019 (objectif)", "2019 (résultat)"),
        ("2018年(实际)", "2019年(计划)", "2019年(实际)"),
    ],
)
def test_a_performance_measure_over_the_years_is_no_output(tmp_path: Path, head: tuple[str, ...]) -> None:
    measure = tbl(tr(*head), tr(*(f"Progress of the year {at}" for at, _ in enumerate(head))))
    found = read(word_file(tmp_path / "a.docx", ABOVE + measure + tbl(tr(*HEAD), THREE)), "en", silent)
    assert tree(found)[2:] == FOUND
    assert any("indicators" in note.message.in_english() and "the year 1" in note.source for note in found.notes)


@pytest.mark.parametrize(
    ("years", "figures"),
    [
        (("2019 planned", "2019 actual", "2020 planned"), (1, 2)),
        (("2018 actual", "2019 planned", "2019 actual"), (2, 3)),
    ],
)
def test_of_several_years_the_last_with_planned_and_actual_figures_counts(
    tmp_path: Path, years: tuple[str, ...], figures: tuple[int, int]
) -> None:
    cells = ("Courses", "5", "4", "6")
    found = imported(tmp_path, tr("Deliverables", *years), tr(*cells))
    (output,) = found.report.outputs()
    planned, completed = figures
    (component,) = output.components
    assert (component.planned, component.completed) == (
        Planned(PlannedKind.QUANTITY, int(cells[planned])),
        cells[completed],
    )
    assert not component.remarks
    assert any("further columns" in note.message.in_english() for note in found.notes)


def test_a_subcategory_that_adds_up_its_items_is_no_output(tmp_path: Path) -> None:
    rows = (("Documents (number)", "7", "6"), ("1. Reports", "5", "4"), ("2. Notes", "2", "2"))
    found = imported(tmp_path, tr("Deliverables", "2019 planned", "2019 actual"), *(tr(*row) for row in rows))
    assert tree(found)[2:] == ["1. Reports | 4 ", "2. Notes | 2 "]
    assert any("adds up" in note.message.in_english() and "Documents" in note.source for note in found.notes)
    other = imported(tmp_path, tr("Deliverables", "2019 planned", "2019 actual"), tr("Visits", "9", "9"), tr(*rows[1]))
    assert tree(other)[2:] == ["Visits | 9 ", "1. Reports | 4 "]


@pytest.mark.parametrize("mark", ["<w:i/>", '<w:u w:val="single"/>'])
def test_a_subheading_in_italics_or_underlined_is_no_output(tmp_path: Path, mark: str) -> None:
    subheading = tr(tc(f"<w:p>{r('Service improvements', mark)}</w:p>"), tc(), tc())
    found = imported(tmp_path, tr(*HEAD), subheading, THREE)
    assert tree(found)[2:] == FOUND
    assert any("Service improvements" in note.source for note in found.notes)
    plain = tr(tc(f"<w:p>{r('Service improvements')}</w:p>"), tc(), tc())
    assert len(tree(imported(tmp_path, tr(*HEAD), plain, THREE))) == len(tree(found)) + 1, "an output without a figure"
    whole = tr(*(tc(f"<w:p>{r(cell, mark)}</w:p>") for cell in ROWS[0]))
    assert tree(imported(tmp_path, tr(*HEAD), whole, tr(*ROWS[1]), tr(*ROWS[2])))[2:] == FOUND


@pytest.mark.parametrize(
    "head",
    [
        ("Planned outputs", "Unit of measure", "Planned", "Actual", "Variance", "Explanation of variance"),
        ("Productos previstos", "Unidad de medida", "Previsto", "Real", "Diferencia", "Explicación"),
        ("计划产出", "计量单位", "计划", "实际", "差异", "差异说明"),
    ],
)
def test_a_table_of_variances_with_a_column_for_their_reasons(tmp_path: Path, head: tuple[str, ...]) -> None:
    """The unit is no remark, nor is the number by which figures differ."""
    found = imported(
        tmp_path, tr(*head), tr("Briefings to the Council", "meetings", "12", "9", "-3", "Fewer were asked")
    )
    (output,) = found.report.outputs()
    (component,) = output.components
    assert (component.planned, component.completed) == (Planned(PlannedKind.QUANTITY, 12), "9")
    assert component.remarks + component.explanation == "Fewer were asked"
    assert any("meetings" in note.source for note in found.notes)
