"""The deliverable of a planned text: the nouns by which a remark speaks of it again."""

import re
from collections.abc import Sequence
from itertools import islice

from rbb_editor.domain.count import Count, Depth, Role
from rbb_editor.domain.counts import find_counts
from rbb_editor.domain.folding import fold
from rbb_editor.domain.language import Language
from rbb_editor.domain.numerals import find_numerals
from rbb_editor.domain.once import Once
from rbb_editor.domain.phrases import Phrases
from rbb_editor.domain.scripts import UNSPACED
from rbb_editor.domain.signs import FIGURE, WORD
from rbb_editor.domain.turn_words import TurnWords

LONGEST_PLAN = 400
"""Characters at the start of a planned text in which the deliverable is looked for."""

BEFORE = 32
"""Characters before an Arabic dual in which its noun may stand."""

NOUN_FROM_END = 3
"""Characters at the end of a Chinese phrase that hold its noun."""

CHINESE_DEED = 2
"""Characters of a Chinese verb that opens a planned text."""

FIRST_WORDS = 3
"""Words of a planned text without a count that may name the deliverable, and of those behind a number."""

LONGEST_LEAD = 5
"""Characters before a number that opens a text: "only nine"."""

MEASURE = 2
"""Characters of a Chinese measure word, at most."""

LONGEST_NOUN = 4
"""Characters at the end of a Chinese phrase in which its noun is looked for."""

STEM, ROOT, LONGEST_ENDING = 4, 3, 4
"""Letters by which the forms of a noun are known as one; in Arabic those its plural keeps; those that change."""

FEWEST_OF_COMPOUND = 6
"""Letters of a stem by which the second part of a compound is known."""

_WORD = re.compile(r"[^\W\d_]{3,}")
_WORD_OR_NOT = re.compile(r"[^\W\d_]+|[\W\d_]+")
_CAUSE = re.compile(r"(?:[^\W\d_]{1,28}+[ '-]){2,3}[^\W\d_]{3,}")
"""The first words of a cause, by which it is known again: "por motivos de fraude"."""
_VERB = re.compile(r"(.{5,})a\Z")
"""The stem of a noun on -ation or -ación."""
_SIGNS = re.compile(rf"[{UNSPACED}]{{2,}}")
_BREAK = re.compile(r"[,;。、(:\n]")


class Deliverable:
    """The nouns of a planned text, as the words of a remark are compared with them."""

    def __init__(self, planned: str, language: Language, counts: Sequence[Count] | None = None) -> None:
        """`planned`: the planned text; "" where it is not known. `counts`: what it counts, where that was read."""
        self.planned, self.language = planned, language
        self._counts = counts if len(planned) <= LONGEST_PLAN else None
        self.words: TurnWords = language.turns
        self.spaced: bool = language.reasons.spaced

    @Once
    def known(self) -> tuple[str, ...]:
        """How its nouns begin; few remarks are compared with them."""
        return tuple(deliverable(self.planned, self.language, self._counts))

    @Once
    def _words(self) -> list[str]:
        """The long words of its planned text."""
        return [word for word in _WORD.findall(fold(self.planned[:LONGEST_PLAN]).text) if len(word) > STEM]

    @Once
    def deed(self) -> tuple[str, ...]:
        """How the first word of the planned text begins, as its verb does: "evacu" of "evacuation"."""
        words = _long_words(fold(self.planned[:LONGEST_PLAN]).text, self.language)
        return tuple(_VERB.sub(r"\1", _stem(word, self.language)) for word in words[:1])

    def nouns(self, text: str, start: int, end: int) -> list[str]:
        """The words of a stretch that may name something; times and words without a meaning of their own are none."""
        blank = blanked(blanked(text[start:end], self.words.times), self.words.empties)
        return (_WORD if self.spaced else _SIGNS).findall(blank)

    def is_known(self, noun: str) -> bool:
        """Whether a noun names the deliverable."""
        if not self.spaced:
            end = noun[-LONGEST_NOUN:]
            return not self.words.people.match(noun[-1]) and any(pair in end for pair in self.known)
        return not self.words.people.match(noun) and self._begins(noun, self.known)

    def is_deed(self, noun: str) -> bool:
        """Whether a noun names what is done with the deliverable: the inspection of "Inspection of 40 ships"."""
        if not self.spaced:  # the verb opens the planned text, and the noun that is made of it: 评价结果
            deed = fold(self.planned[:CHINESE_DEED]).text
            return deed != "" and noun.startswith(deed) and noun[:1] not in self.words.prepositions
        return self._begins(noun, self.deed)

    def is_measured(self, text: str, place: int) -> bool:
        """Whether at a place stands the Chinese measure word of what is planned: the 部 of 第三部, of 4 部纪录片."""
        counts = () if self.spaced else find_counts(fold(self.planned[:LONGEST_PLAN]).text, self.language)
        return any(count.noun and text.startswith(count.noun, place) for count in counts)

    def is_told(self, noun: str) -> bool:
        """Whether the planned text tells of a noun; in Chinese most signs of it stand there."""
        if self.spaced:
            return self.is_known(noun) or self.is_named(noun)
        return 2 * len(self.without_echo(noun, 0, len(noun)).replace(" ", "")) < len(noun)

    def is_planned(self, words: str) -> bool:
        """Whether some folded words stand in the planned text."""
        return words in fold(self.planned[:LONGEST_PLAN]).text

    def is_named(self, noun: str) -> bool:
        """Whether the planned text names a thing beside the deliverable: "16 sessions of the dialogue"."""
        if not self.spaced or self.words.actors.match(noun) or self.words.people.match(noun):
            return False
        return self._begins(noun, tuple(_stem(word, self.language) for word in self._words))

    def opening_count(self, text: str) -> int:
        """Where the number word ends with which a folded text opens to tell how many were delivered: "nine courses
        were held", "three so far: …"; 0 where it opens with none, or counts something else: "two capitals were …".
        """
        if not self.spaced or FIGURE.search(text, 0, BEFORE):
            return 0
        number = next(iter(find_numerals(text[:BEFORE], self.language.numerals)), None)
        if number is None or number.article or number.percent or number.start > LONGEST_LEAD:
            return 0
        ahead = list(islice(WORD.finditer(text, number.end), FIRST_WORDS))
        if not ahead or text[number.end : ahead[0].start()].strip() or self.words.verbs.match(text, ahead[0].start()):
            return number.end
        told = any(self.is_work(word.group()) for word in ahead)
        return number.end if told else 0

    def without_deed(self, text: str) -> str:
        """A folded sentence with spaces for what was done: "95 were replaced", of "Replacement of 140 lamps".

        In Chinese for all words of the planned text in the clause with the figure.
        """
        if not self.spaced:
            figure = FIGURE.search(text)
            mark = _BREAK.search(text, figure.end()) if figure else None
            start = max(text.rfind(sign, 0, figure.start()) for sign in ",;:(") + 1 if figure else len(text)
            return self.without_echo(text, start, mark.start() if mark else len(text))
        deed = self.deed[0] if self.deed else ""
        if len(deed) < ROOT or deed not in text or deed in self.known:
            return text
        figure = FIGURE.search(text) if self.language.nouns.rooted else None  # an Arabic deed stands before it
        end = figure.start() if figure else len(text)
        words = _WORD_OR_NOT.findall(text[:end])
        return "".join(" " * len(word) if self._begins(word, (deed,)) else word for word in words) + text[end:]

    def without_echo(self, text: str, place: int, end: int) -> str:
        """A folded Chinese text with spaces for the words of a stretch that stand in the planned text, too."""
        planned = fold(self.planned[:LONGEST_PLAN]).text
        while place < end - 1:
            reach = place + 1
            while reach < end and text[place : reach + 1] in planned:
                reach += 1
            if reach - place > 1:
                text = text[:place] + " " * (reach - place) + text[reach:]
            place = reach
        return text

    def without_planned(self, text: str, start: int) -> str:
        """A folded sentence with spaces for a cause, from its first word on, that is part of what was planned: "80
        cases dismissed for lack of evidence".
        """
        cause = _CAUSE.match(text, start)
        if cause is None or cause.group() not in fold(self.planned[:LONGEST_PLAN]).text:
            return text
        return text[:start] + " " * len(cause.group()) + text[cause.end() :]

    def is_work(self, noun: str) -> bool:
        """Whether a noun names the deliverable or what is done with it."""
        return self.is_known(noun) or self.is_deed(noun) or self._ends_a_compound(noun)

    def _ends_a_compound(self, noun: str) -> bool:
        """Whether a noun is the second part of a planned one: the generators of "electrogenerators"."""
        stem = _stem(noun, self.language)
        return len(stem) >= FEWEST_OF_COMPOUND and any(stem in word[STEM:] for word in self._words)

    def _begins(self, noun: str, stems: tuple[str, ...]) -> bool:
        nouns = self.language.nouns
        if nouns.rooted and not noun.isascii():
            if noun.startswith(nouns.unprefixed):
                return noun.startswith(stems)
            forms = {nouns.kept(noun), nouns.kept(nouns.bare(noun))}
            return any(form.startswith(stem) if len(stem) == ROOT else form == stem for form in forms for stem in stems)
        return noun.startswith(stems)


def deliverable(planned: str, language: Language, read: Sequence[Count] | None = None) -> frozenset[str]:
    """The beginnings of the nouns that a planned text counts, `read` where that is known; in Chinese pairs of
    characters.
    """
    text = fold(planned[:LONGEST_PLAN]).text
    counts = find_counts(text, language) if read is None else read
    counts = [count for count in counts if count.depth <= Depth.PART and not count.article]
    counts = [count for count in counts if count.role is Role.ITEM] or counts
    if not language.reasons.spaced:
        ends = [part.rstrip()[-NOUN_FROM_END:] for part in _BREAK.split(_before_last(text, counts))]
        return frozenset(end[i : i + 2] for end in ends for i in range(len(end) - 1))
    phrases = [_phrase(text, count, language) for count in counts]
    nouns = [noun for phrase in phrases for noun in phrase if noun not in language.numerals.words]
    words = nouns or _before_recipients(text, language) or _long_words(text, language)
    return frozenset(_stem(noun, language) for noun in words)


def _before_last(text: str, counts: Sequence[Count]) -> str:
    """A Chinese planned text without the count that ends it, behind what it counts: 核对工资单 14 000 份."""
    last = max(counts, key=_start, default=None)
    return text[: last.start] if last and len(text.rstrip(" .。")) - last.end <= MEASURE else text


def _start(count: Count) -> int:
    return count.start


def _long_words(text: str, language: Language) -> list[str]:
    """The long ones of the first words that are no numbers: "supply, litres" of "Supply of 9 million litres"."""
    fewest = ROOT if language.nouns.rooted else STEM
    words = (word for word in _WORD.findall(text) if word not in language.numerals.words)
    return [word for word in islice(words, FIRST_WORDS) if len(word) >= fewest]


def _before_recipients(text: str, language: Language) -> list[str]:
    """What is given, of a text without a count: "Quarterly updates" of "Quarterly updates to the Board of Auditors"."""
    at = next((match.start() for match in WORD.finditer(text) if match.group() in language.counts.recipients), 0)
    return _long_words(text[:at], language)


def _phrase(text: str, count: Count, language: Language) -> list[str]:
    """The words that a count counts; an Arabic dual holds its noun, and one or two follow theirs."""
    words = _WORD.findall(text, count.end, count.reach)
    if language.nouns.rooted and count.value <= 2:
        before = _WORD.findall(text, max(0, count.start - BEFORE), count.start)
        behind = _WORD.findall(text, count.start, count.reach)
        return [*before[-2:], *(word for word in behind if not word.startswith(language.nouns.before))]
    if language.turns.head_last:
        return words[-2:]
    endings = language.counts.adjective_endings
    head = next((place for place, word in enumerate(words) if not (endings and word.endswith(endings))), 2)
    return words[: head + 1]


def blanked(text: str, pattern: Phrases) -> str:
    """A text with spaces for what a pattern finds."""
    parts: list[str] = []
    start = 0
    for match in pattern.finditer(text):
        parts += [text[start : match.start()], " " * len(match.group())]
        start = match.end()
    return "".join([*parts, text[start:]]) if parts else text


def _stem(noun: str, language: Language) -> str:
    if language.nouns.rooted:
        return language.nouns.kept(noun.removeprefix(language.nouns.article))[:ROOT]
    return noun[: max(STEM, len(noun) - LONGEST_ENDING)]
