"""Comments in a Word file: ranges around the words they are about, and the parts that hold what was said.

Word keeps answers and what is settled in commentsExtended.xml, exact times in UTC in commentsExtensible.xml
([MS-DOCX] 2.5.3, 2.5.4); both know a comment by the id of its last paragraph.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, datetime
from xml.sax.saxutils import quoteattr

from msgspec import Struct

from rbb_editor.document.blocks import Front, Note
from rbb_editor.document.spaces import read_back, unspaced
from rbb_editor.domain.clean import UNPRINTABLE
from rbb_editor.domain.entities import REPORT_ID, Comment, ReportInfo
from rbb_editor.formats.docx import names
from rbb_editor.formats.docx.marks import CommentFacts, comment_key
from rbb_editor.formats.docx.render.markup import text
from rbb_editor.formats.word_options import Field

MARKUP = "http://schemas.openxmlformats.org/markup-compatibility/2006"
WORD = "http://schemas.microsoft.com/office/word"
SPACES = (
    f'xmlns:w="{names.W}" xmlns:mc="{MARKUP}" xmlns:w14="{WORD}/2010/wordml" xmlns:w15="{WORD}/2012/wordml" '
    f'xmlns:w16cid="{WORD}/2016/wordml/cid" xmlns:w16cex="{WORD}/2018/wordml/cex" '
    'mc:Ignorable="w14 w15 w16cid w16cex"'
)
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
FIRST_PARAGRAPH = 0x10000000
OFFICE = "http://schemas.microsoft.com/office"
EXTRA_PARTS = {
    "word/commentsExtended.xml": f"{OFFICE}/2011/relationships/commentsExtended",
    "word/commentsIds.xml": f"{OFFICE}/2016/09/relationships/commentsIds",
    "word/commentsExtensible.xml": f"{OFFICE}/2018/08/relationships/commentsExtensible",
}

FIELDS = {None: 0, "number": 1, "section_number": 1, "title": 2, "section_title": 2, "planned_text": 3, "completed": 4,
          "remarks": 5, "explanation": 6}  # fmt: skip
"""In what order the fields of a heading or a row are printed."""

FRONT = (*(each.value for each in Front if each is not Front.ADDENDUM), "summary", "section_title", "section_number")
"""The fields of the front matter that have a paragraph of their own."""
ON_TITLE: Field = (REPORT_ID, None, "title")

Runs = Callable[[str], str]
"""The runs of a piece of text."""


class _Entry(Struct, frozen=True):
    number: int
    comment: Comment
    root: Comment


class Comments:
    """The comments of one document, in the order of their making; remembers which were put on words.

    Those of one time, as findings are, stand in the order of what they are on, answers after what they answer: two
    files of one report have them in the same order.
    """

    def __init__(
        self, comments: Iterable[Comment], places: Mapping[str, int] | None = None, info: ReportInfo | None = None
    ) -> None:
        """`places`: the order in which what they are on is printed, by the ids of sections, outputs and components.

        `info`: the front matter; what is said of the report as a whole, or of what it does not print, stands on its
        title.
        """
        given = tuple(comments)
        by_id = {each.id: each for each in given}
        order = places or {}

        def place(comment: Comment) -> tuple[datetime, int, int, int, str, str]:
            component, field = order.get(comment.component or "", -1), FIELDS.get(comment.field, 0)
            at = max(order.get(comment.target, -1), component)
            return comment.time, at, field, len(_thread(comment, by_id)), comment.text, comment.id

        ordered = sorted(given, key=place)
        self._entries = [_Entry(number, each, _thread(each, by_id)[-1]) for number, each in enumerate(ordered)]
        self._waiting: dict[Field, list[_Entry]] = {}
        self._exact: set[str] = set()
        for entry in self._entries:
            root = entry.root
            field = root.target, root.component, root.field
            if info is not None and root.target == REPORT_ID and not _is_printed(field, info):
                field = ON_TITLE
            self._waiting.setdefault(field, []).append(entry)
        self._on: dict[str, list[Field]] = {}
        for field in self._waiting:
            self._on.setdefault(field[0], []).append(field)

    def __bool__(self) -> bool:
        return bool(self._entries)

    def are_on(self, output: str) -> bool:
        """Whether there are comments on an output or one of its figures."""
        return output in self._on

    def unplaced(self, output: str, component: str | None = None) -> list[Field]:
        """The fields of an output, or of one figure of it, whose comments stand nowhere yet: no words show them."""
        fields = (field for field in self._on.get(output, ()) if component in (None, field[1]))
        return [field for field in fields if self._waiting[field]]

    def around(self, fields: Iterable[Field], content: str, runs: Runs, *, last: bool = True) -> str:
        """The runs of a paragraph, with the comments on it around their words.

        `fields`: whose words these are; `last`: no later paragraph shows them, so what was not found stands on all.
        """
        found: list[tuple[int, int, _Entry]] = []
        for field in fields:
            for entry in list(self._waiting.get(field, ())):
                quote = entry.root.quote
                at = unspaced(content).find(unspaced(quote)) if quote else -1
                if at < 0 and not last:
                    continue
                found.append((at, at + len(quote), entry) if at >= 0 else (0, len(content), entry))
                same = at >= 0 and read_back(content)[at : at + len(quote)] == quote
                if same and quote == entry.comment.quote:
                    self._exact.add(entry.comment.id)
                self._waiting[field].remove(entry)
        return _ranged(content, runs, found) if found else runs(content)

    def rest(self) -> str:
        """The comments on what has no words in the document, at its end."""
        left = [entry for entries in self._waiting.values() for entry in entries]
        self._waiting.clear()
        return _ranged("", lambda _: "", [(0, 0, entry) for entry in left]) if left else ""

    def facts(self) -> dict[str, CommentFacts]:
        """What Word does not hold of them; asked after all were placed."""
        return {comment_key(each.comment.author, each.comment.time, each.comment.text): self._facts(each.comment)
                for each in self._entries}  # fmt: skip

    def _facts(self, comment: Comment) -> CommentFacts:
        quote = None if comment.id in self._exact else comment.quote
        return CommentFacts(comment.id, comment.target, comment.component, comment.field, comment.answers, quote)

    def parts(self) -> dict[str, str]:
        """The parts of the package that hold the comments; none without any."""
        if not self._entries:
            return {}
        numbers = {entry.comment.id: entry.number for entry in self._entries}
        said = "".join(map(_said, self._entries))
        states = "".join(_state(entry, numbers) for entry in self._entries)
        ids = "".join(
            f'<w16cid:commentId w16cid:paraId="{_paragraph_id(each.number)}" '
            f'w16cid:durableId="{_paragraph_id(each.number)}"/>'
            for each in self._entries
        )
        times = "".join(
            f'<w16cex:commentExtensible w16cex:durableId="{_paragraph_id(each.number)}" '
            f'w16cex:dateUtc="{stamp(each.comment.time, exact=True)}"/>'
            for each in self._entries
        )
        return {
            "word/comments.xml": f"{DECLARATION}<w:comments {SPACES}>{said}</w:comments>",
            "word/commentsExtended.xml": f"{DECLARATION}<w15:commentsEx {SPACES}>{states}</w15:commentsEx>",
            "word/commentsIds.xml": f"{DECLARATION}<w16cid:commentsIds {SPACES}>{ids}</w16cid:commentsIds>",
            "word/commentsExtensible.xml": (
                f"{DECLARATION}<w16cex:commentsExtensible {SPACES}>{times}</w16cex:commentsExtensible>"
            ),
        }


def stamp(time: datetime, *, exact: bool = False) -> str:
    """A time in UTC as Word writes it, to the second unless `exact`."""
    whole = time.astimezone(UTC).replace(tzinfo=None)
    return (whole if exact else whole.replace(microsecond=0)).isoformat() + "Z"


def attribute(words: str) -> str:
    """A text as an attribute's value with its quotes; what XML cannot hold is left out."""
    return quoteattr(UNPRINTABLE.sub("", words.replace("\n", " ")))


def _thread(comment: Comment, by_id: dict[str, Comment]) -> list[Comment]:
    """A comment, what it answers, what that answers, and so on; Word knows a thread by the last of them."""
    thread = [comment]
    while (above := by_id.get(thread[-1].answers or "")) is not None and above not in thread:
        thread.append(above)
    return thread


def _is_printed(field: Field, info: ReportInfo) -> bool:
    """Whether there are words in the body of the document for a field of the front matter."""
    _, part, name = field
    if name == "abbreviations":
        return bool(info.abbreviations) and (part is None or any(part == each.short for each in info.abbreviations))
    if name == "notes":
        return any(part == each.mark for each in info.notes)
    return name in FRONT and bool(getattr(info, name))


def _ranged(content: str, runs: Runs, found: list[tuple[int, int, _Entry]]) -> str:
    cuts = sorted({0, len(content), *(at for start, end, _ in found for at in (start, end))})
    made: list[str] = []
    for index, at in enumerate(cuts):
        made += [_end(entry) for start, end, entry in found if end == at and start < at]
        made += [f'<w:commentRangeStart w:id="{entry.number}"/>' for start, _, entry in found if start == at]
        made += [_end(entry) for start, end, entry in found if end == at and start == at]
        if index + 1 < len(cuts):
            made.append(runs(content[at : cuts[index + 1]]))
    return "".join(made)


def _end(entry: _Entry) -> str:
    style = names.COMMENT_REFERENCE[0]
    return (
        f'<w:commentRangeEnd w:id="{entry.number}"/><w:r><w:rPr><w:rStyle w:val="{style}"/></w:rPr>'
        f'<w:commentReference w:id="{entry.number}"/></w:r>'
    )


def _said(entry: _Entry) -> str:
    lines = entry.comment.text.split("\n")
    made = "".join(
        _paragraph(entry.number, line, first=not at, last=at == len(lines) - 1) for at, line in enumerate(lines)
    )
    author = entry.comment.author
    initials = "".join(word[0] for word in author.split()[:3])
    return (
        f'<w:comment w:id="{entry.number}" w:author={attribute(author)} w:date="{stamp(entry.comment.time)}" '
        f"w:initials={attribute(initials)}>{made}</w:comment>"
    )


def _paragraph(number: int, line: str, *, first: bool, last: bool) -> str:
    id = f' w14:paraId="{_paragraph_id(number)}"' if last else ""
    sign = (
        f'<w:r><w:rPr><w:rStyle w:val="{names.COMMENT_REFERENCE[0]}"/></w:rPr><w:annotationRef/></w:r>' if first else ""
    )
    words = f"<w:r>{text(line)}</w:r>" if line else ""
    return f'<w:p{id}><w:pPr><w:pStyle w:val="{names.COMMENT_TEXT[0]}"/></w:pPr>{sign}{words}</w:p>'


def _state(entry: _Entry, numbers: dict[str, int]) -> str:
    parent = f' w15:paraIdParent="{_paragraph_id(numbers[entry.root.id])}"' if entry.root.id != entry.comment.id else ""
    return (
        f'<w15:commentEx w15:paraId="{_paragraph_id(entry.number)}"{parent} w15:done="{int(entry.comment.resolved)}"/>'
    )


def _paragraph_id(number: int) -> str:
    return f"{FIRST_PARAGRAPH + number:08X}"


def on_output(output: str) -> tuple[Field, ...]:
    """The fields whose words are the planned text of an output."""
    return (output, None, "planned_text"), (output, None, None)


def on_component(output: str, component: str, field: str) -> Iterator[Field]:
    """The fields whose words are a cell of a figure."""
    yield output, component, field
    if field == "completed":
        yield output, component, None
        yield output, component, "planned_text"
        yield output, component, "planned"
        yield output, component, "label"
        yield output, None, "completed"


def on_section(section: str) -> tuple[Field, ...]:
    """The fields whose words are a heading."""
    return (section, None, "title"), (section, None, "number"), (section, None, None)


def on_number(fields: Iterable[Field]) -> tuple[Field, ...]:
    """The fields of a heading whose words are its number: its own; no comment stands there where it has a title."""
    return tuple(field for field in fields if field[2] in ("number", "section_number"))


def on_note(note: Note) -> tuple[Field, ...]:
    """The field whose words are a note to the section title."""
    return ((REPORT_ID, note.mark, "notes"),)
