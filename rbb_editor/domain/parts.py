"""Figures of one output that answer one planned count together: 30 reports, answered by 26 and 4."""

from collections.abc import Sequence
from typing import cast

from rbb_editor.domain.assignment import features
from rbb_editor.domain.count import Count, Depth, Role, naming
from rbb_editor.domain.entities import Component, Output
from rbb_editor.domain.language import Language
from rbb_editor.domain.remark import Told, alike
from rbb_editor.domain.values import Actual, ActualKind, Number, Planned, PlannedKind

NAME = 2
"""Chinese characters at the end of a phrase that name what is counted."""


def totals(output: Output, planned: Sequence[Planned], actuals: Sequence[Actual], language: Language) -> list[Actual]:
    """What each planned figure of an output is compared with: the completed figure, with its parts beside it.

    Source: A/72/701/Add.1, "30 reports", answered by 28, 1 and 1, each with its remark. A figure is a part of another's
    count where it answers no count of its own and its remarks name the same deliverable.
    """
    compared, components = list(actuals), output.components
    places = range(len(components))
    whole = [at for at in places if _is_read(components[at], planned[at], actuals[at], PlannedKind.QUANTITY)]
    apart = [at for at in places if _is_read(components[at], planned[at], actuals[at], PlannedKind.NONE)]
    if not whole or not apart:
        return compared
    told = Told(output.planned_text, language)
    for part in apart:
        remark, value = Told(components[part].remarks, language), actuals[part].value
        of = [at for at in whole if is_part(remark, value, told, planned_counts(told, planned[at]), language)]
        if len(of) == 1:
            both = _number(compared[of[0]]) + _number(actuals[part])
            compared[of[0]] = Actual(ActualKind.QUANTITY, both)
    return compared


def added(actual: Actual, total: Actual, without: Actual) -> Actual:
    """A completed figure with what stood beside another one that it takes the place of: 28 in 26 of 30 makes 32."""
    if total == without or actual.kind is not ActualKind.QUANTITY:
        return actual
    return Actual(ActualKind.QUANTITY, _number(actual) + _number(total) - _number(without))


def planned_counts(told: Told, planned: Planned) -> list[Count]:
    """The counts of a planned text that a planned figure was read from; all of its depth, where it is a sum."""
    counts = [count for count in told.counts if not count.article]
    main = [count for count in counts if count.depth <= Depth.PART]
    for some in (main, counts):
        if exact := [count for count in some if count.value == planned.value]:
            return exact
    return [count for count in main if count.role is Role.ITEM] or main or counts


def is_part(remark: Told, value: Number | bool | None, told: Told, plan: Sequence[Count], language: Language) -> bool:
    """Whether a remark names its figure as so many of what a plan counts. `told`: the planned text of the counts."""
    return any(
        is_same(remark, count, told, kind, language) and not _is_of_another(remark, count, told, kind, language)
        for count in naming(remark.counts, value)
        for kind in plan
    )


def is_same(told: Told, count: Count, planned: Told, kind: Count, language: Language) -> bool:
    """Whether both count the same deliverable; Chinese measure words alone do not tell."""
    if not alike(count, kind, language):
        return False
    if language.remarks.spaced:
        return True
    said = told.folded.text[count.end : count.reach].rstrip()
    wanted = planned.folded.text[kind.end : kind.reach].rstrip()
    return said[-NAME:] in wanted or wanted[-NAME:] in said


def _is_of_another(remark: Told, count: Count, told: Told, kind: Count, language: Language) -> bool:
    """Whether the words of what a remark counts are those of another deliverable of the planned text.

    "52 weekly reports" are no part of the three in "Weekly reports and 3 thematic reports".
    """
    if not language.remarks.spaced:
        return False
    text = told.folded.text
    own, others = text[kind.start : kind.reach], f"{text[: kind.start]} {text[kind.reach :]}"
    words = features(remark.folded.text[count.end : count.reach])
    return bool((words & features(others)) - features(own))


def _is_read(component: Component, planned: Planned, actual: Actual, kind: PlannedKind) -> bool:
    return planned.kind is kind and component.planned is None and actual.kind is ActualKind.QUANTITY


def _number(actual: Actual) -> Number:
    """The value of a quantity."""
    return cast(Number, actual.value)
