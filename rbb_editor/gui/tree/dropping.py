"""Where what is dragged over the outline would land, without Qt."""

from enum import Enum, auto

from rbb_editor.domain.entities import Level, Section
from rbb_editor.domain.report import Report
from rbb_editor.edits.places import Place, elder, last_of, may_stand, within
from rbb_editor.gui.tree.outline import NO_SECTIONS


class Where(Enum):
    """The part of a row that the mouse is over."""

    ABOVE = auto()
    ON = auto()
    BELOW = auto()


def part(share: float, *, holds: bool) -> Where:
    """The part of a row at a share of its height (0 to 1); a row that can hold what is dragged has a middle too."""
    edge = 0.25 if holds else 0.5
    return Where.ABOVE if share < edge else Where.BELOW if share >= 1 - edge else Where.ON


def holds(report: Report, level: Level | None, node: str | None) -> bool:
    """Whether a node can take in a section of `level`, or (None) outputs."""
    entity = report.get(node) if node is not None else None
    if not isinstance(entity, Section):
        return False
    return entity.level is Level.ACCOMPLISHMENT if level is None else may_stand(report, level, entity.id)


def landing(
    report: Report, level: Level, moving: str | None, node: str | None, where: Where, *, opened: bool
) -> Place | None:
    """Where a section of `level` lands when it is let go over a node (None: below all rows); None: it may not.

    `moving`: the id of the section where it is one of this report. `opened`: the node shows what is below it.
    """
    place = _landing(report, level, node, where, opened=opened)
    return None if place is None or (moving is not None and within(report, place.parent or "", moving)) else place


def _landing(report: Report, level: Level, node: str | None, where: Where, *, opened: bool) -> Place | None:
    if node is None or node in NO_SECTIONS:
        if level is not Level.DEPARTMENT or (node is not None and (node, where) != (NO_SECTIONS[-1], Where.BELOW)):
            return None
        return Place(None, last_of(report, None) if node is None else None)
    section = report.section(node)
    if may_stand(report, level, node) and (where is Where.ON or (where is Where.BELOW and opened)):
        return Place(node, last_of(report, node) if where is Where.ON else None)
    if where is Where.ABOVE:
        before = elder(report, node)
        if level is not section.level and before is not None and may_stand(report, level, before):
            return Place(before, last_of(report, before))  # above an office ends what the office before it holds
        return Place(section.parent, before) if may_stand(report, level, section.parent) else None
    while not may_stand(report, level, section.parent):  # below the last one of a department stands what follows it
        if where is Where.ON or opened or section.parent is None or last_of(report, section.parent) != section.id:
            return None
        section = report.section(section.parent)
    return Place(section.parent, section.id)
