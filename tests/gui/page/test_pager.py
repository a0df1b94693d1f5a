"""Pages: nothing is lost, heads are printed again, rows stay whole, headings stay with what follows."""

from collections import Counter

import pytest
from PySide6.QtWidgets import QApplication

from rbb_editor import resources
from rbb_editor.document.blocks import Heading, Table
from rbb_editor.document.compose import compose
from rbb_editor.document.look import look_of
from rbb_editor.domain.entities import Component, Level, Output, ReportInfo, Section
from rbb_editor.domain.report import Report
from rbb_editor.gui.page import faces
from rbb_editor.gui.page import measures as m
from rbb_editor.gui.page.pager import Sheet
from rbb_editor.gui.page.pages import Pages
from rbb_editor.project.sample import make_sample
from tests.strategies import LANGUAGES


def pages_of(report: Report) -> Pages:
    pages = Pages()
    pages.begin(report, resources.language(report.info.language))
    while not pages.complete:
        pages.set_on()
    return pages


def words_on(sheet: Sheet) -> str:
    return "".join(each.paragraph.text for each in sheet.placed())


def squeezed(text: str) -> str:
    return "".join(text.split()).replace("\u2060", "")


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_row_is_printed_whole_and_once(qapp: QApplication, code: str):
    report = make_sample(120, code)
    pages = pages_of(report)
    printed = Counter(
        (each.spot.component, each.spot.field)
        for sheet in pages.sheets
        for each in sheet.placed()
        if each.spot.component is not None
    )
    for output in report.outputs():
        for component in output.components:
            assert printed[component.id, "completed"] == 1
            assert printed[component.id, "remarks"] == len(component.remarks.split("\n") if component.remarks else [])
    for sheet in pages.sheets:
        for each in sheet.placed():
            assert each.at.x() >= -1
            assert each.at.x() + each.paragraph.width <= m.WIDTH + 1
            assert each.rect.bottom() <= m.HEIGHT + 1


def test_a_table_that_goes_on_has_its_head_again(qapp: QApplication):
    report = make_sample(200, "en")
    head = next(b for b in compose(report, resources.language("en")) if isinstance(b, Table)).head[0]
    sheets = pages_of(report).sheets
    going_on = 0
    for sheet in sheets[2:]:
        first = min(sheet.pieces, key=lambda each: each[0])[1]
        rows = [each for each in sheet.placed() if each.spot.component is not None]
        if rows and not first.anchor:
            assert squeezed(head) in squeezed(words_on(sheet))
            assert first.placed[0].paragraph.text.strip() == head
            going_on += 1
    assert going_on > 3


def test_a_heading_stands_with_its_first_row(qapp: QApplication):
    for sheet in pages_of(make_sample(300, "fr")).sheets[2:]:
        last = max(sheet.pieces, key=lambda each: each[0] if each[1].note is None else 0)[1]
        assert not last.keeps


def test_contents_tell_the_pages_of_the_headings(qapp: QApplication):
    pages = pages_of(make_sample(150, "es"))
    told = {each.id: pages.numbers[each.id] for sheet in pages.sheets for each in sheet.numbers()}
    found = {piece.anchor: number for piece, number in pages.headings() if piece.level <= 2}
    assert told == found
    assert pages.numbers[""] == len(pages.sheets)


def test_a_row_longer_than_a_page_is_cut_between_lines(qapp: QApplication):
    long = "\n".join(f"Line {number} of a remark that never ends" for number in range(400))
    entities = [
        Section("A", Level.DEPARTMENT, None, "a", "A", "Department"),
        Section("A1", Level.ACCOMPLISHMENT, "A", "a", "1.1", "Letters arrive"),
        Output("o", "A1", "a", "40 letters", (Component("c", "40", long),)),
        Output("p", "A1", "b", "5 visits", (Component("d", "5", "5 visits were made"),)),
    ]
    pages = pages_of(Report(entities))
    printed = squeezed(
        "".join(
            each.paragraph.text
            for sheet in pages.sheets
            for each in sheet.placed()
            if each.spot.field == "remarks" and each.first == 0
        )
    )
    assert printed == squeezed(long) + squeezed("5 visits were made")
    assert len(pages.sheets) >= 4
    assert all(each.rect.bottom() <= m.HEIGHT + 1 for sheet in pages.sheets for each in sheet.placed())


def test_an_empty_report_has_a_page(qapp: QApplication):
    assert len(pages_of(Report()).sheets) == 1


def test_headings_have_the_levels_of_the_document(qapp: QApplication):
    report = make_sample(60, "en")
    blocks = [b for b in compose(report, resources.language("en")) if isinstance(b, Heading)]
    found = [piece.anchor for piece, _ in pages_of(report).headings() if piece.level <= 3]
    assert found == [block.id for block in blocks]


@pytest.mark.parametrize("own", [" ", "\u00a0"])
def test_numbers_and_units_stay_together_as_in_word_and_are_found_as_they_are_typed(qapp: QApplication, own: str):
    entities = [
        ReportInfo(language="en"),
        Section("A", Level.DEPARTMENT, None, "a", "A", "1 600 kilometres"),
        Section("A1", Level.ACCOMPLISHMENT, "A", "a", "1.1", "Letters arrive"),
        Output("o", "A1", "a", f"2{own}600 letters in 30 days", (Component("c", f"2{own}600", "12 reports"),)),
    ]
    pages = pages_of(Report(entities))
    texts = {each.spot.field: each.paragraph for sheet in pages.sheets for each in sheet.placed()}
    assert texts["planned_text"].text == "2\u00a0600 letters in 30\u00a0days"
    assert texts["completed"].text == "2\u00a0600"
    assert texts["remarks"].text == "12 reports"
    for words in ("2 600 letters", "2\u00a0600 Letters", "30 days"):
        assert len(list(texts["planned_text"].found(words))) == 1
    assert "1 600 kilometres" in next(piece.title for piece, _ in pages.headings() if piece.anchor == "A")


def test_arabic_and_chinese_are_never_slanted(qapp: QApplication):
    for code, slanted in (("en", True), ("zh", False), ("ar", False)):
        look = look_of(resources.language(code))
        assert faces.of(look, look.table_head, italic=True).italic() is slanted
