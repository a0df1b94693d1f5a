"""Letters and numbers of siblings: the one that follows, and closing the gaps among them."""

from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from rbb_editor import resources
from rbb_editor.domain import lettering
from rbb_editor.domain.change import Change
from rbb_editor.domain.entities import Level, Section
from rbb_editor.domain.report import Report
from rbb_editor.domain.text import N_, Text

Group = tuple[str | None, Level]
"""Siblings that are numbered together: those of one level under one parent (None: the departments)."""
FIRST_NUMBER = {Level.DEPARTMENT: "A", Level.OFFICE: "a", Level.ACCOMPLISHMENT: "1.1"}
"""The number of the first section of a report that has none of its level yet, where its language has no other."""


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
    return lettering.following(elders, _elsewhere(report, level), _first(report, level))


def renumber(report: Report, parent: str | None, level: Level, start: str = "") -> Change | None:
    """Numbers the children of `level` under `parent` anew: in order, without gaps or doubles, in the style they use.

    `start`: the number of the first one, else the first of the style. None where they stand so already.
    """
    siblings = siblings_of(report, parent, level)
    numbers = [section.number for section in siblings]
    made = lettering.sequence(numbers, _elsewhere(report, level), _first(report, level), start)
    pairs = [(section, replace(section, number=number)) for section, number in zip(siblings, made, strict=True)]
    changed = sum(before != after for before, after in pairs)
    label = Text.of(N_("Renumber section"), plural=N_("Renumber {count} sections"), count=changed)
    return Change.of(label, pairs)


def first_number(language: str, level: Level) -> str:
    """The number with which the sections of a level begin in a report of a language, by its code."""
    known = resources.language(language).first_numbers if language in resources.language_codes() else {}
    return known.get(level.value, FIRST_NUMBER[level])


def _first(report: Report, level: Level) -> str:
    return first_number(report.info.language, level)


def groups_of(change: Change) -> set[Group]:
    """The groups of siblings whose numbers or order a change touches, before or after it."""
    return {
        (side.parent, side.level)
        for pair in change.pairs
        for side in (pair.before, pair.after)
        if isinstance(side, Section) and _numbered(pair.before) != _numbered(pair.after)
    }


def numbers_of(report: Report, groups: Iterable[Group]) -> dict[Group, list[str]]:
    """The numbers of each group in order; a group whose parent is not there has none."""
    return {
        (parent, level): [section.number for section in siblings_of(report, parent, level)] for parent, level in groups
    }


def close_gaps(report: Report, before: Mapping[Group, list[str]]) -> Change | None:
    """Closes the gaps that a change has made: in the groups whose numbers followed one another `before` it.

    Groups that had gaps already keep them: an accomplishment is numbered by its objective, and not every office serves
    every objective. None where no gap has arisen.
    """
    whole: Change | None = None
    for (parent, level), numbers in before.items():
        if lettering.is_sound(numbers) and siblings_of(report, parent, level):
            change = renumber(report, parent, level, numbers[0])
            whole = change if whole is None else whole.then(change) if change is not None else whole
    if whole is None:
        return None
    label = Text.of(N_("Renumber section"), plural=N_("Renumber {count} sections"), count=len(whole.pairs))
    return Change(label, whole.pairs)


def siblings_of(report: Report, parent: str | None, level: Level) -> list[Section]:
    """The sections of one level under `parent`; none where it is gone."""
    return [section for section in report.sections(parent) if section.level is level]


def _numbered(entity: object) -> object:
    return (entity.parent, entity.rank, entity.level, entity.number) if isinstance(entity, Section) else None


def _elsewhere(report: Report, level: Level) -> list[str]:
    return [node.number for node in report.walk() if isinstance(node, Section) and node.level is level and node.number]
