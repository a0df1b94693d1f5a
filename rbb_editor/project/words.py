"""Plain text search: letters of either case, offsets that fit the text as written, words in scripts without borders."""

import unicodedata
from collections.abc import Callable, Iterable

Places = Callable[[str], Iterable[tuple[int, int]]]
JOINERS = "\u200c\u200d\u00ad\u2060"
"""Invisible letters that stand inside a word."""
WITHOUT_BORDERS = (
    (0x0E00, 0x0EFF),  # Thai, Lao
    (0x1000, 0x109F),  # Burmese
    (0x1780, 0x17FF),  # Khmer
    (0x2E80, 0x2FDF),  # radicals
    (0x3005, 0x3007),
    (0x3040, 0x30FF),  # kana
    (0x31F0, 0x31FF),
    (0x3400, 0x4DBF),  # Chinese characters
    (0x4E00, 0x9FFF),
    (0xF900, 0xFAFF),
    (0x20000, 0x3FFFF),
)
"""Scripts that put no space between words: every character may begin or end one."""


def plain_places(wanted: str, *, match_case: bool) -> Places:
    """A function from a text to the places of `wanted`, from left to right, none within another."""
    if match_case or _has_no_case(wanted):
        return lambda text: _exact(text, wanted) if wanted in text else ()
    folded = wanted.casefold()
    ascii_only = folded.isascii()

    def places(text: str) -> Iterable[tuple[int, int]]:
        # without case the letters of ASCII fold to themselves: a text of them holds no others
        if text.isascii() and not ascii_only:
            return ()
        other = text.casefold()
        if folded not in other:
            return ()
        return _exact(other, folded) if len(other) == len(text) else _unfolded(text, other, folded)

    return places


def is_whole_word(text: str, start: int, end: int) -> bool:
    """Whether a word begins at `start` and ends at `end`; in a script without spaces, everywhere."""
    return _is_border(text, start) and _is_border(text, end)


def _is_border(text: str, at: int) -> bool:
    if at <= 0 or at >= len(text):
        return True
    before, after = text[at - 1], text[at]
    if not (_is_letter(before) and _is_letter(after)):
        return True
    return not unicodedata.combining(after) and (_stands_alone(before) or _stands_alone(after))


def _is_letter(letter: str) -> bool:
    return letter.isalnum() or letter == "_" or letter in JOINERS or unicodedata.category(letter).startswith("M")


def _stands_alone(letter: str) -> bool:
    code = ord(letter)
    return code >= WITHOUT_BORDERS[0][0] and any(first <= code <= last for first, last in WITHOUT_BORDERS)


def _has_no_case(text: str) -> bool:
    """Whether no letter has another case; then nothing else folds to it either."""
    return all(letter.casefold() == letter.lower() == letter.upper() == letter for letter in text)


def _exact(text: str, wanted: str) -> list[tuple[int, int]]:
    found = []
    at = text.find(wanted)
    while at >= 0:
        found.append((at, at + len(wanted)))
        at = text.find(wanted, at + len(wanted))
    return found


def _unfolded(text: str, folded: str, wanted: str) -> list[tuple[int, int]]:
    """The places in `text` of what was found in its folded form, where some letters fold to several (ß to ss).

    Half a letter is no hit.
    """
    origin: dict[int, int] = {}
    length = 0
    for index, letter in enumerate(text):
        origin[length] = index
        length += len(letter.casefold())
    origin[length] = len(text)
    found = []
    at = folded.find(wanted)
    while at >= 0:
        end = at + len(wanted)
        if at in origin and end in origin:
            found.append((origin[at], origin[end]))
            at = folded.find(wanted, end)
        else:
            at = folded.find(wanted, at + 1)
    return found
