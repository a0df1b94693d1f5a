"""Reports of one row, for rules about what stands in it."""

from rbb_editor import resources
from rbb_editor.domain import rank
from rbb_editor.domain.entities import Component, Entity, Level, Output, ReportInfo, Section
from rbb_editor.domain.reading import Reader
from rbb_editor.domain.report import Report
from rbb_editor.rules import Finding
from rbb_editor.rules.checker import Checker

Cell = tuple[str, str] | tuple[str, str, str]
"""Completed, remarks and, where there is one, the explanation."""


def report_of(language: str, *rows: tuple[str, list[Cell]]) -> Report:
    """A report with one accomplishment that has these outputs: planned text and figures."""
    ranks = rank.spread(len(rows) + 1)
    entities: list[Entity] = [
        ReportInfo(language=language),
        Section("A", Level.DEPARTMENT, None, ranks[0], "A", "Department"),
        Section("a11", Level.ACCOMPLISHMENT, "A", ranks[0], "1.1", "Accomplishment"),
    ]
    for i, (planned, cells) in enumerate(rows):
        components = tuple(
            Component(f"{i}.{j}", cell[0], cell[1], cell[2] if len(cell) == 3 else "") for j, cell in enumerate(cells)
        )
        entities.append(Output(f"o{i}", "a11", ranks[i], planned, components))
    return Report(entities)


def found(rule: str, language: str, planned: str, *cells: Cell) -> list[Finding]:
    """What a rule finds in a report with one output."""
    return found_in(rule, report_of(language, (planned, list(cells))))


def found_in(rule: str, report: Report) -> list[Finding]:
    """What a rule finds in a report."""
    return [finding for finding in all_found(report) if finding.rule == rule]


def all_found(report: Report) -> list[Finding]:
    """What all rules find in a report."""
    language = resources.language(report.info.language)
    checker = Checker(report, Reader(language), language)
    checker.run()
    return list(checker.findings())
