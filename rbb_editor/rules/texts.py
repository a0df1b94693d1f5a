"""The texts of one output, section or front matter, as the rules about wording see them."""

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from rbb_editor.domain.entities import Output, ReportInfo, Section
from rbb_editor.domain.once import Once
from rbb_editor.domain.text import Text
from rbb_editor.domain.wording import Kind, texts
from rbb_editor.rules.rule import Mark, Mend, Problem, View

WITHIN = "\1"
"""What stands between the texts of one output where they are joined."""


class Words(Struct, frozen=True):
    """One text of the entity `target`; figure and field as a `Problem` names them."""

    target: str
    component: str | None
    field: str
    text: str

    def problem(self, message: Text, start: int, end: int, instead: str | None = None) -> Problem:
        """What is wrong with the words from `start` to `end`; `instead`: what certainly has to stand there."""
        mark = Mark(self.component, self.field, start, end)
        mend = Mend(mark, self.text[start:end], instead) if instead is not None else None
        return Problem(self.target, message, self.component, self.field, (mark,), mend=mend)

    def problem_of(self, message: Text, spans: Sequence[tuple[int, int]], instead: str | None) -> Problem:
        """What is wrong with several words, as one; `instead`: what certainly has to stand in the place of each."""
        marks = tuple(Mark(self.component, self.field, start, end) for start, end in spans)
        mend = None
        if instead is not None:
            first, *rest = (Mend(mark, self.text[mark.start : mark.end], instead) for mark in marks)
            mend = replace(first, also=tuple(rest))
        return Problem(self.target, message, self.component, self.field, marks, mend=mend)


def prose(output: Output) -> Iterator[tuple[str | None, str, str]]:
    """The texts of an output that are sentences: figure, field as a `Problem` names it, text."""
    yield None, str(Kind.PLANNED_TEXT), output.planned_text
    for each in output.components:
        yield each.id, str(Kind.REMARKS), each.remarks
        yield each.id, str(Kind.EXPLANATION), each.explanation


def sentences_of(output: Output) -> list[str]:
    """The texts of `prose` alone."""
    parts = [output.planned_text]
    for each in output.components:
        parts += (each.remarks, each.explanation)
    return parts


class Texts:
    """All texts of an entity, put together in several ways for a glance."""

    def __init__(self, entity: Output | Section | ReportInfo) -> None:
        self.entity = entity

    @Once
    def parts(self) -> list[str]:
        """All texts."""
        entity = self.entity
        if isinstance(entity, Output):
            return parts_of(entity)
        return [entity.title] if isinstance(entity, Section) else [words.text for words in self.each]

    @property
    def joined(self) -> str:
        """All texts, a line each."""
        return "\n".join(self.parts)

    @Once
    def each(self) -> tuple[Words, ...]:
        """The texts that are not empty, in printed order."""
        found = texts(self.entity)
        id = self.entity.id
        return tuple(Words(id, figure, field or str(kind), text) for kind, figure, field, text in found if text)

    def prose(self) -> Iterator[Words]:
        """The texts that are sentences: all but the completed cells and short forms."""
        return (words for words in self.each if words.field != "completed" and not words.field.endswith(".short"))


def parts_of(output: Output) -> list[str]:
    """All texts of an output."""
    parts = [output.planned_text]
    for each in output.components:
        parts += (each.completed, each.remarks, each.explanation)
    return parts


def text_of(output: Output) -> str:
    """All texts of an output, a line each."""
    if len(output.components) == 1:  # as most
        only = output.components[0]
        return f"{output.planned_text}\n{only.completed}\n{only.remarks}\n{only.explanation}"
    return "\n".join(parts_of(output))


def whole_text(view: View) -> str:
    """All texts of all outputs, a line each."""
    return "\n".join(map(text_of, view.outputs()))
