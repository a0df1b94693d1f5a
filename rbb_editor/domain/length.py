"""How long a report is: the words that are printed, kept up to date at every change.

Reports of the Secretariat are advised to stay within 8,500 words. Chinese is counted in characters, as it puts no
spaces between words: each sign that is no white space.
"""

from collections.abc import Iterator

from rbb_editor.domain.change import Change
from rbb_editor.domain.entities import Entity, Output, ReportInfo, Section
from rbb_editor.domain.report import Report

ADVISED = 8_500
"""Words that a report should not exceed (a count with advice, not a bar)."""
IN_CHARACTERS = frozenset({"zh"})


class Length:
    """The length of one report; nothing is counted before `count` is called."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._language = ""
        self._total = 0

    @property
    def in_characters(self) -> bool:
        """Whether characters are counted, and not words."""
        return self._report.info.language in IN_CHARACTERS

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
        words = [word for text in _printed(entity) for word in text.split()]
        return sum(map(len, words)) if self.in_characters else len(words)


def _printed(entity: Entity | None) -> Iterator[str]:
    """The texts of an entity that are printed; comments and waivers are not."""
    match entity:
        case Output():
            yield entity.planned_text
            for each in entity.components:
                yield from (each.completed, each.remarks, each.explanation)
        case Section():
            yield from (entity.number, entity.title)
        case ReportInfo():
            yield from (entity.symbol, entity.session, entity.agenda_item, entity.agenda_title, entity.title)
            yield from (entity.author, entity.summary, entity.section_number, entity.section_title)
            yield from (each.text for each in entity.notes)
            for abbreviation in entity.abbreviations:
                yield from (abbreviation.short, abbreviation.long)
