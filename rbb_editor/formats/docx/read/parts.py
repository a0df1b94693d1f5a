"""Parts of a Word package parsed piece by piece: a hostile one is refused before memory is spent on it."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from lxml import etree

from rbb_editor.domain.text import N_
from rbb_editor.errors import UserError
from rbb_editor.formats.archive import Archive, damaged
from rbb_editor.formats.docx import names
from rbb_editor.formats.docx.read.xml import Element
from rbb_editor.formats.limits import check_rows
from rbb_editor.progress import Progress

STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", names.W.encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", names.R.encode()),
)
"""Namespaces of "Strict Open XML" files and those of all others."""
ROW_END = b"</w:tr>"
DECLARED = (b"<!DOCTYPE", b"<!ENTITY")
PIECE = 1 << 20
MOST_BYTES = 120_000_000
MOST_TAGS = 3_000_000
"""Limits for all parts of a file together: lxml makes about 100 bytes of each tag (two to an element as a rule).

A report of 10,000 outputs has 14 MB and 800,000 tags in our layout; other writers make up to three times as many.
"""
EXPECTED_BYTES = 14_000_000


class Parts:
    """The parts of one file, and how much of them has been parsed."""

    def __init__(self, path: Path, archive: Archive, progress: Progress) -> None:
        self.archive = archive
        self._path, self._progress = path, progress
        self._bytes = self._tags = 0

    def parse(self, name: str) -> Element:
        """A part as XML; UserError when it is missing, damaged, or more than a report can hold.

        Entities are never resolved; a part that declares any is refused.
        """
        with closing(self.archive.pieces(name, PIECE)) as pieces:
            return self._parse(pieces)

    def parse_if(self, name: str, words: bytes) -> Element | None:
        """A part as XML if its beginning holds `words`."""
        with closing(self.archive.pieces(name, PIECE)) as pieces:
            first = next(pieces, b"")
            return self._parse(_after(first, pieces)) if words in first else None

    def _parse(self, pieces: Iterator[bytes]) -> Element:
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
        )
        rows, tail = 0, b""
        strict: bool | None = None
        try:
            for piece in pieces:
                if strict is None:
                    strict = any(each in piece[:10_000] for each, _ in STRICT)
                piece, tail = _whole_tags(tail + piece)
                if any(word in piece for word in DECLARED):
                    raise damaged(self._path)
                for word, usual in STRICT if strict else ():
                    piece = piece.replace(word, usual)
                self._bytes += len(piece)
                self._tags += piece.count(b"<")
                rows += piece.count(ROW_END)
                check_rows(self._path.name, rows)
                self._check()
                parser.feed(piece)
            parser.feed(tail)
            root = parser.close()
        except (etree.XMLSyntaxError, ValueError) as error:
            raise damaged(self._path) from error
        declared: object = root.getroottree().docinfo.internalDTD
        if declared is not None:  # in an encoding in which no word was recognised
            raise damaged(self._path)
        return root

    def _check(self) -> None:
        self._progress(min(self._bytes, EXPECTED_BYTES), EXPECTED_BYTES)
        if self._bytes > MOST_BYTES or self._tags > MOST_TAGS:
            raise UserError(
                N_(
                    "“{name}” was not read: it holds far more than any report. Nothing was changed. "
                    "Is it the right file?"
                ),
                name=self._path.name,
            )


def _after(first: bytes, rest: Iterator[bytes]) -> Iterator[bytes]:
    yield first
    yield from rest


def _whole_tags(data: bytes) -> tuple[bytes, bytes]:
    """What can be looked through by itself, and the beginning of a tag that the next piece goes on with."""
    cut = data.rfind(b"<", max(0, len(data) - PIECE))
    return (data[:cut], data[cut:]) if cut > 0 and data.find(b">", cut) < 0 else (data, b"")
