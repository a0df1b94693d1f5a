"""What Word would find fault with in a package that we wrote; nothing is right, a sentence for each thing wrong."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath

from lxml import etree

from tests.formats.word_files import W
from tests.formats.word_orders import LAST_IS_PARAGRAPH, ROW_LOOK, SEQUENCES, place_of
from tests.formats.word_values import value_faults

Parts = Mapping[str, etree._Element]
TYPES, OWN_PART = "[Content_Types].xml", "customXml/item1.xml"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
WORD_2010 = "http://schemas.microsoft.com/office/word/2010/wordml"
WORD_2012 = "http://schemas.microsoft.com/office/word/2012/wordml"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
CHANGES = ("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "trPrChange")
DATE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
LONGEST_MARK = 40
LARGEST_PARAGRAPH_ID = 0x80000000


def w(name: str) -> str:
    """A name in Word's main namespace."""
    return f"{{{W}}}{name}"


def faults(members: Mapping[str, bytes]) -> list[str]:
    """All that is wrong with the members of a package."""
    parts = {name: etree.fromstring(data) for name, data in members.items() if name.endswith((".xml", ".rels"))}
    found = [*_names(members), *_types(members, parts), *_relations(members, parts)]
    for name, root in parts.items():
        found += (f"{name}: {fault}" for fault in (*_orders(root), *_shapes(root), *_fields(root), *_changes(root)))
    return [*found, *_ids(parts), *_references(parts), *value_faults(parts)]


def _names(members: Iterable[str]) -> Iterator[str]:
    for name, count in Counter(name.lower() for name in members).items():
        if count > 1:
            yield f"{name} is there {count} times"


def _types(members: Mapping[str, bytes], parts: Parts) -> Iterator[str]:
    """Every part has a content type, every content type a part."""
    by_ending = {each.get("Extension"): each.get("ContentType", "") for each in parts[TYPES] if each.get("Extension")}
    by_name = {each.get("PartName", ""): each.get("ContentType", "") for each in parts[TYPES] if each.get("PartName")}
    for name in members:
        kind = by_name.get(f"/{name}", by_ending.get(name.rpartition(".")[2], ""))
        if name in (TYPES, OWN_PART):
            continue
        if not kind or kind == "application/xml":
            yield f"{name} has no content type of its own"
    for name in by_name:
        if name.lstrip("/") not in members:
            yield f"there is a content type for {name}, which is missing"


def _relations(members: Mapping[str, bytes], parts: Parts) -> Iterator[str]:
    """Every target is there, every part is somebody's target, every id that is used is given."""
    targets: set[str] = set()
    for name, root in parts.items():
        if not name.endswith(".rels"):
            continue
        source = name.replace("_rels/", "").removesuffix(".rels")
        ids = [each.get("Id", "") for each in root]
        if len(set(ids)) != len(ids):
            yield f"{name}: an id is given twice"
        for each in root:
            target = _resolved(source, each.get("Target", ""))
            targets.add(target)
            if target not in members:
                yield f"{name}: {target} is missing"
        if source:
            used = {value for element in parts[source].iter() for key, value in _attributes(element, RELATION)}
            yield from (f"{source}: the relation {id} is used but not given" for id in sorted(used - set(ids)))
    for name in members:
        if name != TYPES and not name.endswith(".rels") and name not in targets:
            yield f"{name} is an orphan"


def _resolved(source: str, target: str) -> str:
    if target.startswith("/"):
        return target.lstrip("/")
    folder = list(PurePosixPath(source).parent.parts)
    for step in PurePosixPath(target).parts:
        if step == "..":
            folder.pop()
        else:
            folder.append(step)
    return "/".join(folder)


def _attributes(element: etree._Element, space: str) -> Iterator[tuple[str, str]]:
    for key, value in element.attrib.items():
        if str(key).startswith(f"{{{space}}}"):
            yield str(key), str(value)


def _orders(root: etree._Element) -> Iterator[str]:
    """The children of each element stand in the order that Word insists on."""
    for element in root.iter(f"{{{W}}}*"):
        parent = etree.QName(element).localname
        children = [etree.QName(child).localname for child in element]
        if parent == "trPr":
            last = [child in ROW_LOOK for child in children]
            if last != sorted(last):
                yield f"{parent}: {children}"
        elif parent in SEQUENCES:
            places = [place_of(parent, child) for child in children]
            if -1 in places or places != sorted(places):
                yield f"{parent}: {children}"


def _shapes(root: etree._Element) -> Iterator[str]:
    """Cells, heads and notes end with a paragraph, the body with its section; rows fill the grid of their table."""
    for name in LAST_IS_PARAGRAPH if root.tag != w("settings") else ():  # there a note is only named
        yield from (f"{name} does not end with a paragraph" for each in root.iter(w(name)) if _last(each) != "p")
    yield from ("the body does not end with its section" for each in root.iter(w("body")) if _last(each) != "sectPr")
    for table in root.iter(w("tbl")):
        columns = [int(each.get(w("w"), "0")) for each in table.iterfind(f"{w('tblGrid')}/{w('gridCol')}")]
        for row in table.findall(w("tr")):
            spans = [int(_value(cell, "tcPr", "gridSpan") or 1) for cell in row.findall(w("tc"))]
            widths = [int(_value(cell, "tcPr", "tcW", "w") or 0) for cell in row.findall(w("tc"))]
            ends = [sum(spans[: at + 1]) for at in range(len(spans))]
            wanted = [sum(columns[end - span : end]) for span, end in zip(spans, ends, strict=True)]
            if sum(spans) != len(columns) or widths != wanted:
                yield f"a row of {widths} in a table of {columns}"
    for text in root.iter(w("t"), w("delText")):
        gone = next(text.iterancestors(w("del"), w("moveFrom")), None) is not None
        if gone is not (text.tag == w("delText")):
            yield "a deleted text is not marked as such, or another one is"


def _last(element: etree._Element) -> str:
    return etree.QName(element[-1]).localname if len(element) else ""


def _value(element: etree._Element, *path: str) -> str | None:
    """The value that stands below an element: `path` ends with "w" for widths."""
    *names, attribute = path if path[-1] == "w" else (*path, "val")
    found = element.find("/".join(map(w, names)))
    return found.get(w(attribute)) if found is not None else None


def _fields(root: etree._Element) -> Iterator[str]:
    """Fields begin, part their code from its result, and end, one inside the other."""
    open_fields: list[str] = []
    for each in root.iter(w("fldChar")):
        kind = each.get(w("fldCharType"), "")
        if kind == "begin":
            open_fields.append(kind)
        elif not open_fields or (kind == "separate") is not (open_fields[-1] == "begin"):
            yield f"a field is out of order at {kind}"
        elif kind == "separate":
            open_fields[-1] = kind
        else:
            open_fields.pop()
    if open_fields:
        yield "a field does not end"


def _changes(root: etree._Element) -> Iterator[str]:
    """Tracked changes and comments say who and when."""
    for each in root.iter(*map(w, (*CHANGES, "comment"))):
        if not each.get(w("id")) or each.get(w("author")) is None or not DATE.fullmatch(each.get(w("date"), "")):
            yield f"{etree.QName(each).localname} without number, author or time"


def _ids(parts: Parts) -> Iterator[str]:
    """No number or name is given twice within what Word counts together."""
    document = parts["word/document.xml"]
    starts = list(document.iter(w("bookmarkStart")))
    marks = [each.get(w("id"), "") for each in starts]
    ends = [each.get(w("id"), "") for each in document.iter(w("bookmarkEnd"))]
    yield from _doubled("bookmark", [each.get(w("name"), "") for each in starts])
    yield from _doubled("end of a bookmark", ends)
    if sorted(marks) != sorted(ends):
        yield "bookmarks do not begin and end alike"
    if any(len(each.get(w("name"), "")) > LONGEST_MARK for each in starts):
        yield "the name of a bookmark is too long"
    changes = [each.get(w("id"), "") for each in document.iter(*map(w, CHANGES))]
    yield from _doubled("number of a bookmark or change", [*marks, *changes])
    for name, kind in (("comments", "comment"), ("footnotes", "footnote")):
        if (root := parts.get(f"word/{name}.xml")) is not None:
            yield from _doubled(kind, [each.get(w("id"), "") for each in root.iter(w(kind))])
    yield from _doubled("style", [each.get(w("styleId"), "") for each in parts["word/styles.xml"].iter(w("style"))])
    pictures = [each.get("id", "") for root in parts.values() for each in root.iter(f"{{{DRAWING}}}docPr")]
    yield from _doubled("picture", pictures)
    shapes = [
        each.get("id", "") for root in parts.values() for each in root.iter("{urn:schemas-microsoft-com:vml}shape")
    ]
    yield from _doubled("shape", shapes)
    paragraphs = [
        id for root in parts.values() for each in root.iter(w("p")) if (id := each.get(f"{{{WORD_2010}}}paraId"))
    ]
    yield from _doubled("paragraph", paragraphs)
    yield from (f"the paragraph id {id} is too large" for id in paragraphs if int(id, 16) >= LARGEST_PARAGRAPH_ID)


def _doubled(what: str, ids: Iterable[str]) -> Iterator[str]:
    yield from (f"{what} {id!r} is there {count} times" for id, count in Counter(ids).items() if count > 1)


def _references(parts: Parts) -> Iterator[str]:
    """What is referred to is there: styles, headings, comments, notes."""
    styles = {each.get(w("styleId")) for each in parts["word/styles.xml"].iter(w("style"))}
    named = ("pStyle", "rStyle", "tblStyle", "basedOn", "next", "link")
    for name, root in parts.items():
        for each in root.iter(*map(w, named)):
            if each.get(w("val")) not in styles:
                yield f"{name}: there is no style {each.get(w('val'))}"
    document = parts["word/document.xml"]
    marks = {each.get(w("name")) for each in document.iter(w("bookmarkStart"))}
    anchors = {each.get(w("anchor")) for each in document.iter(w("hyperlink"))}
    yield from (f"the contents lead to {anchor}, which is nowhere" for anchor in sorted(map(str, anchors - marks)))
    comments = _numbers(parts, "word/comments.xml", "comment")
    for kind in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        if sorted(each.get(w("id"), "") for each in document.iter(w(kind))) != comments:
            yield f"not every comment has its {kind}, or one has several"
    notes = {*_numbers(parts, "word/footnotes.xml", "footnote")}
    used = {each.get(w("id"), "") for each in document.iter(w("footnoteReference"))}
    named_in_settings = {each.get(w("id"), "") for each in parts["word/settings.xml"].iter(w("footnote"))}
    if notes != used | named_in_settings:
        yield f"notes {sorted(notes)} are there, {sorted(used | named_in_settings)} are referred to"
    if (extended := parts.get("word/commentsExtended.xml")) is not None:
        last = {each.get(f"{{{WORD_2010}}}paraId") for each in parts["word/comments.xml"].iter(w("p"))}
        for each in extended:
            ids = {each.get(f"{{{WORD_2012}}}{name}") for name in ("paraId", "paraIdParent")} - {None}
            if not ids <= last:
                yield f"commentsExtended.xml speaks of {sorted(map(str, ids))}"


def _numbers(parts: Parts, part: str, kind: str) -> list[str]:
    return sorted(each.get(w("id"), "") for each in parts[part].iter(w(kind))) if part in parts else []
