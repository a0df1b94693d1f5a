"""Planned against completed: the outcome, and whether it has to be explained. Pure functions."""

from rbb_editor.domain.values import Actual, ActualKind, Number, Outcome, Planned, PlannedKind, Qualifier

APPROXIMATE_SHARE = 0.10
"""An approximate figure is met within 10 per cent (DOMAIN: "about, approximately: met within 10 %")."""

YES_NO = ActualKind.YES_NO
MET, EXCEEDED, SHORTFALL, UNCLEAR = Outcome.MET, Outcome.EXCEEDED, Outcome.SHORTFALL, Outcome.UNCLEAR
DEVIATING = (SHORTFALL, EXCEEDED)
"""Names of their own, as in `count`: this is asked of every figure again and again."""

COMPARABLE = {PlannedKind.QUANTITY: ActualKind.QUANTITY, PlannedKind.PERCENT: ActualKind.PERCENT}


def outcome(planned: Planned, actual: Actual) -> Outcome:
    """What comes of comparing `actual` with `planned`; what cannot be compared is UNCLEAR, never a guess.

    Yes = met and no = shortfall whatever was planned, but for a plan of nothing, where only "no" says something.
    """
    if actual.kind is YES_NO:
        return MET if actual.value else SHORTFALL
    if COMPARABLE.get(planned.kind) is not actual.kind:
        return UNCLEAR
    want, got, qualifier = planned.value, actual.value, planned.qualifier
    if want is None or got is None:
        return UNCLEAR
    if qualifier is None:
        return MET if got == want else SHORTFALL if got < want else EXCEEDED
    low, high = _bounds(planned, want)
    if got < low or (qualifier is Qualifier.UP_TO and got <= 0 < want):
        return SHORTFALL
    return EXCEEDED if high is not None and got > high else MET


def needs_explanation(result: Outcome) -> bool:
    """A shortfall always has to be explained; an excess by the report's own practice."""
    return result in DEVIATING


def deviation(planned: Planned, actual: Actual) -> Number | None:
    """Completed minus the nearest planned bound, 0 inside; in units, in points for percentages; None if unclear."""
    if COMPARABLE.get(planned.kind) is not actual.kind or planned.value is None or actual.value is None:
        return None
    low, high = _bounds(planned, planned.value)
    if planned.qualifier is Qualifier.APPROXIMATELY and outcome(planned, actual) is not Outcome.MET:
        return _tidy(actual.value - planned.value)
    if actual.value < low:
        return _tidy(actual.value - low)
    if high is not None and actual.value > high:
        return _tidy(actual.value - high)
    return 0


def _bounds(planned: Planned, want: Number) -> tuple[Number, Number | None]:
    """Lowest and highest completed figure that meets the plan; None: no upper end."""
    match planned.qualifier:
        case Qualifier.APPROXIMATELY:
            margin = abs(want) * APPROXIMATE_SHARE
            return want - margin, want + margin
        case Qualifier.UP_TO:
            return 0, want
        case Qualifier.RANGE:
            return want, planned.maximum if planned.maximum is not None else want
        case Qualifier.AT_LEAST | None:
            return want, want  # the published reports call 1 283 for "at least 600" higher than planned, and say why


def _tidy(value: Number) -> Number:
    """A whole number as int, any other rounded to what a table shows."""
    rounded = round(value, 4)
    return int(rounded) if rounded == int(rounded) else rounded
