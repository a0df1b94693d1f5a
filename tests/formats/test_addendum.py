"""The real addendum: counts, scores against the reference, every repair noted, no word lost."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from rbb_editor.domain.entities import Output, ReportInfo, Section
from rbb_editor.formats import json_writer, text_reader
from rbb_editor.formats.imported import Imported
from rbb_editor.progress import Cancelled, silent

pytestmark = pytest.mark.shared
GRAM = 4
"""Every run of so many letters of the source must be found again."""


@pytest.fixture(scope="module")
def source(shared: Path) -> Path:
    return shared / "data" / "addendum_zh.txt"


@pytest.fixture(scope="module")
def imported(source: Path) -> Imported:
    return text_reader.read(source, None, silent)


def test_it_comes_in_whole(imported: Imported) -> None:
    counts = imported.report.counts()
    assert (counts.departments, counts.offices, counts.accomplishments, counts.outputs) == (13, 17, 56, 454)
    assert counts.figures == pytest.approx(541, abs=1)
    assert [section.number for section in imported.report.sections()] == list("ABCDEFGHIJKLM")
    assert imported.language == "zh"


def test_front_matter(imported: Imported) -> None:
    info = imported.report.info
    assert info.session == "第七十二届会议"
    assert info.agenda_item == "149"
    assert info.agenda_title == "联合国维持和平行动经费筹措的行政和预算问题"
    assert info.title == "维持和平行动支助账户 2016 年 7 月 1 日至 2017 年 6 月 30 日期间预算执行情况"
    assert (info.period_start, info.period_end) == ("2016-07-01", "2017-06-30")
    assert info.author == "秘书长的报告"
    assert info.summary == "本增编说明了与 A/72/701 号文件第二节有关的计划产出和实际产出。"
    assert (info.section_number, info.section_title) == ("二", "成果预算编制框架")
    assert [(note.mark, note.text) for note in info.notes] == [("*", "计划绩效指标和实际绩效指标见 A/72/701。")]
    assert len(info.abbreviations) == 36
    assert info.abbreviations[-1].short == "联索支助办"


def test_scores_against_the_reference(imported: Imported, shared: Path, tmp_path: Path) -> None:
    json_writer.write(imported.report, tmp_path / "report.json", silent)
    command = [sys.executable, str(shared / "tools" / "score_import.py"), str(tmp_path / "report.json")]
    command += [str(shared / "data" / "reference_A_C.json"), "--json"]
    scores = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    assert scores["extra_outputs"] == 0
    assert scores["planned_text_exact"] == 1.0
    for name in ("component_shape", "completed_figure", "remarks_exact"):
        assert scores[name] >= 0.98, name
    for name in ("planned_figure", "outcome", "explanation_f1"):
        assert scores[name] >= 0.95, name
    assert scores["unexplained_shortfall_f1"] >= 0.90


def test_every_defect_of_the_reference_is_noted_at_one_of_its_lines(imported: Imported, shared: Path) -> None:
    reference = json.loads((shared / "data" / "reference_A_C.json").read_text("utf-8"))
    noted = {place.line for note in imported.notes for place in note.places}
    assert [defect for defect in reference["ocr_defects"] if not noted & set(defect["lines"])] == []


def test_notes_lead_to_what_they_are_about(imported: Imported) -> None:
    for note in imported.notes:
        gathered = note.certainty == "certain"  # many like things in one note
        if note.kind in ("joined", "moved", "taken_apart") and not gathered:
            assert note.target is not None
            assert isinstance(imported.report.get(note.target), (Output, Section, ReportInfo))


def squash(text: str) -> str:
    return re.sub(r"\s+", "", text)


def test_no_word_of_the_source_is_lost(imported: Imported, source: Path) -> None:
    info = imported.report.info
    kept = [note.source for note in imported.notes]
    kept += [info.session, info.agenda_title, info.title, info.author, info.summary, info.section_number]
    kept += [info.section_title, *(note.text for note in info.notes), "议程项目" + info.agenda_item]
    kept += [each.short + each.long for each in info.abbreviations]
    for node in imported.report.walk():
        if isinstance(node, Section):
            kept.append(f"{node.number}.{node.title}")
            kept += [
                f"({node.number}){node.title}",
                f"预期成绩{node.number}:{node.title}",
                f"预期成绩{node.number}：{node.title}",
            ]
        else:
            kept.append(node.planned_text)
            for each in node.components:
                kept += [each.completed, each.completed + each.remarks + each.explanation]
    found = "\n".join(map(squash, kept))
    grams = {found[at : at + GRAM] for at in range(len(found))} | set(found)
    lost = []
    for number, line in enumerate(source.read_text("utf-8").splitlines(), start=1):
        for cell in line.split("\t"):
            text = squash(re.sub(r"</?p[^>]*>", "", cell))
            missing = [text[at : at + GRAM] for at in range(max(1, len(text) - GRAM + 1))]
            missing = [gram for gram in missing if gram and gram not in grams and gram not in found]
            # a cut that a repair made takes at most the runs across it
            if len(missing) > 3 * (GRAM - 1):
                lost.append((number, missing))
    assert lost == []


def test_it_can_be_stopped(source: Path) -> None:
    seen = []

    def stop(done: int, total: int) -> None:
        seen.append(done / total)
        if done > 0.5 * total:
            raise Cancelled

    with pytest.raises(Cancelled):
        text_reader.read(source, None, stop)
    assert seen == sorted(seen)
