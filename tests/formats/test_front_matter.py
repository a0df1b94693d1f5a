"""Masthead, titles, summary, contents and abbreviations into their fields."""

from collections.abc import Iterator

import pytest

from rbb_editor import resources
from rbb_editor.domain.entities import Abbreviation, ReportInfo
from rbb_editor.formats import dates, tables
from rbb_editor.formats.dates import period
from rbb_editor.formats.imported import Kind
from tests.formats.text_reports import accomplishment, head, read

BODY = "\n\n".join(["A. Department", accomplishment("en"), head("en") + "\nOne\t1\tText was written for the meeting."])
FRONT = """United Nations
A/72/701/Add.1*

General Assembly

Distr.: General

Seventy-second session

Agenda item 149

Administrative and budgetary aspects of the financing of peacekeeping

Performance of the support account for the period from 1 July 2016 to
30 June 2017

Report of the Secretary-General

Addendum

Summary

The present addendum sets out the planned and completed outputs.

Contents

\tPage
II. Results-based-budgeting framework\t5
A. Department\t5

Abbreviations

AMISOM\tAfrican Union Mission in Somalia
DFS\tDepartment of
\tField Support

II. Results-based-budgeting framework*

"""


def info_of(text: str) -> ReportInfo:
    return read(text).report.info


def test_everything_that_stands_before_the_departments() -> None:
    info = info_of(FRONT + BODY + "\n\n* See A/72/701.\n")
    assert info.language == "en"
    assert info.symbol == "A/72/701/Add.1"
    assert info.session == "Seventy-second session"
    assert info.agenda_item == "149"
    assert info.agenda_title == "Administrative and budgetary aspects of the financing of peacekeeping"
    assert info.title == "Performance of the support account for the period from 1 July 2016 to 30 June 2017"
    assert (info.period_start, info.period_end) == ("2016-07-01", "2017-06-30")
    assert info.author == "Report of the Secretary-General"
    assert info.summary == "The present addendum sets out the planned and completed outputs."
    assert (info.section_number, info.section_title) == ("II", "Results-based-budgeting framework")
    assert [(note.mark, note.text) for note in info.notes] == [("*", "See A/72/701.")]
    assert info.abbreviations == (
        Abbreviation("AMISOM", "African Union Mission in Somalia"),
        Abbreviation("DFS", "Department of Field Support"),
    )


def test_abbreviations_across_a_page_break() -> None:
    text = "Abbreviations\n\nDFS\tDepartment of Field Support\n\n3/60\n\nDPI\tDepartment of Public Information\n\n"
    shorts = [each.short for each in info_of(text + BODY).abbreviations]
    assert shorts == ["DFS", "DPI"]


def test_abbreviations_line_by_line() -> None:
    text = "Abbreviations\n\nDFS  Department of Field Support\nDPI – Department of Public Information\n\n"
    assert [each.long for each in info_of(text + BODY).abbreviations] == [
        "Department of Field Support",
        "Department of Public Information",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "2016 年 7 月 1 日至 2017 年 6 月 30 日期间",
        "for the period from 1 July 2016 to 30 June 2017",
        "pour l’exercice allant du 1er juillet 2016 au 30 juin 2017",
        "en el período comprendido entre el 1 de julio de 2016 y el 30 de junio de 2017",
        "за период с 1 июля 2016 года по 30 июня 2017 года",
        "للفترة من 1 تموز/يوليه 2016 إلى 30 حزيران/يونيه 2017",
        "للفترة من ١ تموز/يوليه ٢٠١٦ إلى ٣٠ حزيران/يونيه ٢٠١٧",
    ],
)
def test_the_period_in_six_languages(text: str) -> None:
    assert period(text) == ("2016-07-01", "2017-06-30")


@pytest.mark.parametrize(
    "text", ["", "30 June 2017", "31 February 2017 to 31 June 2017", "1 July 2018 to 30 June 2017"]
)
def test_no_period(text: str) -> None:
    assert period(text) is None


def test_a_second_title_of_the_section_is_noted_with_its_words_and_a_repeated_one_is_not() -> None:
    other = "III. Results-based-budgeting framework\n\n"
    imported = read(FRONT + other + "II. Results-based-budgeting framework\n\n" + BODY)
    assert imported.report.info.section_number == "II"
    assert [note.source for note in imported.notes if note.kind is Kind.LEFT_OUT] == [other.strip()]


@pytest.fixture
def capitals(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A language in which months and years are written with capitals, as in German."""
    words = {
        "months": ["Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", *["?"] * 5],
        "before_period": ["im Jahr"],
    }
    remembered = (dates._months, dates._worded, tables._period)
    monkeypatch.setattr(resources, "wordings", lambda _code: words)
    for each in remembered:
        each.cache_clear()
    yield
    monkeypatch.undo()
    for each in remembered:
        each.cache_clear()


@pytest.mark.usefixtures("capitals")
def test_words_of_dates_are_known_with_capitals_too() -> None:
    assert period("vom 1 Juli 2016 bis 30 Juni 2017") == ("2016-07-01", "2017-06-30")
    assert tables._without_period("geplante leistungen im jahr 2016/17") == "geplante leistungen"
