"""What can be told of an output at a glance, so that only those rules are called that could find anything in it.

Most rules find something in few outputs. What all of these have in common and can be seen cheaply is a trait: a
shortfall, a bracket, a word of a list. A rule names in RULES what it `needs`; the checker looks for the traits of many
outputs in one go over their joined texts and calls a rule only where all that it needs is there. A trait promises
nothing: the rule looks for itself. A rule that needs nothing is called for every output.
"""

from collections.abc import Iterable
from enum import IntFlag, auto

from rbb_editor.domain.entities import Level, Output
from rbb_editor.domain.reading import Figure
from rbb_editor.domain.remark import names_plainly
from rbb_editor.domain.report import Report
from rbb_editor.domain.values import ActualKind, Outcome, PlannedKind


class Trait(IntFlag):
    """What a rule may need. Of an output with several figures each trait may be of another one."""

    # of the figures of an output
    SHORTFALL = auto()
    EXCEEDED = auto()
    MET = auto()
    UNCLEAR = auto()
    ARGUED = auto()
    """A figure that is not met, or that has an explanation."""
    DEVIATES = auto()
    """A shortfall or an excess."""
    FALLS_SHORT = auto()
    EXCEEDS = auto()
    """A shortfall, an excess; of several figures any that deviates may be either, as one with the others."""
    EXPLAINED = auto()
    UNEXPLAINED = auto()
    EMPTY_CELL = auto()
    NO_FIGURE = auto()
    COUNTED = auto()
    """A completed number or percentage."""
    COUNTED_NUMBER = auto()
    YES = auto()
    NOTHING = auto()
    """No, or zero."""
    PLANS_COUNT = auto()
    """A planned number or percentage."""
    PLANS_NUMBER = auto()
    PLANS_PERCENT = auto()
    PLANS_DEED = auto()
    PLANS_NOTHING = auto()
    SEVERAL = auto()
    """More than one figure."""
    APART = auto()
    """A completed cell that may be one of several figures, or several in one: more than digits, or the last three."""
    UNNAMED = auto()
    """A remark that does not plainly name its number or percentage."""
    NO_PLAN = auto()
    """No planned text."""
    # of all texts of an output, section or front matter
    MARKUP = auto()
    PAIRED = auto()
    """Brackets and quotation marks."""
    OPEN = auto()
    """What may stand for words to come."""
    UNSEEN = auto()
    """Signs that nobody sees."""
    STRAYS = auto()
    """Letters and words that may be of another language."""
    SLIPS = auto()
    """What a known slip of the pen holds."""
    LONG_NUMBER = auto()
    PERCENT = auto()
    DOUBLED = auto()
    """A word beside itself, or signs repeated."""
    HALF_WIDTH = auto()
    """Punctuation of half width between Chinese words."""
    HUNDREDS = auto()
    """A number of three digits."""
    LISTS = auto()
    """A sign or words that open or divide a list."""
    # of the remarks or the planned text of an output
    DENIALS = auto()
    """Words of remarks that may say that something was not done."""
    DIRECTIONS = auto()
    """Words of remarks that may say that more or less was done than planned."""
    PUT_OFF = auto()
    """Words of remarks that may say that something was postponed or cancelled."""
    ORGANS_PLANNED = auto()
    ORGANS_TOLD = auto()
    """A noun of an organ or of who leads one in the remarks."""
    COUNTS_TOLD = auto()
    """Two numbers in one remark or reason."""
    DEED_TOLD = auto()
    """Words of a planned text that may say that it was done."""
    PARTS_PLANNED = auto()
    """A semicolon, full stop or line break in the planned text."""
    # of a section or the front matter with its children
    FRONT = auto()
    DIVIDED = auto()
    """Has sections below."""
    BARE = auto()
    """An accomplishment without outputs."""


def of_figures(output: Output, figures: Iterable[Figure]) -> int:
    """The traits of the figures of an output."""
    traits = 0 if len(output.components) == 1 else _SEVERAL
    if not output.planned_text.strip():
        traits |= _NO_PLAN
    for component, figure in zip(output.components, figures, strict=True):
        actual = figure.actual
        traits |= _OUTCOMES[figure.outcome] | _PLANS[figure.planned.kind] | _CELLS[actual.kind]
        if actual.kind is _YES_NO:
            traits |= _YES if actual.value else _NOTHING
        elif actual.value == 0:
            traits |= _NOTHING
        traits |= _EXPLAINED if component.explanation else _UNEXPLAINED
        if not component.completed.isdigit() or (traits & _SEVERAL and len(component.completed) == THOUSANDS):
            traits |= _APART
        if actual.kind in _COUNTED:
            told = component.remarks or component.explanation
            if told and not names_plainly(told, component.completed):
                traits |= _UNNAMED
    return traits | _EITHER if traits & _SEVERAL and traits & _DEVIATES else traits


THOUSANDS = 3
"""Digits of a figure that may be the end of a larger one."""


def of_section(report: Report, id: str | None) -> int:
    """The traits of a section with its children; None: of the front matter with the departments."""
    if id is None:
        return int(Trait.FRONT | Trait.DIVIDED)
    if report.section(id).level is not Level.ACCOMPLISHMENT:
        return int(Trait.DIVIDED)
    return int(Trait.BARE) if report.is_bare(id) else 0


_OUTCOMES = {
    Outcome.SHORTFALL: int(Trait.SHORTFALL | Trait.DEVIATES | Trait.FALLS_SHORT | Trait.ARGUED),
    Outcome.EXCEEDED: int(Trait.EXCEEDED | Trait.DEVIATES | Trait.EXCEEDS | Trait.ARGUED),
    Outcome.MET: int(Trait.MET),
    Outcome.UNCLEAR: int(Trait.UNCLEAR | Trait.ARGUED),
}
_PLANS = {
    PlannedKind.QUANTITY: int(Trait.PLANS_COUNT | Trait.PLANS_NUMBER),
    PlannedKind.PERCENT: int(Trait.PLANS_COUNT | Trait.PLANS_PERCENT),
    PlannedKind.YES_NO: int(Trait.PLANS_DEED),
    PlannedKind.NONE: int(Trait.PLANS_NOTHING),
}
_CELLS = {
    ActualKind.QUANTITY: int(Trait.COUNTED | Trait.COUNTED_NUMBER),
    ActualKind.PERCENT: int(Trait.COUNTED),
    ActualKind.YES_NO: 0,
    ActualKind.TEXT: int(Trait.NO_FIGURE),
    ActualKind.MISSING: int(Trait.EMPTY_CELL),
}
_YES_NO = ActualKind.YES_NO
_COUNTED = (ActualKind.QUANTITY, ActualKind.PERCENT)
_YES, _NOTHING, _UNNAMED = int(Trait.YES), int(Trait.NOTHING), int(Trait.UNNAMED)
_SEVERAL, _APART, _NO_PLAN = int(Trait.SEVERAL), int(Trait.APART), int(Trait.NO_PLAN)
_DEVIATES, _EITHER = int(Trait.DEVIATES), int(Trait.FALLS_SHORT | Trait.EXCEEDS)
_EXPLAINED, _UNEXPLAINED = int(Trait.EXPLAINED | Trait.ARGUED), int(Trait.UNEXPLAINED)
