"""The parts of a Word package as parsed XML."""

from pathlib import Path
from posixpath import dirname, join, normpath

from msgspec import Struct

from rbb_editor.domain.text import N_
from rbb_editor.errors import UserError
from rbb_editor.formats.archive import damaged, opened
from rbb_editor.formats.docx import names
from rbb_editor.formats.docx.read.parts import Parts
from rbb_editor.formats.docx.read.xml import Element, q
from rbb_editor.progress import Progress, silent

MACROS = "macroEnabled"
TYPES = "[Content_Types].xml"


class Package(Struct, frozen=True):
    """What a reader needs of a Word file. Parts that a file may lack are None or empty."""

    body: Element
    styles: Element | None
    numbering: Element | None
    footnotes: Element | None
    endnotes: Element | None
    heads: tuple[Element, ...]
    comments: Element | None
    comments_extended: Element | None
    comments_ids: Element | None
    comments_times: Element | None
    own: str | None
    unread: int = 0
    """Embedded documents that were not read."""


def open_package(path: Path, progress: Progress = silent) -> Package:
    """The parts of the Word file at `path`. Cancelled out of `progress`.

    UserError, a sentence for each, for what is no Word file, is damaged, protected, has macros, or is built to do harm.
    """
    with opened(path) as archive:
        parts = Parts(path, archive, progress)
        _check_kind(path, parts)
        main = _main_part(path, parts)
        root = parts.parse(main)
        body = root.find(q("body"))
        if root.tag != q("document") or body is None:
            raise damaged(path)
        related = _relations(parts, main)

        def part(kind: str) -> Element | None:
            name = next((target for each, target in related if each == kind), None)
            return parts.parse(name) if name in archive.names else None

        unread = 0
        if any(kind == "aFChunk" for kind, _ in related):
            from rbb_editor.formats.docx.read.chunks import take_in_chunks

            unread = take_in_chunks(body, _targets(parts, main), parts)
        return Package(
            body=body,
            unread=unread,
            styles=part("styles"),
            numbering=part("numbering"),
            footnotes=part("footnotes"),
            endnotes=part("endnotes"),
            heads=tuple(parts.parse(name) for kind, name in related if kind == "header" and name in archive.names),
            comments=part("comments"),
            comments_extended=part("commentsExtended"),
            comments_ids=part("commentsIds"),
            comments_times=part("commentsExtensible"),
            own=_own(parts),
        )


def _check_kind(path: Path, parts: Parts) -> None:
    archive = parts.archive
    if "mimetype" in archive.names and TYPES not in archive.names:
        raise UserError(
            N_("“{path}” is an OpenDocument file (.odt). It is unchanged. Save it as .docx and import that."),
            path=str(path),
        )
    types = parts.parse(TYPES)
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


def _main_part(path: Path, parts: Parts) -> str:
    for kind, target in _relations(parts, ""):
        if kind == "officeDocument":
            return target
    raise damaged(path)


def _relations(parts: Parts, part: str) -> list[tuple[str, str]]:
    """(kind, member name) of the parts that a part refers to; of the package itself for ""."""
    folder, _, name = part.rpartition("/")
    member = join(folder, "_rels", f"{name}.rels")
    if member not in parts.archive.names:
        return []
    found = []
    for each in parts.parse(member):
        target = each.get("Target")
        if target and each.get("TargetMode") != "External":
            absolute = target.lstrip("/") if target.startswith("/") else normpath(join(dirname(part), target))
            found.append((each.get("Type", "").rpartition("/")[2], absolute))
    return found


def _targets(parts: Parts, part: str) -> dict[str, str]:
    """The members that a part refers to, by the ids of the relations."""
    folder, _, name = part.rpartition("/")
    relations = parts.parse(join(folder, "_rels", f"{name}.rels"))
    targets = (
        (each.get("Id", ""), each.get("Target", "")) for each in relations if each.get("TargetMode") != "External"
    )
    return {id: to.lstrip("/") if to.startswith("/") else normpath(join(dirname(part), to)) for id, to in targets if to}


def _own(parts: Parts) -> str | None:
    """The text of our own part, if there is one."""
    for name in sorted(parts.archive.names):
        if name.startswith("customXml/item") and name.endswith(".xml") and "Props" not in name:
            root = parts.parse_if(name, names.OWN.encode())
            if root is not None:
                return "".join(str(text) for text in root.itertext())
    return None
