"""The faces of the printed form."""

from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication

from rbb_editor import resources
from rbb_editor.document.look import look_of
from rbb_editor.gui.page import faces


def test_latin_words_of_an_arabic_page_are_set_as_in_english_and_fit_their_lines(qapp: QApplication) -> None:
    """Symbol, “Distr.: General” and page numbers: in the taller Arabic face their heads were cut off."""
    arabic, english = (look_of(resources.language(code)) for code in ("ar", "en"))
    latin = faces.face(arabic, 20, latin=True)
    assert latin.families() == faces.face(english, 20).families()[: len(latin.families())]
    assert QFontMetricsF(latin).height() <= english.body.line
    assert latin.families() != faces.face(arabic, 20).families()
