"""Findings in the order a reader meets them, and the next one after a place. No Qt."""

from collections.abc import Iterator
from itertools import islice

from msgspec import Struct

from rbb_editor.domain.entities import REPORT_ID, Output, Waiver
from rbb_editor.project import Project
from rbb_editor.rules import Finding
from rbb_editor.rules.waivers import waiver_of

MOST = 200
"""Findings listed at a time; F8 walks through all of them."""


class Listed(Struct, frozen=True):
    """The findings of a node: those of the current row first. `more`: whether there are others that are not listed."""

    here: tuple[Finding, ...]
    elsewhere: tuple[Finding, ...]
    more: bool


class Next(Struct, frozen=True):
    """The finding to go to. `around`: it lies beyond the end of the report, where the way begins again."""

    finding: Finding
    around: bool


class Problems:
    """The open findings of the node asked for last, kept until they change: every arrow key asks for those of a row."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self.forget()

    def forget(self) -> None:
        """The report, or what is found in it, has changed."""
        self._node, self._found = "", list[Finding]()
        self._coming: Iterator[Finding] = iter(())

    def listed(self, node: str, row: str | None) -> Listed:
        """The open findings of a node (REPORT_ID: of the whole report) and of the row `row` in it."""
        project = self._project
        if node != self._node:
            self._node, self._found, self._coming = node, [], _within(project, node)
        here = tuple(_open(project, row)) if row is not None and row in project.report else ()
        elsewhere = [finding for finding in self._first(MOST + 1 + len(here)) if finding.target != row]
        return Listed(here, tuple(elsewhere[:MOST]), len(elsewhere) > MOST)

    def _first(self, count: int) -> list[Finding]:
        self._found += islice(self._coming, max(0, count - len(self._found)))
        return self._found[:count]


def waived(project: Project, node: str) -> tuple[tuple[Finding, Waiver], ...]:
    """The findings of a node that someone decided are right, each with the decision."""
    return tuple(islice(_waived(project, node), MOST))


def noted(project: Project, node: str) -> list[str]:
    """The ids of a node and of what lies in it that have comments or waivers, in printed order."""
    report = project.report

    def key(id: str) -> list[tuple[str, str]]:
        entity = report.get(id)
        own = [(entity.rank, entity.id)] if isinstance(entity, Output) else []
        return [(section.rank, section.id) for section in report.path(id)] + own

    within = (id for id in report.noted() if node in (REPORT_ID, id) or any(s.id == node for s in report.path(id)))
    return sorted(within, key=key)


def _waived(project: Project, node: str) -> Iterator[tuple[Finding, Waiver]]:
    for id in noted(project, node):
        for finding in project.checker.of(id):
            if finding.waived and (waiver := waiver_of(project.report, finding)) is not None:
                yield finding, waiver


def following(
    project: Project, place: tuple[str, str | None], last: Finding | None, step: int, rule: str | None = None
) -> Next | None:
    """The finding (of a `rule`) after (`step` 1) or before (-1) a place: (id of an output or section, component).

    `last` is the one that was gone to last: where the place is still its own, its neighbour is taken. Past the end it
    goes on at the other one; None when nothing is left to do.
    """
    found = [finding for finding in _within(project, REPORT_ID) if rule in (None, finding.rule)]
    if not found:
        return None
    if last in found and (last.target, last.component) == place:
        at = found.index(last) + step
        return Next(found[at % len(found)], around=not 0 <= at < len(found))
    order = {node.id: number for number, node in enumerate(project.report.walk(), start=1)} | {REPORT_ID: 0}
    here = (order.get(place[0], 0), _place_of(project, *place))
    keys = [(order[finding.target], _place_of(project, finding.target, finding.component)) for finding in found]
    if step > 0:
        on = next((f for f, key in zip(found, keys, strict=True) if key > here), None)
    else:
        on = next((f for f, key in zip(reversed(found), reversed(keys), strict=True) if key < here), None)
    return Next(on or found[0 if step > 0 else -1], around=on is None)


def _within(project: Project, node: str) -> Iterator[Finding]:
    """In printed order; sections with nothing to correct are not walked through: this is asked at every arrow key."""
    report, checker = project.report, project.checker
    coming = [node]
    while coming:
        id = coming.pop()
        yield from _open(project, id)
        below = report.children(None if id == REPORT_ID else id)
        coming += (each.id for each in reversed(below) if checker.any_open(each.id))


def _open(project: Project, id: str) -> list[Finding]:
    found = [finding for finding in project.checker.of(id) if not finding.waived]
    return (
        found
        if len(found) < 2
        else sorted(found, key=lambda finding: _place_of(project, finding.target, finding.component))
    )


def _place_of(project: Project, id: str, component: str | None) -> int:
    """The place of a figure in its output; -1 for the output (or section) as a whole."""
    entity = project.report.get(id)
    if component is None or not isinstance(entity, Output):
        return -1
    return next((place for place, each in enumerate(entity.components) if each.id == component), -1)
