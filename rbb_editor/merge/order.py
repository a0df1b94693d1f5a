"""The order of siblings: what was moved between two orders, and where incoming ones go."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence

from rbb_editor.domain import rank


def moved_within(before: Sequence[str], after: Sequence[str]) -> frozenset[str]:
    """The fewest ids that have to be moved to bring the common ids of `before` into the order of `after`.

    What stays is a longest ascending subsequence (Schensted, 1961).
    """
    place = {id: at for at, id in enumerate(before)}
    common = [id for id in after if id in place]
    tails: list[int] = []
    previous: list[int] = []
    ends: list[int] = []
    for at, id in enumerate(common):
        found = bisect_left(tails, place[id])
        if found == len(tails):
            tails.append(place[id])
            ends.append(at)
        else:
            tails[found] = place[id]
            ends[found] = at
        previous.append(ends[found - 1] if found else -1)
    stays: set[str] = set()
    at = ends[-1] if ends else -1
    while at >= 0:
        stays.add(common[at])
        at = previous[at]
    return frozenset(common) - stays


def woven(standing: Sequence[str], incoming: Iterable[str], model: Sequence[str]) -> list[str]:
    """`standing` with each of `incoming` behind the nearest one before it in `model` that is there; else in front."""
    result = list(standing)
    wanted = set(incoming)
    last: str | None = None
    there = set(standing)
    for id in model:
        if id in wanted:
            result.insert(result.index(last) + 1 if last is not None else 0, id)
            there.add(id)
        if id in there:
            last = id
    return result


def ranked(order: Sequence[str], ranks: Mapping[str, str]) -> dict[str, str]:
    """A rank for each id of `order` that has none in `ranks`, between its neighbours.

    Where two neighbours leave no room (two copies made apart can hold equal ranks) all of `order` gets new ones.
    """
    given = [(ranks[id], id) for id in order if id in ranks]
    if given != sorted(given) or len({each for each, _ in given}) != len(given):
        return dict(zip(order, rank.spread(len(order)), strict=True))
    made: dict[str, str] = {}
    low: str | None = None
    run: list[str] = []
    for id in [*order, None]:
        if id is not None and id not in ranks:
            run.append(id)
            continue
        high = ranks[id] if id is not None else None
        made |= zip(run, rank.several_between(low, high, len(run)), strict=True)
        run, low = [], high
    return made
