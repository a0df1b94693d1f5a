"""Styles, widths and print settings of the sheets. Colours are those of the window in its light look."""

from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side
from openpyxl.workbook import Workbook
from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from rbb_editor.domain.values import Outcome

HEAD, COUNT_HEAD, TEXT, AGAIN, ABOVE, FIGURE, COUNT, TITLE, MISSING, NOTE = (
    "RBB head", "RBB count head", "RBB text", "RBB text again", "RBB heading again", "RBB figure", "RBB count",
    "RBB title", "RBB reason missing", "RBB note",
)  # fmt: skip
OUTCOMES = {outcome: f"RBB {outcome}" for outcome in Outcome}
COLOURS = {Outcome.MET: "2B7048", Outcome.EXCEEDED: "5A54A8", Outcome.SHORTFALL: "A8432B", Outcome.UNCLEAR: "666B76"}
QUIET, RULE, HAIR, HEAD_FILL, MISSING_FILL = "666B76", "868B95", "E3E4E8", "F5F5F7", "FFF0C2"
NUMBERS = "#,##0.####"
WHOLE = "#,##0"
LETTER = 1
FONT = "Calibri"


def add_styles(book: Workbook, *, rtl: bool) -> None:
    """Gives a workbook its named styles."""
    order = 2 if rtl else 1  # the reading order of the cells
    hair = Border(bottom=Side("hair", color=HAIR))
    wrapped = Alignment(vertical="top", wrap_text=True, readingOrder=order)
    one_line = Alignment(vertical="top", readingOrder=order)
    centred = Alignment(horizontal="center", vertical="top", wrap_text=True)
    bold, filled, ruled = (
        Font(FONT, bold=True, sz=10), PatternFill("solid", HEAD_FILL), Border(bottom=Side("medium", color=RULE)),
    )  # fmt: skip
    styles = [
        NamedStyle(HEAD, bold, filled, ruled, Alignment(vertical="center", wrap_text=True, readingOrder=order)),
        NamedStyle(
            COUNT_HEAD,
            bold,
            filled,
            ruled,
            Alignment(horizontal="center", vertical="center", wrap_text=True),
            number_format=WHOLE,
        ),
        NamedStyle(TEXT, Font(FONT, sz=10), border=hair, alignment=wrapped),
        NamedStyle(AGAIN, Font(FONT, sz=10, color=QUIET), border=hair, alignment=wrapped),
        NamedStyle(ABOVE, Font(FONT, sz=10, color=QUIET), border=hair, alignment=one_line),
        NamedStyle(FIGURE, Font(FONT, sz=10, bold=True), border=hair, alignment=centred, number_format=NUMBERS),
        NamedStyle(COUNT, Font(FONT, sz=10), border=hair, alignment=centred, number_format=WHOLE),
        NamedStyle(TITLE, Font(FONT, bold=True, sz=14), alignment=Alignment(readingOrder=order)),
        NamedStyle(NOTE, Font(FONT, sz=10, color=QUIET), alignment=Alignment(readingOrder=order)),
        NamedStyle(MISSING, Font(FONT, sz=10), PatternFill("solid", MISSING_FILL), hair, wrapped),
    ]
    styles += [
        NamedStyle(OUTCOMES[outcome], Font(FONT, sz=10, bold=True, color=colour), border=hair, alignment=wrapped)
        for outcome, colour in COLOURS.items()
    ]
    for style in styles:
        book.add_named_style(style)


def set_page(sheet: Worksheet, symbol: str, *, rtl: bool) -> None:
    """Print settings: across, as wide as the page, head row repeated, page n/N in the foot."""
    sheet.sheet_view.rightToLeft = rtl
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = LETTER
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_margins.left = sheet.page_margins.right = 0.4
    sheet.oddHeader = HeaderFooterItem(left=_HeaderFooterPart(symbol.replace("&", "&&")), right=_HeaderFooterPart("&A"))
    sheet.oddFooter = HeaderFooterItem(center=_HeaderFooterPart("&P/&N"))
