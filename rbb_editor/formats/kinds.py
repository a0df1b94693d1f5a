"""Which wordings are headings of departments in a document: some are only where nothing else names its departments."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from rbb_editor.domain.lettering import following
from rbb_editor.formats.headings import Mark, What, steps

ROMAN_LETTERS = frozenset("IVX")
FEWEST_SECTIONS = 2
"""One numbered chapter alone is the one that holds all departments."""


class Kinds(Struct, frozen=True):
    """What a document has no other headings of departments than: numbered chapters ("I.", "一、"), components.

    `lettered`: below such chapters, capital letters ("A.") are those of offices.
    """

    chapters: bool = False
    programmes: bool = False
    lettered: bool = False

    def all_settled(self, marks: Iterable[Mark | None]) -> Iterator[Mark | None]:
        """What each heading of this document is, where it is one of a department in some documents."""
        before = ""
        for mark in marks:
            yield (settled := self._settled(mark, before) if mark is not None else None)
            if settled is not None and settled.what in (What.DEPARTMENT, What.OFFICE):
                before = settled.number

    def _settled(self, mark: Mark, before: str) -> Mark | None:
        """`before`: the number of the department or office before it, by which an office I is told from a chapter I."""
        if mark.what is What.SECTION and mark.fallback:
            return replace(mark, what=What.DEPARTMENT, fallback=False) if self.chapters else mark
        if mark.what is What.DEPARTMENT and mark.fallback:
            return mark if self.programmes else None
        if not self.lettered or mark.what is not What.DEPARTMENT or mark.named:
            return mark
        if mark.number in ROMAN_LETTERS and (len(before) != 1 or ord(mark.number) - ord(before) != 1):
            return mark
        return replace(mark, what=What.OFFICE)


def kinds_in_use(marks: Iterable[Mark | None]) -> Kinds:
    """Looks over all headings of a document."""
    worded = [mark for mark in marks if mark is not None]
    chapters = [mark for mark in worded if mark.what is What.SECTION and mark.fallback]
    letters = [mark for mark in worded if mark.what is What.DEPARTMENT and not mark.fallback]
    roman = [mark for mark in letters if not mark.named and mark.number in ROMAN_LETTERS]
    if chapters and len(roman) + len(chapters) >= FEWEST_SECTIONS:
        if len(letters) == len(roman):
            return Kinds(chapters=_open_tables(worded))
        if _letters_below(worded):
            return Kinds(chapters=True, lettered=True)
    return Kinds(programmes=not letters)


def _letters_below(marks: Sequence[Mark]) -> bool:
    """Whether letters divide chapters: each has an accomplishment, and letters begin with the first where it has any.

    Letters that go on from chapter to chapter are those of departments.
    """
    chapters: list[list[Mark]] = []
    chapter = letter = ""
    for mark in marks:
        if _is_chapter(mark, chapter, letter):
            chapters.append([])
            chapter, letter = mark.number, ""
            continue
        letter = mark.number if mark.what is What.DEPARTMENT else letter
        if chapters:
            chapters[-1].append(mark)
    letters = [[mark.number for mark in inside if mark.what is What.DEPARTMENT] for inside in chapters]
    filled = all(any(mark.what is What.ACCOMPLISHMENT for mark in inside) for inside in chapters)
    return filled and len(chapters) >= FEWEST_SECTIONS and all(not own or steps(own[0], None) == 1 for own in letters)


def _is_chapter(mark: Mark, chapter: str, letter: str) -> bool:
    """Whether a heading is that of a chapter. `chapter`, `letter`: the chapter before it, and the last letter in it.

    A letter that is a Roman number is one where it follows the chapter before ("IV.", "V.") and no letter ("U.", "V.").
    """
    if mark.what is What.SECTION and mark.fallback:
        return True
    if mark.what is not What.DEPARTMENT or mark.named or mark.number not in ROMAN_LETTERS:
        return False
    if not chapter:
        return not letter
    return following([chapter], (), "") == mark.number and (not letter or steps(mark.number, letter) != 1)


def _open_tables(marks: Sequence[Mark]) -> bool:
    """Whether more than one chapter has an accomplishment or an office below it."""
    filled, inside = 0, False
    for mark in marks:
        if mark.what in (What.SECTION, What.DEPARTMENT):
            inside = True
        elif inside and mark.what in (What.ACCOMPLISHMENT, What.OFFICE):
            filled, inside = filled + 1, False
    return filled >= FEWEST_SECTIONS
