"""Rolling forward: last year's report becomes the frame of this year's, and stays beside it."""

import re
from collections.abc import Iterator
from datetime import date

from msgspec.structs import replace

from rbb_editor.domain.entities import Component, Entity, Output, ReportInfo, Section
from rbb_editor.domain.report import Report
from rbb_editor.domain.text import N_, Text
from rbb_editor.errors import UserError
from rbb_editor.progress import Progress, silent
from rbb_editor.project.last_year import kept_beside

NOTHING = N_("“{name}” has no planned outputs, so there is nothing to roll forward.")
YEAR = re.compile(r"(?<!\d)(?P<year>\d{4})(?:(?P<between>[/–-])(?P<short>\d\d))?(?!\d)")
OF_THE_SESSION = ("symbol", "session", "agenda_item", "summary")
"""Fields of the front matter that are other ones with every report."""


def rolled_forward(then: Report, name: str, progress: Progress = silent) -> tuple[Report, bytes]:
    """The frame of the year after `then`: its sections and planned outputs, the figures and remarks empty.

    `then` itself is kept beside it; the second value is what it says, packed. `name`: that of its file. Outputs and
    sections keep their ids, by which each finds its figures of last year. UserError where there are no outputs. May run
    on any thread with a snapshot; Cancelled out of `progress`.
    """
    if not then.counts().outputs:
        raise UserError(NOTHING, name=name)
    earlier, packed = kept_beside(then, name, progress)
    return Report([*_framed(then), earlier]), packed


def done(name: str) -> Text:
    """What the journal of the new file says."""
    return Text.of(N_("Rolled forward from “{name}”"), name=name)


def a_year_on(day: str) -> str:
    """The same day a year later, as an ISO date; what is no date, or has no later year, stays as it is."""
    try:
        then = date.fromisoformat(day)
        leap_day = (then.month, then.day) == (2, 29)
        return then.replace(year=then.year + 1, day=28 if leap_day else then.day).isoformat()
    except ValueError:
        return day


def _framed(then: Report) -> Iterator[Entity]:
    for entity in then.entities():
        match entity:
            case ReportInfo():
                start, end = a_year_on(entity.period_start), a_year_on(entity.period_end)
                title, left_open = _titled_a_year_on(entity), dict.fromkeys(OF_THE_SESSION, "")
                yield replace(entity, title=title, period_start=start, period_end=end, **left_open)
            case Section():
                yield entity
            case Output():
                yield replace(entity, components=tuple(map(_empty, entity.components)))
            case _:
                pass  # comments and waivers are about last year's words, and what was kept beside it is older still


def _titled_a_year_on(info: ReportInfo) -> str:
    """The title with the years of the report's period each a year later: "2016/17", "from 1 July 2016 to …"."""
    years = {info.period_start[:4], info.period_end[:4]}

    def later(found: re.Match[str]) -> str:
        if found["year"] not in years:
            return found[0]
        short = f"{found['between']}{(int(found['short']) + 1) % 100:02}" if found["short"] else ""
        return f"{int(found['year']) + 1}{short}"

    return YEAR.sub(later, info.title)


def _empty(figure: Component) -> Component:
    return Component(figure.id, label=figure.label, planned=figure.planned)
