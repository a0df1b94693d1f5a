"""Rules about the organs and units that a remark names: those of the row, and by the names that they have there."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from rbb_editor.domain.counts import Depth
from rbb_editor.domain.entities import Level, Output
from rbb_editor.domain.remark import Told
from rbb_editor.domain.text import N_, Text
from rbb_editor.rules.rule import Problem, View
from rbb_editor.rules.telling import Telling, mark, planned_counts, telling

STEM = 4
"""Characters of a Chinese name before its ending that make it known."""

_WORD = re.compile(r"[^\W\d_]+")
_STARTS = re.compile(r"(?:^|[。；;.\n]\s*)")
_JOINS = ("与", "和", "及", "、", "的", "，", ",", " and", " et ", " y ", " и ", " or ")


class _Name(NamedTuple):
    """A name of an organ in a folded text: its noun, and the words that tell it from others of that noun."""

    start: int
    end: int
    noun: str
    rest: str


def reason_of_other_body(view: View, output: Output) -> Iterator[Problem]:
    """A reason speaks of the organ that the figure is about, not of that of another figure in the row.

    Source: A/72/701/Add.1, recommendations of boards of inquiry explained by those of the oversight bodies. Wrong: "5
    reports of the Board and 8 of the Council", the 8 explained by requests of the Board; right: of the Council.
    """
    if len(output.components) < 2:
        return
    told = telling(view, output)
    nouns = view.language.remarks.names
    if not any(row.component.explanation and _any(nouns).search(row.explanation.folded.text) for row in told.rows):
        return
    own = [_own(view, told, place) for place in range(len(told.rows))]
    for place, row in enumerate(told.rows):
        mine, text = own[place], row.explanation.folded.text
        if mine is None or not text or mine in text:
            continue
        for other in own:
            if other is None or other == mine or other not in text or mine in other or other in mine:
                continue
            at = text.index(other)
            yield Problem(
                output.id,
                Text.of(
                    N_("The reason speaks of “{other}”, the figure of “{own}”."),
                    other=row.explanation.quote(at, at + len(other)),
                    own=_as_planned(told.planned, mine),
                ),
                row.component.id,
                "explanation",
                (mark(row.explanation, row.component.id, "explanation", at, at + len(other)),),
                guess=not nouns or view.language.remarks.spaced,
            )
            break


def body_named_otherwise(view: View, output: Output) -> Iterator[Problem]:
    """The remark calls an organ by the name that it has in the planned text.

    Source: A/72/701/Add.1, 外勤中央审查机构 in the plan and 外勤中央审查机关 in the remark. Wrong: "Central Review
    Body" and "Central Review Board"; right: one of the two.
    """
    told = telling(view, output)
    spaced, nouns = view.language.remarks.spaced, view.language.remarks.names
    if not any(row.component.remarks and _any(nouns).search(row.remarks.folded.text) for row in told.rows):
        return
    planned = told.planned.folded.text
    for name in _names(planned, nouns, spaced=spaced):
        if len(name.rest) < STEM:
            continue
        for row in told.rows:
            text = row.remarks.folded.text
            rest = name.rest if spaced else _shared_end(name.rest, text)
            at = text.find(rest) if rest else -1
            if at < 0 or rest + name.noun in text:
                continue
            tail = text[at + len(rest) :]
            other = next((noun for noun in nouns if tail.startswith(noun)), None)
            if other is None or other.startswith(name.noun) or name.noun.startswith(other):
                continue
            end = at + len(rest) + len(other)
            if spaced:
                end += len(_WORD.match(tail).group()) - len(other)  # type: ignore[union-attr]  # it starts with a noun
            if text[at:end] in planned:
                continue
            yield Problem(
                output.id,
                Text.of(
                    N_("The remarks say “{other}”, the planned text “{own}”."),
                    other=row.remarks.quote(at, end),
                    own=told.planned.quote(name.end - len(name.noun) - len(rest), name.end),
                ),
                row.component.id,
                "remarks",
                (
                    mark(row.remarks, row.component.id, "remarks", at, end),
                    mark(told.planned, None, "planned_text", name.end - len(name.noun) - len(rest), name.end),
                ),
            )


def other_department_acts(view: View) -> Iterator[Problem]:
    """Who did what a row reports is the department of the row.

    Source: A/72/701/Add.1, the office to the African Union named as who acted in a row of another department. Wrong: in
    a row of the Department of Field Support "UNOAU supported …"; right: "The Department supported …".
    """
    names = _department_names(view)
    if not names:
        return
    for output in view.report.outputs():
        department = view.report.path(output.id)[0].id
        for component in output.components:
            for name, id in names:
                if id == department or name not in component.remarks or name in output.planned_text:
                    continue
                at = next(
                    (
                        m.end()
                        for m in _STARTS.finditer(component.remarks)
                        if component.remarks.startswith(name, m.end())
                    ),
                    _after_comma(component.remarks, name),
                )
                rest = component.remarks[at + len(name) :] if at >= 0 else ""
                if not rest or rest.startswith(_JOINS):
                    continue
                told = Told(component.remarks, view.language)
                title = view.report.section(id).title
                message = N_("The remarks name “{name}” as acting, which is another department ({title}).")
                marks = (mark(told, component.id, "remarks", at, at + len(name)),)
                text = Text.of(message, name=name, title=title)
                yield Problem(output.id, text, component.id, "remarks", marks, guess=True)


def _shared_end(rest: str, text: str) -> str:
    """The longest end of a Chinese name, before its last noun, that stands in a text; "" where it is short."""
    return next((rest[i:] for i in range(len(rest) - STEM + 1) if rest[i:] in text), "")


def _after_comma(text: str, name: str) -> int:
    """Where a Chinese clause starts with a name that acts (联非办还支助了); -1 where none does."""
    for comma in ("，", ", ", "、"):
        for follow in ("还", "已", "也", "又"):
            at = text.find(comma + name + follow)
            if at >= 0:
                return at + len(comma)
    return -1


def _department_names(view: View) -> list[tuple[str, str]]:
    """Titles and abbreviations of the departments, with their ids."""
    departments = [section for section in view.report.sections(None) if section.level is Level.DEPARTMENT]
    titles = {section.title.strip(): section.id for section in departments if len(section.title.strip()) > 3}
    shorts = [(each.short, titles[each.long]) for each in view.report.info.abbreviations if each.long in titles]
    return [(short, id) for short, id in shorts if len(short) > 1]


def _own(view: View, told: Telling, place: int) -> str | None:
    """The organ that the planned text names with the count of a figure: before it in Chinese, else after it."""
    counts = planned_counts(told.planned, told.rows[place].figure.planned)
    if not counts:
        return None
    text, count = told.planned.folded.text, counts[0]
    nouns = view.language.remarks.names
    spaced = view.language.remarks.spaced
    starts = [c.start for c in told.planned.counts if c.depth is Depth.MAIN and not c.article]
    if spaced:
        end = min((start for start in starts if start > count.start), default=len(text))
        found = _names(text[count.end : end], nouns, spaced=True)
        return found[0].noun if found else None
    start = max((start for start in starts if start < count.start), default=0)
    found = _names(text[start : count.start], nouns, spaced=False)
    return found[-1].rest[-2:] + found[-1].noun if found else None


def _as_planned(told: Told, name: str) -> str:
    at = told.folded.text.find(name)
    return told.quote(at, at + len(name)) if at >= 0 else name


def _names(text: str, nouns: Sequence[str], *, spaced: bool) -> list[_Name]:
    """The names of organs in a folded text."""
    if not nouns:
        return []
    if not spaced:
        return [_Name(match.start(), match.end(), match[2], match[1]) for match in _ending(tuple(nouns)).finditer(text)]
    words = list(_WORD.finditer(text))
    found = []
    for place, word in enumerate(words):
        if word.group().startswith(tuple(nouns)):
            before = words[max(0, place - 2) : place]
            start = before[0].start() if len(before) == 2 else word.start()
            found.append(_Name(start, word.end(), word.group(), text[start : word.start()]))
    return found


@cache
def _any(nouns: tuple[str, ...]) -> re.Pattern[str]:
    """Finds any noun of an organ."""
    return re.compile("|".join(map(re.escape, nouns)) or r"(?!)")


@cache
def _ending(nouns: tuple[str, ...]) -> re.Pattern[str]:
    """A Chinese name with its ending; particles and verbs do not belong to it."""
    ends = "|".join(sorted((re.escape(noun) for noun in nouns), key=len, reverse=True))
    return re.compile(rf"([\u3400-\u9fff](?:(?!{ends})[^\W\d_和与及的由经向对在就为给或]){{1,10}})({ends})")
