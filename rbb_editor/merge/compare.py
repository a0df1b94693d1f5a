"""The three-way compare of two copies of a report that started from one."""

from collections.abc import Iterable, Iterator

from rbb_editor.domain.entities import REPORT_ID, Comment, Entity, Output, ReportInfo, Section, Waiver
from rbb_editor.domain.report import Node, Report
from rbb_editor.merge.differences import Comparison, Difference, Kind, Spot, Topic, Value
from rbb_editor.merge.order import moved_within

TOPICS = {
    "planned_text": Topic.APPROVED,
    "completed": Topic.FIGURES,
    "planned": Topic.FIGURES,
    "explanation": Topic.REASONS,
}
FIGURE_FIELDS = ("planned", "completed", "remarks", "explanation", "label")
SECTION_FIELDS = ("number", "title")
FRONT_FIELDS = tuple(name for name in ReportInfo.__struct_fields__ if name not in ("id", "abbreviations", "profile"))
ABBREVIATIONS = "abbreviations"


def compare(base: Report, ours: Report, theirs: Report, *, notes: bool = True) -> Comparison:
    """What theirs would change in ours.

    Rows are recognised by their ids (see `identified` for a copy that has lost them). `notes`: theirs carries all
    comments and waivers, so that one which is missing there was deleted; False for a copy that may have dropped them.
    """
    found: list[Difference] = [*_front(base.info, ours.info, theirs.info)]
    moved = _moved(base, theirs)
    for node in _printed(ours, theirs):
        found += _of_node(node.id, base, ours, theirs, moved)
    found += _notes(base, ours, theirs, deleted=notes)
    touched = {each.spot.target for each in found}
    outputs = [output for output in ours.outputs() if output.id not in touched]
    ours_only = sum(1 for output in outputs if not _same(base.get(output.id), output))
    return Comparison(base, ours, theirs, tuple(found), len(outputs) - ours_only, ours_only)


def _printed(ours: Report, theirs: Report) -> Iterator[Node]:
    """Every node of either report once, in the order of theirs; what only ours has stands behind its neighbours."""
    seen: set[str] = set()

    def below(parent: str | None) -> Iterator[Node]:
        for node in [*theirs.children(parent), *ours.children(parent)]:
            if node.id not in seen:
                seen.add(node.id)
                yield node
                if isinstance(node, Section):
                    yield from below(node.id)

    yield from below(None)


def _moved(base: Report, theirs: Report) -> frozenset[str]:
    """The nodes that theirs moved, among their siblings or to another parent."""
    found: set[str] = set()
    parents: list[str | None] = [None, *(node.id for node in theirs.walk() if isinstance(node, Section))]
    for parent in parents:
        before = [node.id for node in base.children(parent)]
        after = [node.id for node in theirs.children(parent)]
        found |= moved_within(before, after)
        here = set(before)
        found |= {id for id in after if id not in here and id in base}
    return frozenset(found)


def _of_node(id: str, base: Report, ours: Report, theirs: Report, moved: frozenset[str]) -> Iterator[Difference]:
    was, mine, other = (_node(report, id) for report in (base, ours, theirs))
    if other is None:
        if was is not None and mine is not None and not _goes_with_parent(mine, base, theirs):
            conflict = not _untouched(mine, base, ours)
            yield _whole(id, Kind.DELETED, was, None, mine, conflict=conflict)
    elif was is None:
        if mine is None and not _comes_with_parent(other, base, ours):
            gone = other.parent in base and other.parent not in ours
            yield _whole(id, Kind.ADDED, None, other, None, conflict=gone)
        elif mine is not None:  # both have it, what it was is not known
            yield from _fields_of(None, mine, other)
    elif mine is None:
        if not _untouched(other, base, theirs) and not _goes_with_parent(other, base, ours):
            yield _whole(id, Kind.CHANGED, was, other, None, conflict=True)
    else:
        if id in moved and not _same_place(mine, other, ours, theirs):
            conflict = mine.parent != was.parent and mine.parent != other.parent
            yield Difference(
                Spot(id, None, "place"), Kind.MOVED, Topic.ROWS, was.parent, other.parent, mine.parent, conflict
            )
        yield from _fields_of(was, mine, other)


def _fields_of(was: Node | None, mine: Node, other: Node) -> Iterator[Difference]:
    if isinstance(mine, Section):
        for name in SECTION_FIELDS:
            yield from _field(Spot(mine.id, None, name), was, mine, other)
    elif isinstance(other, Output) and not isinstance(was, Section):
        yield from _field(Spot(mine.id, None, "planned_text"), was, mine, other)
        yield from _figures(was, mine, other)


def _field(spot: Spot, was: object, mine: object, other: object) -> Iterator[Difference]:
    base, ours, theirs = (getattr(side, spot.field, None) for side in (was, mine, other))
    if theirs not in (base, ours):
        conflict = was is not None and ours != base
        topic = TOPICS.get(spot.field, Topic.WORDING)
        yield Difference(spot, Kind.CHANGED, topic, base, theirs, ours, conflict)


def _figures(was: Output | None, mine: Output, other: Output) -> Iterator[Difference]:
    """What became of the figures of an output."""
    sides = [{each.id: each for each in side.components} if side is not None else {} for side in (was, mine, other)]
    base, ours, theirs = sides
    for key in dict.fromkeys((*theirs, *ours)):
        spot = Spot(mine.id, key, "whole")
        if key in ours and key in theirs:
            for name in FIGURE_FIELDS:
                yield from _field(Spot(mine.id, key, name), base.get(key), ours[key], theirs[key])
        elif key in theirs and key not in base:
            yield Difference(spot, Kind.ADDED, Topic.ROWS, None, theirs[key], None)
        elif key in theirs and theirs[key] != base[key]:
            yield Difference(spot, Kind.CHANGED, Topic.ROWS, base[key], theirs[key], None, conflict=True)
        elif key in ours and key in base:
            changed = ours[key] != base[key]
            yield Difference(spot, Kind.DELETED, Topic.ROWS, base[key], None, ours[key], conflict=changed)
    if moved_within(list(base), list(theirs)) and moved_within(list(ours), list(theirs)):
        conflict = bool(moved_within(list(base), list(ours)))
        ids = [tuple(side) for side in sides]
        words = [" ".join(each) for each in ids]
        yield Difference(Spot(mine.id, None, "order"), Kind.MOVED, Topic.ROWS, words[0], words[2], words[1], conflict)


def _whole(id: str, kind: Kind, base: Value, theirs: Value, ours: Value, *, conflict: bool) -> Difference:
    return Difference(Spot(id, None, "whole"), kind, Topic.ROWS, base, theirs, ours, conflict)


# the front matter


def _front(base: ReportInfo, ours: ReportInfo, theirs: ReportInfo) -> Iterator[Difference]:
    for name in FRONT_FIELDS:
        was, mine, other = (getattr(side, name) for side in (base, ours, theirs))
        if other not in (was, mine):
            spot = Spot(REPORT_ID, None, name)
            yield Difference(spot, Kind.CHANGED, Topic.FRONT, was, other, mine, conflict=mine != was)
    yield from _abbreviations(base, ours, theirs)


def _abbreviations(base: ReportInfo, ours: ReportInfo, theirs: ReportInfo) -> Iterator[Difference]:
    """The list line by line where no short form stands twice in it; else as a whole."""
    lists = (base.abbreviations, ours.abbreviations, theirs.abbreviations)
    if any(len({each.short for each in lines}) != len(lines) for lines in lists):
        spot = Spot(REPORT_ID, None, ABBREVIATIONS)
        if lists[2] not in lists[:2]:
            conflict = lists[1] != lists[0]
            yield Difference(spot, Kind.CHANGED, Topic.FRONT, lists[0], lists[2], lists[1], conflict)
        return
    longs = [{each.short: each.long for each in lines} for lines in lists]
    for short in dict.fromkeys((*longs[2], *longs[1])):
        was, mine, other = (lines.get(short) for lines in longs)
        if other not in (was, mine):
            kind = Kind.DELETED if other is None else Kind.ADDED if was is None else Kind.CHANGED
            spot = Spot(REPORT_ID, None, f"{ABBREVIATIONS}/{short}")
            yield Difference(spot, kind, Topic.FRONT, was, other, mine, conflict=mine != was)


# comments and waivers


def _notes(base: Report, ours: Report, theirs: Report, *, deleted: bool) -> Iterator[Difference]:
    for note in _all_notes(theirs):
        was, mine = base.get(note.id), ours.get(note.id)
        if note in (was, mine):
            continue
        spot = Spot(note.id, None, "whole")
        if was is None and mine is None:
            yield Difference(spot, Kind.ADDED, Topic.COMMENTS, None, note, None)
        else:
            yield Difference(spot, Kind.CHANGED, Topic.COMMENTS, was, note, mine, conflict=mine != was)
    if deleted:
        for note in _all_notes(base):
            mine = ours.get(note.id)
            if note.id not in theirs and mine is not None and note.target in theirs and note.target in ours:
                spot = Spot(note.id, None, "whole")
                yield Difference(spot, Kind.DELETED, Topic.COMMENTS, note, None, mine, conflict=mine != note)


def _all_notes(report: Report) -> Iterator[Comment | Waiver]:
    for target in report.noted():
        yield from report.about(target)


# what is the same


def _node(report: Report, id: str) -> Node | None:
    entity = report.get(id)
    return entity if isinstance(entity, (Section, Output)) else None


def _same(was: Entity | None, now: Node) -> bool:
    """Whether a node says the same: its place among the others apart."""
    if isinstance(was, Output) and isinstance(now, Output):
        return (was.planned_text, was.components, was.parent) == (now.planned_text, now.components, now.parent)
    if isinstance(was, Section) and isinstance(now, Section):
        return (was.number, was.title, was.parent) == (now.number, now.title, now.parent)
    return False


def _untouched(node: Node, base: Report, report: Report) -> bool:
    """Whether a node and all that stands below it says in a report what it said in the base, with no notes added."""
    family: Iterable[Node] = (node, *report.walk(node.id))
    return all(_same(base.get(each.id), each) and _noted_alike(each.id, base, report) for each in family)


def _noted_alike(id: str, base: Report, report: Report) -> bool:
    return report.about(id) == base.about(id)


def _goes_with_parent(node: Node, base: Report, report: Report) -> bool:
    """Whether a node is missing in a report because its section is: that one's difference covers it."""
    return node.parent is not None and node.parent in base and node.parent not in report


def _comes_with_parent(node: Node, base: Report, report: Report) -> bool:
    """Whether a node is new because its section is new."""
    return node.parent is not None and node.parent not in base and node.parent not in report


def _same_place(mine: Node, other: Node, ours: Report, theirs: Report) -> bool:
    """Whether a node stands under the same parent and behind the same neighbour already."""
    if mine.parent != other.parent:
        return False
    return _elder(mine, ours, theirs) == _elder(other, theirs, ours)


def _elder(node: Node, report: Report, also_in: Report) -> str | None:
    """The nearest sibling before a node that stands under the same parent in another report."""
    last: str | None = None
    for sibling in report.children(node.parent):
        if sibling.id == node.id:
            return last
        there = _node(also_in, sibling.id)
        if there is not None and there.parent == node.parent:
            last = sibling.id
    return last
