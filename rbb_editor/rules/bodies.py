"""Rules about the organs and units that a remark names: those of the row, and by the names that they have there."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice

from rbb_editor.domain.count import Depth
from rbb_editor.domain.entities import Level, Output
from rbb_editor.domain.parts import planned_counts
from rbb_editor.domain.remark import Told
from rbb_editor.domain.text import N_, Text
from rbb_editor.rules.missions import other_office_acts
from rbb_editor.rules.organs import ChineseName, Organ, any_noun, chinese_names, nouns_in, organs
from rbb_editor.rules.rule import Problem, View
from rbb_editor.rules.telling import Row, Telling, mark, telling

STEM = 4
"""Characters of a Chinese name before its ending that make it known."""

LETTERS = 8
"""Letters of the words by which a name is known under another noun."""

MOST = 20
"""Heads of organs in one text that are looked at."""

_STARTS = re.compile(r"(?:^|[。；;.\n]\s*)")
Span = tuple[int, int]


def reason_of_other_body(view: View, output: Output) -> Iterator[Problem]:
    """A reason speaks of the organ that the figure is about, not of that of another figure in the row.

    Source: A/72/701/Add.1, recommendations of boards of inquiry explained by those of the oversight bodies. Wrong: "5
    reports of the Board and 8 of the Council", the 8 explained by requests of the Board; right: of the Council. Also
    where the row names one council, and the reason another one.
    """
    told = telling(view, output)
    if len(output.components) < 2:
        yield from _rival(view, output, told)
        return
    nouns = view.language.remarks.names
    if not any(row.component.explanation and any_noun(nouns).search(row.explanation.folded.text) for row in told.rows):
        return
    find = _other_organ if view.language.remarks.spaced else _other_chinese
    for row, own, other in find(view, told):
        yield Problem(
            output.id,
            Text.of(
                N_("The reason speaks of “{other}”, the figure of “{own}”."),
                other=row.explanation.quote(*other),
                own=told.planned.quote(*own),
            ),
            row.component.id,
            "explanation",
            (mark(row.explanation, row.component.id, "explanation", *other),),
            guess=view.language.remarks.spaced,
        )


def _rival(view: View, output: Output, told: Telling) -> Iterator[Problem]:
    """A reason that names an organ where the row names another one of its kind, and does not name that."""
    row = told.rows[0]
    planned, said, remarks = told.planned.folded.text, row.explanation.folded.text, row.remarks.folded.text
    words = view.language.remarks
    if not said or words.rival.search(planned) is None or words.rival.search(said) is None:
        return
    for names in words.rivals:
        own = [match for name in names if (match := name.search(planned))]
        others = [match for name in names if not name.search(planned) and (match := name.search(said))]
        mine = any(name.search(said) for name in names if name.search(planned))
        if len(own) != 1 or len(others) != 1 or mine or others[0][0] in remarks:
            continue
        yield Problem(
            output.id,
            Text.of(
                N_("The reason speaks of “{other}”, the figure of “{own}”."),
                other=row.explanation.quote(*others[0].span()),
                own=told.planned.quote(*own[0].span()),
            ),
            row.component.id,
            "explanation",
            (mark(row.explanation, row.component.id, "explanation", *others[0].span()),),
            guess=True,
        )


def _other_organ(view: View, told: Telling) -> Iterator[tuple[Row, Span, Span]]:
    """Figures whose reason names the organ of another figure: the row, the own organ in the plan, the other's place."""
    own = [_own(view, told, place) for place in range(len(told.rows))]
    for place, row in enumerate(told.rows):
        mine = own[place]
        named = organs(row.explanation.folded.text, view.language) if mine and row.component.explanation else []
        if mine is None or any(each.is_same(mine) for each in named):
            continue
        others = [other for other in own if other is not None and not other.is_same(mine)]
        wrong = next((each for each in named if any(each.is_same(other) for other in others)), None)
        if wrong is not None:
            yield row, (mine.start, mine.end), (wrong.start, wrong.end)


def _other_chinese(view: View, told: Telling) -> Iterator[tuple[Row, Span, Span]]:
    """The same for Chinese, where the end of a name tells which it is."""
    own = [_own_chinese(view, told, place) for place in range(len(told.rows))]
    for place, row in enumerate(told.rows):
        mine, text = own[place], row.explanation.folded.text
        if mine is None or not text or mine in text:
            continue
        for other in own:
            if other is None or other == mine or other not in text or mine in other or other in mine:
                continue
            at, here = text.index(other), told.planned.folded.text.find(mine)
            yield row, (here, here + len(mine)), (at, at + len(other))
            break


def body_named_otherwise(view: View, output: Output) -> Iterator[Problem]:
    """The remark calls an organ by the name that it has in the planned text.

    Source: A/72/701/Add.1, 外勤中央审查机构 in the plan and 外勤中央审查机关 in the remark. Wrong: "Central Review
    Body" and "Central Review Board", "heads of delegation" and "heads of mission"; right: one of the two.
    """
    told = telling(view, output)
    words = view.language.remarks
    planned = told.planned.folded.text
    for row in told.rows:
        if not row.component.remarks:
            continue
        text = row.remarks.folded.text
        found: list[tuple[Span, Span]] = []
        if words.spaced:
            found += _renamed(view, planned, text)
        elif any_noun(words.names).search(text):
            found += _renamed_chinese(view, planned, text)
        likely = bool(found) and words.spaced
        if not found and words.heads.search(text):
            found = list((_other_head if words.spaced else _other_chinese_head)(view, planned, text))
            likely = True
        for own, other in found:
            yield Problem(
                output.id,
                Text.of(
                    N_("The remarks say “{other}”, the planned text “{own}”."),
                    other=row.remarks.quote(*other),
                    own=told.planned.quote(*own),
                ),
                row.component.id,
                "remarks",
                (mark(row.remarks, row.component.id, "remarks", *other), mark(told.planned, None, PLANNED, *own)),
                guess=likely,
            )


def _renamed(view: View, planned: str, text: str) -> Iterator[tuple[Span, Span]]:
    """Organs that the text gives another noun: "central review committee" for the planned "central review board"."""
    nouns = nouns_in(text, view.language)
    if not nouns or (len(nouns) == 1 and nouns == nouns_in(planned, view.language)):
        return
    plan = organs(planned, view.language)
    known = [own for own in plan if sum(map(len, own.key)) >= LETTERS]
    said = organs(text, view.language) if known else []
    for own in known:
        if any(each.noun == own.noun and each.key & own.key for each in said):
            continue
        for other in said:
            is_planned = any(each.noun == other.noun and each.key & own.key for each in plan)
            if other.noun != own.noun and own.key <= other.key | _nearly(other, own) and not is_planned:
                yield (own.start, own.end), (other.start, other.end)
                break


def _nearly(one: Organ, other: Organ) -> frozenset[str]:
    """The words of a name where both share enough of them: a remark may leave one out."""
    return other.key if sum(map(len, one.key & other.key)) >= LETTERS else frozenset()


def _renamed_chinese(view: View, planned: str, text: str) -> Iterator[tuple[Span, Span]]:
    nouns = view.language.remarks.names
    for name in chinese_names(planned, view.language):
        rest = _shared_end(name.rest, text) if len(name.rest) >= STEM else ""
        at = text.find(rest) if rest else -1
        if at < 0 or rest + name.noun in text:
            continue
        other = next((noun for noun in nouns if text.startswith(noun, at + len(rest))), None)
        if other is None or other.startswith(name.noun) or name.noun.startswith(other) or rest + other in planned:
            continue
        yield (name.end - len(name.noun) - len(rest), name.end), (at, at + len(rest) + len(other))


def _other_head(view: View, planned: str, text: str) -> Iterator[tuple[Span, Span]]:
    """Heads of another thing: "heads of mission" for the planned "heads of delegation"."""
    heads = view.language.remarks.heads
    plan, said = [[_headed(words, match) for match in islice(heads.finditer(words), MOST)] for words in (planned, text)]
    for own in filter(None, plan):
        same = [each for each in said if each and planned[slice(*own[0])][:STEM] == text[slice(*each[0])][:STEM]]
        if not same or any(each[1] == own[1] for each in same):
            continue
        other = next((each for each in same if all(known is None or known[1] != each[1] for known in plan)), None)
        if other is not None:
            yield own[0], other[0]


def _headed(text: str, match: re.Match[str]) -> tuple[Span, str] | None:
    """A head with the next word that tells of what: its place, and the beginning of that word."""
    word = _LONG.match(text, match.end())
    return ((match.start(), word.end()), word[1][:STEM]) if word else None


def _other_chinese_head(view: View, planned: str, text: str) -> Iterator[tuple[Span, Span]]:
    """The same in Chinese: 特派团团长 for the planned 代表团团长."""
    pattern = _chinese_head(view.language.remarks.names, view.language.remarks.heads.source)
    plan, said = (list(islice(pattern.finditer(words), MOST)) for words in (planned, text))
    for own in plan:
        same = [each for each in said if each[2] == own[2]]
        if not same or any(each[1] == own[1] for each in same):
            continue
        other = next((each for each in same if all(known.group() != each.group() for known in plan)), None)
        if other is not None:
            yield own.span(), other.span()


def other_department_acts(view: View) -> Iterator[Problem]:
    """Who did what a row reports is the department of the row.

    Source: A/72/701/Add.1, the office to the African Union named as who acted in a row of another department. Wrong: in
    a row of the Department of Field Support "UNOAU supported …"; right: "The Department supported …".
    """
    yield from other_office_acts(view)
    names = _department_names(view)
    if not names:
        return
    for output in view.outputs():
        department = view.report.path(output.id)[0].id
        for component in output.components:
            for name, id in names:
                if id == department or name not in component.remarks or name in output.planned_text:
                    continue
                at = next(
                    (
                        m.end()
                        for m in _STARTS.finditer(component.remarks)
                        if component.remarks.startswith(name, m.end())
                    ),
                    _after_comma(component.remarks, name, view.language.remarks.acting),
                )
                rest = component.remarks[at + len(name) :] if at >= 0 else ""
                if not rest or _goes_on(view, rest):
                    continue
                told = Told(component.remarks, view.language)
                title = view.report.section(id).title
                message = N_("The remarks name “{name}” as acting, which is another department ({title}).")
                marks = (mark(told, component.id, "remarks", at, at + len(name)),)
                text = Text.of(message, name=name, title=title)
                yield Problem(output.id, text, component.id, "remarks", marks, guess=True)


def _shared_end(rest: str, text: str) -> str:
    """The longest end of a Chinese name, before its last noun, that stands in a text; "" where it is short."""
    return next((rest[i:] for i in range(len(rest) - STEM + 1) if rest[i:] in text), "")


def _goes_on(view: View, rest: str) -> bool:
    """Whether what stands behind a name joins another one to it, or makes it describe one."""
    words = view.language
    joined = words.remarks.joints.match(rest, rest.startswith(" "))
    return joined is not None or rest.startswith(("，", ",", "、", words.counts.attributive or ","))


def _after_comma(text: str, name: str, acting: tuple[str, ...]) -> int:
    """Where a clause without spaces starts with a name that acts (联非办还支助了); -1 where none does."""
    for comma in ("，", ", ", "、"):
        for follow in acting:
            at = text.find(comma + name + follow)
            if at >= 0:
                return at + len(comma)
    return -1


def _department_names(view: View) -> list[tuple[str, str]]:
    """Titles and abbreviations of the departments, with their ids."""
    departments = [section for section in view.report.sections(None) if section.level is Level.DEPARTMENT]
    titles = {section.title.strip(): section.id for section in departments if len(section.title.strip()) > 3}
    shorts = [(each.short, titles[each.long]) for each in view.report.info.abbreviations if each.long in titles]
    return [(short, id) for short, id in shorts if len(short) > 1]


def _own(view: View, told: Telling, place: int) -> Organ | None:
    """The organ that the planned text names behind the count of a figure."""
    counts = planned_counts(told.planned, told.rows[place].figure.planned)
    if not counts:
        return None
    text, count = told.planned.folded.text, counts[0]
    starts = [c.start for c in told.planned.counts if c.depth is Depth.MAIN and not c.article]
    end = min((start for start in starts if start > count.start), default=len(text))
    return next((each for each in organs(text, view.language) if count.end <= each.start and each.end <= end), None)


def _own_chinese(view: View, told: Telling, place: int) -> str | None:
    """The end of the organ's name that a Chinese planned text names before the count of a figure."""
    counts = planned_counts(told.planned, told.rows[place].figure.planned)
    if not counts:
        return None
    text, count = told.planned.folded.text, counts[0]
    starts = [c.start for c in told.planned.counts if c.depth is Depth.MAIN and not c.article]
    start = max((start for start in starts if start < count.start), default=0)
    found: list[ChineseName] = list(chinese_names(text[start : count.start], view.language))
    return found[-1].rest[-2:] + found[-1].noun if found else None


@cache
def _chinese_head(nouns: tuple[str, ...], heads: str) -> re.Pattern[str]:
    """An organ with who heads it."""
    ends = "|".join(sorted((re.escape(noun) for noun in nouns), key=len, reverse=True))
    return re.compile(rf"({ends})({heads})")


PLANNED = "planned_text"
_LONG = re.compile(r"(?:[\W_]{1,3}[^\W\d_]{1,3}(?![^\W\d_])){0,12}[\W_]{0,3}([^\W\d_]{4,})")
"""The next word of four letters or more, behind some shorter ones."""
