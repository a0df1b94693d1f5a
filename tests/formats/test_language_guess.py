"""The language of a document, by script and by words."""

import json
from pathlib import Path

import pytest

from rbb_editor.formats.language_guess import guess_language

SAMPLES = {
    "en": ["The meetings were held in New York and the reports were issued on time."],
    "fr": ["Les réunions ont été tenues à New York et les rapports ont été publiés dans les délais."],
    "es": ["Las reuniones se celebraron en Nueva York y los informes se publicaron a tiempo."],
    "ru": ["Совещания были проведены в Нью-Йорке (UMOJA, MINUSMA), и доклады были изданы."],
    "ar": ["عقدت الاجتماعات في نيويورك وصدرت التقارير في موعدها (MINUSMA)"],
    "zh": ["在纽约举行了会议 (MINUSMA, MONUSCO), 按时印发了报告"],
}


@pytest.mark.parametrize("code", SAMPLES)
def test_one_sentence_is_enough(code: str) -> None:
    assert guess_language(SAMPLES[code]) == (code, True)


def test_nothing_to_go_by_is_english_and_unsure() -> None:
    assert guess_language(["12 345", ""]) == ("en", False)


@pytest.mark.parametrize("code", ["en", "fr", "es", "ru", "ar"])
def test_the_samples(code: str, shared: Path) -> None:
    data = json.loads((shared / "data" / "lang" / f"{code}.json").read_text("utf-8"))
    accomplishments = data["departments"][0]["offices"][0]["accomplishments"]
    texts = [output["planned_output"] for each in accomplishments for output in each["outputs"]]
    assert guess_language(texts) == (code, True)
