#!/usr/bin/env python3
"""What the words of a remark weigh: resources/likelihood/CODE.tsv out of tests/domain/sentences and learned.

For developers, when rows were added there: `python packaging/weigh.py [CODE…]` with the packages of
requirements-weigh.txt beside those of requirements.txt; the program itself does not need them. The same rows give the
same weights.
"""

import sys
from collections import Counter
from pathlib import Path

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from rbb_editor import resources  # noqa: E402
from rbb_editor.domain.language import Language  # noqa: E402
from rbb_editor.domain.likelihood import BASE, TAKEN, signs_of  # noqa: E402
from rbb_editor.domain.outcome import needs_explanation  # noqa: E402
from tests.domain.rows import Row, lines, rows  # noqa: E402

WEIGHED = {"ar": 0.82, "en": 0.82, "es": 0.82, "fr": 0.82, "ru": 0.82}
"""How likely a remark of a language has to be for a reason that no pattern finds; by trial on rows left out."""
FEWEST = 2
"""Rows in which a word stands that has a weight."""
STRENGTH = 20.0
"""Of the rows against the wish for small weights; by trial on rows that were left out (8 to 20 differ little)."""
SMALLEST = 0.1
"""A weight below it decides nothing."""


def main(codes: list[str]) -> None:
    """Writes the weights of the languages."""
    for code in codes or WEIGHED:
        written = dict.fromkeys([*lines("sentences", code), *lines("learned", code)])
        read = [row for line in written for row in rows(code, line)]
        known = [row for row in read if needs_explanation(row.outcome)]
        weights = {TAKEN: WEIGHED[code], **weigh(known, resources.language(code))}
        table = [f"{sign}\t{weight:.2f}" for sign, weight in sorted(weights.items())]
        path = ROOT / "resources" / "likelihood" / f"{code}.tsv"
        path.write_text("\n".join(table) + "\n", "utf-8")
        print(f"{path.name}: {len(table)} weights from {len(known)} rows")


def weigh(known: list[Row], language: Language) -> dict[str, float]:
    """What each sign of some rows weighs."""
    signs = [signs_of(row.remark, row.outcome, language, row.planned) for row in known]
    counts = Counter(sign for of_row in signs for sign in of_row)
    vectors = DictVectorizer()
    table = vectors.fit_transform(
        [{sign: amount for sign, amount in sorted(each.items()) if counts[sign] >= FEWEST} for each in signs]
    )
    model = LogisticRegression(C=STRENGTH, max_iter=2000)
    model.fit(table, [row.reason for row in known])
    found = zip(vectors.get_feature_names_out(), model.coef_[0], strict=True)
    return {BASE: model.intercept_[0], **{sign: weight for sign, weight in found if abs(weight) >= SMALLEST}}


if __name__ == "__main__":
    main(sys.argv[1:])
