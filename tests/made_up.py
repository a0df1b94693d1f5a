"""A small report that tests can read at a glance; ids are names."""

from datetime import UTC, datetime

from rbb_editor.domain import rank
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
from rbb_editor.domain.report import Report

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
RANKS = rank.spread(5)


def small_report() -> Report:
    """Two departments: A with offices a and b, B with none; four accomplishments; five outputs; notes on some.

    Reading order: A, a, a11 (letters, visits, issue), a21 (none), b, b11 (online), B, B11 (posts).
    """
    info = ReportInfo(
        language="en",
        symbol="A/99/1/Add.1",
        title="Budget performance of a made-up mission (MUM)",
        notes=(Note("*", "Made up."),),
        abbreviations=(Abbreviation("MUM", "Made-up Mission"),),
    )
    sections = [
        Section("A", Level.DEPARTMENT, None, RANKS[0], "A", "Department of Letters"),
        Section("a", Level.OFFICE, "A", RANKS[0], "a", "Office of the Postmaster"),
        Section("a11", Level.ACCOMPLISHMENT, "a", RANKS[0], "1.1", "Letters arrive"),
        Section("a21", Level.ACCOMPLISHMENT, "a", RANKS[1], "2.1", "Letters are read"),
        Section("b", Level.OFFICE, "A", RANKS[1], "b", "Office of Stamps"),
        Section("b11", Level.ACCOMPLISHMENT, "b", RANKS[0], "1.1", "Stamps stick"),
        Section("B", Level.DEPARTMENT, None, RANKS[1], "B", "Department of Parcels"),
        Section("B11", Level.ACCOMPLISHMENT, "B", RANKS[0], "1.1", "Parcels are wrapped"),
    ]
    outputs = [
        Output(
            "letters", "a11", RANKS[0], "40 letters to Member States", (_c("letters1", "35", "35 letters were sent"),)
        ),
        Output(
            "visits",
            "a11",
            RANKS[1],
            "2 visits and 3 workshops",
            (
                _c("visits1", "2", "2 visits were made"),
                _c("visits2", "5", "5 workshops were held", "The higher output was due to additional requests"),
            ),
        ),
        Output("issue", "a11", RANKS[2], "1 report on letters", (_c("issue1", "1", "The report was issued"),)),
        Output("online", "b11", RANKS[0], "Maintenance of the stamp catalogue", (_c("online1", "Yes", "It was"),)),
        Output("posts", "B11", RANKS[0], "10 posts", (_c("posts1", "", ""),)),
    ]
    notes: list[Entity] = [
        Comment("c1", "letters", "Why fewer?", "Reviewer", NOW, "letters1", "remarks", "35"),
        Comment("c2", "letters", "We shall say.", "Drafter", NOW, answers="c1"),
        Waiver("w1", "figure-missing", "posts", "Known to be late", "Officer", NOW, "posts1"),
    ]
    return Report([info, *sections, *outputs, *notes])


def _c(id: str, completed: str, remarks: str, explanation: str = "") -> Component:
    return Component(id, completed, remarks, explanation)


WHY = "The higher output was due to increased demand."


def outcomes_report(language: str = "en") -> Report:
    """A department with two accomplishments: met, exceeded, short with and without a reason, two figures in one."""
    outputs = (
        ("o1", "ea1", "85 outreach activities", [("101", "101 activities were conducted.", WHY)]),
        ("o2", "ea1", "10 visits to peacekeeping operations", [("6", "6 visits were made.", "")]),
        ("o3", "ea1", "60 oral briefings and 51 weekly briefings", [("50", "50 briefings.", ""), ("51", "", "")]),
        ("o4", "ea1", "1 report to the General Assembly", [("1", "Report A/71/587", "")]),
        ("o5", "ea2", "2 policies issued", [("", "", "")]),
    )
    return Report(
        [
            ReportInfo(language=language, symbol="A/72/701/Add.1"),
            Section("d", Level.DEPARTMENT, None, "h", "A", "Department of Peacekeeping Operations"),
            Section("ea1", Level.ACCOMPLISHMENT, "d", "h", "1.1", "Improved reporting"),
            Section("ea2", Level.ACCOMPLISHMENT, "d", "i", "2.1", "Rapid deployment"),
            *(
                Output(id, parent, f"h{at + 1}", text, tuple(Component(f"{id}c{n}", *c) for n, c in enumerate(figures)))
                for at, (id, parent, text, figures) in enumerate(outputs)
            ),
        ]
    )
