"""What a remark tells of just the missing ones: "Nine silos lay behind the front", of 40 of which 31 were inspected."""

from rbb_editor.domain.deliverable import LONGEST_PLAN
from rbb_editor.domain.folding import fold
from rbb_editor.domain.language import Language
from rbb_editor.domain.numerals import find_numerals

EARLY, LONGEST_NUMBER = 12, 24
"""Characters at the start of a statement in which its number starts; those of a number."""


class Missing:
    """The numbers by which the first figure of a remark falls short of those of its planned text."""

    def __init__(self, planned: str, remark: str, language: Language) -> None:
        """`planned`: the planned text; `remark`: the folded remark."""
        self._numerals = language.numerals
        told = find_numerals(remark[:LONGEST_PLAN], self._numerals)
        counts = find_numerals(fold(planned[:LONGEST_PLAN]).text, self._numerals) if told else ()
        self._values = {
            count.value - told[0].value for count in counts if not count.article and count.value > told[0].value
        }

    def opens(self, text: str, start: int, end: int) -> bool:
        """Whether a statement speaks of just the ones that are missing."""
        if not self._values:
            return False
        found = find_numerals(text[start : min(end, start + EARLY + LONGEST_NUMBER)], self._numerals)
        return bool(found) and found[0].start <= EARLY and not found[0].percent and found[0].value in self._values
