"""How long a report is: the words that are printed, kept up to date at every change.

Reports of the Secretariat are advised to stay within 8,500 words. A language that puts no spaces between words is
counted in characters: each sign that is no white space.
"""

from collections.abc import Callable

from rbb_editor.domain.change import Change
from rbb_editor.domain.entities import Entity
from rbb_editor.domain.report import Report
from rbb_editor.domain.wording import texts

ADVISED = 8_500
"""Words that a report should not exceed (a count with advice, not a bar)."""
RULE = "report-long"
"""The check that counts them too, whose threshold a report can set for itself."""


class Length:
    """The length of one report; nothing is counted before it is asked for."""

    def __init__(self, report: Report, is_spaced: Callable[[str], bool]) -> None:
        """`is_spaced`: whether there are spaces between the words of a language, by its code."""
        self._report = report
        self._is_spaced = is_spaced
        self._language = ""
        self._total = 0

    @property
    def in_characters(self) -> bool:
        """Whether characters are counted, and not words."""
        return not self._is_spaced(self._report.info.language)

    def advised(self) -> float | None:
        """The most words that are advised; None where the report wants no advice."""
        own = next((setting for setting in self._report.info.profile if setting.rule == RULE), None)
        if own is None:
            return ADVISED
        return (ADVISED if own.threshold is None else own.threshold) if own.on else None

    def total(self) -> int:
        """The words or characters of the whole report; counted anew where its language is another one."""
        if self._language != self._report.info.language:
            self._language = self._report.info.language
            self._total = sum(map(self._of, self._report.entities()))
        return self._total

    def follow(self, change: Change) -> None:
        """Counts what a change took away and brought, once the whole has been counted."""
        if self._language == self._report.info.language:
            self._total += sum(self._of(pair.after) - self._of(pair.before) for pair in change.pairs)

    def _of(self, entity: Entity | None) -> int:
        words = [word for *_, text in texts(entity) for word in text.split()] if entity is not None else []
        return sum(map(len, words)) if self.in_characters else len(words)
