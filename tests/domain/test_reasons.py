"""Remarks apart into what was delivered and why it differs, in six languages."""

import json
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rbb_editor import resources
from rbb_editor.domain.reasons import split_remarks
from rbb_editor.domain.values import Outcome

CODES = ("en", "fr", "es", "ru", "ar", "zh")
SHORT, MORE = Outcome.SHORTFALL, Outcome.EXCEEDED

REASONS = [
    # code, outcome, what was delivered, why it differs
    ("en", SHORT, "9 audits were done.", "The lower output was due to the late arrival of two auditors."),
    ("en", SHORT, "Two seminars were held.", "The third was cancelled because the venue had been flooded."),
    ("en", SHORT, "", "Owing to the closure of the airport, only 3 flights were inspected."),
    ("en", SHORT, "", "No requests for legal advice were received from missions."),
    ("en", SHORT, "8 visits were made.", "Two more could not take place as no visas were granted."),
    ("en", SHORT, "4 visits were made.", "Instead of the remaining visits, reviews were held by video link."),
    ("en", SHORT, "", "The course was deferred pending the recruitment of a new lecturer."),
    ("en", MORE, "31 letters were sent.", "The increase resulted from a new reporting duty."),
    ("en", MORE, "31 letters were sent.", "Member States submitted an increasing number of questions."),
    ("en", MORE, "", "31 letters were sent, because two claims went to arbitration."),
    ("en", MORE, "7 seminars were held.", "Two additional seminars were held at the request of the police."),
    (
        "fr",
        SHORT,
        "9 audits ont été faits.",
        "Le nombre moins élevé que prévu s’explique par le départ de deux auditeurs.",
    ),
    ("fr", SHORT, "", "Le séminaire n’a pas eu lieu, faute de crédits."),
    ("fr", SHORT, "2 stages ont été organisés.", "Le troisième a été annulé en raison des inondations."),
    ("fr", SHORT, "", "Aucune demande d’avis n’a été reçue des missions."),
    ("fr", MORE, "31 lettres ont été envoyées.", "L’augmentation est due à une nouvelle obligation."),
    ("fr", MORE, "31 lettres ont été envoyées.", "Les missions posent de plus en plus de questions."),
    ("es", SHORT, "Se hicieron 9 auditorías.", "El menor número se debió a la partida de dos auditores."),
    ("es", SHORT, "", "El seminario no se celebró por falta de créditos."),
    ("es", SHORT, "Se impartieron 2 cursos.", "El tercero se canceló debido a las inundaciones."),
    ("es", SHORT, "", "No se recibieron solicitudes de las misiones."),
    ("es", MORE, "Se enviaron 31 cartas.", "El aumento obedeció a una nueva obligación."),
    ("es", MORE, "Se enviaron 31 cartas.", "Las misiones plantearon cada vez más preguntas."),
    ("ru", SHORT, "Проведено 9 ревизий.", "Более низкий показатель объясняется уходом двух ревизоров."),
    ("ru", SHORT, "", "Семинар не был проведен из-за нехватки средств."),
    ("ru", SHORT, "Проведены 2 курса.", "Третий был отменен в связи с наводнением."),
    ("ru", SHORT, "", "Запросы от миссий не поступали."),
    ("ru", MORE, "Направлено 31 письмо.", "Увеличение числа писем обусловлено новым требованием."),
    ("ru", MORE, "Направлено 31 письмо.", "Миссии все чаще обращались с вопросами."),
    ("ar", SHORT, "أُجريت 9 عمليات مراجعة.", "ويعزى انخفاض العدد إلى رحيل اثنين من المراجعين."),
    ("ar", SHORT, "", "لم تُعقد الحلقة بسبب نقص الموارد."),
    ("ar", SHORT, "نُظمت دورتان.", "وأُلغيت الدورة الثالثة بسبب الفيضانات."),
    ("ar", MORE, "أُرسلت 31 رسالة.", "وتعزى الزيادة إلى متطلبات جديدة."),
    ("zh", SHORT, "进行了 9 次审计", "产出低于计划数目, 原因是两名审计员离职"),
    ("zh", SHORT, "", "由于经费不足, 没有举办研讨会"),
    ("zh", SHORT, "举办了 2 期课程。", "第三期因洪水被取消"),
    ("zh", SHORT, "", "没有收到各特派团的请求"),
    ("zh", SHORT, "进行了 4 次考察。", "其余考察改为视频会议"),
    ("zh", MORE, "发出了 31 封信", "产出高于计划数目，是因为有新的报告要求"),
    ("zh", MORE, "发出了 31 封信。", "各特派团的问询越来越多"),
    ("zh", MORE, "说明了情况", "产出高于计划数目，反映了各方更加关注此事"),
]


@pytest.mark.parametrize(("code", "outcome", "delivered", "why"), REASONS)
def test_a_reason_becomes_the_explanation(code: str, outcome: Outcome, delivered: str, why: str) -> None:
    text = f"{delivered} {why}".strip()
    split = split_remarks(text, outcome, resources.language(code))
    assert (split.remarks, split.explanation) == (delivered, why)
    assert split.cue
    assert split.cue in why
    assert text[split.start : split.end] == split.cue


TRAPS = [
    ("en", SHORT, "9 audits were done. A tenth was under way at the end of the period."),
    ("en", SHORT, "9 letters were issued"),
    ("en", SHORT, "The handbook has not been published."),
    ("en", SHORT, "4 visits were made. Following the visits the checklist was revised."),
    ("en", SHORT, "3 trips were made, to posts which had fallen vacant because their holders had retired"),
    ("en", SHORT, "5 sessions were held for staff who had been unable to attend because of illness"),
    ("en", MORE, "31 rulings were given, each explaining why the complaint had failed"),
    ("en", MORE, "31 letters were sent, 6 more than planned"),
    ("en", MORE, "5 notes were issued. The sixth will appear next year owing to late comments."),
    ("en", MORE, "31 letters were sent. Because of the many replies a new filing system was set up."),
    ("fr", SHORT, "9 audits ont été faits. Un dixième était en cours à la fin de l’exercice."),
    ("fr", SHORT, "Le guide n’a pas été publié"),
    ("fr", MORE, "31 lettres, soit 6 de plus"),
    ("fr", MORE, "5 notes ont été publiées. La sixième paraîtra plus tard en raison de retards de traduction."),
    ("es", SHORT, "Se hicieron 9 auditorías. La décima estaba en curso."),
    ("es", SHORT, "No se publicó el manual"),
    ("es", MORE, "Se publicaron 5 notas. La sexta se aplazó debido a su extensión."),
    ("ru", SHORT, "Проведено 9 ревизий. Десятая близилась к завершению."),
    ("ru", SHORT, "Подготовлены 3 записки. Эти записки были составлены в связи с выборами."),
    ("ru", MORE, "Направлено 31 письмо, или на 6 больше, чем планировалось"),
    ("ar", SHORT, "أُجريت 9 عمليات مراجعة. وكانت العاشرة جارية."),
    ("ar", SHORT, "أُوفدت 3 بعثات إلى المكاتب التي أغلقت بسبب انتهاء الولاية"),
    ("zh", SHORT, "进行了 9 次审计。第十次正在进行"),
    ("zh", SHORT, "手册没有印发"),
    ("zh", SHORT, "发出了 9 封信"),
    ("zh", MORE, "作出了 31 项说明理由的决定"),
    ("zh", MORE, "印发了 5 份说明。第六份由于翻译延误将于明年印发"),
]


@pytest.mark.parametrize(("code", "outcome", "text"), TRAPS)
def test_what_explains_nothing_or_something_else_is_no_explanation(code: str, outcome: Outcome, text: str) -> None:
    split = split_remarks(text, outcome, resources.language(code))
    assert (split.remarks, split.explanation, split.cue) == (text, "", "")


@pytest.mark.parametrize(
    ("code", "delivered", "why"),
    [
        ("fr", "3 notes ont été publiées,", "faute d’affaires appelant de telles notes"),
        ("es", "Se concluyeron 4 casos,", "por falta de investigadores en la División"),
        ("en", "3 notes were issued,", "for lack of new cases"),
    ],
)
def test_a_reason_on_a_line_of_its_own_is_one_of_the_clause_above(code: str, delivered: str, why: str) -> None:
    split = split_remarks(f"{delivered}\n{why}", SHORT, resources.language(code))
    assert (split.remarks, split.explanation) == (delivered, why)


def test_a_lost_line_break_before_the_stock_phrase_is_found() -> None:
    split = split_remarks("完成了 11 项谈判和签署产出高于计划数目，原因是时间缩短", MORE, resources.language("zh"))
    assert (split.remarks, split.explanation) == ("完成了 11 项谈判和签署", "产出高于计划数目，原因是时间缩短")


def test_a_met_figure_is_only_explained_by_a_stated_deviation() -> None:
    language = resources.language("en")
    plain = "5 notes were issued, because the committee had asked for them."
    assert split_remarks(plain, Outcome.MET, language).explanation == ""
    stated = "5 notes were issued. The higher output was due to a request."
    assert split_remarks(stated, Outcome.MET, language).explanation == "The higher output was due to a request."


def test_an_abbreviation_does_not_end_a_sentence() -> None:
    text = "Under art. 5 no. 7 of the Rules 3 cases were heard, owing to a lack of judges"
    assert split_remarks(text, SHORT, resources.language("en")).explanation == text


@given(
    st.lists(st.one_of(st.sampled_from([why for *_, why in REASONS]), st.text(max_size=30)), max_size=5),
    st.sampled_from([" ", "\n", ". ", "。", ""]),
    st.sampled_from(CODES),
    st.sampled_from(list(Outcome)),
)
def test_every_letter_is_kept(parts: list[str], seam: str, code: str, outcome: Outcome) -> None:
    text = seam.join(parts)
    split = split_remarks(text, outcome, resources.language(code))
    assert "".join((split.remarks + split.explanation).split()) == "".join(text.split())
    assert split.remarks in text
    assert split.explanation in text
    assert bool(split.cue) <= bool(split.explanation)


@pytest.mark.parametrize(
    ("piece", "code"),
    [("because not ", "en"), (".\n", "en"), ("由于", "zh"), ("产出高于", "zh"), ("بسبب ", "ar"), ("n’", "fr")],
)
def test_work_grows_with_the_text_not_with_its_square(piece: str, code: str) -> None:
    """Counted in lines of the interpreter, which do not depend on the machine."""
    language = resources.language(code)

    def lines(size: int) -> int:
        done = 0

        def count_line(*_: object) -> Any:
            nonlocal done
            done += 1
            return count_line

        text = piece * (size // len(piece))
        before = sys.gettrace()
        sys.settrace(count_line)
        try:
            split_remarks(text, SHORT, language)
        finally:
            sys.settrace(before)
        return done

    lines(100)  # the patterns are made when they are first used
    assert lines(16_000) < 2.5 * lines(8_000) + 5_000


@pytest.mark.shared
@pytest.mark.parametrize(("name", "code"), [("reference_A_C", "zh"), *((f"lang/{c}", c) for c in CODES if c != "zh")])
def test_the_references(shared: Path, name: str, code: str) -> None:
    language = resources.language(code)
    reference = json.loads((shared / "data" / f"{name}.json").read_text(encoding="utf-8"))
    both = found_only = missed = 0
    for component in components_of(reference):
        if not component["needs_explanation"]:
            continue
        outcome = Outcome(component["outcome"])
        if component["actual"]["kind"] == "missing":
            outcome = Outcome.UNCLEAR  # an empty cell is compared with nothing
        found = bool(split_remarks(component["remarks"] or "", outcome, language).explanation)
        both += found and component["has_explanation"]
        found_only += found and not component["has_explanation"]
        missed += component["has_explanation"] and not found
    assert 2 * both / (2 * both + found_only + missed) >= (0.97 if code == "zh" else 0.9)


def components_of(reference: Any) -> list[Any]:
    return [
        component
        for department in reference["departments"]
        for office in department["offices"]
        for accomplishment in office["accomplishments"]
        for output in accomplishment["outputs"]
        for component in output["components"]
    ]


USUAL = [
    ("en", "The output was lower than planned because guides for the most frequent visitors had been placed online"),
    (
        "fr",
        "Le produit a été inférieur aux prévisions parce que les demandes les plus fréquentes avaient été regroupées",
    ),
    ("es", "El producto fue inferior al previsto porque las solicitudes más frecuentes se habían agrupado"),
    ("ru", "Показатель ниже запланированного, поскольку одна из пяти встреч была отменена"),
    ("zh", "产出低于计划数目，原因是第二次圆桌会因主席国国内政变而改在日内瓦举行"),
]


@pytest.mark.parametrize(("code", "remark"), USUAL)
def test_what_stands_in_the_cause_of_a_stated_deviation_is_of_it_whatever_it_is(code: str, remark: str) -> None:
    language = resources.language(code)
    assert split_remarks(remark, Outcome.SHORTFALL, language, "12").explanation == remark
