"""What stands in place of the table when it has no rows: what is so, why, one button, one link. Never a picture."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from rbb_editor.domain.text import N_, Text
from rbb_editor.gui.nesting import nest
from rbb_editor.gui.panels.parts import link
from rbb_editor.i18n import Translator


class EmptyPane(QWidget):
    """`wanted(name)`: the button or the link of a state was pressed: "clear", "next", "add_output", …"""

    wanted = Signal(str)

    def __init__(self, tr: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tr = tr
        self.setProperty("pane", "sunken")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.sentence = QLabel()
        self.sentence.setProperty("role", "strong")
        self.why = QLabel()
        self.why.setProperty("role", "note")
        self.button = QPushButton()
        self.link = link("")
        for label in (self.sentence, self.why):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.button.clicked.connect(self._press_button)
        self.link.clicked.connect(self._press_link)
        self._names = ("", "")
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.button)
        row.addWidget(self.link)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.addStretch(2)
        column.addWidget(self.sentence)
        column.addWidget(self.why)
        column.addSpacing(6)
        nest(column, row)
        column.addStretch(3)

    def show_filtered(self, hidden: int) -> None:
        """Nothing passes the filter."""
        text = Text.of(
            N_("The filter hides {count} row of this table."),
            plural=N_("The filter hides {count} rows of this table."),
            count=hidden,
        )
        self._show(N_("No row here passes the filter"), text, ("clear", N_("Clear the filter")), NEXT)

    def show_no_outputs(self, *, writable: bool) -> None:
        """The accomplishment has no rows yet."""
        text = Text.of(N_("A row is one planned output with what was completed and why it differs."))
        add = ("add_output", N_("Add a planned output")) if writable else ("", "")
        self._show(N_("No planned outputs yet"), text, add, NEXT)

    def show_no_sections(self, *, writable: bool, in_section: bool) -> None:
        """A report, or a department or office, without accomplishments."""
        if in_section:
            text = Text.of(N_("Planned outputs stand under expected accomplishments."))
            add = ("add_accomplishment", N_("Add an accomplishment")) if writable else ("", "")
            self._show(N_("No expected accomplishments here yet"), text, add, ("", ""))
            return
        text = Text.of(N_("Begin with a department, import last year’s addendum, or roll it forward."))
        add = ("add_department", N_("Add a department")) if writable else ("", "")
        self._show(N_("This report has no departments yet"), text, add, ("import", N_("Import…")))

    def show_nothing_counted(self) -> None:
        """A report without any figure has nothing that an overview could show."""
        text = Text.of(N_("The overview counts how the planned outputs of the departments came out."))
        self._show(N_("No figures to count yet"), text, ("edit_view", N_("Show the table")), ("", ""))

    def _show(self, sentence: str, why: Text, button: tuple[str, str], second: tuple[str, str]) -> None:
        self.sentence.setText(self._tr(sentence))
        self.why.setText(self._tr(why))
        self._names = (button[0], second[0])
        for widget, (name, words) in ((self.button, button), (self.link, second)):
            widget.setVisible(bool(name))
            widget.setText(self._tr(words))
            widget.setAccessibleName(self._tr(words))

    def _press_button(self) -> None:
        self.wanted.emit(self._names[0])

    def _press_link(self) -> None:
        self.wanted.emit(self._names[1])


NEXT = ("next", N_("Next problem in the report (F8)"))
