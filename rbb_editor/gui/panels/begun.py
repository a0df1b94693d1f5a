"""What is written in the inspector and not sent: comments, and reasons of waivers."""

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
