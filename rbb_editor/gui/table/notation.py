"""How a planned figure is written in its narrow column, and how one that a user types is understood. No Qt.

≤ up to, ≥ at least, ≈ about, 6–8 a range, — nothing that could be compared (LOOK.md §4).
"""

import re

from rbb_editor.domain.figures import format_number, read_actual, read_planned
from rbb_editor.domain.language import Language
from rbb_editor.domain.values import (
    DEED_PLANNED,
    NOTHING_PLANNED,
    ActualKind,
    Number,
    Planned,
    PlannedKind,
    Qualifier,
)

SIGNS = {Qualifier.UP_TO: "≤", Qualifier.AT_LEAST: "≥", Qualifier.APPROXIMATELY: "≈"}
TYPED_SIGNS = {
    "≤": Qualifier.UP_TO,
    "<=": Qualifier.UP_TO,
    "<": Qualifier.UP_TO,
    "≥": Qualifier.AT_LEAST,
    ">=": Qualifier.AT_LEAST,
    ">": Qualifier.AT_LEAST,
    "≈": Qualifier.APPROXIMATELY,
    "~": Qualifier.APPROXIMATELY,
}
NOTHING = "—"
RANGE = re.compile(r"\s*[–—-]\s*")
KINDS = {ActualKind.QUANTITY: PlannedKind.QUANTITY, ActualKind.PERCENT: PlannedKind.PERCENT}


def write_planned(planned: Planned, language: Language) -> str:
    """A planned figure as the table shows it."""
    if planned.kind is PlannedKind.NONE or planned.value is None:
        return NOTHING
    if planned.kind is PlannedKind.YES_NO:
        return language.phrases["yes"]
    text = _number(planned, planned.value, language)
    if planned.qualifier is Qualifier.RANGE and planned.maximum is not None:
        return f"{text}–{_number(planned, planned.maximum, language)}"
    sign = SIGNS.get(planned.qualifier) if planned.qualifier is not None else None
    return f"{sign}\u00a0{text}" if sign else text


def read_typed(text: str, language: Language) -> Planned | None:
    """The planned figure that a user typed; None for an empty text. ValueError for what is no figure."""
    text = text.strip()
    if not text:
        return None
    if text in ("—", "–", "-"):
        return NOTHING_PLANNED
    for typed, qualifier in TYPED_SIGNS.items():
        if text.startswith(typed):
            kind, value = _value(text[len(typed) :], language)
            return Planned(kind, value, qualifier=qualifier)
    ends = RANGE.split(text)
    if len(ends) == 2:
        (kind, low), (upper_kind, high) = _value(ends[0], language), _value(ends[1], language)
        if upper_kind is PlannedKind.PERCENT:
            kind = upper_kind
        if not low < high:
            raise ValueError(text)
        return Planned(kind, low, high, Qualifier.RANGE)
    actual = read_actual(text, language)
    worded = read_planned(text, [actual], [None], language)[0]
    if worded.qualifier is not None:  # "at least 90", as a wording says it
        return worded
    if actual.kind is ActualKind.YES_NO:
        return DEED_PLANNED
    kind, value = _value(text, language)
    return Planned(kind, value)


def _number(planned: Planned, value: Number | bool, language: Language) -> str:
    return format_number(value, language, percent=planned.kind is PlannedKind.PERCENT)


def _value(text: str, language: Language) -> tuple[PlannedKind, Number]:
    actual = read_actual(text, language)
    if actual.kind not in KINDS or actual.value is None:
        raise ValueError(text)
    return KINDS[actual.kind], actual.value
