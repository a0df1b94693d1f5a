"""Rows that hold several outputs, and cells that stand beside several: each output is one of its own."""

from pathlib import Path

import pytest

from rbb_editor.formats.imported import Imported, Kind
from tests.formats.stranger_reports import body, head_row, imported
from tests.formats.text_reports import outputs
from tests.formats.word_files import tbl, tc, tr

BRIEFINGS = ("12 briefings to Member States on supply", "9", "Fewer briefings were asked for")
WORKSHOPS = ("4 workshops on planning", "6", "Two more were held owing to demand")
DATABASE = ("Upkeep of the database of mandates", "Yes", "It was updated every week")
MERGED, RESTART = "<w:vMerge/>", '<w:vMerge w:val="restart"/>'


def read(folder: Path, *rows: str) -> Imported:
    return imported(folder, body(tables=lambda _: tbl(head_row(), *rows)))


def first(got: Imported, count: int) -> list[tuple[str, ...]]:
    """Planned text, figure and remarks of the first outputs, each of one figure."""
    return [(planned, *figure) for planned, (figure,) in outputs(got.report)[:count]]


@pytest.mark.parametrize("second", [WORKSHOPS, DATABASE])
def test_two_outputs_as_paragraphs_of_one_row(second: tuple[str, str, str], tmp_path: Path) -> None:
    got = read(tmp_path, tr(*(tc(*texts) for texts in zip(BRIEFINGS, second, strict=True))))
    assert first(got, 2) == [BRIEFINGS, second]
    assert {note.source for note in got.notes if note.kind is Kind.TAKEN_APART} == {second[0]}


def test_outputs_with_an_empty_line_between(tmp_path: Path) -> None:
    lines = (BRIEFINGS, ("", "", ""), WORKSHOPS)
    columns = (
        "".join(f"<w:p>{f'<w:r><w:t>{text}</w:t></w:r>' if text else ''}</w:p>" for text in column)
        for column in zip(*lines, strict=True)
    )
    got = read(tmp_path, tr(*(f"<w:tc>{cell}</w:tc>" for cell in columns)))
    assert first(got, 2) == [BRIEFINGS, WORKSHOPS]


def test_one_remark_in_a_row_of_two_outputs_is_of_the_one_that_it_speaks_of(tmp_path: Path) -> None:
    remark = "Two more workshops were held owing to demand"
    got = read(tmp_path, tr(tc(BRIEFINGS[0], WORKSHOPS[0]), tc("12", "6"), remark))
    assert first(got, 2) == [(BRIEFINGS[0], "12", ""), (*WORKSHOPS[:2], remark)]
    assert any(remark in note.source for note in got.notes if note.kind is Kind.TAKEN_APART)


@pytest.mark.parametrize(
    ("planned", "figures"),
    [
        (("Support to missions:", "12 briefings", "4 workshops"), ("9", "6")),
        (("12 briefings and", "4 workshops"), ("9", "6")),
        (("12 briefings to Member States", "on questions of supply"), ("9", "6")),
        (("Advice to missions", "(a) 12 briefings", "(b) 4 workshops"), ("3", "9", "6")),
    ],
)
def test_paragraphs_that_go_on_are_one_output(
    planned: tuple[str, ...], figures: tuple[str, ...], tmp_path: Path
) -> None:
    got = read(tmp_path, tr(tc(*planned), tc(*figures), tc("One was held", "Another was held")))
    assert outputs(got.report)[0][0] == "\n".join(planned)


def test_the_lines_of_a_cut_sentence_are_one_remark(tmp_path: Path) -> None:
    lines = ("Reports were written on the", "situation in the field and", "sent to the Council")
    cells = ("".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in texts) for texts in (("1", "", ""), lines))
    got = read(tmp_path, tr("1 report", *(f"<w:tc>{cell}</w:tc>" for cell in cells)))
    assert first(got, 1) == [("1 report", "1", "\n".join(lines))]


def merged(remark: str, *, figures: tuple[str, str] = ("0", "0")) -> tuple[str, str]:
    """Two outputs beside one merged cell of remarks."""
    above = tr(BRIEFINGS[0], figures[0], tc(*remark.split("\n"), properties=RESTART))
    return above, tr(WORKSHOPS[0], figures[1], tc(properties=MERGED))


def test_merged_remarks_are_those_of_each_output(tmp_path: Path) -> None:
    remark = "The activities were postponed at the request of the host Government"
    got = read(tmp_path, *merged(remark))
    assert [remarks for _, _, remarks in first(got, 2)] == [remark, remark]
    assert {note.source for note in got.notes if note.kind is Kind.GUESSED} == {remark}


def test_merged_remarks_that_name_each_figure_are_cut(tmp_path: Path) -> None:
    got = read(tmp_path, *merged("9 briefings were given\n6 workshops were held", figures=("9", "6")))
    assert [remarks for _, _, remarks in first(got, 2)] == ["9 briefings were given", "6 workshops were held"]


@pytest.mark.parametrize(("figure", "below", "kind"), [("Yes", "Yes", Kind.GUESSED), ("9", "", Kind.DOUBT)])
def test_a_merged_figure_is_given_to_each_output_only_if_it_is_an_answer(
    figure: str, below: str, kind: Kind, tmp_path: Path
) -> None:
    above = tr(BRIEFINGS[0], tc(figure, properties=RESTART), "Held")
    got = read(tmp_path, above, tr(WORKSHOPS[0], tc(properties=MERGED), "Held too"))
    assert [figures for _, figures, _ in first(got, 2)] == [figure, below]
    assert {note.source for note in got.notes if note.kind is kind} == {figure}


def test_one_reason_in_a_cell_merged_over_the_figures_of_one_output_is_that_of_each(tmp_path: Path) -> None:
    reason = "The activities were postponed at the request of the host Government"
    above = tr(tc("12 briefings and 4 workshops for staff", properties=RESTART), "0", tc(reason, properties=RESTART))
    got = read(tmp_path, above, tr(tc(properties=MERGED), "0", tc(properties=MERGED)))
    assert outputs(got.report)[0][1] == [("0", reason), ("0", reason)]


def test_long_remarks_merged_over_very_many_outputs_are_not_copied_to_all_of_them(tmp_path: Path) -> None:
    """A file made to do harm would else become a report of hundreds of megabytes."""
    remark = " ".join(f"Activity {at} was held in the region." for at in range(100))
    rows = [tr(f"{at} briefings", str(at), tc(properties=MERGED)) for at in range(2, 60)]
    got = read(tmp_path, tr("1 briefing", "1", tc(remark, properties=RESTART)), *rows)
    told = [remarks for _, _, remarks in first(got, 59)]
    assert (told[0], set(told[1:])) == (remark, {""})
    assert any(note.source == remark for note in got.notes)


def test_a_cell_that_goes_on_from_merged_remarks_keeps_words_of_its_own(tmp_path: Path) -> None:
    above = tr(BRIEFINGS[0], "9", tc(BRIEFINGS[2], properties=RESTART))
    got = read(tmp_path, above, tr(WORKSHOPS[0], "6", tc(WORKSHOPS[2], properties=MERGED)))
    assert first(got, 2) == [BRIEFINGS, WORKSHOPS]


def test_words_hidden_in_a_merged_cell_are_noted(tmp_path: Path) -> None:
    above = tr(tc("12 briefings and 4 workshops", properties=RESTART), "9", "Held")
    got = read(tmp_path, above, tr(tc("Old text", properties=MERGED), "6", "Held too"))
    assert "Old text" in {note.source for note in got.notes if note.kind is Kind.LEFT_OUT}
