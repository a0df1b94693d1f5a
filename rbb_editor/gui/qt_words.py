"""The words that Qt itself says: file dialogs, the menu of a text field, names of days. They follow our language."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator

from rbb_editor.gui.days import COUNTRIES, locale_of


class QtWords(QObject):
    """Holds Qt's catalogue of the language spoken now."""

    def __init__(self, app: QCoreApplication) -> None:
        super().__init__(app)
        self._app = app
        self._catalogue: QTranslator | None = None

    def speak(self, language: str) -> None:
        """Speaks another language, English where Qt has no catalogue of it."""
        if self._catalogue is not None:
            self._app.removeTranslator(self._catalogue)
            self._catalogue.deleteLater()
            self._catalogue = None
        name = COUNTRIES.get(language, language)
        QLocale.setDefault(locale_of(language))
        if language == "en":
            return
        made = QTranslator(self)
        if made.load(f"qtbase_{name}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
            self._app.installTranslator(made)
            self._catalogue = made
        else:
            made.deleteLater()
