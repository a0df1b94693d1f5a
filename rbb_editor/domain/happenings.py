"""Reasons told without any word that is known for it: "The printing house went bankrupt", "Heavy rain cut the road".

What happens in the world cannot be listed, but what else a remark holds can: the delivery again, its parts and
figures, who took part, what was discussed, found and published, how far the rest is. So in a remark on a figure that
differs from the plan a statement that is none of these is taken for the reason. The first statement of a remark is one
only if it tells no figure, and for an excess only if what was delivered follows it or the language tells it alone.
"""

import re
from collections.abc import Iterator
from itertools import islice

from rbb_editor.domain.deliverable import Deliverable, blanked
from rbb_editor.domain.folding import fold
from rbb_editor.domain.main_clauses import is_aside, without_insertions
from rbb_editor.domain.numerals import find_numerals
from rbb_editor.domain.phrases import NOTHING
from rbb_editor.domain.scripts import RUNS, UNSPACED
from rbb_editor.domain.signs import FIGURE, YEAR
from rbb_editor.domain.turns import Turns
from rbb_editor.domain.values import Outcome

MOST_STATEMENTS = 20
"""Statements of a sentence that are looked at."""

SUBJECT, CHINESE_SUBJECT, OWNER = 40, 12, 8
"""Characters at the start of a statement in which its subject stands, and in Chinese whose it is."""

FEWEST_AHEAD = 3
"""Words, the verb among them, before a preposition that ends a subject."""

FIRST_NOUNS = 4
"""Nouns at the start of a statement of which one may be its subject."""

FEWEST_NOUNS, FEWEST_SIGNS, FEWEST_SIGNS_OF_THEM, FEWEST_BEFORE = 2, 6, 5, 4
"""Nouns that a statement has at least; in Chinese the signs of its nouns, of one on those that are missing, and of one
before a clause that tells what was not done.
"""

MOST_DESCRIBING = 2
"""Words that may stand before the noun that names a cause."""

_BREAK = re.compile(rf"[;:\n]|[ {UNSPACED}]- ?|(?<=\S)\. (?=\S)")
_CLAUSE_BREAK = re.compile(rf"[,;:\n]|[ {UNSPACED}]- ?")
_BRACKETS = re.compile(r"\([^()]*\)")
_COMMA = re.compile(r", ")
_COUNTED = re.compile(rf"\d ?[{UNSPACED}]{{1,2}}[。.]?$")
"""How a Chinese statement ends that counts a part: 马里稳定团 3 份."""
_LIST = re.compile(r"[;,] ?\(?[a-h2-9]\)")
_FIGURE = re.compile(FIGURE.pattern + "[0-9., ]*")
_WORD = re.compile(r"[^\W\d_]+")


class Happenings:
    """What the sentences of a remark tell that belongs to no part of the work."""

    def __init__(self, turns: Turns) -> None:
        """`turns`: of the same planned text."""
        self.turns = turns
        self.deliverable: Deliverable = turns.deliverable
        self.missing = turns.missing
        self.attributive = turns.attributive
        self.words, self.reasons, self.remarks = turns.words, turns.reasons, turns.remarks
        self.openings = (
            self.words.results,
            self.words.relatives,
            self.words.adverbials,
            self.words.bare,
            self.words.parts,
            self.reasons.relative,
            self.reasons.besides,
            self.reasons.details,
            self.reasons.concessions,
        )
        self.anywhere = (self.words.statuses, self.reasons.besides, self.reasons.concessions)

    def find(self, text: str, outcome: Outcome, *, first: bool, told: bool) -> tuple[int, int] | None:
        """Where a statement of a folded sentence that is a reason starts and ends.

        `first`: the sentence is the first of its remark; `told`: a figure follows in a later sentence.
        """
        if self.words.results.match(text):
            return None
        if is_aside(text, self.reasons) or self.reasons.denials.search(text) or _LIST.search(text):
            return None
        text = without_insertions(text, self.reasons)
        plain = self._plain(text)
        for start, end in islice(self._statements(plain, first=first), MOST_STATEMENTS):
            if first and start == 0:
                if FIGURE.search(plain, 0, end) or self.deliverable.opening_count(plain):
                    continue
                alone = not told and FIGURE.search(plain, end) is None
                if alone and outcome is Outcome.EXCEEDED and not self.words.tells_alone:
                    continue
            start += len(text[start:end]) - len(text[start:end].lstrip())
            if not self.reasons.spaced and (self._is_broken_off(text, start) or _COUNTED.search(plain, start, end)):
                continue
            opens = first and start == 0  # a number there is that of those delivered
            of_them = (self._gives_their_cause, self._tells_of_the_difference, self._tells_what_was_found)
            if not opens and any(tells(text, start, end, outcome) for tells in of_them):
                return start, end
            if first and not self.reasons.spaced and self._goes_on(text, plain, start, end, outcome):
                continue
            if not self._is_of_the_work(text, plain, start, end, outcome):
                return start, end
            events = self.reasons.events.search(text, start, end)
            if text[end : end + 1] == ":" and not (events or FIGURE.search(plain, start, end)):
                return None  # what it opens is of the work, too
        return self._in_brackets(text, outcome)

    def _in_brackets(self, text: str, outcome: Outcome) -> tuple[int, int] | None:
        """Where a statement without a figure stands in brackets: "31 were held (the airport was closed)"."""
        for found in islice(_BRACKETS.finditer(text), MOST_STATEMENTS):
            start, end = found.start() + 1, found.end() - 1
            if FIGURE.search(text, start, end) or not self._tells_alone(text[start:end], outcome):
                continue
            if not self._is_of_the_work(text, text, start, end, outcome):
                return start, end
        return None

    def _tells_alone(self, words: str, outcome: Outcome) -> bool:
        """Whether what stands in brackets may be a statement, where the language does not show its verbs."""
        return self.words.shows_verbs or self._is_striking(words, outcome)

    def _goes_on(self, text: str, plain: str, start: int, end: int, outcome: Outcome) -> bool:
        """Whether a Chinese sentence goes on behind its figure with what belongs to it: nobody acts or is struck."""
        if not text[:start].rstrip().endswith(",") or FIGURE.search(plain, 0, start) is None:
            return False
        subject = self.words.actors.search(text, start, min(end, start + CHINESE_SUBJECT))
        if subject and self.turns.is_after_preposition(text, start, subject.start()):
            subject = None  # "the old ones were given to schools"
        return subject is None and not self._is_striking(text[start:end], outcome)

    def tells_a_figure(self, text: str) -> bool:
        """Whether a folded text holds a figure that is no time."""
        return FIGURE.search(self._plain(text)) is not None

    def _plain(self, text: str) -> str:
        """A text with spaces for its dates and years and for what stands in brackets."""
        plain = text
        for pattern in (_BRACKETS, _BRACKETS, YEAR):  # brackets within brackets first
            plain = pattern.sub(_spaces, plain)
        return blanked(plain, self.words.times)

    def _statements(self, plain: str, *, first: bool) -> Iterator[tuple[int, int]]:
        """Where statements start and end; in a first sentence also what stands before the clause with its figure.

        What a colon opens is a list where a semicolon follows.
        """
        start = 0
        breaks = _BREAK if self.reasons.spaced else _CLAUSE_BREAK
        for end, then in [*(match.span() for match in breaks.finditer(plain)), (len(plain), len(plain))]:
            digit = FIGURE.search(plain, start, end) if first else None
            mark = plain.rfind(",", start, digit.start()) if digit else -1
            if mark > 0:
                yield start, mark
                start = mark + 1
            yield start, end
            if first:
                yield from self._clauses_behind(plain, digit, start, end)
            if plain[end:then].strip() == ":" and ";" in plain[then:]:
                return
            start = then

    def _clauses_behind(
        self, plain: str, digit: re.Match[str] | None, start: int, end: int
    ) -> Iterator[tuple[int, int]]:
        """Where clauses behind a comma start and end that tell in what circumstances, as Arabic joins them to a figure
        ("12 were held, and the roads (were) cut"), or are of their own: "15 were held, a barge sank".
        """
        marks = [mark.start() for mark in _COMMA.finditer(plain, digit.end() if digit else start, end)]
        for mark, then in zip(marks, [*marks[1:], end], strict=False):
            told = self.words.circumstances.match(plain, mark + 2)
            if told or (digit and self._stands_alone(plain, mark, then)):
                yield mark + 1, then

    def _stands_alone(self, plain: str, mark: int, end: int) -> bool:
        """Whether what follows a comma is a clause of its own, where the language tells the words of others."""
        if self.words.dependents.source == NOTHING or FIGURE.search(plain, mark, end):
            return False
        beside = self.words.dependents.match(plain, mark + 2) or self.reasons.participles.match(plain, mark)
        return not beside and self.words.verbs.search(plain, mark, end) is not None

    def _is_broken_off(self, text: str, start: int) -> bool:
        """Whether what stands behind a colon or a dash is no clause of its own but begins with a preposition.

        In Chinese it is one only if it tells something striking, and so is what was found: "the survey shows, …".
        """
        ahead = text[:start].rstrip()
        before = ahead[-1:]
        if before in ("", ";"):
            return False
        if not self.reasons.spaced:
            found = (each.end() for each in self.reasons.deeds.finditer(ahead, max(0, len(ahead) - SUBJECT)))
            opened = before == ":" or (before == "," and len(ahead) - 1 in found)
            return opened and self.words.striking.search(text, start) is None
        word = _WORD.match(text, start)
        return word is None or word.group() in self.words.prepositions

    def _has_no_verb(self, statement: str) -> bool:
        """Whether a statement only names things ("Meetings with Member States"), where the language shows it."""
        words = self.words
        return words.shows_verbs and not (words.subjects.match(statement) or words.verbs.search(statement))

    def _holds_a_number(self, text: str) -> bool:
        """Whether a text holds a number, in figures or in words: "Five meetings were dropped"."""
        return bool(FIGURE.search(text) or find_numerals(text, self.deliverable.language.numerals))

    def _only_names(self, text: str, start: int, statement: str, outcome: Outcome) -> bool:
        """Whether a statement without a verb names no cause, or is a list of things behind a colon."""
        listed = text[:start].rstrip().endswith(":") and ("," in statement or not self._holds_a_number(text[:start]))
        return listed or not self._names_a_cause(statement, outcome)

    def _names_a_cause(self, statement: str, outcome: Outcome) -> bool:
        """Whether a statement without a verb names what hinders, or for an excess what brings more, which is no part
        of the work: "A long quarantine in Nairobi".
        """
        own = outcome is Outcome.EXCEEDED and self.words.gains.source != NOTHING
        names = self.words.gains if own else self.words.plights
        found = names.search(statement, 0, SUBJECT)
        if found is None or len(statement[: found.start()].split()) > MOST_DESCRIBING:
            return False
        if any(opening.match(statement) for opening in self.openings) or FIGURE.search(statement, 0, found.start()):
            return False
        if self.words.statuses.search(statement):  # "Replacement under way"
            return False
        return not any(map(self.deliverable.is_told, self.deliverable.nouns(statement, 0, found.end())))

    def _gives_their_cause(self, text: str, start: int, end: int, outcome: Outcome) -> bool:
        """Whether a statement opens with just those that are missing, or are more, and gives a cause: "Six of 40 were
        sent back owing to faults".
        """
        opens = self.missing.opens if outcome is Outcome.SHORTFALL else self.missing.opens_with_more
        cause = self.reasons.causes.search(text, start, end) if opens(text, start, end) else None
        if cause is None or self.reasons.forward.match(text, cause.start()):
            return False
        held = (self.reasons.delivered, self.words.concerns)
        if outcome is Outcome.EXCEEDED and not any(each.search(text, start, cause.end()) for each in held):
            return False  # "three were closed owing to …"
        beside = self.words.statuses.search(text, start, end) or self.reasons.details.search(text, cause.start(), end)
        return beside is None

    def _tells_of_the_difference(self, text: str, start: int, end: int, outcome: Outcome) -> bool:
        """Whether a statement tells of just those that are missing, or are more, something else than that they are."""
        words, reasons = self.words, self.reasons
        beside = [words.bare, words.statuses]
        if outcome is Outcome.EXCEEDED:
            told = self.missing.adds(text, start, end)
            grew = any(each.search(text, start, end) for each in (words.turns, words.boosts))
            pointed = words.beyond.search(text, start, end) and not self.missing.opens_with_more(text, start, end)
            told = told and bool(grew or pointed)
            beside += [reasons.details, reasons.deviation, words.effects]
        else:
            told = self.missing.opens(text, start, end) or self._is_of_the_rest(text, start, end)
            beside += [reasons.events, reasons.pronouns, words.relatives]
            if reasons.spaced or not any(each.search(text, start, end) for each in (words.turns, words.hindrances)):
                beside += [words.ordinary, words.receptions]
        if not told or text[:start].rstrip().endswith(":"):  # "2 workshops: one in Dakar, one in Goma"
            return False
        if self.remarks.planned.search(text, start, end):  # "two less than planned"
            return False
        if any(each.search(text, start, end) for each in beside):
            return False
        nouns = self.deliverable.nouns(text, start, end)
        new = [noun for noun in nouns if not self.deliverable.is_known(noun)]
        fewest = FEWEST_NOUNS
        if outcome is Outcome.SHORTFALL and reasons.spaced and words.turns.search(text, start, end):
            fewest = 1  # "Two were closed in summer"
        if len(new) >= fewest:
            return True
        return not self.reasons.spaced and start == 0 and len("".join(new)) >= FEWEST_SIGNS_OF_THEM

    def _is_of_the_rest(self, text: str, start: int, end: int) -> bool:
        """Whether an Arabic statement has the rest of the deliverable near its start, where its subject and object
        are, or somebody acts on just those that are missing: "were settled the other disputes amicably".
        """
        if self.words.parts.match(text, start):
            return False
        place = min(end, start + SUBJECT)
        rest = self.words.remaining.search(text, start, place)
        if rest is None:
            acts = self.words.remaining.source != NOTHING and self.words.actors.search(text, start, place)
            return bool(acts) and self.missing.lacks(text, start, end)
        return any(map(self.deliverable.is_known, self.deliverable.nouns(text, start, rest.start())))

    def _tells_what_was_found(self, text: str, start: int, end: int, outcome: Outcome) -> bool:
        """Whether a statement tells what was found of those that are missing: "It turned out that four were mined"."""
        verb = self.words.finds.match(text, start) if outcome is Outcome.SHORTFALL else None
        return verb is not None and (
            self.missing.lacks(text, start, end) or self.reasons.rest.search(text, verb.end(), end) is not None
        )

    def _names_a_cause_of_something_else(self, words: str) -> bool:
        """Whether it opens with a verb that names the cause of neither a difference nor a hindrance: "to poor training
        are due the breaches", as Arabic puts it.
        """
        verb = self.reasons.named.match(words)
        differs = (self.reasons.deviation, self.reasons.events, self.reasons.negative)
        return verb is not None and not any(each.search(words, verb.end(), verb.end() + SUBJECT) for each in differs)

    def _is_of_the_work(self, text: str, plain: str, start: int, end: int, outcome: Outcome) -> bool:
        """Whether a statement tells of the delivery, its parts, what went with it, or how far it is."""
        words = plain[start:end].lstrip()
        if self._is_broken_off(text, start):
            return True
        if self._has_no_verb(words):
            return self._only_names(text, start, words, outcome)
        if any(opening.match(words) for opening in self.openings) or self._names_a_cause_of_something_else(words):
            return True
        subject = self._subject(words) if self.reasons.spaced else self._chinese_subject(words)
        work = self.words.works.search(words if self.reasons.spaced else subject)
        if work and work.start() < len(subject):
            return True
        if any(pattern.search(text, start, end) for pattern in self.anywhere):
            return True
        undone = outcome is Outcome.EXCEEDED and self._is_undone(words)
        if undone or (FIGURE.search(words) and self.remarks.planned.search(words)):
            return True
        if not self._is_striking(words, outcome):
            usual = (self.words.receptions, self.words.ordinary, self.words.passives, self.reasons.pronouns)
            if self.words.effects.search(subject) or any(pattern.search(words) for pattern in usual):
                return True
            if FIGURE.match(words):  # "312 cases were heard"
                return True
        if sum(1 for _ in _FIGURE.finditer(words)) > 1:
            return True
        if self._is_of_the_deliverable(text, start, end, words, subject):
            return True
        return self.turns.only_compares(text, start, end)

    def _subject(self, words: str) -> str:
        """Where a subject stands; one behind its verb ends before a preposition: "dispute the owners … in"."""
        if not self.words.verb_first or self.words.shows_verbs:
            return words[:SUBJECT]
        ahead = list(islice(_WORD.finditer(words, 0, SUBJECT), FEWEST_AHEAD, None))
        if ahead and self.deliverable.language.nouns.definite.match(words):  # a noun comes first
            return words[: ahead[0].start()]
        return words[: next((word.start() for word in ahead if word.group() in self.words.prepositions), SUBJECT)]

    def _is_undone(self, words: str) -> bool:
        """Whether something is not done yet."""
        undone = (self.reasons.events, self.reasons.undeeds, self.reasons.negative)
        return self.reasons.unfinished.search(words) is not None and any(each.search(words) for each in undone)

    def _names(self, subject: str, pair: str) -> bool:
        """Whether a Chinese subject names the deliverable by two signs, not who or what serves it: 测试人员 of 测试."""
        place = subject.find(pair)
        return place >= 0 and not self.words.servants.match(subject, place + len(pair))

    def _chinese_subject(self, words: str) -> str:
        """Where a subject stands: before what it leads to; of one of the rest only what it has, not itself."""
        verb = self.words.leads_to.search(words)
        words = words[: verb.start()] if verb else words
        start = words.rfind(self.attributive, 0, OWNER) + 1 if self.attributive else 0
        if not self.reasons.rest.search(words, 0, start):
            start = 0
        return words[start : start + CHINESE_SUBJECT]

    def _is_striking(self, words: str, outcome: Outcome) -> bool:
        """Whether something unusual is told; what brings more ("free of charge") is no hindrance."""
        found = islice(self.words.striking.finditer(words), MOST_STATEMENTS)
        return any(
            outcome is not Outcome.SHORTFALL or not self.words.boosts.match(words, each.start()) for each in found
        )

    def _is_of_the_deliverable(self, text: str, start: int, end: int, words: str, subject: str) -> bool:
        """Whether a statement is too short to tell of anything else, or its subject is the deliverable."""
        if not self.reasons.spaced:
            fewest = FEWEST_BEFORE if self.reasons.events.search(text, end) else FEWEST_SIGNS
            if self.reasons.deviation.match(words) or sum(map(len, RUNS.findall(words))) < fewest:
                return True
            return any(self._names(subject, pair) for pair in self.deliverable.known)
        nouns = self.deliverable.nouns(text, start, end)
        if len(nouns) < FEWEST_NOUNS:
            return True
        verb = None if self.words.verb_first else self.words.verbs.search(text, start, end)
        if verb and text[start : verb.start()].strip():
            nouns = self.deliverable.nouns(text, start, verb.end()) or nouns  # its subject
        if nouns[0] in fold(self.deliverable.planned[:SUBJECT]).text.split(maxsplit=1)[:1]:  # "The supply was by air"
            return True
        if self._is_of_what_is_planned(words, nouns[0]):
            return True
        return any(map(self.deliverable.is_known, nouns[:FIRST_NOUNS]))

    def _is_of_what_is_planned(self, words: str, noun: str) -> bool:
        """Whether an Arabic statement opens with a noun that the planned text names: "and recruitment is central"."""
        opens = self.words.verb_first and self.deliverable.language.nouns.definite.match(words)
        return bool(opens) and words.startswith(noun) and self.deliverable.is_named(noun)


def _spaces(match: re.Match[str]) -> str:
    return " " * len(match.group())
