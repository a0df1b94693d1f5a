"""The comments of a Word file: who said what when, in answer to whom, and whether it is settled.

Word keeps the words in comments.xml, who answers whom and what is settled in commentsExtended.xml, and the time in UTC
in commentsExtensible.xml ([MS-DOCX] 2.5.3, 2.5.4); the last two know a comment by the id of its last paragraph.
"""

from collections.abc import Iterator
from datetime import datetime

from msgspec import Struct

from rbb_editor.domain import clean
from rbb_editor.formats.docx.read.package import Package
from rbb_editor.formats.docx.read.tracked import AUTHOR, DATE, time_of
from rbb_editor.formats.docx.read.words import Collector
from rbb_editor.formats.docx.read.xml import OFF, Element, q

W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
W16CID = "{http://schemas.microsoft.com/office/word/2016/wordml/cid}"
W16CEX = "{http://schemas.microsoft.com/office/word/2018/wordml/cex}"
PARAGRAPH_ID = f"{W14}paraId"
COMMENT, PARAGRAPH, ID = q("comment"), q("p"), q("id")


class Said(Struct, frozen=True):
    """One comment. `id`: Word's own; `answers`: that of the comment it replies to; `time`: None where none is given."""

    id: str
    author: str
    time: datetime | None
    text: str
    answers: str | None = None
    resolved: bool = False


def comments_of(package: Package) -> tuple[Said, ...]:
    """All comments in the order of the file; those without a word are left out."""
    if package.comments is None:
        return ()
    states = _states(package.comments_extended)
    times = _times(package)
    found: list[tuple[str, Said]] = []
    for element in package.comments.iter(COMMENT):
        paragraphs = list(element.iter(PARAGRAPH))
        collector = Collector()
        text = clean.lines("\n".join(collector.collect(each).text for each in paragraphs))
        if not text:
            continue
        key = paragraphs[-1].get(PARAGRAPH_ID, "").upper()
        author = clean.line(element.get(AUTHOR, ""))
        time = times.get(key) or time_of(element.get(DATE))
        found.append((key, Said(element.get(ID, ""), author, time, text, None, states.get(key, ("", False))[1])))
    ids = {key: said.id for key, said in found if key}
    return tuple(_answering(said, ids.get(states.get(key, ("", False))[0])) for key, said in found)


def _answering(said: Said, parent: str | None) -> Said:
    if parent is None or parent == said.id:
        return said
    return Said(said.id, said.author, said.time, said.text, parent, said.resolved)


def _states(part: Element | None) -> dict[str, tuple[str, bool]]:
    """By the id of a comment's last paragraph: that of the comment it answers, and whether it is settled."""
    found = {}
    for each in part.iter(f"{W15}commentEx") if part is not None else ():
        parent = each.get(f"{W15}paraIdParent", "").upper()
        found[each.get(f"{W15}paraId", "").upper()] = parent, each.get(f"{W15}done", "0") not in OFF
    return found


def _times(package: Package) -> dict[str, datetime]:
    """By the id of a comment's last paragraph: when it was made."""
    if package.comments_ids is None or package.comments_times is None:
        return {}
    return dict(_in_utc(package.comments_ids, package.comments_times))


def _in_utc(ids: Element, times: Element) -> Iterator[tuple[str, datetime]]:
    paragraphs = {
        each.get(f"{W16CID}durableId", "").upper(): each.get(f"{W16CID}paraId", "").upper()
        for each in ids.iter(f"{W16CID}commentId")
    }
    for each in times.iter(f"{W16CEX}commentExtensible"):
        time = time_of(each.get(f"{W16CEX}dateUtc"))
        paragraph = paragraphs.get(each.get(f"{W16CEX}durableId", "").upper())
        if time is not None and paragraph:
            yield paragraph, time
