"""Edits around the checks: what a report asks of them, and mends of what they found."""

from collections.abc import Iterable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from rbb_editor.domain import clean
from rbb_editor.domain.change import Change
from rbb_editor.domain.entities import Entity
from rbb_editor.domain.profile import RuleSetting
from rbb_editor.domain.report import Report
from rbb_editor.domain.text import N_, Text
from rbb_editor.domain.wording import Kind, Place, place_of, text_at, with_text

ONE_LINE = frozenset({Kind.COMPLETED, Kind.TITLE})
MANY_LINES = ("summary", "notes.")
"""How the fields of the front matter begin that may have several lines."""


class Replacement(Struct, frozen=True):
    """Other words in a text of the entity `target` (of its figure `component`), from `start` on in a field."""

    target: str
    component: str | None
    field: str
    start: int
    before: str
    text: str


Mending = Sequence[Replacement]
"""What mends one finding: all of it, or nothing."""


def set_profile(report: Report, settings: Iterable[RuleSetting]) -> Change | None:
    """What the report asks of its checks; rules that are not named are as the house has them."""
    profile = tuple(sorted(each for each in settings if each != RuleSetting(each.rule)))
    info = replace(report.info, profile=profile)
    return Change.of(Text.of(N_("Change the checks of this report")), [(report.info, info)])


def mend(report: Report, mendings: Iterable[Mending]) -> Change | None:
    """Puts other words in the place of those that were found, for several findings at once, anywhere in a report.

    A mending is made whole or, where some of its words no longer stand where they were found or overlap with those of
    an earlier one, left alone.
    """
    wanted: dict[Place, dict[int, Replacement]] = {}
    count = 0
    for mending in mendings:
        found = [(_place(report, each), each) for each in mending]
        if found and all(place is not None and _is_free(report, place, each, wanted) for place, each in found):
            for place, each in found:
                assert place is not None
                wanted.setdefault(place, {})[each.start] = each
            count += 1
    changed: dict[str, Entity] = {}
    for place, replacements in wanted.items():
        entity = changed.get(place.target) or report.get(place.target)
        assert entity is not None
        text = _mended(text_at(entity, place), replacements)
        changed[place.target] = with_text(entity, place, (clean.line if _is_line(place) else clean.lines)(text))
    label = Text.of(N_("Mend {count} finding"), plural=N_("Mend {count} findings"), count=count)
    return Change.of(label, [(report.get(id), after) for id, after in changed.items()])


def _place(report: Report, each: Replacement) -> Place | None:
    entity = report.get(each.target)
    return place_of(entity, each.component, each.field) if entity is not None else None


def _is_free(report: Report, place: Place, each: Replacement, wanted: dict[Place, dict[int, Replacement]]) -> bool:
    """Whether the words still stand at their place, and nothing else is to be put there."""
    entity = report.get(place.target)
    if entity is None or not text_at(entity, place).startswith(each.before, each.start):
        return False
    end = each.start + len(each.before)
    return all(
        other.start + len(other.before) <= each.start or end <= other.start for other in wanted.get(place, {}).values()
    )


def _mended(text: str, replacements: dict[int, Replacement]) -> str:
    parts: list[str] = []
    end = 0
    for start, each in sorted(replacements.items()):
        parts += (text[end:start], each.text)
        end = start + len(each.before)
    return "".join([*parts, text[end:]])


def _is_line(place: Place) -> bool:
    return place.kind in ONE_LINE or (place.kind is Kind.FRONT and not place.field.startswith(MANY_LINES))
