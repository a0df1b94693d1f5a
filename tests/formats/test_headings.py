"""Headings by their wording, in six languages, of our own form and of other years and organs."""

import pytest

from rbb_editor.formats.headings import What, read_heading


@pytest.mark.parametrize(
    ("text", "what", "number", "title"),
    [
        ("预期成绩 1.1：向安全理事会", What.ACCOMPLISHMENT, "1.1", "向安全理事会"),
        ("预期成绩 1.1: 向安全理事会", What.ACCOMPLISHMENT, "1.1", "向安全理事会"),
        ("Expected accomplishment 1.1: Improved reporting", What.ACCOMPLISHMENT, "1.1", "Improved reporting"),
        ("EXPECTED ACCOMPLISHMENT 1.1 Improved reporting", What.ACCOMPLISHMENT, "1.1", "Improved reporting"),
        ("Expected accomplishment: Improved reporting", What.ACCOMPLISHMENT, "", "Improved reporting"),
        ("Réalisation escomptée 2.1 : Rapidité", What.ACCOMPLISHMENT, "2.1", "Rapidité"),
        ("Logro previsto 3.1. Mayor eficiencia", What.ACCOMPLISHMENT, "3.1", "Mayor eficiencia"),
        ("Ожидаемое достижение 1.1: Повышение", What.ACCOMPLISHMENT, "1.1", "Повышение"),
        ("الإنجاز المتوقع ١-١: تحسين", What.ACCOMPLISHMENT, "١-١", "تحسين"),
        ("A. Department of Peacekeeping", What.DEPARTMENT, "A", "Department of Peacekeeping"),
        ("ألف - إدارة عمليات حفظ السلام", What.DEPARTMENT, "ألف", "إدارة عمليات حفظ السلام"),
        ("(a) 副秘书长办公室", What.OFFICE, "a", "副秘书长办公室"),
        ("a) Bureau du Secrétaire général adjoint", What.OFFICE, "a", "Bureau du Secrétaire général adjoint"),
        ("(أ) مكتب وكيل الأمين العام", What.OFFICE, "أ", "مكتب وكيل الأمين العام"),
        ("二. 成果预算编制框架*", What.SECTION, "二", "成果预算编制框架*"),
        ("II. Results-based-budgeting framework", What.SECTION, "II", "Results-based-budgeting framework"),
        # of other years and organs
        ("Section 2. General Assembly affairs", What.DEPARTMENT, "2", "General Assembly affairs"),
        ("Section 29D Office of Central Support", What.DEPARTMENT, "29D", "Office of Central Support"),
        ("Chapitre 2. Affaires de l'Assemblée", What.DEPARTMENT, "2", "Affaires de l'Assemblée"),
        ("Sección 2. Asuntos de la Asamblea", What.DEPARTMENT, "2", "Asuntos de la Asamblea"),
        ("Раздел 2. Дела Генеральной Ассамблеи", What.DEPARTMENT, "2", "Дела Генеральной Ассамблеи"),
        ("الباب 2: شؤون الجمعية العامة", What.DEPARTMENT, "2", "شؤون الجمعية العامة"),
        ("第2款. 大会事务", What.DEPARTMENT, "2", "大会事务"),
        ("第二款 大会事务", What.DEPARTMENT, "二", "大会事务"),
        ("Subprogramme 3. Disarmament", What.OFFICE, "3", "Disarmament"),
        ("次级方案3：裁军", What.OFFICE, "3", "裁军"),
        ("（一）副秘书长办公室", What.OFFICE, "一", "副秘书长办公室"),
        ("(A) OFFICE OF SUPPLY", What.OFFICE, "a", "OFFICE OF SUPPLY"),
        ("A. Field Logistics (continued)", What.DEPARTMENT, "A", "Field Logistics"),
        ("預期成績 1.1：改進報告（續）", What.ACCOMPLISHMENT, "1.1", "改進報告"),
    ],
)
def test_headings_by_their_wording(text: str, what: What, number: str, title: str) -> None:
    mark = read_heading(text)
    assert mark is not None
    assert (mark.what, mark.number, mark.title) == (what, number, title)


@pytest.mark.parametrize(
    "text",
    [
        "A. Department of Peacekeeping\t5",
        "Expected accomplishments were not reached in every field office",
        "Some text without any mark",
        "",
        "Section 2 of the report deals with supply",
        "Part one of the work",
        "section 3 and 4",
    ],
)
def test_what_is_no_heading(text: str) -> None:
    assert read_heading(text) is None


def test_a_long_row_of_dots_is_no_line_of_the_contents_and_stops_nobody() -> None:
    assert read_heading("." * 300_000) is None  # hung for minutes
