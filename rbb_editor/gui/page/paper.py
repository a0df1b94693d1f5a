"""Pages on paper, and as a PDF with bookmarks and the fonts in it."""

from io import BytesIO
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QMarginsF, QSizeF
from PySide6.QtGui import QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPdfWriter

from rbb_editor.domain.entities import ReportInfo
from rbb_editor.domain.text import N_
from rbb_editor.errors import UserError
from rbb_editor.gui.page import faces
from rbb_editor.gui.page import measures as m
from rbb_editor.gui.page.pages import Pages
from rbb_editor.gui.page.pdf_text import mend
from rbb_editor.project.transfer import write_bytes

RESOLUTION = 1440
"""Dots of an inch: a dot is a twip."""


def letter() -> QPageLayout:
    """Letter paper without margins: those of the form are its own."""
    size = QPageSize(QSizeF(m.PAGE_WIDTH / m.POINTS, m.PAGE_HEIGHT / m.POINTS), QPageSize.Unit.Point, "Letter")
    return QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0))


def write_pdf(pages: Pages, info: ReportInfo, path: Path) -> None:
    """Writes all pages as a PDF, whole or not at all. UserError where that cannot be."""
    pages.finish()
    write_bytes(path, _with_bookmarks(_painted(pages, info), pages, info))


def print_pages(pages: Pages, device: QPagedPaintDevice, first: int = 1, last: int = 0) -> None:
    """Prints the pages `first` to `last` (0: all). UserError where the printer takes nothing."""
    pages.finish()
    device.setPageLayout(letter())
    _paint(pages, device, first, last or len(pages.sheets))


def _painted(pages: Pages, info: ReportInfo) -> bytes:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(RESOLUTION)
    writer.setPageLayout(letter())
    writer.setTitle(info.title or info.symbol)
    writer.setCreator("RBB Editor")
    _paint(pages, writer, 1, len(pages.sheets))
    buffer.close()
    return bytes(data.data())


def _paint(pages: Pages, device: QPagedPaintDevice, first: int, last: int) -> None:
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


def _with_bookmarks(data: bytes, pages: Pages, info: ReportInfo) -> bytes:
    """The headings as bookmarks, each below the one it belongs to, and the words as they are searched."""
    from pypdf import PdfReader, PdfWriter  # only a PDF needs it
    from pypdf.generic import IndirectObject

    writer = PdfWriter(clone_from=PdfReader(BytesIO(data)))
    above: dict[int, IndirectObject] = {}
    for piece, number in pages.headings():
        parents = [level for level in above if level < piece.level]
        parent = above[max(parents)] if parents else None
        above = {level: each for level, each in above.items() if level < piece.level}
        above[piece.level] = writer.add_outline_item(title=piece.title, page_number=number - 1, parent=parent)
    mend(writer, pages.texts(), faces.families())
    writer.add_metadata({"/Title": info.title or info.symbol, "/Author": info.author, "/Subject": info.symbol})
    made = BytesIO()
    writer.write(made)
    return made.getvalue()
