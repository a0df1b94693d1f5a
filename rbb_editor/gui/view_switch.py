"""The switch in the middle of the toolbar: the report as a table to edit, at a glance, or as its printed pages."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from rbb_editor.domain.text import N_
from rbb_editor.gui.panels.parts import segments
from rbb_editor.i18n import Translator

VIEWS = (
    ("edit", N_("Edit"), N_("The report as a table (Ctrl+Alt+1)")),
    ("overview", N_("Overview"), N_("The whole report at a glance (Ctrl+Alt+2)")),
    ("page", N_("Page"), N_("The report as it is printed (Ctrl+Alt+3)")),
)


class ViewSwitch(QWidget):
    """`wanted(key)`: another view was chosen."""

    wanted = Signal(str)

    def __init__(self, tr: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        held, self._group = segments([(tr(text), tr(tip)) for _, text, tip in VIEWS], self)
        row.addWidget(held)
        for at, (key, _, _) in enumerate(VIEWS):
            self._group.button(at).setObjectName(key)
        self._group.idClicked.connect(self._clicked)

    def show_view(self, key: str) -> None:
        """Which view is shown."""
        for at, (each, _, _) in enumerate(VIEWS):
            if each == key:
                self._group.button(at).setChecked(True)

    def _clicked(self, at: int) -> None:
        self.wanted.emit(VIEWS[at][0])
