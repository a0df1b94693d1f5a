"""Tables as other producers and other years set them: heads in other words or rows, rows that are no outputs."""

from pathlib import Path

import pytest

from rbb_editor.formats.imported import Kind
from tests.formats.stranger_reports import (
    FIRST,
    HEADS,
    SECOND,
    Rows,
    assert_whole,
    body,
    bold,
    head_row,
    imported,
    rows_of,
)
from tests.formats.text_reports import outputs
from tests.formats.word_files import p, r, tbl, tc, tr


@pytest.mark.parametrize(
    "heads",
    [
        ("Outputs planned for 2008/09", "Actual outputs (number or yes/no)", "Remarks/explanation of variance"),
        ("Produits prévus pour 2013/14", "Produits exécutés en 2013/14", "Remarques et explication des écarts"),
        ("Productos previstos para 2011/12", "Productos ejecutados", "Comentarios"),
        ("Планировавшиеся мероприятия", "Фактически выполнено", "Комментарии"),
        ("النواتج المقررة للفترة 2010/2011", "النواتج المنفذة", "تعليقات"),
        ("2012/13年度计划产出", "实际完成情况（数目或是/否）", "备注"),
        ("計劃產出", "已完成(數目或是/否)", "說明"),
        ("DELIVERABLES", "COMPLETED", "COMMENTS"),
    ],
)
def test_heads_in_other_words(heads: tuple[str, ...], tmp_path: Path) -> None:
    got = imported(tmp_path, body(tables=lambda rows: tbl(tr(*heads), *rows_of(rows))))
    assert_whole(got.report)
    assert not [note for note in got.notes if note.kind is Kind.GUESSED]


@pytest.mark.parametrize(
    "halves", [("Number", "Yes/No"), ("Nombre", "Oui/Non"), ("数目", "是/否"), ("Число", "Да/Нет")]
)
def test_numbers_and_yes_in_columns_of_their_own(halves: tuple[str, str], tmp_path: Path) -> None:
    merged, restart = "<w:vMerge/>", '<w:vMerge w:val="restart"/>'

    def strange(rows: Rows) -> str:
        upper = tr(
            tc(HEADS[0], properties=restart),
            tc("Completed", properties='<w:gridSpan w:val="2"/>'),
            tc(HEADS[2], properties=restart),
        )
        lower = tr(tc(properties=merged), *halves, tc(properties=merged))
        split = [(a, "", b, c) if b == "Yes" else (a, b, "", c) for a, b, c in rows]
        return tbl(upper, lower, *rows_of(split))

    assert_whole(imported(tmp_path, body(tables=strange)).report)


@pytest.mark.parametrize(
    ("above", "halves"),
    [("Number or yes/no", ("Planned", "Actual")), ("Nombre", ("Prévu", "Effectif")), ("数目", ("计划数", "实际数"))],
)
def test_planned_and_completed_below_one_head(above: str, halves: tuple[str, str], tmp_path: Path) -> None:
    """Also where the head is repeated, and the cell above both figures is worded as that of the completed ones."""
    merged, restart = "<w:vMerge/>", '<w:vMerge w:val="restart"/>'
    words = [tc(bold(HEADS[0]), properties=restart), tc(bold(HEADS[2]), properties=restart)]
    head = [
        tr(words[0], tc(bold(above), properties='<w:gridSpan w:val="2"/>'), words[1]),
        tr(tc(properties=merged), *halves, tc(properties=merged)),
    ]

    def strange(rows: Rows) -> str:
        apart = rows_of([(a, "7" if b.isdigit() else "Yes", b, c) for a, b, c in rows])
        return tbl(*head, *apart[:1], *(head if apart[1:] else []), *apart[1:])

    got = imported(tmp_path, body(tables=strange))
    assert_whole(got.report)
    assert not [note for note in got.notes if note.kind is Kind.GUESSED]


@pytest.mark.parametrize(
    "head", ["Reasons for variance from the plan", "Motifs de l'écart constaté", "Причины расхождений", "偏差原因"]
)
def test_a_column_for_reasons_is_known_by_its_first_words(head: str, tmp_path: Path) -> None:
    reason = "The increase was due to additional requests"
    rows = [(a, b, c, reason if b == "52" else "") for a, b, c in FIRST]
    got = imported(
        tmp_path,
        body(tables=lambda each: tbl(head_row(*HEADS, head), *rows_of(rows if each is FIRST else SECOND))),
    )
    briefings = next(iter(got.report.outputs())).components[0]
    assert (briefings.remarks, briefings.explanation) == (FIRST[0][2], reason)


def test_by_how_much_a_figure_differs_is_no_reason(tmp_path: Path) -> None:
    head = head_row("Produit", "Prévu", "Effectif", "Écart", "Observations")
    rows = [(FIRST[0][0], "45", "52", "+7", FIRST[0][2]), (FIRST[1][0], "60", "50", "(10)", FIRST[1][2])]
    got = imported(tmp_path, body(tables=lambda each: tbl(head, *rows_of(rows if each is FIRST else []))))
    assert outputs(got.report) == [(a, [(c, e)]) for a, _, c, _, e in rows]
    assert [note.source for note in got.notes if "further columns" in note.message.msgid] == ["+7", "(10)"]


@pytest.mark.parametrize("word", ["Remarks", "Comments", "Explanation"])
def test_remarks_below_their_output_in_a_table_of_two_columns(word: str, tmp_path: Path) -> None:
    def strange(rows: Rows) -> str:
        made = [tr(*HEADS[:2])]
        for planned, completed, remarks in rows:
            made.append(tr(planned or tc(), completed))
            made += [tr(tc(f"{word}: {remarks}", properties='<w:gridSpan w:val="2"/>'))] if remarks else []
        return tbl(*made)

    assert_whole(imported(tmp_path, body(tables=strange)).report)


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (tr(tc(bold("Other services")), "", ""), "A subheading inside"),
        (tr("Serviced bodies:", "", ""), "A subheading inside"),
        (tr("Note:", "Figures are as at 30 June."), "a note to its table"),
        (tr("Note: Figures are as at 30 June.", "", ""), "a note to its table"),
        (tr("注：", "", "数字截至6月30日。"), "a note to its table"),
        (tr("Source :", tc("Base de données.", properties='<w:gridSpan w:val="2"/>')), "a note to its table"),
        (tr(tc(bold("Total")), "123", ""), "adds up the figures"),
    ],
)
def test_rows_that_are_no_outputs(row: str, said: str, tmp_path: Path) -> None:
    got = imported(
        tmp_path, body(tables=lambda rows: tbl(head_row(), *rows_of(rows[:1]), row, *rows_of(rows[1:]), row))
    )
    assert_whole(got.report)
    assert sum(said in note.message.msgid for note in got.notes if note.kind is Kind.LEFT_OUT) == 4


def test_an_output_without_a_figure_is_no_subheading(tmp_path: Path) -> None:
    """Plain words with nothing beside them: the figure is missing, which a check will say."""
    got = imported(
        tmp_path,
        body(tables=lambda rows: tbl(head_row(), tr("Guidance on the safety of stores", "", ""), *rows_of(rows))),
    )
    assert sum(output.planned_text == "Guidance on the safety of stores" for output in got.report.outputs()) == 2


def test_bold_rows_are_outputs_where_all_rows_are_bold(tmp_path: Path) -> None:
    def strange(rows: Rows) -> str:
        return tbl(head_row(), *(tr(*(tc(bold(each)) if each else tc() for each in row)) for row in rows))

    assert_whole(imported(tmp_path, body(tables=strange)).report)


@pytest.mark.parametrize("mark", ["a", " a/", "*", "¹"])
def test_the_mark_of_a_footnote_is_no_part_of_a_figure(mark: str, tmp_path: Path) -> None:
    marked = [(a, b + mark if b in ("52", "Yes") else b, c) for a, b, c in FIRST]
    got = imported(tmp_path, body(tables=lambda rows: tbl(head_row(), *rows_of(marked if rows is FIRST else rows))))
    kinds = [component.completed.rstrip("*") for output in got.report.outputs() for component in output.components]
    assert kinds == ["52", "50", "51", "Yes", "15"]


def test_a_raised_figure_behind_a_figure_is_a_mark(tmp_path: Path) -> None:
    xml = body().replace(r("52"), r("52") + r("1", '<w:vertAlign w:val="superscript"/>'))
    got = imported(tmp_path, xml)
    assert_whole(got.report)
    assert [note.source for note in got.notes if "mark of a footnote" in note.message.msgid] == ["52¹"]


INNER = tbl(tr("50", FIRST[1][2]), tr("51", FIRST[2][2]))


@pytest.mark.parametrize(
    "cells",
    [
        [tc(INNER, "<w:p/>", properties='<w:gridSpan w:val="2"/>')],
        ["", tc(INNER, "<w:p/>")],  # the cell for the figures is left empty
    ],
)
def test_figures_in_a_table_inside_the_cell_of_their_output(tmp_path: Path, cells: list[str]) -> None:
    def strange(rows: Rows) -> str:
        if rows is not FIRST:
            return tbl(head_row(), *rows_of(rows))
        return tbl(head_row(), *rows_of(FIRST[:1]), tr(FIRST[1][0], *cells), *rows_of(FIRST[3:]))

    got = imported(tmp_path, body(tables=strange))
    assert_whole(got.report)
    assert not any("an empty cell too many" in note.message.in_english() for note in got.notes)


BULLETS = '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl></w:abstractNum><w:num w:numId="9"><w:abstractNumId w:val="1"/></w:num>'  # noqa: E501
BULLET = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="9"/></w:numPr>'


def test_outputs_as_bullets_of_one_cell(tmp_path: Path) -> None:
    planned = [p("45 briefings", BULLET), p("3 reports", BULLET), p("A manual", BULLET)]
    row = tr(tc(*planned), tc("52", "3", "Yes"), tc("52 were held", "<w:p/>", "It was issued"))
    got = imported(tmp_path, body(tables=lambda _: tbl(head_row(), row)), numbering=BULLETS)
    assert outputs(got.report)[:3] == [
        ("45 briefings", [("52", "52 were held")]),
        ("3 reports", [("3", "")]),
        ("A manual", [("Yes", "It was issued")]),
    ]


def test_bullets_below_a_sentence_are_part_of_its_output(tmp_path: Path) -> None:
    planned = [p("Support to missions:"), p("45 briefings", BULLET), p("3 reports", BULLET)]
    row = tr(tc(*planned), tc("52", "3"), tc("52 were held", "3 were issued"))
    got = imported(tmp_path, body(tables=lambda _: tbl(head_row(), row)), numbering=BULLETS)
    assert [len(figures) for _, figures in outputs(got.report)] == [2, 2]


def test_all_outputs_of_an_accomplishment_level_in_one_row(tmp_path: Path) -> None:
    """Word users set each planned text level with its figure and remark; a blank goes on with the output above."""

    def strange(rows: Rows) -> str:
        cells = (tc(*(p(text) if text else "<w:p/>" for text in column)) for column in zip(*rows, strict=True))
        return tbl(head_row(), tr(*cells))

    assert_whole(imported(tmp_path, body(tables=strange)).report)


def test_the_remarks_of_several_figures_in_one_merged_cell(tmp_path: Path) -> None:
    merged, restart = "<w:vMerge/>", '<w:vMerge w:val="restart"/>'
    first, second = FIRST[1], FIRST[2]
    rows = [
        tr(tc(first[0], properties=restart), first[1], tc(first[2], second[2], properties=restart)),
        tr(tc(properties=merged), second[1], tc(properties=merged)),
    ]
    got = imported(tmp_path, body(tables=lambda _: tbl(head_row(), *rows)))
    assert outputs(got.report)[0] == (first[0], [first[1:], second[1:]])
