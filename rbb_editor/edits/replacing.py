"""Replacing what was found by other words, as one change."""

import re
from collections.abc import Iterable

from msgspec import Struct

from rbb_editor.domain import clean
from rbb_editor.domain.change import Change
from rbb_editor.domain.entities import Entity
from rbb_editor.domain.report import Report
from rbb_editor.domain.text import N_, Text
from rbb_editor.domain.wording import Hit, Kind, Place, text_at, with_text
from rbb_editor.errors import UserError
from rbb_editor.progress import Progress, silent, tracked

ESCAPE = re.compile(r"\\(\d{1,2}|g<\d{1,2}>|[nt\\])")
PLAIN = {"n": "\n", "t": "\t", "\\": "\\"}
SEVERAL_LINES = (Kind.PLANNED_TEXT, Kind.REMARKS, Kind.EXPLANATION)


class Replacement(Struct, frozen=True):
    r"""What stands in the place of a hit. `groups`: \1, \2 … stand for the groups of the expression, \0 for the hit."""

    text: str
    groups: bool = False

    def of(self, hit: Hit) -> str:
        """The words in the place of a hit. UserError for a group that the expression does not have."""
        if not self.groups or "\\" not in self.text:
            return self.text
        return ESCAPE.sub(lambda match: self._expanded(match.group(1), hit), self.text)

    def _expanded(self, escape: str, hit: Hit) -> str:
        if escape in PLAIN:
            return PLAIN[escape]
        number = int(escape.removeprefix("g<").removesuffix(">"))
        if number == 0:
            return hit.text
        if number > len(hit.groups):
            raise UserError(
                N_("The replacement names group {number}, which the expression does not have. Nothing was replaced."),
                number=number,
            )
        return hit.groups[number - 1] or ""


def replace_hits(
    report: Report,
    hits: Iterable[Hit],
    replacement: Replacement,
    *,
    planned: bool = False,
    progress: Progress = silent,
) -> Change | None:
    """Puts the replacement in the place of every hit.

    `planned`: also in planned outputs, whose wording the Assembly has approved; without it they are left alone.
    ValueError where the report no longer holds what was found.
    """
    by_place: dict[Place, list[Hit]] = {}
    for hit in hits:
        if planned or hit.place.kind is not Kind.PLANNED_TEXT:
            by_place.setdefault(hit.place, []).append(hit)
    changed: dict[str, Entity] = {}
    count = 0
    for place, found in tracked(by_place.items(), progress):
        before = changed.get(place.target) or report.get(place.target)
        if before is None:
            raise ValueError(f"{place.target} is gone")
        after = with_text(before, place, _replaced(text_at(before, place), place, found, replacement))
        if after != before:
            changed[place.target] = after
            count += len(found)
    return Change.of(label(count), [(report.get(id), after) for id, after in changed.items()])


def label(count: int) -> Text:
    """The name of a change that replaces so many places."""
    return Text.of(N_("Replace {count} text"), plural=N_("Replace {count} texts"), count=count)


def _replaced(text: str, place: Place, hits: list[Hit], replacement: Replacement) -> str:
    parts: list[str] = []
    done = 0
    for hit in sorted(hits, key=lambda hit: hit.start):
        if hit.start < done or text[hit.start : hit.end] != hit.text:
            raise ValueError(f"{hit.text!r} is not at {hit.start} of {place}")
        parts += (text[done : hit.start], replacement.of(hit))
        done = hit.end
    several = place.kind in SEVERAL_LINES or place.field == "summary"
    return (clean.lines if several else clean.line)("".join([*parts, text[done:]]))
