"""What a change did, field by field: the lines of the history."""

from collections.abc import Iterator

from msgspec import Struct

from rbb_editor.domain.change import Change, Pair
from rbb_editor.domain.entities import REPORT_ID, Comment, Component, Entity, Output, ReportInfo, Section, Waiver
from rbb_editor.domain.profile import RuleSetting
from rbb_editor.domain.values import Planned

NODE_FIELDS = ("number", "title")
FIGURE_FIELDS = ("planned", "completed", "remarks", "explanation", "label")
Value = str | Planned | RuleSetting | None
NO_FIGURE = Component("")


class Difference(Struct, frozen=True):
    """One field before and after. `id`: the entity it belongs to, for a comment or waiver the one it is about.

    `field`: its name in the entity; "comment" and "waiver" for the text of these, "place" (both sides empty) for a
    node that was moved, "resolved" for a comment that was closed or opened again, "profile" for what the report asks
    of one check: both sides are then a `RuleSetting`.
    """

    id: str
    component: str | None
    field: str
    before: Value
    after: Value


def differences(change: Change) -> Iterator[Difference]:
    """Every field that a change made another, in the order of its pairs."""
    for pair in change.pairs:
        yield from _of_pair(pair)


def touched(change: Change) -> frozenset[str]:
    """The ids of all entities that a change is about: those it changed, their parents, what comments are about."""
    found: set[str] = set()
    for pair in change.pairs:
        for side in (pair.before, pair.after):
            found |= _ids(side)
    return frozenset(found)


def _ids(side: Entity | None) -> set[str]:
    if isinstance(side, (Comment, Waiver)):
        return {side.id, side.target}
    if isinstance(side, (Section, Output)):
        return {side.id} if side.parent is None else {side.id, side.parent}
    return set() if side is None else {side.id}


def _of_pair(pair: Pair) -> Iterator[Difference]:
    before, after = pair.before, pair.after
    either = after if after is not None else before
    if isinstance(either, Output):
        assert before is None or isinstance(before, Output)
        assert after is None or isinstance(after, Output)
        yield from _of_output(either.id, before, after)
    elif isinstance(either, Comment):
        yield from _of_note(either.target, either.component, "comment", _text(before), _text(after))
        if isinstance(before, Comment) and isinstance(after, Comment) and before.resolved != after.resolved:
            yield Difference(either.target, either.component, "resolved", None, None)
    elif isinstance(either, Waiver):
        yield from _of_note(either.target, either.component, "waiver", _text(before), _text(after))
    elif isinstance(either, Section):
        for name in NODE_FIELDS:
            yield from _of_note(either.id, None, name, getattr(before, name, ""), getattr(after, name, ""))
    elif isinstance(either, ReportInfo):
        for name in ReportInfo.__struct_fields__:
            if name == "profile":
                yield from _of_profile(_profile(before), _profile(after))
            else:
                yield from _of_note(either.id, None, name, _plain(before, name), _plain(after, name))
    if before is not None and after is not None and _place(before) != _place(after):
        yield Difference(after.id, None, "place", None, None)


def _of_output(id: str, before: Output | None, after: Output | None) -> Iterator[Difference]:
    old, new = (before.planned_text if before else ""), (after.planned_text if after else "")
    if old != new:
        yield Difference(id, None, "planned_text", old, new)
    were = {each.id: each for each in before.components} if before else {}
    are = {each.id: each for each in after.components} if after else {}
    for key in dict.fromkeys((*are, *were)):
        one, other = were.get(key, NO_FIGURE), are.get(key, NO_FIGURE)
        for name in FIGURE_FIELDS:
            if getattr(one, name) != getattr(other, name):
                yield Difference(id, key, name, getattr(one, name), getattr(other, name))


def _of_profile(before: dict[str, RuleSetting], after: dict[str, RuleSetting]) -> Iterator[Difference]:
    for rule in dict.fromkeys((*after, *before)):
        house = RuleSetting(rule)
        old, new = before.get(rule, house), after.get(rule, house)
        if old != new:
            yield Difference(REPORT_ID, None, "profile", old, new)


def _profile(info: Entity | None) -> dict[str, RuleSetting]:
    return {each.rule: each for each in info.profile} if isinstance(info, ReportInfo) else {}


def _place(entity: Entity) -> tuple[str | None, str] | None:
    return (entity.parent, entity.rank) if isinstance(entity, (Section, Output)) else None


def _of_note(id: str, component: str | None, field: str, before: str, after: str) -> Iterator[Difference]:
    if before != after:
        yield Difference(id, component, field, before, after)


def _text(note: Entity | None) -> str:
    if isinstance(note, Comment):
        return note.text
    return note.reason if isinstance(note, Waiver) else ""


def _plain(info: Entity | None, name: str) -> str:
    """A field of the front matter as text; a list as its lines."""
    value = getattr(info, name, "")
    if isinstance(value, str):
        return value
    return "\n".join(" ".join(getattr(each, part) for part in each.__struct_fields__) for each in value)
