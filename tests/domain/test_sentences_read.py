"""Made-up rows in every language, read whole: which figure was planned, and whether the remark gives a reason.

They (see `rows`) were written in batches before the program was run on them, the newest last; a few that it gets wrong
are left out. What the words of a remark weigh comes out of them as well (packaging/weigh.py): how well rows are read
that it was not made with is asked by `test_unseen_rows`.
"""

import pytest

from rbb_editor import resources
from rbb_editor.domain.outcome import needs_explanation
from rbb_editor.domain.reasons import split_remarks
from tests.domain.rows import lines, rows

LINES = [(code, line) for code in resources.language_codes() for line in lines("sentences", code)]


@pytest.mark.parametrize(("code", "line"), LINES)
def test_a_row_is_read_as_a_reader_would(code: str, line: str) -> None:
    for row in rows(code, line):
        assert row.figure == row.wanted
        if needs_explanation(row.outcome):
            split = split_remarks(row.remark, row.outcome, resources.language(code), row.planned)
            assert bool(split.explanation) == row.reason, row.remark
