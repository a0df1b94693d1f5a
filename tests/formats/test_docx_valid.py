"""The Word file is one that Word opens without a word: orders of elements, parts, relations, ids, in every language."""

import re
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from rbb_editor.domain.entities import Abbreviation, Comment, Note, ReportInfo
from rbb_editor.domain.report import Report
from rbb_editor.formats.docx_writer import write
from rbb_editor.formats.word_options import PLAIN, Blackline, Signature, WordOptions
from rbb_editor.project.sample import make_sample
from tests.formats.word_faults import faults
from tests.formats.word_files import members_of
from tests.random_edits import random_change
from tests.strategies import one_line, reports

LANGUAGES = ("en", "fr", "es", "ru", "ar", "zh")
TIME = datetime(2026, 3, 2, 10, 11, 12, tzinfo=UTC)
EDITS = 60
FIELDS = ("title", "symbol", "abbreviations", "planned_text", "completed", "remarks", "explanation")
Members = dict[str, bytes]


def full_report(language: str) -> Report:
    """A report that has everything that can be printed: front matter, notes, abbreviations, comments, an answer."""
    base = make_sample(40, language)
    output, section = next(base.outputs()), base.sections()[0]
    figure = output.components[0]
    info = replace(
        base.info,
        section_number="II",
        section_title="Frame & <more>",
        notes=(Note("*", "First note."), Note("**", "Second note.")),
        abbreviations=(Abbreviation("UN", "United Nations"), Abbreviation("X", "")),
        agenda_title="Review",
        author="Report of somebody",
    )
    said = (
        Comment("n1", output.id, "One.\nTwo.", "Anna & Co", TIME, figure.id, "completed"),
        Comment("n2", output.id, "An answer.", "Omar", TIME, figure.id, "completed", "", "n1"),
        Comment("n3", section.id, "Settled.", "Omar", TIME, resolved=True),
        Comment("n4", info.id, "On the whole.", "Omar", TIME),
    )
    return Report([info, *list(base.entities())[1:], *said])


def edited(report: Report, seed: int = 7) -> Report:
    """The report after many edits."""
    later, chance = Report(list(report.entities())), Random(seed)
    for _ in range(EDITS):
        if (change := random_change(later, chance)) is not None:
            later.apply(change)
    return later


def everything(report: Report) -> WordOptions:
    """All that can be added to a file at once."""
    finding = Comment("f1", next(report.outputs()).id, "A figure is missing.", "Checks", TIME, None, "planned_text")
    return WordOptions(findings=(finding,), watermark="DRAFT & <", sign_off=True, outcome=True)


def written(path: Path, report: Report, options: WordOptions = PLAIN) -> Members:
    write(report, path / "a.docx", options=options)
    return members_of(path / "a.docx")


@pytest.mark.parametrize("language", LANGUAGES)
def test_word_finds_no_fault(tmp_path: Path, language: str) -> None:
    report = full_report(language)
    later = edited(report)
    first = report.sections()[0].id
    choices = (
        PLAIN,
        everything(report),
        WordOptions(comments=False),
        WordOptions(departments=frozenset([first])),
    )
    for options in choices:
        assert faults(written(tmp_path, report, options)) == []
    for now, before in ((later, report), (report, later)):
        blackline = replace(everything(now), blackline=Blackline(before, Signature("Anna & Co", TIME)))
        assert faults(written(tmp_path, now, blackline)) == []
    assert faults(written(tmp_path, Report([ReportInfo(language=language)]))) == []


@st.composite
def choices(draw: st.DrawFn, report: Report) -> WordOptions:
    """Any options for a report: findings on anything, some departments, changes since another state or report."""
    outputs = list(report.outputs())
    targets = [report.info.id, *(each.id for each in report.sections()), *(each.id for each in outputs)]
    fields = st.sampled_from((None, *FIELDS))

    def finding(number: int) -> Comment:
        target = draw(st.sampled_from(targets))
        output = next((each for each in outputs if each.id == target), None)
        component = draw(st.sampled_from((None, *(each.id for each in output.components)))) if output else None
        return Comment(
            f"finding{number}", target, draw(one_line().filter(bool)), "Checks", TIME, component, draw(fields)
        )

    blackline = None
    if draw(st.booleans()):
        earlier = draw(reports()) if draw(st.booleans()) else edited(report, draw(st.integers(0, 99)))
        blackline = Blackline(earlier, Signature(draw(one_line()), TIME))
    return WordOptions(
        departments=frozenset(draw(st.lists(st.sampled_from([each.id for each in report.sections()] or [""])))) - {""},
        comments=draw(st.booleans()),
        findings=tuple(map(finding, range(draw(st.integers(0, 4))))),
        blackline=blackline,
        watermark=draw(one_line()),
        sign_off=draw(st.booleans()),
        outcome=draw(st.booleans()),
    )


@settings(max_examples=40)
@given(data=st.data())
def test_word_finds_no_fault_with_any_report_and_options(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    report = data.draw(reports())
    assert faults(written(tmp_path_factory.mktemp("word"), report, data.draw(choices(report)))) == []


def in_part(name: str, old: str, new: str) -> Callable[[Members], Members]:
    """A package in which a piece of a part reads otherwise, once."""

    def changed(members: Members) -> Members:
        text, count = re.subn(old, new, members[name].decode(), count=1, flags=re.DOTALL)
        assert count == 1, old
        return {**members, name: text.encode()}

    return changed


def without(name: str) -> Callable[[Members], Members]:
    return lambda members: {each: data for each, data in members.items() if each != name}


def having(name: str) -> Callable[[Members], Members]:
    return lambda members: {**members, name: b"<a/>"}


DOCUMENT, STYLES, SETTINGS = "word/document.xml", "word/styles.xml", "word/settings.xml"


@pytest.mark.parametrize(
    ("damaged", "told"),
    [
        (in_part(DOCUMENT, r"(<w:pStyle [^>]*/>)(<w:keepNext/>)", r"\2\1"), "pPr"),
        (in_part(DOCUMENT, r"(<w:tcW [^>]*/>)(<w:tcBorders>.*?</w:tcBorders>)", r"\2\1"), "tcPr"),
        (in_part(DOCUMENT, r"(<w:pgSz [^>]*/>)(<w:pgMar [^>]*/>)", r"\2\1"), "sectPr"),
        (in_part(SETTINGS, r"(<w:evenAndOddHeaders/>)(.*?)(</w:settings>)", r"\2\1\3"), "settings"),
        (in_part(STYLES, r"(<w:name [^>]*/>)(<w:basedOn [^>]*/>)", r"\2\1"), "style"),
        (in_part(STYLES, r"(<w:b/>)(<w:bCs/>)", r"\2\1"), "rPr"),
        (in_part(DOCUMENT, r"(<w:tblW [^>]*/>)(<w:tblLayout [^>]*/>)", r"\2\1"), "tblPr"),
        (in_part(DOCUMENT, r"<w:cantSplit/>", r"<w:cantSplit/><w:unheard/><w:ins/><w:cantSplit/>"), "trPr"),
        (in_part(DOCUMENT, r"</w:p></w:tc>", r"</w:p><w:tbl/></w:tc>"), "paragraph"),
        (in_part(DOCUMENT, r'<w:gridCol w:w="4150"/>', ""), "a row of"),
        (in_part(DOCUMENT, r'w:name="(rbb_p_\w+)"(.*?)w:name="rbb_p_\w+"', r'w:name="\1"\2w:name="\1"'), "times"),
        (in_part(DOCUMENT, r'<w:bookmarkEnd w:id="\d+"/>', ""), "alike"),
        (in_part(DOCUMENT, r'w:val="RBBPlanned"', 'w:val="Nowhere"'), "style"),
        (in_part(DOCUMENT, r'<w:commentRangeEnd w:id="\d+"/>', ""), "commentRangeEnd"),
        (in_part(DOCUMENT, r'w:anchor="\w+"', 'w:anchor="_Toc1"'), "_Toc1"),
        (in_part(DOCUMENT, r'w:fldCharType="separate"', 'w:fldCharType="end"'), "field"),
        (in_part(DOCUMENT, r'r:id="rId_header_even"', 'r:id="rId_9"'), "rId_9"),
        (in_part("word/comments.xml", r'w:date="[^"]*"', 'w:date="yesterday"'), "author or time"),
        (in_part("word/comments.xml", r"<w:comment .*?</w:comment>", r"\g<0>\g<0>"), "times"),
        (in_part("word/footnotes.xml", r'w:id="2"', 'w:id="7"'), "notes"),
        (in_part("[Content_Types].xml", r'<Override PartName="/word/settings.xml"[^>]*/>', ""), "content type"),
        (without("word/fontTable.xml"), "missing"),
        (having("word/extra.xml"), "orphan"),
        (having("word/Styles.xml"), "2 times"),
        (in_part(DOCUMENT, r'<w:jc w:val="center"/>', '<w:jc w:val="middle"/>'), "middle"),
        (in_part(STYLES, r'<w:sz w:val="20"/>', '<w:sz w:val="8.5"/>'), "8.5"),
        (in_part(DOCUMENT, r'<w:bookmarkStart w:id="\d+"', '<w:bookmarkStart w:id="9999999999"'), "9999999999"),
        (in_part(DOCUMENT, r'w:name="rbb_p_', 'w:name="rbb-p '), "has the name"),
        (in_part(DOCUMENT, r' xml:space="preserve"> TOC', "> TOC"), "are lost"),
        (in_part(DOCUMENT, r"(RBBPlanned.*?<w:cantSplit/>)", r"\1<w:tblHeader/>"), "below another row"),
        (in_part(DOCUMENT, r"(<w:commentRangeStart [^>]*/>)(.*?)(<w:commentRangeEnd [^>]*/>)", r"\3\2\1"), "before"),
        (in_part(DOCUMENT, r"<w:titlePg/>", ""), "never shown"),
        (in_part("word/settings.xml", r"<w:evenAndOddHeaders/>", ""), "never shown"),
        (in_part("word/comments.xml", r'mc:Ignorable="w14 ', 'mc:Ignorable="'), "not known to every Word"),
        (in_part("word/comments.xml", r'w:initials="', 'w:initials="ABCDEFGHIJ'), "too long"),
        (in_part("docProps/core.xml", r"<dc:title>.*?</dc:title>", r"\g<0>\g<0>"), "times"),
        (in_part("[Content_Types].xml", r"\.footnotes\+xml", ".endnotes+xml"), "is related as"),
        (in_part(STYLES, r'(w:styleId="H1".*?<w:basedOn w:val=")\w+', r"\1H1"), "based on itself"),
    ],
)
def test_each_kind_of_fault_is_found(tmp_path: Path, damaged: Callable[[Members], Members], told: str) -> None:
    members = written(tmp_path, full_report("en"))
    assert any(told in fault for fault in faults(damaged(members)))
