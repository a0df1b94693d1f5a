"""Figures out of text: the completed cell, the planned figure that it answers, and how a figure is written."""

import re
from collections.abc import Sequence
from functools import lru_cache

from msgspec import Struct

from rbb_editor.domain.answers import answer, is_served
from rbb_editor.domain.cells import parts_of_cell, read_cell
from rbb_editor.domain.chains import total
from rbb_editor.domain.count import ASIDE, ITEM, MAIN, Count
from rbb_editor.domain.counts import find_counts, find_counts_and_amounts, find_counts_of_all
from rbb_editor.domain.folding import Folded, fold, fold_all
from rbb_editor.domain.language import Language
from rbb_editor.domain.numerals import find_numerals
from rbb_editor.domain.repeated import in_a_year, issues_of_a_year, may_be_of_a_year
from rbb_editor.domain.text import N_, Text
from rbb_editor.domain.values import (
    DEED_PLANNED,
    MISSING,
    NOTHING_PLANNED,
    ONE_PLANNED,
    Actual,
    ActualKind,
    Number,
    Planned,
    PlannedKind,
)

QUANTITY = ActualKind.QUANTITY
"""A name of its own, as in `count`."""

LONGEST = 20_000
"""Characters of a planned text that are read; a longer one is no planned output."""

SAID = 300
"""Characters at the start of a remark in which its figure is named."""

SHORT = 16
"""Characters of a completed cell whose reading is remembered, at most."""

LABEL_LENGTH = 80
"""Characters of the longest label."""

_LABEL_STOP = re.compile(r"[,;:。(\n]")


class NumberInText(Struct, frozen=True):
    """A number that stands in a text at [start:end], in digits or in words, percent sign included.

    `value` is in points for a percentage.
    """

    start: int
    end: int
    value: Number


class Completed(Struct, frozen=True, gc=False):
    """The completed figures of an output with their labels and remarks, which are as many, or none."""

    actuals: Sequence[Actual]
    labels: Sequence[str | None]
    remarks: Sequence[str]


class Question(Struct, frozen=True, gc=False):
    """Which of the counts of a folded planned text do several figures answer?

    Labels are folded; remarks stand as they are, as most questions are answered without a look at them.
    """

    text: str
    counts: Sequence[Count]
    actuals: Sequence[Actual]
    labels: Sequence[str]
    remarks: Sequence[str]


class PlannedText(Struct, frozen=True, gc=False):
    """A planned text as read: as it stands, folded, and what it counts."""

    text: str
    folded: Folded
    counts: Sequence[Count]


def numbers_in(text: str, language: Language) -> list[NumberInText]:
    """All numbers of `text` in their order; articles ("a workshop") are none."""
    folded = fold(text)
    return [
        NumberInText(folded.source(numeral.start), _end(folded, numeral.end), numeral.value)
        for numeral in find_numerals(folded.text, language.numerals)
        if not numeral.article
    ]


def read_actual(text: str, language: Language) -> Actual:
    """What stands in a completed cell: a number, a percentage, yes or no; MISSING where it is empty, else TEXT."""
    if text.isascii() and text.isdigit() and len(text) < 10:
        return Actual(QUANTITY, int(text))
    return _read_short(text, language) if len(text) < SHORT else read_cell(fold(text).text, language)


@lru_cache(1024)
def _read_short(text: str, language: Language) -> Actual:
    """What stands in a cell of a few letters; reports say yes and no, and 100%, again and again."""
    return read_cell(fold(text).text, language)


def split_actuals(text: str, language: Language, planned_text: str = "", remarks: str = "") -> list[str]:
    """The figures that share one completed cell, verbatim: "1 否" is two, "1 368" is one, "180 459" by the remarks."""
    return parts_of_cell(text, language, planned_text, remarks)


def read_planned(
    planned_text: str,
    actuals: Sequence[Actual],
    labels: Sequence[str | None],
    language: Language,
    remarks: Sequence[str] = (),
) -> tuple[Planned, ...]:
    """The planned figure that each of `actuals` answers.

    One figure may answer a sum; several are told apart by their order, their `labels` and the words of their
    `remarks` (both as long as `actuals`, or empty).
    """
    return planned_by(read_ahead([planned_text], language), [Completed(actuals, labels, remarks)], language)[0]


def read_ahead(planned_texts: Sequence[str], language: Language, known: Sequence[str | None] = ()) -> list[PlannedText]:
    """Many planned texts with their counts, which is quicker than text by text; those of one are remembered.

    `known`: their folded forms, where these are known.
    """
    folded = _folded(planned_texts, known)
    counts: Sequence[Sequence[Count]]
    if len(folded) == 1:
        counts = [find_counts(folded[0].text, language)]
    else:
        counts = find_counts_of_all([each.text for each in folded], language)
    return list(map(PlannedText, planned_texts, folded, counts))


def _folded(texts: Sequence[str], known: Sequence[str | None]) -> list[Folded]:
    """The folded forms of some texts, but for those that are `known`."""
    if not any(known):
        return fold_all([text[:LONGEST] for text in texts])
    return [
        fold(text[:LONGEST]) if form is None or len(text) > LONGEST else Folded(form, text)
        for text, form in zip(texts, known, strict=True)
    ]


def planned_by(
    planned: Sequence[PlannedText], completed: Sequence[Completed], language: Language
) -> list[tuple[Planned, ...]]:
    """As `read_planned`, for many planned texts whose counts are known."""
    found: list[tuple[Planned, ...]] = [()] * len(planned)
    several: list[int] = []
    for at, (text, each) in enumerate(zip(planned, completed, strict=True)):
        if len(each.actuals) == 1:
            remark = each.remarks[0] if each.remarks else ""
            found[at] = (answer(text.folded.text, text.counts, each.actuals[0], remark, language),)
        elif each.actuals:
            several.append(at)
    if several:
        questions = [_question(planned[at], completed[at], language) for at in several]
        for at, asked, answers in zip(several, questions, _assign(questions, language), strict=True):
            found[at] = tuple(
                (_answered if answered else _uncounted)(asked.text, answered, actual, language)
                for answered, actual in zip(answers, asked.actuals, strict=True)
            )
    return found


def _question(planned: PlannedText, completed: Completed, language: Language) -> Question:
    text, counts, labels = planned.folded.text, planned.counts, completed.labels
    if len(counts) < len(completed.actuals):
        counts = find_counts_and_amounts(text, language)
    if any(labels) and _are_plain(labels, planned.text, planned.folded, counts, language):
        labels = ()  # they only repeat the order of the text
    return _asked(text, counts, Completed(completed.actuals, labels, completed.remarks))


def _answered(text: str, answered: Sequence[Count], actual: Actual, language: Language) -> Planned:
    """What one of several figures answers for which counts were found: their sum, or the issues of a whole year."""
    planned = total(answered)
    one = answered[0]
    of_people = actual.kind is ActualKind.YES_NO and one.role is not ITEM  # not "inputs to 15 reports"
    if of_people and is_served(text, one, language, language.counts.recipients):
        return DEED_PLANNED  # "a course for 25 heads"
    if len(answered) > 1 or actual.value is None or not may_be_of_a_year(planned, actual.value):
        return planned
    issues = issues_of_a_year(text, one, actual.value, language)
    return issues or in_a_year(_clause_of(text, one), one, [one], actual.value, "", language)


def _clause_of(text: str, count: Count) -> str:
    """A text with nothing but the clause of a count, places kept: the rhythm of another is not its own."""
    start = max(text.rfind(mark, 0, count.start) for mark in ",;") + 1
    end = min((at for mark in ",;" if (at := text.find(mark, count.end)) > 0), default=len(text))
    return " " * start + text[start:end]


def _uncounted(text: str, _: Sequence[Count], actual: Actual, language: Language) -> Planned:
    """What one of several figures answers that no count stands for: a deed, what is done so often in a year ("and
    monthly checks"), or one thing that is named without "one": the guide of "guide and 4 drills" in a language without
    articles. Chinese writes it with its measure word.
    """
    if actual.kind is ActualKind.YES_NO:
        return DEED_PLANNED
    if actual.kind is not QUANTITY or actual.value is None:
        return NOTHING_PLANNED
    if any(times == actual.value > 1 and pattern.search(text) for pattern, times in language.counts.period_words):
        return Planned(PlannedKind.QUANTITY, actual.value)
    return ONE_PLANNED if actual.value == 1 and not language.numerals.measures else NOTHING_PLANNED


def suggest_labels(
    planned_text: str,
    count: int,
    language: Language,
    actuals: Sequence[Actual] = (),
    remarks: Sequence[str] = (),
) -> list[str | None]:
    """A short label, copied from the planned text, of what each of `count` figures counts; None where there is none.

    With the completed figures and remarks the labels follow the order of the figures instead of that of the text.
    """
    if count < 2:
        return [None] * count
    folded = fold(planned_text[:LONGEST])
    counts = find_counts(folded.text, language)
    if len(counts) < count:
        counts = find_counts_and_amounts(folded.text, language)
    known = actuals if len(actuals) == count else [MISSING] * count
    return _labels(planned_text, folded, counts, known, remarks if len(remarks) == count else (), language)


def _are_plain(
    labels: Sequence[str | None], planned_text: str, folded: Folded, counts: Sequence[Count], language: Language
) -> bool:
    """Whether labels are those that the figures would get in the order of the text, whatever was completed."""
    if len(counts) == len(labels) and all(each.depth is MAIN and each.role is ITEM for each in counts):
        return all(
            label == _label(planned_text, folded, count, counts, language)
            for label, count in zip(labels, counts, strict=True)
        )
    return list(labels) == _labels(planned_text, folded, counts, [MISSING] * len(labels), (), language)


def _labels(
    planned_text: str,
    folded: Folded,
    counts: Sequence[Count],
    actuals: Sequence[Actual],
    remarks: Sequence[str],
    language: Language,
) -> list[str | None]:
    found = _assigned(_asked(folded.text, counts, Completed(actuals, (), remarks)), language)
    return [_label(planned_text, folded, chosen[0], counts, language) if chosen else None for chosen in found]


def format_number(value: Number, language: Language, *, percent: bool = False) -> str:
    """A number as the document language writes it: "2 091" (no-break space), "2,091", "2,5", "70%"."""
    whole, _, rest = f"{value:,}".partition(".")
    text = whole.replace(",", language.phrases["number_form"])
    if rest.strip("0"):
        text += language.numerals.decimal + rest
    return f"{text}%" if percent else text


def format_difference(by: Number, language: Language, *, percent: bool) -> Text | str:
    """By how much a figure differs, as it is told; differences of percentages are points, never "%"."""
    number = format_number(by, language)
    return Text.of(N_("{number} point"), plural=N_("{number} points"), number=number, count=by) if percent else number


def _asked(text: str, counts: Sequence[Count], completed: Completed) -> Question:
    none = ("",) * len(completed.actuals)
    labels = tuple([fold(label).text.strip() if label else "" for label in completed.labels]) or none
    remarks = tuple([remark[:SAID] for remark in completed.remarks]) or none
    return Question(text, tuple(counts), tuple(completed.actuals), labels, remarks)


def _assign(questions: Sequence[Question], language: Language) -> list[list[tuple[Count, ...]]]:
    from rbb_editor.domain.assignment import assign_all  # most outputs have one figure, and a start shows few others

    return [_assigned(questions[0], language)] if len(questions) == 1 else assign_all(questions, language)


@lru_cache(64)
def _assigned(asked: Question, language: Language) -> list[tuple[Count, ...]]:
    """The answer to one question. Remembered: an import asks for the labels of figures just before it reads them."""
    from rbb_editor.domain.assignment import assign_all

    return assign_all([asked], language)[0]


def _label(planned_text: str, folded: Folded, count: Count, counts: Sequence[Count], language: Language) -> str | None:
    """The words that say what is counted, up to the next count or mark of punctuation."""
    text = folded.text
    limit = min(count.end + LABEL_LENGTH, len(text))
    for other in counts:
        if other.start > count.start and (other.depth is not ASIDE or other.role is ITEM):
            limit = min(limit, other.start)
            break
    start = count.end
    if language.numerals.measures:
        start += text.startswith(" ", start)
        measure = next((word for word in language.numerals.measures if text.startswith(word, start)), "")
        start += len(measure)
    stop = _LABEL_STOP.search(text, start, limit)
    limit = stop.start() if stop else limit
    verb = language.counts.label_ends.search(text, start + 2, limit)
    end = verb.start() if verb else limit
    words = text[start:end].lstrip()
    start, words = end - len(words), words.rstrip()
    if end == count.end + LABEL_LENGTH and " " in words:
        words = words.rsplit(" ", 1)[0]
    words = _without_tail(words, language.counts.tails)
    if not any(map(str.isalpha, words)):
        return None
    return planned_text[folded.source(start) : folded.source(start + len(words))].strip()


def _without_tail(words: str, tails: tuple[str, ...]) -> str:
    """Without the "and", "at least" and the like that lead on to the next count, and the space before it."""
    while words.endswith(tails):
        tail = next(filter(words.endswith, tails))
        words = words.removesuffix(tail.lstrip()).rstrip()
    return words


def _end(folded: Folded, end: int) -> int:
    """The index in the source behind the last letter of a stretch of folded text."""
    return folded.source(end - 1) + 1
