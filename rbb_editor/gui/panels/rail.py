"""The rail that the inspector folds to in a small window: a button for each page, with its count."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QToolButton, QVBoxLayout, QWidget

from rbb_editor.domain.text import N_
from rbb_editor.gui.look.theme import Theme
from rbb_editor.gui.panels.inspector import TABS
from rbb_editor.i18n import Translator

WIDTH = 40


class Rail(QWidget):
    """The folded inspector: one button for each page, findings and comments with their count. `pressed(key)`."""

    pressed = Signal(str)

    def __init__(self, tr: Translator, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tr = tr
        self._theme = theme
        self.setFixedWidth(WIDTH)
        self.setProperty("pane", "chrome")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(tr(N_("Inspector")))
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        self._buttons: dict[str, QToolButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 8)
        column.setSpacing(8)
        for at, tab in enumerate(TABS):
            button = QToolButton(self)
            button.setIconSize(QSize(18, 18))
            button.setProperty("kind", "rail")
            button.setFixedWidth(WIDTH)
            button.setToolTip(tr(tab.text))
            button.setAccessibleName(tr(tab.text))
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self._group.addButton(button, at)
            self._buttons[tab.key] = button
            column.addWidget(button)
        column.addStretch(1)
        self._group.idClicked.connect(self._clicked)
        self.recolour()
        theme.changed.connect(self.recolour)

    def recolour(self) -> None:
        """Takes the icons in the colours of the theme."""
        for tab in TABS:
            self._buttons[tab.key].setIcon(self._theme.icon(tab.icon, "text2"))

    def show_worst(self, severity: str) -> None:
        """The number of findings in the colour of the worst of them; "" for none."""
        button = self._buttons["findings"]
        if (button.property("worst") or "") != severity:
            button.setProperty("worst", severity)
            button.style().unpolish(button)
            button.style().polish(button)

    def show_count(self, key: str, count: int) -> None:
        """How many findings or comments there are."""
        button = self._buttons[key]
        button.setText(str(count) if count else "")
        style = Qt.ToolButtonStyle.ToolButtonTextUnderIcon if count else Qt.ToolButtonStyle.ToolButtonIconOnly
        button.setToolButtonStyle(style)
        tab = next(tab for tab in TABS if tab.key == key)
        button.setAccessibleName(self._tr(tab.counted, count=count))

    def show_open(self, key: str | None) -> None:
        """Which page lies open over the table."""
        for each, button in self._buttons.items():
            button.setChecked(each == key)

    def _clicked(self, at: int) -> None:
        self.pressed.emit(TABS[at].key)
