"""What a planned output delivers, whatever its figure and the word for its deed: by that two rows are known as one."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from rbb_editor.domain.entities import Output
from rbb_editor.domain.folding import fold, folded_text
from rbb_editor.domain.language import Language
from rbb_editor.domain.phrases import NOTHING, any_of
from rbb_editor.domain.remark import same_noun
from rbb_editor.domain.values import ActualKind, Number, PlannedKind
from rbb_editor.rules.rule import View

WORDING = "wording"
"""The name under which the wordings are kept."""

SHORTEST = 12
"""Bytes of a wording below which two that are alike say nothing."""

ROWS = 6
"""Rows of one wording that are compared; what more of them share says nothing."""

SEVERAL = 2
"""The least figure by which a row can be known: one handbook stands in many rows."""

_DELETED = b"0123456789 \t\r,.;:'\"-"
_ENDS = ".,;:。，；："
_DIGITS = re.compile(r"\d+")


def wordings(view: View, outputs: Sequence[Output]) -> list[bytes]:
    """Each of many planned texts as signs to compare: folded, without a word for a deed that says no more than that it
    is done, the number behind it and the noun that changes with that; without other digits and signs.

    So "Holding of 4 sessions of the fuel committee" and "Four sessions of the fuel committee" are one.
    """
    texts = [output.planned_text for output in outputs]
    joined = "\n".join(texts)
    if joined.count("\n") != len(texts) - 1:
        joined = "\n".join([text.replace("\n", " ") for text in texts])
    folded = _opening(view.language).sub("\n" if view.language.spaced else "", "\n" + folded_text(joined))
    found = folded.encode("utf-8", "surrogatepass").translate(None, _DELETED).split(b"\n")[1:]
    return [each if len(each) >= SHORTEST else _whole(text) for each, text in zip(found, texts, strict=True)]


def departments(view: View) -> dict[str, str]:
    """The department of each accomplishment."""
    return view.of_all("departments", _departments)


def _departments(view: View) -> dict[str, str]:
    above = {each.id: each.parent for each in view.report.headings()}
    found: dict[str, str] = {}
    for id in above:
        top = id
        while (parent := above[top]) is not None:
            top = found.get(parent, parent)
        found[id] = top
    return found


def rows_alike(view: View) -> list[list[Output]]:
    """The outputs of each wording that several have, in printed order."""
    return view.of_all("rows alike", _rows_alike)


def _rows_alike(view: View) -> list[list[Output]]:
    pairs = list(view.each_derived(WORDING, wordings))
    several = {wording for wording, count in Counter([wording for _, wording in pairs]).items() if count > 1}
    groups: dict[bytes, list[Output]] = {wording: [] for wording in several if len(wording) >= SHORTEST}
    for output, wording in pairs:
        if wording in groups:
            groups[wording].append(output)
    return list(groups.values())


class Plan(NamedTuple):
    """The planned figures of an output, all its other numbers, and its completed figures, where all are numbers."""

    figures: tuple[Number, ...]
    others: tuple[str, ...]
    completed: tuple[Number, ...]


def same_text(one: Output, other: Output) -> bool:
    """Whether two planned texts are the same; white space, capitals and a last sign do not count."""
    return one.planned_text == other.planned_text or _plain(one.planned_text) == _plain(other.planned_text)


def same_noun_counted(one: Output, other: Output, language: Language) -> bool:
    """Whether the nouns behind the first numbers of two planned texts of one wording are forms of one."""
    first, second = (_noun(output.planned_text, language) for output in (one, other))
    return first == second or (bool(first and second) and same_noun(first, second, language))


def plan_of(view: View, output: Output) -> Plan | None:
    """What an output plans; None where a figure is no count."""
    figures, completed = [], []
    for figure in view.reader.figures(output):
        planned, actual = figure.planned, figure.actual
        if planned.kind not in _COUNTED or planned.value is None or planned.maximum is not None:
            return None
        figures.append(planned.value)
        if actual.kind is ActualKind.QUANTITY and actual.value is not None:
            completed.append(actual.value)
    text = _GROUPED.sub("", fold(output.planned_text).text)
    others = _DIGITS.findall(text)
    for value in figures:
        if str(value) in others:
            others.remove(str(value))
    return Plan(tuple(figures), tuple(others), tuple(completed))


def is_answered(plan: Plan) -> bool:
    """Whether each planned figure is answered by a number."""
    return len(plan.completed) == len(plan.figures)


def _whole(text: str) -> bytes:
    """The wording of a text that would be too short without its figure."""
    return _plain(text).encode("utf-8", "surrogatepass")


def _plain(text: str) -> str:
    return "".join(text.casefold().split()).strip(_ENDS)


def _noun(text: str, language: Language) -> str:
    match = _opening(language).match("\n" + fold(text).text)
    return (match[1] or "") if match else ""


@cache
def _opening(language: Language) -> re.Pattern[str]:
    """How a planned text begins: a line break, by which a search is quick, a plain deed, a number and the counted noun.

    Without spaces between words, where a noun does not change, it is a plain deed before a number, wherever it stands.
    """
    deeds = language.remarks.plain_deeds.source
    numerals = language.numerals
    if not language.spaced:
        words = numerals.characters.pattern if numerals.characters else NOTHING
        return re.compile(rf"(?:{deeds})(?: ?\d[\d ]*|{words}(?={any_of(numerals.measures)}))()")
    number = rf"(?:\d[\d ,.]*|(?:{any_of(numerals.words)})(?![^\W\d_])) ?"
    of = any_of([f" {word}" if word.endswith("'") else f" {word} " for word in language.counts.of if word])
    return re.compile(rf"\n(?:(?:{deeds})(?:{of}| ))?{number}(\S*)")


_COUNTED = (PlannedKind.QUANTITY, PlannedKind.PERCENT)
_GROUPED = re.compile(r"(?<=\d)[ ,.](?=\d{3}(?!\d))")
