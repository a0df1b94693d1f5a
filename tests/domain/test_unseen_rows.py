"""How well remarks are read that neither patterns nor weights were made with: unseen/CODE.txt (see `rows`).

These rows were written without sight of the program and are not to be mended with: they tell what a new report will
meet. A row that is read wrong is no fault of a change; fewer of them right than before is.
"""

import pytest

from rbb_editor import resources
from rbb_editor.domain.outcome import needs_explanation
from rbb_editor.domain.reasons import split_remarks
from tests.domain.rows import lines, rows

LEAST_FIGURES = 0.95
LEAST_REASONS = 0.86
LEAST_REASONS_IN_ALL = 0.9


def _figures_and_reasons(code: str) -> tuple[float, int, int]:
    """The share of planned figures that are right, reasons found rightly, and twice that or wrong (of F1)."""
    right = found = wrong = 0
    read = [row for line in lines("unseen", code) for row in rows(code, line)]
    for row in read:
        right += row.figure == row.wanted
        if row.reason or needs_explanation(row.outcome):
            split = split_remarks(row.remark, row.outcome, resources.language(code), row.planned)
            given = bool(split.explanation) and needs_explanation(row.outcome)
            found += given and row.reason
            wrong += given != row.reason
    return right / len(read), found, 2 * found + wrong


@pytest.mark.parametrize("code", resources.language_codes())
def test_a_language_reads_rows_it_has_not_seen(code: str) -> None:
    figures, found, of = _figures_and_reasons(code)
    assert figures >= LEAST_FIGURES
    assert 2 * found / of >= LEAST_REASONS


def test_all_languages_together_read_rows_they_have_not_seen() -> None:
    of_each = [_figures_and_reasons(code) for code in resources.language_codes()]
    assert 2 * sum(found for _, found, _ in of_each) / sum(of for _, _, of in of_each) >= LEAST_REASONS_IN_ALL
