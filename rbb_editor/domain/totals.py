"""Figures of one output that answer one planned count together: 30 reports, answered by 26 and 4."""

from collections.abc import Sequence
from typing import cast

from rbb_editor.domain.entities import Component, Output
from rbb_editor.domain.language import Language
from rbb_editor.domain.values import Actual, ActualKind, Number, Planned, PlannedKind


def totals(output: Output, planned: Sequence[Planned], actuals: Sequence[Actual], language: Language) -> list[Actual]:
    """What each planned figure of an output is compared with: the completed figure, with its parts beside it.

    Source: A/72/701/Add.1, "30 reports", answered by 28, 1 and 1, each with its remark. A figure is a part of another's
    count where it answers no count of its own and its remarks name the same deliverable.
    """
    compared, components = list(actuals), output.components
    if PlannedKind.NONE not in [each.kind for each in planned]:  # as nearly always
        return compared
    places = range(len(components))
    whole = [at for at in places if _is_read(components[at], planned[at], actuals[at], PlannedKind.QUANTITY)]
    apart = [at for at in places if _is_read(components[at], planned[at], actuals[at], PlannedKind.NONE)]
    if not whole or not apart:
        return compared
    from rbb_editor.domain.parts import is_part, planned_counts  # few outputs have such parts, no start one in sight
    from rbb_editor.domain.remark import Told

    told = Told(output.planned_text, language)
    plans = {at: planned_counts(told, planned[at]) for at in whole}
    for part in apart:
        remark, value = Told(components[part].remarks, language), actuals[part].value
        of = [at for at, plan in plans.items() if is_part(remark, value, told, plan, language)]
        if len(of) == 1:
            both = _number(compared[of[0]]) + _number(actuals[part])
            compared[of[0]] = Actual(ActualKind.QUANTITY, both)
    return compared


def added(actual: Actual, total: Actual, without: Actual) -> Actual:
    """A completed figure with what stood beside another one that it takes the place of: 28 in 26 of 30 makes 32."""
    if total == without or actual.kind is not ActualKind.QUANTITY:
        return actual
    return Actual(ActualKind.QUANTITY, _number(actual) + _number(total) - _number(without))


def _is_read(component: Component, planned: Planned, actual: Actual, kind: PlannedKind) -> bool:
    return planned.kind is kind and component.planned is None and actual.kind is ActualKind.QUANTITY


def _number(actual: Actual) -> Number:
    """The value of a quantity."""
    return cast(Number, actual.value)
