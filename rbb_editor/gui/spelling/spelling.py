"""The spelling of one open report: which words are wrong, what the user has said of them, and where they are marked."""

import json
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from rbb_editor import settings
from rbb_editor.domain.text import Text
from rbb_editor.gui.look.theme import Theme
from rbb_editor.gui.session import Session
from rbb_editor.gui.spelling.asking import Asking
from rbb_editor.gui.spelling.marks import SpellMarks
from rbb_editor.i18n import Translator
from rbb_editor.project import Project
from rbb_editor.project.spelling import find_speller, known_words, lacking, words_in

if TYPE_CHECKING:
    from rbb_editor.gui.table.view import TableView


class Spelling(QObject):
    """`changed()`: other words are wrong than before. Hunspell is started when the first word is looked at."""

    changed = Signal()

    def __init__(self, project: Project, session: Session, say: Translator, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self.say, self.theme = say, theme
        self._project, self._session = project, session
        self._asking: Asking | None = None
        self._language = ""
        self._ignored: set[str] = set()
        self._known: tuple[object, frozenset[str]] | None = None

    @property
    def on(self) -> bool:
        """Whether editors mark spelling."""
        return self._session.get(settings.SPELLING)

    def switch(self, on: bool) -> None:
        """Switches the marks in editors on or off."""
        self._session.put(settings.SPELLING, on)
        self.changed.emit()

    def lack(self) -> Text | None:
        """What is missing for the language of the report, in a sentence."""
        return lacking(self._project.report.info.language)

    def attach(self, editor: QTextEdit | QPlainTextEdit) -> None:
        """Gives an editor spelling marks and their menu, where it has none yet."""
        if editor.findChild(SpellMarks) is None:
            SpellMarks(editor, self)

    def attach_all(self, page: QWidget) -> None:
        """Gives the fields of several lines in a page spelling marks."""
        for field in page.findChildren(QPlainTextEdit):
            self.attach(field)

    def toggle(self, table: "TableView") -> bool:
        """Shows or hides spelling marks in the rows of a table; whether they are shown now."""
        table.misspelled = None if table.misspelled else partial(self.wrong, always=True)
        table.viewport().update()
        return table.misspelled is not None

    def wrong(self, text: str, *, always: bool = False) -> Iterator[tuple[int, int]]:
        """Where wrong words stand in a text, as far as is known; `always`: also where the marks are switched off.

        The other words are asked about; `changed` comes when they are answered.
        """
        asking = self._speller() if always or self.on else None
        if asking is None:
            return
        places = list(words_in(text, self._language, self._right()))
        asking.ask(text[start:end] for start, end in places)
        yield from (place for place in places if asking.is_wrong(text[slice(*place)]))

    def suggestions(self, word: str) -> tuple[str, ...]:
        """What could stand in the place of a wrong word."""
        return self._asking.suggestions(word) if self._asking is not None else ()

    def add(self, word: str, _checked: bool = False) -> None:
        """The word is right in all reports of this language from now on."""
        words = {**self._own(), self._language: sorted({*self._own().get(self._language, ()), word})}
        self._session.put(settings.SPELLING_WORDS, json.dumps(words, ensure_ascii=False))
        self._known = None
        self.changed.emit()

    def ignore(self, word: str, _checked: bool = False) -> None:
        """The word is right until the report is closed."""
        self._ignored.add(word)
        self._known = None
        self.changed.emit()

    def close(self) -> None:
        """Ends Hunspell."""
        if self._asking is not None:
            self._asking.close()
            self._asking = None

    def _own(self) -> dict[str, list[str]]:
        """The user's own words by language; none where something else is stored."""
        try:
            found = json.loads(self._session.get(settings.SPELLING_WORDS))
        except ValueError:
            return {}
        return found if isinstance(found, dict) else {}

    def _right(self) -> frozenset[str]:
        abbreviations = self._project.report.info.abbreviations
        if self._known is None or self._known[0] is not abbreviations:
            more = (*self._own().get(self._language, ()), *self._ignored)
            self._known = (abbreviations, known_words(self._project.report, more))
        return self._known[1]

    def _speller(self) -> Asking | None:
        language = self._project.report.info.language
        if language != self._language:
            self.close()
            self._language, self._known = language, None
            speller = find_speller(language)
            if speller is not None:
                self._asking = Asking(speller, self)
                self._asking.answered.connect(self.changed)
                self._asking.ended.connect(self._ended)
        return self._asking

    def _ended(self) -> None:
        """It has broken down: there are no marks until the report is opened again."""
        if self._asking is not None:
            self._asking.deleteLater()
            self._asking = None
            self.changed.emit()
