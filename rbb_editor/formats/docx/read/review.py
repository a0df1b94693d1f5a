"""What reviewers did in a Word file, placed on the report: tracked changes as revisions, comments on their words."""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from rbb_editor.domain import clean
from rbb_editor.domain.digest import blake2b
from rbb_editor.domain.entities import REPORT_ID, Comment, Output, ReportInfo, Section
from rbb_editor.domain.ids import encode
from rbb_editor.domain.report import Report
from rbb_editor.formats.blocks import Place
from rbb_editor.formats.docx.marks import CommentFacts, comment_key
from rbb_editor.formats.docx.read.comments import Said
from rbb_editor.formats.docx.read.items import Line, Strip
from rbb_editor.formats.docx.read.tracked import Tracked
from rbb_editor.formats.revisions import Action, Extent, Revision

FIELDS = ("planned_text", "completed", "remarks", "explanation")
LONGEST_THREAD = 100
"""Answers to answers are followed no further; Word itself keeps them one deep."""
MOST_SEARCHED = 200
"""In an output of more figures than this no words are searched for."""
NEW_ROW = (Action.INSERTED, Action.MOVED_HERE)


class Spot(NamedTuple):
    """A field of the report, named as in `Comment`."""

    target: str
    component: str | None = None
    field: str | None = None


class _Change(Struct, frozen=True):
    tracked: Tracked
    place: Place
    line: str
    spot: Spot | None


class _Anchor(Struct, frozen=True):
    comment: str
    quote: str
    place: Place
    line: str
    spot: Spot | None


class Review:
    """Gathers the changes and anchors of a document as it is read, each with its place, and its spot where known."""

    def __init__(self) -> None:
        self._changes: list[_Change] = []
        self._anchors: list[_Anchor] = []

    def line(self, line: Line, place: Place, spot: Spot | None = None) -> None:
        """A paragraph outside the tables, or of a row that is taken apart already."""
        for tracked in line.tracked:
            self._changes.append(_Change(tracked, place, line.text, spot))
        for comment, quote in line.quotes:
            self._anchors.append(_Anchor(comment, quote, place, line.text, spot))

    def row(self, strip: Strip, place: Place, spot: Spot | None = None) -> None:
        """The changes of a row and its cells as a whole."""
        for tracked in strip.tracked:
            text = row_text(strip) if tracked.extent is Extent.ROW else tracked.text
            self._changes.append(_Change(replace(tracked, text=text), place, "", spot))

    def rename(self, names: Mapping[str, str]) -> None:
        """Puts other ids in the place of those that a row and its figures had when it was read."""

        def renamed(spot: Spot | None) -> Spot | None:
            if spot is None:
                return None
            part = names.get(spot.component or "", spot.component)
            return Spot(names.get(spot.target, spot.target), part, spot.field)

        self._changes = [replace(each, spot=renamed(each.spot)) for each in self._changes]
        self._anchors = [replace(each, spot=renamed(each.spot)) for each in self._anchors]

    def revisions(self, report: Report, origins: Mapping[Place, str]) -> tuple[Revision, ...]:
        """All tracked changes in the order of the file. `origins`: what was made of a place of the source.

        The words of a row that is new as a whole are told once, with the row.
        """
        rows = {(each.place, each.tracked.author) for each in self._changes if _is_new_row(each.tracked)}
        found = []
        for each in self._changes:
            tracked = each.tracked
            if tracked.action in NEW_ROW and not _is_new_row(tracked) and (each.place, tracked.author) in rows:
                continue
            spot = each.spot or _spot(report, origins.get(each.place), each.line, tracked.text)
            found.append(
                Revision(tracked.action, tracked.extent, tracked.author, tracked.time, tracked.text, each.place, *spot)
                if spot is not None
                else Revision(tracked.action, tracked.extent, tracked.author, tracked.time, tracked.text, each.place)
            )
        return tuple(found)

    def comments(
        self,
        said: tuple[Said, ...],
        report: Report,
        origins: Mapping[Place, str],
        facts: Mapping[str, CommentFacts],
    ) -> Iterator[Comment]:
        """The comments, each on its words. One of ours has its id again; a stranger's always gets the same."""
        anchors: dict[str, list[_Anchor]] = {}
        for anchor in self._anchors:
            anchors.setdefault(anchor.comment, []).append(anchor)
        ids = _ids(said, facts, report)
        answers = {each.id: each.answers for each in said}
        settled = {each.id for each in said if each.resolved}
        for each in said:
            known = facts.get(comment_key(each.author, each.time, each.text))
            root = _root(each.id, answers)
            spot, quote = self._anchored(anchors.get(each.id) or anchors.get(root, []), report, origins)
            parent = ids.get(each.answers) if each.answers is not None else None
            resolved = each.resolved or root in settled
            time = each.time or datetime.now(UTC).replace(microsecond=0)
            made = Comment(
                ids[each.id],
                spot.target,
                each.text,
                each.author,
                time,
                spot.component,
                spot.field,
                quote,
                parent,
                resolved,
            )
            yield made if known is None else _as_sent(made, known, report)

    def _anchored(self, anchors: list[_Anchor], report: Report, origins: Mapping[Place, str]) -> tuple[Spot, str]:
        """Where a comment stands, and its words there: those of the first field that its range touches."""
        where: Spot | None = None
        words: list[str] = []
        for anchor in sorted(anchors, key=lambda each: not each.quote.strip()):
            spot = anchor.spot or _spot(report, origins.get(anchor.place), anchor.line, anchor.quote)
            if where is None:
                where = spot
            if spot is not None and spot == where and anchor.quote.strip():
                words.append(anchor.quote)
        return where or Spot(REPORT_ID), clean.lines("\n".join(words))


def row_text(strip: Strip) -> str:
    """The words of a row, its cells parted by tabs."""
    return "\t".join("\n".join(line.text for line in box.lines) for box in strip.boxes)


def _is_new_row(tracked: Tracked) -> bool:
    return tracked.extent is Extent.ROW and tracked.action in NEW_ROW


def _root(id: str, answers: Mapping[str, str | None]) -> str:
    """The comment that began the thread."""
    seen: set[str] = set()
    while (parent := answers.get(id)) is not None and id not in seen and len(seen) < LONGEST_THREAD:
        seen.add(id)
        id = parent
    return id


def _ids(said: tuple[Said, ...], facts: Mapping[str, CommentFacts], report: Report) -> dict[str, str]:
    """Our ids by Word's. A stranger's comment gets one made of what it says, so that a second import finds it again."""
    ids: dict[str, str] = {}
    used: set[str] = set()
    same: Counter[str] = Counter()
    for each in said:
        key = comment_key(each.author, each.time, each.text)
        known = facts.get(key)
        id = known.id if known is not None else ""
        while not id or id in used or id in report:
            digest = blake2b(f"{key} {same[key]}".encode(), digest_size=10).digest()
            milliseconds = int(each.time.timestamp() * 1000) if each.time is not None else 0
            id = encode((max(0, milliseconds) & ((1 << 48) - 1)) << 80 | int.from_bytes(digest))
            same[key] += 1
        ids[each.id] = id
        used.add(id)
    return ids


def _as_sent(read: Comment, known: CommentFacts, report: Report) -> Comment:
    """A comment of our own with what Word does not hold, on what it was made on while that stands in the report."""
    target = known.target if known.target in report else read.target
    own = target == known.target
    return replace(
        read,
        target=target,
        component=known.component if own else read.component,
        field=known.field if own else read.field,
        quote=read.quote if known.quote is None else known.quote,
        answers=known.answers if known.answers is not None else read.answers,
    )


def _spot(report: Report, target: str | None, line: str, words: str) -> Spot | None:
    """The field of a section or output in which a paragraph of the source stands; of the front matter without one."""
    entity = report.get(target) if target is not None else report.info
    line, words = line.strip(), words.strip()
    if isinstance(entity, Output) and len(entity.components) <= MOST_SEARCHED:
        for needle in filter(None, (line, words)):
            if needle in entity.planned_text:
                return Spot(entity.id, None, "planned_text")
            for component in entity.components:
                for field in FIELDS[1:]:
                    if needle in getattr(component, field):
                        return Spot(entity.id, component.id, field)
        return Spot(entity.id)
    if isinstance(entity, Output):
        return Spot(entity.id)
    if isinstance(entity, Section):
        return Spot(entity.id, None, "title")
    if isinstance(entity, ReportInfo):
        for name in entity.__struct_fields__:
            value = getattr(entity, name)
            if name not in ("id", "language") and isinstance(value, str) and line and line in value:
                return Spot(REPORT_ID, None, name)
    return None
