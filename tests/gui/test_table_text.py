"""The table's small languages: planned figures as written and typed, cells on the clipboard, questions. No screen."""

import pytest

from rbb_editor import resources
from rbb_editor.domain.values import DEED_PLANNED, NOTHING_PLANNED, Outcome, Planned, PlannedKind, Qualifier
from rbb_editor.gui.table import texts
from rbb_editor.gui.table.clip import from_tsv, to_tsv
from rbb_editor.gui.table.clip_html import from_html, to_html
from rbb_editor.gui.table.lay import latin_apart, unbroken
from rbb_editor.gui.table.notation import read_typed, write_planned

ENGLISH = resources.language("en")
QUANTITY = PlannedKind.QUANTITY


@pytest.mark.parametrize(
    ("typed", "planned", "written"),
    [
        ("85", Planned(QUANTITY, 85), "85"),
        ("1,000", Planned(QUANTITY, 1000), "1,000"),
        ("<= 6", Planned(QUANTITY, 6, qualifier=Qualifier.UP_TO), "≤\u00a06"),
        ("≥600", Planned(QUANTITY, 600, qualifier=Qualifier.AT_LEAST), "≥\u00a0600"),
        ("~32", Planned(QUANTITY, 32, qualifier=Qualifier.APPROXIMATELY), "≈\u00a032"),
        ("6 - 8", Planned(QUANTITY, 6, 8, Qualifier.RANGE), "6–8"),
        ("6 to 8", Planned(QUANTITY, 6, 8, Qualifier.RANGE), "6–8"),
        ("at least 90", Planned(QUANTITY, 90, qualifier=Qualifier.AT_LEAST), "≥\u00a090"),
        ("about 1,200", Planned(QUANTITY, 1200, qualifier=Qualifier.APPROXIMATELY), "≈\u00a01,200"),
        ("90%", Planned(PlannedKind.PERCENT, 90), "90%"),
        ("Yes", DEED_PLANNED, "Yes"),
        ("-", NOTHING_PLANNED, "—"),
    ],
)
def test_planned_figures_as_typed_and_written(typed: str, planned: Planned, written: str) -> None:
    assert read_typed(typed, ENGLISH) == planned
    assert write_planned(planned, ENGLISH) == written
    assert read_typed(written, ENGLISH) == planned


def test_words_of_the_report_qualify_a_typed_planned_figure() -> None:
    chinese = resources.language("zh")
    assert read_typed("至少 90", chinese) == Planned(QUANTITY, 90, qualifier=Qualifier.AT_LEAST)
    assert read_typed("约 90 份", chinese) == Planned(QUANTITY, 90, qualifier=Qualifier.APPROXIMATELY)


def test_nothing_typed_means_as_read() -> None:
    assert read_typed("  ", ENGLISH) is None


@pytest.mark.parametrize("typed", ["many", "8-6", "≥ many", "1 2 3 4"])
def test_what_is_no_planned_figure_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        read_typed(typed, ENGLISH)


TABLES = [
    [["85", "101"], ["10", "6"]],
    [["two\nlines", 'a "quoted" word'], ["", "tab\there"]],
    [["=1+1", "-5"], ["@x", "'kept"]],
]


@pytest.mark.parametrize("table", TABLES)
def test_cells_come_back_from_the_clipboard_as_they_went(table: list[list[str]]) -> None:
    assert from_tsv(to_tsv(table)) == table
    assert from_html(to_html(table)) == [[text.replace("\t", " ") for text in row] for row in table]


def test_a_text_never_becomes_a_formula() -> None:
    assert to_tsv([["=1+1", "x"]]) == "'=1+1\tx"
    assert "mso-number-format" in to_html([["=1+1"]])


def test_a_tag_in_a_text_stays_text() -> None:
    assert "&lt;b&gt;" in to_html([["<b>"]])


def test_symbols_and_figures_with_units_do_not_break() -> None:
    assert unbroken("A/71/587") == "A\u2060/\u206071\u2060/\u2060587"
    assert unbroken("85 次") == "85\u00a0次"
    assert unbroken("one\ntwo") == "one\u2028two"


def test_latin_runs_are_kept_apart_in_arabic() -> None:
    assert latin_apart("الوثيقة A/71/587 صدرت") == "الوثيقة \u2066A/71/587\u2069 صدرت"


@pytest.mark.parametrize("code", resources.language_codes())
def test_every_document_language_can_open_an_explanation(code: str) -> None:
    language = resources.language(code)
    for outcome in (Outcome.SHORTFALL, Outcome.EXCEEDED):
        start = texts.opening(outcome, language)
        assert start
        for cause, _ in texts.CAUSES:
            phrase = texts.stock_phrase(cause, outcome, language)
            assert phrase.startswith(start)
            assert len(phrase) > len(start)
