"""How the numbers of sections are printed in a document language, and read back from what was printed."""

import re

from rbb_editor.domain.language import Language, department_form


def department_number(number: str, language: Language) -> str:
    """“A.” for “A”, “ألف -” for “ألف”; empty where there is no number."""
    return _printed(department_form(number, language.phrases), number)


def office_number(number: str, language: Language) -> str:
    """“(a)” for “a”; empty where there is no number."""
    return _printed(language.phrases["office_form"], number)


def accomplishment_label(number: str, language: Language) -> str:
    """“Expected accomplishment 1.1:” for “1.1”, without the number where there is none."""
    form = language.phrases["accomplishment_form"]
    head, _, _ = form.partition("{title}")
    if number:
        return head.format(number=number).strip()
    return " ".join(head.replace("{number}", "").split()).replace(" :", ":").replace(" ：", "：")


def unprinted(printed: str, form: str) -> str | None:
    """The bare number that `form` ("({number})") prints as `printed`; None where it is another form."""
    head, _, tail = (part.strip() for part in form.partition("{number}"))
    if len(printed) > len(head) + len(tail) and printed.startswith(head) and printed.endswith(tail):
        return printed[len(head) : len(printed) - len(tail)].strip()
    return None


def split_department(text: str, language: Language) -> tuple[str, str]:
    """Number and title of the heading of a department or of the section."""
    return split_heading(text, language.phrases["department_form_in_words"], language.phrases["department_form"])


def split_office(text: str, language: Language) -> tuple[str, str]:
    """Number and title of the heading of an office."""
    return split_heading(text, language.phrases["office_form"])


def split_heading(text: str, *forms: str) -> tuple[str, str]:
    """Number and title of a heading as printed, each after a tab, or as typed by hand: “A. Title”.

    `forms`: in which the number may be printed; the first that fits counts.
    """
    parts = text.split("\t", 2)
    if len(parts) == 3:
        numbers = (unprinted(parts[1], form) for form in forms)
        return next((number for number in numbers if number is not None), parts[1].strip()), parts[2]
    for form in forms:
        head, _, tail = (re.escape(part.strip()) for part in form.partition("{number}"))
        if match := re.match(rf"{head}(\w{{1,8}})\s?{tail}\s+(.+)", text.strip(), re.DOTALL):
            return match[1], match[2]
    return "", text.strip()


def split_accomplishment(text: str, language: Language) -> tuple[str, str]:
    """Number and title of an accomplishment as printed; no number where the text has another form."""
    label, _, _ = language.phrases["accomplishment_form"].partition("{title}")
    head, _, tail = (re.escape(part.strip()) for part in label.partition("{number}"))
    if match := re.match(rf"{head}[ \u00a0]?(.*?)[ \u00a0]?{tail} ?(.*)", text, re.DOTALL):
        return match[1], match[2]
    return "", text.strip()


def _printed(form: str, number: str) -> str:
    return form.format(number=number) if number else ""
