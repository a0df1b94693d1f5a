"""What Word refuses although every element stands in its place: values, numbers, namespaces, ends before beginnings."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import dropwhile

from lxml import etree

from tests.formats.word_files import W

Parts = Mapping[str, etree._Element]
CHOICES = {
    ("jc", "val"): "left right center both start end",
    ("vAlign", "val"): "top center bottom both",
    ("tblLayout", "type"): "fixed autofit",
    ("tcW", "type"): "dxa pct auto nil",
    ("tblW", "type"): "dxa pct auto nil",
    ("spacing", "lineRule"): "auto exact atLeast",
    ("tab", "val"): "clear start center end decimal bar num left right",
    ("tab", "leader"): "none dot hyphen underscore heavy middleDot",
    ("br", "type"): "page column textWrapping",
    ("headerReference", "type"): "even default first",
    ("footerReference", "type"): "even default first",
    ("fldChar", "fldCharType"): "begin separate end",
    ("style", "type"): "paragraph character table numbering",
    ("characterSpacingControl", "val"): "doNotCompress compressPunctuation compressPunctuationAndJapaneseKana",
    ("vertAlign", "val"): "baseline superscript subscript",
    ("family", "val"): "auto decorative modern roman script swiss",
    ("pitch", "val"): "fixed variable default",
    ("lock", "val"): "sdtLocked contentLocked unlocked sdtContentLocked",
    ("top", "val"): "none nil single",
    ("bottom", "val"): "none nil single",
    ("left", "val"): "none nil single",
    ("right", "val"): "none nil single",
}
"""The words that may stand in an attribute, of those that a report can need."""
LIMITS = {
    ("sz", "val"): (2, 3276), ("szCs", "val"): (2, 3276), ("kern", "val"): (0, 3276), ("w", "val"): (1, 600),
    ("tcW", "w"): (0, 31680), ("gridCol", "w"): (0, 31680), ("tblW", "w"): (0, 31680), ("gridSpan", "val"): (1, 63),
    ("trHeight", "val"): (0, 31680), ("ind", "left"): (-31680, 31680), ("ind", "right"): (-31680, 31680),
    ("ind", "hanging"): (0, 31680), ("ind", "firstLine"): (0, 31680), ("spacing", "before"): (0, 31680),
    ("spacing", "after"): (0, 31680), ("spacing", "line"): (0, 31680), ("spacing", "val"): (-31680, 31680),
    ("tab", "pos"): (-31680, 31680), ("pgSz", "w"): (144, 31680), ("pgSz", "h"): (144, 31680),
    ("outlineLvl", "val"): (0, 9), ("zoom", "percent"): (10, 500), ("top", "sz"): (2, 96), ("bottom", "sz"): (2, 96),
    ("left", "sz"): (2, 96), ("right", "sz"): (2, 96),
}  # fmt: skip
"""The least and the largest whole number of an attribute: twenty-two inches, the largest paper, for lengths."""
ON_OFF = frozenset(("1", "0", "true", "false", "on", "off"))
SWITCHES = ("b", "bCs", "i", "iCs", "rtl", "cs", "bidi", "bidiVisual", "cantSplit", "tblHeader", "keepNext", "titlePg",
            "keepLines", "pageBreakBefore", "widowControl", "evenAndOddHeaders")  # fmt: skip
NUMBER, NAME = re.compile(r"-?\d{1,10}"), re.compile(r"[^\W\d]\w{0,39}")
LARGEST = 2**31
MOST_INITIALS, LONGEST_STYLE, MOST_COLUMNS = 9, 253, 63
MARKUP = "http://schemas.openxmlformats.org/markup-compatibility/2006"
KNOWN = ("http://schemas.openxmlformats.org/", "urn:schemas-microsoft-com:", "http://www.w3.org/", "http://purl.org/")
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
KINDS = {
    "officeDocument": "document.main+xml",
    "customXmlProps": "customXmlProperties+xml",
    "image": "image/png",
}
"""Endings of content types where they are not the relation's own name."""


def w(name: str) -> str:
    """A name in Word's main namespace."""
    return f"{{{W}}}{name}"


def value_faults(parts: Parts) -> Iterator[str]:
    """All that is wrong with the values of a package."""
    for name, root in parts.items():
        checks = (_values(root), _numbers(root), _spaces(root), _namespaces(root), _ranges(root), _rows(root))
        yield from (f"{name}: {fault}" for check in checks for fault in check)
    yield from _kinds(parts)
    yield from _styles(parts["word/styles.xml"])
    yield from _properties(parts["docProps/core.xml"])
    yield from _heads(parts)


def _values(root: etree._Element) -> Iterator[str]:
    for element in root.iter(f"{{{W}}}*"):
        tag = etree.QName(element).localname
        for key, value in element.attrib.items():
            name = etree.QName(key).localname
            choices, limits = CHOICES.get((tag, name)), LIMITS.get((tag, name))
            if choices is not None and value not in choices.split():
                yield f'{tag} {name}="{value}"'
            if limits is not None and not (NUMBER.fullmatch(value) and limits[0] <= int(value) <= limits[1]):
                yield f'{tag} {name}="{value}"'
            if tag in SWITCHES and name == "val" and value not in ON_OFF:
                yield f'{tag} is neither on nor off: "{value}"'


def _numbers(root: etree._Element) -> Iterator[str]:
    """The numbers of marks, changes and comments are such, and names of bookmarks are words."""
    for element in root.iter(f"{{{W}}}*"):
        tag, id = etree.QName(element).localname, element.get(w("id"))
        if id is not None and tag != "sdt" and not (NUMBER.fullmatch(id) and -2 < int(id) < LARGEST):
            yield f'{tag} has the number "{id}"'
    for mark in root.iter(w("bookmarkStart")):
        if not NAME.fullmatch(mark.get(w("name"), "")):
            yield f"a bookmark has the name {mark.get(w('name'))!r}"
    for comment in root.iter(w("comment")):
        if len(comment.get(w("initials"), "")) > MOST_INITIALS:
            yield f"initials are too long: {comment.get(w('initials'))}"


def _spaces(root: etree._Element) -> Iterator[str]:
    """Spaces at the edge of a text are lost where nothing says that they stay."""
    for text in root.iter(w("t"), w("delText"), w("instrText")):
        words = text.text or ""
        if words != words.strip() and text.get(SPACE) != "preserve":
            yield f"the spaces of {words!r} are lost"
        if "\n" in words or "\t" in words:
            yield f"a break or tab stands inside a text: {words!r}"


def _namespaces(root: etree._Element) -> Iterator[str]:
    """What a later Word brought is marked as such that an older one may pass over; roots of their own apart."""
    may_be_passed = {root.nsmap.get(prefix) for prefix in root.get(f"{{{MARKUP}}}Ignorable", "").split()}
    if None in may_be_passed:
        yield "a prefix that may be passed over is not declared"
    for element in root.iter():
        for name in (element.tag, *element.attrib):
            space = etree.QName(name).namespace
            if not space or space.startswith(KNOWN) or space in may_be_passed:
                continue
            if root.tag.startswith(f"{{{space}}}"):
                continue
            yield f"{name} is not known to every Word"


def _ranges(root: etree._Element) -> Iterator[str]:
    """What begins ends after it, and a comment is referred to after its words."""
    for begin, *following in (
        ("bookmarkStart", "bookmarkEnd"),
        ("commentRangeStart", "commentRangeEnd", "commentReference"),
    ):
        steps = [begin, *following]
        reached: dict[str, int] = {}
        for element in root.iter(*map(w, steps)):
            step, id = steps.index(etree.QName(element).localname), element.get(w("id"), "")
            if step != reached.get(id, -1) + 1:
                yield f"{steps[step]} {id} stands before what begins it"
            reached[id] = step
    for change in root.iter(w("ins"), w("del")):
        inner = next(change.iter(w("p"), w("tbl"), w("tr"), w("sdt")), None)
        if inner is not None:
            yield f"a tracked change holds {etree.QName(inner).localname}"
        if change.getparent().tag in (w("ins"), w("del"), w("r"), w("tc"), w("body")):
            yield f"a tracked change stands in {etree.QName(change.getparent()).localname}"


def _rows(root: etree._Element) -> Iterator[str]:
    """A repeated head is at the top of its table; no table is without rows, no row without cells, none too wide."""
    for table in root.iter(w("tbl")):
        rows = table.findall(w("tr"))
        heads = [row.find(f"{w('trPr')}/{w('tblHeader')}") is not None for row in rows]
        if not rows or not all(row.findall(w("tc")) for row in rows):
            yield "a table without rows, or a row without cells"
        if any(dropwhile(bool, heads)):
            yield "a head row stands below another row"
        if len(table.findall(f"{w('tblGrid')}/{w('gridCol')}")) not in range(1, MOST_COLUMNS + 1):
            yield "a table of too few or many columns"


def _kinds(parts: Parts) -> Iterator[str]:
    """What a part is related as agrees with its content type."""
    types = {each.get("PartName", ""): each.get("ContentType", "") for each in parts["[Content_Types].xml"]}
    for name, root in parts.items():
        if not name.endswith(".rels"):
            continue
        folder = name.replace("_rels/", "").rpartition("/")[0]
        for each in root:
            kind = each.get("Type", "").rpartition("/")[2]
            target = "/".join(filter(None, (folder, each.get("Target", ""))))
            told = types.get(f"/{target}")
            if told is not None and not told.endswith(KINDS.get(kind, f"{kind}+xml")):
                yield f"{target} is related as {kind}, but is {told}"


def _styles(root: etree._Element) -> Iterator[str]:
    styles = {each.get(w("styleId"), ""): each for each in root.iter(w("style"))}
    names = Counter((each.find(w("name")).get(w("val"), "")).lower() for each in styles.values())
    yield from (f"{count} styles have the name {name}" for name, count in names.items() if count > 1)
    yield from (f"the name of the style {name} is too long" for name in names if len(name) > LONGEST_STYLE)
    defaults = Counter(each.get(w("type")) for each in styles.values() if each.get(w("default")) in ("1", "true"))
    yield from (f"{count} styles are the default of {kind}" for kind, count in defaults.items() if count > 1)
    for id in styles:
        seen, at = {id}, id
        while (above := styles[at].find(w("basedOn")) if at in styles else None) is not None:
            at = above.get(w("val"), "")
            if at in seen:
                yield f"the style {id} is based on itself"
                break
            seen.add(at)


def _properties(root: etree._Element) -> Iterator[str]:
    """Each property of the file stands once."""
    names = Counter(str(each.tag) for each in root)
    yield from (f"docProps/core.xml: {name} is there {count} times" for name, count in names.items() if count > 1)


def _heads(parts: Parts) -> Iterator[str]:
    """Heads and feet are given once for each kind of page, and those of even pages are asked for."""
    for section in parts["word/document.xml"].iter(w("sectPr")):
        given = Counter(
            (each.tag, each.get(w("type"))) for each in section.iter(w("headerReference"), w("footerReference"))
        )
        yield from (f"{kind} is given {count} times" for kind, count in given.items() if count > 1)
        kinds = {kind for _, kind in given}
        if "first" in kinds and section.find(w("titlePg")) is None:
            yield "the head of the first page is never shown"
        if "even" in kinds and parts["word/settings.xml"].find(w("evenAndOddHeaders")) is None:
            yield "the heads of even pages are never shown"
