"""A text apart into its sentences and paragraphs."""

import re

from rbb_editor.domain.scripts import UNSPACED

_SPACED = re.compile(r"\n+|(?<=[.!?؟。！？])[)\"'”’»\]]*\s+(?=[^\sa-zà-öø-ÿа-яё])|(?<=[。！？])")
_UNSPACED = re.compile(
    r"\n+|(?<=[。！？])[”’」』)）]*\s*"
    rf"|(?<=[{UNSPACED})）”》\]])[ \u3000\u00a0]+(?=[{UNSPACED}(（“《])"
    rf"|(?<=[.!?])\s+(?=[A-Z{UNSPACED}])"
)
_LAST_WORD = re.compile(r"([^\W\d_]+(?:\.[^\W\d_]+)*)\.$")


def sentence_starts(text: str, *, spaced: bool, abbreviations: frozenset[str]) -> list[int]:
    """Where each sentence starts, the first at 0. `spaced`: the language has spaces between its words.

    A Chinese text without line breaks keeps its paragraphs apart by a space, which is a boundary, too.
    """
    starts = [0]
    for match in (_SPACED if spaced else _UNSPACED).finditer(text):
        if match.end() >= len(text) or match.end() == starts[-1]:
            continue
        if spaced and match.start() and text[match.start() - 1] == ".":
            word = _LAST_WORD.search(text, max(0, match.start() - 16), match.start())
            if word and (word[1].lower() in abbreviations or (len(word[1]) == 1 and word[1].isupper())):
                continue
        starts.append(match.end())
    return starts
