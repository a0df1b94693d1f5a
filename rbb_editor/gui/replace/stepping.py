"""Which of the places found comes next. No Qt."""

from rbb_editor.domain.report import Report
from rbb_editor.domain.wording import Hit


def following(hits: list[Hit], last: Hit | None, here: tuple[str, str | None], report: Report, step: int) -> int:
    """Which hit comes after (1) or before (-1) `here`, the current output and figure, from the end around to the start.

    `last`: the hit that was gone to last, from which it goes on where that is still the current row.
    """
    if last in hits and (last.place.target, last.place.component or here[1]) == here:
        return (hits.index(last) + step) % len(hits)
    order = {entity.id: at for at, entity in enumerate(report.entities())}
    at = order.get(here[0], 0)
    if step > 0:
        return next((n for n, hit in enumerate(hits) if order[hit.place.target] >= at), 0)
    return next((n for n in range(len(hits) - 1, -1, -1) if order[hits[n].place.target] <= at), len(hits) - 1)
