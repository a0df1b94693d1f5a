"""A change: the one record that the store, undo, the checker, the views, a merge and the history all consume."""

from collections.abc import Iterable

from msgspec import Struct

from rbb_editor.domain.entities import Entity, ReportInfo
from rbb_editor.domain.text import Text


class Pair(Struct, frozen=True):
    """One entity before and after; None before = added, None after = deleted. Both sides carry the same id."""

    before: Entity | None
    after: Entity | None

    def __post_init__(self) -> None:
        sides = [side for side in (self.before, self.after) if side is not None]
        if not sides or len({(type(side), side.id) for side in sides}) != 1:
            raise ValueError("a pair is two states of one entity")

    @property
    def id(self) -> str:
        """The id of the entity."""
        side = self.after if self.after is not None else self.before
        assert side is not None
        return side.id


class Change(Struct, frozen=True):
    """A named set of pairs, one for each touched entity."""

    label: Text
    pairs: tuple[Pair, ...]

    @classmethod
    def of(cls, label: Text, pairs: Iterable[Pair | tuple[Entity | None, Entity | None]]) -> "Change | None":
        """The change of `pairs` without those in which nothing changes; None when nothing is left."""
        made = [pair if isinstance(pair, Pair) else Pair(*pair) for pair in pairs if not _empty(pair)]
        kept = tuple(pair for pair in made if pair.before != pair.after)
        return cls(label, kept) if kept else None

    def inverse(self) -> "Change":
        """The change that takes this one back."""
        return Change(self.label, tuple(Pair(pair.after, pair.before) for pair in reversed(self.pairs)))

    def then(self, later: "Change") -> "Change":
        """This change and `later` as one, under this one's label. A later pair must start where this one ends."""
        merged = {pair.id: pair for pair in self.pairs}
        for pair in later.pairs:
            first = merged.get(pair.id)
            if first is None:
                merged[pair.id] = pair
            elif first.after != pair.before:
                raise ValueError(f"{pair.id} changed in between")
            elif first.before is None and pair.after is None:
                del merged[pair.id]
            else:
                merged[pair.id] = Pair(first.before, pair.after)
        return Change(self.label, tuple(merged.values()))

    def only_id(self) -> str | None:
        """The id of the entity that is touched; None where there are several."""
        return self.pairs[0].id if len(self.pairs) == 1 else None

    def turns_to(self) -> str | None:
        """The language that the report is in from now on; None where it stays in the one it was in."""
        for pair in self.pairs:
            if isinstance(pair.before, ReportInfo) and isinstance(pair.after, ReportInfo):
                return pair.after.language if pair.after.language != pair.before.language else None
        return None

    def ids(self) -> frozenset[str]:
        """The ids of all touched entities."""
        return frozenset(pair.id for pair in self.pairs)


def _empty(pair: Pair | tuple[Entity | None, Entity | None]) -> bool:
    return isinstance(pair, tuple) and pair == (None, None)
