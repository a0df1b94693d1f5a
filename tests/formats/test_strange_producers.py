"""Word files as unusual producers make them: columns by tab stops, documents embedded for Word to take in."""

from pathlib import Path

import pytest

from rbb_editor.formats.docx_reader import read
from rbb_editor.progress import silent
from tests.formats.stranger_reports import FIRST, HEADS, SECOND, SECTIONS, Rows, assert_whole, body, imported
from tests.formats.word_files import OFFICE, members_of, p, word_file, zip_file


def in_tabs(rows: Rows) -> str:
    lines = ("\t".join(row) for row in (HEADS, *rows))
    return "".join(
        "<w:p>" + "<w:r><w:tab/></w:r>".join(f"<w:r><w:t>{each}</w:t></w:r>" for each in line.split("\t")) + "</w:p>"
        for line in lines
    )


def test_columns_by_tab_stops(tmp_path: Path) -> None:
    def heading(kind: str, number: str, title: str) -> str:
        label = {
            "department": f"{number}.",
            "office": f"({number})",
            "accomplishment": f"Expected accomplishment {number}:",
        }[kind]
        return f"<w:p><w:r><w:t>{label}</w:t><w:tab/><w:t>{title}</w:t></w:r></w:p>"

    assert_whole(imported(tmp_path, body(heading, in_tabs)).report)


def test_headings_of_two_levels_in_one_paragraph_among_columns_by_tab_stops(tmp_path: Path) -> None:
    def heading(kind: str, number: str, title: str) -> str:
        parts = {
            "office": [],
            "department": [(f"{number}.", title)],
            "accomplishment": [(f"Expected accomplishment {number}:", title)],
        }[kind]
        if number == "A":
            parts.append(("(a)", "Supply Chain"))
        lines = (f"<w:r><w:t>{label}</w:t><w:tab/><w:t>{words}</w:t></w:r>" for label, words in parts)
        return f"<w:p>{'<w:r><w:br/></w:r>'.join(lines)}</w:p>" if parts else ""

    assert_whole(imported(tmp_path, in_tabs(()) + body(heading, in_tabs)).report)


def web_page() -> str:
    forms = {"department": "{}. {}", "office": "({}) {}", "accomplishment": "Expected accomplishment {}: {}"}
    heads = [
        f"<p class=Heading><b><span>{forms[kind].format(number, title)}</span></b></p>"
        for kind, number, title in SECTIONS
    ]
    tables = []
    for rows in (FIRST, SECOND):
        lines = ["<tr>" + "".join(f"<th>{head}</th>" for head in HEADS) + "</tr>"]
        for at, (planned, done, remark) in enumerate(rows):
            more = next((n for n, row in enumerate(rows[at + 1 :]) if row[0]), len(rows) - at - 1) + 1
            first = f"<td rowspan={more}><p>{planned}</p></td>" if planned else ""
            lines.append(f"<tr>{first}<td><p>{done}<!-- x --></p></td><td>{remark}\n</td></tr>")
        tables.append("<table>" + "\n".join(lines) + "</table>")
    page = "".join((*heads[:3], tables[0], *heads[3:], tables[1]))
    return f"<html><head><style>p {{}}</style><meta charset=utf-8></head><body><div>{page}</div></body></html>"


def with_chunk(tmp_path: Path, name: str, data: bytes, around: str = "") -> Path:
    members = members_of(word_file(tmp_path / "outer.docx", around + '<w:altChunk r:id="chunk"/>'))
    rels = members["word/_rels/document.xml.rels"].decode()
    relation = f'<Relationship Id="chunk" Type="{OFFICE}/aFChunk" Target="{name}"/></Relationships>'
    members["word/_rels/document.xml.rels"] = rels.replace("</Relationships>", relation).encode()
    return zip_file(tmp_path / "chunk.docx", {**members, f"word/{name}": data})


@pytest.mark.parametrize("declared", ["", '<?xml version="1.0" encoding="utf-8"?>'])
@pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig", "utf-16"])
def test_an_embedded_web_page_stands_in_its_place(tmp_path: Path, coding: str, declared: str) -> None:
    page = (declared + web_page()).replace("utf-8", "unicode" if coding == "utf-16" else "utf-8")
    assert_whole(read(with_chunk(tmp_path, "page.html", page.encode(coding)), None, silent).report)


def test_an_embedded_word_document_stands_in_its_place(tmp_path: Path) -> None:
    inner = word_file(tmp_path / "inner.docx", body()).read_bytes()
    assert_whole(read(with_chunk(tmp_path, "inner.docx", inner), None, silent).report)


@pytest.mark.parametrize(
    ("name", "data"),
    [("page.rtf", b"{\\rtf1 Planned}"), ("inner.docx", b"PK\x03\x04 broken")],
)
def test_an_embedded_document_that_is_not_read_is_told(name: str, data: bytes, tmp_path: Path) -> None:
    got = read(with_chunk(tmp_path, name, data, body() + p("")), None, silent)
    assert_whole(got.report)
    assert any("embedded document" in note.message.msgid for note in got.notes)
