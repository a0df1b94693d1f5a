"""Where a row's own report begins when not even a space was left before it (Chinese)."""

import re

from rbb_editor.domain.figures import numbers_in
from rbb_editor.domain.language import Language
from rbb_editor.formats.line_words import openings

CLAUSE_END = re.compile(r"[。；，,;]")


def seam_before_own_report(text: str, completed: str, language: Language) -> int | None:
    """Where in `text` the clause begins that names the completed figure: at its last preposition. None if unclear."""
    if language.spaced:
        return None
    wanted = [number.value for number in numbers_in(completed, language)]
    found = next((number for number in numbers_in(text, language) if number.value in wanted), None)
    if found is None:
        return None
    ends = [match.end() for match in CLAUSE_END.finditer(text, 0, found.start)]
    start = ends[-1] if ends else 0
    places = [place for place in range(start + 4, found.start - 2) if text[place] in openings(language)]
    return places[-1] if places else None
