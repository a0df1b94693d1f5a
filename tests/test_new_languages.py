"""Document languages that the program does not bring: each is one file of its words, and all else follows from it."""

import json
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest

from rbb_editor import resources
from rbb_editor.cli import main
from rbb_editor.domain.figures import read_actual, read_planned
from rbb_editor.domain.language import Language
from rbb_editor.domain.reasons import split_remarks
from rbb_editor.domain.values import Outcome, Planned, PlannedKind, Qualifier
from rbb_editor.formats import wording
from rbb_editor.formats.language_guess import guess_language

FILES = Path(__file__).parent / "languages"

REPORTS = {
    "th": {
        "department": "กรมสนับสนุนภารกิจ",
        "office": "สำนักงานรองเลขาธิการ",
        "accomplishment": "ปรับปรุงการรายงานต่อคณะมนตรีความมั่นคง",
        "rows": [
            ("จัดทำรายงาน 5 ฉบับเกี่ยวกับภารกิจ", "3", "จัดทำรายงาน 3 ฉบับ", ""),
            ("จัดการประชุมอย่างน้อย 4 ครั้ง", "3", "จัดการประชุม 3 ครั้ง", "ผลผลิตต่ำกว่าแผนเนื่องจากขาดงบประมาณ"),
            ("ฝึกอบรม 20 ครั้ง รอยืนยัน", "20", "ฝึกอบรม 20 ครั้งครั้ง", ""),
        ],
    },
    "he": {
        "department": "המחלקה לתמיכה במשלחות",
        "office": "לשכת סגן המזכיר הכללי",
        "accomplishment": "שיפור הדיווח למועצת הביטחון",
        "rows": [
            ("הכנת 5 דוחות על המשלחות", "3", "הוכנו 3 דוחות", ""),
            ("לפחות 4 ישיבות עם השותפים", "3", "נערכו 3 ישיבות", "התפוקה הנמוכה נבעה מהיעדר תקציב בשל המצב"),
            ("עריכת 20 תדרוכים יושלם בהמשך", "20", "נערכו 20 תדרוכים תדרוכים", ""),
        ],
    },
}  # fmt: skip


@pytest.fixture(params=REPORTS)
def language(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Language]:
    """One of the languages, as the program knows it when its file lies beside the others."""
    ours = resources.root()
    root = tmp_path / "resources"
    root.mkdir()
    for folder in ours.iterdir():
        if folder.name != "languages":
            (root / folder.name).symlink_to(folder, target_is_directory=True)
    (root / "languages").mkdir()
    for file in (*(ours / "languages").iterdir(), FILES / f"{request.param}.toml"):
        (root / "languages" / file.name).write_bytes(file.read_bytes())
    monkeypatch.setattr(resources, "root", lambda: root)
    _forget()
    yield resources.language(request.param)
    monkeypatch.undo()
    _forget()


def _forget() -> None:
    for remembered in (resources.language, resources.language_codes, wording.all_words):
        remembered.cache_clear()


def report(language: Language, folder: Path) -> Path:
    """A report of the language in a file of the interchange form."""
    told = REPORTS[language.code]
    outputs = [
        {
            "planned_output": planned,
            "components": [{"actual": {"raw": done}, "remarks": remarks, "explanation": reason}],
        }
        for planned, done, remarks, reason in told["rows"]
    ]
    accomplishment = {"number": "1.1", "title": told["accomplishment"], "outputs": outputs}
    office = {"letter": "a", "title": told["office"], "accomplishments": [accomplishment]}
    department = {"letter": "A", "title": told["department"], "offices": [office]}
    table = {"format": "rbb-report", "version": 1, "language": language.code, "info": {}, "departments": [department]}
    path = folder / "report.json"
    path.write_text(json.dumps(table), encoding="utf-8")
    return path


def planned(text: str, language: Language) -> Planned:
    return read_planned(text, [read_actual("1", language)], [None], language)[0]


def test_figures_are_read(language: Language) -> None:
    texts = [row[0] for row in REPORTS[language.code]["rows"]]
    assert [planned(text, language) for text in texts] == [
        Planned(PlannedKind.QUANTITY, 5),
        Planned(PlannedKind.QUANTITY, 4, None, Qualifier.AT_LEAST),
        Planned(PlannedKind.QUANTITY, 20),
    ]


@pytest.mark.parametrize(
    ("language", "text", "value", "qualifier"),
    [
        ("th", "จัดทำรายงานสามฉบับ", 3, None),
        ("th", "จัดทำรายงานยี่สิบห้าฉบับ", 25, None),
        ("th", "รายงาน 5 ฉบับขึ้นไป", 5, Qualifier.AT_LEAST),
        ("he", "שלושה דוחות", 3, None),
        ("he", "עשרים וחמישה דוחות", 25, None),
        ("he", "5 דוחות או יותר", 5, Qualifier.AT_LEAST),
    ],
    indirect=["language"],
)
def test_number_words_and_qualifiers_are_read(
    language: Language, text: str, value: int, qualifier: Qualifier | None
) -> None:
    assert planned(text, language) == Planned(PlannedKind.QUANTITY, value, None, qualifier)


@pytest.mark.parametrize(
    ("language", "text", "cue"),
    [
        ("th", "จัดทำรายงาน 3 ฉบับ\nอีก 2 ฉบับถูกยกเลิกเนื่องจากขาดงบประมาณ", "เนื่องจาก"),
        ("he", "הוכנו 3 דוחות. שני הדוחות האחרים בוטלו בגלל היעדר תקציב.", "בגלל"),
    ],
    indirect=["language"],
)
def test_a_reason_is_read(language: Language, text: str, cue: str) -> None:
    split = split_remarks(text, Outcome.SHORTFALL, language)
    assert (split.cue, bool(split.remarks)) == (cue, True)


def test_its_texts_are_known_as_its_own(language: Language) -> None:
    assert guess_language(text for row in REPORTS[language.code]["rows"] for text in row) == (language.code, True)


def test_the_command_line_checks_prints_and_reads_it(
    language: Language, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, word, again = tmp_path / "r.rbb", tmp_path / "r.docx", tmp_path / "again.rbb"
    assert main(["import", str(report(language, tmp_path)), "-o", str(file)]) == 0
    capsys.readouterr()
    main(["check", str(file), "--json"])
    findings = json.loads(capsys.readouterr().out)["findings"]
    told = {each["rule"]: each["message"] for each in findings}
    assert told.keys() >= {"shortfall-unexplained", "placeholder-left", "word-doubled"}
    assert "3 of 5" in told["shortfall-unexplained"]
    assert main(["export", str(file), "-o", str(word)]) == 0
    with ZipFile(word) as package:
        printed = package.read("word/document.xml").decode()
    assert language.phrases["planned_outputs"] in printed
    assert ("<w:bidiVisual/>" in printed) == language.rtl
    assert main(["import", str(word), "-o", str(again)]) == 0
    capsys.readouterr()
    for path in (file, again):
        assert main(["export", str(path), "-o", str(path.with_suffix(".json"))]) == 0
    one, two = (json.loads(path.with_suffix(".json").read_text("utf-8")) for path in (file, again))
    assert two["language"] == language.code
    assert one["departments"] == two["departments"]
