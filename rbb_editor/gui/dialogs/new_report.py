"""What a new report needs to begin: its language; symbol, title and period where they are known."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QDialog, QFormLayout, QLabel, QLineEdit, QWidget

from rbb_editor import resources
from rbb_editor.domain.entities import ReportInfo
from rbb_editor.domain.text import N_
from rbb_editor.gui.dialogs.parts import prepare
from rbb_editor.gui.guarded import guard
from rbb_editor.gui.menus import without_mnemonic
from rbb_editor.i18n import Translator


class NewReport(QDialog):
    """`decided(ReportInfo)`: go on with this front matter."""

    decided = Signal(object)

    def __init__(self, parent: QWidget, say: Translator) -> None:
        super().__init__(parent)
        self.language = QComboBox()
        for code in resources.language_codes():
            self.language.addItem(resources.language(code).name, code)
        self.language.setCurrentIndex(max(0, self.language.findData(say.language)))
        self.symbol = QLineEdit()
        guard(self.symbol)
        self.symbol.setPlaceholderText("A/72/701/Add.1")
        self.title = QLineEdit()
        guard(self.title)
        content = QWidget()
        form = QFormLayout(content)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(12)
        for words, field in (
            (N_("&Language of the report"), self.language),
            (N_("&Symbol"), self.symbol),
            (N_("&Title"), self.title),
        ):
            label = QLabel(say(words))
            label.setBuddy(field)
            field.setMinimumWidth(320)
            field.setAccessibleName(without_mnemonic(say(words)))
            form.addRow(label, field)
        prepare(self, N_("New report"), content, say, N_("Save as…"))
        self.symbol.setFocus()

    def accept(self) -> None:
        """Says what was chosen."""
        super().accept()
        self.decided.emit(
            ReportInfo(
                language=self.language.currentData(),
                symbol=self.symbol.text().strip(),
                title=self.title.text().strip(),
            )
        )
