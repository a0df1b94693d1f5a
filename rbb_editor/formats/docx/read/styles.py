"""What the styles of a document say about its paragraphs: name, outline level, bold, automatic number."""

import re

from msgspec import Struct

from rbb_editor.formats.docx.read.xml import VAL, Element, is_on, number, q

HEADING_NAME = re.compile(r"heading (\d)", re.IGNORECASE)
NO_LEVEL = 9
"""The outline level of body text."""
DEEPEST = 50
"""No sound chain of styles is longer; a circle would never end."""


class Style(Struct, frozen=True):
    """A paragraph style with what it inherits. `outline`: 0 is the highest; `list`: numId and level."""

    name: str
    outline: int | None = None
    bold: bool = False
    list: tuple[str, int] | None = None


class Styles:
    """The styles of a document by id."""

    def __init__(self, part: Element | None) -> None:
        found = part.findall(q("style")) if part is not None else []
        self._elements = {each.get(q("styleId"), ""): each for each in found}
        self._resolved: dict[str, Style] = {}
        self._default = next(
            (each.get(q("styleId"), "") for each in found if _is_default(each)),
            "",
        )

    def __contains__(self, id: object) -> bool:
        """Whether there is a style of an id."""
        return id in self._elements

    def of(self, id: str | None) -> Style:
        """The style of a paragraph that names `id`, or none."""
        key = id if id is not None else self._default
        if key not in self._resolved:
            self._resolved[key] = self._resolve(key)
        return self._resolved[key]

    def _resolve(self, id: str) -> Style:
        chain: list[Element] = []
        key: str | None = id
        while key in self._elements and len(chain) < DEEPEST:
            chain.append(self._elements[key])
            based = chain[-1].find(q("basedOn"))
            key = based.get(VAL) if based is not None else None
        name = chain[0].find(q("name")) if chain else None
        outline = bold = listed = None
        level = None
        for element in chain:  # what the style itself says goes before what it is based on
            paragraph, run = element.find(q("pPr")), element.find(q("rPr"))
            outline = number(paragraph, "outlineLvl") if outline is None else outline
            bold = is_on(run, "b") if bold is None else bold
            numbering = paragraph.find(q("numPr")) if paragraph is not None else None
            if numbering is not None:
                level = number(numbering, "ilvl") if level is None else level
                found = numbering.find(q("numId"))
                listed = found.get(VAL) if listed is None and found is not None else listed
        title = (name.get(VAL) if name is not None else None) or id
        if outline is None and (match := HEADING_NAME.fullmatch(title)):
            outline = int(match[1]) - 1
        return Style(title, outline, bool(bold), (listed, level or 0) if listed not in (None, "0") else None)


def _is_default(style: Element) -> bool:
    return style.get(q("type")) == "paragraph" and style.get(q("default"), "0") not in ("0", "false")
