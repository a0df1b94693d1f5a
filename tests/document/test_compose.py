"""The printed form: everything of the report once, in order, in the words of the document language."""

import pytest
from msgspec.structs import replace

from rbb_editor import resources
from rbb_editor.document.blocks import (
    Abbreviations,
    Accomplishment,
    Contents,
    FrontLine,
    Heading,
    Masthead,
    Row,
    Summary,
    Table,
)
from rbb_editor.document.compose import compose
from rbb_editor.document.spaces import read_back
from rbb_editor.domain.change import Change, Pair
from rbb_editor.domain.entities import Abbreviation, Component, Level, Note, Output, ReportInfo, Section
from rbb_editor.domain.report import Report
from rbb_editor.domain.text import Text
from rbb_editor.project.sample import make_sample
from tests.strategies import LANGUAGES

INFO = ReportInfo(
    language="en",
    symbol="A/72/701/Add.1",
    session="Seventy-second session",
    agenda_item="149",
    title="Performance",
    author="Report of the Secretary-General",
    summary="One.\nTwo.",
    section_number="II",
    section_title="Framework",
    notes=(Note("*", "See A/72/701."),),
    abbreviations=(Abbreviation("DFS", "Department of Field Support"),),
)


def small() -> Report:
    components = (Component("c1", "50", "Fifty.\nMore.", "Because."), Component("c2", "51"))
    return Report(
        [
            INFO,
            Section("d", Level.DEPARTMENT, None, "i", "A", "Department"),
            Section("o", Level.OFFICE, "d", "i", "a", "Office"),
            Section("a", Level.ACCOMPLISHMENT, "o", "i", "1.1", "Better"),
            Output("p", "a", "i", "60 briefings and 51 summaries", components),
        ]
    )


def test_the_blocks_of_a_small_report() -> None:
    blocks = compose(small(), resources.language("en"))
    assert blocks[0] == Masthead(
        "United Nations",
        "General Assembly",
        "A",
        "/72/701/Add.1",
        ("Distr.: General", "", "", "Original: English"),
        "Please recycle",
    )
    assert [block.text for block in blocks if isinstance(block, FrontLine)] == [
        "Seventy-second session",
        "Agenda item 149",
        "Performance",
        "Report of the Secretary-General",
        "Addendum",
    ]
    assert Summary("Summary", ("One.", "Two.")) in blocks
    contents = next(block for block in blocks if isinstance(block, Contents))
    assert [(e.level, e.number, e.title) for e in contents.entries] == [
        (1, "II.", "Framework"),
        (2, "A.", "Department"),
    ]
    assert Abbreviations("Abbreviations", (("DFS", "Department of Field Support"),)) in blocks
    assert [(b.level, b.number, b.title) for b in blocks if isinstance(b, Heading)] == [
        (1, "II.", "Framework"),
        (2, "A.", "Department"),
        (3, "(a)", "Office"),
    ]
    assert Accomplishment("a", "Expected accomplishment 1.1:", "Better") in blocks
    table = blocks[-1]
    assert isinstance(table, Table)
    assert table.rows == (
        Row("p", "c1", "60 briefings and 51 summaries", "50", ("Fifty.", "More."), ("Because.",), last=False),
        Row("p", "c2", None, "51", (), (), last=True),
    )


def test_an_empty_report_has_a_masthead_only() -> None:
    blocks = compose(Report([ReportInfo(symbol="A/72/701")]), resources.language("en"))
    assert [type(block) for block in blocks] == [Masthead]


def test_composing_changes_nothing_and_is_the_same_every_time() -> None:
    report = make_sample(50, "zh")
    before = report.snapshot()
    language = resources.language("zh")
    assert compose(report, language) == compose(report, language)
    assert report == before


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_word_of_every_output_is_printed_once_in_order(code: str) -> None:
    report = make_sample(120, code)
    rows = [row for b in compose(report, resources.language(code)) if isinstance(b, Table) for row in b.rows]
    planned = [read_back(row.planned) for row in rows if row.planned is not None]
    assert planned == [each.planned_text for each in report.outputs()]
    components = [component for output in report.outputs() for component in output.components]
    printed = [(row.component, read_back(row.completed)) for row in rows]
    assert printed == [(each.id, each.completed) for each in components]
    told = [read_back("\n".join((*row.remarks, *row.explanation))) for row in rows]
    assert told == ["\n".join(filter(None, (each.remarks, each.explanation))) for each in components]


def test_control_characters_mix_up_no_rows() -> None:
    report = small()
    words = ("1 600 \0 visits", "2 000 \x01 visits", "3 000 visits")
    for number, text in enumerate(words):
        output = report.output("p")
        components = (replace(output.components[0], remarks=text, explanation=f"{number} 000"), output.components[1])
        report.apply(Change(Text.of("Edit"), (Pair(output, replace(output, components=components)),)))
        table = compose(report, resources.language("en"))[-1]
        assert isinstance(table, Table)
        assert [len(table.rows), len(table.rows[0].remarks), len(table.rows[0].explanation)] == [2, 1, 1]
        assert read_back(table.rows[0].remarks[0]) == text
        assert read_back(table.rows[0].explanation[0]) == f"{number} 000"
