"""What a Word file shows is what the blocks say, whoever made the file."""

from pathlib import Path

import pytest

from rbb_editor.formats.blocks import Block, Cell, Footnote, Heading, Paragraph, Property, Row
from rbb_editor.formats.docx.read.body import Body
from rbb_editor.formats.docx.read.package import open_package
from rbb_editor.formats.docx.read.stream import blocks_of
from rbb_editor.formats.docx.read.words import View
from tests.formats.word_files import p, r, tbl, tc, tr, word_file


def blocks(path: Path, body: str, **parts: str) -> list[Block]:
    return list(blocks_of(Body(open_package(word_file(path / "a.docx", body, **parts))), "a.docx"))


def texts(path: Path, body: str, **parts: str) -> list[str]:
    return [block.text for block in blocks(path, body, **parts) if isinstance(block, (Paragraph, Heading))]


def rows(path: Path, body: str) -> list[tuple[tuple[str, ...], ...]]:
    return [tuple(cell.paragraphs for cell in b.cells) for b in blocks(path, body) if isinstance(b, Row)]


STYLES = """
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 2"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Sub"><w:name w:val="My own"/><w:basedOn w:val="H"/></w:style>
<w:style w:type="paragraph" w:styleId="Out"><w:name w:val="Outlined"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Loop"><w:name w:val="Loop"/><w:basedOn w:val="Loop"/></w:style>
"""


@pytest.mark.parametrize(
    ("properties", "expected"),
    [
        ('<w:pStyle w:val="H"/>', (2, True)),
        ('<w:pStyle w:val="Out"/>', (1, False)),
        ('<w:pStyle w:val="Out"/><w:outlineLvl w:val="4"/>', (5, False)),
    ],
)
def test_headings_by_style_and_outline_level(tmp_path: Path, properties: str, expected: tuple[int, bool]) -> None:
    (heading,) = blocks(tmp_path, p("A. Department", properties), styles=STYLES)
    assert isinstance(heading, Heading)
    assert (heading.level, heading.bold, heading.text) == (*expected, "A. Department")


def test_body_text_knows_its_style_and_a_circle_of_styles_ends(tmp_path: Path) -> None:
    body = (
        p("one", '<w:pStyle w:val="Loop"/>') + p("two") + p("three", '<w:pStyle w:val="Out"/><w:outlineLvl w:val="9"/>')
    )
    found = blocks(tmp_path, body, styles=STYLES)
    assert [(b.text, b.style) for b in found if isinstance(b, Paragraph)] == [
        ("one", "Loop"),
        ("two", "Normal"),
        ("three", "Outlined"),
    ]


def test_bold_is_said_only_of_wholly_bold_paragraphs(tmp_path: Path) -> None:
    off = r("no", "<w:b w:val='0'/>")
    body = f"<w:p>{r('all', '<w:b/>')}</w:p><w:p>{r('half', '<w:b/>')}{r(' rest')}</w:p><w:p>{off}</w:p>"
    assert [b.bold for b in blocks(tmp_path, body) if isinstance(b, Paragraph)] == [True, False, False]


def test_tracked_changes_are_read_as_accepted(tmp_path: Path) -> None:
    body = (
        f"<w:p>{r('a')}<w:ins>{r('b')}</w:ins><w:del><w:r><w:delText>X</w:delText></w:r></w:del>"
        f"<w:moveFrom>{r('Y')}</w:moveFrom><w:moveTo>{r('c')}</w:moveTo></w:p>"
        f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{r('joined ')}</w:p>{p('with the next')}"
        + tbl(tr("gone", "1", "x", properties="<w:del/>"), tr("kept", "2", "y", properties="<w:ins/>"))
    )
    package = open_package(word_file(tmp_path / "a.docx", body))
    found = list(blocks_of(Body(package), "a"))
    assert [b.text for b in found if isinstance(b, Paragraph)] == ["abc", "joined with the next"]
    assert [b.cells[0].text for b in found if isinstance(b, Row)] == ["kept"]
    was = list(blocks_of(Body(package, View.ORIGINAL), "a"))
    assert [b.text for b in was if isinstance(b, Paragraph)] == ["aXY", "joined", "with the next"]
    assert [b.cells[0].text for b in was if isinstance(b, Row)] == ["gone"]


def test_a_deleted_paragraph_end_does_not_reach_into_the_next_cell(tmp_path: Path) -> None:
    gone = "<w:rPr><w:del/></w:rPr>"
    body = tbl(tr(tc(p("one", gone)), tc("two"), "three"), tr("a", "b", "c"))
    assert rows(tmp_path, body)[0] == (("one",), ("two",), ("three",))
    assert texts(tmp_path, p("the last", gone)) == ["the last"]


def test_wrappers_of_words_are_looked_into(tmp_path: Path) -> None:
    body = (
        f"<w:p><w:hyperlink>{r('link')}</w:hyperlink><w:smartTag>{r(' tag')}</w:smartTag>"
        f"<w:sdt><w:sdtPr/><w:sdtContent>{r(' control')}</w:sdtContent></w:sdt>"
        f"<w:fldSimple>{r(' simple')}</w:fldSimple></w:p><w:sdt><w:sdtContent>{p('block')}"
        f"{tbl('<w:sdt><w:sdtContent>' + tr('1', '2', '3') + '</w:sdtContent></w:sdt>', tr('4', '5'))}"
        "</w:sdtContent></w:sdt><w:p><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
        f"{r('Click here')}</w:sdtContent></w:sdt></w:p>"
    )
    assert texts(tmp_path, body) == ["link tag control simple", "block"]
    assert rows(tmp_path, body) == [(("1",), ("2",), ("3",)), (("4",), ("5",))]


def test_fields_are_read_by_their_results(tmp_path: Path) -> None:
    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    code = "<w:r><w:instrText> PAGE </w:instrText></w:r>"
    hidden = code + r("hidden code")
    body = (
        f"<w:p>{r('see ')}{mark('begin')}{hidden}{mark('separate')}{r('page 7')}{mark('end')}{r('.')}</w:p>"
        f"<w:p>{mark('begin')}{mark('begin')}{code}{mark('end')}{mark('separate')}{r('outer')}{mark('end')}</w:p>"
        f"<w:p>{mark('begin')}{code}</w:p>{p('a code without end swallows nothing')}"
    )
    assert texts(tmp_path, body) == ["see page 7.", "outer", "a code without end swallows nothing"]


def test_characters_that_are_elements(tmp_path: Path) -> None:
    body = (
        "<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t><w:softHyphen/>"
        '<w:sym w:font="Symbol" w:char="F0B7"/><w:sym w:font="Symbol" w:char="junk"/><w:br w:type="page"/></w:r>'
        f"{r('secret', '<w:vanish/>')}</w:p>"
    )
    assert texts(tmp_path, body) == ["a\tb\nc\u2011d•"]


def test_text_boxes_follow_their_paragraph_once(tmp_path: Path) -> None:
    box = f"<w:txbxContent>{p('in the box')}</w:txbxContent>"
    body = (
        f"<w:p>{r('outside')}<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>{box}</wps:txbx>"
        f"</w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"
        f"</mc:AlternateContent></w:r></w:p><w:p><w:r><w:pict><v:textbox>{box}</v:textbox></w:pict></w:r></w:p>"
    )
    assert texts(tmp_path, body) == ["outside", "in the box", "in the box"]


def test_cells_keep_paragraphs_merges_and_spans(tmp_path: Path) -> None:
    body = tbl(
        tr(tc("head", properties='<w:gridSpan w:val="3"/>'), properties="<w:tblHeader/>"),
        tr(tc("planned", properties='<w:vMerge w:val="restart"/>'), tc("50", "51"), tc("one", "", "two")),
        tr(tc(properties="<w:vMerge/>"), tc("7"), tc("three")),
        tr(
            tc("a"), tc("b"), tc("c", properties='<w:hMerge w:val="continue"/>'), properties='<w:gridBefore w:val="2"/>'
        ),
    )
    found = [block for block in blocks(tmp_path, body) if isinstance(block, Row)]
    assert found[0].cells == (Cell(("head",), span=3),)
    assert [row.is_head for row in found] == [True, False, False, False]
    assert found[1].cells == (Cell(("planned",)), Cell(("50", "51")), Cell(("one", "two")))
    assert found[2].cells[0] == Cell((), continues=True)
    assert found[3].cells[0] == Cell((), span=2)
    assert {row.table for row in found} == {1}


def test_tables_in_tables(tmp_path: Path) -> None:
    inner = tbl(tr("1", "2", "3"), tr("4", "5", "6"))
    frame = tbl(tr(tc(p("in a frame"), inner, p(""))))
    assert texts(tmp_path, frame) == ["in a frame"]
    assert rows(tmp_path, frame) == [(("1",), ("2",), ("3",)), (("4",), ("5",), ("6",))]
    beside = tbl(tr(tc("left"), tc(p("right"), inner)), tr("x", "y"))
    assert rows(tmp_path, beside)[:3] == [(("left",), ("right",)), (("1",), ("2",), ("3",)), (("4",), ("5",), ("6",))]
    list_in_cell = tbl(tr(tc("left"), tc(tbl(tr("one", "two")), p(""))), tr("x", "y"))
    assert rows(tmp_path, list_in_cell)[0] == (("left",), ("one", "two"))


NUMBERING = """
<w:abstractNum w:abstractNumId="1">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperLetter"/><w:lvlText w:val="%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%2)"/></w:lvl>
<w:lvl w:ilvl="2"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl></w:abstractNum>
<w:num w:numId="5"><w:abstractNumId w:val="1"/></w:num>
"""


def test_automatic_numbers_are_part_of_the_text(tmp_path: Path) -> None:
    def item(text: str, level: int) -> str:
        return p(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="5"/></w:numPr>')

    body = item("One", 0) + item("x", 1) + item("y", 1) + item("Two", 0) + item("z", 1) + item("dot", 2) + item("", 0)
    assert texts(tmp_path, body, numbering=NUMBERING) == ["A. One", "(a) x", "(b) y", "B. Two", "(a) z", "dot"]


def test_footnotes_come_after_their_paragraph_without_the_mark(tmp_path: Path) -> None:
    body = (
        f"<w:p>{r('Title')}<w:r><w:footnoteReference w:customMarkFollows='1' w:id='2'/><w:t>*</w:t></w:r></w:p>"
        f"<w:p>{r('More')}<w:r><w:t> words</w:t><w:footnoteReference w:id='3'/></w:r></w:p>"
    )
    notes = f"<w:footnote w:id='2'>{p('*')[:-6]}<w:r><w:tab/><w:t>The note.</w:t></w:r></w:p></w:footnote>"
    notes += f"<w:footnote w:id='3'>{p('Another.')}</w:footnote>"
    found = blocks(tmp_path, body, footnotes=notes)
    assert [b.text for b in found if isinstance(b, Paragraph)] == ["Title", "More words"]
    assert [(b.mark, b.text) for b in found if isinstance(b, Footnote)] == [("*", "The note."), ("3", "Another.")]


def test_the_symbol_is_found_in_the_running_head(tmp_path: Path) -> None:
    header = tbl(tr("United Nations", tc(f"<w:p>{r('A')}{r('/72/701/Add.1')}</w:p>")))
    found = blocks(tmp_path, p("x"), header=header)
    assert [(b.name, b.value) for b in found if isinstance(b, Property)] == [("symbol", "A/72/701/Add.1")]
