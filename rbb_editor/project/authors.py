"""Who made the changes in a file that came back: by its tracked changes, its comments, or the history of a copy."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime

from msgspec import Struct
from msgspec.structs import replace

from rbb_editor.domain.entities import REPORT_ID, Comment, Output, Waiver
from rbb_editor.domain.report import Report
from rbb_editor.formats.revisions import Action, Extent, Revision
from rbb_editor.formats.word_options import Field, Signature
from rbb_editor.merge import Comparison, Difference, Kind, Spot

TEXTS = ("remarks", "explanation")
"""Fields of one cell: a sentence can pass from one to the other."""
ROWS = {
    Kind.ADDED: (Action.INSERTED, Action.MOVED_HERE),
    Kind.DELETED: (Action.DELETED, Action.MOVED_AWAY),
    Kind.MOVED: (Action.MOVED_HERE, Action.MOVED_AWAY, Action.INSERTED),
}


class Maker(Struct, frozen=True):
    """Somebody who had a part in a change, and when they last did; the time None where the file gives none."""

    name: str
    time: datetime | None


def makers(
    comparison: Comparison, revisions: Iterable[Revision], signed: Mapping[Field, Signature]
) -> dict[Spot, tuple[Maker, ...]]:
    """Who made each difference, by its spot; none for what was changed without a trace.

    `revisions`: of the file, their targets named as in `comparison.theirs`; `signed`: by the history of a copy.
    """
    by_target: dict[str, list[Revision]] = {}
    for each in revisions:
        if each.target is not None and each.author:
            by_target.setdefault(each.target, []).append(each)
    found: dict[Spot, tuple[Maker, ...]] = {}
    for difference in comparison.differences:
        names: dict[str, datetime | None] = {}
        for maker in _makers(difference, by_target.get(difference.spot.target, []), signed):
            known = names.get(maker.name)
            names[maker.name] = max(known, maker.time) if known and maker.time else maker.time or known
        if names:
            found[difference.spot] = tuple(Maker(name, time) for name, time in names.items())
    return found


def renamed(revisions: Iterable[Revision], before: Report, after: Report) -> Iterator[Revision]:
    """Revisions of a report under the ids that its rows have been given since, in the same order."""
    ids: dict[str, str] = {}
    for old, new in zip(before.entities(), after.entities(), strict=True):
        ids[old.id] = new.id
        if isinstance(old, Output) and isinstance(new, Output):
            ids |= {one.id: other.id for one, other in zip(old.components, new.components, strict=True)}
    for each in revisions:
        target = ids.get(each.target, each.target) if each.target is not None else None
        component = ids.get(each.component, each.component) if each.component is not None else None
        yield replace(each, target=target, component=component)


def _makers(difference: Difference, revisions: list[Revision], signed: Mapping[Field, Signature]) -> Iterator[Maker]:
    if isinstance(difference.theirs, (Comment, Waiver)):
        yield Maker(difference.theirs.author, difference.theirs.time)
        return
    signature = signed.get(_key(difference.spot))
    if signature is not None:
        yield Maker(signature.author, signature.time)
    exact = [each for each in revisions if _made(each, difference)]
    for each in exact or [each for each in revisions if _near(each, difference)]:
        yield Maker(each.author, each.time)


def _key(spot: Spot) -> Field:
    name, _, short = spot.field.partition("/")
    if short:
        return REPORT_ID, short, name
    return spot.target, spot.component, None if name == "whole" else name


def _made(revision: Revision, difference: Difference) -> bool:
    """Whether a tracked change stands in the very field of a difference, or is of the whole row."""
    spot = difference.spot
    if spot.field in ("whole", "place", "order"):
        same = spot.component is None or revision.component == spot.component
        return same and revision.extent is Extent.ROW and revision.action in ROWS.get(difference.kind, ())
    return revision.field == spot.field and revision.component == spot.component


def _near(revision: Revision, difference: Difference) -> bool:
    """Whether a tracked change stands where a difference may come from: another text of the cell, the heading."""
    spot = difference.spot
    if spot.field in ("whole", "place"):
        return spot.component is None or revision.component == spot.component
    if spot.field in TEXTS:
        return revision.component == spot.component and revision.field in (*TEXTS, None)
    return spot.component is None and revision.component is None and revision.field in ("title", None)
