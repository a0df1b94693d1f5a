"""Rules about slips of the pen: words doubled, brackets left open, markup, placeholders, signs that nobody sees."""

import re
from collections import deque
from collections.abc import Iterable, Iterator
from functools import cache
from html import unescape
from itertools import islice

from msgspec.structs import replace

from rbb_editor.domain.scripts import UNSPACED
from rbb_editor.domain.text import N_, Text
from rbb_editor.rules.rule import Problem, View
from rbb_editor.rules.texts import Texts, Words

LONGEST_SHOWN = 40
MOST_SHOWN = 200
"""Places of one text that are marked each by itself."""


def word_doubled(view: View, texts: Texts) -> Iterator[Problem]:
    """A word is written once. Wrong: "of the the report"; 提供的的支助. Right: "had had", vous vous, 谢谢, 会会议.

    Source: the addendum's own slips (DOMAIN: a doubled word). Names (Pago Pago) and what the language doubles are
    left alone.
    """
    style = view.language.style
    pattern = DOUBLED if style.spaced else DOUBLED_SIGNS
    for words in texts.prose():
        for match in pattern.finditer(words.text):
            one = match.group(1)
            may_be = one.casefold() in style.not_doubled or one.endswith(style.distributive)
            if may_be or (style.spaced and _is_name(one)):
                continue
            message = Text.of(N_("“{word}” is written twice."), word=one)
            yield words.problem(message, match.start(), match.end(), one)
        for match in style.doubled.finditer(words.text):
            half = match.group()[: len(match.group()) // 2]
            yield words.problem(Text.of(N_("“{word}” is written twice."), word=half), *match.span(), half)


def markup_remnant(view: View, texts: Texts) -> Iterator[Problem]:
    """A text holds words, no markup of a page. Wrong: "<p data-bbox=…>", "&nbsp;". Right: "A < B", "R&D".

    Source: what optical reading and web pages leave behind (DOMAIN: HTML remnants).
    """
    for words in texts.each:
        for tags in _with_closing(MARKUP.finditer(words.text)):
            found = tags[0].group()
            instead = unescape(found) if found.startswith("&") else ""
            shown = "…".join(tag.group()[:LONGEST_SHOWN] for tag in tags)
            message = Text.of(N_("“{remnant}” is a remnant of markup."), remnant=shown)
            yield words.problem_of(message, [tag.span() for tag in tags], "" if instead == found else instead)


def _with_closing(matches: Iterable[re.Match[str]]) -> list[list[re.Match[str]]]:
    """Remnants of markup, an opening tag together with the next one that closes it."""
    found: list[list[re.Match[str]]] = []
    open_: dict[str, list[list[re.Match[str]]]] = {}
    for match in matches:
        tag = TAG.match(match.group())
        if tag is not None and tag[1] and (waiting := open_.get(tag[2].lower())):
            waiting.pop().append(match)
            continue
        found.append([match])
        if tag is not None and not tag[1]:
            open_.setdefault(tag[2].lower(), []).append(found[-1])
    return found


def bracket_unbalanced(view: View, texts: Texts) -> Iterator[Problem]:
    """Brackets and quotation marks come in pairs. Wrong: "(see annex", “所需资源. Right: "a) …", "(a) …", “…”.

    Source: the editorial manual. Remarks and reason are one cell: a bracket opened in one may be closed in the other.
    """
    cells: dict[str | None, list[Words]] = {}
    for words in texts.prose():
        if words.field in ("remarks", "explanation"):
            cells.setdefault(words.component, []).append(words)
        elif (lonely := _lonely(words.text)) is not None:
            yield words.problem(_unpaired(words.text[lonely]), lonely, lonely + 1)
    for parts in cells.values():
        whole = "\n".join(words.text for words in parts)
        if (lonely := _lonely(whole)) is not None:
            first = parts[0]
            words, at = (first, lonely) if lonely < len(first.text) else (parts[-1], lonely - len(first.text) - 1)
            yield words.problem(_unpaired(whole[lonely]), at, at + 1)


def placeholder_left(view: View, texts: Texts) -> Iterator[Problem]:
    """Nothing is left open. Wrong: "XXX briefings", "[ ]", "to be confirmed", 待定. Right: the words themselves.

    Source: drafts of reports, whose open places have to be closed before submission.
    """
    style = view.language.style
    for words in texts.each:
        for match in style.placeholders.finditer(words.text):
            message = Text.of(N_("“{words}” stands for something that is still to be written."), words=match.group())
            yield words.problem(message, *match.span())


def invisible_sign(view: View, texts: Texts) -> Iterator[Problem]:
    """A text holds no signs that nobody sees. Wrong: a zero-width space in a word, U+FFFD; right: the word alone.

    Source: what the clipboard brings from pages and from Word; it breaks search and sorting. Joiners and direction
    marks belong into Arabic.
    """
    pattern = INVISIBLE_IN_ARABIC if view.language.rtl else INVISIBLE
    for words in texts.each:
        text = words.text
        first = pattern.search(text)
        if first is None:
            continue
        bare = pattern.sub("", text)
        message = Text.of(
            N_("A sign that cannot be seen ({code}) stands in the text."),
            plural=N_("{count} signs that cannot be seen stand in the text, the first is {code}."),
            count=len(text) - len(bare),
            code=f"U+{ord(first[0][0]):04X}",
        )
        certain = LOST.isdisjoint(text)
        spans = [match.span() for match in islice(pattern.finditer(text), MOST_SHOWN + 1)]
        if len(spans) <= MOST_SHOWN:
            yield words.problem_of(message, spans, "" if certain else None)
        else:  # from the first to the last of them, as one
            behind = deque(pattern.finditer(text), maxlen=1)[0].end()
            instead = bare[first.start() : len(bare) - (len(text) - behind)]
            yield words.problem(message, first.start(), behind, instead if certain else None)


def stray_word(view: View, texts: Texts) -> Iterator[Problem]:
    """A word of another language has slipped in. Wrong: 其他群组 and 相关要求; "Coвет" with a Latin "Co".

    Right: names and what is written with capitals (Instagram, iNeed, UNMIL), addresses, units, list marks (iii).
    Source: the addendum's stray "and".
    """
    style = view.language.style
    if style.script != "latin" and (
        not LATIN.isdisjoint(texts.joined) or (style.script == "cyrillic" and BESIDE_CYRILLIC.search(texts.joined))
    ):
        yield from _latin_strays(view, texts)
    yield from _foreign_strays(texts, _of_other_script(style.script))
    if style.strays:
        for words in texts.prose():
            for match in WORD_BETWEEN.finditer(words.text):
                if match[1] in style.strays and match[2].rstrip(".,;:") not in style.foreign:
                    message = Text.of(N_("“{word}” is a word of another language."), word=match[1])
                    before = words.text[max(0, match.start() - LONGEST_SHOWN) : match.start() - 1].rpartition(" ")[2]
                    names = _may_be_named(before) + _may_be_named(match[2])
                    if names < 2:  # between two it may be a part of one: "Marks and Spencer"
                        yield replace(words.problem(message, *match.span(1)), guess=names > 0)


def _latin_strays(view: View, texts: Texts) -> Iterator[Problem]:
    style = view.language.style
    for words in texts.prose():
        for match in MIXED_CYRILLIC.finditer(words.text) if CYRILLIC.search(words.text) else ():
            instead = match.group().translate(TO_CYRILLIC)
            certain = instead if LATIN.isdisjoint(instead) else None
            message = Text.of(N_("“{word}” mixes Latin and Cyrillic letters."), word=match.group())
            yield words.problem(message, *match.span(), certain)
        for match in LONE_LATIN.finditer(words.text) if style.script == "cyrillic" else ():
            message = Text.of(N_("“{word}” is a word of another language."), word=match.group())
            yield words.problem(message, *match.span(), match.group().translate(TO_CYRILLIC))
        own = QUOTED.sub(_blank_latin, words.text)  # a title is quoted in its own language
        strays = (each for each in LOWER_WORD.finditer(own) if each[1] and each[1] not in style.foreign)
        if found := list(islice(strays, MOST_SHOWN)):
            shown = " ".join(match.group() for match in found)[:LONGEST_SHOWN]
            message = Text.of(N_("“{word}” is a word of another language."), word=shown)
            yield words.problem(message, found[0].start(), found[-1].end())


def _foreign_strays(texts: Texts, script: re.Pattern[str]) -> Iterator[Problem]:
    if script.search(texts.joined) is None:
        return
    for words in texts.prose():
        found = list(islice(script.finditer(QUOTED.sub(_blank_whole, words.text)), MOST_SHOWN))
        if found:
            shown = " ".join(match.group() for match in found)[:LONGEST_SHOWN]
            message = Text.of(N_("“{word}” is written in another script."), word=shown)
            yield words.problem_of(message, [match.span() for match in found], None)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())


def _blank_whole(match: re.Match[str]) -> str:
    """Blanks for what is quoted, but not where letters of two scripts make up one word."""
    return _blank(match) if GROWN_TOGETHER.search(match.group()) is None else match.group()


def _blank_latin(match: re.Match[str]) -> str:
    return _blank(match) if NOT_LATIN.search(match.group()) is None else match.group()


def _may_be_named(word: str) -> bool:
    """Whether a word may be part of a name: it has a capital and is no short form of capitals."""
    return any(map(str.isalpha, word)) and not word.islower() and not (word.isupper() and len(word) > 1)


def _is_name(word: str) -> bool:
    return len(word) > 3 and word[0].isupper() and word[1:].islower()


def _lonely(text: str) -> int | None:
    """Where a bracket or quotation mark stands without its fellow; None where all come in pairs."""
    open_: list[tuple[str, int]] = []
    lettered = 0  # brackets that were closed by what may be the mark of a list: "(see annex b))"
    low = "„" in text
    if ARABIC_QUOTE.search(text):
        text = text.translate(TURNED)
    for match in BRACKET.finditer(text):
        sign, at = match.group(), match.start()
        if low and sign in "“”":
            if open_ and open_[-1][0] in "„“":
                open_.pop()
            elif sign == "“":
                open_.append((sign, at))
            else:
                return at
        elif sign in CLOSERS:
            if open_ and open_[-1][0] in CLOSERS[sign]:
                open_.pop()
                lettered += sign in ")）" and SUB_MARK.search(text, max(0, at - 8), at) is not None
            elif sign in ")）" and LIST_MARK.search(text, max(0, at - 8), at):
                continue
            elif sign in ")）" and lettered:
                lettered -= 1
            elif open_ and any(each[0] in CLOSERS[sign] for each in open_):
                return open_[-1][1]
            else:
                return at
        else:
            open_.append((sign, at))
    return open_[0][1] if open_ else _odd_quote(text)


def _odd_quote(text: str) -> int | None:
    """Where the last of an odd number of straight quotation marks stands."""
    if text.count('"') % 2 and not any(part[-1:].isdigit() for part in text.split('"')[:-1]):  # 5" is inches
        return text.rindex('"')
    return None


def other_scripts(own: str) -> str:
    """The letters that are foreign in a text of a script, as members of a class; of Latin ones only words are."""
    return "".join(signs for script, signs in SCRIPTS.items() if script != own)


@cache
def _of_other_script(own: str) -> re.Pattern[str]:
    return re.compile(f"(?!\u30fb)[{other_scripts(own)}]+")  # a lone middle dot is no letter


def _unpaired(sign: str) -> Text:
    if sign in "([{（【〔［)]}）】〕］":
        return Text.of(N_("The bracket “{sign}” stands alone."), sign=sign)
    return Text.of(N_("The quotation mark {sign} stands alone."), sign=sign)


DOUBLED = re.compile(r"(?<![\w'’-])([^\W\d_]+)[ \u00a0]+(?i:\1)(?![\w'’-])")
DOUBLED_SIGNS = re.compile(rf"([{UNSPACED}]{{2,8}})\1")
MARKUP = re.compile(r"</?[A-Za-z][^<>\n]{0,300}>|<!--[^<>\n]{0,300}-->|&(?:[A-Za-z]{2,8}|#\d{1,6}|#x[0-9A-Fa-f]{1,5});")
TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]{0,20})")
CLOSERS = {
    ")": "(（", "）": "(（", "]": "[［", "］": "[［", "}": "{", "】": "【", "〕": "〔",
    "”": "“", "»": "«", "》": "《", "」": "「", "』": "『",
}  # fmt: skip
PAIRED = frozenset("".join(CLOSERS) + "".join(CLOSERS.values()) + '"„')
BRACKET = re.compile("[" + re.escape("".join(sorted(PAIRED - {'"'}))) + "]")
SUB_MARK = re.compile(r"\s[^\W_]$")
"""A letter or figure at the end of a bracket, which may be the mark of a list."""
ARABIC_QUOTE = re.compile(r"”[\u0600-\u06ff]|^(?=[^\u0600-\u06ff]*[\u0600-\u06ff])[^“”]*”[^“”\n]+“")
"""What Arabic texts of the United Nations open a quotation with."""
TURNED = str.maketrans("“”", "”“")
LIST_MARK = re.compile(r"(?:^|[\s;；,，、。.:：])[^\W_]{1,4}$")
INVISIBLE = re.compile(r"[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ue000-\uf8ff\ufffd]+")
INVISIBLE_IN_ARABIC = re.compile(INVISIBLE.pattern.replace(r"\u200b-\u200f", r"\u200b"))
"""Neighbours are one place. In Arabic joiners and direction marks belong there."""
LOST = frozenset("\ufffd") | frozenset(map(chr, range(0xE000, 0xF900)))
LATIN = frozenset("abcdefghijklmnopqrstuvwxyz")
ADDRESS = r"https?://[^\s,，;；)）]{1,300}|(?<![A-Za-z0-9-])[A-Za-z0-9-]{1,64}(?:[.@][A-Za-z0-9-]{1,64}){1,6}"
ROMAN = r"[ivx]{1,5}(?![a-z])"
LOWER_WORD = re.compile(rf"{ADDRESS}|{MARKUP.pattern}|(?<![\w.@/&’'-])(?!{ROMAN})([a-z]{{2,}})(?![\w@/’'-]|\.[a-z])")
"""An address or markup, of which no word is looked at, or a word in small letters (the group): no Roman number."""
CYRILLIC = re.compile("[А-ЯЁа-яё]")
MIXED_CYRILLIC = re.compile(
    r"(?<![A-Za-z])[A-Za-z]{1,3}[а-яё]{2,30}"
    r"|(?<![А-ЯЁа-яё])[А-ЯЁа-яё]{1,30}[a-z]{1,2}(?:[а-яё]{1,30}|(?![\w-]))"
    r"|(?<![\w-])(?=[А-ЯЁ]{0,30}[ABCEHKMOPTX])(?=[ABCEHKMOPTX]{0,30}[А-ЯЁ])[А-ЯЁABCEHKMOPTX]{2,30}(?![\w-])"
)
BESIDE_CYRILLIC = re.compile(r"[A-Z](?:(?=[А-ЯЁа-яё])|(?<=[А-ЯЁ][ABCEHKMOPTX]))")
"""A Latin capital in a Cyrillic word: "Cовет", "MООНЮС"."""
LONE_LATIN = re.compile(r"(?<=[а-яё,] )[aocy](?= [а-яё])")
"""A Latin letter where the Cyrillic one of the same look is a word."""
TO_CYRILLIC = str.maketrans("ABCEHKMOPTXaceopxy", "АВСЕНКМОРТХасеорху")
SCRIPTS = {"cyrillic": r"\u0400-\u052f", "arabic": r"\u0600-\u06ff", "chinese": r"\u3040-\u30ff\u4e00-\u9fff"}
GROWN_TOGETHER = re.compile(f"(?<=[A-Za-z])[{SCRIPTS['cyrillic']}]|[{SCRIPTS['cyrillic']}](?=[A-Za-z])")
NOT_LATIN = re.compile(f"[{''.join(SCRIPTS.values())}]")
QUOTED = re.compile(r"[(（“”«\"][^()（）“”«»\"\n]{1,200}[)）“”»\"]")
WORD_BETWEEN = re.compile(r"(?<=[\w,;)] )([a-z]{1,5})(?= ([(“«]?\w\S{0,30}))")
