"""Headings recognised by their wording: departments, offices, accomplishments, in six languages."""

import re
from enum import StrEnum
from functools import cache, lru_cache

from msgspec import Struct
from msgspec.structs import replace

from rbb_editor.domain.lettering import style_of
from rbb_editor.formats import wording

LATIN, CYRILLIC = "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЭЮЯ"
ALIKE = str.maketrans("АВЕКМНОРСТХаеорсух", "ABEKMHOPCTXaeopcyx")
"""Cyrillic letters that look like Latin ones, as they are typed for them."""
ARABIC_NAMES = (
    "ألف", "باء", "جيم", "دال", "هاء", "واو", "زاي", "حاء", "طاء", "ياء", "كاف", "لام", "ميم", "نون", "سين", "عين",
    "فاء", "صاد", "قاف", "راء", "شين", "تاء", "ثاء", "خاء", "ذال", "ضاد", "ظاء", "غين",
)  # fmt: skip
ARABIC_LETTERS = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"
ARABIC_ORDINALS = ("أولا", "ثانيا", "ثالثا", "رابعا", "خامسا", "سادسا", "سابعا", "ثامنا", "تاسعا", "عاشرا")

LONGEST_HEADING = 250
LONGEST_NUMBERED = 120
DOT = r"\s*[.．、:：\-–—]+\s*"
DEPARTMENT = re.compile(rf"^([A-ZА-ЯЁ]|{'|'.join(ARABIC_NAMES)})(?:{DOT})(?=\S)(.+)$")
OFFICE = re.compile(rf"^[(（]?\s*([a-zа-яё{ARABIC_LETTERS}])\s*[)）]\s*(.+)$")
CAPITAL_OFFICE = re.compile(r"^[(（]\s*([A-ZА-ЯЁ])\s*[)）]\s*(.+)$")
"""An office where the headings are set in capital letters."""
CHINESE_OFFICE = re.compile(r"^[(（]\s*([一二三四五六七八九十]{1,3})\s*[)）]\s*(.+)$")
NUMBERED_OFFICE = re.compile(r"^(\d{1,2})(?:[.．、]\s*)(?=[^\d\s])(.+)$")
BARE_ACCOMPLISHMENT = re.compile(r"^(\d{1,2}\.\d{1,2})[.:：]?\s+(?=[^\d\W])(.+)$")
SECTION = re.compile(rf"^([IVX]{{1,5}}|[一二三四五六七八九十]{{1,3}}|{'|'.join(ARABIC_ORDINALS)})(?:{DOT})(?=\S)(.+)$")
NARROW = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
WIDE_LABEL = re.compile(r"^(?:[（(][\uff10-\uff5a]{1,2}[）)]|[\uff21-\uff3a\uff10-\uff19]{1,2}[．.])")
"""A letter or number in Chinese width: Ａ． （ａ）."""
NUMBER = r"[(（]?[\d\u0660-\u0669]+(?:[.．\-–][\d\u0660-\u0669]+)*\.?[)）]?|[(（][a-z][)）]"
LONGEST_ENTRY = 1_000
"""Characters of the longest paragraph that may be a line of the contents, dots included."""
CONTENTS_ENTRY = re.compile(r"^.*\S(?:\t|\s{2,}|\s*[.…·]{3,}\s*)\s*\d{1,4}$")
MARKED = re.compile(r"^(.*\S)\s*([*†‡]+)$")


class What(StrEnum):
    """What a heading is one of."""

    DEPARTMENT = "department"
    OFFICE = "office"
    ACCOMPLISHMENT = "accomplishment"
    SECTION = "section"
    CONTENTS = "contents"
    ABBREVIATIONS = "abbreviations"
    SUMMARY = "summary"


class Mark(Struct, frozen=True):
    """A heading as worded. `sure`: nothing else is worded so; else the context must confirm it.

    `named`: its kind stands before its number ("Section 2"). `fallback`: it is one only in a document that has no
    other heading of that kind ("Component 1", "I."). `continued`: it says that it is repeated on another page.
    """

    what: What
    number: str
    title: str
    sure: bool = False
    named: bool = False
    fallback: bool = False
    continued: bool = False


@lru_cache(maxsize=4000)
def read_heading(text: str) -> Mark | None:
    """What a paragraph is the heading of by its wording, or None."""
    if len(text) <= LONGEST_ENTRY and CONTENTS_ENTRY.match(text.strip()):
        return None
    text = WIDE_LABEL.sub(lambda label: label.group().translate(NARROW), " ".join(text.split()))
    if not text:
        return None
    bare = _continued().sub("", text)
    mark = _read(bare) if bare else None
    return replace(mark, continued=True) if mark is not None and bare != text else mark


def _read(text: str) -> Mark | None:
    if found := _accomplishment(text):
        return found
    if len(text) > LONGEST_HEADING:
        return None
    return _named(text) or _section(text) or _lettered(text) or _kind_named(text)


def without_continued(text: str) -> str:
    """A heading or a planned text without the "(continued)" that is added where it is repeated on another page."""
    return _continued().sub("", text) if text.endswith((")", "）", "]")) else text


@cache
def _continued() -> re.Pattern[str]:
    """What is added to a heading, or a title, where it is repeated on another page: "(continued)"."""
    words = {each for words in wording.all_words() for each in words.continued}
    spelt = "|".join(sorted(map(re.escape, words), key=len, reverse=True))
    return re.compile(rf"(?<!\s)\s*[(（\[]\s*(?:{spelt})\.?\s*[)）\]]\s*$", re.IGNORECASE)


def _kind_named(text: str) -> Mark | None:
    """A heading whose kind is named before its number: "Section 2. Title", "第2款 标题", "Component 1: Title"."""
    for what, fallback, pattern in _kinds():
        match = pattern.match(text)
        if match is not None:
            number = match["number"] or match["inside"]
            title = match["title"].strip()
            if title and not title.endswith((";", "；", ",", "，")):
                return Mark(what, number, title, named=True, fallback=fallback)
    return None


@cache
def _kinds() -> tuple[tuple[What, bool, re.Pattern[str]], ...]:
    named = wording.all_words()
    kinds = (
        (What.OFFICE, False, [each for words in named for each in words.office]),
        (What.DEPARTMENT, False, [each for words in named for each in words.department]),
        (What.DEPARTMENT, True, [each for words in named for each in words.programme]),
    )
    return tuple((what, fallback, _kind_pattern(words)) for what, fallback, words in kinds)


def _kind_pattern(words: list[str]) -> re.Pattern[str]:
    chinese = "|".join(re.escape(each) for each in words if "\u3400" <= each[0] <= "\u9fff")
    spelt = "|".join(sorted((re.escape(each) for each in words), key=len, reverse=True))
    number = r"(?:\d{1,3}[A-Z]?|[IVX]{1,5}|[A-Z]|[\u0660-\u0669]{1,3}|[一二三四五六七八九十]{1,3})"
    return re.compile(
        rf"^(?:(?i:{spelt})\s*(?P<number>{number})|第\s*(?P<inside>{number})\s*(?:{chinese or '(?!)'}))"
        rf"(?:{DOT}|\s+(?=[A-ZÀ-ÖØ-ÞА-ЯЁ\u0621-\u064a\u3400-\u9fff]))(?P<title>.+)$"
    )


def _accomplishment(text: str) -> Mark | None:
    match = _accomplishments().match(text)
    if match is None:
        return None
    number, colon, title = match["number"] or "", match["colon"], match["title"].strip()
    if not number and not colon and title:
        return None
    return Mark(What.ACCOMPLISHMENT, number.strip("().（） ").translate(NARROW), title, sure=True)


@cache
def _accomplishments() -> re.Pattern[str]:
    phrases = sorted({each for words in wording.all_words() for each in words.accomplishment}, key=len, reverse=True)
    spelt = "|".join(re.escape(each).replace(r"\ ", r"\s+").replace("'", "['’]") for each in phrases)
    return re.compile(
        rf"^(?:{spelt}|EA(?=\s*\d+\.\d))\s*(?P<number>{NUMBER})?\s*(?P<colon>[:：.．\-–—]?)\s*(?P<title>.*)$",
        re.IGNORECASE,
    )


def _named(text: str) -> Mark | None:
    plain = wording.fold(text)
    for words in wording.all_words():
        if plain in words.contents:
            return Mark(What.CONTENTS, "", text)
        if plain in words.abbreviations:
            return Mark(What.ABBREVIATIONS, "", text)
        if plain in words.summary:
            return Mark(What.SUMMARY, "", text)
        if plain in words.section_title:
            return Mark(What.SECTION, "", text, sure=True)
    return None


def _section(text: str) -> Mark | None:
    match = SECTION.match(text)
    if match is None:
        return None
    number, title = match.groups()
    known = any(wording.fold(title) in words.section_title for words in wording.all_words())
    if len(number) == 1 and number in LATIN and not known:
        return None  # a department's letter
    return Mark(What.SECTION, number, title.strip(), sure=known, fallback=not known)


def _lettered(text: str) -> Mark | None:
    if match := DEPARTMENT.match(text):
        if any(wording.fold(match[2]) in words.section_title for words in wording.all_words()):
            return Mark(What.SECTION, match[1], match[2].strip(), sure=True)
        return Mark(What.DEPARTMENT, match[1], match[2].strip())
    if match := OFFICE.match(text):
        return Mark(What.OFFICE, match[1], match[2].strip())
    if (match := CAPITAL_OFFICE.match(text)) and match[2].isupper():
        return Mark(What.OFFICE, match[1].lower(), match[2].strip())
    if match := CHINESE_OFFICE.match(text):
        return Mark(What.OFFICE, match[1], match[2].strip())
    if match := BARE_ACCOMPLISHMENT.match(text):
        worded = _accomplishment(match[2])
        if worded is not None and not worded.number:  # numbered by Word: "1.1 Expected accomplishment: Title"
            return Mark(What.ACCOMPLISHMENT, match[1], worded.title, sure=True)
        return Mark(What.ACCOMPLISHMENT, match[1], match[2].strip())
    if (match := NUMBERED_OFFICE.match(text)) and not _is_sentence(match[2]):
        return Mark(What.OFFICE, match[1], match[2].strip())
    return None


def _is_sentence(text: str) -> bool:
    """Whether a numbered text is a paragraph of the report and no heading."""
    return text.rstrip().endswith((".", "。", "!", "?", "؟")) or len(text) > LONGEST_NUMBERED


def steps(letter: str, before: str | None) -> int | None:
    """How many letters further than `before` a letter is; 1 for the first where there is none before; None if both are
    of no one alphabet.
    """
    if letter.isdigit() and (before is None or before.isdigit()):
        return int(letter) - int(before or 0)
    for row in (LATIN, LATIN.lower(), CYRILLIC, CYRILLIC.lower(), ARABIC_LETTERS, ARABIC_NAMES):
        if letter in row and (before is None or before in row):
            ahead = row.index(letter) - (row.index(before) if before is not None else -1)
            latin = letter.translate(ALIKE), before.translate(ALIKE) if before is not None else None
            return ahead if ahead == 1 or latin == (letter, before) else min(ahead, steps(*latin) or ahead, key=abs)
    if before is not None and (latin := (letter.translate(ALIKE), before.translate(ALIKE))) != (letter, before):
        return steps(*latin)
    style = style_of([letter] if before is None else [before, letter])
    if style is None:
        return None
    at, last = style.value(letter), style.value(before) if before is not None else 0
    return at - last if at is not None and last is not None else None
