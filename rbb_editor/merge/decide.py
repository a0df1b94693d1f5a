"""The one change that a set of decisions makes of ours."""

from collections.abc import Mapping
from typing import Any

from msgspec.structs import replace

from rbb_editor.domain import clean
from rbb_editor.domain.change import Change
from rbb_editor.domain.entities import (
    REPORT_ID,
    Abbreviation,
    Comment,
    Component,
    Entity,
    Level,
    Output,
    ReportInfo,
    Section,
    Waiver,
)
from rbb_editor.domain.report import Node
from rbb_editor.domain.text import Text
from rbb_editor.merge.compare import ABBREVIATIONS
from rbb_editor.merge.differences import Comparison, Decision, Difference, Kind, Side, Spot
from rbb_editor.merge.order import ranked, woven

ONE_LINE = frozenset({"completed", "label", "number", "title"})


def merged(comparison: Comparison, decisions: Mapping[Spot, Decision], label: Text) -> Change | None:
    """The change of ours that the decisions ask for; None where they leave all as it is.

    A spot that nothing was decided about stays as it is. What was put back or added brings the sections that it needs
    with it. The change fits the `ours` of the comparison: make the comparison anew where that has moved on.
    """
    return _Merging(comparison).carried_out(decisions, label)


class _Merging:
    """Ours on its way to what was decided: what is another by now, and for each parent what has to come into it."""

    def __init__(self, comparison: Comparison) -> None:
        self._ours, self._theirs = comparison.ours, comparison.theirs
        self._differences = comparison.differences
        self._new: dict[str, Entity | None] = {}
        self._coming: dict[str | None, dict[str, None]] = {}

    def carried_out(self, decisions: Mapping[Spot, Decision], label: Text) -> Change | None:
        wanted = [(each, decisions[each.spot]) for each in self._differences if each.spot in decisions]
        taken = [(each, how) for each, how in wanted if how.side is Side.THEIRS or how.text is not None]
        for difference, decision in taken:
            if difference.spot.field not in ("whole", "place") or difference.spot.component is not None:
                self._take_field(difference, decision)
        nodes = [each for each, _ in taken if each.spot.component is None and each.spot.field in ("whole", "place")]
        # what was moved out of a section leaves it before the section goes
        for difference in sorted(nodes, key=lambda each: each.kind is Kind.DELETED):
            self._take_node(difference)
        self._drop_orphans()
        self._lift_offices()
        self._rank()
        return Change.of(label, [(self._ours.get(id), now) for id, now in self._new.items()])

    def _now(self, id: str) -> Entity | None:
        """An entity as it is by now; None: it is not there."""
        return self._new[id] if id in self._new else self._ours.get(id)

    # fields

    def _take_field(self, difference: Difference, decision: Decision) -> None:
        spot, entity = difference.spot, self._now(difference.spot.target)
        value: Any = difference.theirs if decision.text is None else _cleaned(spot.field, decision.text)
        if spot.field.startswith(f"{ABBREVIATIONS}/"):
            self._take_abbreviation(spot.field.partition("/")[2], value)
        elif spot.field == "order":
            assert isinstance(entity, Output)
            self._new[entity.id] = replace(entity, components=_ordered(entity.components, str(value).split(" ")))
        elif spot.component is not None:
            assert isinstance(entity, Output)
            self._new[entity.id] = self._with_figure(entity, difference, value)
        else:
            assert entity is not None
            self._new[entity.id] = replace(entity, **{spot.field: value})

    def _with_figure(self, output: Output, difference: Difference, value: Any) -> Output:
        id = difference.spot.component
        if difference.spot.field != "whole":
            changed = {difference.spot.field: value}
            parts = tuple(replace(each, **changed) if each.id == id else each for each in output.components)
            return replace(output, components=parts)
        if value is None:
            left = tuple(each for each in output.components if each.id != id)
            return replace(output, components=left or (Component(str(id)),))
        parts_by_id = {each.id: each for each in output.components} | {str(id): value}
        theirs = self._theirs.output(output.id)
        order = woven([each.id for each in output.components], [str(id)], [each.id for each in theirs.components])
        return replace(output, components=tuple(parts_by_id[each] for each in order))

    def _take_abbreviation(self, short: str, long: str | None) -> None:
        info = self._now(REPORT_ID)
        assert isinstance(info, ReportInfo)
        lines = {each.short: each.long for each in info.abbreviations}
        if long is None:
            lines.pop(short, None)
            order = list(lines)
        else:
            model = [each.short for each in self._theirs.info.abbreviations]
            order = list(lines) if short in lines else woven(list(lines), [short], model)
            lines[short] = long
        listed = tuple(Abbreviation(each, lines[each]) for each in order)
        self._new[REPORT_ID] = replace(info, abbreviations=listed)

    # nodes and notes

    def _take_node(self, difference: Difference) -> None:
        id, theirs = difference.spot.target, difference.theirs
        if difference.kind is Kind.DELETED:
            self._new[id] = None
        elif difference.kind is Kind.MOVED:
            self._bring_parents(self._theirs.path(id))
            node = self._now(id)
            assert isinstance(node, (Section, Output))
            if isinstance(node, Section):  # an office made a department or the other way round
                node = replace(node, level=self._theirs.section(id).level)
            self._come(replace(node, parent=difference.theirs))
        elif isinstance(theirs, (Comment, Waiver)):
            self._new[id] = theirs
        else:
            self._bring(id)

    def _bring(self, id: str) -> None:
        """Puts a node of theirs in, with all below it, what is said about it, and the sections above that are gone."""
        node = self._theirs.get(id)
        assert isinstance(node, (Section, Output))
        self._bring_parents(self._theirs.path(id))
        for each in (node, *self._theirs.walk(id)):
            if self._now(each.id) is None:
                self._come(each)
                for note in self._theirs.about(each.id):
                    if self._now(note.id) is None:
                        self._new[note.id] = note

    def _bring_parents(self, path: tuple[Section, ...]) -> None:
        for section in path:
            if self._now(section.id) is None:
                self._come(section)

    def _come(self, node: Node) -> None:
        self._new[node.id] = node
        for coming in self._coming.values():
            coming.pop(node.id, None)
        self._coming.setdefault(node.parent, {})[node.id] = None

    def _drop_orphans(self) -> None:
        """What stands below or is about something that was deleted goes with it; what was moved away stays."""
        for now in list(self._new.values()):
            on = _hangs_on(now) if now is not None else None
            if now is not None and on is not None and self._now(on) is None:
                self._new[now.id] = None
        gone = [id for id, now in self._new.items() if now is None]
        while gone:
            id = gone.pop()
            hanging: list[Entity] = [*self._ours.children(id), *self._ours.about(id)]
            hanging += [now for now in self._new.values() if now is not None]
            for each in hanging:
                left = self._now(each.id)
                if left is not None and _hangs_on(left) == id:
                    self._new[left.id] = None
                    gone.append(left.id)

    def _lift_offices(self) -> None:
        """An office whose department became one, by a decision of its own, goes to its place in theirs, else beside it.

        Only whole reports are sure to fit: that theirs emptied the department first may not have been decided.
        """
        waiting = [id for id, now in self._new.items() if isinstance(now, Section)]
        waiting += [node.id for id in waiting for node in self._ours.sections(id)]
        while waiting:
            office = self._now(waiting.pop())
            home = self._now(office.parent) if isinstance(office, Section) and office.parent is not None else None
            if not isinstance(office, Section) or not isinstance(home, Section):
                continue
            if office.level is not Level.OFFICE or home.level is not Level.OFFICE:
                continue
            theirs = self._theirs.get(office.id)
            if isinstance(theirs, Section) and theirs.parent != office.parent:
                self._bring_parents(self._theirs.path(office.id))
                self._come(replace(office, parent=theirs.parent, level=theirs.level))
            else:
                self._come(replace(office, parent=home.parent))
            waiting.append(office.id)

    def _rank(self) -> None:
        """Gives what has come its place among its new siblings."""
        for parent, coming in self._coming.items():
            ids = [id for id in coming if self._now(id) is not None]
            there = [node for node in self._ours.children(parent) if self._still(node, parent)]
            standing = [node for node in there if node.id not in ids]
            model = [node.id for node in self._theirs.children(parent)]
            order = woven([node.id for node in standing], ids, model)
            for id, rank in ranked(order, {node.id: node.rank for node in standing}).items():
                node = self._now(id)
                assert isinstance(node, (Section, Output))
                self._new[id] = replace(node, rank=rank)

    def _still(self, node: Node, parent: str | None) -> bool:
        now = self._now(node.id)
        return isinstance(now, (Section, Output)) and now.parent == parent


def _hangs_on(entity: Entity) -> str | None:
    """The id of what has to be there for an entity to be there."""
    if isinstance(entity, (Section, Output)):
        return entity.parent
    return entity.target if isinstance(entity, (Comment, Waiver)) else None


def _ordered(components: tuple[Component, ...], ids: list[str]) -> tuple[Component, ...]:
    """Figures in the order of `ids`; those that are not named there keep their place behind what they stood behind."""
    there = {each.id: each for each in components}
    named = [id for id in ids if id in there]
    rest = [each.id for each in components if each.id not in named]
    return tuple(there[id] for id in woven(named, rest, [each.id for each in components]))


def _cleaned(field: str, text: str) -> str:
    return (clean.line if field in ONE_LINE else clean.lines)(text)
