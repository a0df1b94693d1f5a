"""The words of a PDF can be searched and copied: each glyph is noted as the letter that the pages hold."""

import unicodedata
from collections import Counter
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject
from PySide6.QtWidgets import QApplication

from rbb_editor import resources
from rbb_editor.domain.report import Report
from rbb_editor.gui.page import faces
from rbb_editor.gui.page.pages import Pages
from rbb_editor.gui.page.paper import finish_pdf, painted
from rbb_editor.gui.page.pdf_text import Letters, mend
from rbb_editor.project.sample import make_sample
from rbb_editor.project.transfer import read_file


def text_of(report: Report, path: Path) -> tuple[str, str]:
    """What a reader of the PDF finds, and what was set."""
    pages = Pages()
    pages.begin(report, resources.language(report.info.language))
    steps = painted(pages, report.info)
    while True:
        try:
            next(steps)
        except StopIteration as end:
            finish_pdf(end.value, report.info, path)
            break
    set_texts = "".join(each.paragraph.text for sheet in pages.sheets for each in sheet.placed())
    return "".join(page.extract_text() for page in PdfReader(path).pages), set_texts


def is_ideograph(letter: str) -> bool:
    return unicodedata.name(letter, "").startswith(("CJK", "KANGXI"))


@pytest.mark.parametrize("source", ["sample", "everyday"])
def test_chinese_is_found_as_it_is_written(qapp: QApplication, tmp_path: Path, source: str) -> None:
    if not faces.families():
        pytest.skip("no Chinese font here")
    report = read_file(resources.sample("zh")).report if source == "sample" else make_sample(40, "zh")
    found, written = text_of(report, tmp_path / "zh.pdf")
    assert not any("\u2e80" <= letter < "\u2fe0" for letter in found)
    wanted = Counter(filter(is_ideograph, written))
    there = Counter(filter(is_ideograph, found))
    assert not wanted - there
    assert "行动" in found
    assert "一" in found or "一" not in written


def test_arabic_is_found_by_its_letters_not_by_their_joined_forms(qapp: QApplication, tmp_path: Path) -> None:
    found, _ = text_of(make_sample(20, "ar"), tmp_path / "ar.pdf")
    assert not any("\ufb50" <= letter <= "\ufdff" or "\ufe70" <= letter < "\ufeff" for letter in found)


def test_spaces_are_spaces(qapp: QApplication, tmp_path: Path) -> None:
    found, _ = text_of(make_sample(20, "en"), tmp_path / "en.pdf")
    assert "\u00a0" not in found
    assert "Expected accomplishment" in found


@pytest.mark.parametrize(
    ("entry", "mended"),
    [
        (b"<0001> <0002> [<2F00> <8054>]", b"<0001> <0002> [<4E00> <8054>]"),
        (b"<0001> <0003> <2F00>", b"<0001> <0003> [<4E00> <4E28> <4E36>]"),
        (b"<0001> <0001> <FEFB>", b"<0001> <0001> [<06440627>]"),
        (b"<0001> <0001> <D83DDE00>", b"<0001> <0001> <D83DDE00>"),
        (b"<0001> <0002> [<D83DDE00> <2F00>]", b"<0001> <0002> [<D83DDE00> <2F00>]"),
        (b"<0000> <0000> <0000>", b"<0000> <0000> [<0000>]"),
    ],
)
def test_every_form_of_a_map_is_mended(entry: bytes, mended: bytes) -> None:
    writer = PdfWriter()
    page = writer.add_blank_page(100, 100)
    stream = DecodedStreamObject()
    stream.set_data(b"1 beginbfrange\n%s\nendbfrange" % entry)
    font = DictionaryObject({NameObject("/ToUnicode"): writer._add_object(stream)})
    fonts = DictionaryObject({NameObject("/F1"): writer._add_object(font)})
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
    mend(writer, Letters.of(["联"], []))
    assert stream.get_data() == b"1 beginbfrange\n%s\nendbfrange" % mended
