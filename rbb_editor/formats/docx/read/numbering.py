"""The numbers that Word makes by itself ("A.", "(a)", "1.1"), counted as Word counts them."""

import re

from msgspec import Struct, field

from rbb_editor.formats.docx.read.xml import VAL, Element, number, q, whole

ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
         (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
CHINESE = "〇一二三四五六七八九"
ARABIC = "أبتثجحخدذرزسشصضطظعغفقكلمنهوي"
LEVELS = 9
MOST = 9_999
"""No list is longer; a hostile file may say that one begins at a million million, whose letters fill the memory."""
TEN = 10


class Level(Struct, frozen=True):
    """One level of a list: its first number, kind of number and text ("%1.")."""

    start: int = 1
    kind: str = "decimal"
    text: str = ""


class Numbering(Struct):
    """The lists of a document and how far each has counted."""

    levels: dict[str, dict[int, Level]] = field(default_factory=dict)
    lists: dict[str, str] = field(default_factory=dict)
    counts: dict[str, dict[int, int]] = field(default_factory=dict)

    @classmethod
    def of(cls, part: Element | None) -> "Numbering":
        """The lists of the part word/numbering.xml."""
        made = cls()
        if part is None:
            return made
        for abstract in part.findall(q("abstractNum")):
            levels = {index: level for index, level in map(_level, abstract.findall(q("lvl"))) if index is not None}
            made.levels[abstract.get(q("abstractNumId"), "")] = levels
        for each in part.findall(q("num")):
            target = each.find(q("abstractNumId"))
            id = each.get(q("numId"), "")
            made.lists[id] = target.get(VAL, "") if target is not None else ""
            if each.find(q("lvlOverride")) is not None:  # a list of its own that begins anew
                made.levels[f"num {id}"] = _overridden(each, made.levels.get(made.lists[id], {}))
                made.lists[id] = f"num {id}"
        return made

    def next(self, id: str, level: int) -> str:
        """The number of the next paragraph of a list at a level; "" for bullets and unknown lists."""
        abstract = self.lists.get(id, "")
        levels = self.levels.get(abstract, {})
        found = levels.get(level)
        if found is None:
            return ""
        counts = self.counts.setdefault(abstract, {})
        counts[level] = counts.get(level, found.start - 1) + 1
        for deeper in range(level + 1, LEVELS):
            counts.pop(deeper, None)
        if found.kind in ("bullet", "none"):
            return ""

        def of_level(match: re.Match[str]) -> str:
            index = int(match[1]) - 1
            other = levels.get(index, Level())
            return printed(counts.get(index, other.start), other.kind)

        return re.sub(r"%(\d)", of_level, found.text).strip()


def printed(value: int, kind: str) -> str:
    """A number as a kind of Word prints it; unknown kinds in digits."""
    if not 1 <= value <= MOST:
        return str(value)
    match kind:
        case "upperLetter" | "lowerLetter":
            letter = chr(ord("a") + (value - 1) % 26) * ((value - 1) // 26 + 1)
            return letter.upper() if kind == "upperLetter" else letter
        case "upperRoman" | "lowerRoman":
            roman = _roman(value)
            return roman.upper() if kind == "upperRoman" else roman
        case "chineseCounting" | "chineseCountingThousand" | "japaneseCounting" | "ideographDigital":
            return _chinese(value)
        case "arabicAlpha":
            return ARABIC[(value - 1) % len(ARABIC)]
        case "decimalZero":
            return f"{value:02}"
    return str(value)


def _level(element: Element) -> tuple[int | None, Level]:
    kind, text = element.find(q("numFmt")), element.find(q("lvlText"))
    start = number(element, "start")
    return whole(element.get(q("ilvl"))), Level(
        1 if start is None else start,
        kind.get(VAL, "decimal") if kind is not None else "decimal",
        text.get(VAL, "") if text is not None else "",
    )


def _overridden(element: Element, levels: dict[int, Level]) -> dict[int, Level]:
    made = dict(levels)
    for override in element.findall(q("lvlOverride")):
        index = whole(override.get(q("ilvl")))
        if index is None:
            continue
        own = override.find(q("lvl"))
        if own is not None:
            made[index] = _level(own)[1]
        start = number(override, "startOverride")
        if start is not None:
            level = made.get(index, Level())
            made[index] = Level(start, level.kind, level.text)
    return made


def _roman(value: int) -> str:
    letters = []
    for size, sign in ROMAN:
        count, value = divmod(value, size)
        letters.append(sign * min(count, 100))
    return "".join(letters)


def _chinese(value: int) -> str:
    if value > 99:
        return "".join(CHINESE[int(digit)] for digit in str(value))
    tens, ones = divmod(value, TEN)
    head = ("" if tens == 1 else CHINESE[tens]) + "十" if tens else ""
    return head + (CHINESE[ones] if ones else "")
