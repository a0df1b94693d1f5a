"""Edits of departments, offices and expected accomplishments. Each raises KeyError for an id that is not there."""

from collections.abc import Iterable

from msgspec.structs import replace

from rbb_editor.domain import clean
from rbb_editor.domain.change import Change
from rbb_editor.domain.entities import Level, Section
from rbb_editor.domain.ids import new_id
from rbb_editor.domain.report import Report
from rbb_editor.domain.text import N_, Text
from rbb_editor.edits.deletion import deletion
from rbb_editor.edits.numbering import next_number
from rbb_editor.edits.places import elder, may_stand
from rbb_editor.edits.siblings import ranks_behind


def add_section(
    report: Report, level: Level, parent: str | None, after: str | None, number: str = "", title: str = ""
) -> Change | None:
    """A new section behind the child `after` (None: as the first) of `parent`; ValueError where it may not stand.

    Without a `number` it gets the one that follows its elder sibling's.
    """
    if not may_stand(report, level, parent):
        raise ValueError(f"no {level} under {parent}")
    place = ranks_behind(report, parent, after, 1)[0]
    section = Section(
        new_id(), level, parent, place, number or next_number(report, level, parent, after), clean.line(title)
    )
    return Change.of(Text.of(ADDED[level]), [(None, section)])


def rename(report: Report, id: str, title: str) -> Change | None:
    """The title of a section."""
    section = report.section(id)
    return Change.of(Text.of(N_("Rename section")), [(section, replace(section, title=clean.line(title)))])


def set_number(report: Report, id: str, number: str) -> Change | None:
    """The letter or number of a section."""
    section = report.section(id)
    return Change.of(Text.of(N_("Renumber section")), [(section, replace(section, number=clean.line(number)))])


def move(report: Report, id: str, parent: str | None, after: str | None) -> Change | None:
    """Moves a section with all below it behind the child `after` (None: to the front) of `parent`.

    ValueError where it may not stand there.
    """
    section = report.section(id)
    if not may_stand(report, section.level, parent):
        raise ValueError(f"no {section.level} under {parent}")
    if section.parent == parent and after in (id, elder(report, id)):
        return None
    place = ranks_behind(report, parent, after, 1, leaving={id})[0]
    return Change.of(Text.of(N_("Move section")), [(section, replace(section, parent=parent, rank=place))])


def delete(report: Report, ids: Iterable[str]) -> Change | None:
    """Deletes sections with everything below them and the comments and waivers on it."""
    sections = [report.section(id) for id in ids]
    label = Text.of(N_("Delete section"), plural=N_("Delete {count} sections"), count=len(sections))
    return Change.of(label, deletion(report, sections))


ADDED = {
    Level.DEPARTMENT: N_("Add department"),
    Level.OFFICE: N_("Add office"),
    Level.ACCOMPLISHMENT: N_("Add accomplishment"),
}
