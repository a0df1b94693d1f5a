"""The parts of a Word package as parsed XML."""

from dataclasses import dataclass
from pathlib import Path
from posixpath import dirname, join, normpath

from lxml import etree

from rbb_editor.domain.text import N_
from rbb_editor.errors import UserError
from rbb_editor.formats.archive import Archive, damaged, opened
from rbb_editor.formats.docx import names
from rbb_editor.formats.docx.read.xml import Element, q
from rbb_editor.formats.limits import check_rows

STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", names.W.encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", names.R.encode()),
)
"""Namespaces of "Strict Open XML" files and those of all others."""
ROW_END = b"</w:tr>"
MACROS = "macroEnabled"
TYPES = "[Content_Types].xml"


@dataclass(frozen=True, slots=True)
class Package:
    """What a reader needs of a Word file. Parts that a file may lack are None or empty."""

    body: Element
    styles: Element | None
    numbering: Element | None
    footnotes: Element | None
    endnotes: Element | None
    heads: tuple[Element, ...]
    comments: int
    own: str | None


def open_package(path: Path) -> Package:
    """The parts of the Word file at `path`.

    UserError, a sentence for each, for what is no Word file, is damaged, protected, has macros, or is built to do harm.
    """
    with opened(path) as archive:
        _check_kind(path, archive)
        main = _main_part(path, archive)
        document = archive.read(main)
        check_rows(path.name, document.count(ROW_END))  # before hundreds of megabytes of objects are made of them
        root = _parse(path, document)
        body = root.find(q("body"))
        if root.tag != q("document") or body is None:
            raise damaged(path)
        related = _relations(path, archive, main)

        def part(kind: str) -> Element | None:
            name = next((target for each, target in related if each == kind), None)
            return _parse(path, archive.read(name)) if name in archive.names else None

        comments = part("comments")
        return Package(
            body=body,
            styles=part("styles"),
            numbering=part("numbering"),
            footnotes=part("footnotes"),
            endnotes=part("endnotes"),
            heads=tuple(
                _parse(path, archive.read(name)) for kind, name in related if kind == "header" and name in archive.names
            ),
            comments=0 if comments is None else len(comments.findall(q("comment"))),
            own=_own(path, archive),
        )


def _check_kind(path: Path, archive: Archive) -> None:
    if "mimetype" in archive.names and TYPES not in archive.names:
        raise UserError(
            N_("“{path}” is an OpenDocument file (.odt). It is unchanged. Save it as .docx and import that."),
            path=str(path),
        )
    types = _parse(path, archive.read(TYPES))
    declared = [each.get("ContentType", "") for each in types]
    if any(MACROS in each for each in declared) or any(name.endswith("vbaProject.bin") for name in archive.names):
        raise UserError(
            N_(
                "“{path}” contains macros (programs), which a report does not need, so it was not opened. It is "
                "unchanged. Save it in Word as a document without macros (.docx)."
            ),
            path=str(path),
        )
    if not any("wordprocessingml" in each for each in declared):
        raise UserError(
            N_("“{path}” is not a Word document, whatever its name says. It is unchanged. Choose another file."),
            path=str(path),
        )


def _main_part(path: Path, archive: Archive) -> str:
    for kind, target in _relations(path, archive, ""):
        if kind == "officeDocument":
            return target
    raise damaged(path)


def _relations(path: Path, archive: Archive, part: str) -> list[tuple[str, str]]:
    """(kind, member name) of the parts that a part refers to; of the package itself for ""."""
    folder, _, name = part.rpartition("/")
    member = join(folder, "_rels", f"{name}.rels")
    if member not in archive.names:
        return []
    found = []
    for each in _parse(path, archive.read(member)):
        target = each.get("Target")
        if target and each.get("TargetMode") != "External":
            absolute = target.lstrip("/") if target.startswith("/") else normpath(join(dirname(part), target))
            found.append((each.get("Type", "").rpartition("/")[2], absolute))
    return found


def _own(path: Path, archive: Archive) -> str | None:
    """The text of our own part, if there is one."""
    for name in sorted(archive.names):
        if name.startswith("customXml/item") and name.endswith(".xml") and "Props" not in name:
            data = archive.read(name)
            if names.OWN.encode() in data:
                return "".join(str(text) for text in _parse(path, data).itertext())
    return None


def _parse(path: Path, data: bytes) -> Element:
    """A part as XML. Entities are never resolved; a part that declares any is refused."""
    for strict, usual in STRICT:
        data = data.replace(strict, usual)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise damaged(path) from error
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise damaged(path)
    return root
