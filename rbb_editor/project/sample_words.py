"""Outputs of a made-up report put into words: first what a figure came to, then sentences that say so."""

from collections.abc import Mapping
from random import Random
from typing import Any

from msgspec import Struct, field

from rbb_editor.domain.figures import format_number
from rbb_editor.domain.language import Language
from rbb_editor.domain.values import Outcome, Qualifier

OUTCOMES = (Outcome.MET, Outcome.EXCEEDED, Outcome.SHORTFALL, Outcome.UNCLEAR)
OUTCOME_WEIGHTS = (50, 23, 19, 8)  # in per cent, as counted in the published addendum
KINDS = ("counts", "percents", "deeds", "pairs")
KIND_WEIGHTS = (58, 10, 14, 18)
QUALIFIERS = ("exact", *Qualifier)
QUALIFIER_WEIGHTS = (76, 6, 6, 6, 6)
WITHOUT_REASON = {Outcome.SHORTFALL: 0.17, Outcome.EXCEEDED: 0.56, Outcome.MET: 1.0, Outcome.UNCLEAR: 1.0}
"""The share of figures that give no reason: 17 of 100 shortfalls, 70 of 124 excesses in the published addendum."""
HUNDREDS = 0.12  # share of counts above 100


class Facts(Struct, frozen=True):
    """One figure: what it came to, and the texts that say so."""

    outcome: Outcome
    completed: str
    remarks: str
    explanation: str
    label: str | None = None


class Sentence(Struct, frozen=True):
    """A planned text and the figures that answer it."""

    planned: str
    figures: tuple[Facts, ...]


class _Promise(Struct, frozen=True):
    """A planned count: its bounds (equal for an exact one) and how it is worded."""

    low: int
    high: int
    qualifier: str = field(default="exact")


class Words:
    """The word tables of one language (see the comments in a grammar file)."""

    def __init__(self, tables: Mapping[str, Any], language: Language) -> None:
        self._tables = tables
        self._language = language
        self.title: str = tables["title"]
        self.session: str = tables["session"]
        self.summary: str = tables["summary"]
        self.departments: list[str] = tables["departments"]
        self.offices: list[str] = tables["offices"]
        self.accomplishments: list[str] = tables["accomplishments"]

    def output(self, random: Random) -> Sentence:
        """A planned output with its figures, by lot."""
        kind = random.choices(KINDS, KIND_WEIGHTS)[0]
        pattern = random.choice(self._tables[kind])
        slots = {"topic": random.choice(self._tables["topics"]), "mission": random.choice(self._tables["missions"])}
        match kind:
            case "counts":
                return self._count(random, pattern, slots)
            case "percents":
                return self._percent(random, pattern, slots)
            case "deeds":
                return self._deed(random, pattern, slots)
            case _:
                return self._pair(random, pattern, slots)

    def _count(self, random: Random, pattern: Mapping[str, Any], slots: dict[str, str]) -> Sentence:
        promise = self._promise(random, random.choices(QUALIFIERS, QUALIFIER_WEIGHTS)[0])
        form = self._tables["qualifiers"][promise.qualifier]
        phrase = form.format(n=self._written(promise.low), max=self._written(promise.high))
        outcome = random.choices(OUTCOMES, OUTCOME_WEIGHTS)[0]
        planned = _capital(pattern["planned"].format(n=phrase, **slots))
        return Sentence(planned, (self._counted(random, promise, outcome, pattern["done"], slots),))

    def _pair(self, random: Random, pattern: Mapping[str, Any], slots: dict[str, str]) -> Sentence:
        exact = self._tables["qualifiers"]["exact"]
        promises = [self._promise(random, "exact") for _ in range(2)]
        n, k = (exact.format(n=self._written(promise.low)) for promise in promises)
        figures = tuple(
            self._counted(
                random,
                promise,
                random.choices(OUTCOMES[:3], OUTCOME_WEIGHTS[:3])[0],
                done,
                slots,
                label.format(**slots),
            )
            for promise, done, label in zip(promises, pattern["done"], pattern["labels"], strict=True)
        )
        return Sentence(_capital(pattern["planned"].format(n=n, k=k, **slots)), figures)

    def _percent(self, random: Random, pattern: Mapping[str, Any], slots: dict[str, str]) -> Sentence:
        outcome = random.choices(OUTCOMES[:3], OUTCOME_WEIGHTS[:3])[0]
        want = random.choice((70, 75, 80, 85, 90))
        got = want + {Outcome.MET: 0, Outcome.EXCEEDED: 5, Outcome.SHORTFALL: -15}[outcome]
        facts = Facts(outcome, f"{got}%", pattern["done"].format(m=got, **slots), self._reason(random, outcome))
        return Sentence(_capital(pattern["planned"].format(n=want, **slots)), (facts,))

    def _deed(self, random: Random, pattern: Mapping[str, Any], slots: dict[str, str]) -> Sentence:
        done = random.random() < 0.8
        outcome = Outcome.MET if done else Outcome.SHORTFALL
        facts = Facts(
            outcome,
            self._language.phrases["yes" if done else "no"],
            pattern["done" if done else "undone"].format(**slots),
            self._reason(random, outcome),
        )
        return Sentence(_capital(pattern["planned"].format(**slots)), (facts,))

    def _counted(
        self,
        random: Random,
        promise: _Promise,
        outcome: Outcome,
        done: str,
        slots: dict[str, str],
        label: str | None = None,
    ) -> Facts:
        if outcome is Outcome.UNCLEAR:
            word = random.choice(self._tables["vague"])
            return Facts(outcome, word, "", "", label)
        got = self._written(self._completed(random, promise, outcome))
        return Facts(outcome, got, done.format(m=got, **slots), self._reason(random, outcome), label)

    def _completed(self, random: Random, promise: _Promise, outcome: Outcome) -> int:
        """A count that comes to `outcome`, far enough from the bounds to leave no doubt."""
        if outcome is Outcome.SHORTFALL:
            return (
                0 if promise.qualifier == Qualifier.UP_TO else max(0, self._near(random, promise.low * 0.7, down=True))
            )
        if outcome is Outcome.EXCEEDED:
            return self._near(random, promise.high * 1.25, down=False)
        if promise.qualifier == Qualifier.UP_TO:
            return self._near(random, promise.high * 0.8, down=True) or promise.high
        return promise.high if promise.qualifier == Qualifier.RANGE else promise.low

    def _promise(self, random: Random, qualifier: str) -> _Promise:
        low = random.choice(self._tables["last_two"])
        if random.random() < HUNDREDS:
            low += 100 * random.choice((1, 2, 4, 11, 23))
        high = self._near(random, low * 1.2, down=False) if qualifier == Qualifier.RANGE else low
        return _Promise(low, high, qualifier)

    def _near(self, random: Random, target: float, *, down: bool) -> int:
        """One of the two counts next to `target` (below it or above it) whose noun has the right form."""
        step = -1 if down else 1
        endings = set(self._tables["last_two"])
        found: list[int] = []
        number = int(target) if down else int(target) + 1
        while len(found) < 2 and number > 0:
            if number % 100 in endings:
                found.append(number)
            number += step
        return random.choice(found) if found else 0

    def _reason(self, random: Random, outcome: Outcome) -> str:
        if random.random() < WITHOUT_REASON[outcome]:
            return ""
        return str(random.choice(self._tables["reasons"]["higher" if outcome is Outcome.EXCEEDED else "lower"]))

    def _written(self, number: int) -> str:
        return format_number(number, self._language)


def _capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]
