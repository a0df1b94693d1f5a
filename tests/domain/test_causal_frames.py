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


def remarks(path: Path, asked: str, outcome: Outcome) -> Iterator[tuple[str, str]]:
    """Planned texts and remarks: each frame of a file with each cause."""
    lines = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]
    plans = [line[1] for line in lines if line[0] == "plan"]
    cause = "short cause" if outcome is SHORT else "more cause"
    causes = next(line[1] for line in lines if line[0] == cause).split(" | ")
    for frame in (line[1] for line in lines if line[0] == asked):
        for place, told in enumerate(causes if "{C}" in frame else [""] * len(plans)):
            planned, fewer, more, noun = plans[place % len(plans)].split(" | ")
            remark = frame.format(C=told, D=fewer if outcome is SHORT else more, N=noun)
            if path.stem == "ar":
                remark = remark.replace("لال", "لل")  # "for" and the article are written as one
            yield planned, remark


@pytest.mark.parametrize("asked", ASKED)
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_frame_is_read_the_same_whatever_the_cause(path: Path, asked: str) -> None:
    language = resources.language(path.stem)
    *outcomes, wanted = ASKED[asked]
    for outcome in filter(None, outcomes):
        read = [
            (remark, split_remarks(remark, outcome, language, planned).explanation)
            for planned, remark in remarks(path, asked, outcome)
        ]
        assert read, "no frames"
        assert [remark for remark, reason in read if bool(reason) != wanted] == []


def test_the_frames_are_there() -> None:
    assert FILES
