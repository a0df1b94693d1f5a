"""What is being written outside the cells: comments, reasons of waivers, titles, abbreviations."""

from collections.abc import Mapping

from msgspec import Struct, field


class Spot(Struct, frozen=True):
    """What a new comment is about."""

    target: str
    component: str | None = None
    field: str | None = None
    quote: str = ""


class Written(Struct, frozen=True):
    """Comments: a new one on `spot`, and answers by the comment they answer."""

    spot: Spot
    text: str = ""
    answers: Mapping[str, str] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.text or self.answers)


class Reason(Struct, frozen=True):
    """Why what a rule found in a place is right as it is."""

    rule: str
    target: str
    component: str | None
    text: str


class Title(Struct, frozen=True):
    """The title of a section."""

    section: str
    text: str


class Line(Struct, frozen=True):
    """The short or the long form (`column`) of the abbreviation that is listed as `short`; "": of a new one."""

    short: str
    column: int
    text: str
