"""Where a section may stand, where a new one goes, and where a step up or down leads."""

from collections.abc import Iterable

from msgspec import Struct

from rbb_editor.domain.entities import Level
from rbb_editor.domain.report import ALLOWED_PARENTS, Report

NOWHERE = ""
"""No place to go to."""


class Place(Struct, frozen=True):
    """Behind the child `after` (None: in front of all) of `parent` (None: at the top)."""

    parent: str | None
    after: str | None


def may_stand(report: Report, level: Level, parent: str | None) -> bool:
    """Whether a section of `level` may stand under `parent` (None: at the top)."""
    above = report.section(parent).level if parent is not None else None
    return above in ALLOWED_PARENTS[level]


def place_near(report: Report, level: Level, node: str | None) -> Place | None:
    """Where a section of `level` goes while the section `node` is current; None where there is no room for it.

    Behind the current one of its level; else as the last one in what is current.
    """
    path = report.path(node or "")
    for section in reversed(path):
        if section.level is level:
            return Place(section.parent, section.id)
        if may_stand(report, level, section.id):
            return Place(section.id, last_of(report, section.id, level))
    return Place(None, last_of(report, None)) if level is Level.DEPARTMENT else None


def last_of(report: Report, parent: str | None, level: Level | None = None) -> str | None:
    """The last child of `parent`: of a level where it has any of that, else of all; None where it has none."""
    below = report.children(parent)
    same = [node for node in report.sections(parent) if node.level is level]
    return same[-1].id if same else below[-1].id if below else None


def elder(report: Report, id: str) -> str | None:
    """The sibling right before a section, None for the first."""
    siblings = [node.id for node in report.children(report.section(id).parent)]
    at = siblings.index(id)
    return siblings[at - 1] if at else None


def step_target(siblings: list[str], moving: Iterable[str], step: int) -> str | None:
    """The sibling to stand behind after a step up or down; None: as the first; NOWHERE: there is no room to move.

    What lies between the moving ones stays behind or before them: they come together.
    """
    places = sorted(siblings.index(id) for id in moving)
    leaving = {siblings[at] for at in places}
    staying = [id for id in siblings if id not in leaving]
    gaps = places[-1] - places[0] + 1 > len(places)
    if gaps:
        before = sum(1 for id in siblings[: places[0]] if id not in leaving) if step < 0 else 0
        at = before if step < 0 else sum(1 for id in siblings[: places[-1]] if id not in leaving)
    else:
        at = places[0] + step
    if not 0 <= at <= len(staying):
        return NOWHERE
    return staying[at - 1] if at else None


def within(report: Report, id: str, section: str | None) -> bool:
    """Whether `id` is a section or stands below it."""
    return section is not None and any(each.id == section for each in report.path(id))
