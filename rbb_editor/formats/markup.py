"""Remnants of HTML in a text: taken out, their paragraphs kept as lines."""

import html
import re

from rbb_editor.domain.text import N_
from rbb_editor.formats.blocks import Place
from rbb_editor.formats.imported import Kind
from rbb_editor.formats.notebook import Notebook

TAGS = (
    "p|br|div|span|b|i|u|em|strong|sup|sub|li|ul|ol|td|tr|th|table|tbody|thead|font|a|h[1-6]|html|body|small|big|center"
)
TAG = re.compile(rf"</?(?:{TAGS})(?:\s[^<>]*)?/?>", re.IGNORECASE)
BREAK = re.compile(
    r"(?<!\s)\s*(?:</(?:p|div|li|h[1-6])>|<br\s*/?>|<(?:p|div|li)(?:\s[^<>]*)?>)(?:\s*</?(?:p|div|li)(?:\s[^<>]*)?>)*\s*",
    re.IGNORECASE,
)
ENTITY = re.compile(r"&(?:nbsp|amp|lt|gt|quot|apos|#\d{1,6}|#x[0-9a-fA-F]{1,5});")


def without_markup(text: str, place: Place, notes: Notebook) -> str:
    """The text without HTML tags and entities; text in pointed brackets that is no known tag stays."""
    if "<" not in text and "&" not in text:
        return text
    tags = TAG.findall(text)
    clean = TAG.sub("", BREAK.sub("\n", text)) if tags else text
    clean = ENTITY.sub(lambda match: html.unescape(match.group()).replace("\u00a0", " "), clean)
    if clean == text:
        return text
    notes.gather(
        Kind.READ,
        N_("HTML remnants were taken out of {count} cell."),
        N_("HTML remnants were taken out of {count} cells."),
        place,
        " ".join(dict.fromkeys(TAG.findall(text))),
    )
    return "\n".join(line.strip() for line in clean.split("\n") if line.strip())
