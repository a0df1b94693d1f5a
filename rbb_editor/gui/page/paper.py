"""Pages on paper, and as a PDF with bookmarks and the fonts in it."""

from collections.abc import Generator
from io import BytesIO
from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import QBuffer, QByteArray, QMarginsF, QSizeF
from PySide6.QtGui import QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPdfWriter

from rbb_editor.domain.entities import ReportInfo
from rbb_editor.domain.text import N_
from rbb_editor.errors import UserError
from rbb_editor.gui.page import faces
from rbb_editor.gui.page import measures as m
from rbb_editor.gui.page.pages import Pages
from rbb_editor.gui.page.pdf_text import Letters, mend
from rbb_editor.gui.page.pieces import Piece
from rbb_editor.project.transfer import write_bytes

RESOLUTION = 1440
"""Dots of an inch: a dot is a twip."""


def letter() -> QPageLayout:
    """Letter paper without margins: those of the form are its own."""
    size = QPageSize(QSizeF(m.PAGE_WIDTH / m.POINTS, m.PAGE_HEIGHT / m.POINTS), QPageSize.Unit.Point, "Letter")
    return QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0))


class Painted(Struct, frozen=True):
    """A PDF without bookmarks, and what they and the words to be searched are made of."""

    data: bytes
    headings: list[tuple[Piece, int]]
    letters: Letters


def painted(pages: Pages, info: ReportInfo, first: int = 1, last: int = 0) -> Generator[tuple[int, int], None, Painted]:
    """Sets all pages and draws `first` to `last` (0: all), step by step, in the GUI thread; yields (drawn, pages).

    UserError where there are no such pages.
    """
    yield from counted(pages)
    _check(pages, first)
    chosen = pages.sheets[first - 1 : last or None]
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(RESOLUTION)
    writer.setPageLayout(letter())
    writer.setTitle(info.title or info.symbol)
    writer.setCreator("RBB Editor")
    letters: set[str] = set()
    for step, sheet in zip(_paint(pages, writer, first, last or len(pages.sheets)), chosen, strict=True):
        for _, piece in sheet.pieces:
            for each in piece.placed:
                letters.update(each.paragraph.text)
        yield step
    yield len(chosen), len(chosen)
    buffer.close()
    made = bytes(data.data())
    yield len(chosen), len(chosen)
    headings = [(piece, number - first + 1) for piece, number in pages.headings() if 0 <= number - first < len(chosen)]
    return Painted(made, headings, Letters.of(letters, faces.families()))


def counted(pages: Pages) -> Generator[tuple[int, int], None, int]:
    """Sets all pages, step by step; how many there are."""
    while not pages.complete:
        pages.set_on()
        yield 0, 1
    return len(pages.sheets)


def _check(pages: Pages, first: int) -> None:
    """Raises UserError where the report ends before the first of the pages that are wanted."""
    if first > len(pages.sheets):
        raise UserError(
            N_("There is no page {first}: the report ends with page {last}."),
            first=first,
            last=len(pages.sheets),
        )


def finish_pdf(drawn: Painted, info: ReportInfo, path: Path) -> None:
    """Writes the PDF with its bookmarks, whole or not at all; may run on a worker thread. UserError, see above."""
    write_bytes(path, _with_bookmarks(drawn, info))


def print_pages(
    pages: Pages, device: QPagedPaintDevice, first: int = 1, last: int = 0
) -> Generator[tuple[int, int], None, None]:
    """Prints the pages `first` to `last` (0: all), step by step. UserError where the printer takes nothing, and where
    there are no such pages.
    """
    yield from counted(pages)
    _check(pages, first)
    device.setPageLayout(letter())
    yield from _paint(pages, device, first, last or len(pages.sheets))


def _paint(pages: Pages, device: QPagedPaintDevice, first: int, last: int) -> Generator[tuple[int, int], None, None]:
    painting = pages.painting
    assert painting is not None
    painter = QPainter()
    if not painter.begin(device):
        raise UserError(N_("The printer takes nothing: it may be off or gone. Nothing was printed."))
    scale = device.logicalDpiX() / RESOLUTION
    with painter:
        for sheet in pages.sheets[first - 1 : last]:
            if sheet.number > first:
                device.newPage()
            painter.save()
            painter.scale(scale, scale)
            painting.paint(painter, sheet)
            painter.restore()
            yield sheet.number - first + 1, last - first + 1


def _with_bookmarks(drawn: Painted, info: ReportInfo) -> bytes:
    """The headings as bookmarks, each below the one it belongs to, and the words as they are searched."""
    from pypdf import PdfReader, PdfWriter  # only a PDF needs it
    from pypdf.generic import IndirectObject

    writer = PdfWriter(clone_from=PdfReader(BytesIO(drawn.data)))
    above: dict[int, IndirectObject] = {}
    for piece, number in drawn.headings:
        parents = [level for level in above if level < piece.level]
        parent = above[max(parents)] if parents else None
        above = {level: each for level, each in above.items() if level < piece.level}
        above[piece.level] = writer.add_outline_item(title=piece.title, page_number=number - 1, parent=parent)
    mend(writer, drawn.letters)
    writer.add_metadata({"/Title": info.title or info.symbol, "/Author": info.author, "/Subject": info.symbol})
    made = BytesIO()
    writer.write(made)
    return made.getvalue()
