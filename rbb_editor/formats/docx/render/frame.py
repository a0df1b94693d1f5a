"""What stands around the text: the masthead in the head of page 1, running heads and feet, the page itself."""

from rbb_editor.document.blocks import Masthead
from rbb_editor.document.look import Look, Size
from rbb_editor.domain.entities import REPORT_ID
from rbb_editor.formats.docx import names
from rbb_editor.formats.docx.render.comments import attribute
from rbb_editor.formats.docx.render.lines import counter
from rbb_editor.formats.docx.render.markup import border, cell, field, paragraph, place, run, table
from rbb_editor.formats.docx.render.pen import Pen

HALVES = (4932, 4932)
MASTHEAD = (1267, 1872, 245, 3110, 3370)
EMBLEM = (714375, 607219)
QR_CODE = (571500, 571500)
IMAGE = "rIdPlace"
GREY = '<w:rStyle w:val="PlaceholderText"/>'
NATIONS = Size(28, 320)
"""Of the name of the Organization in the masthead."""
TWO_CHARACTERS = 2

SYMBOL = ((REPORT_ID, None, "symbol"),)
PARTS = ("first", "even", "default")
"""Kinds of heads and feet: page 1, even pages, odd pages."""


def section(look: Look) -> str:
    """The properties of the page: Letter paper, first page and even pages of their own."""
    references = "".join(
        f'<w:{kind}Reference w:type="{part}" r:id="rId_{kind}_{part}"/>'
        for kind in ("header", "footer")
        for part in PARTS
    )
    return (
        f'<w:sectPr>{references}<w:pgSz w:w="12240" w:h="15840" w:code="1"/>'
        '<w:pgMar w:top="1742" w:right="1188" w:bottom="1900" w:left="1188" w:header="576" w:footer="1030" '
        'w:gutter="0"/><w:pgNumType w:start="1"/><w:cols w:space="720"/><w:noEndnote/><w:titlePg/>'
        f"{'<w:bidi/>' if look.rtl else ''}</w:sectPr>"
    )


def header(
    part: str, masthead: Masthead, look: Look, pen: Pen, was: Masthead | None = None, watermark: str = ""
) -> str:
    """One of the three heads. `was`: the masthead before; `watermark`: a word across the page behind its text."""
    if part == "first":
        body = _masthead(masthead, look, pen, was) + '<w:p><w:pPr><w:spacing w:line="20" w:lineRule="exact"/></w:pPr>'
        body += f"{_watermark(watermark, part)}</w:p>"
    else:
        before = was.symbol_lead + was.symbol_rest if was is not None else None
        whole = masthead.symbol_lead + masthead.symbol_rest
        symbol = pen.words(whole, SYMBOL, was=before, look="<w:b/><w:bCs/>")
        body = _mirrored(symbol, "", look, part=part, height=864, rule=True)
        body += paragraph("Header", _watermark(watermark, part))
    return _part("hdr", body)


def _watermark(words: str, part: str) -> str:
    """The word across the page as Word makes its own watermarks, which LibreOffice shows as well."""
    if not words:
        return ""
    number = PARTS.index(part) + 1
    return (
        '<w:r><w:pict><v:shapetype xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:'
        'office" id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" path="m@7,l@8,m@5,21600l@6,21600e">'
        '<v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 '
        '@2"/><v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/>'
        '<v:f eqn="if @0 @4 21600"/><v:f eqn="mid @5 @6"/><v:f eqn="mid @8 @5"/><v:f eqn="mid @7 @8"/><v:f eqn="mid '
        '@6 @7"/><v:f eqn="sum @6 0 @5"/></v:formulas><v:path textpathok="t" o:connecttype="custom" o:connectlocs='
        '"@9,0;@10,10800;@11,21600;@12,10800" o:connectangles="270,180,90,0"/><v:textpath on="t" fitshape="t"/>'
        '</v:shapetype><v:shape xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:'
        f'office" id="PowerPlusWaterMarkObject{number}" o:spid="_x0000_s{2048 + number}" type="#_x0000_t136" '
        'style="position:absolute;'
        "margin-left:0;margin-top:0;width:412pt;height:165pt;rotation:315;z-index:-251658752;"
        "mso-position-horizontal:center;mso-position-horizontal-relative:margin;mso-position-vertical:center;"
        'mso-position-vertical-relative:margin" o:allowincell="f" fillcolor="silver" stroked="f"><v:fill '
        'opacity=".5"/><v:textpath style="font-family:&quot;Times New Roman&quot;;font-size:1pt" '
        f"string={attribute(words)}/></v:shape></w:pict></w:r>"
    )


def footer(part: str, masthead: Masthead, look: Look, pages: int) -> str:
    """One of the three feet. `pages`: the number that stands for the field until Word counts."""
    if part == "first":
        return _part("ftr", _first_foot(masthead.recycle, look) + paragraph("Footer", ""))
    bold = "<w:b/><w:bCs/>"
    numbers = field("PAGE", "2", bold) + run("/", bold) + field("NUMPAGES", str(pages), bold)
    job = place("jobNumber", "Job number", "[job number]", f'{GREY}<w:sz w:val="14"/>')
    return _part("ftr", _mirrored(numbers, job, look, part=part) + paragraph("Footer", ""))


def _masthead(block: Masthead, look: Look, pen: Pen, was: Masthead | None) -> str:
    emblem, organ, gap, middle, distribution = MASTHEAD
    large = '<w:sz w:val="40"/><w:szCs w:val="40"/>'
    name = block.organ
    if look.square and len(name) == TWO_CHARACTERS:
        name = f"{name[0]}    {name[1]}"
    small = '<w:sz w:val="20"/><w:szCs w:val="20"/>'
    lead, rest = (was.symbol_lead, was.symbol_rest) if was is not None else (None, None)
    symbol = pen.words(block.symbol_lead, SYMBOL, was=lead, look=large)
    symbol += pen.words(block.symbol_rest, SYMBOL, was=rest, look=small)
    thin, thick = border("bottom", 4), border("bottom", 12)
    nations = run(block.united_nations, '<w:sz w:val="28"/><w:szCs w:val="32"/>', rtl=look.rtl)
    organ_name = run(name, f"{_bold(look)}<w:sz w:val='40'/><w:szCs w:val='44'/>", rtl=look.rtl)
    far = _line(symbol, after=80, side=_far(look), ltr=look.rtl)
    first = cell(emblem, _line("", after=80), borders=thin, align="bottom")
    if counter(look, organ + gap, NATIONS)(block.united_nations) == 1:
        first += cell(organ + gap, _line(nations, after=80), borders=thin, align="bottom", span=2)
        first += cell(middle + distribution, far, borders=thin, align="bottom", span=2)
    else:  # in Russian
        first += cell(organ + gap + middle, _line(nations, after=80), borders=thin, align="bottom", span=3)
        first += cell(distribution, far, borders=thin, align="bottom")
    second = (
        cell(emblem, _line(_picture(1, EMBLEM, "ellipse", "Place of the emblem"), before=100), borders=thick)
        + cell(organ + gap + middle, _line(organ_name, before=100), borders=thick, span=3)
        + cell(distribution, _distribution(block, look), borders=thick)
    )
    rows = _row(864, first) + _row(2880, second)
    return table(MASTHEAD, rows, rtl=look.rtl)


def _distribution(block: Masthead, look: Look) -> str:
    """The Distr. block; its second line is the place of the date. Latin script, also in an Arabic document."""
    lines: list[str] = []
    for index, words in enumerate(block.distribution):
        content = run(words)
        if index == 1:
            content = place("date", "Date of submission", "[date of submission]", GREY)
        lines.append(_line(content, before=0 if index else 240, line=240, ltr=look.rtl))
    return "".join(lines)


def _first_foot(recycle: str, look: Look) -> str:
    job = place("jobNumber", "Job number", "[job number]", GREY) + run(f" ({look.letter})")
    barcode = place("barcode", "Barcode", "[barcode]", GREY)
    near_side, foot = _near(look), "Footer"
    near = _line(job, ltr=look.rtl, side=near_side, style=foot)
    near += _line(barcode, ltr=look.rtl, side=near_side, style=foot, before=60)
    size = '<w:sz w:val="14"/><w:szCs w:val="14"/>'
    plea, gap = run(recycle, f"{_italic(look)}{size}", rtl=look.rtl), run("  ", size)
    picture = _picture(2, QR_CODE, "rect", "Place of the QR code")
    far = _line(picture + gap + plea if look.rtl else plea + gap + picture, side=_far(look), ltr=look.rtl, style=foot)
    row = cell(HALVES[0], near, align="bottom") + cell(HALVES[1], far, align="bottom")
    return table(HALVES, f"<w:tr>{row}</w:tr>", rtl=look.rtl)


def _mirrored(outer: str, inner: str, look: Look, *, part: str, height: int = 0, rule: bool = False) -> str:
    """A table of two cells: `outer` at the outer edge (left on even pages), `inner` at the other.

    In a document from right to left odd and even change sides; the table is not mirrored, so left stays left.
    """
    sides = ("left", "right") if (part == "even") != look.rtl else ("right", "left")
    content = dict(zip(sides, (outer, inner), strict=True))
    after = 80 if rule else 0
    borders = border("bottom", 4) if rule else ""
    lines = {
        side: _line(
            words,
            ltr=look.rtl,
            side=side,
            after=after,
            style="Footer" if not rule else names.SYMBOL[0] if words == outer else "Header",
        )
        for side, words in content.items()
    }
    cells = "".join(
        cell(width, lines[side], borders=borders, align="bottom")
        for width, side in zip(HALVES, ("left", "right"), strict=True)
    )
    return table(HALVES, _row(height, cells) if height else f"<w:tr>{cells}</w:tr>")


def _line(
    content: str,
    *,
    before: int = 0,
    after: int = 0,
    line: int = 0,
    side: str = "",
    ltr: bool = False,
    style: str = "",
) -> str:
    """A paragraph of head or foot. `ltr`: set from left to right although the document is not."""
    height = f'w:line="{line}" w:lineRule="exact"' if line else 'w:line="240" w:lineRule="auto"'
    direction = '<w:bidi w:val="0"/>' if ltr else ""
    alignment = f'<w:jc w:val="{side}"/>' if side else ""
    gaps = f'<w:spacing w:before="{before}" w:after="{after}" {height}/>'
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{direction}{gaps}{alignment}</w:pPr>{content}</w:p>"


def _row(height: int, cells: str) -> str:
    return f'<w:tr><w:trPr><w:trHeight w:val="{height}" w:hRule="exact"/></w:trPr>{cells}</w:tr>'


def _bold(look: Look) -> str:
    return f'<w:rFonts w:eastAsia="{look.bold_font}"/>' if look.bold_font else "<w:b/><w:bCs/>"


def _italic(look: Look) -> str:
    """Italic as the script has it."""
    if look.italic_font:
        return f'<w:rFonts w:eastAsia="{look.italic_font}"/>'
    return "" if look.rtl else "<w:i/>"


def _near(look: Look) -> str:
    return "right" if look.rtl else "left"


def _far(look: Look) -> str:
    return "left" if look.rtl else "right"


def _picture(number: int, size: tuple[int, int], shape: str, words: str) -> str:
    """A grey place of a size in English Metric Units, for a picture that only the Secretariat puts in."""
    width, height = size
    drawing = "http://schemas.openxmlformats.org/drawingml/2006"
    return (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{drawing}/wordprocessingDrawing" distT="0" distB="0" distL="0" '
        f'distR="0"><wp:extent cx="{width}" cy="{height}"/><wp:docPr id="{number}" name="place {number}" '
        f'descr="{words}"/><a:graphic xmlns:a="{drawing}/main"><a:graphicData uri="{drawing}/picture">'
        f'<pic:pic xmlns:pic="{drawing}/picture"><pic:nvPicPr><pic:cNvPr id="{number}" name="place.png"/>'
        f'<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="{IMAGE}"/><a:stretch><a:fillRect/></a:stretch>'
        f'</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        f'<a:prstGeom prst="{shape}"><a:avLst/></a:prstGeom><a:ln w="9525"><a:solidFill><a:srgbClr val="BFBFBF"/>'
        "</a:solidFill></a:ln></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def _part(kind: str, body: str) -> str:
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:{kind} {names.NAMESPACES}>{body}</w:{kind}>'
