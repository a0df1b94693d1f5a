"""Rules about the list of abbreviations and the short forms in the text."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import accumulate

from msgspec import Struct

from rbb_editor.domain.entities import REPORT_ID, Output
from rbb_editor.domain.folding import fold
from rbb_editor.domain.language import Language
from rbb_editor.domain.places import several_places
from rbb_editor.domain.signs import BETWEEN
from rbb_editor.domain.text import N_, Text
from rbb_editor.rules.rule import Mark, Problem, View
from rbb_editor.rules.texts import prose, sentences_of, whole_text
from rbb_editor.rules.traits import Trait

SHOWN = 3
OPEN = int(Trait.OPEN)
"""As a number: flags are ten times as slow to compare."""
_PARTS = re.compile(r"[\W_]+")


def abbreviation_unlisted(view: View) -> Iterator[Problem]:
    """A short form is listed, or spelled out where it stands first. Wrong: "UNMIX" in no list; right: "… (UNMIX)".

    Source: the editorial manual; forms that everybody knows (UN, GPS) need not be listed.
    """
    listed = {each.short.strip() for each in view.report.info.abbreviations}
    defined: set[str] = set()
    used: dict[str, list[Output]] = defaultdict(list)
    for output, forms in view.each_derived("short forms", short_forms):
        if forms is not NO_FORMS:
            defined.update(forms.explained)
            for form in forms.used:
                used[form].append(output)
    open_ = {
        form: outputs
        for form, outputs in used.items()
        if form not in defined and not _is_listed(form, listed, spaced=view.language.style.spaced)
    }
    open_ = {form: kept for form, outputs in open_.items() if (kept := _outside_placeholders(view, outputs, form))}
    if not listed:
        if open_:
            shown = ", ".join(sorted(open_, key=lambda form: -len(used[form]))[:10])
            message = Text.of(
                N_("{count} abbreviation is used, but the report has no list of abbreviations."),
                plural=N_("{count} abbreviations are used, but the report has no list of abbreviations."),
                count=len(open_),
            )
            yield Problem(REPORT_ID, message, field="abbreviations", evidence=Text.of(N_("Used: {words}"), words=shown))
        return
    for form, outputs in open_.items():
        mark = _first_mark(view, outputs[0], form)
        if mark is None:
            continue
        message = Text.of(
            N_("“{short}” is not in the list of abbreviations."),
            plural=N_("“{short}” is not in the list of abbreviations; it stands {count} times in the report."),
            short=form,
            count=len(outputs),
        )
        evidence = None
        if len(outputs) > 1:
            others = list(dict.fromkeys(output.id for output in outputs[1 : 1 + SHOWN]))
            evidence = Text.of(N_("Also: {places}"), places=several_places(view.report, others, view.language))
        yield Problem(outputs[0].id, message, mark.component, mark.field, (mark,), evidence)


def abbreviation_unused(view: View) -> Iterator[Problem]:
    """A short form that is listed is used. Wrong: a mission in the list that no output names; right: only what is read.

    Source: the editorial manual. Looked for in all texts of the report.
    """
    lines = {at: each.short.strip() for at, each in enumerate(view.report.info.abbreviations) if each.short.strip()}
    if not lines:
        return
    left = set(lines.values())
    longs = [each.long for each in view.report.info.abbreviations]
    spaced = view.language.style.spaced
    front = [view.report.info.summary, view.report.info.title, view.report.info.section_title]
    titles = [section.title for section in view.report.headings()]
    whole = "\n".join((*front, *titles, whole_text(view)))
    left = {short for short in left if short not in whole or (spaced and not _stands(short, whole, view))}
    for at, short in lines.items():
        if short in left and not any(short in long and short != long for long in longs if long != longs[at]):
            message = Text.of(N_("“{short}” is listed, but stands nowhere in the report."), short=short)
            yield Problem(REPORT_ID, message, field=f"abbreviations.{at}.short")


def abbreviation_doubled(view: View, section: str | None) -> Iterator[Problem]:
    """A short form is listed once, with one long form.

    Source: A/72/701/Add.1, 联保部队 twice. Wrong: "ICT" with two meanings; right: one line for each short form.
    """
    if section is not None:
        return
    first: dict[str, int] = {}
    lines = view.report.info.abbreviations
    for at, each in enumerate(lines):
        short = each.short.strip()
        if not short:
            continue
        known = first.setdefault(short, at)
        if known == at:
            continue
        if fold(lines[known].long.strip()).text == fold(each.long.strip()).text:
            message = Text.of(N_("“{short}” is listed twice."), short=short)
        else:
            message = Text.of(
                N_("“{short}” is listed with two long forms: “{one}” and “{other}”."),
                short=short,
                one=lines[known].long,
                other=each.long,
            )
        yield Problem(REPORT_ID, message, field=f"abbreviations.{at}.short")


def _is_listed(form: str, listed: set[str], *, spaced: bool) -> bool:
    """Whether a short form is one of the list, or a part of one: in Chinese of any, else between its hyphens."""
    if form in listed:
        return True
    if spaced:
        return any(form in _PARTS.split(each) or each in _PARTS.split(form) for each in listed)
    return any(form in each or each in form for each in listed)


def _stands(short: str, text: str, view: View) -> bool:
    """Whether a listed form stands in a text as a word, in Arabic also behind the letters that are written with it."""
    nouns = view.language.nouns
    before = f"(?:{nouns.prefix.source})?" if nouns.article else ""
    return re.search(rf"(?<!\w){before}{re.escape(short)}(?:s|'s|’s)?(?!\w)", text) is not None


class Forms(Struct, frozen=True, gc=False):
    """The short forms of an output. `used`: those that not everybody knows, once for each text; `explained`: those that
    are spelled out there.
    """

    used: tuple[str, ...]
    explained: tuple[str, ...]


NO_FORMS = Forms((), ())


def short_forms(view: View, outputs: Sequence[Output]) -> list[Forms]:
    """The short forms of each of some outputs."""
    texts: list[str] = []
    owners: list[int] = []
    for at, output in enumerate(outputs):
        parts = sentences_of(output)
        texts += parts
        owners += [at] * len(parts)
    known = view.language.style.known_forms
    used: dict[int, list[str]] = defaultdict(list)
    explained: dict[int, list[str]] = defaultdict(list)
    seen: set[tuple[int, str]] = set()
    for place, form, start, end in _stretches(texts, view.language):
        if _is_explained(texts[place], start, end):
            explained[owners[place]].append(form)
        elif form not in known and (place, form) not in seen:
            seen.add((place, form))
            used[owners[place]].append(form)
    return [
        Forms(tuple(used[at]), tuple(explained[at])) if at in used or at in explained else NO_FORMS
        for at in range(len(outputs))
    ]


def _outside_placeholders(view: View, outputs: Sequence[Output], form: str) -> list[Output]:
    """The outputs in which a short form stands that is no part of a placeholder ("[INSERT DATE]")."""
    return [
        output for output in outputs if not view.traits[output.id] & OPEN or _first_mark(view, output, form) is not None
    ]


def _first_mark(view: View, output: Output, form: str) -> Mark | None:
    """Where a short form that is used in an output stands first; None where it is but a part of placeholders."""
    texts = list(prose(output))
    for place, found, start, end in _stretches([text for _, _, text in texts], view.language):
        component, field, text = texts[place]
        if found == form and not _is_explained(text, start, end):
            open_ = view.language.style.placeholders.finditer(text)
            if not any(each.start() <= start and end <= each.end() for each in open_):
                return Mark(component, field, start, end)
    return None


def _stretches(texts: Sequence[str], language: Language) -> Iterator[tuple[int, str, int, int]]:
    """The short forms in some texts, all read as one: the place of the text among them, the form, where it stands."""
    starts = [0, *accumulate([len(text) + 1 for text in texts])]
    place, begin, end, capitals = 0, 0, 0, False
    for match in language.style.short_forms.finditer(BETWEEN.join(texts)):
        start = match.start()
        if start >= end:
            place = bisect_right(starts, start) - 1
            begin, end = starts[place], starts[place + 1]
            capitals = language.cased and texts[place].isupper()  # once for each text: one may be full of them
        if not capitals:
            yield place, match.group(), start - begin, match.end() - begin


def _is_explained(text: str, start: int, end: int) -> bool:
    """Whether a short form stands alone in brackets, behind what it stands for."""
    return start > 0 and text[start - 1] in "(（" and text.startswith((")", "）"), end)
