"""The only module that knows where resources/ lies: in the wheel as `_resources`, in a checkout beside the package."""

import tomllib
from functools import cache, partial
from pathlib import Path

from rbb_editor.domain.language import Language, parse_language

REMARK_TABLES = "\n[reasons]\n"
"""The tables of a language's file from here on say how remarks are worded: most of it, and parsed when needed."""
CATALOGUE = "rbb_editor.mo"


@cache
def root() -> Path:
    """The resources folder."""
    package = Path(__file__).resolve().parent
    installed = package / "_resources"
    return installed if installed.is_dir() else package.parent / "resources"


@cache
def language(code: str) -> Language:
    """The words and number shapes of the document language `code` ("zh", "en", …); KeyError for an unknown one."""
    path = root() / "languages" / f"{code}.toml"
    if not path.is_file():
        raise KeyError(code)
    figures, head, remarks = path.read_text("utf-8").partition(REMARK_TABLES)
    table = tomllib.loads(figures)
    return parse_language(code, table, lambda: table | tomllib.loads(head + remarks), partial(_weights, code))


def _weights(code: str) -> dict[str, float]:
    """What the words of a remark weigh; {} for a language without weights."""
    path = root() / "likelihood" / f"{code}.tsv"
    lines = path.read_text("utf-8").splitlines() if path.is_file() else ()
    return {sign: float(weight) for sign, _, weight in (line.partition("\t") for line in lines)}


@cache
def language_codes() -> tuple[str, ...]:
    """Codes of all document languages, sorted."""
    return tuple(sorted(path.stem for path in (root() / "languages").glob("*.toml")))


def wordings(code: str) -> dict[str, list[str]]:
    """How published reports in a document language word headings besides ours, by kind; {} where there are none."""
    path = root() / "wordings" / f"{code}.toml"
    return tomllib.loads(path.read_text("utf-8")) if path.is_file() else {}


def catalogues() -> tuple[str, ...]:
    """Codes of the interface languages that have a catalogue."""
    return tuple(path.parent.name for path in (root() / "i18n").glob(f"*/{CATALOGUE}"))


def catalogue(code: str) -> Path | None:
    """The compiled catalogue of an interface language, or None."""
    path = root() / "i18n" / code / CATALOGUE
    return path if path.is_file() else None


def sample(code: str) -> Path:
    """The made-up sample report (interchange JSON) in a document language."""
    return root() / "samples" / f"sample_{code}.json"


def grammar(code: str) -> Path:
    """The sentences from which a made-up report in a document language is drawn; KeyError where there are none."""
    path = root() / "samples" / f"grammar_{code}.toml"
    if not path.is_file():
        raise KeyError(code)
    return path


def icon(name: str) -> Path:
    """The SVG of an icon."""
    return root() / "icons" / f"{name}.svg"


def template(name: str) -> Path:
    """A template file of the writers."""
    return root() / "templates" / name
