"""Small Word files for tests, made from the XML of their body; and rewriting of real ones."""

import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

from lxml import etree

from rbb_editor.domain.report import Report
from rbb_editor.formats import docx_reader
from rbb_editor.formats.docx.read.package import open_package
from rbb_editor.formats.docx.read.words import View
from rbb_editor.progress import silent

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
SPACES = (
    f'xmlns:w="{W}" xmlns:r="{OFFICE}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"'
)
KINDS = ("styles", "numbering", "footnotes", "endnotes", "comments", "commentsExtended", "header")


def word_file(path: Path, body: str, **parts: str) -> Path:
    """A .docx with a body and parts by kind, given by what stands inside their root elements."""
    present = [kind for kind in KINDS if kind in parts]
    overrides = "".join(f'<Override PartName="/word/{kind}.xml" ContentType="{WORD}.{kind}+xml"/>' for kind in present)
    members = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType='
        f'"application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" '
        f'ContentType="{WORD}.document.main+xml"/>{overrides}</Types>',
        "_rels/.rels": relations({"rId1": ("officeDocument", "word/document.xml")}),
        "word/_rels/document.xml.rels": relations({f"rId_{kind}": (kind, f"{kind}.xml") for kind in present}),
        "word/document.xml": f"<w:document {SPACES}><w:body>{body}</w:body></w:document>",
    }
    for kind in present:
        root = {"header": "w:hdr", "commentsExtended": "w15:commentsEx"}.get(kind, f"w:{kind}")
        members[f"word/{kind}.xml"] = f"<{root} {SPACES}>{parts[kind]}</{root}>"
    return zip_file(path, members)


def zip_file(path: Path, members: Mapping[str, str | bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return path


def relations(targets: Mapping[str, tuple[str, str]]) -> str:
    lines = "".join(
        f'<Relationship Id="{id}" Type="{OFFICE}/{kind}" Target="{to}"/>' for id, (kind, to) in targets.items()
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{lines}</Relationships>'


def p(text: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{r(text) if text else ''}</w:p>"


def r(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def tc(*paragraphs: str, properties: str = "") -> str:
    content = "".join(each if each.startswith("<") else p(each) for each in paragraphs) or "<w:p/>"
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    made = "".join(each if each.startswith("<w:") else tc(*([each] if each else [])) for each in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{made}</w:tr>"


def tbl(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def members_of(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def rewritten(source: Path, target: Path, change: Callable[[etree._Element], None]) -> Path:
    """A Word file with its document changed."""
    members = members_of(source)
    root = etree.fromstring(members["word/document.xml"])
    change(root)
    members["word/document.xml"] = etree.tostring(root)
    return zip_file(target, members)


def merge_vertically(root: etree._Element) -> None:
    """Rows with an empty first cell: the first cells of an output become one merged cell."""
    for table in root.iter(f"{{{W}}}tbl"):
        above = None
        for row in table.findall(f"{{{W}}}tr"):
            first = row.find(f"{{{W}}}tc")
            assert first is not None
            look = first.find(f"{{{W}}}tcPr")
            if above is not None and not "".join(map(str, first.itertext())).strip():
                etree.SubElement(look, f"{{{W}}}vMerge")
                if above.find(f"{{{W}}}vMerge") is None:
                    etree.SubElement(above, f"{{{W}}}vMerge").set(f"{{{W}}}val", "restart")
            else:
                above = look


def join_rows(root: etree._Element) -> None:
    """Rows with an empty first cell: their figures and remarks become paragraphs of the row above."""
    for table in root.iter(f"{{{W}}}tbl"):
        above: list[etree._Element] = []
        for row in table.findall(f"{{{W}}}tr"):
            cells = row.findall(f"{{{W}}}tc")
            if above and not "".join(map(str, cells[0].itertext())).strip():
                for upper, lower in zip(above[1:], cells[1:], strict=True):
                    upper.extend(lower.findall(f"{{{W}}}p"))
                table.remove(row)
            else:
                above = cells


def before_changes(path: Path) -> Report:
    """The report in a file with all its tracked changes rejected."""
    return docx_reader._seen(open_package(path, silent), path.name, "en", silent, View.ORIGINAL)[0].report
