"""Days and times as the interface says them."""

from datetime import date, datetime

from PySide6.QtCore import QDate, QLocale

from rbb_editor.domain.text import N_
from rbb_editor.i18n import Translator

COUNTRIES = {"zh": "zh_CN", "en": "en_GB", "ar": "ar_AE"}
"""Whose dates a language has: for Arabic those of a country that writes Western figures."""
SHORT = {"zh": "yyyy年M月d日"}
"""How a date is written in short, where that is not "25 Nov 2026"."""


def locale_of(language: str) -> QLocale:
    """What Qt knows of a language of the interface."""
    return QLocale(COUNTRIES.get(language, language))


def day(time: datetime, say: Translator, *, short: bool = False, today: date | None = None) -> str:
    """The day of a moment: "Today", "Yesterday", else its date in the language of the interface, in full or `short`."""
    then = time.astimezone().date()
    ago = ((today or datetime.now().astimezone().date()) - then).days
    if ago in (0, 1):
        return say(N_("Yesterday") if ago else N_("Today"))
    if short:
        return short_date(then, say)
    return locale_of(say.language).toString(QDate(then.year, then.month, then.day), QLocale.FormatType.LongFormat)


def short_date(day: date, say: Translator) -> str:
    """A date in short: "25 Nov 2026"."""
    form = SHORT.get(say.language, "d MMM yyyy")
    return locale_of(say.language).toString(QDate(day.year, day.month, day.day), form)


def moment(time: datetime, say: Translator) -> str:
    """A day in short and the time of day: "25 Nov 2026, 09:30"."""
    return say(N_("{day}, {time}"), day=day(time, say, short=True), time=clock(time))


def clock(time: datetime) -> str:
    """The time of day of a moment."""
    return time.astimezone().strftime("%H:%M")
