"""Letters and numbers of siblings: the one that follows, and closing the gaps among them."""

from dataclasses import replace

from rbb_editor.domain import lettering
from rbb_editor.domain.change import Change
from rbb_editor.domain.entities import Level, Section
from rbb_editor.domain.report import Report
from rbb_editor.domain.text import N_, Text

FIRST_NUMBER = {Level.DEPARTMENT: "A", Level.OFFICE: "a", Level.ACCOMPLISHMENT: "1.1"}
"""The number of the first section of a report that has none of its level yet."""


def next_number(report: Report, level: Level, parent: str | None, after: str | None) -> str:
    """The number of a new section behind the sibling `after`: B after A, ب after أ, 2.1 after 1.1; the first for None.

    Letters and numbers are those that the siblings use, else those that the level uses elsewhere in the report.
    """
    elders: list[str] = []
    for section in report.sections(parent) if after is not None else ():
        if section.level is level:
            elders.append(section.number)
        if section.id == after:
            break
    return lettering.following(elders, _elsewhere(report, level), FIRST_NUMBER[level])


def renumber(report: Report, parent: str | None, level: Level, start: str = "") -> Change | None:
    """Numbers the children of `level` under `parent` anew: in order, without gaps or doubles, in the style they use.

    `start`: the number of the first one, else the first of the style. None where they stand so already.
    """
    siblings = siblings_of(report, parent, level)
    numbers = [section.number for section in siblings]
    made = lettering.sequence(numbers, _elsewhere(report, level), FIRST_NUMBER[level], start)
    pairs = [(section, replace(section, number=number)) for section, number in zip(siblings, made, strict=True)]
    changed = sum(before != after for before, after in pairs)
    label = Text.of(N_("Renumber section"), plural=N_("Renumber {count} sections"), count=changed)
    return Change.of(label, pairs)


def siblings_of(report: Report, parent: str | None, level: Level) -> list[Section]:
    """The sections of one level under `parent`; none where it is gone."""
    return [section for section in report.sections(parent) if section.level is level]


def _elsewhere(report: Report, level: Level) -> list[str]:
    return [node.number for node in report.walk() if isinstance(node, Section) and node.level is level and node.number]
