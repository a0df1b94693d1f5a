"""The order of children that Word insists on, by their parent: it calls a file with another order damaged.

Written from the sequences of ECMA-376 part 1 (transitional forms included), for the elements that a report can need.
A child that is not named here has no business in a file of ours.
"""

RUN_LOOK = (
    "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish "
    "webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang "
    "eastAsianLayout specVanish oMath rPrChange"
)
SIDES = "top start left bottom end right insideH insideV tl2br tr2bl between bar"
SEQUENCES = {
    "document": "background body",
    "p": "pPr",
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
    "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd "
    "snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
    "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
    "rPr": f"ins del moveFrom moveTo {RUN_LOOK}",
    "tbl": "tblPr tblGrid tr",
    "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing "
    "tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription tblPrChange",
    "tblGrid": "gridCol tblGridChange",
    "tr": "tblPrEx trPr tc",
    "tc": "tcPr p",
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark "
    "headers cellIns cellDel cellMerge tcPrChange",
    "tblBorders": SIDES,
    "tcBorders": SIDES,
    "pBdr": SIDES,
    "tblCellMar": SIDES,
    "tcMar": SIDES,
    "sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType "
    "pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings "
    "sectPrChange",
    "sdt": "sdtPr sdtEndPr sdtContent",
    "sdtPr": "rPr alias tag id lock placeholder temporary showingPlcHdr dataBinding label tabIndex text",
    "settings": "writeProtection view zoom removePersonalInformation removeDateAndTime mirrorMargins "
    "hideSpellingErrors hideGrammaticalErrors proofState attachedTemplate linkStyles revisionView trackRevisions "
    "doNotTrackMoves doNotTrackFormatting documentProtection defaultTabStop autoHyphenation consecutiveHyphenLimit "
    "hyphenationZone doNotHyphenateCaps evenAndOddHeaders noPunctuationKerning characterSpacingControl "
    "strictFirstAndLastChars noLineBreaksAfter noLineBreaksBefore updateFields hdrShapeDefaults footnotePr endnotePr "
    "compat docVars rsids mathPr attachedSchema themeFontLang clrSchemeMapping shapeDefaults decimalSymbol "
    "listSeparator",
    "styles": "docDefaults latentStyles style",
    "docDefaults": "rPrDefault pPrDefault",
    "style": "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked "
    "personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr",
    "numbering": "numPicBullet abstractNum num numIdMacAtCleanup",
    "abstractNum": "nsid multiLevelType tmpl name styleLink numStyleLink lvl",
    "lvl": "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr",
    "num": "abstractNumId lvlOverride",
    "font": "altName panose1 charset family notTrueType pitch sig embedRegular embedBold embedItalic embedBoldItalic",
    "fonts": "font",
    "footnotes": "footnote",
    "footnote": "p",
    "comments": "comment",
    "comment": "p",
    "tabs": "tab",
}
"""Children in their order; some may come more than once, and where it is of no moment others may stand after them."""
FREE_AFTER = frozenset({"p"})
"""Parents whose first children are named, while anything may follow them."""
EITHER = {"sectPr": ({"headerReference", "footerReference"},)}
"""Names that may stand among each other at their place."""
ROW_LOOK = ("ins", "del", "trPrChange")
"""A row's properties stand in any order, but these three come last."""
LAST_IS_PARAGRAPH = ("tc", "hdr", "ftr", "footnote", "comment")


def place_of(parent: str, child: str) -> int:
    """Where a child belongs; -1 for one that does not belong there, or is free."""
    order = SEQUENCES[parent].split()
    for names in EITHER.get(parent, ()):
        if child in names:
            child = min(names, key=order.index)
    if child in order:
        return order.index(child)
    return len(order) if parent in FREE_AFTER else -1
