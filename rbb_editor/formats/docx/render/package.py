"""The package around the document: small fixed parts, content types, relations, and the zip file itself."""

import struct
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import BinaryIO
from xml.sax.saxutils import escape

from rbb_editor.document.aligned import Step
from rbb_editor.document.blocks import Block, Heading, Masthead, Note
from rbb_editor.document.look import Look
from rbb_editor.domain.entities import ReportInfo
from rbb_editor.domain.redline import Kind
from rbb_editor.formats.docx import names
from rbb_editor.formats.docx.render.comments import EXTRA_PARTS, on_note
from rbb_editor.formats.docx.render.frame import IMAGE, PARTS, footer, header
from rbb_editor.formats.docx.render.front import notes_of
from rbb_editor.formats.docx.render.markup import run, text
from rbb_editor.formats.docx.render.pen import Pen
from rbb_editor.formats.docx.render.styles import styles

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
DOCUMENT = "word/document.xml"
OWN_PART = "customXml/item1.xml"
PIECE = 100_000
"""Bytes that are packed at a time; a piece of this length takes about a millisecond."""
LEVEL = 3
"""How hard to pack: a third longer than with 6, zlib's own choice, in little more than half the time."""
STAMP = (1980, 1, 1, 0, 0, 0)
"""The date of every member, as of one opened by its name: the same report gives the same file."""


def small_parts(
    info: ReportInfo, steps: Sequence[Step[Block]], look: Look, pages: int, pen: Pen, watermark: str = ""
) -> dict[str, str | bytes]:
    """All parts but the document itself, by name. `pen`: what changes are tracked with; no comments stand in these."""
    masthead, was = next((block, old) for _, block, old in steps if isinstance(block, Masthead))
    earlier = was if isinstance(was, Masthead) else None
    notes = tuple(note for kind, block, old in steps if isinstance(block, Heading) for note in _notes(kind, block, old))
    heads, feet = Pen(rtl=False, marks=pen.marks, tracks=pen.tracks), Pen(pen.rtl, pen.marks, tracks=pen.tracks)
    parts: dict[str, str | bytes] = {
        "_rels/.rels": _relations(
            {
                "rId1": (f"{names.OFFICE_RELATION}/officeDocument", DOCUMENT),
                "rId2": (f"{names.RELATIONS}/metadata/core-properties", "docProps/core.xml"),
            }
        ),
        "docProps/core.xml": _properties(info, look),
        "word/styles.xml": styles(look),
        "word/settings.xml": _settings(look, notes=bool(notes)),
        "word/fontTable.xml": _fonts(),
        "customXml/_rels/item1.xml.rels": _relations(
            {"rId1": (f"{names.OFFICE_RELATION}/customXmlProps", "itemProps1.xml")}
        ),
        "customXml/itemProps1.xml": (
            f'{DECLARATION}<ds:datastoreItem ds:itemID="{{5B0C1A7E-6C0B-4E7B-9C53-2E1B7A0F52B1}}" '
            'xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"><ds:schemaRefs>'
            f'<ds:schemaRef ds:uri="{names.OWN}"/></ds:schemaRefs></ds:datastoreItem>'
        ),
        "word/media/place.png": grey_dot(),
    }
    for part in PARTS:
        parts[f"word/header_{part}.xml"] = header(part, masthead, look, heads, earlier, watermark)
        parts[f"word/footer_{part}.xml"] = footer(part, masthead, look, pages)
    image = _relations({IMAGE: (f"{names.OFFICE_RELATION}/image", "media/place.png")})
    parts["word/_rels/header_first.xml.rels"] = image
    parts["word/_rels/footer_first.xml.rels"] = image
    if notes:
        parts["word/footnotes.xml"] = _footnotes(notes, feet)
    return parts


def late_parts(own: str, comments: Mapping[str, str], present: Iterable[str]) -> dict[str, str | bytes]:
    """What is known only when the document is written: our own part, the comments; then relations and content types."""
    notes = "word/footnotes.xml" in present
    parts: dict[str, str | bytes] = {OWN_PART: f'{DECLARATION}<report xmlns="{names.OWN}">{escape(own)}</report>'}
    parts.update(comments)
    parts["word/_rels/document.xml.rels"] = _document_relations(notes=notes, comments=bool(comments))
    parts["[Content_Types].xml"] = _content_types([*present, *parts])
    return parts


def write_package(
    stream: BinaryIO,
    parts: Mapping[str, str | bytes],
    document: Iterable[str | bytes],
    late: Callable[[], Mapping[str, str | bytes]],
) -> None:
    """Writes the zip file, the document piece by piece and `late` parts after it; ValueError if a name is doubled."""
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=LEVEL) as archive:
        for name, part in parts.items():
            archive.writestr(_member(name), part, compresslevel=LEVEL)
        with archive.open(DOCUMENT, "w") as written:  # by its name: of a ZipInfo the level would be zlib's own
            for piece in _gathered(document):
                written.write(piece)
        for name, part in late().items():
            archive.writestr(_member(name), part, compresslevel=LEVEL)
        members = [name.lower() for name in archive.namelist()]
        if len(set(members)) != len(members):
            raise ValueError("two members of one name")  # LibreOffice refuses such a file


def _gathered(pieces: Iterable[str | bytes]) -> Iterator[bytes]:
    """The same text in longer pieces, which are packed faster."""
    waiting: list[bytes] = []
    length = 0
    for piece in pieces:
        waiting.append(piece if isinstance(piece, bytes) else piece.encode())
        length += len(waiting[-1])
        if length >= PIECE:
            yield b"".join(waiting)
            waiting.clear()
            length = 0
    yield b"".join(waiting)


def grey_dot() -> bytes:
    """A picture of one light grey pixel, to be stretched over a place."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\x00\xf4")) + chunk(b"IEND", b"")
    )


def _member(name: str) -> zipfile.ZipInfo:
    member = zipfile.ZipInfo(name, STAMP)
    member.compress_type = zipfile.ZIP_DEFLATED
    return member


def _relations(relations: Mapping[str, tuple[str, str]]) -> str:
    lines = "".join(
        f'<Relationship Id="{id}" Type="{kind}" Target="{target}"/>' for id, (kind, target) in relations.items()
    )
    return f'{DECLARATION}<Relationships xmlns="{names.RELATIONS}">{lines}</Relationships>'


def _document_relations(*, notes: bool, comments: bool) -> str:
    kind = names.OFFICE_RELATION
    relations = {
        "rIdStyles": (f"{kind}/styles", "styles.xml"),
        "rIdSettings": (f"{kind}/settings", "settings.xml"),
        "rIdFonts": (f"{kind}/fontTable", "fontTable.xml"),
        "rIdOwn": (f"{kind}/customXml", f"../{OWN_PART}"),
    }
    if notes:
        relations["rIdNotes"] = (f"{kind}/footnotes", "footnotes.xml")
    if comments:
        relations["rIdComments"] = (f"{kind}/comments", "comments.xml")
        for number, (part, relation) in enumerate(EXTRA_PARTS.items()):
            relations[f"rIdComments{number}"] = (relation, part.removeprefix("word/"))
    for part in PARTS:
        relations[f"rId_header_{part}"] = (f"{kind}/header", f"header_{part}.xml")
        relations[f"rId_footer_{part}"] = (f"{kind}/footer", f"footer_{part}.xml")
    return _relations(relations)


def _content_types(parts: Iterable[str]) -> str:
    kinds = {
        DOCUMENT: f"{WORD_TYPE}.document.main+xml",
        "word/styles.xml": f"{WORD_TYPE}.styles+xml",
        "word/settings.xml": f"{WORD_TYPE}.settings+xml",
        "word/fontTable.xml": f"{WORD_TYPE}.fontTable+xml",
        "word/footnotes.xml": f"{WORD_TYPE}.footnotes+xml",
        "word/comments.xml": f"{WORD_TYPE}.comments+xml",
        "word/commentsExtended.xml": f"{WORD_TYPE}.commentsExtended+xml",
        "word/commentsIds.xml": f"{WORD_TYPE}.commentsIds+xml",
        "word/commentsExtensible.xml": f"{WORD_TYPE}.commentsExtensible+xml",
        "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        "customXml/itemProps1.xml": "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
    }
    kinds |= {f"word/header_{part}.xml": f"{WORD_TYPE}.header+xml" for part in PARTS}
    kinds |= {f"word/footer_{part}.xml": f"{WORD_TYPE}.footer+xml" for part in PARTS}
    present = {DOCUMENT, *parts}
    lines = "".join(
        f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in kinds.items() if name in present
    )
    return (
        f'{DECLARATION}<Types xmlns="{names.CONTENT_TYPES}"><Default Extension="png" ContentType="image/png"/>'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{lines}</Types>'
    )


def _properties(info: ReportInfo, look: Look) -> str:
    """Title, symbol and language for the file's own list of properties."""
    clean = [
        text(each).replace('<w:t xml:space="preserve">', "").replace("</w:t>", "") for each in (info.title, info.symbol)
    ]
    return (
        f'{DECLARATION}<cp:coreProperties xmlns:cp="{names.RELATIONS.replace("relationships", "metadata")}'
        '/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>'
        f"{clean[0]}</dc:title><dc:subject>{clean[1]}</dc:subject><dc:language>{look.tag}</dc:language>"
        "</cp:coreProperties>"
    )


def _settings(look: Look, *, notes: bool) -> str:
    squeeze = "compressPunctuation" if look.square else "doNotCompress"
    footnotes = '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>' if notes else ""
    return (
        f'{DECLARATION}<w:settings {names.NAMESPACES}><w:zoom w:percent="100"/><w:defaultTabStop w:val="475"/>'
        f'<w:evenAndOddHeaders/><w:characterSpacingControl w:val="{squeeze}"/>{footnotes}<w:compat><w:compatSetting '
        'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        f"<w:themeFontLang {look.tags}/></w:settings>"
    )


def _fonts() -> str:
    """Families to fall back to where a font is missing."""
    fonts = (
        ("Times New Roman", "roman", "variable"),
        ("SimSun", "auto", "variable"),
        ("SimHei", "modern", "fixed"),
        ("KaiTi", "modern", "fixed"),
        ("Simplified Arabic", "roman", "variable"),
    )
    lines = "".join(
        f'<w:font w:name="{name}"><w:family w:val="{family}"/><w:pitch w:val="{pitch}"/></w:font>'
        for name, family, pitch in fonts
    )
    return f"{DECLARATION}<w:fonts {names.NAMESPACES}>{lines}</w:fonts>"


def _notes(kind: Kind, block: Heading, was: Block | None) -> Iterator[Step[Note]]:
    """The notes of a heading and what became of them."""
    return notes_of(block, was if isinstance(was, Heading) else None, kind)


def _footnotes(notes: tuple[Step[Note], ...], pen: Pen) -> str:
    """Separators and the notes, each beginning with its own mark and a tab."""
    line = '<w:p><w:pPr><w:spacing w:line="240" w:lineRule="auto"/></w:pPr><w:r><w:{0}/></w:r></w:p>'
    made = "".join(_footnote(index, *step, pen) for index, step in enumerate(notes, start=1))
    return (
        f'{DECLARATION}<w:footnotes {names.NAMESPACES}><w:footnote w:type="separator" w:id="-1">'
        f'{line.format("separator")}</w:footnote><w:footnote w:type="continuationSeparator" w:id="0">'
        f"{line.format('continuationSeparator')}</w:footnote>{made}</w:footnotes>"
    )


def _footnote(number: int, kind: Kind, note: Note, was: Note | None, pen: Pen) -> str:
    fields = on_note(note)
    mark = pen.tracked(kind, f"{run(note.mark)}<w:r><w:tab/></w:r>", fields)
    words = pen.words(note.text, fields, was=was.text if was is not None else None, kind=kind)
    return (
        f'<w:footnote w:id="{number}"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>{mark}{words}</w:p>'
        "</w:footnote>"
    )
