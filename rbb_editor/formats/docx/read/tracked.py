"""A tracked change as it stands in the XML, before it is known what in the report it is about."""

from datetime import UTC, datetime

from msgspec import Struct

from rbb_editor.formats.docx.read.xml import Element, q
from rbb_editor.formats.revisions import Action, Extent

AUTHOR, DATE = q("author"), q("date")


class Tracked(Struct, frozen=True):
    """Who did what to which words, and when."""

    action: Action
    extent: Extent
    author: str
    time: datetime | None
    text: str

    @classmethod
    def of(cls, element: Element, action: Action, extent: Extent, text: str) -> "Tracked":
        """The change that a w:ins, w:del, w:moveTo, w:moveFrom or the like marks."""
        return cls(action, extent, element.get(AUTHOR, "").strip(), time_of(element.get(DATE)), text)


def time_of(text: str | None) -> datetime | None:
    """A time as Word writes it, in UTC; None where there is none. Word gives local time and calls it UTC."""
    try:
        time = datetime.fromisoformat(text) if text else None
    except ValueError:
        return None
    if time is None:
        return None
    try:
        return time.replace(tzinfo=UTC) if time.tzinfo is None else time.astimezone(UTC)
    except OverflowError:
        return None
