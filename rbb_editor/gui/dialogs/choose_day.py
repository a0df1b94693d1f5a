"""Asks for a day."""

from datetime import date

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QCalendarWidget, QDialog, QWidget

from rbb_editor.domain.text import N_
from rbb_editor.gui.dialogs.parts import prepare
from rbb_editor.gui.look.calendars import dress_calendar
from rbb_editor.i18n import Translator


class ChooseDay(QDialog):
    """`decided(date)`: this day; none after today can be chosen."""

    decided = Signal(object)

    def __init__(self, title: str, day: date, say: Translator, parent: QWidget) -> None:
        super().__init__(parent)
        self.calendar = QCalendarWidget()
        self.calendar.setAccessibleName(say(title))
        self.calendar.setMaximumDate(QDate.currentDate())
        self.calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        self.calendar.activated.connect(self.accept)
        dress_calendar(self.calendar)
        prepare(self, title, self.calendar, say, N_("Show"))
        self.accepted.connect(self._take)
        self.calendar.setFocus()

    def _take(self) -> None:
        chosen = self.calendar.selectedDate()
        self.decided.emit(date(chosen.year(), chosen.month(), chosen.day()))
