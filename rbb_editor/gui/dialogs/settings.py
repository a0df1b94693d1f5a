"""The settings that a user is asked about; they take effect without a restart."""

from collections.abc import Callable

from PySide6.QtWidgets import QComboBox, QDialog, QFormLayout, QLabel, QLineEdit, QWidget

from rbb_editor import resources, settings
from rbb_editor.domain.text import N_
from rbb_editor.gui.dialogs.parts import prepare
from rbb_editor.gui.session import Session
from rbb_editor.i18n import Translator, interface_languages


class SettingsDialog(QDialog):
    """Language of the interface, colours, name. `apply` is called once they are stored."""

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
        ):
            assert setting.title is not None
            label = QLabel(say(setting.title))
            label.setBuddy(field)
            field.setAccessibleName(say(setting.title))
            field.setMinimumWidth(240)
            form.addRow(label, field)
        prepare(self, N_("Settings"), content, say, N_("OK"))

    def accept(self) -> None:
        """Stores and applies them."""
        self._session.put(settings.LANGUAGE, self.language.currentData())
        self._session.put(settings.THEME, self.theme.currentData())
        self._session.put(settings.AUTHOR, self.author.text().strip())
        super().accept()
        self._apply()


def own_name(code: str) -> str:
    """What a language calls itself; its code where we know no name."""
    return resources.language(code).name if code in resources.language_codes() else code
