"""Rules about words that contradict the figures: more for less, and not done for done."""

import re
from collections.abc import Iterator
from itertools import chain

from rbb_editor.domain.entities import Output
from rbb_editor.domain.parts import planned_counts
from rbb_editor.domain.phrases import Phrases
from rbb_editor.domain.remark import Told, same_noun
from rbb_editor.domain.scripts import RUNS
from rbb_editor.domain.text import N_, Text
from rbb_editor.domain.values import Actual, ActualKind, Number, Outcome, Planned, Qualifier
from rbb_editor.rules.rule import Problem, View
from rbb_editor.rules.telling import Row, actual_number, cell, mark, planned_number, rows, telling

TEXTS = ("explanation", "remarks")
SHARED = 2
"""Pairs of Chinese characters that a denial has in common with the planned text, to be about it."""

LEAST = 5
"""Letters of the longest word of a clause that may name something: "soit plus que prévu" is about the output. In
Chinese any sign may.
"""

_LETTERS = re.compile(r"[^\W\d_]+")
_CLAUSE = re.compile(r"[,;:。.\n(]")
_WORDS = re.compile(r"[^\W\d_]{5,}")


def direction_contradicts(view: View, output: Output) -> Iterator[Problem]:
    """Words that say "higher than planned" stand beside a higher figure, "lower" by a lower one.

    Source: stock openings of the reports, 产出高于/低于计划数目. Wrong: planned 40, completed 35, "The higher output
    was due to …"; right: "The lower output was due to …".
    """
    for row in rows(view, output):
        sign = _sign(row.figure.planned, row.figure.total)
        if sign is None or (row.figure.outcome is Outcome.MET and not row.component.explanation):
            continue
        if sign and _says(view, row, sign):  # one claim that is true is enough
            continue
        claims: list[tuple[str, int, int, int]] = []
        for claim in chain.from_iterable(_claims(view, output, row, field) for field in TEXTS):
            claims.append(claim)
            if claim[3] == sign:
                break
        if len({says for _, _, _, says in claims}) != 1 or claims[0][3] == sign:
            continue
        field, start, end, says = claims[0]
        told = getattr(row, field)
        message = N_("The remarks say more than planned; completed {actual}, planned {planned}.")
        if says < 0:
            message = N_("The remarks say fewer than planned; completed {actual}, planned {planned}.")
        yield Problem(
            output.id,
            Text.of(message, actual=actual_number(view, row), planned=planned_number(view, row.figure.planned)),
            row.component.id,
            field,
            (mark(told, row.component.id, field, start, end), cell(row.component)),
            Text.of(N_("In the remarks: “{words}”."), words=told.quote(start, end)),
        )


def done_but_denied(view: View, output: Output) -> Iterator[Problem]:
    """What is reported as done is not said to have been left undone.

    Source: A/72/701/Add.1, 1 guidance document answered by 1, "the guidance was not prepared". Wrong: Yes, "The manual
    was not issued"; right: No, with the reason.
    """
    for row in rows(view, output):
        if row.figure.outcome is not Outcome.MET or not row.component.remarks:
            continue
        text = row.remarks.folded.text
        if not any(hint in text for hint in view.language.remarks.hints):
            continue
        for denial in view.language.remarks.undone.finditer(text):
            start, end = _around(view, text, denial)
            if not _about(text[start:end], telling(view, output).planned.folded.text, view.language.nouns.article):
                continue
            if _beyond(view, row, text[start:end]):
                continue
            words = row.remarks.quote(start, end)
            yield Problem(
                output.id,
                Text.of(
                    N_("“{completed}” says that it was done, the remarks that something was not."),
                    completed=row.component.completed.strip(),
                ),
                row.component.id,
                "remarks",
                (mark(row.remarks, row.component.id, "remarks", start, end), cell(row.component)),
                Text.of(N_("In the remarks: “{words}”."), words=words),
                guess=True,
            )
            break


def _says(view: View, row: Row, sign: int) -> bool:
    """Whether plain words beside a figure say what it shows: that more (1) or less (-1) was done than planned."""
    stock = view.language.phrases["stock_excess" if sign > 0 else "stock_shortfall"]
    if row.component.explanation.startswith(stock[: len(stock) * 3 // 5]):
        return True
    words = view.language.remarks
    pattern = words.higher if sign > 0 else words.lower
    for told in (row.explanation, row.remarks):
        if told.text and next(_plain(pattern, told.folded.text, words.negations), None):
            return True
    return False


def _sign(planned: Planned, actual: Actual) -> int | None:
    """Whether more (1), less (-1) or just as much (0) was done as the plan says; None where both are no figures."""
    want, got = planned.value, actual.value
    if actual.kind not in (ActualKind.QUANTITY, ActualKind.PERCENT) or want is None or got is None:
        return None
    if isinstance(want, bool) or (planned.qualifier is Qualifier.AT_LEAST and got > want):
        return None
    high: Number = want if planned.maximum is None else planned.maximum
    return (got > high) - (got < want)


def _claims(view: View, output: Output, row: Row, field: str) -> Iterator[tuple[str, int, int, int]]:
    """Where a text says that more (1) or less (-1) was done than planned."""
    told: Told = getattr(row, field)
    words = view.language.remarks
    if not told.text or words.direction.search(text := told.folded.text) is None:
        return
    found: list[tuple[int, int]] = []
    for pattern, says in ((words.higher, 1), (words.lower, -1)):
        for match in _plain(pattern, text, words.negations):
            found.append(match.span())
            yield field, *match.span(), says
    for pattern, says, within in (
        (words.above, 1, False),
        (words.below, -1, False),
        (words.above_of, 1, True),
        (words.below_of, -1, True),
    ):
        for match in _plain(pattern, text, words.negations):
            if any(one <= match.start() < two for one, two in found):
                continue
            if told.ahead(view.language.reasons.causes, match.start()):  # "as the number of participants was lower …"
                continue
            if _names_it(view, output, row, match[0]) if within else _of_output(view, output, row, text, match.start()):
                found.append(match.span())
                yield field, *match.span(), says


def _plain(pattern: Phrases, text: str, negations: tuple[str, ...]) -> Iterator[re.Match[str]]:
    """The matches that are not denied."""
    for match in pattern.finditer(text):
        before = text[max(0, match.start() - 12) : match.start()].rstrip()
        if not before.endswith(negations) or (
            before[-1:].isascii() and f" {before}".rsplit(" ", 1)[1] not in negations
        ):
            yield match


def _of_output(view: View, output: Output, row: Row, text: str, place: int) -> bool:
    """Whether the clause that ends at a place is about the output itself or about what was counted."""
    marks = [match.end() for match in _CLAUSE.finditer(text, 0, place)]
    start = marks[-1] if marks else 0
    clause = text[start:place]
    words = view.language.remarks
    longest = max(map(len, _LETTERS.findall(clause)), default=0)
    if longest < (LEAST if words.spaced else 1) or words.subjects.search(text, start, place):
        return True
    return _names_it(view, output, row, clause)


def _names_it(view: View, output: Output, row: Row, words: str) -> bool:
    """Whether what was counted is named among some words; in Chinese before 数目, as in 课程数目."""
    planned = telling(view, output).planned
    counts = planned_counts(planned, row.figure.planned)
    if not view.language.remarks.spaced:
        name = view.language.remarks.number_of.search(words)
        return name is not None and any(name[1] in planned.folded.text[each.end : each.reach] for each in counts)
    nouns = [count.noun for count in counts if count.noun]
    return any(same_noun(word, noun, view.language) for word in words.split() for noun in nouns)


def _around(view: View, text: str, denial: re.Match[str]) -> tuple[int, int]:
    """The clause of a denial; in Chinese its object often follows it, but not what was put off."""
    words, (start, end) = view.language.remarks, denial.span()
    put_off = words.postponed.search(denial[0]) or words.cancelled.search(denial[0])
    marks = [match.end() for match in _CLAUSE.finditer(text, 0, start)]
    stop = _CLAUSE.search(text, end)
    begin = marks[-1] if marks else 0
    begin += len(text[begin:start]) - len(text[begin:start].lstrip())
    last = stop.start() if stop else len(text)
    follows = text[end:last].strip() != ""
    return (start if follows and not words.spaced and not put_off else begin), last


def _beyond(view: View, row: Row, clause: str) -> bool:
    """Whether a clause is about one more than was planned: "a sixth survey could not be made"."""
    planned = row.figure.planned.maximum or row.figure.planned.value
    if planned is None or isinstance(planned, bool):
        return False
    ordinals = view.language.remarks.ordinals
    return any(place > planned and each.search(clause) for place, each in enumerate(ordinals, 1))


def _about(clause: str, planned: str, article: str) -> bool:
    """Whether a clause shares enough words with a planned text to be about it."""
    runs = RUNS.findall(clause)
    if runs:
        return sum(run[i : i + 2] in planned for run in runs for i in range(len(run) - 1)) >= SHARED
    return any(word.removeprefix(article)[:5] in planned for word in _WORDS.findall(clause))
