"""Edits around the checks: what a report asks of them, and mends of what they found."""

from collections.abc import Iterable
from dataclasses import replace

from rbb_editor.domain import clean
from rbb_editor.domain.change import Change
from rbb_editor.domain.entities import Entity, Output, Section
from rbb_editor.domain.profile import RuleSetting
from rbb_editor.domain.report import Report
from rbb_editor.domain.text import N_, Text

ONE_LINE = frozenset({"completed", "title", "number"})
Mending = tuple[str, str | None, str, int, str, str]
"""Id of the output or section, figure, field, where the words begin, the words, what stands in their place."""


def set_profile(report: Report, settings: Iterable[RuleSetting]) -> Change | None:
    """What the report asks of its checks; rules that are not named are as the house has them."""
    profile = tuple(sorted(each for each in settings if each != RuleSetting(each.rule)))
    info = replace(report.info, profile=profile)
    return Change.of(Text.of(N_("Change the checks of this report")), [(report.info, info)])


def mend(report: Report, mendings: Iterable[Mending]) -> Change | None:
    """Puts other words in the place of those that were found, several at once.

    What no longer stands where it was found is left alone, and so is what overlaps with an earlier one.
    """
    by_field: dict[tuple[str, str | None, str], list[tuple[int, str, str]]] = {}
    for target, component, field, start, before, text in mendings:
        by_field.setdefault((target, component, field), []).append((start, before, text))
    changed: dict[str, Entity] = {}
    count = 0
    for (target, component, field), found in by_field.items():
        entity = changed.get(target) or report.get(target)
        words = _text(entity, component, field)
        if entity is None or words is None:
            continue
        made, done = _mended(words, sorted(found))
        if done:
            cleaned = (clean.line if field in ONE_LINE else clean.lines)(made)
            changed[target] = _with(entity, component, field, cleaned)
            count += done
    label = Text.of(N_("Mend {count} finding"), plural=N_("Mend {count} findings"), count=count)
    return Change.of(label, [(report.get(id), after) for id, after in changed.items()])


def _mended(text: str, found: list[tuple[int, str, str]]) -> tuple[str, int]:
    parts: list[str] = []
    end = done = 0
    for start, before, after in found:
        if start >= end and text[start : start + len(before)] == before:
            parts += (text[end:start], after)
            end = start + len(before)
            done += 1
    return "".join([*parts, text[end:]]), done


def _text(entity: Entity | None, component: str | None, field: str) -> str | None:
    if isinstance(entity, Output) and component is not None:
        return next((str(getattr(each, field)) for each in entity.components if each.id == component), None)
    if isinstance(entity, (Output, Section)):
        return str(getattr(entity, field))
    return None


def _with(entity: Entity, component: str | None, field: str, text: str) -> Entity:
    if isinstance(entity, Output) and component is not None:
        changed = {field: text}
        parts = (replace(each, **changed) if each.id == component else each for each in entity.components)  # type: ignore[arg-type]
        return replace(entity, components=tuple(parts))
    return replace(entity, **{field: text})  # type: ignore[arg-type]
