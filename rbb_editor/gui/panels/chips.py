"""The filter chips above the table: the usual ones always, further ones while they are chosen, all with counts."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time

from msgspec import Struct
from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QWidget

from rbb_editor.domain.text import N_, Text
from rbb_editor.gui.actions import ACTIONS
from rbb_editor.gui.look.theme import Theme
from rbb_editor.gui.panels.filters import BY_KEY, CHANGED, CHOICES
from rbb_editor.gui.panels.flow import Flow
from rbb_editor.gui.panels.parts import link
from rbb_editor.gui.panels.signs import sign_icon
from rbb_editor.i18n import Translator
from rbb_editor.project.tally import ALL, MINE

BESIDE = 3
"""Pixels above and below the chips: the search field beside them is higher by that."""


class Since(Struct, frozen=True):
    """The time from which changes count, and its words on the chip."""

    time: datetime
    text: Text

    @classmethod
    def day(cls, day: date) -> "Since":
        """The beginning of a day where the user is."""
        start = datetime.combine(day, time.min).astimezone(UTC)
        if day == date.today():  # noqa: DTZ011  (the user's own day)
            return cls(start, Text.of(N_("Changed today")))
        return cls(start, Text.of(N_("Changed since {date}"), date=day.isoformat()))

    @classmethod
    def opening(cls, at: datetime) -> "Since":
        """When the report was last open before."""
        return cls(at, Text.of(N_("Changed since it was last open")))


class Chips(QWidget):
    """`changed()`: others are chosen. Several outcomes, and several severities, are any of them; all else is all of it.

    The widget itself is the row of the usual chips, which wraps where there is no room; `further` is the row of the
    others, hidden while none is chosen.
    """

    changed = Signal()

    def __init__(self, say: Translator, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._say, self._theme = say, theme
        self._counts: Mapping[str, int] = {}
        self._chips: dict[str, QPushButton] = {}
        self.since: Since | None = None
        self.last_open: datetime | None = None
        row = Flow(6)
        row.setContentsMargins(0, BESIDE, 0, BESIDE)
        self.setLayout(row)
        self.further = QWidget(parent)
        below = Flow(6)
        self.further.setLayout(below)
        self.further.hide()
        self._below = below
        for choice in CHOICES:
            if choice.always:
                row.addWidget(self._chip_of(choice.key))
        self.more = self._chip(self)
        self.more.setCheckable(False)
        self.more.setText(say(N_("More")))
        self.more.setAccessibleName(say(N_("Further filters")))
        self.more.setToolTip(say(N_("Further filters")))
        self.more.clicked.connect(self._offer)
        row.addWidget(self.more)
        self._clear = link(say(N_("Clear the filter")))
        self._clear.clicked.connect(self.clear)
        below.addWidget(self._clear)
        self._chips[ALL].setChecked(True)
        self.show_counts({})
        self.more.setIcon(theme.icon("chevron-down", "text2"))
        self._turn_arrow()

    def changeEvent(self, event: QEvent) -> None:
        """A report in another direction turns the chips."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LayoutDirectionChange:
            self._turn_arrow()

    def _turn_arrow(self) -> None:
        """Puts the arrow behind the word, where a button with a menu has it."""
        right = self.isRightToLeft()
        self.more.setLayoutDirection(Qt.LayoutDirection.LeftToRight if right else Qt.LayoutDirection.RightToLeft)

    # asking

    def chosen(self) -> frozenset[str]:
        """The keys of the chosen filters; ALL alone where there is none."""
        found = frozenset(key for key, chip in self._chips.items() if key != ALL and chip.isChecked())
        return found or frozenset({ALL})

    # choosing

    def choose(self, *keys: str) -> None:
        """Chooses these filters and no others."""
        before = self.chosen()
        wanted = frozenset(keys) or frozenset({ALL})
        for key in wanted:
            self._chip_of(key)
        for key, chip in self._chips.items():
            chip.blockSignals(True)
            chip.setChecked(key in wanted)
            chip.blockSignals(False)
        if CHANGED not in wanted:
            self.since = None
        self._settle()
        if before != self.chosen():
            self.changed.emit()

    def clear(self) -> None:
        """Chooses all."""
        self.choose(ALL)

    def choose_since(self, since: Since) -> None:
        """Adds: only what has changed since a time."""
        before = self.since
        self.since = since
        if CHANGED not in self.chosen():
            self.choose(*(self.chosen() - {ALL}), CHANGED)
        elif before != since:
            self._settle()
            self.changed.emit()

    # showing

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """The numbers on the chips, by the keys of the tally."""
        self._counts = dict(counts)
        for key, chip in self._chips.items():
            choice = BY_KEY[key]
            count = counts.get(choice.key, 0)
            words = self.since.text if choice.key == CHANGED and self.since is not None else choice.text
            gap = " " if choice.sign else ""  # on both sides where the words may run against the layout
            chip.setText(f"{gap}{self._say(words)}  {count}{gap if self.isRightToLeft() else ''}")
            one, several = N_("Show only: {filter}, {count} figure"), N_("Show only: {filter}, {count} figures")
            chip.setAccessibleName(self._say(Text.of(one, several, filter=words, count=count)))

    def recolour(self) -> None:
        """Takes the icons in the colours of the theme."""
        for key, chip in self._chips.items():
            chip.setIcon(sign_icon(BY_KEY[key].sign, self._theme.tokens))
        self.more.setIcon(self._theme.icon("chevron-down", "text2"))

    def _chip_of(self, key: str) -> QPushButton:
        """The chip of a filter; a further one is made when it is first wanted."""
        if key not in self._chips:
            choice = BY_KEY[key]
            chip = self._chips[key] = self._chip(self if choice.always else self.further)
            chip.setIcon(sign_icon(choice.sign, self._theme.tokens))
            chip.setToolTip(self._tip(key))
            chip.setStatusTip(self._tip(key))
            chip.toggled.connect(self._toggled)
            if not choice.always:
                self._below.addWidget(chip)
                chip.hide()
                self.show_counts(self._counts)
        return self._chips[key]

    def _chip(self, parent: QWidget) -> QPushButton:
        chip = QPushButton(parent)  # of its row from the start: else it would be shown as a window of its own
        chip.setProperty("kind", "chip")
        chip.setCheckable(True)
        chip.setIconSize(QSize(14, 14))
        chip.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard in the rows
        chip.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        return chip

    def _tip(self, key: str) -> str:
        """What the filter shows, and the keys that choose it alone."""
        action = next((each for each in ACTIONS if each.filter == key), None)
        if action is None:
            return ""
        keys = QKeySequence(action.keys).toString(QKeySequence.SequenceFormat.NativeText) if action.keys else ""
        return f"{self._say(action.tip)} ({keys})" if keys else self._say(action.tip)

    def _toggled(self, chosen: bool) -> None:
        key = next(key for key, chip in self._chips.items() if chip is self.sender())
        if key == ALL:
            self.choose(ALL)
            if not chosen:
                self._settle()
            return
        keys = self.chosen() - {ALL}
        if key == CHANGED and not chosen:
            self.since = None
        self._chips[ALL].blockSignals(True)
        self._chips[ALL].setChecked(not keys)
        self._chips[ALL].blockSignals(False)
        self._settle()
        self.changed.emit()

    def _settle(self) -> None:
        """Shows the further chips that are chosen, and All where none is."""
        chosen = self.chosen()
        self._chips[ALL].blockSignals(True)
        self._chips[ALL].setChecked(ALL in chosen)
        self._chips[ALL].blockSignals(False)
        further = [key for key in chosen if not BY_KEY[key].always]
        for key, chip in self._chips.items():
            if not BY_KEY[key].always:
                chip.setVisible(key in further)
        if further:  # the way back stands behind them
            self._below.removeWidget(self._clear)
            self._below.addWidget(self._clear)
        self.further.setVisible(bool(further))
        self.show_counts(self._counts)

    # the menu of the others

    def _offer(self) -> None:
        menu = self.menu()
        menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def menu(self) -> QMenu:
        """The further filters, each with its count, to be added or taken away."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        for choice in CHOICES:
            if choice.always or choice.key == CHANGED:
                continue
            chip = self._chip_of(choice.key)
            count = f"\t{self._counts.get(choice.key, 0)}" if choice.key != MINE or chip.isChecked() else ""
            action = menu.addAction(f"{self._say(choice.text)}{count}".replace("&", "&&"))
            action.setIcon(chip.icon())
            action.setCheckable(True)
            action.setChecked(chip.isChecked())
            action.toggled.connect(chip.setChecked)
        menu.addSeparator()
        menu.addAction(self._say(N_("Changed today"))).triggered.connect(self.since_today)
        last = menu.addAction(self._say(N_("Changed since it was last open")))
        last.triggered.connect(self.since_opening)
        last.setEnabled(self.last_open is not None)
        menu.addAction(self._say(N_("Changed since a day…"))).triggered.connect(self.since_a_day)
        return menu

    def since_today(self) -> None:
        """Shows what has changed today."""
        self.choose_since(Since.day(date.today()))  # noqa: DTZ011  (the user's own day)

    def since_opening(self) -> None:
        """Shows what has changed since the report was last open, where that is known."""
        if self.last_open is not None:
            self.choose_since(Since.opening(self.last_open))

    def since_a_day(self) -> None:
        """Asks for a day, and shows what has changed since it began."""
        from rbb_editor.gui.dialogs.choose_day import ChooseDay

        dialog = ChooseDay(N_("Changed since"), date.today(), self._say, self.window())  # noqa: DTZ011
        dialog.decided.connect(self._since_day)
        dialog.open()

    def _since_day(self, day: date) -> None:
        self.choose_since(Since.day(day))
