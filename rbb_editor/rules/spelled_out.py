"""The rule about one short form that is spelled out in two ways."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from msgspec.structs import replace

from rbb_editor.domain.entities import Output
from rbb_editor.domain.folding import fold
from rbb_editor.domain.language import Language
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

SHARED = 0.4
"""Which share of the words, or pairs of Chinese characters, of a listed long form shows that it is meant."""
LONGER = 1.6
"""How many times as long as the listed one another wording may be."""

Spelled = tuple[str, str, Mark, bool]
"""A short form, its long form and where both stand; whether the initials of the long form tell where it starts."""


def abbreviation_two_forms(view: View) -> Iterator[Problem]:
    """A short form is spelled out in one way, in the list and in the texts.

    Source: the editorial manual. Wrong: "Regional Service Centre (RSC)" here and "Rapid Supply Centre (RSC)" there;
    "United Nations Mission in Juba (UNMISS)" where the list has "in South Sudan"; right: one of the two, or two short
    forms.
    """
    known = {
        each.short.strip(): (each.long.strip(), "") for each in view.report.info.abbreviations if each.long.strip()
    }
    for output, spelled in view.each_derived("spelled out", _all_spelled, Trait.PAIRED):
        for short, long, mark, certain in spelled:
            if certain:
                one, where = known.setdefault(short, (long, output.id))
            else:
                one, where = known.get(short, ("", ""))
                at = _other_start(one, long, view.language) if one and not where else None
                if at is None:
                    continue
                long, mark = long[at:].strip(), replace(mark, start=mark.start + at)
            if _same(one, long, view.language):
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
            at = match.start() - len(before) + (start or 0)
            long = before[start:].strip() if start is not None else before
            found.append((short, long, Mark(component, field, at, match.end()), start is not None))
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


def _other_start(one: str, before: str, language: Language) -> int | None:
    """Where another wording of a listed long form starts in the words before a bracket; None where there is none."""
    listed = {sign for _, sign in _signs(one, language)}
    stop = max((match.end() for match in _STOP.finditer(before)), default=0)
    said = [(at, sign) for at, sign in _signs(before[stop:], language) if sign in listed]
    if len({sign for _, sign in said}) < max(2, SHARED * len(listed)):
        return None
    start = stop + said[0][0]
    return start if len(before) - start <= LONGER * len(one) else None


def _same(one: str, other: str, language: Language) -> bool:
    """Whether two long forms are one, whatever the case and number of their words."""
    if _HAN.search(one + other):
        return one.endswith(other) or other.endswith(one)
    words, others = ([sign for _, sign in _signs(text, language)] for text in (one, other))
    return words == others


def _signs(text: str, language: Language) -> list[tuple[int, str]]:
    """What two wordings are compared by, with its places: longer words by their beginnings, Chinese pairs."""
    if _HAN.search(text):
        runs = re.finditer(r"[\u4e00-\u9fff]+", text)
        return [(run.start() + at, run[0][at : at + 2]) for run in runs for at in range(len(run[0]) - 1)]
    words = ((match.start(), language.nouns.bare(fold(match[0]).text)) for match in _WORD.finditer(text))
    least = STEM - language.nouns.rooted  # what was written before an Arabic word is cut off
    return [(at, word[:STEM]) for at, word in words if len(word) >= least]


_BRACKETED = re.compile(r" ?[(（]([A-ZА-ЯЁ][A-ZА-ЯЁ]{2,9}|[\u4e00-\u9fff]{3,10}|[\u0621-\u064a]{3,14})[)）]")
_WORD = re.compile(r"[^\W\d_]+")
_HAN = re.compile("[\u4e00-\u9fff]")
_STOP = re.compile(r"[,;:.()،؛，。；：、“”《》（）]")
_HAN_END = re.compile(r"[\u4e00-\u9fff]+$")
