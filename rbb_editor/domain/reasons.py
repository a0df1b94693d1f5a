"""Remarks apart into what was delivered and why it differs from the plan."""

from dataclasses import dataclass

from rbb_editor.domain.language import Language
from rbb_editor.domain.values import Outcome


@dataclass(frozen=True, slots=True)
class Split:
    """A remark in two verbatim parts. `cue`: the words that show the reason; "" where there is none."""

    remarks: str
    explanation: str
    cue: str


def split_remarks(text: str, outcome: Outcome, language: Language) -> Split:
    """The part of a remark that gives a cause for this deviation, apart from the rest."""
    for cue in ("产出高于", "产出低于"):
        at = text.find(cue)
        if at >= 0:
            return Split(text[:at].rstrip(), text[at:].strip(), cue)
    return Split(text, "", "")
