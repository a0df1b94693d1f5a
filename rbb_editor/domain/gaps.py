r"""Phrases of a language's file as sources of patterns, with their gaps: `…`, up to forty characters of a sentence.

A gap costs as many tries of what stands behind it as it is long, wherever it opens. So phrases that are alike up to
their last gap share it, and it is looked ahead before a gap is tried sign by sign: whether a word comes that begins as
one behind it; or whether letters are near with which what stands behind this gap, and behind the next ones, may begin;
and, of several gaps or a long one, whether the last words come.
"""

import re
from collections.abc import Iterable, Sequence

from rbb_editor.domain.choices import alternative, expanded, openings
from rbb_editor.domain.phrases import tree

_WITHIN = r"[^.;。;!?\n]"
_WITHIN_CLAUSE = r"[^.,;。;!?\n]"
_GAP = rf"{_WITHIN}{{0,40}}?"
_GAP_WITH_SPACE = rf"{_WITHIN}{{0,41}}?"
_LONG_GAP = rf"{_WITHIN}{{0,81}}?"
_GAP_OF_CHARACTERS = rf"{_WITHIN}{{0,16}}?"
ENDING = r"[^\W\d_]{0,14}"
_GAPS = frozenset("…‥")
_BEHIND = ("", " ", " ?")
"""What may stand behind the gap at the end of a part."""
_BETWEEN_WORDS = re.compile(r"((?<=.)\\\*)?\\ (\0[^\0\x01]*\x01)?…\\ (\\\?)?")
_FIRSTS = re.compile("\0([^\0\1]*)\1")
_SIGNS = re.compile(r"\\(\((?!\\\?)|\)\\\?)|\\?([()|?*…‥#])")
_CHOICES = {"(": "(?:", r")\?": "|)"}
"""Of a choice and of one that may be absent: Python tries an empty choice sooner than a repetition."""

_MOST_OPENINGS = 24
"""Beginnings of words that are looked for ahead of a gap; where there are more, shorter ones are."""
_LONGEST_OPENING = 4
"""Signs of such a beginning."""


def cut(phrase: str) -> tuple[str, ...]:
    """A phrase in parts, each but the last one with a gap at its end; a gap within a choice parts nothing."""
    if _GAPS.isdisjoint(phrase):
        return (phrase,)
    parts, start, depth = [], 0, 0
    for at, sign in enumerate(phrase):
        depth += (sign == "(") - (sign == ")")
        if sign in _GAPS and depth == 0:
            end = at + 1 + (2 if phrase.startswith(" ?", at + 1) else phrase.startswith(" ", at + 1))
            parts.append(phrase[start:end])
            start = end
    return (*parts, phrase[start:])


def in_order(phrases: Iterable[str], *, spaced: bool) -> list[tuple[str, str]]:
    """Phrases with their sources, the longest first, with nothing looked at before their gaps."""
    found = [(_in_clause(_ended(_marked(each, spaced=spaced), spaced=spaced), spaced=spaced), each) for each in phrases]
    found.sort(key=lambda each: (-len(each[0]), each[0]))
    return [(_unmarked(source, spaced=spaced), each) for source, each in found]


def together(before: Sequence[str], lasts: Sequence[str], *, spaced: bool) -> str:
    """The source of phrases that are alike up to their last gap: the parts they share, and the last part of each."""
    each = lasts if len(lasts) == 1 else [last for group in lasts for last in expanded(group)]
    ends = [_ended(_plain(last, spaced=spaced), spaced=spaced) for last in each]
    parts = [_opened(before[at:], lasts, spaced=spaced) for at in range(len(before))]
    return _in_clause("".join([*parts, ends[0] if len(ends) == 1 else f"(?:{tree(ends)})"]), spaced=spaced)


def _in_clause(source: str, *, spaced: bool) -> str:
    """A phrase that stays in its clause where it begins with a comma."""
    return source.replace(_WITHIN, _WITHIN_CLAUSE) if spaced and source.startswith(",") else source


def _plain(text: str, *, spaced: bool) -> str:
    """A part of a phrase with nothing looked at before its gaps but before those in choices."""
    return _unmarked(_marked(text, spaced=spaced), spaced=spaced)


def _unmarked(source: str, *, spaced: bool) -> str:
    """A source with letters looked for where they are marked."""
    reach = _reach(spaced=spaced)
    return _FIRSTS.sub(lambda firsts: f"(?={_near(firsts[1], reach)})", source) if "\0" in source else source


def _marked(text: str, *, spaced: bool) -> str:
    """A phrase, or a part of one, with letters marked before its gaps: see `_with_firsts`."""
    escaped = re.escape(text) if _GAPS.isdisjoint(text) else _with_gaps(text)
    signs = {"*": ENDING, "…": _GAP if spaced else _GAP_OF_CHARACTERS, "‥": _LONG_GAP, "#": r"\d"}
    return _SIGNS.sub(lambda match: _CHOICES.get(match[1]) or signs.get(match[2], match[2]), escaped)


def _ended(phrase: str, *, spaced: bool) -> str:
    """A source of a phrase that ends where a word does."""
    if not spaced:
        return phrase
    if _ends_with_choice(phrase):  # a choice may end with an elision: "(le|la|l')"
        return phrase + r"(?:(?<=')|(?![^\W_]))"
    ends = phrase[-1:].isalpha() or phrase.endswith(ENDING) or (phrase[-1:] == "?" and phrase[-2:-1].isalpha())
    return phrase + r"(?![^\W_])" if ends else phrase


def _ends_with_choice(phrase: str) -> bool:
    """Whether a phrase ends with (?:a|b) or (?:a|), not with what must not follow, (?!a)."""
    if not phrase.endswith(")"):
        return False
    depth = 0
    for place in range(phrase.rindex(")"), -1, -1):
        depth += (phrase[place] == ")") - (phrase[place] == "(")
        if depth == 0:
            return phrase.startswith("(?:", place)
    return False


def _between(gap: re.Match[str]) -> str:
    """A gap between words with the spaces around it, the second of which may be absent where "?" follows."""
    ending, near = gap[1] or "", gap[2] or ""
    if gap[3]:
        return rf"{ending}{near}(?:\ {_GAP_WITH_SPACE}|)"
    # a space follows: shorter endings need not be tried
    return rf"{ENDING + '+' if ending else ''}{near}\ (?:{_GAP}\ |)"


def _opened(parts: Sequence[str], lasts: Sequence[str], *, spaced: bool) -> str:
    """The first of the parts before the last one, with what is looked at before its gap."""
    words, gap, behind = _apart(parts[0])
    space = " " if words.endswith(" ") else ""
    words = words.removesuffix(" ")
    between = spaced and bool(space and behind) and gap == "…"
    near = _near_words(parts[1:2] or lasts) if between and behind == " " else ""
    ahead = rf"(?=\ (?:{_WITHIN}{{0,40}}\ |){near})" if near else _near_letters(parts, lasts, spaced=spaced)
    if len(parts) > 1 or gap == "‥":
        ahead += _last_words(parts, lasts, spaced=spaced)
    if between and behind == " ":  # a space follows: shorter endings need not be tried
        possessive = "+" if words.endswith("*") and len(words) > 1 else ""
        return rf"{_plain(words, spaced=spaced)}{possessive}{ahead}\ (?:{_GAP}\ |)"
    if between:
        return rf"{_plain(words, spaced=spaced)}{ahead}(?:\ {_GAP_WITH_SPACE}|)"
    return f"{_plain(words + space, spaced=spaced)}{ahead}{_plain(gap + behind, spaced=spaced)}"


def _near_words(phrases: Sequence[str]) -> str:
    """How words begin that one of some phrases may begin with; "" where that may be anything."""
    for most in range(_LONGEST_OPENING, 0, -1):
        found = {each for phrase in phrases for each in openings(phrase, most)}
        if "" in found:
            return ""
        found = {each for each in found if not any(each[:length] in found for length in range(1, len(each)))}
        if len(found) <= _MOST_OPENINGS:
            return f"(?:{tree(sorted(map(re.escape, found)), most)})"
    return ""


def _near_letters(parts: Sequence[str], lasts: Sequence[str], *, spaced: bool) -> str:
    """What looks ahead for letters: those behind the first gap, and those behind each gap after it, so much farther."""
    found = ""
    for at in range(len(parts)):
        behind = parts[at + 1 : at + 2] or lasts
        letters = _letters(behind)
        if not letters:
            break
        found += _near(re.escape(letters), (2 * at + 1) * _reach(spaced=spaced))
        if _has_gaps_within(behind):  # farther off than that
            break
    return f"(?={found})" if found else ""


def _last_words(parts: Sequence[str], lasts: Sequence[str], *, spaced: bool) -> str:
    """What looks ahead for any of the last parts, as far off as all gaps and words before them may be long."""
    if _has_gaps_within([*parts[1:], *lasts]):
        return ""
    widths = {"…": 42 if spaced else 16, "‥": 84}
    gaps = sum(widths[part.rstrip(" ?")[-1]] for part in parts)
    reach = gaps + sum(len(part.rstrip(" ?")) - 1 + 14 * part.count("*") for part in parts[1:])
    space = " " if parts[-1].endswith(" ") else ""
    ends = list(dict.fromkeys(_plain(space + last.removesuffix("*"), spaced=spaced) for last in lasts))
    return f"(?={_WITHIN}{{0,{reach}}}{ends[0] if len(ends) == 1 else f'(?:{tree(ends)})'})"


def _has_gaps_within(parts: Sequence[str]) -> bool:
    """Whether any of some parts has a gap in a choice."""
    return any(not _GAPS.isdisjoint(_apart(part)[0]) for part in parts)


def _apart(part: str) -> tuple[str, str, str]:
    """The words of a part, the gap at its end, "" where there is none, and what stands behind that."""
    at = max(map(part.rfind, _GAPS))
    return (part[:at], part[at], part[at + 1 :]) if at >= 0 and part[at + 1 :] in _BEHIND else (part, "", "")


def _with_gaps(text: str) -> str:
    """A phrase, or a part of one, escaped, with the spaces around its gaps as these want them."""
    return _BETWEEN_WORDS.sub(_between, re.escape(_with_firsts(text)))


def _with_firsts(text: str) -> str:
    """A part with the letters marked before each gap with which what stands behind it, in its choice, may begin."""
    found = text
    for at in range(len(text) - 1, -1, -1):
        if text[at] in _GAPS and (letters := _letters([alternative(text[at + 1 :].removeprefix(" "))])):
            found = f"{found[:at]}\0{letters}\1{found[at:]}"
    return found


def _letters(phrases: Sequence[str]) -> str:
    """With which letters one of some phrases may begin; "" where that may be anything else."""
    found = {each for phrase in phrases for each in openings(phrase.removeprefix("?"), 1)}
    return "".join(sorted(found)) if "" not in found else ""


def _near(letters: str, reach: int) -> str:
    """The first of some letters, so far off at most."""
    return f"{_WITHIN[:-1]}{letters}]{{0,{reach}}}+[{letters}]"


def _reach(*, spaced: bool) -> int:
    """How far off a letter is near: twice as far as a gap is wide where that has its spaces."""
    return 84 if spaced else 16
