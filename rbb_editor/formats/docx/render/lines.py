"""How many lines a text takes in a column, broken as Word and LibreOffice break it, from the widths of letters.

Source of the widths: the metrics of Liberation Serif, which are those of Times New Roman by design.
"""

import re
from bisect import bisect_right
from collections.abc import Callable
from functools import cache
from itertools import accumulate

from rbb_editor.document.look import Look, Size
from rbb_editor.formats.docx.render import arabic

WIDTHS = {
    180: "'", 200: "|¦", 250: " \u00a0,.", 276: "ª", 278: "/:;\\ijltìíîïіїјсł", 300: "²³¹", 310: "º\u2011",
    333: "!()-I[]`fr¡¨´·¸ÌÍÎÏІЇ‐‘’‚", 389: "JsšЈѕ", 395: "з", 400: "°", 408: '"', 410: "гѓ", 429: "эє", 437: "т",
    444: "?acez¿àáâãäåçèéêëćčęěźżžаесѐё“”„", 456: "ь", 460: "я", 472: "в", 480: "{}", 483: "ђ", 486: "кќ", 499: "л",
    501: "З", 503: "ч", 509: "бд", 517: "ъ", 535: "ийнпцѝџ", 541: "~", 549: "±÷", 556: "FPSŠÞЅР", 564: "+<=>¬×−",
    574: "БЬ", 576: "µ", 578: "ЃГ", 611: "ELTZÈÉÊËŽЁЕТ", 633: "м", 648: "ф", 650: "Ч", 660: "ЄЭ", 667: "BCRÇæЌВКСЯ",
    672: "ы", 678: "Л", 682: "Д", 691: "ж", 706: "Ъ", 708: "ЎУ",
    722: "ADGHKNOQUVXYwÀÁÂÃÄÅÐÑÒÓÔÕÖØÙÚÛÜÝœЍЏАИЙНОПХЦ", 727: "љ", 747: "ю", 750: "¼½¾", 760: "©®", 770: "шщ", 778: "&m",
    790: "Ф", 833: "%", 872: "ЫЉЊ", 889: "MÆŒМ", 896: "Ж", 921: "@", 944: "W", 980: "™",
    1000: "—…‰", 1009: "ШЩ", 1028: "Ю",
}  # fmt: skip
"""Advances in thousandths of an em; all other letters of these scripts are half an em wide."""
WIDTH_OF = {letter: width for width, letters in WIDTHS.items() for letter in letters}
HALF, WHOLE, WIDEST = 500, 1000, 1028
SPACE, GAP = 250, 200
"""Between words; and what is put between Chinese characters and Latin letters or figures."""
FIRST_WIDE = "\u2e80"
FIRST_CHARACTER = "\u4e00"
DASH = re.compile("[–—‐-]")
PIECE = re.compile(r"[^–—‐-]*(?:-(?=\d)[^–—‐-]*)*(?:[–—‐-]+|$)")
"""What of a word stays together on a line, a hyphen at its end included but for one before a figure."""
LATIN_LETTER = re.compile("[A-Za-z]")
LATIN_WORD = re.compile(r"[0-9A-Za-z][^\s\u2e80-\U0003ffff]*")
NOT_FIRST = frozenset("、。，．：；？！）〕】》〉」』”’%％,.:;?!)]}…·")
NOT_LAST = frozenset("（〔【《〈「『“‘([{\u00a0")
MOST_WORDS = 50_000
"""So many words are remembered with their widths."""

Counter = Callable[[str], int]
"""The number of lines of a text, at least 1."""


@cache
def counter(look: Look, width: int, size: Size) -> Counter:
    """How many lines texts of a size take in a column `width` twips wide, in the script of a look."""
    room = width / (size.half_points * 10) * 1000
    if look.square:
        return _of_characters(room)
    spread = look.spread and size.line not in (look.table.line, look.table_head.line)
    scale, extra = (1.03, 4 / size.half_points / 10 * 1000) if spread else (1.0, 0.0)
    return _of_words(room, _widths(scale, extra, look.rtl), (arabic.WIDEST if look.rtl else WIDEST) * scale + extra)


class _Widths(dict[str, float]):
    """Widths in thousandths of an em, reckoned when first met: of words with the space after them."""

    def __init__(self, scale: float, extra: float, *, rtl: bool) -> None:
        super().__init__()
        self.space = (arabic.width_of(" ") if rtl else SPACE) * scale + extra
        self._scale, self._extra, self._rtl = scale, extra, rtl

    def __missing__(self, word: str) -> float:
        if len(self) >= MOST_WORDS:
            self.clear()
        width = self[word] = self.of(word) + self.space
        return width

    def of(self, word: str) -> float:
        """The width of a word alone."""
        if self._rtl and not LATIN_LETTER.search(word):
            return arabic.width_of(word)
        return sum(map(_width, word)) * self._scale + len(word) * self._extra


class _Characters(dict[str, int]):
    """Widths of single letters and characters."""

    def __missing__(self, letter: str) -> int:
        width = self[letter] = _width(letter)
        return width


@cache
def _widths(scale: float, extra: float, rtl: bool) -> _Widths:
    """The widths of words in one setting of letters."""
    return _Widths(scale, extra, rtl=rtl)


def _width(letter: str) -> int:
    width = WIDTH_OF.get(letter)
    if width is None:
        width = WHOLE if letter >= FIRST_WIDE else HALF
    return width


def _of_words(room: float, widths: _Widths, widest: float) -> Counter:
    """Words as long as they fit, the next line after that."""
    sure = room / widest
    limit = room + widths.space  # the space after the last word of a line hangs over its end
    width_of = widths.__getitem__

    def lines(text: str) -> int:
        if "\n" in text:
            return sum(map(lines, text.split("\n")))
        if len(text) < sure:
            return 1
        words = text.split(" ")
        ends = list(accumulate(map(width_of, words)))
        if ends[-1] <= limit:
            return 1
        count, start, at = 1, 0.0, 0
        dashed = "-" in text or "–" in text or "—" in text or "‐" in text
        while (at := bisect_right(ends, start + limit, at)) < len(words):
            begin = ends[at - 1] if at else 0.0
            count += 1
            fit = _part(words[at], begin, start + room, widths) if dashed and DASH.search(words[at]) else 0.0
            if fit > start:
                start = fit
            elif begin > start:
                start = begin
            else:
                start += room  # a word longer than the line is cut
        return count

    return lines


def _part(word: str, begin: float, end: float, widths: _Widths) -> float:
    """Where the pieces of a word that fit before `end` come to their end; 0 where none fits."""
    fit = 0.0
    for piece in PIECE.findall(word):
        begin += widths.of(piece)
        if begin > end:
            break
        fit = begin
    return fit


def _of_characters(room: float) -> Counter:
    """Chinese: a line may end after any character but those that must not stand at its edge; words stay whole."""
    sure = room / WIDEST - 1
    width_of = _Characters().__getitem__

    def lines(text: str) -> int:
        if len(text) < sure and "\n" not in text:
            return 1
        if "\n" in text:
            return sum(map(lines, text.split("\n")))
        widths = list(map(width_of, text))
        for word in LATIN_WORD.finditer(text):
            start, end = word.span()
            if start and _is_character(text[start - 1]):
                widths[start] += GAP
            if end < len(text) and _is_character(text[end]) and text[end - 1].isalnum():
                widths[end] += GAP
        ends = list(accumulate(widths))
        count, first, start = 1, 0, 0
        while (at := bisect_right(ends, start + room, first)) < len(text):
            while at < len(text) and text[at] == " ":  # hangs over the end of its line
                at += 1
            if at == len(text):
                break
            first = _boundary(text, first, at)
            start = ends[first - 1]
            count += 1
        return count

    return lines


def _is_character(letter: str) -> bool:
    return letter >= FIRST_CHARACTER and letter.isalnum()


def _boundary(text: str, first: int, at: int) -> int:
    """Where a line that begins at `first` and has no room from `at` on may end."""
    end = at
    while end > first and not _may_end(text[end - 1], text[end]):
        end -= 1
    return end if end > first else max(at, first + 1)


def _may_end(last: str, following: str) -> bool:
    """Whether a line may end between two letters."""
    if following in NOT_FIRST or last in NOT_LAST:
        return False
    return last == " " or last >= FIRST_WIDE or following >= FIRST_WIDE
