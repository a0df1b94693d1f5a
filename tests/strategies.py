"""Random valid reports for property tests.

Everything is as the program itself would make it: ranks as `rank.spread` gives them (so that a round trip through a
file that keeps the order gives equal reports), texts cleaned as edits clean them, ids unique.
"""

from dataclasses import dataclass, field
from datetime import UTC, datetime

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from rbb_editor.domain import clean
from rbb_editor.domain.entities import (
    REPORT_ID,
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
from rbb_editor.domain.ids import encode
from rbb_editor.domain.profile import RuleSetting
from rbb_editor.domain.rank import spread
from rbb_editor.domain.report import Report
from rbb_editor.domain.values import Planned, PlannedKind, Qualifier

LANGUAGES = ("en", "fr", "es", "ru", "ar", "zh")

WORDS = (
    "开展 85 次外联活动", "产出低于计划数目，原因是", "Conduct of 12 workshops", "because of the late arrival", "3 à 5",
    "Проведение 2 совещаний", "عقد 3 حلقات عمل", "=1+1", "<b>&amp;", "“quoted”", "1 368", "a\u0301", "𠮷", "–", "(a)",
)  # fmt: skip
PROFILES = (
    (),
    (RuleSetting("excess-unexplained", on=True, severity="advice", threshold=10),),
    (RuleSetting("number-doubled", on=False), RuleSetting("shortfall-unexplained", severity="warning")),
)
COMPLETED = ("", "101", "2 091", "2,091", "是", "否", "Yes", "No", "70%", "全部", "نعم", "6 и 8", "about 5", "0")


def one_line(max_size: int = 30) -> SearchStrategy[str]:
    """A text of one line, as an edit would leave it; empty now and then."""
    return _texts(max_size).map(clean.line)


def cell_texts(max_size: int = 60) -> SearchStrategy[str]:
    """A text of several lines, as an edit would leave it; empty now and then."""
    return st.lists(one_line(max_size).filter(bool), max_size=3).map("\n".join)


def _texts(max_size: int) -> SearchStrategy[str]:
    plain = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn", "Co")), max_size=max_size)
    return st.one_of(plain, st.lists(st.sampled_from(WORDS), max_size=4).map(" ".join))


def planned_overrides() -> SearchStrategy[Planned | None]:
    """Mostly none; else a figure that no text reads, so that it stays an override."""

    def made(kind: PlannedKind, qualifier: Qualifier | None, value: int) -> Planned:
        return Planned(kind, value, value + 5 if qualifier is Qualifier.RANGE else None, qualifier)

    some = st.builds(
        made,
        st.sampled_from((PlannedKind.QUANTITY, PlannedKind.PERCENT)),
        st.sampled_from((None, *Qualifier)),
        st.integers(10**12, 10**13),
    )
    return st.one_of(st.none(), st.none(), some)


@dataclass
class _Making:
    """The entities of one report so far."""

    draw: DrawFn
    entities: list[Entity] = field(default_factory=list)

    def id(self) -> str:
        return encode((1 << 120) + len(self.entities) * 1000 + self.draw(st.integers(0, 9)))

    def section(self, level: Level, parent: str | None, rank: str) -> str:
        number = self.draw(st.sampled_from(("A", "B", "a", "b", "1.1", "3.1", "")))
        title = self.draw(one_line().filter(bool))
        section = Section(self.id(), level, parent, rank, number, title)
        self.entities.append(section)
        return section.id

    def output(self, parent: str, rank: str) -> str:
        id = self.id()
        components = tuple(
            Component(
                f"{id}-{number}",
                self.draw(st.sampled_from(COMPLETED)),
                self.draw(cell_texts()),
                self.draw(cell_texts()),
                self.draw(st.one_of(st.none(), one_line().filter(bool))),
                self.draw(planned_overrides()),
            )
            for number in range(self.draw(st.integers(1, 3)))
        )
        self.entities.append(Output(id, parent, rank, self.draw(one_line(80)), components))
        return id

    def children(self, level: Level, parent: str | None, most: int) -> list[str]:
        count = self.draw(st.integers(0, most))
        return [self.section(level, parent, rank) for rank in spread(count)]


@st.composite
def infos(draw: DrawFn, language: str | None = None) -> ReportInfo:
    """A front matter."""
    return ReportInfo(
        language=language or draw(st.sampled_from(LANGUAGES)),
        symbol=draw(one_line()),
        session=draw(one_line()),
        agenda_item=draw(st.sampled_from(("", "149", "147 (a)"))),
        agenda_title=draw(one_line()),
        title=draw(one_line()),
        period_start=draw(st.sampled_from(("", "2016-07-01"))),
        period_end=draw(st.sampled_from(("", "2017-06-30"))),
        author=draw(one_line()),
        summary=draw(cell_texts()),
        section_number=draw(st.sampled_from(("", "二", "II"))),
        section_title=draw(one_line()),
        notes=tuple(draw(st.lists(st.builds(Note, st.sampled_from(("*", "1")), one_line()), max_size=2))),
        abbreviations=tuple(draw(st.lists(st.builds(Abbreviation, one_line(), one_line()), max_size=3))),
        profile=draw(st.sampled_from(PROFILES)),
    )


@st.composite
def reports(draw: DrawFn, language: str | None = None, *, notes: bool = True) -> Report:
    """A report: departments with and without offices, empty sections, several figures, overrides.

    `language` fixes the document language. `notes`: with comments and waivers too.
    """
    making = _Making(draw)
    making.entities.append(draw(infos(language)))
    outputs: list[str] = []
    for department in making.children(Level.DEPARTMENT, None, 3):
        homes = [department]
        if draw(st.booleans()):
            homes = making.children(Level.OFFICE, department, 2)
        for home in homes:
            for accomplishment in making.children(Level.ACCOMPLISHMENT, home, 2):
                outputs += [making.output(accomplishment, rank) for rank in spread(draw(st.integers(0, 4)))]
    if notes:
        _add_notes(making, [REPORT_ID, *outputs])
    return Report(making.entities)


def _add_notes(making: _Making, targets: list[str]) -> None:
    draw = making.draw
    times = st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
    for _ in range(draw(st.integers(0, 2))):
        id, target, words = making.id(), draw(st.sampled_from(targets)), draw(cell_texts().filter(bool))
        component = st.one_of(st.none(), st.just(f"{target}-0"))
        if draw(st.booleans()):
            note: Comment | Waiver = Comment(
                id, target, words, draw(one_line()), draw(times), draw(component),
                draw(st.sampled_from((None, "remarks", "completed"))), draw(one_line()),
                draw(st.sampled_from((None, "another"))), draw(st.booleans()),
            )  # fmt: skip
        else:
            note = Waiver(
                id, "shortfall-unexplained", target, words, draw(one_line()), draw(times), draw(component),
                draw(one_line()),
            )  # fmt: skip
        making.entities.append(note)
