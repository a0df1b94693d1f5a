"""What a regular expression may begin to match: the texts that make it look far for nothing."""

import re
from collections.abc import Iterable
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any

CATEGORIES = {op.CATEGORY_DIGIT: "1", op.CATEGORY_SPACE: " "}
REPEATS = (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT)


def beginnings(pattern: re.Pattern[str], letter: str) -> set[str]:
    """All that stands in a pattern up to a choice, a repetition or its end, each choice once; `letter`: for any one."""
    found: set[str] = set()
    _follow(_parser.parse(pattern.pattern, pattern.flags), [""], found, letter)
    return found - {""}


def _follow(parts: Iterable[tuple[Any, Any]], begun: list[str], found: set[str], letter: str) -> list[str]:
    """What some texts come to when the parts of a pattern are written behind them; `found` gets all on the way."""
    for kind, value in parts:
        if kind is op.LITERAL:
            begun = [each + chr(value) for each in begun]
        elif kind in (op.NOT_LITERAL, op.ANY, op.IN):
            sign = _of_class(value, letter) if kind is op.IN else letter
            begun = [each + sign for each in begun]
        elif kind is op.BRANCH:
            found.update(begun)
            first, *others = value[1]
            begun = _follow(first, begun, found, letter) + [
                each for other in others for each in _follow(other, begun[:1], found, letter)
            ]
        elif kind in (op.SUBPATTERN, op.ATOMIC_GROUP):
            begun = _follow(value[3] if kind is op.SUBPATTERN else value, begun, found, letter)
        elif kind in REPEATS:
            found.update(begun)
            least, _, item = value
            if least == 0:
                begun = begun + _follow(item, begun[:1], found, letter)
            for _ in range(min(least, 3)):
                begun = _follow(item, begun, found, letter)
    found.update(begun)
    return begun


def _of_class(members: list[tuple[Any, Any]], letter: str) -> str:
    """A sign of a class; `letter` for one of all but some."""
    kind, value = members[0]
    if kind is op.CATEGORY:
        return CATEGORIES.get(value, letter)
    if kind is op.NEGATE:
        return letter
    return chr(value if kind is op.LITERAL else value[0])
