"""The interchange JSON, read: lossless, strict about keys, lenient about what is optional."""

import json
from pathlib import Path
from typing import Any, NoReturn

from rbb_editor import resources
from rbb_editor.domain.entities import (
    Abbreviation,
    Comment,
    Component,
    Entity,
    Level,
    Note,
    Output,
    ReportInfo,
    Section,
    Waiver,
)
from rbb_editor.domain.figures import format_number
from rbb_editor.domain.language import Language
from rbb_editor.domain.profile import RuleSetting
from rbb_editor.domain.rank import spread
from rbb_editor.domain.reading import Reader
from rbb_editor.domain.report import Conflict, Report
from rbb_editor.domain.text import N_, Text
from rbb_editor.domain.values import ActualKind, Outcome, Planned, PlannedKind, Qualifier
from rbb_editor.errors import UserError
from rbb_editor.formats.imported import Certainty, Imported, ImportNote, Kind
from rbb_editor.formats.json_fields import Fields, Source
from rbb_editor.formats.limits import read_bytes
from rbb_editor.progress import Progress

FORMAT, VERSION = "rbb-report", 1

TOP = frozenset(
    ("format", "version", "language", "info", "abbreviations", "profile", "departments", "comments", "waivers")
)  # fmt: skip
INFO_TEXTS = (
    "symbol", "session", "agenda_item", "agenda_title", "title", "period_start", "period_end", "author", "summary",
    "section_number", "section_title",
)  # fmt: skip
INFO = frozenset((*INFO_TEXTS, "notes"))
NOTE = frozenset(("mark", "text"))
RULE_SETTING = frozenset(("rule", "on", "severity", "threshold"))
ABBREVIATION = frozenset(("short", "long"))
DEPARTMENT = frozenset(("id", "letter", "title", "offices"))
OFFICE = frozenset(("id", "letter", "title", "accomplishments"))
ACCOMPLISHMENT = frozenset(("id", "number", "title", "outputs"))
OUTPUT = frozenset(("id", "planned_output", "components"))
COMPONENT = frozenset(("id", "label", "planned", "actual", "remarks", "explanation", "outcome"))
PLANNED = frozenset(("kind", "value", "max", "qualifier"))
ACTUAL = frozenset(("kind", "value", "raw"))
COMMENT = frozenset(
    ("id", "target", "text", "author", "time", "component", "field", "quote", "answers", "resolved")
)  # fmt: skip
WAIVER = frozenset(("id", "rule", "target", "reason", "author", "time", "component", "said"))


def read(path: Path, language: str | None, progress: Progress) -> Imported:
    """The report in an interchange file. `language`: used where the file does not name one.

    Raises UserError for a file that is no such JSON, naming the path of the key; OSError from the disk.
    """
    return read_data(read_bytes(path), path.name, language, progress)


def read_data(data: bytes, name: str, language: str | None, progress: Progress) -> Imported:
    """The report in the bytes of an interchange file; `name` is what the sentence of a UserError calls them."""
    source = Source(name, [])
    top = Fields.of(_parse(data, source), "", source, TOP)
    _check_version(top, source)
    report = _Reading(top, language, progress).report()
    return Imported(report, tuple(_cleaned(source)), report.info.language)


def _parse(data: bytes, source: Source) -> Any:
    try:
        return json.loads(data.decode("utf-8-sig"), object_pairs_hook=_no_doubles, parse_constant=_refuse)
    except (ValueError, RecursionError) as error:
        raise UserError(
            N_(
                "“{name}” was not read: it is no valid JSON in UTF-8 ({reason}). Nothing was changed. "
                "Export it again, or choose another file."
            ),
            name=source.name,
            reason="too deeply nested" if isinstance(error, RecursionError) else str(error),
        ) from error


def _no_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) != len(pairs):
        keys = [key for key, _ in pairs]
        raise ValueError(f"the key {next(key for key in keys if keys.count(key) > 1)!r} stands twice in one object")
    return made


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is no number")


def _check_version(top: Fields, source: Source) -> None:
    if top.values.get("format") != FORMAT:
        raise source.fail(
            "format",
            N_(
                "“{name}” was not read: it is JSON, but not a report (its key {path} must be “{format}”). "
                "Nothing was changed."
            ),
            format=FORMAT,
        )
    if top.values.get("version") != VERSION:
        raise source.fail(
            "version",
            N_(
                "“{name}” was not read: it has version {found} of the format, this program reads version {version}. "
                "Nothing was changed. Use a newer program."
            ),
            found=top.values.get("version"),
            version=VERSION,
        )


def _cleaned(source: Source) -> list[ImportNote]:
    if not source.cleaned:
        return []
    count = len(source.cleaned)
    message = Text.of(
        N_("Unprintable characters were taken out of {count} text."),
        plural="Unprintable characters were taken out of {count} texts.",
        count=count,
    )
    return [ImportNote(Kind.READ, Certainty.CERTAIN, message, source="\n".join(source.cleaned[:100]))]


class _Reading:
    """One run over the objects of a file, collecting entities."""

    def __init__(self, top: Fields, language: str | None, progress: Progress) -> None:
        self.top = top
        self.progress = progress
        code = top.text("language", language or "en")
        if code not in resources.language_codes():
            raise top.wrong(
                "language",
                N_(
                    "“{name}” was not read: the document language “{code}” ({path}) is unknown; known are {known}. "
                    "Nothing was changed."
                ),
                code=code,
                known=", ".join(resources.language_codes()),
            )
        self.code = code
        self.language: Language = resources.language(code)
        self.reader = Reader(self.language)
        self.entities: list[Entity] = []

    def report(self) -> Report:
        self.entities.append(self._info())
        departments = self.top.each("departments", DEPARTMENT)
        for done, (fields, rank) in enumerate(zip(departments, spread(len(departments)), strict=True)):
            self.progress(done, len(departments))
            self._department(fields, rank)
        self.entities += [self._comment(each) for each in self.top.each("comments", COMMENT)]
        self.entities += [self._waiver(each) for each in self.top.each("waivers", WAIVER)]
        self.progress(len(departments), len(departments))
        try:
            return Report(self.entities)
        except Conflict as error:
            raise UserError(
                N_("“{name}” was not read: it contradicts itself ({reason}). Nothing was changed."),
                name=self.top.source.name,
                reason=str(error),
            ) from error

    def _info(self) -> ReportInfo:
        info = self.top.sub("info", INFO) or Fields({}, "info", self.top.source)
        return ReportInfo(
            language=self.code,
            notes=tuple(Note(each.text("mark"), each.text("text")) for each in info.each("notes", NOTE)),
            abbreviations=tuple(
                Abbreviation(each.text("short"), each.text("long"))
                for each in self.top.each("abbreviations", ABBREVIATION)
            ),
            profile=tuple(self._setting(each) for each in self.top.each("profile", RULE_SETTING)),
            **{key: info.text(key) for key in INFO_TEXTS},
        )

    def _setting(self, fields: Fields) -> RuleSetting:
        severity = fields.word("severity", ["error", "warning", "advice"]) if fields.has("severity") else None
        return RuleSetting(
            fields.text("rule", None), fields.flag("on", default=True), severity, fields.number("threshold")
        )

    def _department(self, fields: Fields, rank: str) -> None:
        id = self._section(fields, Level.DEPARTMENT, None, rank, "letter")
        children: list[tuple[Level, Fields]] = []
        for office in fields.each("offices", OFFICE):
            if office.has("letter") or office.has("title"):
                children.append((Level.OFFICE, office))
            else:
                children += [(Level.ACCOMPLISHMENT, each) for each in office.each("accomplishments", ACCOMPLISHMENT)]
        for (level, child), child_rank in zip(children, spread(len(children)), strict=True):
            if level is Level.ACCOMPLISHMENT:
                self._accomplishment(child, id, child_rank)
            else:
                self._office(child, id, child_rank)

    def _office(self, fields: Fields, parent: str, rank: str) -> None:
        id = self._section(fields, Level.OFFICE, parent, rank, "letter")
        each = fields.each("accomplishments", ACCOMPLISHMENT)
        for child, child_rank in zip(each, spread(len(each)), strict=True):
            self._accomplishment(child, id, child_rank)

    def _accomplishment(self, fields: Fields, parent: str, rank: str) -> None:
        id = self._section(fields, Level.ACCOMPLISHMENT, parent, rank, "number")
        each = fields.each("outputs", OUTPUT)
        for child, child_rank in zip(each, spread(len(each)), strict=True):
            self.entities.append(self._output(child, id, child_rank))

    def _section(self, fields: Fields, level: Level, parent: str | None, rank: str, number: str) -> str:
        section = Section(fields.id(), level, parent, rank, fields.text(number), fields.text("title"))
        self.entities.append(section)
        return section.id

    def _output(self, fields: Fields, parent: str, rank: str) -> Output:
        each = fields.each("components", COMPONENT)
        if not each:
            raise fields.wrong(
                "components",
                N_("“{name}” was not read: an output has at least one component ({path}). Nothing was changed."),
            )
        overrides = [self._planned(component) for component in each]
        components = tuple(self._component(component) for component in each)
        output = Output(fields.id(), parent, rank, fields.text("planned_output"), components)
        if not any(overrides):
            return output
        kept = [
            None if override is None or override == figure.planned else override
            for override, figure in zip(overrides, self.reader.figures(output), strict=True)
        ]
        return Output(
            output.id, parent, rank, output.planned_text,
            tuple(
                Component(c.id, c.completed, c.remarks, c.explanation, c.label, planned)
                for c, planned in zip(components, kept, strict=True)
            ),
        )  # fmt: skip

    def _component(self, fields: Fields) -> Component:
        if fields.has("outcome"):
            fields.word("outcome", [str(each) for each in Outcome])
        return Component(
            fields.id(),
            self._completed(fields.sub("actual", ACTUAL)),
            fields.text("remarks"),
            fields.text("explanation"),
            fields.text_or_none("label"),
        )

    def _planned(self, component: Fields) -> Planned | None:
        fields = component.sub("planned", PLANNED)
        if fields is None:
            return None
        kind = PlannedKind(fields.word("kind", [str(each) for each in PlannedKind]))
        qualifier = fields.word("qualifier", [str(each) for each in Qualifier]) if fields.has("qualifier") else None
        value = fields.flag("value", default=True) if kind is PlannedKind.YES_NO else fields.number("value")
        if kind in (PlannedKind.QUANTITY, PlannedKind.PERCENT) and value is None:
            raise fields.wrong(
                "value", N_("“{name}” was not read: a number is expected at {path}. Nothing was changed.")
            )
        return Planned(kind, value, fields.number("max"), Qualifier(qualifier) if qualifier else None)

    def _completed(self, fields: Fields | None) -> str:
        """The text of the completed cell: as it was, or made from the value."""
        if fields is None:
            return ""
        kind = ActualKind(fields.word("kind", [str(each) for each in ActualKind])) if fields.has("kind") else None
        if fields.has("raw"):
            return fields.text("raw")
        if kind in (None, ActualKind.MISSING):
            return ""
        if kind is ActualKind.YES_NO:
            return self.language.phrases["yes" if fields.flag("value") else "no"]
        value = fields.number("value") if kind is not ActualKind.TEXT else None
        if value is None:
            raise fields.wrong(
                "raw", N_("“{name}” was not read: {path} is missing and no value stands for it. Nothing was changed.")
            )
        return format_number(value, self.language) + ("%" if kind is ActualKind.PERCENT else "")

    def _comment(self, fields: Fields) -> Comment:
        return Comment(
            fields.id(),
            fields.text("target", None),
            fields.text("text", None),
            fields.text("author"),
            fields.time("time"),
            fields.text_or_none("component"),
            fields.text_or_none("field"),
            fields.text("quote"),
            fields.text_or_none("answers"),
            fields.flag("resolved"),
        )

    def _waiver(self, fields: Fields) -> Waiver:
        return Waiver(
            fields.id(),
            fields.text("rule", None),
            fields.text("target", None),
            fields.text("reason"),
            fields.text("author"),
            fields.time("time"),
            fields.text_or_none("component"),
            fields.text("said"),
        )
