"""The wordings by which an importer recognises headings and table heads: those that we print, and others in use."""

import re
from functools import cache, lru_cache

from msgspec import Struct

from rbb_editor import resources


class Words(Struct, frozen=True):
    """Recognised wordings in one language, folded by `fold`, without what stands in brackets."""

    code: str
    accomplishment: tuple[str, ...]
    planned: tuple[str, ...]
    completed: tuple[str, ...]
    remarks: tuple[str, ...]
    contents: tuple[str, ...]
    page: tuple[str, ...]
    abbreviations: tuple[str, ...]
    summary: tuple[str, ...]
    addendum: tuple[str, ...]
    author: tuple[str, ...]
    agenda_item: tuple[str, ...]  # with {number}
    section_title: tuple[str, ...]
    session: tuple[str, ...]  # a word of the session line
    masthead: tuple[str, ...]  # starts of the lines of the masthead
    indicators: tuple[str, ...]  # starts of the head cells of a table of indicators
    indicator: tuple[str, ...]  # what such a cell has in it
    measured: tuple[str, ...]  # what stands in the other cells of such a head
    reasons: tuple[str, ...]  # the head of a column for the reasons alone
    target: tuple[str, ...]  # the head of a column for the planned figures alone
    total: tuple[str, ...]  # the first words of a row that adds up


OTHERS: dict[str, dict[str, tuple[str, ...]]] = {
    "en": {
        "target": (
            "planned",
            "planned number",
            "number planned",
            "planned figure",
            "planned quantity",
            "target",
            "targets",
            "planned (number)",
            "qty",
            "quantity",
        ),
        "total": ("total", "totals", "grand total", "subtotal", "sum"),
        "accomplishment": ("expected accomplishment", "expected accomplishments"),
        "planned": ("planned output", "planned outputs", "outputs", "output"),
        "completed": (
            "completed",
            "actual",
            "actual outputs",
            "number or yes/no",
            "actual number",
            "actual quantity",
            "actual qty",
            "actual figure",
            "number completed",
            "delivered",
            "achieved",
        ),
        "remarks": ("remarks", "comments", "comment", "remark"),
        "contents": ("contents", "table of contents"),
        "page": ("page", "pages"),
        "abbreviations": ("abbreviations", "list of abbreviations", "abbreviations and acronyms", "acronyms"),
        "session": ("session",),
        "masthead": ("united nations", "general assembly", "distr", "original"),
        "indicators": ("planned indicator", "actual indicator", "indicators of achievement", "performance indicators"),
        "indicator": (
            "indicator",
            "performance measure",
        ),
        "measured": (
            "planned",
            "actual",
            "target",
            "baseline",
            "result",
            "achieved",
            "actuals",
            "performance",
            "remarks",
            "planned figures",
            "actual figures",
        ),
        "reasons": (
            "reasons",
            "reason for variance",
            "reasons for variance",
            "reasons for the variance",
            "reason for deviation",
            "explanation",
            "explanations",
            "explanation of variance",
            "justification",
            "variance",
            "explanation for variance",
        ),
    },
    "fr": {
        "target": ("prévu", "prévus", "nombre prévu", "quantité prévue", "cible", "objectif"),
        "total": ("total", "totaux", "total général", "sous-total"),
        "accomplishment": ("réalisation escomptée", "réalisations escomptées"),
        "planned": ("produit prévu", "produits prévus", "produits"),
        "completed": ("produits exécutés", "exécution", "réalisé", "exécutés", "produits réalisés"),
        "remarks": ("observations", "remarques"),
        "contents": ("table des matières", "sommaire"),
        "page": ("page", "pages"),
        "abbreviations": ("abréviations", "liste des abréviations", "sigles et abréviations", "sigles"),
        "session": ("session",),
        "masthead": ("nations unies", "assemblée générale", "distr", "original"),
        "indicators": ("indicateurs de succès", "indicateurs"),
        "indicator": (
            "indicateur",
            "mesure des résultats",
        ),
        "measured": (
            "prévu",
            "prévus",
            "réalisé",
            "réalisés",
            "effectif",
            "effectifs",
            "objectif",
            "cible",
            "résultat",
            "résultats",
            "base de référence",
            "chiffres effectifs",
            "observations",
        ),
        "reasons": (
            "motif",
            "motifs",
            "raisons",
            "explication",
            "explications",
            "explication de l'écart",
            "raison de l'écart",
            "justification",
            "écart",
        ),
    },
    "es": {
        "target": ("previsto", "previstos", "número previsto", "cantidad prevista", "meta"),
        "total": ("total", "totales", "total general", "subtotal"),
        "accomplishment": ("logro previsto", "logros previstos"),
        "planned": ("producto previsto", "productos previstos", "productos"),
        "completed": ("terminado", "completado", "ejecutado", "productos obtenidos"),
        "remarks": ("observaciones", "comentarios"),
        "contents": ("índice",),
        "page": ("página", "páginas"),
        "abbreviations": ("abreviaturas", "siglas", "abreviaturas y siglas"),
        "session": ("período de sesiones", "periodo de sesiones"),
        "masthead": ("naciones unidas", "asamblea general", "distr", "original"),
        "indicators": ("indicadores de progreso", "indicadores"),
        "indicator": (
            "indicador",
            "medida de la ejecución",
        ),
        "measured": (
            "previsto",
            "previstos",
            "real",
            "reales",
            "meta",
            "objetivo",
            "resultado",
            "resultados",
            "base de referencia",
            "obtenido",
            "observaciones",
        ),
        "reasons": (
            "motivos",
            "razones",
            "razón",
            "explicación",
            "explicaciones",
            "justificación",
            "motivo de la diferencia",
            "razones de la diferencia",
            "diferencia",
        ),
    },
    "ru": {
        "target": ("план", "запланировано", "плановое число", "плановый показатель"),
        "total": ("итого", "всего", "общий итог"),
        "accomplishment": ("ожидаемое достижение", "ожидаемые достижения"),
        "planned": ("запланированные мероприятия", "запланированное мероприятие", "мероприятия"),
        "completed": ("фактически проведено", "выполнено", "проведено", "фактически"),
        "remarks": ("примечания", "примечание", "замечания"),
        "contents": ("содержание", "оглавление"),
        "page": ("стр.", "стр", "страница"),
        "abbreviations": ("сокращения", "список сокращений", "перечень сокращений"),
        "session": ("сессия",),
        "masthead": ("организация объединенных наций", "генеральная ассамблея", "distr", "original"),
        "indicators": ("запланированные показатели", "фактические показатели", "показатели достижения"),
        "indicator": ("показател",),
        "measured": (
            "план",
            "запланировано",
            "факт",
            "фактически",
            "целевой",
            "результат",
            "запланированные",
            "фактические",
            "исходный уровень",
            "примечания",
        ),
        "reasons": (
            "причины",
            "обоснование",
            "пояснение",
            "пояснения",
            "объяснение",
            "причина отклонения",
            "причины отклонения",
            "отклонение",
        ),
    },
    "ar": {
        "target": ("المقرر", "العدد المقرر", "المستهدف"),
        "total": ("المجموع", "المجموع الكلي", "الإجمالي"),
        "accomplishment": ("الإنجاز المتوقع", "الإنجازات المتوقعة", "الانجاز المتوقع"),
        "planned": ("النواتج المقررة", "الناتج المقرر", "النواتج"),
        "completed": ("المنجز", "النواتج المنجزة", "ما أنجز"),
        "remarks": ("ملاحظات", "الملاحظات"),
        "contents": ("المحتويات", "فهرس المحتويات"),
        "page": ("الصفحة",),
        "abbreviations": ("المختصرات", "قائمة المختصرات"),
        "session": ("الدورة",),
        "masthead": ("الأمم المتحدة", "الجمعية العامة", "distr", "original"),
        "indicators": ("مؤشرات الإنجاز",),
        "indicator": ("مؤشر",),
        "measured": (
            "المقرر",
            "الفعلي",
            "المستهدف",
            "الهدف",
            "النتيجة",
            "خط الأساس",
            "المقررة",
            "الفعلية",
            "ملاحظات",
        ),
        "reasons": (
            "الأسباب",
            "التعليل",
            "تعليل",
            "أسباب الفرق",
            "سبب الفرق",
            "الشرح",
            "التفسير",
            "الفرق",
        ),
    },
    "zh": {
        "target": ("计划", "计划数", "计划数目", "计划数量", "目标", "目标数"),
        "total": ("合计", "总计", "共计", "小计"),
        "accomplishment": ("预期成绩", "预期成果"),
        "planned": ("计划产出", "产出"),
        "completed": ("已完成", "完成情况", "实际产出"),
        "remarks": ("说明", "备注", "评注"),
        "contents": ("目录", "目次"),
        "page": ("页次", "页码"),
        "abbreviations": ("简称", "缩略语", "简称表"),
        "session": ("届会议",),
        "masthead": ("联合国", "大会", "distr", "original"),
        "indicators": ("计划绩效指标", "实际绩效指标", "绩效指标"),
        "indicator": (
            "指标",
            "业绩计量",
            "绩效计量",
        ),
        "measured": (
            "计划",
            "实际",
            "目标",
            "基准",
            "结果",
            "计划数",
            "实际数",
            "说明",
        ),
        "reasons": (
            "原因说明",
            "差异原因",
            "理由",
            "解释",
            "差异说明",
            "差异",
        ),
    },
}


@cache
def all_words() -> tuple[Words, ...]:
    """The wordings of every document language that there is."""
    return tuple(_words(code) for code in resources.language_codes())


def words_of(code: str) -> Words:
    """The wordings of one document language."""
    return next(words for words in all_words() if words.code == code)


def _words(code: str) -> Words:
    phrases, others = resources.language(code).phrases, OTHERS.get(code, {})

    def known(key: str, *names: str) -> tuple[str, ...]:
        own = [fold(phrases[name]) for name in names if name in phrases]
        return tuple(dict.fromkeys((*own, *(fold(each) for each in others.get(key, ())))))

    return Words(
        code=code,
        accomplishment=known("accomplishment", "expected_accomplishment"),
        planned=known("planned", "planned_outputs"),
        completed=known("completed", "completed", "completed_short"),
        remarks=known("remarks", "remarks"),
        contents=known("contents", "contents"),
        page=known("page", "page"),
        abbreviations=known("abbreviations", "abbreviations"),
        summary=known("summary", "summary"),
        addendum=known("addendum", "addendum"),
        author=known("author", "author"),
        agenda_item=known("agenda_item", "agenda_item"),
        section_title=known("section_title", "section_title"),
        session=known("session"),
        masthead=known("masthead", "united_nations", "organ"),
        indicators=known("indicators"),
        indicator=known("indicator"),
        measured=known("measured"),
        reasons=known("reasons", "reason"),
        target=known("target"),
        total=known("total"),
    )


@lru_cache(maxsize=2000)
def fold(text: str) -> str:
    """A wording as it is compared: case, bracketed additions, white space and typographic variants aside."""
    text = re.sub(r"[(（\[][^)）\]]*[)）\]]?", " ", text)
    text = text.replace("\u2019", "'").replace("\u02bc", "'").replace("：", ":").replace("ё", "е")
    text = re.sub(r"[\u064b-\u0652\u0640]", "", text)  # Arabic vowel signs and stretching
    return " ".join(text.split()).strip(" :.*").casefold()
