"""How many lines a text takes in a column, broken as Word and LibreOffice break it, from the widths of letters.

Source of the widths: the metrics of Liberation Serif, which are those of Times New Roman by design.
"""

import re
from collections.abc import Callable
from functools import cache, lru_cache

from rbb_editor.document.look import Look, Size

WIDTHS = {
    180: "'", 200: "|¦", 250: "  ,.", 276: "ª", 278: "/:;\\ijltìíîïіїјсł", 300: "²³¹", 310: "º\u2011",
    333: "!()-I[]`fr¡¨´·¸ÌÍÎÏІЇ‐‘’‚", 389: "JsŠšЈѕ", 395: "з", 400: "°", 408: '"', 410: "гѓ", 429: "эє", 437: "т",
    444: "?acez¿àáâãäåçèéêëćčęěźżžаесѐё“”„", 456: "ь", 460: "я", 472: "в", 480: "{}", 483: "ђ", 486: "кќ", 499: "л",
    501: "З", 503: "ч", 509: "бд", 517: "ъ", 535: "ийнпцѝџ", 541: "~", 549: "±÷", 556: "FPSÞЅР", 564: "+<=>¬×−",
    574: "БЬ", 576: "µ", 578: "ЃГ", 611: "ELTZÈÉÊËŽЁЕТ", 633: "м", 648: "ф", 650: "Ч", 660: "ЄЭ", 667: "BCRÇæЌВКСЯ",
    672: "ы", 678: "Л", 682: "Д", 691: "ж", 706: "Ъ", 708: "ЎУ",
    722: "ADGHKNOQUVXYwÀÁÂÃÄÅÐÑÒÓÔÕÖØÙÚÛÜÝœЍЏАИЙНОПХЦ", 727: "љ", 747: "ю", 750: "¼½¾", 760: "©®", 770: "шщ", 778: "&m",
    790: "Ф", 833: "%", 889: "MÆŒМ", 896: "Ж", 921: "@", 980: "™", 1000: "—…‰", 1009: "ШЩ", 1028: "Ю",
}  # fmt: skip
"""Advances in thousandths of an em; all other letters of these scripts are half an em wide."""
WIDTH_OF = {letter: width for width, letters in WIDTHS.items() for letter in letters}
HALF, WHOLE, WIDEST = 500, 1000, 1028
ARABIC = 545
"""The average of an Arabic letter in the faces that stand in for each other here."""
FIRST_WIDE = 0x2E80
JOINT = re.compile(r"[\t–—‐-]")
WORD = re.compile(r"([^ \t–—‐-]*(?:-(?=\d)[^ \t–—‐-]*)*(?:[–—‐-]+|(?=[ \t])|$))([ \t]*)")
"""What stands together on a line, a hyphen at its end included but for one before a figure, and the space after it."""
NOT_FIRST = frozenset("、。，．：；？！）〕】》〉」』”’%％,.:;?!)]}…·")
NOT_LAST = frozenset("（〔【《〈「『“‘([{")


@cache
def counter(look: Look) -> Callable[[str, int, Size], int]:
    """The counting function of a look: (text, width of the column in twips, size) -> lines, at least 1."""
    breaks = _lines_of_characters if look.code == "zh" else _lines_of_words

    in_tables = (look.table.line, look.table_head.line)

    def lines(text: str, width: int, size: Size) -> int:
        spread = look.spread and size.line not in in_tables
        scale = 1.03 if spread else 1.0
        extra = 4 / size.half_points / 10 * 1000 if spread else 0.0
        room = width / (size.half_points * 10) * 1000
        return sum(breaks(part, room, scale, extra, look.rtl) for part in text.split("\n")) if text else 1

    return lines


@lru_cache(maxsize=20_000)
def _width(word: str, rtl: bool) -> int:
    """The width of a word in thousandths of an em."""
    total = 0
    for letter in word:
        width = WIDTH_OF.get(letter)
        if width is None:
            code = ord(letter)
            width = ARABIC if rtl and code >= 0x600 else WHOLE if code >= FIRST_WIDE else HALF
        total += width
    return total


def _lines_of_words(text: str, room: float, scale: float, extra: float, rtl: bool) -> int:
    """Words as long as they fit, the next line after that."""
    if len(text) * (WIDEST * scale + extra) < room:
        return 1
    space = 250 * scale + extra
    if JOINT.search(text) is None:
        words = [(word, space) for word in text.split(" ")]
    else:
        words = [(word, space if gap else 0.0) for word, gap in WORD.findall(text)]
    known = _known(scale, extra, rtl)
    count, used = 1, 0.0
    for word, gap in words:
        width = known.get(word)
        if width is None:
            width = known[word] = _width(word, rtl) * scale + len(word) * extra
        if used + width > room:
            if used:
                count, used = count + 1, 0.0
            while width > room:  # a word longer than the line is cut
                count, width = count + 1, width - room
        used += width + gap
    return count


@lru_cache(maxsize=8)
def _known(_scale: float, _extra: float, _rtl: bool) -> dict[str, float]:
    """The widths of words met so far, in one setting of letters."""
    return {}


def _lines_of_characters(text: str, room: float, *_: object) -> int:
    """Chinese: a line may end after any character but those that must not stand at its edge; words stay whole."""
    count, used = 1, 0.0
    for piece, advance in _pieces(text):
        width = float(advance)
        if used and used + width > room and piece != " ":
            count, used = count + 1, 0.0
        while width > room:
            count, width = count + 1, width - room
        used += width
    return count


TOKEN = re.compile(r"[\u2e80-\U0003ffff]|[^\s\u2e80-\U0003ffff]+|\s")
GAP = 200
"""What is put between Chinese and Latin letters, in thousandths of an em."""


@lru_cache(maxsize=2_000)
def _pieces(text: str) -> list[tuple[str, int]]:
    """What stays together on a line, with its width; a mark goes with the character before or after it."""
    found: list[tuple[str, int]] = []
    hold = False
    before = ""
    for word in TOKEN.findall(text):
        width = _width(word, False)
        if before and (ord(before[-1]) >= 0x4E00) != (ord(word[0]) >= 0x4E00) and word != " " and before != " ":
            width += GAP if (word[0].isalnum() and before[-1].isalnum()) else 0
        if found and (hold or word[0] in NOT_FIRST) and word != " ":
            found[-1] = (found[-1][0] + word, found[-1][1] + width)
        else:
            found.append((word, width))
        hold = word[-1] in NOT_LAST
        before = word
    return found
