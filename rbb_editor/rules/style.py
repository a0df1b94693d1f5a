"""Rules about the style of a language: planned texts worded as plans, numbers, per cent, punctuation of one width."""

import re
from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from rbb_editor.domain.entities import REPORT_ID, Output
from rbb_editor.domain.folding import fold
from rbb_editor.domain.named_numbers import names_a_number
from rbb_editor.domain.places import several_places
from rbb_editor.domain.text import N_, Text
from rbb_editor.rules.rule import Mark, Mend, Problem, View
from rbb_editor.rules.texts import Texts, whole_text
from rbb_editor.rules.traits import Trait

LONGEST_NAME = 24
"""Characters before a number in which the word stands that names it."""
_BEFORE = re.compile(r"([^\W\d_]+) $")


def planned_as_done(view: View, output: Output) -> Iterator[Problem]:
    """A planned output is worded as planned. Wrong: "Conducted 5 briefings", 为…提供了咨询意见; right: "5 briefings".

    Source: the approved budgets; the addendum's line "提供了". What a clause tells of others ("missions that were
    closed") is no such wording.
    """
    style = view.language.style
    text = output.planned_text
    for match in style.done.finditer(text):
        if not style.done_unless.search(text, max(0, match.start() - 200), match.start()):
            message = Text.of(N_("The planned output is worded as done: “{words}”."), words=match.group())
            yield Problem(output.id, message, field="planned_text", marks=(_mark(None, "planned_text", match),))
            return


def number_style(view: View, texts: Texts) -> Iterator[Problem]:
    """Thousands are separated as the language does. Wrong: 12345, in English 12 345; right: 12,345, in French 12 345.

    Source: the editorial manual: a comma in English, a space elsewhere. Years, symbols and resolutions are none.
    """
    style = view.language.style
    for words in texts.each:
        if words.field in NO_FIGURES:
            continue
        for match in style.other_thousands.finditer(words.text):
            digits = re.sub(r"\D", "", match.group())
            instead = style.thousands.join(_threes(digits))
            named = _BEFORE.search(words.text, max(0, match.start() - LONGEST_NAME), match.start())
            if named and names_a_number(fold(named[1]).text, view.language.counts):  # ISO 14001
                continue
            if instead != match.group() and digits[0] != "0":
                message = Text.of(
                    N_("{number} is written {instead} in this language."), number=match[0], instead=instead
                )
                yield words.problem(message, *match.span(), instead)


def percent_style(view: View, texts: Texts) -> Iterator[Problem]:
    """The sign % stands in tables, words in sentences. Wrong: "rose by 5%", "5 percent"; right: "rose by 5 per cent".

    Source: the editorial manual. French, Spanish and Chinese write the sign in sentences too, French with a space that
    does not break before it: "15 %".
    """
    style = view.language.style
    if not style.percent:
        return
    for words in texts.prose():
        for match in PERCENT.finditer(words.text):
            sign = match[0].strip()
            if sign != style.percent:
                message = Text.of(
                    N_("“{instead}” is written in sentences, not “{sign}”."), sign=sign, instead=style.percent
                )
                instead = style.percent if sign == "percent" else " " + style.percent
                yield words.problem(message, *match.span(), instead if style.percent_exact else None)
            elif match[0] == sign:
                yield words.problem(
                    Text.of(N_("A space stands before “{sign}”."), sign=sign), *match.span(), NO_BREAK + sign
                )


def width_mixed(view: View) -> Iterator[Problem]:
    """Chinese punctuation is of full width throughout. Wrong: "，" here and "," there; right: "，" everywhere.

    Source: GB/T 15834; the published addendum mixes both on every page, so that this is one finding with its counts,
    and one mend for all texts but the approved planned outputs.
    """
    if view.language.style.script != "chinese":
        return
    full = len(FULL_WIDTH.findall(whole_text(view)))
    half = 0
    places: list[str] = []
    mends: list[Mend] = []
    for output, found in view.each_derived("half width", _widened, Trait.HALF_WIDTH):
        half += len(found)
        places.append(output.id)
        mends += (mend for mend in found if mend.mark.field != "planned_text")
    if half >= 3 and full >= 3:
        message = Text.of(
            N_("Punctuation of half width stands {half} times between Chinese words, of full width {full} times."),
            half=half,
            full=full,
        )
        first = several_places(view.report, places[:5], view.language)
        mend = replace(mends[0], also=tuple(mends[1:])) if mends else None
        yield Problem(REPORT_ID, message, evidence=Text.of(N_("First: {places}"), places=first), mend=mend)


def _widened(_: View, outputs: Iterable[Output]) -> Iterator[tuple[Mend, ...]]:
    """What would be put for each sign of half width between Chinese words."""
    for output in outputs:
        yield tuple(
            Mend(
                Mark(each.component, each.field, *match.span()),
                match[0],
                match[0].strip().translate(TO_FULL),
                output.id,
            )
            for each in Texts(output).each
            for match in HALF_WIDTH.finditer(each.text)
        )


def _threes(digits: str) -> list[str]:
    first = len(digits) % 3
    return [each for each in (digits[:first], *(digits[at : at + 3] for at in range(first, len(digits), 3))) if each]


def _mark(component: str | None, field: str, match: re.Match[str]) -> Mark:
    return Mark(component, field, match.start(), match.end())


NO_BREAK = "\u00a0"
NO_FIGURES = frozenset({"symbol", "session", "agenda_item", "section_number", "title"})
LONG_NUMBER = re.compile(r"\d(?:\d{4}|[ \u00a0\u2009\u202f.,，٬]\d{3})")
"""What a number that is written in another style holds."""
PERCENT = re.compile(r"(?<=\d)[ \u00a0\u202f]?%|(?<=\d[ \u00a0])percent(?!\w)")
HALF_WIDTH = re.compile(r"[,;:](?<=[\u4e00-\u9fff].) ?(?=[\u4e00-\u9fff])")
TO_FULL = str.maketrans(",;:", "，；：")
FULL_WIDTH = re.compile(r"[，；：](?<=[\u4e00-\u9fff].)(?=[ ]?[\u4e00-\u9fff])")
