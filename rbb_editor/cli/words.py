"""Words that several sub-commands print."""

from collections.abc import Iterable

from rbb_editor.domain.places import section_words
from rbb_editor.domain.report import Counts, Report
from rbb_editor.domain.text import N_, Text
from rbb_editor.i18n import Translator
from rbb_editor.resources import language

THINGS = (
    ("departments", N_("{count} department"), N_("{count} departments")),
    ("offices", N_("{count} office"), N_("{count} offices")),
    ("accomplishments", N_("{count} accomplishment"), N_("{count} accomplishments")),
    ("outputs", N_("{count} output"), N_("{count} outputs")),
    ("figures", N_("{count} figure"), N_("{count} figures")),
)


def listed(parts: Iterable[str], say: Translator) -> str:
    """Several things in one line, with the comma of the language."""
    return say(N_(", ")).join(parts)


def counts_in_words(counts: Counts, say: Translator) -> str:
    """What a report holds: "3 departments, 4 offices, …"."""
    return listed((say(Text.of(one, plural=many, count=getattr(counts, name))) for name, one, many in THINGS), say)


def language_name(code: str) -> str:
    """A document language by its own name."""
    return language(code).name


def heading_of(report: Report, section: str, say: Translator) -> str:
    """Where findings stand: the numbers of the sections and the title of the last one; the report itself for ""."""
    if not section:
        return say(N_("The report as a whole"))
    numbers = section_words(report, section, language(report.info.language))
    return f"{numbers}  {report.section(section).title}".rstrip()
