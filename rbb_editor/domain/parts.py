"""Which counts of a plan a remark speaks of."""

from collections.abc import Sequence

from rbb_editor.domain.assignment import features
from rbb_editor.domain.count import Count, Depth, Role, naming
from rbb_editor.domain.language import Language
from rbb_editor.domain.remark import Told, alike
from rbb_editor.domain.values import Number, Planned

NAME = 2
"""Chinese characters at the end of a phrase that name what is counted."""


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
    words = features(remark.folded.text[count.end : count.reach], language)
    return bool((words & features(others, language)) - features(own, language))
