"""Calendars in the look of the program: Qt's own has red days of rest and arrows of its own."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QToolButton

from rbb_editor.gui.look.icons import icon

ARROWS = (("qt_calendar_prevmonth", "chevron-left"), ("qt_calendar_nextmonth", "chevron-right"))


def dress_calendar(calendar: QCalendarWidget) -> None:
    """Days of rest are days like others, the arrows have the colour of the text, no weeks are counted."""
    colour, pale = calendar.palette().text().color(), calendar.palette().mid().color()
    plain = QTextCharFormat()
    plain.setForeground(colour)
    for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        calendar.setWeekdayTextFormat(day, plain)
    calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
    for button, name in ARROWS:
        found = calendar.findChild(QToolButton, button)
        if found is not None:
            found.setIcon(icon(name, colour.name(), pale.name(), mirrored=calendar.isRightToLeft()))
