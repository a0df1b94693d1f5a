"""Two rows of one id in a file of our own: which of them is the row that was sent, and which a copy of it.

The copy comes first where a row was copied to a place above itself; a row that was cut and pasted in LibreOffice leaves
an empty one.
"""

from collections.abc import Iterator, Mapping

from msgspec import Struct, field
from msgspec.structs import replace

from rbb_editor.domain.entities import Component, Level


class Draft(Struct):
    """A section or output with what stands below it, before its place among its siblings is known.

    `inserted`: its row was put in with changes tracked.
    """

    id: str
    level: Level | None = None
    number: str = ""
    title: str = ""
    components: list[Component] = field(default_factory=list)
    children: list["Draft"] = field(default_factory=list)
    inserted: bool = False


class Copies:
    """Gathers the ids that were met a second time, and what they became.

    `moved`: the outputs that left an empty row behind.
    """

    def __init__(self) -> None:
        self._second: dict[str, str] = {}
        self.moved: list[str] = []

    def met(self, id: str, fresh: str) -> None:
        """An id stands in a second row, which was given a fresh one."""
        self._second[fresh] = id

    def settle(self, top: Draft) -> Mapping[str, str]:
        """Gives the row that was sent its id where a copy had it; what each id that was changed became."""
        renamed: dict[str, str] = {}
        if not self._second:
            return renamed
        by_id = {draft.id: (draft, parent) for draft, parent in _outputs(top)}
        for fresh, id in self._second.items():
            if fresh not in by_id or id not in by_id or id in renamed.values():  # an earlier one has it by now
                continue
            (copy, _), (first, parent) = by_id[fresh], by_id[id]
            if _is_empty(first) and not _is_empty(copy):
                parent.children.remove(first)
                renamed |= self._of(copy, first)
                self.moved.append(id)
            elif first.inserted and not copy.inserted:
                names = self._of(copy, first)
                renamed |= names | {id: fresh for fresh, id in names.items()}
        for draft, _ in _outputs(top):
            draft.id = renamed.get(draft.id, draft.id)
            draft.components = [_renamed(each, renamed) for each in draft.components]
        return renamed

    def _of(self, copy: Draft, first: Draft) -> dict[str, str]:
        """The ids of a copy and its figures, and those that they are copies of."""
        theirs = {first.id, *(component.id for component in first.components)}
        ids = [copy.id, *(component.id for component in copy.components)]
        return {id: self._second[id] for id in ids if self._second.get(id) in theirs}


def _renamed(component: Component, names: Mapping[str, str]) -> Component:
    return replace(component, id=names[component.id]) if component.id in names else component


def _is_empty(draft: Draft) -> bool:
    return not draft.title and not any(each.completed or each.remarks or each.explanation for each in draft.components)


def _outputs(parent: Draft) -> Iterator[tuple[Draft, Draft]]:
    """All outputs, each with the section it stands in."""
    for draft in parent.children:
        if draft.level is None:
            yield draft, parent
        yield from _outputs(draft)
