"""Periods read out of a title, in six languages: "1 July 2016 to 30 June 2017"."""

import re
from datetime import date

MONTHS: dict[str, tuple[str, ...]] = {
    "en": (
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ),
    "fr": (
        "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
        "décembre",
    ),
    "es": (
        "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre",
        "diciembre",
    ),
    "ru": (
        "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября",
        "декабря",
    ),
    "ar": (
        "يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيه", "يوليه", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر",
    ),
    "ar2": (
        "كانون الثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران", "تموز", "آب", "أيلول", "تشرين الأول", "تشرين الثاني",
        "كانون الأول",
    ),
}  # fmt: skip
NUMBERS = {name: number for names in MONTHS.values() for number, name in enumerate(names, start=1)}
_NAMES = "|".join(sorted(NUMBERS, key=len, reverse=True))
WORDED = re.compile(
    rf"(?P<day>\d{{1,2}})\s*(?:er|º|°|st|nd|rd|th)?\s+(?:de\s+)?(?P<month>{_NAMES})(?:/\w+)?(?:\s+(?:de|del))?,?"
    rf"(?:\s+(?P<year>\d{{4}}))?",
    re.IGNORECASE,
)
CHINESE = re.compile(r"(?P<year>\d{4})\s*年\s*(?P<month>\d{1,2})\s*月\s*(?P<day>\d{1,2})\s*日")
DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩", "0123456789")


def period(text: str) -> tuple[str, str] | None:
    """The first two dates of a text as ISO dates, the earlier first; None where there are no two."""
    plain = text.translate(DIGITS)
    found: list[tuple[int, int | None, int, int]] = [
        (match.start(), int(match["year"]), int(match["month"]), int(match["day"])) for match in CHINESE.finditer(plain)
    ]
    for match in WORDED.finditer(plain):
        year = int(match["year"]) if match["year"] else None
        found.append((match.start(), year, NUMBERS[match["month"].casefold()], int(match["day"])))
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
