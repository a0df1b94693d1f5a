"""Ranks for what is put between siblings: used by every edit that adds or moves outputs or sections."""

from collections.abc import Collection

from rbb_editor.domain import rank
from rbb_editor.domain.report import Node, Report


def ranks_behind(
    report: Report, parent: str | None, after: str | None, count: int, leaving: Collection[str] = ()
) -> list[str]:
    """`count` ascending ranks behind the child `after` of `parent` (None: in front of all its children).

    Children in `leaving` are about to go: they are passed over, and where `after` is one of them, the nearest child
    before it that stays takes its place. Equal ranks, as two copies made apart can have, are stepped over. KeyError
    where `after` is no child of `parent`.
    """
    siblings = report.children(parent)
    place = _place(siblings, after)
    before = [node for node in siblings[:place] if node.id not in leaving]
    behind = [node for node in siblings[place:] if node.id not in leaving]
    low = before[-1].rank if before else None
    high = next((node.rank for node in behind if low is None or node.rank > low), None)
    return rank.several_between(low, high, count)


def _place(siblings: list[Node], after: str | None) -> int:
    if after is None:
        return 0
    for index, node in enumerate(siblings):
        if node.id == after:
            return index + 1
    raise KeyError(after)
