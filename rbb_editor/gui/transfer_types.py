"""The kinds of data that parts of a report travel in, by the clipboard and by drag and drop, besides plain text.

Whoever offers one also offers text; whoever takes one looks for it before the text.
"""

OUTPUT_IDS = "application/x-rbb-editor-output-ids"
"""Rows dragged within one report: `<report file>\\n<output id>\\n<output id>…` in UTF-8 (see `packed_ids`)."""

SECTION_IDS = "application/x-rbb-editor-section-ids"
"""Sections dragged within the outline of one report, in the same form as `OUTPUT_IDS`."""

OUTPUTS = "application/x-rbb-editor-outputs+json"
"""Whole outputs, also for another report: interchange JSON."""

SECTIONS = "application/x-rbb-editor-sections+json"
"""Whole sections with everything below them, also for another report: interchange JSON."""


def packed_ids(report: str, ids: list[str]) -> bytes:
    """Ids as they are dragged; `report` says which open report they belong to (the path of its file)."""
    return "\n".join([report, *ids]).encode()


def unpacked_ids(data: bytes, report: str) -> list[str]:
    """The ids that were dragged; none where they belong to another report than `report`."""
    owner, *ids = data.decode(errors="replace").split("\n")
    return [id for id in ids if id] if owner == report else []
