"""Numbers that name, date or measure something instead of counting it: years, symbols, resolutions, kilometres."""

import re
from functools import lru_cache

from rbb_editor.domain.count_words import CountWords
from rbb_editor.domain.numeral import Numeral

REACH = 48
"""Characters around a number in which the words about it are looked for."""
MARKS = 6
"""More signs than may stand between a word and the number that it names, and a letter of the word."""
_LAST_WORD = re.compile(r"([^\W\d_]+)[\s.:°º#№]{0,3}$")
_HANGING = re.compile(r"- [a-z]{2,3} \d+-")
_COMPOUND = re.compile(r"[^\W\d_]{0,28}+-[^\W\d_]")
LETTERS_OF_YEAR = 4
SHORT_DEED, LONGEST_DEED = 5, 40
"""Letters of a word for what is done, at least; of it with what joins it to what is delivered, at most."""
_YEAR_IN_BRACKETS = re.compile(r" ?\((?:19|20)\d\d\)")


def is_name(text: str, numeral: Numeral, words: CountWords) -> bool:
    """Whether a number names, dates or measures something instead of counting it."""
    start, end = numeral.start, numeral.number_end
    if numeral.dual:
        return words.units.match(text, start) is not None
    after = text[end : end + 1]
    if not numeral.written:
        if _is_code(text, start, end, text[start - 1 : start], after):
            return True
        if end - start == 4 and is_year(text, numeral, words):
            return True
    if numeral.percent:
        return False
    if after == "-" and words.spaced and not numeral.written and text[end + 1 : end + 2].isalpha():
        return True  # "a 20-person team", «20-местный»
    if start and (_follows_name(text, numeral, words) or text.endswith(words.ceaseless, 0, numeral.end)):
        return True
    if after == "-" and _HANGING.match(text, end):  # 18- to 35-year-olds
        return True
    if after in words.begin_after and text.startswith(words.endings_after, end):
        return True
    if after == " " and not words.spaced and text.startswith(words.names_after, end + 1):
        return True
    return _is_measure(text, numeral, words)


def _is_measure(text: str, numeral: Numeral, words: CountWords) -> bool:
    """Whether a unit of measure or a month follows a number."""
    full = numeral.end + 1 if text.startswith(" ", numeral.end) else numeral.end
    begun = words.begin_measures
    if text[full : full + 2] not in begun and text[full : full + 1] not in begun:
        return False
    if words.period_word.match(text, full):  # "51 weekly briefings" measures no weeks
        return False
    unit = words.units.match(text, full)
    if unit and _COMPOUND.match(text, unit.end()):  # "100 jours-personnes de formation"
        return False
    return unit is not None or words.months.match(text, full) is not None


def is_amount(text: str, numeral: Numeral, words: CountWords, opening: int | None = None) -> bool:
    """Whether a number measures what is delivered, where nothing is counted: "repair of 140 kilometres of roads".

    One of time does where it opens the text or is behind its deed: "45 days of training", "Scanning of 9 hours".
    `opening`: where its range begins.
    """
    start = numeral.end + text.startswith(" ", numeral.end)
    if text.startswith(words.ceaseless, numeral.start):
        return False
    if amount := words.amounts.match(text, start):
        named = numeral.start > 0 and _follows_name(text, numeral, words)
        return not named and not text.startswith(words.deadlines, amount.end())
    if numeral.end - numeral.start == LETTERS_OF_YEAR and is_year(text, numeral, words):
        return False  # 2018 年
    return (
        _opens(text, numeral.start if opening is None else opening, words)
        and words.units.match(text, start) is not None
    )


def _opens(text: str, start: int, words: CountWords) -> bool:
    """Whether a text opens with a number, or with no more before it than what is done: "Scanning of 9 hours"."""
    if start > LONGEST_DEED:
        return False
    deed, *of = text[:start].replace("'", "' ").split() or [""]
    if not of and any(deed == one for one, _ in words.range_pairs):  # "From 40 to 50 days"
        return True
    return not deed or (len(deed) >= SHORT_DEED and deed.isalpha() and " ".join(of) in words.of)


def _follows_name(text: str, numeral: Numeral, words: CountWords) -> bool:
    """Whether what stands before a number names what is numbered there, or is a month."""
    start = numeral.start
    low = start - REACH if start > REACH else 0
    if not words.spaced:
        before = text[low:start].rstrip()
        if before.endswith(words.names) or (numeral.article and _is_rhythm(text, start, words)):
            return True
        return before.rstrip(words.listed).endswith(words.ordinal)  # 第 15 和 16 段
    word = text[text.rfind(" ", low, start - 1) + 1 or low : start - 1]
    if text[start - 1] == " " and word.isalpha():  # as nearly always
        return names_a_number(word, words)
    last = _LAST_WORD.search(text, max(low, text.rfind(" ", low, max(low, start - MARKS))), start)
    return text[low:start].rstrip().endswith("№") if last is None else names_a_number(last[1], words)


@lru_cache(4096)
def names_a_number(word: str, words: CountWords) -> bool:
    """Whether the number behind a word is its name, or a day; reports use the same words again and again."""
    if word.startswith(words.prefixed) and word[1:] in words.name_set:
        return True  # "and article", written as one in Arabic
    return word in words.name_set or word.startswith(words.long_names) or words.months.match(word) is not None


def _is_rhythm(text: str, start: int, words: CountWords) -> bool:
    """Whether 一次 at `start` says how often, as in 半年一次."""
    return any(text[max(0, start - len(word)) : start] == word for word in words.rhythms)


def _is_code(text: str, start: int, end: int, before: str, after: str) -> bool:
    """Part of a symbol, version, time, ordinal or year, or in brackets: A/71/587, 70/287, 2nd, 2295 (2016), (3)."""
    if before in " " and after in " ":  # as nearly always
        return after == " " and text.startswith(" (", end) and _YEAR_IN_BRACKETS.match(text, end) is not None
    if "a" <= after <= "z" or "a" <= before <= "z" or "\u0400" <= after <= "\u04ff" or "\u0400" <= before <= "\u04ff":
        return True
    if before != " " and start > 1:
        sign = text[start - 2]
        if before in ("/", "_", "#") and sign.isalnum():
            return True
        if before == "-" and sign.isalpha() and (sign.isascii() or not text[max(0, start - 3) : start - 2].isalpha()):
            return True  # COVID-19, and С-3 in Russian
        if before in (":", ".") and sign.isdigit():
            return True
    if after in ("/", ":", ".") and text[end + 1 : end + 2].isdigit():
        return True
    if before == "(" and after == ")":
        return True
    return text.startswith(("(", " ("), end) and _YEAR_IN_BRACKETS.match(text, end) is not None


def is_year(text: str, numeral: Numeral, words: CountWords) -> bool:
    """Whether four digits are in the range of years; unless a measure word follows or the text starts with them."""
    if not 1945 <= numeral.value <= 2099:
        return False
    rest = numeral.number_end
    rest += text.startswith(" ", rest)
    if words.year_measures:
        return not text.startswith(words.year_measures, rest)
    return numeral.start > 0 or not text[rest : rest + 1].isalpha()
