"""Rules about remarks and reasons that speak of another mission or office than the row does."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from rbb_editor.domain.entities import Component, Level, Output
from rbb_editor.domain.folding import fold
from rbb_editor.domain.language import Language
from rbb_editor.domain.numeral import each_match
from rbb_editor.domain.phrases import FIRST, NOTHING, any_of, by_first_letter
from rbb_editor.domain.signs import BETWEEN
from rbb_editor.domain.text import N_, Text
from rbb_editor.rules.rule import Mark, Problem, View
from rbb_editor.rules.telling import telling
from rbb_editor.rules.traits import Trait

TITLE = 8
"""Letters below which the title of an office may be any word."""


def reason_of_other_mission(view: View) -> Iterator[Problem]:
    """A reason speaks of the mission that the row is about.

    Source: made-up reports in six languages, written with such slips. Missions are known by the report's list of
    abbreviations, and by the shape of their short forms. Wrong: "4 visits to UNISFA", "two were abandoned, since all
    flights to UNMISS were suspended"; right: "… to UNISFA …", or "the team was redeployed to UNMISS".
    """
    longs = _listed(view)
    forms = [*map(re.escape, sorted(filter(None, longs), key=len, reverse=True)), *view.language.remarks.mission_forms]
    anywhere, missions = re.compile("|".join(forms) or NOTHING), _pattern(view.language, forms)
    explained = [(output, each) for output in view.outputs(Trait.EXPLAINED) for each in output.components]
    texts = [component.explanation for _, component in explained]
    for at in dict.fromkeys(at for at, *_ in each_match(anywhere.finditer, texts)):
        yield from _other_mission(view, *explained[at], missions, longs)


def _other_mission(
    view: View, output: Output, component: Component, missions: re.Pattern[str], longs: Mapping[str, str]
) -> Iterator[Problem]:
    """The one mission of a reason, where the planned text names another one, and the remark does not name it."""
    own = {match[1]: match for match in missions.finditer(output.planned_text)}
    named = {match[1]: match for match in missions.finditer(component.explanation)}
    if len(own) != 1 or len(named) != 1:
        return
    ((mine, here),), ((other, there),) = own.items(), named.items()
    same = mine in other or other in mine or (longs.get(mine) or mine) == (longs.get(other) or other)
    if same or other in component.remarks or longs.get(mine, mine) in component.explanation:
        return
    if view.language.remarks.elsewhere.search(fold(component.explanation).text):
        return
    yield Problem(
        output.id,
        Text.of(N_("The reason speaks of “{other}”, the figure of “{own}”."), other=other, own=mine),
        component.id,
        "explanation",
        (
            Mark(component.id, "explanation", there.start(1), there.end(1)),
            Mark(None, "planned_text", here.start(1), here.end(1)),
        ),
        guess=True,
    )


def _listed(view: View) -> dict[str, str]:
    """The missions in the list of abbreviations: short form and long form."""
    words = view.language.remarks.missions
    lines = view.report.info.abbreviations
    return {each.short.strip(): each.long.strip() for each in lines if words.search(fold(each.long).text)}


def _pattern(language: Language, forms: Sequence[str]) -> re.Pattern[str]:
    """Finds a short form of a mission as a word: its first group."""
    if not language.spaced:
        return re.compile(f"({'|'.join(forms) or NOTHING})")
    if language.nouns.article:
        return re.compile(rf"\b(?:{language.nouns.prefix.source})?({'|'.join(forms) or NOTHING})\b")
    if not all(map(FIRST.match, forms)):
        return re.compile(rf"\b({'|'.join(forms)})\b")
    return re.compile(rf"({by_first_letter(forms) or NOTHING})\b")


def other_office_acts(view: View) -> Iterator[Problem]:
    """What a row reports is done by its own office or department.

    Wrong: in a row of the Personnel Division "The Office of Military Affairs could make only four visits", answered by
    4; right: "The Division could …". Offices and departments are known by their titles.
    """
    units = [each for each in view.report.headings() if each.level in UNITS]
    names = {name: each.id for each in units if len(name := each.title.strip()) >= TITLE}
    if len(names) < 2:
        return
    ahead = rf"(?:[^\s{BETWEEN}]{{1,40}}+ ){{0,3}}" if view.language.nouns.rooted else r"(?:\S{1,3}[ '’])?"
    behind = r"\b" if view.language.spaced else ""
    acting = re.compile(rf"{BETWEEN}{ahead if behind else ''}({any_of(names)}){behind}")
    explained = [
        (output, at)
        for output in view.outputs(Trait.EXPLAINED | Trait.SHORTFALL)
        for at in range(len(output.components))
    ]
    remarks = [output.components[at].remarks for output, at in explained]
    reasons = [output.components[at].explanation for output, at in explained]
    for field, texts in (("remarks", remarks), ("explanation", reasons)):
        for at, begin, match in each_match(acting.finditer, ["", *texts]):  # at the sign before a text
            start = begin + len(texts[at - 1] if at else "") + 1
            named = Words(field, match.start(1) - start, match.end(1) - start)
            yield from _acts(view, *explained[at], named, names[match[1]])


class Words(NamedTuple):
    """Words of a field."""

    field: str
    start: int
    end: int


def _acts(view: View, output: Output, place: int, named: Words, id: str) -> Iterator[Problem]:
    """An office at the start of a text whose first sentence tells the completed figure, where it is not of the row."""
    row = telling(view, output).rows[place]
    told = row.remarks if named.field == "remarks" else row.explanation
    name = told.text[named.start : named.end]
    if name in output.planned_text or any(section.id == id for section in view.report.path(output.id)):
        return
    _, end = told.sentence(named.end)
    value = row.figure.actual.value
    if not any(count.value == value and named.end <= count.start < end for count in told.counts):
        return
    yield Problem(
        output.id,
        Text.of(N_("“{name}” is named as having done what the row reports, but is another office."), name=name),
        row.component.id,
        named.field,
        (Mark(row.component.id, named.field, named.start, named.end),),
        guess=True,
    )


UNITS = (Level.DEPARTMENT, Level.OFFICE)
