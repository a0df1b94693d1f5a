"""What stands before the departments: masthead, titles, summary, contents, abbreviations."""

import re
from collections.abc import Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from rbb_editor.domain.entities import Note, ReportInfo
from rbb_editor.domain.language import Language
from rbb_editor.domain.text import N_, Text
from rbb_editor.formats import wording
from rbb_editor.formats.abbreviations import read_abbreviations
from rbb_editor.formats.blocks import Block, Footnote, Heading, Paragraph, Place, Property, Row, text_of
from rbb_editor.formats.dates import period
from rbb_editor.formats.headings import CONTENTS_ENTRY, LONGEST_ENTRY, MARKED, SECTION, What, read_heading
from rbb_editor.formats.imported import Certainty, Kind
from rbb_editor.formats.notebook import Notebook
from rbb_editor.formats.outline import Outline
from rbb_editor.formats.page_furniture import SYMBOL

ONLY_SYMBOL = re.compile(rf"^{SYMBOL}$")
REAL_SYMBOL = re.compile(r"^[A-Z]{1,5}/\S*\d")
LANGUAGES = ("english", "chinese", "arabic", "russian", "french", "français", "spanish", "español")
"""The line of a masthead that names the language of a translation."""
LONGEST_SESSION = 60
PROPERTIES = frozenset(("symbol", "session", "agenda_item", "agenda_title", "title", "author"))


class _Lines(Struct):
    """A run of paragraphs that stand line under line: one text in the source."""

    text: str
    places: list[Place]

    @property
    def last(self) -> int | None:
        return self.places[-1].line


class _Front(Struct):
    """The parts of the front matter, by what they are."""

    titles: list[_Lines] = field(default_factory=list)
    summary: list[_Lines] = field(default_factory=list)
    contents: list[Block] = field(default_factory=list)
    abbreviations: list[Block] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)


def front_matter(found: Outline, language: Language, notes: Notebook) -> ReportInfo:
    """The fields of the front matter; what fits none is noted with its text."""
    front = _sorted(found.front)
    info = ReportInfo(language=language.code, abbreviations=read_abbreviations(front.abbreviations, notes))
    info = _Titles(info, front, language, notes).info()
    info = _section(info, found, notes)
    info = _notes(info, found.footnotes, notes)
    for each in front.contents:
        notes.gather(
            Kind.READ,
            N_("The contents were recognised ({count} line); they are made anew when the report is printed."),
            N_("The contents were recognised ({count} lines); they are made anew when the report is printed."),
            each.place,
            text_of(each),
        )
    return _with_properties(info, found.properties)


def _sorted(blocks: Sequence[Block]) -> _Front:
    """Each block under what it belongs to, by the headings of contents, abbreviations and summary."""
    front = _Front()
    state = What.SECTION
    for block in blocks:
        if isinstance(block, (Heading, Paragraph)):
            mark = read_heading(block.text)
            if mark is not None and mark.what in (What.CONTENTS, What.ABBREVIATIONS, What.SUMMARY):
                state = mark.what
                if state is not What.SUMMARY:
                    front.contents.append(block)
                continue
        if state is What.CONTENTS and not _is_contents(block):
            state = What.SECTION
        if (isinstance(block, (Heading, Paragraph)) and _is_contents_entry(block)) or state is What.CONTENTS:
            front.contents.append(block)
        elif state is What.ABBREVIATIONS:
            front.abbreviations.append(block)
        elif isinstance(block, Row):
            front.rows.append(block)
        elif isinstance(block, (Heading, Paragraph)):
            _add(front.summary if state is What.SUMMARY else front.titles, block)
    return front


def _is_contents(block: Block) -> bool:
    """Whether a block can stand in the contents."""
    if isinstance(block, Row):
        return True
    if isinstance(block, (Heading, Paragraph)):
        words = {word for each in wording.all_words() for word in each.page}
        return _is_contents_entry(block) or wording.fold(block.text) in words or len(block.text) < 120
    return False


def _is_contents_entry(block: Heading | Paragraph) -> bool:
    style, text = block.style if isinstance(block, Paragraph) else None, block.text
    if (style or "").casefold().startswith(("toc", "table of contents")):
        return True
    return len(text) <= LONGEST_ENTRY and bool(
        (CONTENTS_ENTRY.match(text) and "\t" in text) or re.search(r"[.…·]{4,}\s*\d{1,4}$", text)
    )


def _add(lines: list[_Lines], block: Heading | Paragraph) -> None:
    before = lines[-1] if lines else None
    line = block.place.line
    joined = before is not None and line is not None and before.last == line - 1
    parted = before is None or stands_alone(before.text) or stands_alone(block.text) or begins_title(block.text)
    if before is not None and joined and not parted:
        space = " " if before.text[-1:].isascii() or block.text[:1].isascii() else ""
        before.text += space + block.text
        before.places.append(block.place)
        return
    lines.append(_Lines(block.text, [block.place]))


def stands_alone(text: str) -> bool:
    """Whether a line is one of those that never go on in the next: symbol, masthead, session, author line."""
    plain = wording.fold(text)
    for words in wording.all_words():
        if plain in (*words.masthead, *words.author, *words.addendum) or plain.startswith(("distr", "original")):
            return True
        if len(text) < LONGEST_SESSION and any(word in plain for word in words.session):
            return True
        if any(re.match(_agenda_pattern(form), plain) for form in words.agenda_item):
            return True
    return bool(ONLY_SYMBOL.match(text.strip()))


def begins_title(text: str) -> bool:
    """Whether a line is the first of the title of a report: it names what it is, or, in Chinese, ends so with a period.

    The title of the agenda item, which stands right above it, does not begin so.
    """
    plain = wording.fold(text)
    if "\u3400" <= plain[:1] <= "\u9fff" or plain[:1].isdigit():
        ends = tuple(each for words in wording.all_words() for each in words.report if "\u3400" <= each[0] <= "\u9fff")
        return period(text) is not None and plain.endswith(ends)
    begins = tuple(each for words in wording.all_words() for each in words.report)
    return plain.startswith(begins) and not text[:1].islower()


def _agenda_pattern(form: str) -> str:
    """The wording of the line of an agenda item; space before its number is left out by some."""
    return re.escape(form).replace(r"\ \{number\}", r"\s*\{number\}").replace(r"\{number\}", r"([\d\u0660-\u0669]+)")


class _Titles:
    """Sorts the lines above the contents: symbol, session, agenda item, titles, author, summary."""

    def __init__(self, info: ReportInfo, front: _Front, language: Language, notes: Notebook) -> None:
        self.fields: dict[str, str] = {}
        self.base, self.front, self.notes = info, front, notes
        self.words = wording.words_of(language.code)
        self.titles: list[_Lines] = []
        self.after_author = False

    def info(self) -> ReportInfo:
        cells = [
            _Lines(paragraph, [row.place])
            for row in self.front.rows
            for cell in row.cells
            for paragraph in cell.paragraphs
        ]
        lines = [*cells, *self.front.titles]
        expect_agenda_title = False
        for line in lines:
            if expect_agenda_title and not self._is_known(line.text):
                self.fields["agenda_title"] = line.text
                expect_agenda_title = False
                continue
            before = "agenda_item" in self.fields
            self._line(line)
            expect_agenda_title = expect_agenda_title or (not before and "agenda_item" in self.fields)
            if "agenda_title" in self.fields:
                expect_agenda_title = False
        self._settle_titles()
        summary = [line.text for line in self.front.summary]
        if summary:
            self.fields["summary"] = "\n".join(filter(None, [self.fields.get("summary", ""), *summary]))
        dates = period(self.fields.get("title", ""))
        if dates is not None:
            self.fields["period_start"], self.fields["period_end"] = dates
        return replace(self.base, **self.fields)

    def _is_known(self, text: str) -> bool:
        plain = wording.fold(text)
        return plain in self.words.author or plain in self.words.addendum or self._is_masthead(plain)

    def _is_masthead(self, plain: str) -> bool:
        return plain in (*self.words.masthead, *LANGUAGES) or plain.startswith(("distr", "original", *LANGUAGES[:2]))

    def _line(self, line: _Lines) -> None:
        text, plain = line.text.strip(), wording.fold(line.text)
        if ONLY_SYMBOL.match(text) and REAL_SYMBOL.match(text):
            self.fields.setdefault("symbol", text.rstrip("*"))
        elif plain in self.words.author:
            self.fields["author"] = text
            self.after_author = True
        elif plain in self.words.addendum:
            self.after_author = True
            self._known(line)
        elif self._is_masthead(plain):
            self._known(line)
        elif (
            len(text) < LONGEST_SESSION
            and any(word in plain for word in self.words.session)
            and "session" not in self.fields
        ):
            self.fields["session"] = text
        elif self._agenda(line):
            return
        elif self.after_author:
            self.fields["summary"] = "\n".join(filter(None, [self.fields.get("summary", ""), text]))
        else:
            self.titles.append(line)

    def _agenda(self, line: _Lines) -> bool:
        """The line of the agenda item, with the title of the item where it stands in the same paragraph."""
        plain = wording.fold(line.text.split("\n")[0])
        for form in self.words.agenda_item:
            match = re.match(_agenda_pattern(form), plain)
            if match:
                brackets = re.match(r"[^\d\u0660-\u0669]*[\d\u0660-\u0669]+(\s*\([a-z]\))?", line.text)
                number = match[1] + (brackets[1] or "" if brackets else "")
                self.fields.setdefault("agenda_item", number)
                rest = line.text[brackets.end() :].strip(" :：.-–*\n") if brackets else ""
                if rest and not re.match(r"^(de|повестки)\b", rest) and "\n" in line.text:
                    self.fields.setdefault("agenda_title", rest)
                return True
        return False

    def _settle_titles(self) -> None:
        """The lines that are left above the author line are the title: those from the first with a period on, or the
        last; what stands above is left out.
        """
        if not self.titles:
            return
        dated = [index for index, line in enumerate(self.titles) if period(line.text) is not None]
        first = dated[0] if dated else len(self.titles) - 1
        self.fields["title"] = " ".join(line.text for line in self.titles[first:])
        for line in self.titles[:first]:
            message = Text.of(N_("A line before the departments was left out."))
            self.notes.add(Kind.LEFT_OUT, Certainty.LIKELY, message, line.places, source=line.text)

    def _known(self, line: _Lines) -> None:
        for place in line.places:
            self.notes.gather(
                Kind.READ,
                N_("The masthead was recognised ({count} line); it is made anew when the report is printed."),
                N_("The masthead was recognised ({count} lines); it is made anew when the report is printed."),
                place,
                line.text,
            )


def _section(info: ReportInfo, found: Outline, notes: Notebook) -> ReportInfo:
    """Number and title of the section of all departments, from the first heading that names it.

    A later page may repeat it; one with other words is noted, as a report has one section.
    """
    named = ""
    for heading in found.headings:
        text = " ".join(heading.text.split())
        marked = MARKED.match(text)
        bare = marked[1] if marked else text
        if not named:
            named = bare
            match = SECTION.match(bare)
            number, title = (match[1], match[2]) if match else ("", bare)
            marks = (Note(marked[2], ""),) if marked else ()
            info = replace(info, section_number=number, section_title=title.strip(), notes=marks)
        elif bare != named:
            message = Text.of(N_("A line before the departments was left out."))
            notes.add(Kind.LEFT_OUT, Certainty.LIKELY, message, [heading.place], source=heading.text)
    return info


def _notes(info: ReportInfo, footnotes: Sequence[Footnote], notes: Notebook) -> ReportInfo:
    """The notes to the section title by their marks; other footnotes have no place in a report."""
    wanted = {note.mark for note in info.notes}
    found: list[Note] = []
    for footnote in footnotes:
        same = any(note.mark == footnote.mark and note.text == footnote.text for note in found)
        if footnote.mark in wanted or (not footnote.mark.isalnum() and not wanted):
            if not same:
                found.append(Note(footnote.mark, footnote.text))
        else:
            message = Text.of(N_("A footnote was left out: a report has notes to its section title only."))
            source = f"{footnote.mark} {footnote.text}"
            notes.add(Kind.LEFT_OUT, Certainty.CERTAIN, message, [footnote.place], source=source)
    marks = {note.mark for note in found}
    return replace(info, notes=(*found, *(note for note in info.notes if note.mark not in marks)))


def _with_properties(info: ReportInfo, properties: Sequence[Property]) -> ReportInfo:
    """What the text does not say, from the facts that the file states outside of it."""
    for fact in properties:
        if fact.name in PROPERTIES and fact.value and not getattr(info, fact.name):
            info = replace(info, **{fact.name: fact.value})
    return info
