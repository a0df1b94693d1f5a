"""Every setting and everything remembered between two runs, once: name, type, default, limits. No Qt, no storage."""

from typing import Generic, TypeVar

from msgspec import Struct

from rbb_editor.domain.text import N_, Text

T = TypeVar("T", bool, int, str, bytes)


class Setting(Struct, Generic[T], frozen=True):
    """One value kept for the user. `title` is None for what is only remembered and never asked.

    `choices`: the values allowed with their names, in the order shown; empty = any of the type. `least`, `most`: limits
    of a number.
    """

    name: str
    default: T
    title: Text | None = None
    choices: tuple[tuple[T, Text], ...] = ()
    least: int | None = None
    most: int | None = None

    @property
    def kind(self) -> type[T]:
        """The type that a stored value is read as."""
        return type(self.default)

    def fitting(self, value: T) -> T:
        """`value` where it is allowed, else the default; a number outside its limits is brought inside."""
        if self.choices and value not in [choice for choice, _ in self.choices]:
            return self.default
        if self.kind is int:
            if self.least is not None and value < self.least:
                return self.kind(self.least)
            if self.most is not None and value > self.most:
                return self.kind(self.most)
        return value


LANGUAGE: Setting[str] = Setting("interface/language", "", Text.of(N_("&Language of the interface")))
THEME: Setting[str] = Setting(
    "interface/theme",
    "system",
    Text.of(N_("&Colours")),
    (
        ("system", Text.of(N_("As the system"))),
        ("light", Text.of(N_("Light"))),
        ("dark", Text.of(N_("Dark"))),
    ),
)
AUTHOR: Setting[str] = Setting("user/author", "", Text.of(N_("Your &name, as it stands in the history")))
TEXT_FONT: Setting[str] = Setting("report/font", "", Text.of(N_("&Font of the report")))
TEXT_SIZE: Setting[int] = Setting(
    "report/text_size",
    100,
    Text.of(N_("Si&ze of the report’s text")),
    tuple((percent, Text.of("{percent} %", percent=percent)) for percent in (100, 110, 125, 150, 175, 200)),
)
"""Of the table, in per cent; what is printed has its own sizes."""

SPELLING: Setting[bool] = Setting("report/spelling", True, Text.of(N_("Mark s&pelling while typing")))
SPELLING_WORDS: Setting[str] = Setting("report/spelling_words", "{}")
"""The user's own words, by document language, as JSON."""

GEOMETRY: Setting[bytes] = Setting("window/geometry", b"")
OUTLINE_WIDTH: Setting[int] = Setting("window/outline_width", 264, least=200, most=420)
INSPECTOR_WIDTH: Setting[int] = Setting("window/inspector_width", 320, least=288, most=640)
HISTORY_WIDTH: Setting[int] = Setting("window/history_width", 420, least=288, most=720)
"""Of the inspector while it shows the history, whose words before and after need more room."""
INSPECTOR_SHOWN: Setting[bool] = Setting("window/inspector_shown", True)
INSPECTOR_TAB: Setting[str] = Setting("window/inspector_tab", "findings")
COLUMNS: Setting[str] = Setting("window/columns", "[]")
FOLDER: Setting[str] = Setting("files/folder", "")
RECENT: Setting[str] = Setting("files/recent", "[]")
SENT: Setting[str] = Setting("files/sent", "[]")
WORD_CHOICES: Setting[str] = Setting("files/word_choices", "{}")
OPEN: Setting[str] = Setting("unfinished/open", "[]")
DRAFT: Setting[str] = Setting("unfinished/draft", "")
RECENT_KEPT = 10
"""How many recent files are remembered."""
