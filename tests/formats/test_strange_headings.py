"""Headings of reports of other years and organs: sections, components, chapters, repeated ones; made-up content."""

from collections.abc import Callable
from pathlib import Path

import pytest

from rbb_editor.formats.headings import read_heading
from rbb_editor.formats.imported import Kind
from tests.formats.stranger_reports import FIRST, HEADS, assert_whole, body, bold, heading, imported, sections, table
from tests.formats.text_reports import read
from tests.formats.word_files import p


@pytest.mark.parametrize(
    ("department", "office", "numbers"),
    [
        ("Section {}. {}", "({}) {}", ("2", "a", "1.1", "3", "2.1")),
        ("Component {}: {}", "({}) {}", ("1", "a", "1.1", "2", "2.1")),
        ("{}. {}", "{}. {}", ("I", "1", "1.1", "II", "2.1")),
        ("{}、{}", "（{}）{}", ("一", "一", "1.1", "二", "2.1")),
        ("Section {}. {}", "Subprogramme {}. {}", ("4", "2", "1.1", "7", "2.1")),
    ],
)
def test_departments_and_offices_numbered_otherwise(
    department: str, office: str, numbers: tuple[str, ...], tmp_path: Path
) -> None:
    left = iter(numbers)

    def strange(kind: str, _number: str, title: str) -> str:
        number = next(left)
        if kind == "accomplishment":
            return heading(kind, number, title)
        return bold((department if kind == "department" else office).format(number, title))

    assert_whole(imported(tmp_path, body(strange)).report, numbers)


@pytest.mark.parametrize("mark", [bold, p])
def test_numbers_in_paragraphs_of_their_own(mark: Callable[[str], str], tmp_path: Path) -> None:
    def strange(kind: str, number: str, title: str) -> str:
        if kind == "accomplishment":
            return heading(kind, number, title)
        return mark(f"{number}." if kind == "department" else f"({number})") + bold(title)

    got = imported(tmp_path, body(strange))
    told = [note for note in got.notes if "number in a paragraph of its own" in note.message.msgid]
    if mark is bold:
        assert_whole(got.report)
        assert told
    else:  # a letter in plain print may be anything
        assert not told


CHAPTERS = {"A": "I. {}", "a": "A. {}", "B": "II. {}"}


def test_numbered_chapters_as_departments_with_lettered_offices(tmp_path: Path) -> None:
    def strange(kind: str, number: str, title: str) -> str:
        return bold(CHAPTERS[number].format(title)) if number in CHAPTERS else heading(kind, number, title)

    assert_whole(imported(tmp_path, body(strange)).report, ("I", "A", "1.1", "II", "2.1"))


@pytest.mark.parametrize("letters", ["ABC", "АБВ"])
def test_chapters_that_begin_late_with_a_number_that_is_a_letter_too(letters: str) -> None:
    row = ["\t".join(HEADS), "12 reports\t12\t"]
    a, b, _ = letters
    lines = ["IV. Field", f"{a}. Logistics", "Expected accomplishment 1.1: Supply", *row]
    lines += ["V. Headquarters", f"{a}. Management", "Expected accomplishment 1.1: Reports", *row]
    lines += [f"{b}. Audit", "Expected accomplishment 2.1: Audits", *row]
    found = sections(read("\n".join(lines)).report)
    assert [number for level, number, _ in found if level == "department"] == ["IV", "V"]
    assert [number for level, number, _ in found if level == "office"] == [a, a, b]


def test_the_ninth_lettered_office_of_a_chapter_is_no_chapter() -> None:
    row = ["\t".join(HEADS), "12 reports\t12\t"]
    lines = ["I. Field", "A. Logistics", "Expected accomplishment 1.1: Supply", *row, "II. Headquarters"]
    for number, letter in enumerate("ABCDEFGHIJ", start=1):
        lines += [f"{letter}. Unit {letter}", f"Expected accomplishment 2.{number}: Reports", *row]
    found = sections(read("\n".join(lines)).report)
    assert [number for level, number, _ in found if level == "department"] == ["I", "II"]
    assert "".join(number for level, number, _ in found if level == "office") == "AABCDEFGHIJ"


def test_letters_that_go_on_below_chapters_are_departments() -> None:
    row = ["\t".join(HEADS), "12 reports\t12\t"]
    lines = ["I. Field", "A. Logistics", "Expected accomplishment 1.1: Supply", *row]
    lines += ["II. Headquarters", "B. Management", "Expected accomplishment 2.1: Reports", *row]
    found = sections(read("\n".join(lines)).report)
    assert [each for each in found if each[0] == "department"] == [
        ("department", "A", "Logistics"),
        ("department", "B", "Management"),
    ]


def test_a_heading_cut_behind_a_comma_goes_on_in_the_next_line() -> None:
    lines = [
        "A. Department of Management",
        "(a) Office of Programme Planning,",
        "Budget and Accounts",
        "Expected accomplishment 1.1: Better reports",
        "\t".join(HEADS),
        "12 reports\t12\t",
    ]
    assert sections(read("\n".join(lines)).report) == [
        ("department", "A", "Department of Management"),
        ("office", "a", "Office of Programme Planning, Budget and Accounts"),
        ("accomplishment", "1.1", "Better reports"),
    ]


def test_headings_of_several_levels_in_one_paragraph(tmp_path: Path) -> None:
    """Parted by soft breaks: an office and its first accomplishment."""

    def strange(kind: str, number: str, title: str) -> str:
        if kind == "office":
            return ""
        if number == "1.1":
            return bold("(a) Supply Chain</w:t><w:br/><w:t>Expected accomplishment 1.1: Better supply")
        return heading(kind, number, title)

    assert_whole(imported(tmp_path, body(strange)).report)


def test_components_below_departments_are_no_departments(tmp_path: Path) -> None:
    def strange(kind: str, number: str, title: str) -> str:
        component = bold(f"Component {number[0]}: logistics") if kind == "accomplishment" else ""
        return component + heading(kind, number, title)

    got = imported(tmp_path, body(strange))
    assert_whole(got.report)
    assert any("Component 1" in note.source for note in got.notes if note.kind is Kind.LEFT_OUT)


@pytest.mark.parametrize("mark", [" (continued)", " (cont.)", ""])
def test_headings_repeated_on_a_new_page_open_nothing(mark: str, tmp_path: Path) -> None:
    again = (
        heading("department", "A", "Field Logistics" + mark)
        + heading("office", "a", "Supply Chain" + mark)
        + heading("accomplishment", "1.1", "Better supply" + mark)
    )
    got = imported(
        tmp_path, body(tables=lambda rows: table(rows[:2]) + again + table(rows[2:]) if rows is FIRST else table(rows))
    )
    assert_whole(got.report)
    assert sum("repeated on a new page" in note.message.msgid for note in got.notes) == 1


def test_an_accomplishment_without_rows_is_not_taken_for_repeated(tmp_path: Path) -> None:
    def strange(kind: str, number: str, title: str) -> str:
        return heading(
            kind, "1.1" if kind == "accomplishment" else number, "Same" if kind == "accomplishment" else title
        )

    assert [
        title for kind, _, title in sections(imported(tmp_path, body(strange)).report) if kind == "accomplishment"
    ] == [
        "Same",
        "Same",
    ]


def test_front_matter_line_under_line() -> None:
    lines = [
        "A/68/572/Add.1", "第六十八届会议", "议程项目147", "外勤后勤经费筹措的行政和预算问题",
        "2012年7月1日至2013年6月30日期间后勤账户预算执行情况", "秘书长的报告", "增编", "", "A. 外勤后勤部", "",
        "预期成绩 1.1：改进", "", "计划产出\t已完成(数目或是/否)\t说明", "通报45次\t45\t举行了45次",
    ]  # fmt: skip
    info = read("\n".join(lines)).report.info
    assert (info.agenda_item, info.agenda_title) == ("147", "外勤后勤经费筹措的行政和预算问题")
    assert info.title == "2012年7月1日至2013年6月30日期间后勤账户预算执行情况"
    assert (info.period_start, info.period_end) == ("2012-07-01", "2013-06-30")


def test_the_title_below_that_of_the_agenda_item_is_told_apart() -> None:
    lines = [
        "A/64/611/Add.2", "Sixty-fourth session", "Agenda item 146", "Administrative aspects of the financing of",
        "field logistics", "Performance report on field logistics for the period", "from 1 July 2008 to 30 June 2009",
        "Report of the Secretary-General", "", "A. Logistics", "", "Expected accomplishment 1.1: Better", "",
        "Planned outputs\tCompleted (number or yes/no)\tRemarks", "45 notes\t45\t45 notes",
    ]  # fmt: skip
    info = read("\n".join(lines)).report.info
    assert info.agenda_title == "Administrative aspects of the financing of field logistics"
    assert info.title == "Performance report on field logistics for the period from 1 July 2008 to 30 June 2009"


def test_narrative_between_headings(tmp_path: Path) -> None:
    """Numbered paragraphs below a heading are no offices, and their heading stays one."""
    story = "<w:p><w:r><w:t>12.</w:t><w:tab/><w:t>During the period the Office closed 2 stores.</w:t></w:r></w:p>"

    def strange(kind: str, number: str, title: str) -> str:
        return heading(kind, number, title) + (2 * story if kind != "accomplishment" else "")

    got = imported(tmp_path, body(strange))
    assert_whole(got.report)
    assert sum("During the period" in note.source for note in got.notes if note.kind is Kind.LEFT_OUT) >= 1


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Ａ．外勤后勤部", "A"),
        ("（ａ）供应链厅", "a"),
        ("预期成绩１．１：改进", "1.1"),
        ("12. During the year it closed.", None),
    ],
)
def test_numbers_in_chinese_width_and_numbered_paragraphs(text: str, number: str | None) -> None:
    mark = read_heading(text)
    assert (mark.number if mark is not None else None) == number
