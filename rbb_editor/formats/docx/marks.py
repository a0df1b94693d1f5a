"""Stable ids in a Word file: bookmarks name what a paragraph prints, one part holds what is not printed.

Bookmarks survive editing in Word and LibreOffice if their names have at most 40 letters, digits and underscores. The
part holds no text of the report but labels: a reader of the file must not find in it what was deleted from the pages.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from types import NoneType
from typing import Any

from msgspec import Struct, field

from rbb_editor.domain.digest import blake2b
from rbb_editor.domain.entities import Level, Output, ReportInfo, Section, Waiver
from rbb_editor.domain.fingerprint import Fingerprint
from rbb_editor.domain.ids import is_id
from rbb_editor.domain.profile import RuleSetting
from rbb_editor.domain.report import Report
from rbb_editor.domain.values import Planned, PlannedKind, Qualifier

PREFIX = "rbb_"
SECTION_LETTERS = {Level.DEPARTMENT: "d", Level.OFFICE: "o", Level.ACCOMPLISHMENT: "a"}
OUTPUT_LETTER = "p"
COMPONENT_LETTER = "c"
MARK = re.compile(r"rbb_([doapc])_(\w{1,34})", re.ASCII)
LONGEST = 34
PLAIN = re.compile(r"[A-Za-z0-9]\w{0,33}", re.ASCII)
HASHED = "x_"
"""Begins the short form of an id that cannot stand in a bookmark."""


def mark(letter: str, id: str) -> str:
    """The name of the bookmark of an id, at most 40 characters."""
    return f"{PREFIX}{letter}_{short(id)}"


def short(id: str) -> str:
    """An id as it may stand in a bookmark: itself as a rule, else a hash that the own part translates."""
    if (id.isalnum() and id.isascii() and len(id) <= LONGEST) or (PLAIN.fullmatch(id) and not id.startswith(HASHED)):
        return id
    return HASHED + blake2b(id.encode(), digest_size=15).hexdigest()


def all_short(ids: Sequence[str]) -> Sequence[str]:
    """The short forms of many ids, which one look at all of them shows to be themselves as a rule."""
    whole = "".join(ids)
    plain = whole.isascii() and whole.encode().isalnum() and max(map(len, ids)) <= LONGEST  # bytes are the fastest
    return ids if plain else list(map(short, ids))


def section_mark(section: Section) -> str:
    """The bookmark of a section's heading."""
    return mark(SECTION_LETTERS[section.level], section.id)


def level_of(letter: str) -> Level | None:
    """The level of a section by its letter; None for outputs and components."""
    return next((level for level, each in SECTION_LETTERS.items() if each == letter), None)


class CommentFacts(Struct, frozen=True):
    """What Word does not hold of a comment. `quote`: None where the words it stands on in the file are its quote."""

    id: str
    target: str
    component: str | None = None
    field: str | None = None
    answers: str | None = None
    quote: str | None = None


def comment_key(author: str, time: datetime | None, text: str) -> str:
    """By what a comment of our own is known again in a Word file: its words, author and time to the second.

    Word's ids of comments do not survive; these three do, in Word and in LibreOffice.
    """
    stamp = time.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S") if time is not None else ""
    said = "\0".join((author, stamp, " ".join(text.split())))
    return blake2b(said.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


class Unprinted(Struct, frozen=True):
    """What the pages of a report do not say. `components`: id -> label and overridden planned figure.

    `direct`: ids of accomplishments that stand in a department although they are printed after one of its offices.
    `sent`: the fingerprint of the report that the file was written from, "" where an older version wrote it.
    `comments`: by `comment_key`, what Word does not hold of each comment that was written.
    `departments`: ids of those that the file holds where it holds only some. `findings`: by `comment_key`, comments
    that say what the checks found and are no one's. `waivers`: decisions about findings; they go where comments go.
    """

    language: str = ""
    period_start: str = ""
    period_end: str = ""
    ids: Mapping[str, str] = field(default_factory=dict)
    components: Mapping[str, tuple[str | None, Planned | None]] = field(default_factory=dict)
    direct: frozenset[str] = frozenset()
    sent: str = ""
    profile: tuple[RuleSetting, ...] = ()
    comments: Mapping[str, "CommentFacts"] = field(default_factory=dict)
    departments: tuple[str, ...] = ()
    findings: frozenset[str] = frozenset()
    waivers: tuple[Waiver, ...] = ()

    def id_of(self, name: str) -> str:
        """The id that a bookmark's short form stands for."""
        return self.ids.get(name, name)


def unprinted(report: Report) -> Unprinted:
    """The unprinted facts of a report."""
    info: ReportInfo = report.info
    ids: list[str] = []
    components: dict[str, tuple[str | None, Planned | None]] = {}
    entities = list(report.entities())
    for entity in entities:
        if isinstance(entity, Output):
            ids.append(entity.id)
            for component in entity.components:
                ids.append(component.id)
                if component.label is not None or component.planned is not None:
                    components[component.id] = (component.label, component.planned)
        elif isinstance(entity, Section):
            ids.append(entity.id)
    shortened = {name: id for name, id in zip(all_short(ids), ids, strict=True) if name != id}
    direct = frozenset(_after_offices(report))
    sent = str(Fingerprint(entities))
    return Unprinted(
        info.language, info.period_start, info.period_end, shortened, components, direct, sent, info.profile
    )


def to_json(facts: Unprinted) -> str:
    """The own part's text."""
    return json.dumps(
        {
            "language": facts.language,
            "period": [facts.period_start, facts.period_end],
            "ids": dict(facts.ids),
            "direct": sorted(facts.direct),
            "sent": facts.sent,
            "profile": [list(each) for each in facts.profile],
            "comments": {
                key: [each.id, each.target, each.component, each.field, each.answers, each.quote]
                for key, each in facts.comments.items()
            },
            "departments": list(facts.departments),
            "findings": sorted(facts.findings),
            "waivers": [
                [
                    *(each.id, each.rule, each.target, each.reason, each.author, each.time.isoformat()),
                    *(each.component, each.said),
                ]
                for each in facts.waivers
            ],
            "components": {id: [label, _planned_data(planned)] for id, (label, planned) in facts.components.items()},
        },
        ensure_ascii=False,
        separators=(",", ":"),
    )


def from_json(text: str) -> Unprinted:
    """The facts of the own part; ValueError, KeyError or TypeError for a part that we did not write."""
    data = json.loads(text)
    start, end = data["period"]
    components = {str(id): (label, _planned(figure)) for id, (label, figure) in data["components"].items()}
    if not all(isinstance(each, str) for each in (data["language"], start, end)):
        raise TypeError("texts expected")
    if not all(isinstance(id, str) and is_id(id) for id in data["ids"].values()):
        raise ValueError("ids expected")
    if not all(label is None or isinstance(label, str) for label, _ in components.values()):
        raise TypeError("labels are texts")
    direct = frozenset(str(id) for id in data["direct"])
    profile = tuple(_setting(*each) for each in data.get("profile", ()))
    comments = {str(key): _comment_facts(each) for key, each in data.get("comments", {}).items()}
    sent = str(data.get("sent", ""))
    return Unprinted(
        data["language"],
        start,
        end,
        dict(data["ids"]),
        components,
        direct,
        sent,
        profile,
        comments,
        departments=tuple(map(str, data.get("departments", ()))),
        findings=frozenset(map(str, data.get("findings", ()))),
        waivers=tuple(_waiver(*each) for each in data.get("waivers", ())),
    )


def _waiver(
    id: str, rule: str, target: str, reason: str, author: str, time: str, component: str | None, said: str = ""
) -> Waiver:
    texts = (id, rule, target, reason, author, time, said)
    if not all(isinstance(each, str) for each in texts) or not isinstance(component, (str, NoneType)):
        raise TypeError("texts expected")
    moment = datetime.fromisoformat(time)
    if not is_id(id) or moment.tzinfo is None:
        raise ValueError("an id and a time in a zone are expected")
    return Waiver(id, rule, target, reason, author, moment, component, said)


def _comment_facts(data: list[Any]) -> CommentFacts:
    facts = CommentFacts(*data)
    if not is_id(facts.id) or not isinstance(facts.target, str):
        raise ValueError("ids expected")
    if not all(each is None or isinstance(each, str) for each in data):
        raise TypeError("texts expected")
    return facts


def _after_offices(report: Report) -> Iterator[str]:
    for department in report.sections():
        seen = False
        for section in report.sections(department.id):
            seen = seen or section.level is Level.OFFICE
            if seen and section.level is Level.ACCOMPLISHMENT:
                yield section.id


def _setting(rule: object, on: object, severity: object, threshold: object) -> RuleSetting:
    if not isinstance(rule, str) or not isinstance(on, bool) or severity not in (None, "error", "warning", "advice"):
        raise TypeError("settings of checks expected")
    if threshold is not None and not isinstance(threshold, (int, float)):
        raise TypeError("a threshold is a number")
    return RuleSetting(rule, on, str(severity) if severity is not None else None, threshold)


def _planned_data(planned: Planned | None) -> list[Any] | None:
    return None if planned is None else [planned.kind, planned.value, planned.maximum, planned.qualifier]


def _planned(data: list[Any] | None) -> Planned | None:
    if data is None:
        return None
    kind, value, maximum, qualifier = data
    if not all(each is None or isinstance(each, (int, float)) for each in (value, maximum)):
        raise TypeError("figures are numbers")
    return Planned(PlannedKind(kind), value, maximum, Qualifier(qualifier) if qualifier is not None else None)
