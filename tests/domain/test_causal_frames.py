"""Every word of a cause that a grammar lists, in every place of a remark, with causes of many kinds.

frames/CODE.txt, parted by tabs: `plan`: planned text | delivered too few | too many | the noun; `short cause`, `more
cause`: neutral causes of a shortfall and of an excess; then frames with {D} what was delivered, {C} a cause, {N} the
noun: `both`, `short`, `more`: a reason of either, of a shortfall, of an excess; `neither`, `not short`, `not more`: a
restatement, a status, an aim, the reception, a denied cause or the cause of something else.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from rbb_editor import resources
from rbb_editor.domain.reasons import split_remarks
from rbb_editor.domain.values import Outcome

FILES = sorted((Path(__file__).parent / "frames").glob("*.txt"))
SHORT, MORE = Outcome.SHORTFALL, Outcome.EXCEEDED
ASKED = {
    "both": (SHORT, MORE, True),
    "short": (SHORT, None, True),
    "more": (None, MORE, True),
    "neither": (SHORT, MORE, False),
    "not short": (SHORT, None, False),
    "not more": (None, MORE, False),
}


def frames() -> Iterator[tuple[str, str, str, list[str], dict[str, list[str]]]]:
    """Language, what is asked, a frame, the plans and the causes."""
    for path in FILES:
        lines = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]
        plans = [line[1] for line in lines if line[0] == "plan"]
        causes = {line[0]: line[1].split(" | ") for line in lines if line[0].endswith(" cause")}
        for asked, frame in (line for line in lines if line[0] in ASKED):
            yield path.stem, asked, frame, plans, causes


@pytest.mark.parametrize(("code", "asked", "frame", "plans", "causes"), list(frames()))
def test_a_frame_is_read_the_same_whatever_the_cause(
    code: str, asked: str, frame: str, plans: list[str], causes: dict[str, list[str]]
) -> None:
    language = resources.language(code)
    *outcomes, wanted = ASKED[asked]
    for outcome in filter(None, outcomes):
        told = causes["short cause" if outcome is SHORT else "more cause"] if "{C}" in frame else [""] * len(plans)
        for place, cause in enumerate(told):
            planned, fewer, more, noun = plans[place % len(plans)].split(" | ")
            remark = frame.format(C=cause, D=fewer if outcome is SHORT else more, N=noun)
            if language.rtl:
                remark = remark.replace("لال", "لل")  # "for" and the article are written as one
            assert bool(split_remarks(remark, outcome, language, planned).explanation) == wanted, remark


def test_the_frames_are_there() -> None:
    assert FILES
