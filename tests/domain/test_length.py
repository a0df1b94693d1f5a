"""The length of a report, counted once and kept up to date."""

from random import Random

from rbb_editor.domain.entities import Component, Level, Output, ReportInfo, Section
from rbb_editor.domain.length import Length
from rbb_editor.domain.report import Report
from tests.random_edits import random_change


def report(language: str, planned: str, remarks: str) -> Report:
    return Report(
        [
            ReportInfo(language=language),
            Section("d", Level.DEPARTMENT, None, "h", "A", ""),
            Section("a", Level.ACCOMPLISHMENT, "d", "h", "1.1", ""),
            Output("o", "a", "h", planned, (Component("c", "2 091", remarks, ""),)),
        ]
    )


def is_spaced(language: str) -> bool:
    return language != "zh"


def test_words_are_counted_and_chinese_in_characters():
    words = Length(report("en", "85 outreach activities", "  101\nactivities "), is_spaced)
    assert not words.in_characters
    assert words.total() == 3 + 2 + 2  # a figure is written with a space
    characters = Length(report("zh", "开展 85 次外联活动", "开展了\n活动"), is_spaced)
    assert characters.in_characters
    assert characters.total() == 9 + 4 + 5


def test_it_is_kept_up_to_date_at_every_change():
    held = report("en", "85 outreach activities", "Done.")
    length, chance = Length(held, is_spaced), Random(3)
    length.total()
    for _ in range(200):
        change = random_change(held, chance)
        if change is not None:
            held.apply(change)
            length.follow(change)
            assert length.total() == Length(held, is_spaced).total()
