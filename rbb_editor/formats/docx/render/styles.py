"""styles.xml: every paragraph of the printed form has a named style, so that Word users change one place."""

from rbb_editor.document.look import Look, Size
from rbb_editor.formats.docx import names

SIDE = 1267
BUILT_IN = ("toc ", "header", "footer", "footnote text", "annotation text")
"""Beginnings of style names that Word has by itself."""
TAB_GRID = (1267, 1742, 2218, 2693, 3182, 3658, 4133, 4622, 5098, 5573, 6048)
SIGN_OFF_TABS = (
    '<w:tabs><w:tab w:val="left" w:leader="underscore" w:pos="6500"/>'
    '<w:tab w:val="left" w:leader="underscore" w:pos="9850"/></w:tabs>'
)
HEADING_TABS = '<w:tabs><w:tab w:val="right" w:pos="1022"/><w:tab w:val="left" w:pos="1267"/></w:tabs>'


def styles(look: Look) -> str:
    """The part word/styles.xml."""
    made = [_normal(look), *_front(look), *_headings(look), *_contents(look), *_tables(look), *_frame(look)]
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:styles {names.NAMESPACES}>' + (
        f"{_defaults(look)}{''.join(made)}{_others()}</w:styles>"
    )


def _defaults(look: Look) -> str:
    return (
        "<w:docDefaults><w:rPrDefault><w:rPr>"
        '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="SimSun" w:cs="Simplified Arabic"/>'
        f'<w:kern w:val="14"/><w:sz w:val="20"/><w:szCs w:val="{look.body.half_points}"/>'
        f"<w:lang {look.tags}/>"
        "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
    )


def _normal(look: Look) -> str:
    spread = '<w:spacing w:val="4"/><w:w w:val="103"/>' if look.spread else ""
    size = f'<w:sz w:val="{_latin(look, look.body)}"/><w:szCs w:val="{look.body.half_points}"/>'
    return (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/><w:pPr>'
        f"<w:widowControl/>{'<w:bidi/>' if look.rtl else ''}"
        f'<w:spacing w:before="0" w:after="0" w:line="{look.body.line}" w:lineRule="exact"/></w:pPr>'
        f"<w:rPr>{spread}{size}</w:rPr></w:style>"
    )


def _front(look: Look) -> list[str]:
    left_half = '<w:ind w:left="0" w:right="4622"/>'
    body = f'<w:ind w:left="{SIDE}" w:right="{SIDE}"/>'
    title = f'<w:ind w:left="{SIDE}" w:right="{look.title_indent}"/>'
    tabs = "".join(f'<w:tab w:val="left" w:pos="{stop}"/>' for stop in TAB_GRID)
    return [
        _style(look, ("SingleTxt", "_ Single Txt"), look.body, 0, 120, f"{body}<w:jc w:val='both'/>", tabs=tabs),
        _style(look, names.SESSION, look.heading, 200, 0, left_half, bold=True),
        _style(look, names.AGENDA_ITEM, look.body, 20, 0, left_half),
        _style(look, names.AGENDA_TITLE, look.body, 20, 0, left_half, bold=True),
        _style(look, names.TITLE, look.chapter, 480, 200, title, bold=True, keep=True),
        _style(look, names.AUTHOR, look.heading, 0, 200, body, bold=True, keep=True),
        _style(look, names.ADDENDUM, look.subheading, 0, 320, body, bold=True, keep=True),
        _style(look, names.SUMMARY_HEAD, look.heading, 140, 120, '<w:ind w:left="259" w:right="259"/>', italic=True),
        _style(look, names.SUMMARY_TEXT, look.body, 0, 200, f"{body}<w:jc w:val='both'/>"),
    ]


def _headings(look: Look) -> list[str]:
    hanging = f'<w:ind w:left="{SIDE}" w:right="{SIDE}" w:hanging="{SIDE}"/>'
    tight = '<w:spacing w:val="{0}"/><w:w w:val="100"/>' if look.spread else ""

    def heading(name: tuple[str, str], size: Size, before: int, after: int, outline: int, spacing: int | None) -> str:
        return _style(
            look,
            name,
            size,
            before,
            after,
            f'{hanging}<w:outlineLvl w:val="{outline}"/>',
            bold=True,
            keep=True,
            tabs=HEADING_TABS,
            letters=tight.format(spacing) if spacing is not None else "",
            following="SingleTxt",
        )

    return [
        heading(names.SECTION, look.chapter, 0, 240, 0, -2),
        heading(names.DEPARTMENT, look.heading, 240, 200, 1, 2),
        heading(names.OFFICE, look.subheading, 200, 160, 2, None),
        _style(
            look,
            names.ACCOMPLISHMENT,
            look.body,
            120,
            160,
            f'<w:ind w:left="{SIDE}" w:right="{SIDE}"/><w:outlineLvl w:val="3"/>',
            keep=True,
        ),
    ]


def _contents(look: Look) -> list[str]:
    def entry(level: int, right: int, left: int) -> str:
        tabs = (
            f'<w:tabs><w:tab w:val="right" w:pos="{right}"/><w:tab w:val="left" w:pos="{left}"/>'
            '<w:tab w:val="right" w:leader="dot" w:pos="9850"/></w:tabs>'
        )
        indent = f'<w:ind w:left="{left}" w:right="0" w:hanging="{left}"/>'
        return _style(look, (f"TOC{level}", f"toc {level}"), look.body, 0, 80, indent, tabs=tabs)

    margin = '<w:ind w:left="0" w:right="0"/>'
    hang = '<w:ind w:left="{0}" w:right="0"/>'
    return [
        _style(look, names.CONTENTS_HEAD, look.heading, 0, 120, margin, bold=True, keep=True),
        _style(look, names.PAGE_WORD, look.table_head, 0, 80, '<w:jc w:val="right"/>', italic=True, keep=True),
        entry(1, 520, 720),
        entry(2, 1067, 1267),
        _style(look, names.ABBREVIATIONS_HEAD, look.heading, 320, 160, margin, bold=True, keep=True),
        _style(look, names.SHORT, look.body, 0, 20, hang.format(SIDE)),
        _style(look, names.LONG, look.body, 0, 20, hang.format(0)),
    ]


def _tables(look: Look) -> list[str]:
    plain = '<w:spacing w:val="0"/><w:w w:val="100"/>' if look.spread else ""

    def of_table(name: tuple[str, str], size: Size, gap: int, placing: str, *, italic: bool = False) -> str:
        return _style(look, name, size, gap, gap, placing, italic=italic, letters=plain, keep=italic)

    remarks = '<w:ind w:left="86" w:right="43"/>'
    return [
        of_table(names.TABLE_HEAD, look.table_head, 80, '<w:ind w:left="0" w:right="43"/>', italic=True),
        of_table(names.PLANNED, look.table, 40, '<w:ind w:left="0" w:right="187"/>'),
        of_table(names.COMPLETED, look.table, 40, '<w:ind w:left="43" w:right="43"/><w:jc w:val="center"/>'),
        of_table(names.OUTCOME, look.table, 40, '<w:ind w:left="43" w:right="43"/><w:jc w:val="center"/>'),
        of_table(names.REMARKS, look.table, 40, remarks),
        of_table(names.EXPLANATION, look.table, 40, remarks),
    ]


def _frame(look: Look) -> list[str]:
    small = '<w:spacing w:val="5"/><w:w w:val="103"/>' if look.spread else ""
    note_tab = '<w:tab w:val="left" w:pos="475"/>'
    note_indent = '<w:ind w:left="475" w:right="1267" w:hanging="475"/>'
    return [
        _style(look, ("Header", "header"), Size(17, 0), 0, 0, "", letters=small, latin=17),
        _style(look, names.SYMBOL, Size(17, 0), 0, 0, "", letters=small, latin=17),
        _style(look, ("Footer", "footer"), Size(17, 0), 0, 0, "", letters=small, latin=17),
        _style(look, names.SIGN_OFF, look.body, 480, 0, "", tabs=SIGN_OFF_TABS, keep=True),
        _style(look, names.COMMENT_TEXT, Size(look.body.half_points, 0), 0, 0, "", letters=small),
        _style(
            look,
            ("FootnoteText", "footnote text"),
            look.table,
            0,
            0,
            note_indent,
            tabs=note_tab,
            letters=small,
        ),
    ]


def _others() -> str:
    return (
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        '<w:style w:type="character" w:styleId="PlaceholderText"><w:name w:val="Placeholder Text"/>'
        '<w:rPr><w:color w:val="595959"/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/></w:style>'
        f'<w:style w:type="character" w:customStyle="1" w:styleId="{names.NO_BREAK_SPACE[0]}">'
        f'<w:name w:val="{names.NO_BREAK_SPACE[1]}"/></w:style>'
        '<w:style w:type="character" w:styleId="CommentReference"><w:name w:val="annotation reference"/>'
        '<w:rPr><w:sz w:val="16"/><w:szCs w:val="16"/></w:rPr></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/></w:style>'
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/></w:style>'
    )


def _style(
    look: Look,
    name: tuple[str, str],
    size: Size,
    before: int,
    after: int,
    placing: str,
    *,
    bold: bool = False,
    italic: bool = False,
    keep: bool = False,
    tabs: str = "",
    letters: str = "",
    following: str = "",
    latin: int = 0,
) -> str:
    """One paragraph style. `placing`: indents, alignment and outline level; a line of 0 follows the font.

    `latin`: half-points of Latin letters where they are not smaller than Arabic ones.
    """
    tabs = tabs if tabs.startswith("<w:tabs>") or not tabs else f"<w:tabs>{tabs}</w:tabs>"
    line = f'w:line="{size.line}" w:lineRule="exact"' if size.line else 'w:line="240" w:lineRule="auto"'
    keeps = "<w:keepNext/><w:keepLines/>" if keep else ""
    faces = _faces(look, bold=bold, italic=italic)
    sizes = f'<w:sz w:val="{latin or _latin(look, size)}"/><w:szCs w:val="{size.half_points}"/>'
    following = f'<w:next w:val="{following}"/>' if following else ""
    own = "" if name[1].startswith(BUILT_IN) else ' w:customStyle="1"'
    return (
        f'<w:style w:type="paragraph"{own} w:styleId="{name[0]}"><w:name w:val="{name[1]}"/>'
        f'<w:basedOn w:val="Normal"/>{following}<w:qFormat/>'
        f'<w:pPr>{keeps}{tabs}<w:spacing w:before="{before}" w:after="{after}" {line}/>{placing}</w:pPr>'
        f"<w:rPr>{faces}{letters}{sizes}</w:rPr></w:style>"
    )


def _faces(look: Look, *, bold: bool, italic: bool) -> str:
    """Bold and italic as the script has them: other faces in Chinese, no italic in Arabic."""
    if look.bold_font and bold:
        return f'<w:rFonts w:eastAsia="{look.bold_font}"/>'
    if look.italic_font and italic:
        return f'<w:rFonts w:eastAsia="{look.italic_font}"/>'
    if bold:
        return "<w:b/><w:bCs/>"
    return "<w:i/>" if italic and not look.rtl else ""


def _latin(look: Look, size: Size) -> int:
    """The size of Latin letters: Arabic is set larger than the Latin words in it."""
    return round(size.half_points * 0.84) if look.rtl else size.half_points
