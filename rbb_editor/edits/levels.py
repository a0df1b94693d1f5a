"""A section one level up or down: an office becomes a department, an accomplishment enters the office before it."""

from msgspec.structs import replace

from rbb_editor.domain.change import Change
from rbb_editor.domain.entities import Level, Section
from rbb_editor.domain.report import Report
from rbb_editor.domain.text import N_, Text
from rbb_editor.edits.numbering import next_number
from rbb_editor.edits.places import Place, elder, last_of
from rbb_editor.edits.siblings import ranks_behind


def raise_level(report: Report, id: str) -> Change | None:
    """An office becomes the department behind its own; an accomplishment leaves its office and stands behind it.

    None for what stands as high as it can.
    """
    section = report.section(id)
    above = report.section(section.parent) if section.parent is not None else None
    if above is None or (section.level is Level.ACCOMPLISHMENT and above.level is Level.DEPARTMENT):
        return None
    level = Level.DEPARTMENT if section.level is Level.OFFICE else section.level
    return _moved(report, section, level, Place(above.parent, above.id), N_("Move section one level up"))


def lower_level(report: Report, id: str) -> Change | None:
    """A department without offices becomes the last office of the one before it; an accomplishment that stands beside
    offices becomes the last one of the office before it.

    None where there is nothing before it to enter, and for what stands as low as it can.
    """
    section = report.section(id)
    before = elder(report, id)
    home = report.get(before) if before is not None else None
    if not isinstance(home, Section):
        return None
    if section.level is Level.DEPARTMENT:
        if any(child.level is Level.OFFICE for child in report.sections(id)):
            return None
        level = Level.OFFICE
    elif section.level is Level.ACCOMPLISHMENT and home.level is Level.OFFICE:
        level = section.level
    else:
        return None
    return _moved(report, section, level, Place(home.id, last_of(report, home.id)), N_("Move section one level down"))


def _moved(report: Report, section: Section, level: Level, place: Place, done: str) -> Change | None:
    number = section.number
    taken = [each.number for each in report.sections(place.parent) if each.level is level]
    if level is not section.level or number in taken:
        number = next_number(report, level, place.parent, place.after)
    rank = ranks_behind(report, place.parent, place.after, 1, leaving={section.id})[0]
    after = replace(section, level=level, parent=place.parent, rank=rank, number=number)
    return Change.of(Text.of(done), [(section, after)])
