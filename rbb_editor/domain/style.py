"""How one document language is written: its quotes, its numbers, words that may be doubled, placeholders."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from msgspec import Struct

NEVER = r"(?!)"


class Style(Struct, frozen=True, eq=False):
    """The [style] table of a language; resources/languages/en.toml says what each key is for.

    `spaced`: words stand between spaces. `done_first` and `done_within`: the sources of `done` for the start of a
    text and for any place in it. `doubled` and `not_doubled`: phrases that are always, never wrong; nor
    is what ends in `distributive`.
    """

    spaced: bool
    script: str
    doubled: re.Pattern[str]
    not_doubled: frozenset[str]
    distributive: tuple[str, ...]
    placeholders: re.Pattern[str]
    placeholder_words: tuple[str, ...]
    strays: frozenset[str]
    foreign: frozenset[str]
    thousands: str
    other_thousands: re.Pattern[str]
    percent: str
    percent_exact: bool
    done: re.Pattern[str]
    done_first: tuple[str, ...]
    done_within: tuple[str, ...]
    done_unless: re.Pattern[str]
    short_forms: re.Pattern[str]
    known_forms: frozenset[str]
    signs_per_word: float


def parse_style(table: Mapping[str, Any], *, spaced: bool) -> Style:
    """The style of a language's [style] table; KeyError where a key is missing."""
    return Style(
        spaced=spaced,
        script=table["script"],
        doubled=_any(table["doubled"]),
        not_doubled=frozenset(table["not_doubled"]),
        distributive=tuple(table.get("distributive", ())),
        placeholders=_any(
            (*PLACEHOLDERS, _in_brackets(table.get("left_in_brackets", ())), _left_over(table, spaced=spaced))
        ),
        placeholder_words=(*SHORT_PLACEHOLDERS, *(_words_of(each).lower() for each in table["placeholders"])),
        strays=frozenset(table["strays"]),
        foreign=frozenset(table["foreign"]),
        thousands=table["thousands"],
        other_thousands=_any(table["other_thousands"]),
        percent=table["percent"],
        percent_exact=table["percent_exact"],
        done=_any(table["done"]),
        done_first=tuple(each.removeprefix("^") for each in table["done"] if each.startswith("^")),
        done_within=tuple(each for each in table["done"] if not each.startswith("^")),
        done_unless=_any(table["done_unless"]),
        short_forms=re.compile(_alone(table["short_forms"])),
        known_forms=frozenset(table["known_forms"]),
        signs_per_word=table["signs_per_word"],
    )


PLACEHOLDERS = (
    r"[XxNTLl](?<![^\W_][XxNTLl])(?:(?<=X)X{2,}|(?<=x)x{2,}|(?<=N)N{2,}|(?<=T)(?:B[ACD]|\.B\.[CDA]\.|ODO)"
    r"|(?<=[Ll])(?i:orem ipsum))(?![^\W_])",
    r"[\[(（](?i:tb[acd])[\])）]|\[(?i:xx+)\]",
    r"\[[ \u00a0_.…]*\]|【[ \u3000_.…]*】|_{3,}|[?？]{2,}|\[(?:number|date|insert[^\]\n]{0,40})\]",
)
"""What stands for words to come in any language."""


SHORT_PLACEHOLDERS = ("xxx", "nnn", "tbc", "tbd", "tba", "t.b.", "todo", "lorem")
"""What a placeholder without a sign of its own holds, in small letters."""
BEHIND, NOT_BEFORE = "[A-Za-z0-9À-ÖØ-öø-žА-Яа-яЁё/._-]", "(?![A-Za-z0-9À-ÖØ-öø-žА-Яа-яЁё/_]|[-.][A-Z0-9])"
"""A short form is no part of a word, a symbol (A/72/701) or a version (COVID-19)."""


_WITHIN_BRACKETS = r"[^\[\]【】\n]"


def _start(pattern: str) -> str:
    """The class or plain sign that a pattern begins with; nothing may say how often it stands."""
    return pattern[: pattern.index("]") + 1] if pattern.startswith("[") else pattern[0]


def _alone(patterns: Sequence[str]) -> str:
    """The source of some short forms that are no parts of anything; what stands before one is asked behind its first
    sign, which is looked for first, as one of all of theirs (see `phrases`).
    """
    firsts = list(map(_start, patterns))
    first = f"[{''.join(each.strip('[]') for each in firsts)}]"
    forms = "|".join(f"(?<={one}){each.removeprefix(one)}" for one, each in zip(firsts, patterns, strict=True))
    return f"{first}(?<!{BEHIND}{first})(?:{forms}){NOT_BEFORE}"


def _any(patterns: tuple[str, ...] | list[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{each})" for each in patterns) or NEVER)


def _words_of(entry: str | list[str]) -> str:
    """The words of a placeholder that stands alone or with what it is not followed by."""
    return entry if isinstance(entry, str) else entry[0]


def _in_brackets(entries: Sequence[str]) -> str:
    """The pattern of what stands for words to come in brackets that hold nothing else."""
    if not entries:
        return NEVER
    within = "|".join(entries).replace("…", rf"{_WITHIN_BRACKETS}{{0,40}}")
    closed = rf"{_WITHIN_BRACKETS}{{1,160}}+"  # looked for first: most that opens a bracket is no placeholder
    return rf"\[(?={closed}\])(?i:{within})\]|【(?={closed}】)(?i:{within})】"


def _left_over(table: Mapping[str, Any], *, spaced: bool) -> str:
    """The pattern of a language's placeholders: "to be determined", not "remains to be determined".

    What must not stand before them is asked once for all, and only where the first letter of one stands.
    """
    found = []
    for entry in table["placeholders"]:
        words = re.escape(_words_of(entry))
        unless = "" if isinstance(entry, str) else f"(?!{entry[1]})"
        found.append((rf"(?i:{words})(?![^\W_])" if spaced else words) + unless)
    if not found:
        return NEVER
    letters = "".join(sorted({_words_of(entry)[0] for entry in table["placeholders"]}))
    before = "".join(f"(?<!{word} )" for word in table.get("left_open", ()))
    whole = r"(?<![^\W_])" if spaced else ""
    return f"(?=(?i:[{re.escape(letters)}])){whole}{before}(?:{'|'.join(found)})"
