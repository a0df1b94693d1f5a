"""A report: all entities by id, their order, and the one mutator `apply`."""

from bisect import insort
from collections.abc import Iterable, Iterator

from msgspec import Struct

from rbb_editor.domain.change import Change
from rbb_editor.domain.entities import (
    EARLIER_ID,
    REPORT_ID,
    Comment,
    EarlierReport,
    Entity,
    Level,
    Output,
    ReportInfo,
    Section,
    Waiver,
)

Node = Section | Output
ALLOWED_PARENTS: dict[Level, tuple[Level | None, ...]] = {
    Level.DEPARTMENT: (None,),
    Level.OFFICE: (Level.DEPARTMENT,),
    Level.ACCOMPLISHMENT: (Level.DEPARTMENT, Level.OFFICE),
}


class Conflict(ValueError):
    """A change does not fit the report: a before-side is not what the report holds, or the result is no tree."""


class Counts(Struct, frozen=True):
    """How much a report holds."""

    departments: int
    offices: int
    accomplishments: int
    outputs: int
    figures: int


class Report:
    """The entities of one report. Reading is free for all; only `Project.do` (and loaders) call `apply`.

    Siblings are ordered by (rank, id). Not safe against reading during `apply`; a worker gets `snapshot()`.
    """

    def __init__(self, entities: Iterable[Entity] = ()) -> None:
        """A report of `entities`; an empty `ReportInfo` is added where none is given. Conflict if they are no tree."""
        self._entities: dict[str, Entity] = {}
        self._children: dict[str | None, list[tuple[str, str]]] = {}
        self._about: dict[str, list[str]] = {}
        for entity in entities:
            if entity.id in self._entities:
                raise Conflict(f"two entities have the id {entity.id}")
            self._put(entity)
        self._entities.setdefault(REPORT_ID, ReportInfo())
        for entity in self._entities.values():
            self._check_place(entity)

    # reading

    @property
    def info(self) -> ReportInfo:
        """The front matter."""
        info = self._entities[REPORT_ID]
        assert isinstance(info, ReportInfo)
        return info

    @property
    def earlier(self) -> EarlierReport | None:
        """Which report of an earlier period is kept beside this one."""
        earlier = self._entities.get(EARLIER_ID)
        assert earlier is None or isinstance(earlier, EarlierReport)
        return earlier

    def get(self, id: str) -> Entity | None:
        """The entity of an id, or None."""
        return self._entities.get(id)

    def section(self, id: str) -> Section:
        """The section of an id; KeyError for any other id."""
        entity = self._entities.get(id)
        if not isinstance(entity, Section):
            raise KeyError(id)
        return entity

    def output(self, id: str) -> Output:
        """The output of an id; KeyError for any other id."""
        entity = self._entities.get(id)
        if not isinstance(entity, Output):
            raise KeyError(id)
        return entity

    def has_figure(self, id: str, component: str) -> bool:
        """Whether there is an output of an id, with this component."""
        output = self._entities.get(id)
        return isinstance(output, Output) and any(each.id == component for each in output.components)

    def __contains__(self, id: object) -> bool:
        return id in self._entities

    def __len__(self) -> int:
        return len(self._entities)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Report) and self._entities == other._entities

    __hash__ = None  # type: ignore[assignment]  # a report changes

    def entities(self) -> Iterator[Entity]:
        """All entities, parents before their children: the front matter, the tree in order, comments, waivers, and
        which earlier report there is.
        """
        yield self.info
        yield from self.walk()
        yield from self.notes()
        if self.earlier is not None:
            yield self.earlier

    def notes(self) -> list[Comment | Waiver]:
        """All comments and waivers."""
        return [entity for entity in self._entities.values() if isinstance(entity, (Comment, Waiver))]

    def children(self, id: str | None = None) -> list[Node]:
        """The sections and outputs directly below a section in order; the departments for None."""
        return [self._node(child) for _, child in self._children.get(id, ())]

    def size(self, id: str) -> int:
        """How many sections and outputs stand directly below a section."""
        return len(self._children.get(id, ()))

    def is_bare(self, id: str) -> bool:
        """Whether nothing stands below a section."""
        return not self._children.get(id)

    def sections(self, id: str | None = None) -> list[Section]:
        """The sections directly below a section in order; the departments for None."""
        return [node for node in self.children(id) if isinstance(node, Section)]

    def walk(self, id: str | None = None) -> Iterator[Node]:
        """All sections and outputs below a section (None: the whole report) in printed order, parents first."""
        entities, children = self._entities, self._children
        stack = [child for _, child in reversed(children.get(id, ()))]
        while stack:
            node = entities[stack.pop()]
            if isinstance(node, Section):
                yield node
                stack += [child for _, child in reversed(children.get(node.id, ()))]
            else:
                assert isinstance(node, Output)
                yield node

    def outputs(self, id: str | None = None) -> Iterator[Output]:
        """All outputs below a section (None: the whole report) in printed order; an output yields itself."""
        if id is not None and isinstance(entity := self._entities.get(id), Output):
            yield entity
            return
        for node in self.walk(id):
            if isinstance(node, Output):
                yield node

    def headings(self) -> list[Section]:
        """All sections of the report, in no order."""
        return [entity for entity in self._entities.values() if isinstance(entity, Section)]

    def path(self, id: str) -> tuple[Section, ...]:
        """The sections above a section or output, the department first; a section itself comes last."""
        chain: list[Section] = []
        entity = self._entities.get(id)
        while isinstance(entity, (Section, Output)):
            if isinstance(entity, Section):
                chain.append(entity)
            entity = self._entities.get(entity.parent) if entity.parent is not None else None
        return tuple(reversed(chain))

    def number_of(self, output: Output) -> int:
        """The number of an output within its accomplishment, from 1."""
        return self._children[output.parent].index((output.rank, output.id)) + 1

    def address(self, id: str) -> str:
        """Where a section or output stands, for other programs (people: `places`): "A/a/1.1/3"; "" for the report."""
        parts = [section.number for section in self.path(id)]
        entity = self._entities.get(id)
        if isinstance(entity, Output):
            parts.append(str(self.number_of(entity)))
        return "/".join(parts)

    def noted(self) -> list[str]:
        """The ids of everything that has comments or waivers."""
        return list(self._about)

    def about(self, id: str) -> list[Comment | Waiver]:
        """The comments and waivers on an entity, oldest first."""
        found = [self._entities[each] for each in self._about.get(id, ())]
        notes = [entity for entity in found if isinstance(entity, (Comment, Waiver))]
        return sorted(notes, key=lambda note: (note.time, note.id))

    def counts(self) -> Counts:
        """How many departments, offices, accomplishments, outputs and reported figures there are."""
        levels = dict.fromkeys(Level, 0)
        outputs = figures = 0
        for entity in self._entities.values():
            if isinstance(entity, Output):
                outputs += 1
                figures += len(entity.components)
            elif isinstance(entity, Section):
                levels[entity.level] += 1
        return Counts(levels[Level.DEPARTMENT], levels[Level.OFFICE], levels[Level.ACCOMPLISHMENT], outputs, figures)

    def snapshot(self) -> "Report":
        """A copy that later changes do not reach, for a worker thread: the values are shared, the tables are not."""
        copy = Report.__new__(Report)
        copy._entities = dict(self._entities)
        copy._children = {parent: list(order) for parent, order in self._children.items()}
        copy._about = {target: list(ids) for target, ids in self._about.items()}
        return copy

    def part(self, departments: frozenset[str]) -> "Report":
        """A copy with only these departments, the front matter, and the comments and waivers on what is left."""
        kept = {REPORT_ID, *departments}
        kept.update(node.id for id in departments for node in self.walk(id))
        return Report(
            entity
            for entity in self.entities()
            if (entity.target if isinstance(entity, (Comment, Waiver)) else entity.id) in kept
        )

    # changing

    def apply(self, change: Change) -> None:
        """Replaces every before-side by its after-side, all or nothing.

        Raises Conflict, with the report as it was, when a before-side is not what the report holds, or when an entity
        would be left without its parent or under one of the wrong kind.
        """
        for pair in change.pairs:
            if self._entities.get(pair.id) != pair.before:
                raise Conflict(f"{pair.id} is not what the change expects")
        self._swap(change)
        try:
            for pair in change.pairs:
                self._check_after(pair.id, pair.after)
        except Conflict:
            self._swap(change.inverse())
            raise

    def _swap(self, change: Change) -> None:
        for pair in change.pairs:
            if pair.before is not None:
                self._take(pair.before)
        for pair in change.pairs:
            if pair.after is not None:
                self._put(pair.after)

    def _put(self, entity: Entity) -> None:
        self._entities[entity.id] = entity
        if isinstance(entity, (Section, Output)):
            insort(self._children.setdefault(entity.parent, []), (entity.rank, entity.id))
        elif isinstance(entity, (Comment, Waiver)):
            self._about.setdefault(entity.target, []).append(entity.id)

    def _take(self, entity: Entity) -> None:
        del self._entities[entity.id]
        if isinstance(entity, (Section, Output)):
            siblings = self._children[entity.parent]
            siblings.remove((entity.rank, entity.id))
            if not siblings:
                del self._children[entity.parent]
        elif isinstance(entity, (Comment, Waiver)):
            self._about[entity.target].remove(entity.id)
            if not self._about[entity.target]:
                del self._about[entity.target]

    def _check_after(self, id: str, after: Entity | None) -> None:
        if after is not None:
            self._check_place(after)
            for _, child in self._children.get(id, ()):
                self._check_place(self._entities[child])
        elif id == REPORT_ID:
            raise Conflict("the front matter cannot be deleted")
        elif id in self._children:
            raise Conflict(f"{id} still has children")
        elif id in self._about:
            raise Conflict(f"{id} still has comments or waivers")

    def _check_place(self, entity: Entity) -> None:
        if isinstance(entity, Section):
            parent = self._entities.get(entity.parent) if entity.parent is not None else None
            level = parent.level if isinstance(parent, Section) else None
            known = entity.parent is None or level is not None
            if not known or level not in ALLOWED_PARENTS[entity.level]:
                raise Conflict(f"{entity.level} {entity.id} stands under {entity.parent}")
        elif isinstance(entity, Output):
            parent = self._entities.get(entity.parent)
            if not isinstance(parent, Section) or parent.level is not Level.ACCOMPLISHMENT:
                raise Conflict(f"output {entity.id} stands under {entity.parent}")
        elif isinstance(entity, (Comment, Waiver)):
            target = self._entities.get(entity.target)
            if not isinstance(target, (ReportInfo, Section, Output)):
                raise Conflict(f"{entity.id} is about {entity.target}, which is not there")

    def _node(self, id: str) -> Node:
        entity = self._entities[id]
        assert isinstance(entity, (Section, Output))
        return entity
