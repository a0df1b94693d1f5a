"""The clause for which a sentence gives a reason or an aim: "The form was changed, as it was too long"."""

import re
from itertools import islice

from rbb_editor.domain.reason_words import ReasonWords

MOST_CAUSES = 8
"""Words of a cause in a sentence that are looked at."""

FEWEST_SIGNS = 3
"""Characters before a word of a cause without which it opens its sentence."""

_MARK = re.compile(r"[,;:]")
_APART = frozenset(",;:是")


def explained(text: str, words: ReasonWords) -> tuple[int, int] | None:
    """Where in a folded sentence the clause starts and ends whose cause or aim it gives; None where it gives none.

    A word that leads from a cause to its effect ("led to", "therefore") is none of them.
    """
    for pattern in (words.causes, words.aims):
        for found in islice(pattern.finditer(text), MOST_CAUSES):
            if words.forward.match(text, found.start()):
                continue
            before = text[: found.start()].rstrip()
            apart = words.spaced or before[-1:] in _APART or found.group()[0] in _APART
            if before.strip() and not apart:  # Chinese: "the lists were, because of the change, put off"
                return found.end(), len(text)
            if len(before.strip()) >= FEWEST_SIGNS:
                return 0, found.start()
            mark = _MARK.search(text, found.end())
            return mark.end() if mark else found.end(), len(text)
    return None
