"""Files of other producers as they really come: forms, converted PDF files, budgets, lists of bold lines."""

import unicodedata
from pathlib import Path

import pytest

from rbb_editor.domain.entities import Level
from rbb_editor.domain.report import Report
from rbb_editor.formats.docx_reader import read
from rbb_editor.formats.headings import steps
from rbb_editor.formats.imported import Imported
from rbb_editor.progress import silent
from tests.formats.stranger_reports import FIRST, HEADS, OUTPUTS, SECOND, bold, heading, imported
from tests.formats.stranger_reports import body as whole_body
from tests.formats.text_reports import outputs
from tests.formats.word_files import p, tbl, tc, tr, word_file

FRONT = bold("A. Field Logistics") + p("Expected accomplishment 1.1: Better supply")


def read_body(folder: Path, body: str, language: str = "en") -> Imported:
    return read(word_file(folder / "a.docx", body), language, silent)


def shape(report: Report) -> list[tuple[Level, str, str]]:
    return [(each.level, each.number, each.title) for each in report.walk() if hasattr(each, "level")]


def field(data: str, code: str) -> str:
    signs = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("separate", "end")]
    begin = f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData>{data}</w:ffData></w:fldChar></w:r>'
    return f"<w:p>{begin}<w:r><w:instrText> {code} </w:instrText></w:r>{''.join(signs)}</w:p>"


def test_choices_in_the_fields_of_a_form_are_read(tmp_path: Path) -> None:
    lines = '<w:listEntry w:val="Yes"/><w:listEntry w:val="No"/>'
    chosen = field(f'<w:ddList><w:result w:val="1"/>{lines}</w:ddList>', "FORMDROPDOWN")
    untouched = field(f"<w:ddList>{lines}</w:ddList>", "FORMDROPDOWN")
    endless = field(f'<w:ddList><w:result w:val="{"9" * 5000}"/>{lines}</w:ddList>', "FORMDROPDOWN")
    ticked = field("<w:checkBox><w:default w:val='0'/><w:checked/></w:checkBox>", "FORMCHECKBOX")
    rows = (tr(tc(f"Manual {at}"), tc(each), tc("")) for at, each in enumerate((chosen, untouched, endless, ticked)))
    got = read_body(tmp_path, FRONT + tbl(tr(*HEADS), *rows))
    assert [each.components[0].completed for each in got.report.outputs()] == ["No", "Yes", "", "☒"]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("• 45 briefings", "45 briefings"),
        ("Rein\u00adte\u00adgration of 45 fighters", "Reintegration of 45 fighters"),
        ("45 bene\ufb01ts and o\ufb03ces", "45 benefits and offices"),
        ("\u2f00\u4efd \u2ee9\u2f43 45", "一份 \u2ee9斗 45"),
    ],
)
def test_signs_of_print_are_no_part_of_a_planned_text(typed: str, meant: str, tmp_path: Path) -> None:
    got = read_body(tmp_path, FRONT + tbl(tr(*HEADS), tr(typed, "45", "")))
    assert [each.planned_text for each in got.report.outputs()] == [meant]


def test_a_list_in_one_cell_keeps_its_bullets(tmp_path: Path) -> None:
    cell = tc("Support of:", "• 45 briefings", "• of their records")
    got = read_body(tmp_path, FRONT + tbl(tr(*HEADS), tr(cell, "45", "Done.")))
    assert "• of their records" in "\n".join(each.planned_text for each in got.report.outputs())


def drawn(text: str) -> str:
    """Arabic as a font draws it, each letter in the form of its place."""
    back = {}
    for code in range(0xFE80, 0xFEF5):
        plain = unicodedata.normalize("NFKC", chr(code))
        back.setdefault(plain, chr(code))
    return "".join(back.get(letter, letter) for letter in text)


def test_arabic_in_joined_forms_is_read_as_arabic(tmp_path: Path) -> None:
    heads = ("النواتج المقررة", "المنجز (العدد أو نعم/لا)", "ملاحظات")
    lines = ("ألف - إدارة الدعم", "الإنجاز المتوقع 1.1: تحسين الدعم")
    rows = (("تقديم 12 إحاطة", "9", "طلب عدد أقل"), ("عقد 4 حلقات عمل", "4", "عقدت"))
    body = "".join(map(bold, map(drawn, lines))) + tbl(*(tr(*map(drawn, row)) for row in (heads, *rows)))
    got = read_body(tmp_path, body, "ar")
    assert outputs(got.report) == [(planned, [(done, said)]) for planned, done, said in rows]
    assert any("font draws" in note.message.msgid for note in got.notes)


def test_words_that_a_line_has_hyphenated_are_whole(tmp_path: Path) -> None:
    planned, remarks = tc("45 briefings on infor-", "mation and policy-", "making"), tc("Fewer were re-", "quested.")
    got = read_body(tmp_path, FRONT + tbl(tr(*HEADS), tr(planned, "40", remarks)))
    (output,) = got.report.outputs()
    assert " ".join(output.planned_text.split()) == "45 briefings on information and policy-making"
    assert output.components[0].remarks + output.components[0].explanation == "Fewer were requested."


def test_each_line_of_a_page_as_a_row(tmp_path: Path) -> None:
    rows = [
        ("45 briefings to Member", "40", "The briefings were"),
        ("states on the supply of", "", "held in the"),
        ("field missions", "", "missions"),
        ("12 workshops on", "12", "The workshops were held"),
        ("planning", "", "in four"),
        ("", "", "missions"),
    ]
    got = read_body(tmp_path, FRONT + tbl(tr(*HEADS), *(tr(*row) for row in rows)))
    assert outputs(got.report) == [
        ("45 briefings to Member states on the supply of field missions",
         [("40", "The briefings were held in the missions")]),
        ("12 workshops on planning", [("12", "The workshops were held in four missions")]),
    ]  # fmt: skip


def test_columns_set_with_spaces(tmp_path: Path) -> None:
    def line(planned: str, done: str, said: str) -> str:
        return p(f"{planned:<44}{done:<12}{said}")

    lines = [
        line("Planned outputs", "Completed", "Remarks"),
        line("45 briefings to Member States on supply", "52", "52 briefings were"),
        line("and fuel", "", "held."),
        line("Annual report on the management of fuel", "Yes", ""),
    ]
    got = read_body(tmp_path, FRONT + "".join(lines))
    assert outputs(got.report) == [
        ("45 briefings to Member States on supply and fuel", [("52", "52 briefings were held.")]),
        ("Annual report on the management of fuel", [("Yes", "")]),
    ]


def test_what_word_counts_by_itself_is_counted_once_where_spaces_set_columns(tmp_path: Path) -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperLetter"/>'
        '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    lines = [("Planned outputs", "Completed", "Remarks"), ("45 briefings to Member States", "52", "They were held.")]
    table = "".join(p(f"{planned:<44}{done:<12}{said}") for planned, done, said in lines)
    below = p("Expected accomplishment 1.1: Better supply") + table
    hidden = "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>Hidden</w:t></w:r></w:p>"
    text = p("Field Logistics", numbered) + below + p("Oversight", numbered) + below + hidden
    got = read(word_file(tmp_path / "a.docx", text, numbering=numbering), "en", silent)
    departments = [each for each in shape(got.report) if each[0] is Level.DEPARTMENT]
    assert departments == [(Level.DEPARTMENT, "A", "Field Logistics"), (Level.DEPARTMENT, "B", "Oversight")]
    assert [dict(each.message.fields)["count"] for each in got.notes if "hidden" in each.message.msgid] == [1]


@pytest.mark.parametrize("label", ["1.1 ", "(a) ", ""])
def test_accomplishments_in_tables_beside_their_indicators(label: str, tmp_path: Path) -> None:
    def framework(title: str) -> str:
        return tbl(tr("Expected accomplishments", "Indicators of achievement"),
                   tr(f"{label}{title}", "All are in time"), tr("", "None is late")) + p("")  # fmt: skip

    body = bold("A. Field Logistics") + framework("Better supply") + tbl(tr(*HEADS), *(tr(*row) for row in FIRST))
    body += framework("More oversight") + tbl(tr(*HEADS), *(tr(*row) for row in SECOND))
    got = read_body(tmp_path, body)
    number = label.strip(" ()")
    assert shape(got.report) == [
        (Level.DEPARTMENT, "A", "Field Logistics"),
        (Level.ACCOMPLISHMENT, number, "Better supply"),
        (Level.ACCOMPLISHMENT, number, "More oversight"),
    ]
    assert outputs(got.report) == OUTPUTS
    left = " ".join(note.source for note in got.notes)
    assert left.count("All are in time") == left.count("None is late") == 2


def test_numbers_and_yes_or_no_in_columns_of_their_own(tmp_path: Path) -> None:
    head = tr("Planned outputs", "Number", "Yes/No", "Remarks")
    rows = (tr("45 briefings", "52", "", "Held."), tr("Annual report", "", "Yes", ""))
    got = read_body(tmp_path, FRONT + tbl(head, *rows))
    assert outputs(got.report) == [("45 briefings", [("52", "Held.")]), ("Annual report", [("Yes", "")])]


def unlettered(kind: str, number: str, title: str) -> str:
    return heading(kind, number, title) if kind == "accomplishment" else bold(title)


def test_bold_lines_without_letters_are_headings_where_they_stand_between_tables(tmp_path: Path) -> None:
    got = imported(tmp_path, bold("Performance of the budget for 2016/17") + bold("Addendum") + whole_body(unlettered))
    assert [(level, title) for level, _, title in shape(got.report) if level is not Level.ACCOMPLISHMENT] == [
        (Level.DEPARTMENT, "Field Logistics"),
        (Level.OFFICE, "Supply Chain"),
        (Level.OFFICE, "Mission Oversight"),
    ]
    assert outputs(got.report) == OUTPUTS
    assert any("bold line" in note.message.msgid for note in got.notes)


def test_bold_lines_above_the_only_table_are_headings_where_they_say_so(tmp_path: Path) -> None:
    below = p("Expected accomplishment 1.1: Better supply") + tbl(tr(*HEADS), *(tr(*row) for row in SECOND))
    got = read_body(tmp_path, bold("DEPARTMENT OF SUPPLY") + bold("Office of Fuel") + below)
    assert shape(got.report)[:2] == [
        (Level.DEPARTMENT, "", "DEPARTMENT OF SUPPLY"),
        (Level.OFFICE, "", "Office of Fuel"),
    ]
    untold = read_body(tmp_path, bold("Support account 2016/17") + below)
    assert [title for level, _, title in shape(untold.report) if level is Level.DEPARTMENT] == [""]
    assert untold.report.info.title == "Support account 2016/17"


def test_feet_of_pages_and_strokes_in_rows_of_a_table_are_no_outputs(tmp_path: Path) -> None:
    feet = (
        tr("A/72/701/Add.1", "", ""),
        tr("18-01234", "", "7/62"),
        tr("* * *", "", ""),
        tr("", "18-01234 (E)", "8/62"),
    )
    rows = [tr(*row) for row in FIRST]
    between = [row for pair in zip(rows, feet, strict=True) for row in pair]
    body = FRONT + tbl(tr(*HEADS), *between)
    assert outputs(read_body(tmp_path, body).report) == OUTPUTS[:3]


@pytest.mark.parametrize(
    ("before", "letter", "ahead"),
    [("A", "В", 1), ("A", "B", 1), ("А", "Б", 1), ("А", "В", 1), ("В", "С", 1), ("В", "Г", 1), ("a", "Е", None)],
)
def test_cyrillic_letters_that_look_like_latin_ones(before: str, letter: str, ahead: int | None) -> None:
    assert steps(letter, before) == ahead


def test_of_a_whole_report_the_frameworks_are_read_and_its_other_chapters_left_out(tmp_path: Path) -> None:
    """As missions report: letters divide every chapter, components stand for departments, resources follow."""
    resources = tbl(tr("Category", "Apportionment", "Expenditure"), tr("Civilian personnel", "1 200", "1 100"))
    below = p("Expected accomplishment 1.1: Better supply") + tbl(tr(*HEADS), *(tr(*row) for row in FIRST))
    further = p("Expected accomplishment 2.1: More oversight") + tbl(tr(*HEADS), *(tr(*row) for row in SECOND))
    got = read_body(
        tmp_path,
        bold("I. Mandate performance") + bold("A. Overall") + p("The mission protected civilians.")
        + bold("B. Results-based-budgeting frameworks") + bold("Component 1: Supply") + below
        + bold("Component 2: Oversight") + further
        + bold("II. Resource performance") + bold("A. Financial resources") + resources + p("Nothing else."),
    )  # fmt: skip
    assert [each for each in shape(got.report) if each[0] is Level.DEPARTMENT] == [
        (Level.DEPARTMENT, "1", "Supply"),
        (Level.DEPARTMENT, "2", "Oversight"),
    ]
    assert outputs(got.report) == OUTPUTS
    told = "\n".join(note.source for note in got.notes)
    assert all(words in told for words in ("Civilian personnel\t1 200\t1 100", "Nothing else.", "A. Overall"))


@pytest.mark.parametrize("second", ["B. Oversight", "II. Oversight"])
@pytest.mark.parametrize("named", ["Expected accomplishment 1.1: Better supply", "Supply"])
def test_tables_below_the_first_need_no_head(named: str, second: str, tmp_path: Path) -> None:
    first = second.replace("B.", "A.").replace("II.", "I.").replace("Oversight", "Supply")
    rows = [tr("45 briefings on supply", "52", "52 briefings were held"), tr("Annual report", "Yes", "")]
    below = [tr("Annual manual", "Yes", ""), tr("4 visits to missions", "4", "4 visits were made")]
    got = read_body(tmp_path, bold(first) + p(named) + tbl(tr(*HEADS), *rows) + bold(second) + tbl(*below))
    assert [planned for planned, _ in outputs(got.report)] == [
        "45 briefings on supply",
        "Annual report",
        "Annual manual",
        "4 visits to missions",
    ]
