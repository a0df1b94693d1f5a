"""Numbers in Chinese characters: 一百二十五, 二〇一七."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from rbb_editor.domain.numeral import LONGEST, Numeral, Numerals, complete, each_match

_CHINESE = {c: n for n, c in enumerate("〇一二三四五六七八九")}
_CHINESE |= {"零": 0, "两": 2, "十": 10, "百": 100, "千": 1000, "廿": 20, "卅": 30}


def in_characters(texts: Sequence[str], numerals: Numerals) -> Iterator[tuple[int, Numeral]]:
    """Number characters of many texts, each with the place of its text, that count something: a measure word follows,
    and none that makes a name of them precedes.
    """
    characters = numerals.characters
    assert characters is not None
    for at, begin, match in each_match(characters.finditer, texts):
        text, start, end = texts[at], match.start() - begin, match.end() - begin
        percent = text.endswith(numerals.percent_before, 0, start) if numerals.percent_before else False
        rest = end + 1 if text.startswith(" ", end) else end
        rest += text.startswith(numerals.rounded, rest)
        counts = text.startswith(numerals.measures, rest) or _is_low_end(text, end, characters, numerals)
        if not percent and (not counts or (start and text[start - 1] in numerals.not_after)):
            continue
        if end - start > LONGEST or (start and text[start - 1].isdigit()):
            continue
        if not percent and (low := _about(match.group())):
            yield at, Numeral(start, start + 1, start + 1, low[0], written=True)
            yield at, complete(text, start + 1, end, low[1], numerals, written=True)
            continue
        value = chinese_value(match.group())
        if match.group() == "一" and not percent:  # 一个 is "a" as often as "one"
            yield at, Numeral(start, end, end, 1, written=True, article=True)
        elif value is not None:
            yield at, complete(text, start, end, value, numerals, written=True)


def _is_low_end(text: str, end: int, characters: re.Pattern[str], numerals: Numerals) -> bool:
    """Whether what follows is the upper end of a range with its measure word: 八 in 八到十次."""
    if text[end : end + 1] not in ("至", "到", "-", "或"):
        return False
    upper = characters.match(text, end + 1)
    return upper is not None and text.startswith(numerals.measures, upper.end())


def _about(characters: str) -> tuple[int, int] | None:
    """The ends of a range of two digits side by side, of which each could stand there: 两三 are two or three, 三四十
    thirty or forty.
    """
    if all(_CHINESE.get(c, 10) < 10 for c in characters) and len(characters) > 2:
        return None
    for place, (one, two) in enumerate(pairwise(characters)):
        if one + two == "三五" or 0 < _CHINESE.get(one, 10) == _CHINESE.get(two, 10) - 1 < 9:
            head, tail = characters[:place], characters[place + 2 :]
            low, high = chinese_value(head + one + tail), chinese_value(head + two + tail)
            return (low, high) if low is not None and high is not None and low < high else None
    return None


def chinese_value(characters: str) -> int | None:
    """The value of 一百二十五 or 二〇一七; None for characters that make no number."""
    if all(_CHINESE.get(c, 10) < 10 for c in characters):
        return int("".join(str(_CHINESE[c]) for c in characters)) if characters else None
    total = section = digit = 0
    for c in characters:
        if c == "亿":
            total, section, digit = max(total + section + digit, 1) * 100_000_000, 0, 0
            continue
        if c == "万":
            total, section, digit = total + max(section + digit, 1) * 10_000, 0, 0
            continue
        value = _CHINESE[c]
        if value < 10:
            if digit:
                return None
            digit = value
        else:
            section, digit = section + max(digit, 1) * value, 0
    return total + section + digit
