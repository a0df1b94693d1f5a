"""Figures out of text: the completed cell, the planned figure that it answers, and how a figure is written."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rbb_editor.domain.language import Language
from rbb_editor.domain.values import (
    DEED_PLANNED,
    MISSING,
    NOTHING_PLANNED,
    Actual,
    ActualKind,
    Number,
    Planned,
    PlannedKind,
)

_NUMBER = re.compile(r"\d{1,3}(?:[ ,\u00a0\u2009\u202f]\d{3})+|\d+")


@dataclass(frozen=True, slots=True)
class NumberInText:
    """A number that stands in a text at [start:end], in digits or in words. `value` is in points for a percentage."""

    start: int
    end: int
    value: Number
    percent: bool


def numbers_in(text: str, language: Language) -> list[NumberInText]:
    """All numbers of `text` in their order."""
    found = []
    for match in _NUMBER.finditer(text):
        percent = text[match.end() : match.end() + 2].strip().startswith("%")
        found.append(NumberInText(match.start(), match.end(), int(re.sub(r"\D", "", match.group())), percent))
    return found


def read_actual(text: str, language: Language) -> Actual:
    """What stands in a completed cell."""
    word = text.strip()
    if not word:
        return MISSING
    for key, value in (("yes", True), ("no", False)):
        if word.casefold() == language.phrases[key].casefold():
            return Actual(ActualKind.YES_NO, value)
    numbers = numbers_in(word, language)
    if len(numbers) != 1:
        return Actual(ActualKind.TEXT)
    kind = ActualKind.PERCENT if numbers[0].percent else ActualKind.QUANTITY
    return Actual(kind, numbers[0].value)


def split_actuals(text: str, language: Language, planned_text: str = "", remarks: str = "") -> list[str]:
    """The figures that share one completed cell: "1 否" is two, "1 368" is one."""
    return [text.strip()] if re.fullmatch(r"\s*\d{1,3}( \d{3})+\s*", text) else text.split() or [""]


def read_planned(
    planned_text: str,
    actuals: Sequence[Actual],
    labels: Sequence[str | None],
    language: Language,
    remarks: Sequence[str] = (),
) -> tuple[Planned, ...]:
    """The planned figure that each of `actuals` answers."""
    numbers = numbers_in(planned_text, language)
    planned: list[Planned] = []
    for place, actual in enumerate(actuals):
        if place < len(numbers):
            kind = PlannedKind.PERCENT if numbers[place].percent else PlannedKind.QUANTITY
            planned.append(Planned(kind, numbers[place].value))
        else:
            planned.append(DEED_PLANNED if actual.kind is ActualKind.YES_NO else NOTHING_PLANNED)
    return tuple(planned)


def suggest_labels(planned_text: str, count: int, language: Language) -> list[str | None]:
    """A short label, copied from the planned text, of what each of `count` figures counts; None where there is none."""
    return [None] * count


def format_number(value: Number, language: Language, *, percent: bool = False) -> str:
    """A number as the document language writes it: "2 091" (no-break space), "2,091", "70%"."""
    text = f"{value:,}".replace(",", language.phrases["number_form"])
    return f"{text}%" if percent else text
