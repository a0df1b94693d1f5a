"""Small pieces of WordprocessingML as text: runs, paragraphs, fields, content controls."""

import re
from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

from rbb_editor.document.spaces import NO_BREAK, OWN
from rbb_editor.domain.clean import LINE_ENDS, UNPRINTABLE
from rbb_editor.domain.signs import BETWEEN
from rbb_editor.formats.docx.names import NO_BREAK_SPACE

SPECIAL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
LATIN = re.compile(r"[A-Za-z](?:[A-Za-z0-9/.\-()\u00a0]*[A-Za-z0-9)])?")
"""In a text set from right to left, what keeps its own direction: names and document symbols."""
LATIN_WORDS = re.compile(f"({LATIN.pattern})")
BEGIN_RUN, BEGIN_RTL_RUN, END_RUN = (
    b'<w:r><w:t xml:space="preserve">', b'<w:r><w:rPr><w:rtl/></w:rPr><w:t xml:space="preserve">', b"</w:t></w:r>"
)  # fmt: skip
LATIN_BEGINS, LATIN_ENDS = "\x01", "\x02"
"""Stand around Latin words while many texts are written at once; no printed text holds them."""


def text(content: str) -> str:
    """The content of a run: what Word cannot hold is left out, line ends are breaks, tabs tabs."""
    if is_simple(content):
        return f'<w:t xml:space="preserve">{content}</w:t>' if content else ""
    if SPECIAL.search(content) is None:
        return f'<w:t xml:space="preserve">{escape(content)}</w:t>'
    cleaned = UNPRINTABLE.sub("", LINE_ENDS.sub("\n", content))
    pieces = re.split(r"([\n\t])", cleaned)
    marks = {"\n": "<w:br/>", "\t": "<w:tab/>"}
    return "".join(marks.get(piece) or f'<w:t xml:space="preserve">{escape(piece)}</w:t>' for piece in pieces if piece)


def is_simple(content: str) -> bool:
    """Whether a text holds nothing that XML or Word reads otherwise, as most do."""
    return is_printable(content) and "&" not in content and "<" not in content and ">" not in content


def is_printable(content: str) -> bool:
    """Whether a text surely holds nothing that `SPECIAL` finds."""
    return content.isprintable() or content.replace(NO_BREAK, " ").isprintable()


def runs_of_many(texts: Sequence[str], *, rtl: bool) -> list[bytes]:
    """What `run` writes of each text, without properties, in a fraction of the time."""
    whole = "".join(texts)
    if not is_printable(whole) and SPECIAL.search(whole.replace(OWN, "")) is not None:
        return [run(each, rtl=rtl).encode() for each in texts]
    words, begin = escape(BETWEEN.join(texts)).encode(), BEGIN_RTL_RUN if rtl else BEGIN_RUN
    if rtl and words.swapcase() != words:  # there are Latin letters
        marked = LATIN.sub(f"{LATIN_BEGINS}\\g<0>{LATIN_ENDS}", BETWEEN.join(texts))
        words = escape(marked).encode().replace(b"\x01", END_RUN + BEGIN_RUN).replace(b"\x02", END_RUN + begin)
    runs = begin + words.replace(b"\0", END_RUN + b"\0" + begin) + END_RUN
    if OWN in whole:
        runs = runs.replace(OWN.encode(), END_RUN + _own_space("").encode() + begin)
    return runs.replace(begin + END_RUN, b"").split(b"\0")


def run(content: str, properties: str = "", *, rtl: bool = False) -> str:
    """Runs of a text, with run properties. `rtl`: the text runs from right to left but for its Latin words."""
    if not content:
        return ""
    if OWN in content:
        pieces = (run(piece, properties, rtl=rtl) for piece in content.split(OWN))
        return _own_space(properties).join(pieces)
    if rtl:
        return _runs_both_ways(content, properties)
    look = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f"<w:r>{look}{text(content)}</w:r>"


def paragraph(style: str, content: str, properties: str = "") -> str:
    """A paragraph of a style; `properties` as pPr wants them after the style."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{content}</w:p>'


def field(code: str, result: str, properties: str = "") -> str:
    """A field with the result that stands until it is updated."""
    look = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return (
        f'<w:r>{look}<w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r>{look}<w:instrText xml:space="preserve"> {escape(code)} </w:instrText></w:r>'
        f'<w:r>{look}<w:fldChar w:fldCharType="separate"/></w:r>'
        f"<w:r>{look}{text(result)}</w:r>"
        f'<w:r>{look}<w:fldChar w:fldCharType="end"/></w:r>'
    )


def place(tag: str, title: str, words: str, properties: str = "") -> str:
    """A content control that shows what belongs there until someone fills it in."""
    look = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return (
        f"<w:sdt><w:sdtPr><w:alias w:val={quoteattr(title)}/><w:tag w:val={quoteattr(tag)}/>"
        f"<w:showingPlcHdr/><w:text/></w:sdtPr><w:sdtContent><w:r>{look}{text(words)}</w:r></w:sdtContent></w:sdt>"
    )


def table(columns: tuple[int, ...], rows: str, *, rtl: bool = False, borders: str = "") -> str:
    """A table of fixed column widths (twips) without cell margins."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in columns)
    return (
        f"<w:tbl><w:tblPr>{'<w:bidiVisual/>' if rtl else ''}"
        f'<w:tblW w:w="{sum(columns)}" w:type="dxa"/>{borders}<w:tblLayout w:type="fixed"/><w:tblCellMar>'
        '<w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
    )


def cell(width: int, content: str, *, borders: str = "", align: str = "", span: int = 1) -> str:
    """A cell of paragraphs."""
    properties = (
        f'<w:tcW w:w="{width}" w:type="dxa"/>'
        + (f'<w:gridSpan w:val="{span}"/>' if span > 1 else "")
        + (f"<w:tcBorders>{borders}</w:tcBorders>" if borders else "")
        + (f'<w:vAlign w:val="{align}"/>' if align else "")
    )
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


def border(side: str, eighths: int) -> str:
    """A single black rule on one side, in eighths of a point."""
    return f'<w:{side} w:val="single" w:sz="{eighths}" w:space="0" w:color="auto"/>'


def _own_space(properties: str) -> str:
    """A no-break space of the text's own, marked by its style, which survives Word and LibreOffice."""
    return f'<w:r><w:rPr><w:rStyle w:val="{NO_BREAK_SPACE[0]}"/>{properties}</w:rPr>{text(NO_BREAK)}</w:r>'


def _runs_both_ways(content: str, properties: str) -> str:
    """Runs marked as right-to-left, and unmarked ones for Latin words in between."""
    looks = f"<w:rPr>{properties}<w:rtl/></w:rPr>", f"<w:rPr>{properties}</w:rPr>" if properties else ""
    pieces = enumerate(LATIN_WORDS.split(content))
    return "".join([f"<w:r>{looks[index % 2]}{text(piece)}</w:r>" for index, piece in pieces if piece])
