"""Dates as the interface says them."""

from datetime import UTC, date, datetime

import pytest

from rbb_editor.gui.days import day, short_date
from rbb_editor.i18n import Translator

A_DAY = date(2026, 11, 5)


@pytest.mark.parametrize(("language", "said"), [("en", "5 Nov 2026"), ("zh", "2026年11月5日"), ("fr", "5 nov. 2026")])
def test_a_short_date_cannot_be_taken_for_another_day(language: str, said: str):
    assert short_date(A_DAY, Translator(language)) == said


@pytest.mark.parametrize("short", [False, True])
def test_figures_are_western_in_arabic_too(short: bool):
    said = day(datetime(2026, 11, 5, 12, tzinfo=UTC), Translator("ar"), short=short, today=date(2026, 12, 1))
    assert "5" in said
    assert "2026" in said
    assert not any("\u0660" <= letter <= "\u0669" for letter in said)


def test_today_and_yesterday_have_names():
    noon = datetime(2026, 11, 5, 12, tzinfo=UTC)
    assert day(noon, Translator(), today=date(2026, 11, 5)) == "Today"
    assert day(noon, Translator(), today=date(2026, 11, 6)) == "Yesterday"
