"""What became of a text, as a reader sees it: words struck out and words put in, the rest as it stands."""

import re
from enum import StrEnum
from itertools import groupby

from msgspec import Struct

MOST_STEPS = 400
"""Words struck out and put in between the first and the last difference; beyond, all between them counts as replaced.

The search takes time with the length plus the square of the differences (Myers, "An O(ND) difference algorithm",
1986), so this also bounds the time: two texts of 100,000 letters take some tens of milliseconds at worst.
"""
_IDEOGRAPHS = "\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_MARKS = "\u0300-\u036f\u0610-\u061a\u0640\u064b-\u065f\u0670"
_TOKEN = re.compile(rf"[{_IDEOGRAPHS}]|(?:[^\W{_IDEOGRAPHS}]|[{_MARKS}])+|\s+|.", re.DOTALL)
"""A Chinese character, a word of a script that is written with spaces, white space, or one other character."""


class Kind(StrEnum):
    """What became of a stretch of text."""

    EQUAL = "equal"
    DELETED = "deleted"
    INSERTED = "inserted"


class Span(Struct, frozen=True):
    """A stretch of text that stayed, went or came."""

    kind: Kind
    text: str


def redline(before: str, after: str) -> tuple[Span, ...]:
    """The way from `before` to `after`: by words, in Chinese by characters.

    What is equal and deleted makes up `before`, what is equal and inserted `after`, both to the letter; where words
    are replaced the deleted ones come first.
    """
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    head = _common(old, new)
    tail = _common(old[head:][::-1], new[head:][::-1])
    steps = [(Kind.EQUAL, token) for token in old[:head]]
    steps += _steps(old[head : len(old) - tail], new[head : len(new) - tail])
    steps += [(Kind.EQUAL, token) for token in old[len(old) - tail :]]
    return _spans(steps)


Step = tuple[Kind, str]


def _common(one: list[str], other: list[str]) -> int:
    for at, (left, right) in enumerate(zip(one, other, strict=False)):
        if left != right:
            return at
    return min(len(one), len(other))


def _steps(old: list[str], new: list[str]) -> list[Step]:
    """The shortest way from `old` to `new`; all of it replaced where that has more than `MOST_STEPS` steps."""
    furthest, seen = {1: 0}, []
    for depth in range(min(len(old) + len(new), MOST_STEPS) + 1):
        seen.append(furthest.copy())
        for diagonal in range(-depth, depth + 1, 2):
            down = _goes_down(furthest, depth, diagonal)
            x = furthest[diagonal + 1] if down else furthest[diagonal - 1] + 1
            while x < len(old) and x - diagonal < len(new) and old[x] == new[x - diagonal]:
                x += 1
            furthest[diagonal] = x
            if x >= len(old) and x - diagonal >= len(new):
                return _walked(old, new, seen)
    return [(Kind.DELETED, token) for token in old] + [(Kind.INSERTED, token) for token in new]


def _goes_down(furthest: dict[int, int], depth: int, diagonal: int) -> bool:
    """Whether the furthest way onto a diagonal puts a word in; else it strikes one out."""
    return diagonal == -depth or (diagonal != depth and furthest[diagonal - 1] < furthest[diagonal + 1])


def _walked(old: list[str], new: list[str], seen: list[dict[int, int]]) -> list[Step]:
    x, y = len(old), len(new)
    steps: list[Step] = []
    for depth in range(len(seen) - 1, 0, -1):
        furthest, diagonal = seen[depth], x - y
        down = _goes_down(furthest, depth, diagonal)
        start = furthest[diagonal + 1 if down else diagonal - 1]
        below = start - (diagonal + 1 if down else diagonal - 1)
        while x > start and y > below:
            x, y = x - 1, y - 1
            steps.append((Kind.EQUAL, old[x]))
        steps.append((Kind.INSERTED, new[below]) if down else (Kind.DELETED, old[start]))
        x, y = start, below
    steps += [(Kind.EQUAL, old[at]) for at in range(x - 1, -1, -1)]
    return steps[::-1]


def _spans(steps: list[Step]) -> tuple[Span, ...]:
    """Steps joined into stretches; white space between two changes goes with them."""
    runs = [(kind, "".join(token for _, token in run)) for kind, run in groupby(steps, key=lambda step: step[0])]
    spans: list[Span] = []
    gone = come = ""
    for at, (kind, text) in enumerate(runs):
        if kind is Kind.DELETED:
            gone += text
        elif kind is Kind.INSERTED:
            come += text
        elif (gone or come) and at + 1 < len(runs) and text.isspace():
            gone, come = gone + text, come + text
        else:
            spans += _changed(gone, come)
            gone = come = ""
            spans.append(Span(Kind.EQUAL, text))
    return (*spans, *_changed(gone, come))


def _changed(gone: str, come: str) -> list[Span]:
    return [Span(kind, text) for kind, text in ((Kind.DELETED, gone), (Kind.INSERTED, come)) if text]
