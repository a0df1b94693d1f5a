"""Periods read out of a title in any of the languages: "1 July 2016 to 30 June 2017"."""

import re
from datetime import date
from functools import cache

from rbb_editor import resources
from rbb_editor.domain.phrases import NOTHING

MONTHS = ("months", "other_months")
"""The keys of the twelve names in a language's wordings."""
CHINESE = re.compile(r"(?P<year>\d{4})\s*年\s*(?P<month>\d{1,2})\s*月\s*(?P<day>\d{1,2})\s*日")
DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩", "0123456789")


@cache
def _months() -> dict[str, int]:
    """The names of the months in all languages."""
    names = [resources.wordings(code).get(key, ()) for code in resources.language_codes() for key in MONTHS]
    return {name.casefold(): number for twelve in names for number, name in enumerate(twelve, start=1)}


@cache
def _worded() -> re.Pattern[str]:
    """A date with the name of its month, with or without the year."""
    names = "|".join(sorted(map(re.escape, _months()), key=len, reverse=True)) or NOTHING
    of = {word for code in resources.language_codes() for word in resources.wordings(code).get("of_date", ())}
    joint = "|".join(sorted(map(re.escape, of), key=len, reverse=True)) or NOTHING
    return re.compile(
        rf"(?P<day>\d{{1,2}})(?:\s{{0,3}}(?:er|º|°|st|nd|rd|th))?\s{{1,3}}+(?=[^\W\d_])"
        rf"(?:(?:{joint})\s+)?(?P<month>{names})(?:/\w+)?"
        rf"(?:\s+(?:{joint}))?,?(?:\s+(?P<year>\d{{4}}))?",
        re.IGNORECASE,
    )


def period(text: str) -> tuple[str, str] | None:
    """The first two dates of a text as ISO dates, the earlier first; None where there are no two."""
    plain = text.translate(DIGITS)
    found: list[tuple[int, int | None, int, int]] = [
        (match.start(), int(match["year"]), int(match["month"]), int(match["day"])) for match in CHINESE.finditer(plain)
    ]
    for match in _worded().finditer(plain):
        year = int(match["year"]) if match["year"] else None
        found.append((match.start(), year, _months()[match["month"].casefold()], int(match["day"])))
    found.sort()
    if len(found) < 2:
        return None
    (_, first_year, *first), (_, second_year, *second) = found[:2]
    if second_year is None:
        return None
    dates = [_iso(first_year or second_year, *first), _iso(second_year, *second)]
    return (dates[0], dates[1]) if all(dates) and dates[0] < dates[1] else None


def _iso(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""
