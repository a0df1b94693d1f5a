"""The usual forms of a reason: every word for a deviation with every form in which a language gives its cause.

usual/CODE.txt, parted by tabs: `planned`: the planned text; `done`: a sentence that tells how many; `more`, `fewer`:
subjects; `form`: {s} the subject, with the cause as it stands.
"""

from collections import defaultdict
from itertools import product
from pathlib import Path

import pytest

from rbb_editor import resources
from rbb_editor.domain.reasons import split_remarks
from rbb_editor.domain.values import Outcome

FOLDER = Path(__file__).parent / "usual"
SUBJECTS = {"more": Outcome.EXCEEDED, "fewer": Outcome.SHORTFALL}


@pytest.mark.parametrize("asked", SUBJECTS)
@pytest.mark.parametrize("code", resources.language_codes())
def test_a_deviation_with_its_cause_is_a_reason_in_every_form(code: str, asked: str) -> None:
    table: dict[str, list[str]] = defaultdict(list)
    for line in (FOLDER / f"{code}.txt").read_text(encoding="utf-8").splitlines():
        key, words = line.split("\t")
        table[key].append(words)
    language, (planned,), (done,) = resources.language(code), table["planned"], table["done"]
    space, end = (" ", ".") if language.spaced else ("", "。")
    missed = []
    for subject, form in product(table[asked], table["form"]):
        reason = f"{form.format(s=subject)}{end}"
        for remark in (reason, f"{done}{space}{reason}"):
            split = split_remarks(remark, SUBJECTS[asked], language, planned)
            if not split.explanation.endswith(reason):
                missed.append(remark)
    assert missed == []
