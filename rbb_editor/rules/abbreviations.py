"""Rules about the list of abbreviations and the short forms in the text."""

import re
from collections import defaultdict
from collections.abc import Iterator

from rbb_editor.domain.entities import REPORT_ID, Output
from rbb_editor.domain.folding import fold
from rbb_editor.domain.places import several_places
from rbb_editor.domain.text import N_, Text
from rbb_editor.rules.rule import Mark, Problem, View
from rbb_editor.rules.texts import prose, whole_text
from rbb_editor.rules.traits import Trait

SHOWN = 3
_PARTS = re.compile(r"[\W_]+")


def abbreviation_unlisted(view: View) -> Iterator[Problem]:
    """A short form is listed, or spelled out where it stands first. Wrong: "UNMIX" in no list; right: "… (UNMIX)".

    Source: the editorial manual; forms that everybody knows (UN, GPS) need not be listed.
    """
    listed = {each.short.strip() for each in view.report.info.abbreviations}
    defined: set[str] = set()
    used: dict[str, list[tuple[str, Place]]] = defaultdict(list)
    for output, (forms, explained) in view.each_derived("short forms", short_forms, Trait.SHORT_FORMS):
        defined.update(explained)
        for form, place in forms:
            used[form].append((output.id, place))
    known = view.language.style.known_forms
    open_ = {
        form: places
        for form, places in used.items()
        if form not in known | defined and not _is_listed(form, listed, spaced=view.language.style.spaced)
    }
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
    for form, places in open_.items():
        target, place = places[0]
        mark = Mark(*place)
        message = Text.of(
            N_("“{short}” is not in the list of abbreviations."),
            plural=N_("“{short}” is not in the list of abbreviations; it stands {count} times in the report."),
            short=form,
            count=len(places),
        )
        evidence = None
        if len(places) > 1:
            others = list(dict.fromkeys(id for id, _ in places[1 : 1 + SHOWN]))
            evidence = Text.of(N_("Also: {places}"), places=several_places(view.report, others, view.language))
        yield Problem(target, message, mark.component, mark.field, (mark,), evidence)


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
    titles = [section.title for section in view.report.walk() if not isinstance(section, Output)]
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


Place = tuple[str | None, str, int, int]
"""Where a short form stands, in the order of the fields of a `Mark`: hardly any is shown."""


def short_forms(view: View, output: Output) -> tuple[list[tuple[str, Place]], list[str]]:
    """The short forms in the texts of an output with their places, once for each text; those spelled out there."""
    pattern = view.language.style.short_forms
    found: list[tuple[str, Place]] = []
    defined: list[str] = []
    for component, field, text in prose(output):
        if not text or (view.language.cased and text.isupper()):
            continue
        seen: set[str] = set()
        for match in pattern.finditer(text):
            form, (start, end) = match.group(), match.span()
            if start and text[start - 1] in "(（" and text.startswith((")", "）"), end):
                defined.append(form)
            elif form not in seen:
                seen.add(form)
                found.append((form, (component, field, start, end)))
    return found, defined
