"""French and Spanish causes in every frame: each is read as a reason, and none that is denied or is another thing's.

A row of the matrix is a way to give a cause, `{of}`, `{to}` and `{the}` the cause with its preposition, `{that}` a
clause; each stands behind the figure, before it, alone and with those that are missing or more.
"""

from collections.abc import Iterator

import pytest

from rbb_editor import resources
from rbb_editor.domain.reasons import split_remarks
from rbb_editor.domain.values import Outcome

PLANNED = {"fr": "40 inspections de dépôts de munitions", "es": "40 inspecciones de depósitos de municiones"}
DONE = {"fr": "{} inspections ont été réalisées", "es": "se realizaron {} inspecciones"}
OTHERS = {
    "fr": {31: "neuf inspections n’ont pas été réalisées", 52: "douze inspections supplémentaires ont été réalisées"},
    "es": {31: "nueve inspecciones no se realizaron", 52: "se realizaron doce inspecciones adicionales"},
}
CAUSES = {
    "fr": {
        31: [
            ("les restrictions de voyage", "les voyages étaient interdits"),
            ("le versement tardif des fonds", "les fonds ont été versés tardivement"),
            ("la tenue d’élections législatives en mai", "des élections législatives se sont tenues en mai"),
            ("la pandémie de COVID-19", "la pandémie de COVID-19 s’est propagée"),
        ],
        52: [
            ("les demandes des gouvernements concernés", "les gouvernements concernés en ont fait la demande"),
            ("l’ouverture de deux bureaux régionaux", "deux bureaux régionaux ont ouvert"),
            ("la levée des restrictions de voyage", "les restrictions de voyage ont été levées"),
        ],
    },
    "es": {
        31: [
            ("las restricciones de viaje", "los viajes estaban prohibidos"),
            ("la llegada tardía de los fondos", "los fondos llegaron con retraso"),
            ("la celebración de elecciones legislativas en mayo", "se celebraron elecciones legislativas en mayo"),
            ("la pandemia de COVID-19", "la pandemia de COVID-19 se propagó"),
        ],
        52: [
            ("las solicitudes de los gobiernos interesados", "los gobiernos interesados lo solicitaron"),
            ("la apertura de dos oficinas regionales", "abrieron dos oficinas regionales"),
            ("el levantamiento de las restricciones de viaje", "se levantaron las restricciones de viaje"),
        ],
    },
}
GROUPS = {
    "fr": (
        "en raison {of}|à cause {of}|du fait {of}|par suite {of}|à la suite {of}|compte tenu {of}|sous l’effet {of}|"
        "en conséquence {of}|au lendemain {of}|dans le sillage {of}|au regard {of}|"
        "par l’effet {of}|suite {to}|face {to}|"
        "eu égard {to}|consécutivement {to}|étant donné {the}|parce que {that}|car {that}|puisque {that}|"
        "étant donné que {that}|du fait que {that}|attendu que {that}|dès lors que {that}|d’autant que {that}"
    ),
    "es": (
        "a causa {of}|a raíz {of}|como consecuencia {of}|a consecuencia {of}|en razón {of}|"
        "en vista {of}|por efecto {of}|"
        "por causa {of}|de resultas {of}|a la luz {of}|habida cuenta {of}|a tenor {of}|debido {to}|ante {the}|"
        "porque {that}|ya que {that}|puesto que {that}|dado que {that}|por cuanto {that}|"
        "toda vez que {that}|visto que {that}"
    ),
}
SENTENCES = {
    "fr": (
        "Cela s’explique par {the}|Ce résultat est imputable {to}|L’écart tient {to}|Cette situation découle {of}|"
        "Ce résultat est essentiellement dû {to}|Cela reflète {the}|La différence a pour cause {the}|Motif : {the}|"
        "Principale raison : {the}|C’est en raison {of} que le nombre diffère|C’est {the} qui explique cet écart|"
        "La raison en est {the}|Cela tient au fait que {that}|Si le nombre diffère, c’est que {that}"
    ),
    "es": (
        "Ello se explica por {the}|Este resultado es imputable {to}|La diferencia obedece {to}|Esto deriva {of}|"
        "Lo anterior se debe principalmente {to}|Ello refleja {the}|"
        "La diferencia tiene su origen en {the}|Motivo: {the}|"
        "Causa principal: {the}|Fue a causa {of} por lo que el número difiere|La razón fue {the}|"
        "Ello obedece a que {that}"
    ),
}
DENIED = {
    "fr": (
        "L’écart n’est pas dû {to}|L’écart ne s’explique pas par {the}|"
        "Ce n’est pas en raison {of} que le nombre diffère|"
        "Ce résultat n’est nullement imputable {to}|L’écart n’a aucun lien avec {the}|L’écart ne résulte pas {of}|"
        "Malgré {the}, les inspections de routine ont eu lieu"
    ),
    "es": (
        "La diferencia no se debe {to}|La diferencia no se explica por {the}|La diferencia no es consecuencia {of}|"
        "Este resultado no es en modo alguno imputable {to}|La diferencia no guarda relación alguna con {the}|"
        "La diferencia no deriva {of}|A pesar {of}, se realizaron las inspecciones ordinarias"
    ),
}
OF_ANOTHER = {
    "fr": (
        "une exposition a été inaugurée à Goma|le manuel a été traduit en swahili|une minute de silence a été observée"
    ),
    "es": "se inauguró una exposición en Goma|el manual se tradujo al suajili|se guardó un minuto de silencio",
}
FIGURES = (31, 52)
NO_COMMA = ("car ", "porque ")
"""Words that open no sentence."""


def joined(language: str, preposition: str, cause: str) -> str:
    """A cause behind a preposition, melted with its article."""
    melted = {"fr": {"de le ": "du ", "de les ": "des ", "à le ": "au ", "à les ": "aux "}}
    melted["es"] = {"de el ": "del ", "a el ": "al "}
    text = f"{preposition} {cause}"
    return next((new + text[len(old) :] for old, new in melted[language].items() if text.startswith(old)), text)


def filled(language: str, frame: str, cause: tuple[str, str]) -> str:
    """A frame with a cause."""
    noun, clause = cause
    to = "a" if language == "es" else "à"
    return frame.format(of=joined(language, "de", noun), to=joined(language, to, noun), the=noun, that=clause)


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def told(language: str, figure: int) -> Iterator[str]:
    """Remarks that give a cause of the difference."""
    done, others = DONE[language].format(figure), OTHERS[language][figure]
    for cause in CAUSES[language][figure]:
        for frame in GROUPS[language].split("|"):
            given = filled(language, frame, cause)
            yield f"{capital(done)}, {given}."
            yield f"{capital(done)}. {capital(others)}, {given}."
            if not given.startswith(NO_COMMA):
                yield f"{capital(given)}, {done}."
                yield f"{capital(done)}. {capital(given)}, {others}."
        for frame in SENTENCES[language].split("|"):
            yield f"{capital(done)}. {filled(language, frame, cause)}."
        yield f"{capital(done)}. {capital(cause[1])}."


def beside(language: str, figure: int) -> Iterator[str]:
    """Remarks that deny a cause, or give that of another thing."""
    done = DONE[language].format(figure)
    for cause in CAUSES[language][figure]:
        for frame in DENIED[language].split("|"):
            yield f"{capital(done)}. {filled(language, frame, cause)}."
        for frame in GROUPS[language].split("|")[:6]:
            for other in OF_ANOTHER[language].split("|"):
                given = filled(language, frame, cause)
                yield f"{capital(done)}. {capital(given)}, {other}."
                yield f"{capital(given)}, {other}. {capital(done)}."
                yield f"{capital(done)} ; {given}, {other}."
                yield f"{capital(done)}. {capital(other)} {given}."


def has_reason(language: str, figure: int, remark: str) -> bool:
    outcome = Outcome.SHORTFALL if figure < 40 else Outcome.EXCEEDED
    return bool(split_remarks(remark, outcome, resources.language(language), PLANNED[language]).explanation)


@pytest.mark.parametrize("figure", FIGURES)
@pytest.mark.parametrize("language", list(PLANNED))
def test_a_cause_is_a_reason_in_every_frame(language: str, figure: int) -> None:
    remarks = list(told(language, figure))
    assert len(remarks) > 250
    assert [remark for remark in remarks if not has_reason(language, figure, remark)] == []


@pytest.mark.parametrize("figure", FIGURES)
@pytest.mark.parametrize("language", list(PLANNED))
def test_a_cause_denied_or_of_another_thing_is_none(language: str, figure: int) -> None:
    remarks = list(beside(language, figure))
    assert len(remarks) > 200
    assert [remark for remark in remarks if has_reason(language, figure, remark)] == []
