"""What words and signs at the ends of lines tell: whether a text goes on, and where one may begin."""

import re
from functools import cache

from rbb_editor import resources
from rbb_editor.domain.language import Language
from rbb_editor.domain.phrases import NOTHING


@cache
def hanging_words() -> frozenset[str]:
    """Words of any language with which no text ends: "and", "of", "the"."""
    return frozenset(_of_all("hanging"))


@cache
def hanging_signs() -> re.Pattern[str]:
    """The same of languages without spaces between words, at the end of a text."""
    return _any("hanging_signs")


@cache
def whole_signs() -> re.Pattern[str]:
    """Ends of whole sentences that only look so: "it is … that" in Chinese."""
    return _any("whole_signs")


def _of_all(key: str) -> list[str]:
    return [word for code in resources.language_codes() for word in resources.wordings(code).get(key, ())]


def _any(key: str) -> re.Pattern[str]:
    return re.compile("|".join(_of_all(key)) or NOTHING)


@cache
def after_particle(language: Language) -> re.Pattern[str]:
    """The space before a number, behind a sign that goes on with it."""
    signs = "".join(resources.wordings(language.code).get("particles", ()))
    return re.compile(rf"(?<=[{signs}])\s+(?=\d)" if signs else NOTHING)


@cache
def openings(language: Language) -> frozenset[str]:
    """Prepositions of one sign each with which a report often begins ("with …, 1 meeting was held")."""
    return frozenset(resources.wordings(language.code).get("openings", ()))
