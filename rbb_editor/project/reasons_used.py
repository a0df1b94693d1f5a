"""Reasons that stand in a report already, to be offered where another is typed."""

import re
from collections import Counter
from collections.abc import Iterable

from msgspec import Struct

from rbb_editor.domain.language import Language
from rbb_editor.domain.reading import Reader
from rbb_editor.domain.report import Report
from rbb_editor.domain.values import Outcome

MOST = 8
"""Reasons offered at once."""
LONGEST = 400
"""Characters of a reason that is offered; a longer one fits no other row."""
SHORTEST_TYPED = 2


class Offer(Struct, frozen=True):
    """A reason to be taken over. `cause`: what of it follows the stock opening. `uses`: how many figures give it.

    `earlier`: an earlier report gives it for the same figure.
    """

    text: str
    cause: str
    uses: int = 1
    earlier: bool = False


class ReasonsUsed:
    """The reasons of one report by the outcome they explain, as they were when this was made."""

    def __init__(self, report: Report, reader: Reader, language: Language, leaving: str | None = None) -> None:
        """Reads all explanations but that of the figure `leaving`."""
        self._language = language
        self._by_outcome: dict[Outcome, Counter[str]] = {}
        for output in report.outputs():
            if not any(each.explanation for each in output.components):
                continue
            for component, figure in zip(output.components, reader.figures(output), strict=True):
                text = component.explanation
                if text and component.id != leaving and len(text) <= LONGEST:
                    self._by_outcome.setdefault(figure.outcome, Counter())[text] += 1

    def offers(self, typed: str, outcome: Outcome, earlier: Iterable[str] = ()) -> list[Offer]:
        """What fits the words typed so far: all of them stand in it. The most used first, `earlier` reasons before.

        With nothing typed but the stock opening: the most used.
        """
        words = typed.strip().casefold()
        rest = cause_of(words, outcome, self._language)
        if 0 < len(rest) < SHORTEST_TYPED and rest.isascii():
            return []
        wanted = rest.split() if self._language.reasons.spaced else [rest] if rest else []
        found = earlier_offers((text for text in earlier if _holds(text, wanted)), outcome, self._language)
        counted = self._by_outcome.get(outcome, Counter())
        seen = {_letters(typed)}
        for text, uses in sorted(counted.items(), key=lambda pair: (-pair[1], len(pair[0]), pair[0])):
            if _letters(text) not in seen and _holds(text, wanted):
                seen.add(_letters(text))
                found.append(Offer(text, cause_of(text, outcome, self._language), uses))
                if len(found) >= MOST:
                    break
        return found


def earlier_offers(texts: Iterable[str], outcome: Outcome, language: Language) -> list[Offer]:
    """The reasons of earlier reports as they are offered."""
    return [Offer(text, cause_of(text, outcome, language), earlier=True) for text in texts]


def cause_of(text: str, outcome: Outcome, language: Language) -> str:
    """What follows the stock opening, whatever its commas and spaces; the whole text where it does not open so."""
    key = "stock_excess" if outcome is Outcome.EXCEEDED else "stock_shortfall"
    opening = [letter for letter in language.phrases[key].casefold() if letter.isalnum()]
    at = 0
    for index, letter in enumerate(text.casefold()):
        if not letter.isalnum():
            continue
        if letter != opening[at]:
            break
        at += 1
        if at == len(opening):
            return text[index + 1 :].strip()
    return text


def _letters(text: str) -> str:
    """A text without what two ways of writing it differ in: signs, spaces, case."""
    return "".join(letter for letter in text.casefold() if letter.isalnum())


def _holds(text: str, words: list[str]) -> bool:
    """Whether all words begin words of a text; in a script without spaces, stand in it."""
    folded = text.casefold()
    return all(
        re.search(rf"(?<![^\W\d_]){re.escape(word)}" if word.isascii() else re.escape(word), folded) for word in words
    )
