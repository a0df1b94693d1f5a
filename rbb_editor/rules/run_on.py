"""The rule that the members of a list are kept apart by a sign or a word."""

import re
from collections.abc import Iterator
from itertools import islice, permutations

from rbb_editor.domain.count import Count, Role
from rbb_editor.domain.entities import Output
from rbb_editor.domain.remark import Told
from rbb_editor.domain.scripts import RUNS, UNSPACED
from rbb_editor.domain.text import N_, Text
from rbb_editor.rules.rule import Problem, View
from rbb_editor.rules.telling import mark, telling

NAME = 4
"""Letters, or Chinese characters at the end of a phrase, that name a deliverable."""

MOST = 8
"""Counts of a remark whose deliverables are compared."""

_BEHIND = re.compile(r"\d ?\u00a0?([^\W\d_]{4,})")
_BEHIND_SIGNS = re.compile(rf"\d[ \u00a0]?[{UNSPACED}]([{UNSPACED}]{{4,}})")
_SIGNS = re.compile(rf"[{UNSPACED}]{{4,}}$")


def list_run_together(view: View, output: Output) -> Iterator[Problem]:
    """What the remarks count apart is kept apart in the planned text.

    Source: A/72/701/Add.1, 业务计划行动构想 in the plan, 5 份行动构想 and 2 项业务计划 in the remark. Wrong: "7 visits
    reports", as "4 visits and 3 reports" were completed; right: "7 visits and reports".
    """
    if not any(_may_be(view, output.planned_text, component.remarks) for component in output.components):
        return
    told = telling(view, output)
    names: dict[str, None] = {}
    for row in told.rows:
        for count in row.remarks.counts[:MOST]:
            if count.role is Role.ITEM and not count.percent and (name := _name(view, row.remarks, count)):
                names[name] = None
    if len(names) < 2:
        return
    text = told.planned.folded.text
    space = " " if view.language.remarks.spaced else ""
    for one, two in permutations(list(names)[:MOST], 2):
        at = text.find(f"{one}{space}{two}")
        if at < 0 or one in two or two in one:
            continue
        end = at + len(one) + len(space) + len(two)
        yield Problem(
            output.id,
            Text.of(
                N_("“{words}” reads as one thing; the remarks count {one} and {two} apart."),
                words=told.planned.quote(at, end),
                one=told.planned.quote(at, at + len(one)),
                two=told.planned.quote(end - len(two), end),
            ),
            field="planned_text",
            marks=(mark(told.planned, None, "planned_text", at, end),),
            guess=True,
        )
        return


def _may_be(view: View, planned: str, remarks: str) -> bool:
    """A glance at what stands behind the digits of a remark, as counts are read slowly."""
    if not view.language.remarks.spaced:
        joints = "".join(view.language.counts.joints)
        names = [match[1].rstrip(joints)[-NAME:] for match in islice(_BEHIND_SIGNS.finditer(remarks), MOST)]
        return len(names) > 1 and any(one + two in planned for one, two in permutations(names, 2) if one != two)
    names = [match[1].casefold() for match in islice(_BEHIND.finditer(remarks), MOST)]
    if len(set(names)) < 2:
        return False
    text = f" {planned.casefold()}"
    return any(
        before in remarks.casefold()
        for name in names
        if (at := text.find(f" {name}")) > 0 and len(before := text[:at].rpartition(" ")[2]) >= NAME
    )


def _name(view: View, told: Told, count: Count) -> str:
    """The words of a deliverable behind its number; in Chinese the last characters of its phrase."""
    phrase = told.folded.text[count.end : count.reach].strip().rstrip("".join(view.language.counts.joints)).rstrip()
    if view.language.counts.head == "first":  # what is said of it may follow the noun
        phrase = next((word for word in phrase.split() if word.startswith(count.noun)), "")
    han = _SIGNS.search(phrase)
    if han:
        return han[0][-NAME:] if len(han[0]) > NAME else ""
    return phrase if len(phrase) >= NAME and not RUNS.search(phrase) else ""
