"""Heads of tables: which column of planned outputs is which, by the wordings of all languages; rules between rows."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import cache, lru_cache

from msgspec import Struct

from rbb_editor import resources
from rbb_editor.domain.signs import DIGIT
from rbb_editor.formats import wording
from rbb_editor.formats.blocks import Row

LONGEST_HEAD = 90
"""Letters of a cell of a head row at most."""
LONGEST_LOOSE_HEAD = 60
MOST_LOST, ALIKE = 3, 0.75
"""How many letters a misread word of a head may be longer or shorter, and what share of them must be right."""
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
BRACKETED = re.compile(r"[(（]([^)）]{1,100}+)[)）]")
RULE = re.compile(r"^[\s:|=_\-–—+]*[=_\-–—]{2,}[\s:|=_\-–—+]*$")

FIGURE = re.compile(r"\A[\s\d.,%]*\d[\s\d.,%]*")
LETTER = re.compile(r"[^\W\d_]")
STROKES = frozenset("-–—|:*•·._=~# ")
"""Of these alone the cells of a row are made that is only seen."""


class Columns(Struct, frozen=True):
    """Which cell of a row is which, of `count`; those that are none of these have no meaning to us."""

    planned: int = 0
    completed: int = 1
    remarks: int | None = 2
    count: int = 3
    reasons: int | None = None
    target: int | None = None
    """Of the planned figures, where they do not stand in the planned texts."""
    second: int | None = None
    """Of the completed figures too: numbers in one column, yes and no in another, below one head."""
    merged: "Columns | None" = None
    """The columns of a row whose cells are merged as those of the head; the others count each grid column."""


STANDARD = Columns()
HEADS = ("planned", "completed", "remarks", "reasons")


def is_separator(row: Row) -> bool:
    """Whether a row is the remnant of a rule: strokes in every cell that is not empty."""
    texts = [cell.text for cell in row.cells if cell.paragraphs]
    return bool(texts) and all(RULE.match(text) or set(text) <= STROKES for text in texts)


def is_plainly_output(row: Row) -> bool:
    """Whether a row, of a table that need not have a head, is one of an output: a figure between words."""
    if len(row.cells) != STANDARD.count:
        return False
    planned, completed, remarks = (cell.text for cell in row.cells)
    figure = FIGURE.fullmatch(completed) is not None
    return figure and LETTER.search(planned) is not None and LETTER.search(remarks) is not None


def head_columns(row: Row) -> Columns | None:
    """The columns that a head row names; None where it is no head row."""
    if all(cell.span == 1 for cell in row.cells):
        return _columns(row)
    merged = _columns(row)
    return _unmerged(row, merged) if merged is not None else None


def _columns(row: Row) -> Columns | None:
    """The columns of a head row, cell by cell."""
    named = _named_cells(row)
    differences = [index for index, cell in enumerate(row.cells) if names(cell.text, "reasons")]
    if "reasons" in named:  # "Variance", "Explanation of variance": how much first, then why
        named["reasons"] = differences[-1] if differences else named["reasons"]
    reasons = named.pop("reasons", None) if "remarks" in named or len(row.cells) > 3 else None
    if "remarks" not in named and "reasons" in named:  # "Explanation" above the only column for it
        named["remarks"] = named.pop("reasons")
    if len(named) < 2:
        return None
    if (of_years := _by_years(row, named, reasons)) is not None:
        return of_years
    taken = {*named.values(), *differences, reasons}
    free = [index for index in range(len(row.cells)) if index not in taken]
    whole = {"planned", "completed"} <= named.keys()
    spare = len(free) > 3 - len(named) or whole  # a table of planned and completed figures may have no remarks
    target = next((index for index in free if spare and names(row.cells[index].text, "target")), None)
    free = [index for index in free if index != target]
    if target is not None and whole and "remarks" not in named and not free:
        return Columns(named["planned"], named["completed"], None, len(row.cells), reasons, target)
    if whole and "remarks" not in named and reasons is not None and not any(at > named["completed"] for at in free):
        named["remarks"], reasons = reasons, None
    for what in ("planned", "completed", "remarks"):
        if what not in named:
            if not free:
                return _two_columns(row, named)
            named[what] = free.pop(0)
    halves = [at for at in (named["completed"], named["completed"] + 1) if _is_half_head(row, at)]
    second = halves[1] if len(halves) == 2 and halves[1] in free else None  # "Number", "Yes/No": one of them is full
    return Columns(named["planned"], named["completed"], named["remarks"], len(row.cells), reasons, target, second)


def _by_years(row: Row, named: dict[str, int], reasons: int | None) -> Columns | None:
    """The columns of a head with planned and completed figures of one year or more: those of the last that has both."""
    years: dict[str, dict[str, int]] = {}
    for index, cell in enumerate(row.cells):
        year = YEAR.search(cell.text)
        what = next((what for what in ("target", "completed") if names(cell.text, what)), None)
        if year is not None and what is not None:
            years.setdefault(year.group(), {}).setdefault(what, index)
    whole = [year for year, found in years.items() if len(found) == 2]
    if "planned" not in named or not whole:
        return None
    chosen = years[max(whole)]
    taken = {named["planned"], reasons, *(index for found in years.values() for index in found.values())}
    free = (index for index in range(len(row.cells)) if index not in taken)
    remarks = named["remarks"] if "remarks" in named else next(free, None)
    return Columns(named["planned"], chosen["completed"], remarks, len(row.cells), reasons, chosen["target"])


def _named_cells(row: Row) -> dict[str, int]:
    """Which cell of a row heads which column: by the known wordings, or, where all cells begin with one, by those."""
    named: dict[str, int] = {}
    for index, cell in enumerate(row.cells):
        for what in _named(cell.text):
            if what in HEADS and what not in named:
                named[what] = index
                break
    full = [(index, cell.text) for index, cell in enumerate(row.cells) if cell.paragraphs]
    if len(named) > 1:
        for index, text in full:
            column = _begins_as(text) if index not in named.values() and not names(text, "target") else None
            if column is not None:
                named.setdefault(column, index)
        return named
    if len(full) < 3 or any(text.isdigit() for _, text in full):  # no head is a number
        return named
    loose: dict[str, int] = {}
    for index, text in full:
        column = _begins_as(text)
        if column is None or column in loose:
            return named
        loose[column] = index
    return loose


def _unmerged(row: Row, merged: Columns) -> Columns:
    """The columns of a head with cells over several columns, by the columns of the grid."""
    starts, at = [], 0
    for cell in row.cells:
        starts.append(at)
        at += cell.span
    spans = [cell.span for cell in row.cells]
    planned = starts[merged.planned] + spans[merged.planned] - 1  # before it, at most a running number
    second = starts[merged.completed] + 1 if spans[merged.completed] == 2 else None
    reasons = starts[merged.reasons] if merged.reasons is not None else None
    remarks = starts[merged.remarks] if merged.remarks is not None else None
    if reasons is None and merged.remarks is not None and spans[merged.remarks] == 2:
        reasons = starts[merged.remarks] + 1
    target = starts[merged.target] if merged.target is not None else None
    return Columns(planned, starts[merged.completed], remarks, at, reasons, target, second, merged=merged)


def _two_columns(row: Row, named: dict[str, int]) -> Columns | None:
    """A table of planned and completed alone; its cells are told apart as they come."""
    alone = all(cell.span == 1 for cell in row.cells) and named == {"planned": 0, "completed": 1}
    return Columns(count=2) if alone else None


def is_misread(row: Row, head: Sequence[str]) -> bool:
    """Whether a row is a head row whose words are `head` but for a few letters, as OCR misreads them."""
    texts = [cell.text.casefold() for cell in row.cells if cell.paragraphs]
    if len(texts) != len(head) or any(
        abs(len(text) - len(known)) > MOST_LOST for text, known in zip(texts, head, strict=True)
    ):
        return False
    return all(SequenceMatcher(None, text, known).ratio() >= ALIKE for text, known in zip(texts, head, strict=True))


def known_head(text: str) -> bool:
    """Whether a text heads one of the columns."""
    return any(names(text, what) for what in ("planned", "completed", "remarks", "reasons", "target"))


def is_lower_half(row: Row) -> bool:
    """Whether a row below a head row names the halves of its columns: "Number", "Yes/no"."""
    texts = [cell.text for cell in row.cells if cell.paragraphs]
    return bool(texts) and all(len(text) <= LONGEST_HEAD and _is_half(text) for text in texts)


def _is_half_head(row: Row, at: int) -> bool:
    return at < len(row.cells) and wording.fold(row.cells[at].text) in heads("halves")


def _is_half(text: str) -> bool:
    return wording.fold(text) in heads("halves") or names(text, "target") or names(text, "completed")


def is_indicator_head(row: Row) -> bool:
    """Whether a row is the head of a table of indicators of achievement, which is no table of outputs.

    Either a cell begins as such heads do, or one names indicators and all others only planned and actual figures, or
    all cells do that, a year each: the head of a performance measure.
    """
    whole = [text for text in [cell.text for cell in row.cells] if text]
    if not whole or max(map(len, whole)) >= LONGEST_HEAD:
        return False
    if not _speaks_of_indicators("\n".join(whole).casefold()):
        return len(whole) > 1 and len(whole) == len(row.cells) and _are_years_measured(whole)
    texts = list(map(wording.fold, whole))
    known = tuple(heads("indicators"))
    if any(text.startswith(known) for text in texts):
        return True
    indicators = heads("indicator")
    others = [text for text in texts if not any(name in text for name in indicators)]
    return 0 < len(others) < len(texts) and heads("measured").issuperset(map(_of_any_period, others))


def _are_years_measured(texts: Sequence[str]) -> bool:
    """Whether each text is a year and what its figures are: "2018 (actual)", "2019 (planned)"."""
    return all(YEAR.search(text) for text in texts) and heads("measured").issuperset(map(_of_any_period, texts))


def begins_head(row: Row) -> bool:
    """Whether the first words of a row name the column of planned outputs, though it is no head row by itself."""
    return next((names(cell.text, "planned") for cell in row.cells if cell.paragraphs), False)


def goes_on_head(row: Row) -> bool:
    """Whether a row below a head row only says what may stand in a column: all its words are in brackets."""
    texts = [cell.text for cell in row.cells if cell.paragraphs]
    return bool(texts) and all(len(text) < LONGEST_HEAD and not wording.fold(text) for text in texts)


def names(text: str, what: str) -> bool:
    """Whether a text heads the column, or the row of sums, that `what` says: a field of `wording.Words`."""
    return what in _named(text)


def _named(text: str) -> tuple[str, ...]:
    """The columns that a text may head."""
    return _known(text) if text and len(text) <= LONGEST_HEAD and not text.isdigit() else ()


@lru_cache(maxsize=4000)
def _known(text: str) -> tuple[str, ...]:
    folded = wording.fold(text)
    found = _headed_by(folded)
    if found or _period().search(folded) is None:
        return found
    return _headed_by(_of_any_period(text))


def _headed_by(folded: str) -> tuple[str, ...]:
    return tuple(what for what in (*HEADS, "target", "total") if folded in heads(what))


def _of_any_period(text: str) -> str:
    """A head without its period, folded; what stands in brackets where nothing else is left: "2019 (actual)"."""
    bare = _without_period(wording.fold(text))
    inside = BRACKETED.search(text) if not bare else None
    return wording.fold(inside[1]) if inside is not None else bare


@cache
def _period() -> re.Pattern[str]:
    """A year, or two, with what stands before and behind it in any language; in a folded text."""
    before: list[str] = []
    after: list[str] = []
    for code in resources.language_codes():
        words, end = resources.wordings(code), r"\b" if resources.language(code).spaced else ""
        before += (re.escape(wording.fold(word)) for word in words.get("before_period", ()))
        after += (re.escape(wording.fold(word)) + end for word in words.get("after_period", ()))
    first, last = ("|".join(sorted(words, key=len, reverse=True)) for words in (before, after))
    return re.compile(rf"(?:\b(?:{first})\s+)?(?:19|20)\d\d(?:\s*[/–-]\s*(?:20)?\d\d)?(?:\s*(?:{last}))?")


def _without_period(folded: str) -> str:
    """A head without the period that it names: "outputs planned for 2008/09", "2012/13年度计划产出"."""
    return " ".join(_period().sub(" ", folded).split()).strip(" :.,-–")


@lru_cache(maxsize=4000)
def _begins_as(text: str) -> str | None:
    """Which column a text may head whose first words are those of a head: "Remarks/explanation of variance"."""
    folded = _without_period(wording.fold(text))
    if (
        not folded
        or len(folded) > LONGEST_LOOSE_HEAD
        or folded.endswith((".", "。", ";", "；"))
        or DIGIT.search(folded)
    ):
        return None
    for what in HEADS:
        for known in heads(what):
            if folded == known or (folded.startswith(known) and not folded[len(known)].isalpha()):
                return what
    return None


def _speaks_of_indicators(text: str) -> bool:
    """Whether a row may be the head of a table of indicators, at a glance: most rows are none."""
    for stem in _stems():  # noqa: SIM110 - a generator takes three times as long
        if stem in text:
            return True
    return False


@cache
def _stems() -> tuple[str, ...]:
    """A word of each name of an indicator, without those that hold another."""
    words = {max(name.split(), key=len) for name in (*heads("indicators"), *heads("indicator"))}
    return tuple(word for word in words if not any(other != word and other in word for other in words))


@cache
def heads(what: str) -> frozenset[str]:
    """How the column is headed, in all languages."""
    return frozenset(each for words in wording.all_words() for each in getattr(words, what))
