"""What speaks for two pieces of text belonging together: learned from the document itself, in any language."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import pairwise
from math import log, sqrt

from rbb_editor.domain.figures import numbers_in
from rbb_editor.domain.language import Language
from rbb_editor.domain.scripts import UNSPACED
from rbb_editor.formats.hyphens import joined_word
from rbb_editor.formats.line_words import hanging_signs, hanging_words, whole_signs
from rbb_editor.formats.paragraphs import Seam

SIGN = re.compile(rf"[{UNSPACED}\uf900-\ufaff]")
"""A letter of a script without spaces between words."""
TERMINAL = tuple("。.!?！？؟…")
HANGING = tuple("、，,،：:（(《“«–—-/")
"""Marks after which a text certainly goes on."""
CONTINUING = tuple("，、。；：）)》”»,;:.!?،؛")
LIST_MARK = re.compile(r"^\s*(?:[(（][0-9a-zA-Zа-яء-ي]{1,4}[)）]|[0-9a-z]{1,2}[)）.]\s|[•·▪–—-]\s)")
WORD = re.compile(r"\w+")
HYPHENATED = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
BEFORE_CAPITAL = re.compile(r"(?<=[\w%)»”])\s+(?=[A-ZÀ-ÖØ-ÞА-ЯЁ]|(?!(?:19|20)\d\d\b)\d)")
NUMBER_BONUS = 0.35


class Evidence:
    """The statistics of one document: which letters or words follow one another, how its cells begin and end."""

    def __init__(
        self,
        cells: Iterable[str],
        language: Language,
        *,
        begun: Iterable[str],
        ended: Iterable[str],
        firm: Sequence[str] = (),
    ) -> None:
        """`cells`: the texts of all cells; `begun`: texts that begin with their beginning, `ended`: that are whole at
        their end; `firm`: those beside a figure, where an output or its report begins.
        """
        self.cells = list(cells)
        self.language = language
        self.spaced = language.spaced
        self._begun, self._ended, self._firm = begun, ended, firm
        self._profiles: dict[str, tuple[set[str], float]] = {}
        self._weights: dict[str, float] = {}

    @cached_property
    def pairs(self) -> set[str]:
        """All pairs of neighbouring characters (words, where words are spaced)."""
        found: set[str] = set()
        for cell in self.cells:
            if self.spaced:
                words = WORD.findall(cell.casefold())
                found.update(f"{a} {b}" for a, b in pairwise(words))
            else:
                found.update(map("".join, pairwise(cell)))
        return found

    @cached_property
    def words(self) -> Counter[str]:
        """How often each word stands in the cells, those with a hyphen of their own as one."""
        return Counter(word for cell in self.cells for word in HYPHENATED.findall(cell.casefold()))

    @cached_property
    def triples(self) -> set[str]:
        """All runs of three characters."""
        return {cell[at : at + 3] for cell in self.cells for at in range(len(cell) - 2)}

    @cached_property
    def ends(self) -> Counter[str]:
        """How often a whole text ends with a pair of characters."""
        return Counter(text.rstrip()[-2:] for text in self._ended)

    @cached_property
    def starts(self) -> Counter[str]:
        """How often a text begins with a pair of characters."""
        return Counter(text.lstrip()[:2] for text in self._begun)

    @cached_property
    def small_is_rare(self) -> bool:
        """Whether few texts begin with a small letter, so that one that does is the rest of something."""
        texts = self._firm or self.cells
        return sum(text[:1].islower() for text in texts) < 0.2 * len(texts)

    @cached_property
    def spread(self) -> Counter[str]:
        """In how many cells a feature stands."""
        found: Counter[str] = Counter()
        for cell in self.cells:
            found.update(self.features(cell))
        return found

    # one text after another

    def finished(self, text: str) -> bool | None:
        """Whether a text is complete: no where it certainly goes on, None where nothing tells."""
        text = text.rstrip()
        if not text:
            return True
        if text.endswith(HANGING):
            return False
        if text.endswith(TERMINAL):
            return True
        if self.spaced:
            last = WORD.findall(text[-30:].casefold())
            return False if last and last[-1] in hanging_words() else None
        if hanging_signs().search(text[-2:]):
            return whole_signs().search(text[-80:]) is not None
        return True if self.ends[text[-2:]] > 1 or text.endswith(("；", ";", "）", ")", "”")) else None

    def begins(self, text: str) -> bool | None:
        """Whether a text begins with its beginning: no where it certainly goes on from something."""
        text = text.lstrip()
        if not text:
            return None
        if LIST_MARK.match(text):
            return True
        if text.startswith(CONTINUING):
            return False
        if text[0].islower() and self.small_is_rare:
            return False
        if text[0].isdigit():
            return None
        if self.spaced:
            return True if text[0].isupper() else None
        return True if self.starts[text[:2]] > 1 else None

    def bridged(self, before: str, after: str) -> bool:
        """Whether what stands at the seam also stands unbroken elsewhere in the document."""
        before, after = before.rstrip(), after.lstrip()
        if not before or not after:
            return False
        if self.spaced:
            left, right = WORD.findall(before[-60:].casefold()), WORD.findall(after[:60].casefold())
            return bool(left and right) and f"{left[-1]} {right[0]}" in self.pairs
        return before[-1] + after[0] in self.pairs

    def cut_in_word(self, before: str, after: str) -> bool:
        """Whether the seam goes through a word: three letters across it, both ways, stand elsewhere (Chinese)."""
        before, after = before.rstrip(), after.lstrip()
        if self.spaced or len(before) < 2 or len(after) < 2:
            return False
        return before[-2:] + after[0] in self.triples and before[-1] + after[:2] in self.triples

    def goes_on(self, before: str, after: str) -> bool:
        """Whether `after`, which follows a page break, is the rest of the sentence in which `before` breaks off."""
        if self.finished(before) is True or self.begins(after) is True:
            return self.finished(before) is False and not LIST_MARK.match(after)
        if self.finished(before) is False or self.begins(after) is False:
            return True
        return not self.spaced or self.bridged(before, after)

    def join(self, before: str, after: str) -> str:
        """Two halves of a text that a page break cut: no character is added but the space between two words.

        The hyphen of a word that was cut is taken out.
        """
        if not before or not after:
            return before + after
        word = joined_word(before, after, self.words) if self.spaced else None
        if word is not None:
            return word
        space = " " if self.spaced and not before.endswith(("-", "/", "’")) else ""
        if SIGN.match(after) and SIGN.match(before[-1]):
            space = ""
        return before.rstrip() + space + after.lstrip()

    @cached_property
    def openings(self) -> Counter[str]:
        """How often a text begins with a word; "#" stands for a number."""
        return Counter(_first_word(text) for text in self._begun)

    def run_in_seams(self, text: str) -> list[Seam]:
        """Where a text that a page break or a lost line end ran into the one before it may begin: before a capital
        letter or a number, in languages that have both; likelier with a word with which texts of this document begin.
        """
        if not self.language.cased:
            return []
        found = []
        for match in BEFORE_CAPITAL.finditer(text):
            before = WORD.findall(text[max(0, match.start() - 30) : match.start()].casefold())
            if before and before[-1] in hanging_words():
                continue
            usual = self.openings[_first_word(text[match.end() : match.end() + 40])] / max(1, self.openings.total())
            cost = 0.7 - 0.5 * min(1.0, 5 * usual) + (0.2 if text[match.end()].isdigit() else 0.0)
            found.append(Seam(match.start(), match.end(), cost))
        return found

    # what a text is about

    def features(self, text: str) -> set[str]:
        """Pairs of characters, or the first letters of each longer word, that tell what a text is about."""
        if self.spaced:
            return {word[:5] for word in WORD.findall(text.casefold()) if len(word) > 3 and not word.isdigit()}
        joined = re.sub(r"[^\w]|\d", "", text)
        return set(map("".join, pairwise(joined)))

    def weight(self, feature: str) -> float:
        """How much a feature tells: rare ones more."""
        found = self._weights.get(feature)
        if found is None:
            found = self._weights[feature] = log(1 + len(self.cells) / (1 + self.spread[feature]))
        return found

    def _profile(self, text: str) -> tuple[set[str], float]:
        """The features of a text and the sum of their weights."""
        found = self._profiles.get(text)
        if found is None:
            features = self.features(text)
            found = features, sum(map(self.weight, features))
            self._profiles[text] = found
        return found

    def likeness(self, remark: str, planned: str, completed: str = "") -> float:
        """How much a remark looks like the report on a planned text and its figure; 0 to 1 and a bit."""
        (mine, all_mine), (its, all_its) = self._profile(remark), self._profile(planned)
        both = sum(map(self.weight, mine & its))
        score = both / sqrt(all_mine * all_its) if both else 0.0
        return score + (NUMBER_BONUS if self.reports(remark, completed) else 0.0)

    def reports(self, remark: str, completed: str) -> bool:
        """Whether the figure of a completed cell stands in a remark."""
        figures = [number.value for number in numbers_in(completed, self.language)]
        return bool(figures) and figures[0] in {number.value for number in numbers_in(remark, self.language)}


def _first_word(text: str) -> str:
    match = WORD.search(text)
    if match is None:
        return ""
    return "#" if match.group()[0].isdigit() else match.group().casefold()
