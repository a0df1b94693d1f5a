"""Names of WordprocessingML elements, and looking at their properties."""

from functools import cache

from lxml import etree

from rbb_editor.formats.docx.names import W

Element = etree._Element  # noqa: SLF001  (lxml has no public name for it)
OFF = frozenset({"0", "false", "off", "none"})


@cache
def q(name: str) -> str:
    """The qualified name of an element or attribute of WordprocessingML."""
    return f"{{{W}}}{name}"


VAL = q("val")


def first(parent: Element, tag: str) -> Element | None:
    """The first child of a tag; properties stand before all else, so that no search is needed as a rule."""
    for child in parent:
        if child.tag == tag:
            return child
    return None


def is_on(properties: Element | None, name: str) -> bool | None:
    """Whether a switch such as bold is on; None where the properties do not say."""
    element = None if properties is None else first(properties, q(name))
    return None if element is None else element.get(VAL, "1") not in OFF


def number(properties: Element | None, name: str) -> int | None:
    """A whole number given by a property; None where there is none."""
    element = None if properties is None else first(properties, q(name))
    return whole(element.get(VAL)) if element is not None else None


def whole(value: str | None) -> int | None:
    """A whole number, or None for anything else."""
    try:
        return int(value) if value is not None else None
    except ValueError:
        return None
