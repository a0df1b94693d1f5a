"""Known slips of the pen in every language: what is found, what is left alone, and what a mend puts there."""

import pytest

from rbb_editor import resources
from rbb_editor.edits.checks import mend
from rbb_editor.gui.panels.mends import mendings
from tests.rules.rows import found, found_in, report_of

LANGUAGES = ("ar", "en", "es", "fr", "ru", "zh")

MENDED = [
    ("en", "A operation was not a item of the Untied Nations", "A operation was not an item of the United Nations"),
    ("en", "It was an mission that recieved the report", "It was a mission that received the report"),
    ("en", "the Secretary General and the comittee", "the Secretary-General and the committee"),
    ("en", "Recieved with concensus of all personel", "Received with consensus of all personnel"),
    ("en", "Personel met", "Personnel met"),
    ("fr", "Appui à les Etats, malgrès le aéroport", "Appui à les États, malgré l’aéroport"),
    ("fr", "Il faut que elles aident, si il le faut", "Il faut qu’elles aident, s’il le faut"),
    ("es", "La mision de el Grupo y informes", "La misión de el Grupo e informes"),
    ("es", "Asesoramiento a el personal segun el plan", "Asesoramiento al personal según el plan"),
    ("ru", "Справка о обеспечении в течении года", "Справка об обеспечении в течение года"),
    ("ru", "Доклад об проведении и по завершению работ", "Доклад о проведении и по завершении работ"),
    ("ar", "قدم التقرير الى البعثة فى اجراء", "قدم التقرير إلى البعثة في إجراء"),
    ("zh", "支持维持和特派团和其它部份", "支持维持和平特派团和其他部分"),
    ("zh", "向联和国付秘书长说明维持和平行动司法部的作用", "向联合国副秘书长说明维持和平行动司法部分的作用"),
]

LEFT_ALONE = [
    ("en", "a one-time visit, a European unit, an hour, a user, a UN post; option a is kept; an NGO"),
    ("en", "the under secretary of state; committee members; the public; a history"),
    ("fr", "le onzième rapport, le haut niveau, de Abidjan, la onzième, afin de le faire, les États"),
    ("es", "misiones y hielo, y yo, la opción de El Salvador, todo el personal, o bien"),
    ("ru", "о них, об этом, в воде, в 2017 году, в течении реки, по завершении работ"),
    ("ar", "إلى الأمم المتحدة في إطار إعداد التقرير أو إنشاء البعثة"),
    ("zh", "对与预算有关的问题提供答复；为包括警察在内的个人开办课程；维持和平行动的司法部分；交付代表团"),
    ("zh", "对执行情况的技术评估，包括对保护情况的评估；特派团技术评估，包括进行技术评估"),
    ("fr", "la ouate, le yen, hausser de haut en bas, la hiérarchie"),
    ("ru", "во Франции, в фрагменте, в форме, об утверждении, о Европе, в вопросах"),
    ("zh", "快速反应了解情况；应缴付代表团费用；通过对各项提议进行审查，减少了费用"),
    ("zh", "为在布隆迪、刚果民主共和国的特派团更新数据库；截至 2017 年；支付主席的费用；最新关注的问题"),
]

FRAMES = [
    ("zh", "业务对与恩德培中心进行了一次访问", "对与"),
    ("zh", "进程为包括中非稳定团和总部进行了 3 次审查", "包括"),
    ("zh", "上次会议于 3 月举行，而在 2017 年的会议于 9 月举行", "在 2017 年的会议于"),
    ("zh", "对执行情况的技术评估，包括对保护情况进行技术评估", "的技术评估，包括对保护情况进行技术评估"),
    ("zh", "通过对 3 个特派团及中心现场援助，支持该系统", "通过对 3 个特派团及中心现场援助"),
]


@pytest.mark.parametrize(("language", "wrong", "right"), MENDED)
def test_a_known_slip_is_mended(language: str, wrong: str, right: str) -> None:
    report = report_of(language, ("", [("1", wrong)]))
    change = mend(report, mendings(found_in("word-mistaken", report)))
    assert change is not None
    report.apply(change)
    assert report.output("o0").components[0].remarks == right
    assert not found_in("word-mistaken", report)


@pytest.mark.parametrize(("language", "text"), LEFT_ALONE)
def test_what_only_looks_like_a_slip_is_left_alone(language: str, text: str) -> None:
    assert [each.message.in_english() for each in found("word-mistaken", language, "", ("1", text))] == []


@pytest.mark.parametrize(("language", "text", "words"), FRAMES)
def test_a_phrase_that_lacks_a_part_is_shown_as_likely(language: str, text: str, words: str) -> None:
    (finding,) = found("word-mistaken", language, "", ("1", text))
    (mark,) = finding.marks
    assert text[mark.start : mark.end] == words
    assert (finding.guess, finding.mend) == (True, None)


def test_the_message_shows_whole_words() -> None:
    (finding,) = found("word-mistaken", "es", "", ("1", "Informe de la mision"))
    assert finding.message.in_english() == "“mision” seems to stand for “misión”."


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_language_has_its_slips_and_each_can_be_written(code: str) -> None:
    slips = resources.language(code).slips
    assert len(slips) > 20
    for slip in slips:
        assert list(slip.found("")) == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_pattern_looks_beyond_the_end_of_its_text(code: str) -> None:
    language = resources.language(code)
    if language.style.spaced:  # where these are looked for in the texts of many outputs at once
        patterns = [slip.pattern.source for slip in language.slips if not slip.whole]
        assert not [each for each in patterns if "$" in each or "^" in each]
