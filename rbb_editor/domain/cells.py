"""The completed cell: what stands in it, and which figures share it."""

import itertools
import math
import re
from collections.abc import Iterator, Sequence

from rbb_editor.domain.count import Depth
from rbb_editor.domain.counts import find_counts
from rbb_editor.domain.folding import fold
from rbb_editor.domain.language import Language
from rbb_editor.domain.named_numbers import is_name
from rbb_editor.domain.numerals import find_numerals, turned_value
from rbb_editor.domain.values import MISSING, Actual, ActualKind, Number

LONGEST = 60
"""Characters of a cell that is read as a figure; a longer one is a text."""

MOST_JOINTS = 8
"""Places where a cell's digits may belong together or not that are weighed one by one."""

_MARGIN = " \t\r\n.*;,"
_TOKEN = re.compile(r"\S+")
_PLAIN = re.compile(r"\d{1,3}")
_THREE = re.compile(r"\d{3}")
_HEAD = re.compile(r"[1-9]\d?")
_NUMBER = re.compile(r"\d[\d.,]*%?")
_EVERYWHERE = {"yes": True, "no": False}
_COUNTED = re.compile(r"([^\d(]+)\(\s*\d{1,3}\s*\)")
"""Yes or no with how many that are in brackets: "Yes (1)"."""


def read_cell(text: str, language: Language) -> Actual:
    """What stands in a folded cell."""
    word = text.strip(_MARGIN)
    if not word:
        return MISSING
    if len(word) > LONGEST:
        return Actual(ActualKind.TEXT)
    known = _known(word, language)
    if known is not None:
        return Actual(ActualKind.YES_NO if isinstance(known, bool) else ActualKind.QUANTITY, known)
    if (counted := _COUNTED.fullmatch(word)) and isinstance(answer := _known(counted[1].rstrip(), language), bool):
        return Actual(ActualKind.YES_NO, answer)
    measured = word + "".join(language.numerals.measures[:1])  # 七 alone is a number here, in a text before its measure
    numerals = [
        numeral
        for numeral in find_numerals(word, language.numerals) or find_numerals(measured, language.numerals)
        if not numeral.article or 1 < len(word) == numeral.end - numeral.start  # "un" alone is no article
    ]
    if len(numerals) != 1:
        return Actual(ActualKind.TEXT)
    numeral = numerals[0]
    rest = word[: numeral.start] + word[numeral.end :]
    if rest.strip() and (is_name(word, numeral, language.counts) or any(c.isdigit() or c in "<-/" for c in rest)):
        return Actual(ActualKind.TEXT)
    return Actual(ActualKind.PERCENT if numeral.percent else ActualKind.QUANTITY, numeral.value)


def says_all(text: str, language: Language) -> bool:
    """Whether a completed cell, as it stands, says "all", with a number in brackets or not."""
    word = fold(text).text.strip(_MARGIN)
    counted = _COUNTED.fullmatch(word)
    return (counted[1].rstrip() if counted else word) in language.alls


def _known(word: str, language: Language) -> bool | int | None:
    return language.cell.get(word, _EVERYWHERE.get(word))


def parts_of_cell(text: str, language: Language, planned_text: str, remarks: str) -> list[str]:
    """The figures of a cell, verbatim; the whole cell where it is one figure or no figure at all."""
    whole = text.strip()
    lines = [line.strip() for line in whole.splitlines() if line.strip()]
    if len(whole) > 4 * LONGEST or not lines:
        return [whole]
    if len(lines) > 1 and all(read_cell(fold(line).text, language).kind is not ActualKind.TEXT for line in lines):
        return [part for line in lines for part in parts_of_cell(line, language, planned_text, remarks)]
    folded = fold(whole)
    spans = [match.span() for match in _TOKEN.finditer(folded.text)]
    tokens = [folded.text[start:end] for start, end in spans]
    if len(tokens) < 2 or not all(_is_figure(token, language) for token in tokens):
        return [whole]
    turned = language.numerals.turned
    joints = [i for i in range(1, len(tokens)) if _may_join(tokens, i, turned=turned)]
    cuts = [i for i in range(1, len(tokens)) if i not in joints]
    if joints and len(joints) <= MOST_JOINTS:
        cuts = _best_cuts(tokens, joints, cuts, language, planned_text, remarks)
    bounds = [0, *cuts, len(tokens)]
    return [
        whole[folded.source(spans[one][0]) : folded.source(spans[two - 1][1] - 1) + 1]
        for one, two in itertools.pairwise(bounds)
    ]


def _is_figure(token: str, language: Language) -> bool:
    word = token.strip(_MARGIN)
    return bool(_NUMBER.fullmatch(word)) or isinstance(language.cell.get(word), bool)


def _may_join(tokens: Sequence[str], i: int, *, turned: bool) -> bool:
    """Whether token `i` may be the thousands' tail of the token before it; `turned`: or its head."""
    if turned and _THREE.fullmatch(tokens[i - 1]) and _HEAD.fullmatch(tokens[i]):
        return True
    return bool(_THREE.fullmatch(tokens[i].rstrip("%")) and _PLAIN.fullmatch(tokens[i - 1]))


def _best_cuts(
    tokens: Sequence[str], joints: Sequence[int], cuts: Sequence[int], language: Language, planned: str, remarks: str
) -> list[int]:
    """Where the figures are parted: what the remarks name and what comes near the plan speaks for a figure."""
    named = {numeral.value for numeral in find_numerals(fold(remarks).text, language.numerals)}
    counts = find_counts(fold(planned).text, language)
    wanted = [count.middle for count in counts if not count.article]
    main = sum(count.depth is Depth.MAIN and not count.article for count in counts)
    best, best_score = list(cuts), -math.inf
    for added in _subsets(joints):
        bounds = [0, *sorted((*cuts, *added)), len(tokens)]
        parts = [tokens[one:two] for one, two in itertools.pairwise(bounds)]
        if any(not _is_turned(part) and len(part) > 1 and _longer(part) for part in parts):
            continue
        if any(not _is_turned(part) and part[0].startswith("0") and len(part[0]) > 1 for part in parts):
            continue
        values = [_value(part) for part in parts if part[0].isdigit()]
        found = sum(value in named for value in values) / max(1, len(values))
        near = sum(max((math.exp(-_apart(value, plan)) for plan in wanted), default=0) for value in values)
        score = (2.0 if found == 1 else 0.8 * found) + 0.8 * near / max(1, len(values)) - 0.25 * len(added)
        score += 0.1 * (len(parts) == main)
        if score > best_score + 1e-9:
            best, best_score = sorted((*cuts, *added)), score
    return best


def _is_turned(part: Sequence[str]) -> bool:
    """Thousands whose groups stand from right to left: 400 1."""
    return len(part) > 1 and len(part[-1]) < 3 and all(map(_THREE.fullmatch, part[:-1]))


def _value(part: Sequence[str]) -> int:
    return turned_value(" ".join(part)) if _is_turned(part) else int("".join(part).rstrip("%"))


def _longer(part: Sequence[str]) -> bool:
    return part[0].startswith("0") or any(len(token.rstrip("%")) != 3 for token in part[1:])


def _apart(one: Number, two: Number) -> float:
    return abs(math.log((one + 0.5) / (two + 0.5)))


def _subsets(places: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """All subsets, the empty one first."""
    for mask in range(1 << len(places)):
        yield tuple(place for bit, place in enumerate(places) if mask >> bit & 1)
