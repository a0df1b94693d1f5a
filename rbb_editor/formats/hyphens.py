"""Words that the end of a line or page has hyphenated: put together again, where the hyphen is none of their own."""

import re
from collections.abc import Mapping

from rbb_editor.domain.signs import WORD

CUT = re.compile(r"(?<![^\W\d_]-)\b([^\W\d_]{2,})[-\u2010\u00ad]$")
FIRST_PARTS = frozenset(
    [
        "self", "long", "short", "high", "low", "follow", "non", "co", "pre", "post", "anti", "multi", "well", "half",
        "mid", "cross", "decision", "policy", "cost", "full", "part", "real", "so", "third", "two", "three", "four",
        "five", "six", "year", "day", "start", "hand", "on", "off", "in", "sub", "inter", "ex", "vice", "under",
        "secretary", "audio", "large", "small", "medium", "data", "field", "gender", "results", "evidence", "time",
        "web", "quick", "peace", "counter", "trans", "risk", "rule", "civil", "troop", "police", "staff", "mission",
        "system", "organization", "country", "client", "user", "host", "end", "fact", "air", "ground", "water", "fuel",
        "state", "member", "peu", "demi", "mi", "sous", "avant", "après", "porte", "contre", "non", "vingt", "trente",
        "quarante", "cinquante", "soixante", "quatre", "социально", "материально", "научно", "военно", "северо", "юго",
    ]
)  # fmt: skip
SECOND_PARTS = frozenset(
    [
        "keeping", "building", "making", "based", "related", "wide", "level", "term", "up", "general", "to", "date",
        "specific", "oriented", "contributing", "house", "site", "going", "line", "scale", "day", "month", "year",
        "party", "time", "sharing", "free", "like", "led", "owned", "funded", "in", "out", "off", "down", "over", "ups",
        "chief", "effective", "efficient", "depth", "border", "cutting", "sector", "agency", "governmental", "vous",
        "elle", "elles", "ils", "il", "je", "nous", "même", "mêmes", "ci", "là", "технический", "техническое",
        "технического", "экономический",
    ]
)  # fmt: skip
"""What compounds often begin and end with; their hyphen stands in the middle of a line too."""


def joined_word(before: str, after: str, words: Mapping[str, int]) -> str | None:
    """Two pieces of a text of which the first ends in a hyphen, as one; None where they are no hyphenated word.

    `words`: how often a word, in small letters, stands in the document. The hyphen stays where the document writes the
    word with it, or knows both halves as words of their own.
    """
    cut, rest = CUT.search(before.rstrip()), WORD.match(after.lstrip())
    if cut is None or rest is None or not rest.group()[0].islower():
        return None
    first, second = cut[1].casefold(), rest.group().casefold()
    bare = before.rstrip()
    if words.get(first + second, 0) or bare.endswith(("\u2010", "\u00ad")):
        return bare[:-1] + after.lstrip()
    compound = words.get(f"{first}-{second}", 0) or first in FIRST_PARTS or second in SECOND_PARTS
    if compound or (words.get(first, 0) > 1 and words.get(second, 0) > 1):
        return bare + after.lstrip()
    return bare[:-1] + after.lstrip()
