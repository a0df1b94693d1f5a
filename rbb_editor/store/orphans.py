"""A report of entities of which some have lost the section or entity that they belong to."""

from collections.abc import Mapping

from msgspec.structs import replace

from rbb_editor.domain.entities import REPORT_ID, Comment, Entity, Level, Output, ReportInfo, Section, Waiver
from rbb_editor.domain.ids import new_id
from rbb_editor.domain.rank import between
from rbb_editor.domain.report import ALLOWED_PARENTS, Report

TITLE = "Recovered"
"""The title of the sections that take in what has lost its own."""


def rehoused(entities: Mapping[str, Entity]) -> tuple[Report, tuple[str, ...]]:
    """The report, and the ids of what had to be moved: into a section “Recovered” at its end, or to the front matter.

    Entities of a kind that the id of another one contradicts are kept; nothing is dropped.
    """
    kept: dict[str, Entity] = {REPORT_ID: ReportInfo(), **entities}
    levels = {entity.id: entity.level for entity in kept.values() if isinstance(entity, Section)}
    moved: list[str] = []
    homes: dict[Level, Section] = {}

    def home(level: Level) -> str:
        if level not in homes:
            parent = None if level is Level.DEPARTMENT else home(Level.DEPARTMENT)
            rank = between(_last_rank(kept), None) if parent is None else between(None, None)
            homes[level] = Section(new_id(), level, parent, rank, "", TITLE)
        return homes[level].id

    for entity in list(kept.values()):
        match entity:
            case Output() if levels.get(entity.parent) is not Level.ACCOMPLISHMENT:
                kept[entity.id] = replace(entity, parent=home(Level.ACCOMPLISHMENT))
            case Section(level=level, parent=parent) if (parent is not None and parent not in levels) or levels.get(
                parent or ""
            ) not in ALLOWED_PARENTS[level]:
                kept[entity.id] = replace(entity, parent=None if level is Level.DEPARTMENT else home(Level.DEPARTMENT))
            case Comment() | Waiver() if not isinstance(kept.get(entity.target), (ReportInfo, Section, Output)):
                kept[entity.id] = replace(entity, target=REPORT_ID)
            case _:
                continue
        moved.append(entity.id)
    return Report([*kept.values(), *homes.values()]), tuple(sorted(moved))


def _last_rank(entities: Mapping[str, Entity]) -> str | None:
    ranks = [e.rank for e in entities.values() if isinstance(e, Section) and e.level is Level.DEPARTMENT]
    return max(ranks, default=None)
