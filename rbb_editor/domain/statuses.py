"""What a remark tells of a deliverable and explains nothing: put off to a date, just not done, or what came of it.

"The fourth was postponed until February 2026." "No hearings were held." Such a clause holds words that look like a
reason, so it is taken out before one is looked for.
"""

import re

from rbb_editor.domain.deliverable import Deliverable, blanked
from rbb_editor.domain.reason_words import ReasonWords
from rbb_editor.domain.signs import WORD

_MARK = re.compile("[,;:(]")
_LETTER = re.compile(r"[^\W\d_]")


class Statuses:
    """The statuses in the sentences of a remark."""

    def __init__(self, deliverable: Deliverable) -> None:
        self.deliverable = deliverable
        self.words: ReasonWords = deliverable.language.reasons

    def without(self, text: str) -> str:
        """A folded sentence with spaces for a clause that tells a mere status; as it is where it gives a cause.

        Nothing is left of one that opens with the work as its cause.
        """
        if self._is_from_work(text):
            return ""
        for pattern in (self.words.put_off, self.words.undeeds):
            found = pattern.search(text)
            if found is None:
                continue
            start = max(text.rfind(mark, 0, found.start()) for mark in ",;:(") + 1
            mark = _MARK.search(text, found.end())
            end = mark.start() if mark else len(text)
            put_off = pattern is self.words.put_off
            if self._is_status(text, start, end, found, put_off=put_off) and not self._has_cause(text, start, end):
                return text[:start] + " " * (end - start) + text[end:]
        return text

    def _is_from_work(self, text: str) -> bool:
        """Whether a sentence tells what came of the deliverable: "As a result of the visits two people were freed"."""
        opening = self.deliverable.words.yields.match(text, len(text) - len(text.lstrip()))
        word = WORD.search(text, opening.end()) if opening else None
        if opening is None or word is None:
            return False
        thanks = self.words.grounds.match(text, opening.start()) is not None  # "thanks to", not just "after"
        return self.deliverable.is_work(word.group()) or (thanks and self.deliverable.is_named(word.group()))

    def _has_cause(self, text: str, start: int, end: int) -> bool:
        """Whether a sentence gives a cause beside a clause."""
        outside = text[:start] + " " * (end - start) + text[end:]
        return self.words.causes.search(outside) is not None

    def _is_status(self, text: str, start: int, end: int, found: re.Match[str], *, put_off: bool) -> bool:
        """Whether a clause speaks of nothing but the deliverable, and when it is to come."""
        deliverable = self.deliverable
        if put_off:
            if _LETTER.search(blanked(text[found.end() : end], self.words.whens)):
                return False
            nouns = deliverable.nouns(text, start, found.start())
            return all(self.words.others.match(noun) or deliverable.is_work(noun) for noun in nouns)
        if self.words.causes.search(text, start, end):
            return False
        if not self.words.spaced:
            beside = [text[start : found.start()].strip(), text[found.end() : end].strip(" .。")]
            return any(beside) and all(deliverable.is_known(each) for each in beside if each)
        inside = deliverable.nouns(text, found.start(), found.end())
        nouns = [*deliverable.nouns(text, start, found.start()), *deliverable.nouns(text, found.end(), end)]
        nouns = nouns or inside[:-1]
        return bool(nouns) and all(self.words.others.match(noun) or deliverable.is_work(noun) for noun in nouns)
