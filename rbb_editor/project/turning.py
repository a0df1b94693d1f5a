"""A report in another document language: all that depends on it is read ahead, which may take long."""

from itertools import islice

from rbb_editor.domain.language import Language
from rbb_editor.domain.reading import Reader
from rbb_editor.domain.report import Report
from rbb_editor.progress import Progress
from rbb_editor.rules.checker import Checker

CHUNK = 100
"""Outputs read between two reports of progress."""
TRIED = 100
"""Nodes that are checked, so that the words the rules look for are ready."""


def read_through(report: Report, language: Language, progress: Progress) -> Reader:
    """Who has read every output of a report in a language. May run on any thread; Cancelled out of `progress`."""
    reader = Reader(language)
    outputs, done = report.outputs(), 0
    while chunk := list(islice(outputs, CHUNK)):
        progress(done, len(report))
        reader.read(chunk)
        done += len(chunk)
    Checker(report, reader, language).advance(TRIED)
    return reader
