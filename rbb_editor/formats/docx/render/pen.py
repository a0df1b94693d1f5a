"""What all text of a document is written with: its direction, its bookmarks, comments around words, tracked changes."""

from collections.abc import Iterable
from datetime import datetime

from msgspec import Struct, field

from rbb_editor.domain.redline import Kind, redline
from rbb_editor.formats.docx.render.comments import Comments, Field, attribute, stamp
from rbb_editor.formats.docx.render.markup import run

ELEMENTS = {Kind.INSERTED: "ins", Kind.DELETED: "del"}


class Marks:
    """Numbers the bookmarks and tracked changes of a document."""

    def __init__(self) -> None:
        self._count = 0

    def next(self) -> int:
        """A number that no other mark has."""
        self._count += 1
        return self._count

    def around(self, name: str, content: str) -> str:
        """Runs inside a bookmark."""
        number = self.next()
        return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{content}<w:bookmarkEnd w:id="{number}"/>'


class Tracks(Struct, frozen=True):
    """Whose changes are tracked, and when they were made."""

    author: str
    time: datetime


class Pen(Struct):
    """Writes the texts of one document. `tracks`: None where no changes are shown. `twice`: ids that stand twice."""

    rtl: bool
    marks: Marks = field(default_factory=Marks)
    comments: Comments = field(default_factory=lambda: Comments(()))
    tracks: Tracks | None = None

    def words(
        self,
        text: str,
        fields: Iterable[Field] = (),
        *,
        was: str | None = None,
        kind: Kind = Kind.EQUAL,
        look: str = "",
        last: bool = True,
    ) -> str:
        """The runs of a paragraph's text. `fields`: what may be commented on in it; `was`: the text before, if other.

        `kind`: whether the whole came or went; `look`: run properties; `last`: see `Comments.around`.
        """
        if kind is Kind.EQUAL and (was is None or was == text):
            if not self.comments:
                return run(text, look, rtl=self.rtl)
            return self.comments.around(fields, text, lambda piece: run(piece, look, rtl=self.rtl), last=last)
        if kind is Kind.DELETED:
            return self._tracked(kind, text, look)
        if kind is Kind.INSERTED:
            return self.comments.around(fields, text, lambda piece: self._tracked(kind, piece, look), last=last)
        made = "".join(
            run(span.text, look, rtl=self.rtl) if span.kind is Kind.EQUAL else self._tracked(span.kind, span.text, look)
            for span in redline(was or "", text)
        )
        return self.comments.around(fields, "\0", lambda _: made, last=last)

    def change(self, kind: Kind) -> str:
        """The mark of a whole row (in trPr) or of a paragraph's end (in rPr) that came or went."""
        return f"<w:{ELEMENTS[kind]}{self._who()}/>" if kind in ELEMENTS else ""

    def end(self, kind: Kind) -> str:
        """The properties of a paragraph's end that came or went."""
        return f"<w:rPr>{self.change(kind)}</w:rPr>" if kind in ELEMENTS else ""

    def _tracked(self, kind: Kind, text: str, look: str) -> str:
        runs = run(text, look, rtl=self.rtl)
        if not runs:
            return ""
        if kind is Kind.DELETED:
            runs = runs.replace("<w:t ", "<w:delText ").replace("</w:t>", "</w:delText>")
        return f"<w:{ELEMENTS[kind]}{self._who()}>{runs}</w:{ELEMENTS[kind]}>"

    def _who(self) -> str:
        assert self.tracks is not None
        author = attribute(self.tracks.author)
        return f' w:id="{self.marks.next()}" w:author={author} w:date="{stamp(self.tracks.time)}"'
