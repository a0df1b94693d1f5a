"""Asks for a day."""

from datetime import date

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QDialog, QToolButton, QWidget

from rbb_editor.domain.text import N_
from rbb_editor.gui.dialogs.parts import prepare
from rbb_editor.gui.look.icons import icon
from rbb_editor.i18n import Translator


class ChooseDay(QDialog):
    """`decided(date)`: this day; none after today can be chosen."""

    decided = Signal(object)

    def __init__(self, title: str, day: date, say: Translator, parent: QWidget) -> None:
        super().__init__(parent)
        self.calendar = QCalendarWidget()
        self.calendar.setAccessibleName(say(title))
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.calendar.setMaximumDate(QDate.currentDate())
        self.calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        self.calendar.activated.connect(self.accept)
        self._dress()
        prepare(self, title, self.calendar, say, N_("Show"))
        self.accepted.connect(self._take)
        self.calendar.setFocus()

    def _dress(self) -> None:
        """Days of rest are days like others, and the arrows have the colour of the text."""
        colour = self.palette().text().color()
        plain = QTextCharFormat()
        plain.setForeground(colour)
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.calendar.setWeekdayTextFormat(day, plain)
        for button, name in (("qt_calendar_prevmonth", "chevron-left"), ("qt_calendar_nextmonth", "chevron-right")):
            found = self.calendar.findChild(QToolButton, button)
            if found is not None:
                mirrored = self.isRightToLeft()
                found.setIcon(icon(name, colour.name(), self.palette().mid().color().name(), mirrored=mirrored))

    def _take(self) -> None:
        chosen = self.calendar.selectedDate()
        self.decided.emit(date(chosen.year(), chosen.month(), chosen.day()))
