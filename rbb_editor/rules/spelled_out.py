"""The rule about one short form that is spelled out in two ways."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from rbb_editor.domain.entities import Output
from rbb_editor.domain.folding import fold
from rbb_editor.domain.places import place_words
from rbb_editor.domain.text import N_, Text
from rbb_editor.rules.rule import Mark, Problem, View
from rbb_editor.rules.texts import prose
from rbb_editor.rules.traits import Trait

BEFORE = 120
"""Characters before a bracket in which a long form stands."""
STEM = 4
"""Letters by which two forms of a word are known as one."""
MOST = 20
"""Short forms in brackets of one text that are looked at."""

Spelled = tuple[str, str, Mark]
"""A short form, its long form and where both stand."""


def abbreviation_two_forms(view: View) -> Iterator[Problem]:
    """A short form is spelled out in one way, in the list and in the texts.

    Source: the editorial manual. Wrong: "Regional Service Centre (RSC)" here and "Rapid Supply Centre (RSC)" there;
    right: one of the two, or two short forms.
    """
    known = {
        each.short.strip(): (each.long.strip(), "") for each in view.report.info.abbreviations if each.long.strip()
    }
    for output, spelled in view.each_derived("spelled out", _all_spelled, Trait.PAIRED):
        for short, long, mark in spelled:
            one, where = known.setdefault(short, (long, output.id))
            if _same(one, long):
                continue
            message = N_("“{short}” is spelled out as “{long}” here, in the list of abbreviations as “{one}”.")
            text = Text.of(message, short=short, long=long, one=one)
            if where:
                message = N_("“{short}” is spelled out as “{long}” here, as “{one}” in {place}.")
                place = place_words(view.report, where, view.language)
                text = Text.of(message, short=short, long=long, one=one, place=place)
            yield Problem(output.id, text, mark.component, mark.field, (mark,), guess=True)


def _all_spelled(_: View, outputs: Iterable[Output]) -> Iterator[list[Spelled]]:
    return map(_spelled, outputs)


def _spelled(output: Output) -> list[Spelled]:
    """The short forms that an output spells out, with their places."""
    found: list[Spelled] = []
    for component, field, text in prose(output):
        for match in islice(_BRACKETED.finditer(text), MOST):
            short, before = match[1], text[max(0, match.start() - BEFORE) : match.start()]
            start = _han_start(short, before) if _HAN.search(short) else _start(short, before)
            if start is not None:
                at = match.start() - len(before) + start
                found.append((short, before[start:].strip(), Mark(component, field, at, match.end())))
    return found


def _start(short: str, before: str) -> int | None:
    """Where the words start whose initials are a short form; small words between them do not count."""
    left = [sign for sign in fold(short).text if sign.isalpha()]
    for match in reversed(list(_WORD.finditer(before))):
        word = fold(match[0]).text
        if left and word[:1] == left[-1]:  # nothing is left of a lone tatweel
            left.pop()
            if not left:
                return match.start()
        elif not match[0].islower():
            return None
    return None


def _han_start(short: str, before: str) -> int | None:
    """Where the Chinese name starts of which a short form holds the first and some other characters."""
    run = _HAN_END.search(before)
    if run is None or len(short) < 3:
        return None
    at = len(before)
    for sign in reversed(short):
        at = before.rfind(sign, run.start(), at)
        if at < 0:
            return None
    return at if len(before) - at > len(short) else None


def _same(one: str, other: str) -> bool:
    """Whether two long forms are one, whatever the case and number of their words."""
    if _HAN.search(one + other):
        return one.endswith(other) or other.endswith(one)
    words, others = (
        [word[:STEM] for word in _WORD.findall(fold(text).text) if len(word) >= STEM] for text in (one, other)
    )
    return words == others


_BRACKETED = re.compile(r" ?[(（]([A-ZА-ЯЁ][A-ZА-ЯЁ]{2,9}|[\u4e00-\u9fff]{3,10})[)）]")
_WORD = re.compile(r"[^\W\d_]+")
_HAN = re.compile("[\u4e00-\u9fff]")
_HAN_END = re.compile(r"[\u4e00-\u9fff]+$")
