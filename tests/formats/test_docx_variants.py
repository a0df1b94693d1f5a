"""The samples as other people and programs would have set them: read whole, whatever the form."""

from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import escape

import pytest

from rbb_editor import resources
from rbb_editor.document.blocks import Accomplishment, Heading, Table
from rbb_editor.document.compose import compose
from rbb_editor.document.spaces import read_back
from rbb_editor.domain.report import Report
from rbb_editor.formats import text_reader
from rbb_editor.formats.docx_reader import read
from rbb_editor.progress import silent
from tests.formats.test_docx_shared import LANGUAGES, MUST_BE_WHOLE, scores
from tests.formats.word_files import p, rewritten, tbl, tc, tr, word_file
from tests.formats.word_variants import EXACT, ROUGH, Variant, two_tables_each

SHAPE, REMARKS = 0.98, 0.95
STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="Heading{level}"><w:name w:val="heading {level}"/></w:style>'
    for level in range(1, 5)
)
pytestmark = pytest.mark.shared


@pytest.mark.parametrize("number", range(len(EXACT)), ids=[variant.__name__ for variant in EXACT])
def test_every_form_is_read_whole(shared: Path, tmp_path: Path, number: int) -> None:
    """The addendum, and one of the other languages by turns."""
    addendum, *others = samples(shared)
    for sample in (addendum, others[number % len(others)]):
        check(*sample, EXACT[number], shared, tmp_path)


@pytest.mark.slow
@pytest.mark.parametrize("variant", EXACT)
def test_every_form_is_read_whole_in_every_language(shared: Path, tmp_path: Path, variant: Variant) -> None:
    for sample in samples(shared):
        check(*sample, variant, shared, tmp_path)


def check(sample: Path, reference: Path, variant: Variant, shared: Path, folder: Path) -> None:
    path = rewritten(sample, folder / "a.docx", variant)
    found = scores(path, reference, shared, folder)
    assert {name: found[name] for name in MUST_BE_WHOLE} == dict.fromkeys(MUST_BE_WHOLE, 1.0), sample.name
    assert found["extra_outputs"] == 0, sample.name


@pytest.mark.parametrize("variant", ROUGH)
def test_forms_in_which_something_must_be_guessed(shared: Path, tmp_path: Path, variant: Variant) -> None:
    """All samples together: a single blank figure weighs too much in the short ones."""
    shape = remarks = figures = 0.0
    for sample, reference in samples(shared):
        path = rewritten(sample, tmp_path / "a.docx", variant)
        found = scores(path, reference, shared, tmp_path)
        assert found["planned_text_exact"] == 1.0, sample.name
        figures += found["components"]
        shape += found["component_shape"] * found["components"]
        remarks += found["remarks_exact"] * found["components"]
    assert shape / figures >= SHAPE
    assert remarks / figures >= REMARKS


def samples(shared: Path) -> Iterator[tuple[Path, Path]]:
    data = shared / "data"
    yield data / "addendum_A_C.docx", data / "reference_A_C.json"
    for language in LANGUAGES:
        yield data / "lang" / f"{language}.docx", data / "lang" / f"{language}.json"


@pytest.fixture(scope="module")
def addendum(shared: Path) -> Report:
    """All thirteen departments, read from the text."""
    return text_reader.read(shared / "data" / "addendum_zh.txt", None, silent).report


@pytest.fixture(scope="module")
def plain(addendum: Report, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The whole addendum as an ordinary Word file: heading styles, tables, nothing of ours."""
    body: list[str] = []
    for block in compose(addendum, resources.language("zh")):
        if isinstance(block, Heading):
            words = f"{block.number} {block.title}".strip()
            body.append(p(plainly(words), f'<w:pStyle w:val="Heading{block.level}"/>'))
        elif isinstance(block, Accomplishment):
            body.append(p(plainly(block.label + block.title), '<w:pStyle w:val="Heading4"/>'))
        elif isinstance(block, Table) and block.rows:
            body.append(
                tbl(
                    tr(*block.head),
                    *(row(each.planned, each.completed, *each.remarks, *each.explanation) for each in block.rows),
                )
            )
    return word_file(tmp_path_factory.mktemp("plain") / "plain.docx", "".join(body), styles=STYLES)


def plainly(printed: str) -> str:
    """A text as others write it: with the spaces that it has itself."""
    return escape(read_back(printed))


def row(planned: str | None, completed: str, *remarks: str) -> str:
    cells = ([planned] if planned else [], [completed] if completed else [], remarks)
    return tr(*(tc(*(plainly(each) for each in cell)) for cell in cells))


def said(report: Report) -> list[tuple[str, str, str]]:
    """Every figure with its planned text and printed remarks, white space aside."""
    return [
        ("".join(output.planned_text.split()), each.completed, "".join((each.remarks + each.explanation).split()))
        for output in report.outputs()
        for each in output.components
    ]


@pytest.mark.slow
@pytest.mark.parametrize("variant", EXACT)
def test_all_thirteen_departments(addendum: Report, plain: Path, tmp_path: Path, variant: Variant) -> None:
    report = read(rewritten(plain, tmp_path / "a.docx", variant), None, silent).report
    expected, found = said(addendum), said(report)
    assert report.counts() == addendum.counts()
    differ = sum(one != other for one, other in zip(expected, found, strict=True))
    assert differ <= (2 if variant is two_tables_each else 0)  # a remark at the break looks like one that was shifted
