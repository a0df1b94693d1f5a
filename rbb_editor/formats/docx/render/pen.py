"""What all text of a document is written with: its direction, its bookmarks, comments around words, tracked changes."""

from collections.abc import Callable, Iterable, Mapping
from itertools import count

from msgspec import Struct, field

from rbb_editor.domain.redline import Kind, redline
from rbb_editor.formats.docx.render.comments import Comments, attribute, stamp
from rbb_editor.formats.docx.render.markup import run
from rbb_editor.formats.word_options import Field, Signature

ELEMENTS = {Kind.INSERTED: "ins", Kind.DELETED: "del"}


class Marks:
    """Numbers the bookmarks and tracked changes of a document."""

    def __init__(self) -> None:
        self.next: Callable[[], int] = count(1).__next__
        """A number that no other mark has."""

    def around(self, name: str, content: str) -> str:
        """Runs inside a bookmark."""
        number = self.next()
        return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{content}<w:bookmarkEnd w:id="{number}"/>'


class Tracks(Struct, frozen=True):
    """Whose the tracked changes are, and when they were made. `signed`, `by`: see `Blackline`."""

    by: Signature
    signed: Mapping[Field, Signature]

    def signature(self, fields: Iterable[Field], kind: Kind) -> Signature:
        """Of a change in the words of `fields`: of them, else of the row or heading that they belong to.

        Where the whole came or went (`kind`) it is whatever was done last: it may have been moved here.
        """
        fields = tuple(fields)
        wholes = ((id, part, None) for id, component, _ in fields for part in dict.fromkeys((component, None)))
        found = [self.signed[each] for each in (*fields, *wholes) if each in self.signed]
        if kind is Kind.EQUAL:
            return found[0] if found else self.by
        found += [self.signed[each] for id, _, _ in fields if (each := (id, None, "place")) in self.signed]
        return max(found, key=lambda each: each.time, default=self.by)


class Pen(Struct):
    """Writes the texts of one document. `tracks`: None where no changes are shown."""

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
        assert self.tracks is not None
        fields = tuple(fields)
        by = self.tracks.signature(fields, kind)
        if kind is Kind.DELETED:
            return self._tracked(kind, text, look, by)
        if kind is Kind.INSERTED:
            return self.comments.around(fields, text, lambda piece: self._tracked(kind, piece, look, by), last=last)
        made = "".join(
            run(span.text, look, rtl=self.rtl)
            if span.kind is Kind.EQUAL
            else self._tracked(span.kind, span.text, look, by)
            for span in redline(was or "", text)
        )
        return self.comments.around(fields, "\0", lambda _: made, last=last)

    def change(self, kind: Kind, fields: Iterable[Field] = ()) -> str:
        """The mark of a whole row (in trPr) or of a paragraph's end (in rPr) that came or went. `fields`: its words."""
        if kind not in ELEMENTS:
            return ""
        assert self.tracks is not None
        return f"<w:{ELEMENTS[kind]}{self._who(self.tracks.signature(fields, kind))}/>"

    def end(self, kind: Kind, fields: Iterable[Field] = ()) -> str:
        """The properties of a paragraph's end that came or went."""
        return f"<w:rPr>{self.change(kind, fields)}</w:rPr>" if kind in ELEMENTS else ""

    def tracked(self, kind: Kind, runs: str, fields: Iterable[Field]) -> str:
        """Runs that came or went, or stayed."""
        if kind not in ELEMENTS:
            return runs
        assert self.tracks is not None
        return self._around(kind, runs, self.tracks.signature(fields, kind))

    def _tracked(self, kind: Kind, text: str, look: str, by: Signature) -> str:
        return self._around(kind, run(text, look, rtl=self.rtl), by)

    def _around(self, kind: Kind, runs: str, by: Signature) -> str:
        if not runs:
            return ""
        if kind is Kind.DELETED:
            runs = runs.replace("<w:t ", "<w:delText ").replace("</w:t>", "</w:delText>")
        return f"<w:{ELEMENTS[kind]}{self._who(by)}>{runs}</w:{ELEMENTS[kind]}>"

    def _who(self, by: Signature) -> str:
        author = attribute(by.author)
        return f' w:id="{self.marks.next()}" w:author={author} w:date="{stamp(by.time)}"'
