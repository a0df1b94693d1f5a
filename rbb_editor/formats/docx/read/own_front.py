"""The front matter of a Word file that this program wrote, by the styles of its paragraphs."""

from rbb_editor.document.numbering import split_department, unprinted
from rbb_editor.domain import clean
from rbb_editor.domain.entities import Abbreviation, Note, ReportInfo
from rbb_editor.domain.language import Language
from rbb_editor.formats.docx import names
from rbb_editor.formats.docx.marks import Unprinted
from rbb_editor.formats.docx.read.body import Body
from rbb_editor.formats.docx.read.items import Line, Strip
from rbb_editor.formats.docx.read.own_cells import text_of
from rbb_editor.formats.docx.read.stream import note_lines

FIELDS = {
    names.SESSION[1]: "session",
    names.AGENDA_ITEM[1]: "agenda_item",
    names.AGENDA_TITLE[1]: "agenda_title",
    names.TITLE[1]: "title",
    names.AUTHOR[1]: "author",
    names.SUMMARY_TEXT[1]: "summary",
}
"""The field of the front matter that a paragraph of a style belongs to."""


def field_of(line: Line) -> str | None:
    """The field that a paragraph stands in; None outside the front matter."""
    return "section_title" if line.style == names.SECTION[1] else FIELDS.get(line.style)


class OwnFront:
    """Gathers it paragraph by paragraph. `facts`: what the pages do not say."""

    def __init__(self, body: Body, facts: Unprinted, language: Language) -> None:
        self._body, self._facts, self._language = body, facts, language
        self._fields: dict[str, list[str]] = {}
        self._abbreviations: list[Abbreviation] = []
        self._section: tuple[str, str] = ("", "")
        self._notes: list[Note] = []

    def takes(self, line: Line) -> bool:
        """Takes a paragraph that belongs here; whether it does."""
        if line.style in FIELDS:
            self._fields.setdefault(FIELDS[line.style], []).append(line.text)
            return True
        if line.style != names.SECTION[1]:
            return False
        if line.text.strip() or line.notes:
            self._section = split_department(line.text, self._language)
            self._notes = [Note(mark, text) for mark, text in note_lines(self._body, line)]
        return True

    def take_abbreviation(self, strip: Strip) -> None:
        """Takes a row of the list of abbreviations."""
        short, *long = (text_of(box.lines) for box in strip.boxes)
        self._abbreviations.append(Abbreviation(short, "\n".join(long)))

    def info(self) -> ReportInfo:
        """All that was gathered."""
        phrases = self._language.phrases
        values = {name: clean.lines("\n".join(lines)) for name, lines in self._fields.items()}
        if item := values.get("agenda_item"):
            values["agenda_item"] = unprinted(item, phrases["agenda_item"]) or item
        return ReportInfo(
            language=self._language.code,
            symbol=self._symbol(),
            period_start=self._facts.period_start,
            period_end=self._facts.period_end,
            profile=self._facts.profile,
            section_number=self._section[0],
            section_title=self._section[1],
            notes=tuple(self._notes),
            abbreviations=tuple(self._abbreviations),
            **values,
        )

    def _symbol(self) -> str:
        for head in self._body.package.heads:
            for line in self._body.lines(head):
                if line.style == names.SYMBOL[1]:
                    return line.text
        return ""
