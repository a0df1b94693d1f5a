"""Rows found again in another report: a copy that has lost their ids, or the report of another year."""

import re
from collections.abc import Callable, Iterable, Iterator
from difflib import SequenceMatcher
from enum import StrEnum

from msgspec.structs import replace

from rbb_editor.domain.entities import Comment, Component, Entity, Level, Output, Section, Waiver
from rbb_editor.domain.report import Node, Report

LIKE = 0.75
"""How alike two planned texts or titles must be to be taken for one, 1 being the same."""
MOST_PAIRS = 40_000
"""Comparisons of texts at most, so that two large reports that have nothing in common do not take minutes."""
TELLING = 12
"""Letters that a wording must have without its figures to be told by them from the wordings of all other sections."""
_FIGURES = re.compile(r"[\W\d_]+")


class Match(StrEnum):
    """How an output was found again: by its id or that of a figure, at its place by the same wording, the same but for
    its figures or a like one, or elsewhere by its wording.
    """

    ID = "id"
    WORDING = "wording"
    COUNTS = "counts"
    LIKE = "like"
    ELSEWHERE = "elsewhere"


def matched_by(mine: Output, theirs: Output, *, same_place: bool) -> Match:
    """What tells that two outputs are the same one; `same_place`: their accomplishments are the same one."""
    if mine.id == theirs.id or {each.id for each in mine.components} & {each.id for each in theirs.components}:
        return Match.ID
    if not same_place:
        return Match.ELSEWHERE
    if _wording(mine) == _wording(theirs):
        return Match.WORDING
    return Match.COUNTS if _uncounted(mine) == _uncounted(theirs) else Match.LIKE


def counterparts(base: Report, theirs: Report) -> dict[str, str]:
    """The sections and outputs of theirs that stand in the base too, under the same id or another: their id to the
    base's.

    Ids that both know are right as they are. For the others: sections are the same where parent, level and number are,
    or else the title; outputs by the id of a figure, by their planned text within the same accomplishment, with the
    same figures or other ones, then by similar texts there; at last by their texts anywhere. May run off the GUI thread
    on snapshots.
    """
    known = {node.id for node in theirs.walk() if isinstance(base.get(node.id), type(node))}
    return _Pairing(base, theirs, known).pairs()


def figure_pairs(figures: Iterable[Component], known: Iterable[Component]) -> dict[str, str]:
    """The figures of an output that are known under another id there, by id: same id, same label, or same place."""
    mine, others = list(figures), list(known)
    there = {each.id for each in others}
    pairs = {each.id: each.id for each in mine if each.id in there}
    open_ = [each for each in mine if each.id not in pairs]
    free = [each for each in others if each.id not in pairs]
    for each in tuple(open_):
        label = _squeezed(each.label or "")
        same = next((other for other in free if label and _squeezed(other.label or "") == label), None)
        if same is not None:
            pairs[each.id] = same.id
            open_.remove(each)
            free.remove(same)
    pairs.update((each.id, other.id) for each, other in zip(open_, free, strict=False))
    return pairs


def identified(base: Report, theirs: Report) -> Report:
    """Theirs with the ids of the base wherever a section, output or figure is the same one there (`counterparts`)."""
    if all(entity.id in base for entity in theirs.entities()):
        return theirs
    pairs = counterparts(base, theirs)
    return Report(_renamed(entity, base, pairs) for entity in theirs.entities())


class _Pairing:
    """Ids of theirs and the base's ids that they stand for."""

    def __init__(self, base: Report, theirs: Report, known: set[str]) -> None:
        self._base, self._theirs = base, theirs
        self._made = {id: id for id in known}
        self._taken = set(known)
        self._left = MOST_PAIRS

    def pairs(self) -> dict[str, str]:
        for level in Level:
            self._pair_sections(level)
        self._pair_by_figures()
        for accomplishment in self._sections(self._theirs, Level.ACCOMPLISHMENT):
            there = self._made.get(accomplishment.id)
            if there is not None:
                for key, alike in ((_wording, False), (_uncounted, False), (_wording, True)):
                    mine = self._open(self._theirs.outputs(accomplishment.id))
                    self._pair(mine, list(self._free(self._base.outputs(there))), key, alike=alike)
        rest = self._open(self._theirs.outputs())
        self._pair(rest, list(self._free(self._base.outputs())), _wording, alike=False)
        self._pair_only(self._open(rest), list(self._free(self._base.outputs())))
        return self._made

    def _pair_by_figures(self) -> None:
        """Pairs outputs that share a figure: a wording typed anew over the old one has lost its id, they have not."""
        free = (output for output in self._base.outputs() if output.id not in self._taken)
        owners = {each.id: output for output in free for each in output.components}
        for output in self._theirs.outputs():
            found = next((owners[each.id] for each in output.components if each.id in owners), None)
            if found is not None and output.id not in self._made and found.id not in self._taken:
                self._take(output, found)

    def _pair_only(self, mine: list[Node], others: list[Node]) -> None:
        """Pairs outputs that are alone, on both sides, in having their wording but for its figures."""
        once, once_there = _once(mine), _once(others)
        for key in once.keys() & once_there.keys():
            self._take(once[key], once_there[key])

    def _pair_sections(self, level: Level) -> None:
        by_parent: dict[str | None, list[Node]] = {}
        for section in self._sections(self._theirs, level):
            if section.id not in self._made:
                by_parent.setdefault(section.parent, []).append(section)
        for parent, mine in by_parent.items():
            there = self._made.get(parent) if parent is not None else None
            if parent is not None and there is None:
                continue
            others = [each for each in self._base.sections(there) if each.level is level]
            for key, alike in ((_numbered_title, False), (_title, True), (_numbered, False)):
                self._pair(self._open(mine), list(self._free(others)), key, alike=alike)

    def _pair(self, mine: list[Node], others: list[Node], key: Callable[[Node], str], *, alike: bool) -> None:
        """Pairs nodes with the same key in their order, then (`alike`) those whose keys are most alike."""
        waiting: dict[str, list[Node]] = {}
        for other in others:
            waiting.setdefault(key(other), []).append(other)
        for node in mine:
            if key(node) and waiting.get(key(node)):
                self._take(node, waiting[key(node)].pop(0))
        if alike:
            self._pair_alike(self._open(mine), list(self._free(others)), key)

    def _pair_alike(self, mine: list[Node], others: list[Node], key: Callable[[Node], str]) -> None:
        found: list[tuple[float, int, int]] = []
        matcher = SequenceMatcher(autojunk=False)
        for at, other in enumerate(others):
            matcher.set_seq2(key(other))
            for place, node in enumerate(mine):
                self._left -= 1
                if self._left < 0:
                    return
                matcher.set_seq1(key(node))
                if (
                    matcher.real_quick_ratio() > LIKE
                    and matcher.quick_ratio() > LIKE
                    and (alike := matcher.ratio()) > LIKE
                ):
                    found.append((-alike, place, at))
        for _, place, at in sorted(found):
            if mine[place].id not in self._made and others[at].id not in self._taken:
                self._take(mine[place], others[at])

    def _take(self, node: Node, other: Node) -> None:
        self._made[node.id] = other.id
        self._taken.add(other.id)

    def _open(self, nodes: Iterable[Node]) -> list[Node]:
        return [node for node in nodes if node.id not in self._made]

    def _free(self, nodes: Iterable[Node]) -> Iterator[Node]:
        return (node for node in nodes if node.id not in self._taken)

    @staticmethod
    def _sections(report: Report, level: Level) -> list[Section]:
        return [node for node in report.walk() if isinstance(node, Section) and node.level is level]


def _renamed(entity: Entity, base: Report, pairs: dict[str, str]) -> Entity:
    match entity:
        case Section():
            parent = entity.parent and pairs.get(entity.parent, entity.parent)
            return replace(entity, id=pairs.get(entity.id, entity.id), parent=parent)
        case Output():
            id = pairs.get(entity.id, entity.id)
            there = base.get(id)
            known = there.components if isinstance(there, Output) else ()
            components = tuple(_figures(entity.components, known))
            return replace(entity, id=id, parent=pairs.get(entity.parent, entity.parent), components=components)
        case Comment() | Waiver():
            return replace(entity, target=pairs.get(entity.target, entity.target))
        case _:
            return entity


def _figures(figures: tuple[Component, ...], known: tuple[Component, ...]) -> Iterator[Component]:
    """The figures under the ids of the known ones that stand in their place; label and override come from there too.

    No page prints these two, so a copy without ids cannot have changed them.
    """
    pairs, by_id = figure_pairs(figures, known), {each.id: each for each in known}
    for figure in figures:
        same = by_id.get(pairs.get(figure.id, ""))
        if same is None or same.id == figure.id:
            yield figure
            continue
        yield replace(figure, id=same.id, label=figure.label or same.label, planned=figure.planned or same.planned)


def _once(nodes: Iterable[Node]) -> dict[str, Node]:
    """The nodes by their wording without figures, those alone that no other node shares it with and that say enough."""
    found: dict[str, list[Node]] = {}
    for node in nodes:
        found.setdefault(_uncounted(node), []).append(node)
    return {key: same[0] for key, same in found.items() if len(same) == 1 and len(key) >= TELLING}


def _wording(node: Node) -> str:
    return _squeezed(node.planned_text) if isinstance(node, Output) else ""


def _uncounted(node: Node) -> str:
    """The wording but for its figures and signs, which differ from year to year."""
    return _FIGURES.sub("", node.planned_text).casefold() if isinstance(node, Output) else ""


def _title(node: Node) -> str:
    return _squeezed(node.title) if isinstance(node, Section) else ""


def _numbered(node: Node) -> str:
    return node.number if isinstance(node, Section) else ""


def _numbered_title(node: Node) -> str:
    return f"{_numbered(node)} {_title(node)}".strip()


def _squeezed(text: str) -> str:
    return "".join(text.split()).casefold()
