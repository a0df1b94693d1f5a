"""Headings recognised by their wording: departments, offices, accomplishments, in six languages."""

import re
from enum import StrEnum
from functools import cache

from msgspec import Struct

from rbb_editor.formats import wording

LATIN, CYRILLIC = "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЭЮЯ"
ARABIC_NAMES = (
    "ألف", "باء", "جيم", "دال", "هاء", "واو", "زاي", "حاء", "طاء", "ياء", "كاف", "لام", "ميم", "نون", "سين", "عين",
    "فاء", "صاد", "قاف", "راء", "شين", "تاء", "ثاء", "خاء", "ذال", "ضاد", "ظاء", "غين",
)  # fmt: skip
ARABIC_LETTERS = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"
ARABIC_ORDINALS = ("أولا", "ثانيا", "ثالثا", "رابعا", "خامسا", "سادسا", "سابعا", "ثامنا", "تاسعا", "عاشرا")

LONGEST_HEADING = 250
DOT = r"\s*[.．、:：\-–—]+\s*"
DEPARTMENT = re.compile(rf"^([A-ZА-ЯЁ]|{'|'.join(ARABIC_NAMES)})(?:{DOT})(?=\S)(.+)$")
OFFICE = re.compile(rf"^[(（]?\s*([a-zа-яё{ARABIC_LETTERS}])\s*[)）]\s*(.+)$")
NUMBERED_OFFICE = re.compile(r"^(\d{1,2})(?:[.．、]\s*)(?=[^\d\s])(.+)$")
BARE_ACCOMPLISHMENT = re.compile(r"^(\d{1,2}\.\d{1,2})[.:：]?\s+(?=[^\d\W])(.+)$")
SECTION = re.compile(rf"^([IVX]{{1,5}}|[一二三四五六七八九十]{{1,3}}|{'|'.join(ARABIC_ORDINALS)})(?:{DOT})(?=\S)(.+)$")
NUMBER = r"[(（]?[\d\u0660-\u0669]+(?:[.．\-–][\d\u0660-\u0669]+)*\.?[)）]?|[(（][a-z][)）]"
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
    """A heading as worded. `sure`: nothing else is worded so; else the context must confirm it."""

    what: What
    number: str
    title: str
    sure: bool = False


@cache
def read_heading(text: str) -> Mark | None:
    """What a paragraph is the heading of by its wording, or None."""
    if CONTENTS_ENTRY.match(text.strip()):
        return None
    text = " ".join(text.split())
    if not text:
        return None
    if found := _accomplishment(text):
        return found
    if len(text) > LONGEST_HEADING:
        return None
    return _named(text) or _section(text) or _lettered(text)


def _accomplishment(text: str) -> Mark | None:
    match = _accomplishments().match(text)
    if match is None:
        return None
    number, colon, title = match["number"] or "", match["colon"], match["title"].strip()
    if not number and not colon and title:
        return None
    return Mark(What.ACCOMPLISHMENT, number.strip("().（） "), title, sure=True)


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
    return Mark(What.SECTION, number, title.strip(), sure=known)


def _lettered(text: str) -> Mark | None:
    if match := DEPARTMENT.match(text):
        return Mark(What.DEPARTMENT, match[1], match[2].strip())
    if match := OFFICE.match(text):
        return Mark(What.OFFICE, match[1], match[2].strip())
    if match := BARE_ACCOMPLISHMENT.match(text):
        worded = _accomplishment(match[2])
        if worded is not None and not worded.number:  # numbered by Word: "1.1 Expected accomplishment: Title"
            return Mark(What.ACCOMPLISHMENT, match[1], worded.title, sure=True)
        return Mark(What.ACCOMPLISHMENT, match[1], match[2].strip())
    if match := NUMBERED_OFFICE.match(text):
        return Mark(What.OFFICE, match[1], match[2].strip())
    return None


def steps(letter: str, before: str | None) -> int | None:
    """How many letters further than `before` a letter is; 1 for the first where there is none before; None if both

    are of no one alphabet.
    """
    if letter.isdigit() and (before is None or before.isdigit()):
        return int(letter) - int(before or 0)
    for row in (LATIN, LATIN.lower(), CYRILLIC, CYRILLIC.lower(), ARABIC_LETTERS, ARABIC_NAMES):
        if letter in row and (before is None or before in row):
            return row.index(letter) - (row.index(before) if before is not None else -1)
    return None
