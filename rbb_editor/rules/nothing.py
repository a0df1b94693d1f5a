"""The rule about a row that says that nothing was done while its remark tells what was."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice

from rbb_editor.domain.count import Count, Depth
from rbb_editor.domain.entities import Output
from rbb_editor.domain.remark import Told, alike, same_noun
from rbb_editor.domain.scripts import UNSPACED
from rbb_editor.domain.text import N_, Text
from rbb_editor.domain.values import Actual, ActualKind
from rbb_editor.rules.rule import Problem, View
from rbb_editor.rules.telling import cell, mark, telling

MOST = 40
"""Counts of a text that are looked at."""

BEHIND = 20
"""Characters behind a number in which its noun may stand."""

HEAD = 4
"""Chinese characters at the end of a deliverable by which it is known again."""

_CLAUSE = re.compile(r"[,;:。\n(]")
_NONE = re.compile(r"(?<![\d.])0(?![\d.])|零")
_SIGNS = re.compile(rf"[{UNSPACED}]+$")


def no_hides_figure(view: View, output: Output) -> Iterator[Problem]:
    """Where the remark reports as done what the plan counts, the cell says neither no nor zero.

    Source: A/72/701/Add.1, 否 for manuals and a system in 4 missions, "the system was installed in 4 missions"; 0 for
    assessments, which "were made in two missions". Wrong: No, "2 of the visits were made"; right: 2, or a figure of its
    own for what was done.
    """
    told = telling(view, output)
    for row in told.rows:
        if not _says_nothing(row.figure.actual):
            continue
        for field, text in (("remarks", row.remarks), ("explanation", row.explanation)):
            found = _counted(view, told.planned, text) or _deed(view, told.planned, text)
            if found is None:
                continue
            start, end, reach = found
            yield Problem(
                output.id,
                Text.of(
                    N_("“{completed}” says that nothing was done; the remarks report “{words}”."),
                    completed=row.component.completed.strip(),
                    words=text.quote(start, reach),
                ),
                row.component.id,
                "completed",
                (cell(row.component), mark(text, row.component.id, field, start, end)),
                guess=True,
            )
            break


def _says_nothing(actual: Actual) -> bool:
    no = actual.kind is ActualKind.YES_NO and actual.value is False
    return no or (actual.kind is ActualKind.QUANTITY and actual.value == 0)


def _counted(view: View, planned: Told, told: Told) -> tuple[int, int, int] | None:
    """Where a text tells how many there were of something that the plan counts: start, end, end of the phrase."""
    if not told.text:
        return None
    language = view.language
    kinds = [count for count in planned.counts if not count.article and count.middle > 1]
    most = max((count.middle for count in kinds), default=0)
    if not any(0 < numeral.value <= most and not numeral.article for numeral in told.numerals):  # read more quickly
        return None
    text = told.folded.text
    for count in told.counts[:MOST]:
        if count.article or not count.value or count.depth is Depth.BRACKET:
            continue
        if not any(_is_of(told, count, planned, kind, view) for kind in kinds):
            continue
        start, end = told.sentence(count.start)
        stop = _CLAUSE.search(text, count.end, end)
        clause, words = stop.start() if stop else end, language.remarks
        cause = language.reasons.causes.search(text, start, count.start)
        if cause and not any(sign in text[cause.end() : count.start] for sign in ",;"):
            continue
        if words.put_off.search(text, start, clause):
            continue
        if not (told.only_planned(count) or words.undone.search(text, start, clause)):
            return count.start, count.end, count.reach
    return None


def _is_of(told: Told, count: Count, planned: Told, kind: Count, view: View) -> bool:
    """Whether a count of the remark is one of what was planned; Chinese measure words alone do not tell."""
    if kind.middle < count.value or count.percent != kind.percent:
        return False
    if view.language.remarks.spaced and not count.noun:  # "2 of the visits"
        behind = told.folded.text[count.end : count.end + BEHIND]
        return bool(kind.noun) and any(same_noun(word, kind.noun, view.language) for word in behind.split())
    if not alike(count, kind, view.language):
        return False
    if view.language.remarks.spaced:
        return True
    one, other = (
        _SIGNS.search(text.folded.text[each.end : each.reach]) for text, each in ((told, count), (planned, kind))
    )
    return one is None or other is None or one[0][-2:] == other[0][-2:] or one[0][1:3] == other[0][1:3]


def _deed(view: View, planned: Told, told: Told) -> tuple[int, int, int] | None:
    """Where a Chinese clause that denies nothing says that a planned deliverable was done: 进行了技术评估."""
    if view.language.remarks.spaced or not told.text:
        return None
    text = told.folded.text
    for count in planned.counts:
        name = _SIGNS.search(planned.folded.text[count.end : count.reach])
        if name is None or len(name[0]) < HEAD:
            continue
        for match in islice(_done(view.language.remarks.done_before.source, name[0][-HEAD:]).finditer(text), MOST):
            clause = max((m.end() for m in _CLAUSE.finditer(text, 0, match.start())), default=0)
            if _NONE.search(match[0]):
                continue
            if not any(hint in text[clause : match.end()] for hint in view.language.remarks.hints):
                return match.start(), match.end(), match.end()
    return None


@cache
def _done(before: str, name: str) -> re.Pattern[str]:
    """Finds that something was done, as whole object of its verb."""
    return re.compile(rf"{before}[^,;:。\n]{{0,12}}?{re.escape(name)}(?=[,;。\n]|$)")
