"""Whatever shape a stranger's table has, every word of it is in the report or in the notes of the import."""

import random
import re
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from rbb_editor.formats.docx_reader import read
from rbb_editor.progress import silent
from tests.formats.stranger_reports import body
from tests.formats.word_files import tbl, tr, word_file

HEADS = (
    ("Planned outputs", "Completed (number or yes/no)", "Remarks"),
    ("Planned outputs", "Completed", "Remarks", "Reasons"),
    ("Planned outputs", "Target", "Actual", "Remarks"),
    ("Deliverables", "2018 planned", "2018 actual", "2019 planned", "2019 actual"),
    ("Deliverables", "Planned", "Actual", "Variance", "Explanation of variance"),
    ("Planned outputs", "Completed"),
)
PLANNED = ("12 briefings on {}", "Reports on {}", "1. Reports on {}", "(a) 4 visits to {}", "{};", "{}:", "{}", "")
FIGURES = ("9", "9", "Yes", "No", "", "(7)", "-", "n/a", "8 {}", "3 briefings")
REMARKS = ("", "9 {} were held", "The lower number was due to {}", "{}", "{}. {}.", "Owing to {}", "{}; and", "(a) {}")
CONTINUED, BEGUN = "<w:tcPr><w:vMerge/></w:tcPr>", '<w:tcPr><w:vMerge w:val="restart"/></w:tcPr>'


def table(chance: random.Random, words: Iterator[int]) -> str:
    """A head and some rows with cells of several paragraphs, merged cells, a cell too many or too few."""
    head = chance.choice(HEADS)

    def line(texts: tuple[str, ...]) -> str:
        text = re.sub(r"\{\}", lambda _: f"w{next(words)}x w{next(words)}x", chance.choice(texts))
        return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" if text else "<w:p/>"

    merged = [False] * len(head)
    rows = []
    for _ in range(chance.randint(1, 6)):
        lines = chance.choice((1, 1, 2, 3))
        cells = []
        for at, _name in enumerate(head):
            texts = PLANNED if at == 0 else REMARKS if at == len(head) - 1 > 1 else FIGURES
            continues = merged[at] and chance.random() < 0.6
            merged[at] = continues or chance.random() < 0.15
            look = CONTINUED if continues else BEGUN if merged[at] else ""
            some = chance.choice((0, 0, 1)) if continues else chance.choice((lines, lines, lines, 1))
            cells.append(f"<w:tc>{look}{''.join(line(texts) for _ in range(some)) or '<w:p/>'}</w:tc>")
        odd = chance.random()
        if odd < 0.05:
            cells.append(f"<w:tc>{line(REMARKS)}</w:tc>")
        elif odd < 0.1:
            cells.pop()
        rows.append(f"<w:tr>{''.join(cells)}</w:tr>")
    return tbl(tr(*head), *rows)


@pytest.mark.parametrize("seed", range(4))
def test_every_word_of_a_table_is_in_the_report_or_in_a_note(seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)
    for _ in range(30):
        words = count()
        source = body(tables=lambda _, words=words: table(chance, words))  # type: ignore[misc]
        imported = read(word_file(tmp_path / "a.docx", source), "en", silent)
        kept = repr([*imported.report.walk(), *imported.notes])
        assert set(re.findall(r"w\d+x", source)) <= set(re.findall(r"w\d+x", kept)), source
