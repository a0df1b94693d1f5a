"""How the numbers of sections are printed in a document language, and read back from what was printed."""

import re

from rbb_editor.domain.language import Language


def department_number(number: str, language: Language) -> str:
    """“A.” for “A”; empty where there is no number."""
    return _printed(language.phrases["department_form"], number)


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


def split_heading(text: str, form: str) -> tuple[str, str]:
    """Number and title of a heading as printed, each after a tab, or as typed by hand: “A. Title”."""
    parts = text.split("\t", 2)
    if len(parts) == 3:
        number = unprinted(parts[1], form)
        return (number if number is not None else parts[1].strip()), parts[2]
    head, _, tail = (re.escape(part.strip()) for part in form.partition("{number}"))
    if match := re.match(rf"{head}(\w{{1,8}}){tail}\s+(.+)", text.strip(), re.DOTALL):
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
