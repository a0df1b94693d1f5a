"""Cells out of the clipboards of Excel, LibreOffice and Word as those write them, and where they come to lie."""

import json

import pytest

from rbb_editor import resources
from rbb_editor.domain.entities import Component, Output
from rbb_editor.domain.values import Planned, PlannedKind, Qualifier
from rbb_editor.errors import UserError
from rbb_editor.gui.table.carried import from_cells, from_json, to_json
from rbb_editor.gui.table.clip import MOST_CELLS, from_tsv
from rbb_editor.gui.table.clip_html import from_html, to_html
from rbb_editor.gui.table.columns import Field
from rbb_editor.gui.table.pasting import PRINTED, planned_fields

ENGLISH, CHINESE = resources.language("en"), resources.language("zh")

EXCEL = """<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:x="urn:schemas-microsoft-com:office:excel">
<head><meta http-equiv=Content-Type content="text/html; charset=utf-8">
<meta name=Generator content="Microsoft Excel 15">
<style><!--table {mso-displayed-decimal-separator:"\\.";}
.xl65 {mso-style-parent:style0;white-space:normal;} --></style></head>
<body link="#0563C1" vlink="#954F72"><table border=0 cellpadding=0 cellspacing=0 width=192>
<!--StartFragment-->
 <col width=64 span=3 style='width:48pt'>
 <tr height=60 style='height:45.0pt'>
  <td height=60 class=xl65 width=64 style='height:45.0pt;width:48pt'>85 outreach
  activities</td>
  <td align=right width=64 style='width:48pt'>2,091</td>
  <td class=xl65 width=64 style='width:48pt'>First line<br>
    second &quot;line&quot;<span style='mso-spacerun:yes'>&nbsp; </span>&amp; more</td>
 </tr>
 <tr height=20><td height=20></td><td align=right>70%</td><td>&nbsp;</td></tr>
<!--EndFragment-->
</table></body></html>"""

LIBREOFFICE = """<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.0 Transitional//EN"><html><head>
<meta http-equiv="content-type" content="text/html; charset=utf-8"/><title></title>
<style type="text/css">body,div,table,thead,tbody,tfoot,tr,th,td,p { font-family:"Liberation Sans" }</style>
</head><body><table cellspacing="0" border="0"><colgroup width="85"></colgroup><colgroup width="85"></colgroup>
<tr><td height="17" align="left">开展外联活动<br>两行</td><td align="right" sdval="2091" sdnum="1033;">2091</td></tr>
<tr><td height="17" align="left" sdnum="1033;0;@">=SUM(A1)</td><td align="left"><b>是</b></td></tr>
</table></body></html>"""

WORD = """<html xmlns:w="urn:schemas-microsoft-com:office:word"><head><meta name=Generator content="Microsoft Word 15">
<xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml></head><body lang=EN-GB>
<!--StartFragment--><table class=MsoTableGrid border=1>
 <thead><tr><td width=200><p class=MsoNormal><i>Planned outputs</i></p></td><td><p>Completed (number or
 yes/no)</p></td><td><p class=MsoNormal>Remarks</p></td></tr></thead>
 <tr><td rowspan=2 valign=top><p class=MsoNormal>60 oral briefings and 51 weekly briefings<o:p></o:p></p></td>
 <td><p class=MsoNormal>50<o:p></o:p></p></td>
 <td><p class=MsoNormal>50 briefings.<o:p></o:p></p><p class=MsoNormal><del>Old.</del>The lower output was due to
 travel restrictions.<o:p></o:p></p></td></tr>
 <tr><td><p class=MsoNormal>51</p></td><td><p class=MsoNormal><o:p>&nbsp;</o:p></p></td></tr>
</table><!--EndFragment--></body></html>"""


def test_cells_of_excel() -> None:
    assert from_html(EXCEL) == [
        ["85 outreach activities", "2,091", 'First line\nsecond "line" & more'],
        ["", "70%", ""],
    ]


def test_text_of_excel_with_line_breaks_and_quotes() -> None:
    text = '85 outreach activities\t2,091\t"First line\nsecond ""line"""\r\n\t70%\t\r\n'
    assert from_tsv(text) == [["85 outreach activities", "2,091", 'First line\nsecond "line"'], ["", "70%", ""]]


def test_cells_of_libreoffice() -> None:
    assert from_html(LIBREOFFICE) == [["开展外联活动\n两行", "2091"], ["=SUM(A1)", "是"]]


def test_a_table_of_word_keeps_paragraphs_and_spanned_cells() -> None:
    assert from_html(WORD) == [
        ["Planned outputs", "Completed (number or yes/no)", "Remarks"],
        [
            "60 oral briefings and 51 weekly briefings",
            "50",
            "50 briefings.\nThe lower output was due to travel restrictions.",
        ],
        ["", "51", ""],
    ]


def test_the_head_row_of_a_printed_table_says_what_its_columns_are() -> None:
    table, fields = planned_fields(from_html(WORD) or [], Field.COMPLETED, ENGLISH)
    assert fields == list(PRINTED)
    assert [line[1] for line in table] == ["50", "51"]
    (output,) = from_cells(table, fields)
    assert [each.completed for each in output.components] == ["50", "51"]


def test_three_columns_without_a_head_are_a_printed_table_where_the_last_holds_words() -> None:
    words = [["85 activities", "101", "101 were held"]]
    assert planned_fields(words, Field.PLANNED_TEXT, ENGLISH)[1] == PRINTED
    figures = [["85 activities", "85", "101"]]
    assert planned_fields(figures, Field.PLANNED_TEXT, ENGLISH)[1][:3] == [
        Field.PLANNED_TEXT,
        Field.PLANNED,
        Field.COMPLETED,
    ]


@pytest.mark.parametrize(
    "text", ["<p>Only words</p>", "", "no tags", "<p>Before</p><table><tr><td>x</td></tr></table>"]
)
def test_words_are_no_table(text: str) -> None:
    assert from_html(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "<table><tr><td>a<td>b<tr><td>c",
        "<table><td>a</td><td>b</td></tr><tr><td>c</table>",
        "<TABLE><TR><TD>a</TD><TD>b</TD></TR><TR><TD>c</TD></TR></TABLE>",
    ],
)
def test_sloppy_html_is_understood(text: str) -> None:
    assert from_html(text) == [["a", "b"], ["c"]]


def test_a_table_within_a_cell_is_text_of_the_cell() -> None:
    nested = "<table><tr><td>a<table><tr><td>b</td></tr></table></td><td>c</td></tr></table>"
    assert from_html(nested) == [["ab", "c"]]


def test_hostile_spans_make_no_endless_rows() -> None:
    wide = from_html('<table><tr><td colspan="99999999" rowspan="99999999">a</td></tr><tr><td>b</td></tr></table>')
    assert wide is not None
    assert max(map(len, wide)) < 200


def test_a_million_cells_are_refused_with_a_sentence() -> None:
    with pytest.raises(UserError, match="Nothing was pasted"):
        from_tsv("1\t2\n" * (MOST_CELLS * 10))
    with pytest.raises(UserError, match="Nothing was pasted"):
        from_html("<table>" + "<tr><td>1</td><td>2</td></tr>" * MOST_CELLS + "</table>")


def test_numbers_are_numbers_to_a_spreadsheet_and_all_else_is_text() -> None:
    made = to_html([["2\u00a0091", "1.1", "=1+1"]], [[2091, None, None]])
    assert 'x:num="2091" sdval="2091"' in made
    assert made.count("mso-number-format:'\\@'") == 2


OUTPUT = Output(
    "o",
    "ea",
    "h",
    "60 briefings\nand more",
    (
        Component("a", "50", "Held.", "Because.", "briefings", Planned(PlannedKind.QUANTITY, 6, 8, Qualifier.RANGE)),
        Component("b", "是", "", "", None, None),
    ),
)


def test_whole_outputs_travel_with_all_their_figures() -> None:
    (carried,) = from_json(to_json([OUTPUT]))
    assert carried.planned_text == OUTPUT.planned_text
    assert [(c.completed, c.remarks, c.explanation, c.label, c.planned) for c in carried.components] == [
        (c.completed, c.remarks, c.explanation, c.label, c.planned) for c in OUTPUT.components
    ]


def spoilt(**fields: object) -> bytes:
    content = json.loads(to_json([OUTPUT]))
    content["outputs"][0]["components"][0] |= fields
    return json.dumps(content).encode()


@pytest.mark.parametrize(
    "data",
    [b"", b"null", b"[]", b"{}", b'{"format": "rbb-outputs", "version": 2, "outputs": []}', b"\xff\xfe", b"[" * 100_000,
     spoilt(remarks=5), spoilt(planned={"kind": "quantity"}), spoilt(actual=None), spoilt(label=["x"]),
     spoilt(planned={"kind": "quantity", "value": "x", "max": None, "qualifier": None})],
)  # fmt: skip
def test_anything_else_under_that_name_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        from_json(data)
