"""What follows what among the letters and numbers of sections: A, B · a, b · I, II · أ، ب · 一, 二 · 1.1, 2.1.

A number is the bare one, without the point or brackets that the document language prints around it.
"""

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from msgspec import Struct

LATIN = "abcdefghijklmnopqrstuvwxyz"
CYRILLIC = "абвгдежзиклмнопрстуфхцчшщэюя"
"""The letters that number paragraphs: without ё, й, ъ, ы, ь, which cannot begin a word or are taken for others."""
ABJAD = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"
"""The order in which Arabic letters number; the alphabet has another one."""
# fmt: off
ABJAD_NAMES = ("ألف", "باء", "جيم", "دال", "هاء", "واو", "زاي", "حاء", "طاء", "ياء", "كاف", "لام", "ميم", "نون",
               "سين", "عين", "فاء", "صاد", "قاف", "راء", "شين", "تاء", "ثاء", "خاء", "ذال", "ضاد", "ظاء", "غين")
# fmt: on
"""The same letters by their names, as chapters of Arabic documents bear them."""
SAME_LETTERS = str.maketrans({"ا": "أ", "إ": "أ", "ـ": None})
"""How an Arabic letter may also be typed: alif without its hamza, ha with a stroke behind it."""
CHINESE = "一二三四五六七八九"
INDIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
MOST = 399
"""No list of sections is longer: beyond it roman numbers would need further letters."""

TWO_PARTS = re.compile(r"^(\d{1,4})([.\-])(\d{1,4})$")
Parts = tuple[int, str, int, str]
"""A number of two parts: the first, the sign between, the second, all as typed."""


class Style(Struct, frozen=True):
    """A way to count: `symbol(n)` is the n-th number, from 1; `value(text)` is n, or None for no number of it."""

    symbol: Callable[[int], str]
    value: Callable[[str], int | None]


def following(elders: Sequence[str], others: Sequence[str], first: str) -> str:
    """The number that follows the last of `elders` (all numbers before it, in order), in their style.

    Without elders it is the first of the style of `others`, or `first` where there are none either. "" where the last
    elder is in no known style.
    """
    if not elders:
        return sequence(("",), others, first)[0]
    if parts := _two_parts(elders):
        major, minor, run = parts[-1][0], parts[-1][2], _runs_in_major([*parts, *_two_parts(others)])
        return _joined(parts[-1], major + 1, minor) if run else _joined(parts[-1], major, minor + 1)
    style = style_of([number for number in elders if number]) or style_of(elders[-1:])
    last = style.value(elders[-1]) if style is not None else None
    return style.symbol(last + 1) if style is not None and last is not None else ""


def sequence(numbers: Sequence[str], others: Sequence[str], first: str, start: str = "") -> list[str]:
    """The numbers that as many siblings have without gaps and in order, in the style they use.

    `others`: numbers of the same level elsewhere, whose style counts where these have none; `first`: where those have
    none either. `start`: the number to begin with, else the first of the style.
    """
    known = [number for number in numbers if number] or [number for number in others if number] or [first]
    parts = _two_parts(known)
    if parts and len(parts) == len(known):
        return _sequence_of_two(_two_parts(numbers) or parts, len(numbers), _two_parts([start]), parts)
    style = style_of(known) or style_of(known[:1]) or style_of([first])
    if style is None:
        return list(numbers)
    begin = style.value(start) if start else 1
    made = [style.symbol((begin or 1) + at) for at in range(len(numbers))]
    return made if all(made) else list(numbers)  # more of them than the style can count


def is_sound(numbers: Sequence[str]) -> bool:
    """Whether numbers follow one another without gaps and doubles, from whatever the first one is."""
    return bool(numbers) and all(numbers) and list(numbers) == sequence(numbers, (), numbers[0], start=numbers[0])


def style_of(numbers: Sequence[str]) -> Style | None:
    """The style in which all of some numbers can be read; None where there is none, or they are none.

    “I” or “C” alone can be a letter or a roman number: the style in which more of the numbers follow one another
    counts, then that in which the first is lower.
    """
    best: tuple[int, int] | None = None
    found: Style | None = None
    for style in STYLES if numbers else ():
        values = [style.value(number) for number in numbers]
        if None in values:
            continue
        steps = sum(a is not None and b == a + 1 for a, b in pairwise(values))
        rank = (steps, -(values[0] or 0))
        if best is None or rank > best:
            best, found = rank, style
    return found


def _sequence_of_two(parts: list[Parts], count: int, start: list[Parts], known: list[Parts]) -> list[str]:
    first = start[0] if start else (1, known[0][1], known[0][2] if _runs_in_major(known) else 1, known[0][3])
    if _runs_in_major(known) or len(parts) < count:
        return [_joined(first, first[0] + at, first[2]) for at in range(count)]
    made = [first]
    for before, part in pairwise(parts):
        same = part[0] == before[0]
        major, minor = (made[-1][0], made[-1][2] + 1) if same else (made[-1][0] + 1, 1)
        made.append((major, first[1], minor, first[3]))
    return [_joined(each, each[0], each[2]) for each in made]


def _runs_in_major(parts: Sequence[Parts]) -> bool:
    """Whether only the first part counts on: 1.1, 2.1, 3.1, as expected accomplishments have it."""
    return len({part[2] for part in parts}) <= 1


def _two_parts(numbers: Sequence[str]) -> list[Parts]:
    """The parts of those numbers that have two."""
    found = (TWO_PARTS.match(number) for number in numbers)
    return [(int(match[1]), match[2], int(match[3]), match[0]) for match in found if match]


def _joined(like: Parts, major: int, minor: int) -> str:
    text = f"{major}{like[1]}{minor}"
    return text if like[3].isascii() else text.translate(INDIC)


def _letters(alphabet: str) -> Style:
    """Letters, and after the last of them two: AA, AB …"""
    base = len(alphabet)

    def symbol(number: int) -> str:
        text = ""
        while number > 0:
            number, rest = divmod(number - 1, base)
            text = alphabet[rest] + text
        return text

    def value(text: str) -> int | None:
        text = text.translate(SAME_LETTERS)
        if not 0 < len(text) <= 2 or any(letter not in alphabet for letter in text):
            return None
        number = 0
        for letter in text:
            number = number * base + alphabet.index(letter) + 1
        return number

    return Style(symbol, value)


def _listed(symbols: Sequence[str], fold: Callable[[str], str] = str) -> Style:
    """Numbers that are written out."""
    places = {symbol: at for at, symbol in enumerate(symbols, start=1)}
    return Style(lambda n: symbols[n - 1] if 0 < n <= len(symbols) else "", lambda text: places.get(fold(text)))


def _roman(number: int) -> str:
    text = ""
    for value, letters in ROMAN:
        count, number = divmod(number, value)
        text += letters * count
    return text


def _chinese(number: int) -> str:
    """1 to 99: 一, 十, 十一, 二十, 九十九."""
    tens, ones = divmod(number, 10)
    head = "" if tens == 0 else "十" if tens == 1 else CHINESE[tens - 1] + "十"
    return head + (CHINESE[ones - 1] if ones else "")


STYLES = (
    _letters(LATIN.upper()),
    _letters(LATIN),
    _listed([_roman(number).upper() for number in range(1, MOST + 1)]),
    _listed([_roman(number) for number in range(1, MOST + 1)]),
    _letters(ABJAD),
    _listed(ABJAD_NAMES),
    _letters(CYRILLIC.upper()),
    _letters(CYRILLIC),
    _listed([_chinese(number) for number in range(1, 100)]),
    _listed([str(number) for number in range(1, MOST + 1)]),
    _listed([str(number).translate(INDIC) for number in range(1, MOST + 1)]),
)
"""All ways to count that are known; of two that fit alike, the former counts."""
