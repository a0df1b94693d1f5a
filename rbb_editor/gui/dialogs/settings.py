"""The settings that a user is asked about; they take effect without a restart."""

import getpass
from collections.abc import Callable

from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QFormLayout, QLabel, QLineEdit, QWidget

from rbb_editor import resources, settings
from rbb_editor.domain.text import N_
from rbb_editor.gui.dialogs.parts import prepare
from rbb_editor.gui.menus import without_mnemonic
from rbb_editor.gui.session import Session
from rbb_editor.i18n import Translator, interface_languages

LEAST = 240
ARROW = 48
"""Pixels of a drop-down field beside its words."""


class SettingsDialog(QDialog):
    """Language of the interface, colours, name, type of the report. `apply` is called once they are stored."""

    def __init__(self, session: Session, say: Translator, apply: Callable[[], object], parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._apply = apply
        self.language = QComboBox()
        self.language.addItem(say(N_("As the system")), "")
        for code in interface_languages():
            self.language.addItem(own_name(code), code)
        self.theme = QComboBox()
        for value, words in settings.THEME.choices:
            self.theme.addItem(say(words), value)
        self.author = QLineEdit(session.get(settings.AUTHOR))
        self.author.setPlaceholderText(getpass.getuser())
        self.typeface = QComboBox()  # of names, not of samples: a list of all fonts set in themselves takes seconds
        self.typeface.addItem(say(N_("As the interface")), "")
        for family in sorted(QFontDatabase.families()):
            if not QFontDatabase.isPrivateFamily(family):
                self.typeface.addItem(family, family)
        self.typeface.setCurrentIndex(max(0, self.typeface.findData(session.get(settings.TEXT_FONT))))
        self.text_size = QComboBox()
        for percent, words in settings.TEXT_SIZE.choices:
            self.text_size.addItem(say(words), percent)
        self.text_size.setCurrentIndex(max(0, self.text_size.findData(session.get(settings.TEXT_SIZE))))
        self.language.setCurrentIndex(max(0, self.language.findData(session.get(settings.LANGUAGE))))
        self.theme.setCurrentIndex(max(0, self.theme.findData(session.get(settings.THEME))))
        content = QWidget()
        form = QFormLayout(content)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(12)
        for setting, field in (
            (settings.LANGUAGE, self.language),
            (settings.THEME, self.theme),
            (settings.AUTHOR, self.author),
            (settings.TEXT_FONT, self.typeface),
            (settings.TEXT_SIZE, self.text_size),
        ):
            assert setting.title is not None
            label = QLabel(say(setting.title))
            label.setBuddy(field)
            field.setAccessibleName(without_mnemonic(say(setting.title)))
            field.setMinimumWidth(width_of(field))
            form.addRow(label, field)
        assert settings.SPELLING.title is not None
        self.spelling = QCheckBox(say(settings.SPELLING.title))
        self.spelling.setChecked(session.get(settings.SPELLING))
        form.addRow("", self.spelling)
        prepare(self, N_("Settings"), content, say, N_("OK"))

    def accept(self) -> None:
        """Stores and applies them."""
        self._session.put(settings.LANGUAGE, self.language.currentData())
        self._session.put(settings.THEME, self.theme.currentData())
        self._session.put(settings.AUTHOR, self.author.text().strip())
        self._session.put(settings.TEXT_FONT, self.typeface.currentData())
        self._session.put(settings.TEXT_SIZE, self.text_size.currentData())
        self._session.put(settings.SPELLING, self.spelling.isChecked())
        super().accept()
        self._apply()


def width_of(field: QWidget) -> int:
    """The width of a field: room for the longest of its entries where it has some."""
    if not isinstance(field, QComboBox):
        return LEAST
    metrics = field.fontMetrics()
    return max([LEAST, *(metrics.horizontalAdvance(field.itemText(at)) + ARROW for at in range(field.count()))])


def own_name(code: str) -> str:
    """What a language calls itself; its code where we know no name."""
    return resources.language(code).name if code in resources.language_codes() else code
