"""The check report: all findings as a work queue by office, as a workbook or a Word file."""

from itertools import groupby
from pathlib import Path

from rbb_editor import resources
from rbb_editor.domain.entities import Level, Output
from rbb_editor.domain.language import Language
from rbb_editor.domain.places import place_words, printed_title
from rbb_editor.domain.reading import Reader
from rbb_editor.domain.report import Report
from rbb_editor.domain.text import N_
from rbb_editor.errors import UserError
from rbb_editor.formats.check_report import CheckGroup, CheckRow, CheckWords, write_docx
from rbb_editor.formats.xlsx.check_report import write_xlsx
from rbb_editor.i18n import Translator
from rbb_editor.progress import Progress, part, silent
from rbb_editor.rules import RULES, SEVERITY_NAMES, Finding
from rbb_editor.rules.checker import Checker
from rbb_editor.rules.waivers import waiver_of


def write_check_report(report: Report, path: Path, say: Translator, progress: Progress = silent) -> None:
    """Checks a report and writes what was found, in the language of the interface, as the ending of `path` says.

    May run on a worker thread with a snapshot.

    Raises UserError for another ending or where the file cannot be written, Cancelled out of `progress`.
    """
    write = {".xlsx": write_xlsx, ".docx": write_docx}.get(path.suffix.lower())
    if write is None:
        raise UserError(N_("A check report is written as Excel (.xlsx) or Word (.docx). “{name}” was not written."),
                        name=path.name)  # fmt: skip
    language = resources.language(report.info.language)
    checker = Checker(report, Reader(language), language)
    checker.run(part(progress, 0.0, 0.8))
    rows = [(office_of(report, each, language), _row(report, each, language, say)) for each in checker.findings()]
    groups = [
        CheckGroup(name, tuple(row for _, row in found)) for name, found in groupby(rows, key=lambda each: each[0])
    ]
    title = report.info.title or report.info.symbol
    write(path, _words(title, [row for _, row in rows], say), groups, _runs_from_right(say.language))
    progress(1, 1)


def office_of(report: Report, finding: Finding, language: Language) -> str:
    """Who has to work on a finding: the office, else the department; "" for the report as a whole."""
    above = [section for section in report.path(finding.target) if section.level is not Level.ACCOMPLISHMENT]
    return " › ".join(printed_title(section, language) for section in above)


def _runs_from_right(code: str) -> bool:
    """Whether the language of the reader does: the sentences are in it, whatever the report is in."""
    return code in resources.language_codes() and resources.language(code).rtl


def _row(report: Report, finding: Finding, language: Language, say: Translator) -> CheckRow:
    rule = next((each for each in RULES if each.name == finding.rule), None)
    entity = report.get(finding.target)
    waiver = waiver_of(report, finding)
    return CheckRow(
        place=say(place_words(report, finding.target, language)),
        severity=say(SEVERITY_NAMES[finding.severity]),
        rule=say(rule.title) if rule is not None else finding.rule,
        message=say(finding.message),
        evidence="\n".join(map(say, finding.grounds)),
        planned=entity.planned_text if isinstance(entity, Output) else "",
        waived=waiver.reason if waiver is not None else "",
    )


def _words(title: str, rows: list[CheckRow], say: Translator) -> CheckWords:
    open_rows = [row for row in rows if not row.waived]
    counts = say.listed(
        say(N_("{severity}: {count}"), severity=each, count=sum(row.severity == say(each) for row in open_rows))
        for each in SEVERITY_NAMES.values()
    )
    return CheckWords(
        title=say(N_("Check report")),
        subject=title,
        counts=counts,
        nothing=say(N_("Nothing to correct was found.")),
        whole=say(N_("The report as a whole")),
        office=say(N_("Office")),
        heads=tuple(
            say(text)
            for text in (
                N_("Where"), N_("How severe"), N_("Rule"), N_("What was found"), N_("Evidence"), N_("Planned output"),
                N_("Waived because"), N_("Done"),
            )
        ),
    )  # fmt: skip
