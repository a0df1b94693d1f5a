"""Sentences that only say again that there were more or fewer than planned: no reason, whatever words they hold."""

import re

from rbb_editor.domain.deliverable import Deliverable, blanked
from rbb_editor.domain.numerals import find_numerals

LONGEST = 160
"""Characters of a sentence that only restates."""
LEAST = 4
"""Letters of a word that tells something; of an Arabic one, where no article stands before it, one less."""
_WORD = re.compile(r"[^\W\d_]+")


def restates(sentence: str, deliverable: Deliverable) -> bool:
    """Whether a folded sentence holds nothing but the deliverable, numbers and words for a deviation: "there were two
    visits fewer than the goal set in the budget"; not where it gives a cause, or tells that nothing more came. In
    Chinese, whose signs stand in many words, it is not asked.
    """
    language, reasons = deliverable.language, deliverable.language.reasons
    if not reasons.spaced or len(sentence) > LONGEST:
        return False
    if reasons.causes.search(sentence) or language.turns.nothing.search(sentence):
        return False
    rest = blanked(blanked(sentence, language.remarks.restating), language.remarks.restated)
    for numeral in reversed(find_numerals(rest, language.numerals)):
        rest = rest[: numeral.start] + " " * (numeral.end - numeral.start) + rest[numeral.end :]
    nouns = language.nouns
    left = (nouns.without_article(word) for word in _WORD.findall(rest))
    return not any(
        len(word) >= LEAST - nouns.rooted
        and word not in reasons.auxiliaries
        and not deliverable.is_known(word)
        and not deliverable.is_deed(word)
        for word in left
    )
