"""One deliverable with two plans, over the whole report."""

from tests.rules.rows import found_in, report_of


def test_one_deliverable_planned_with_two_figures() -> None:
    first = ("按照行业标准处理 3 500 项维持和平行动投资结算", [("626", "处理 626 项投资结算")])
    second = ("执行 900 项外汇购买和 450 项投资结算", [("是", "执行了 1 172 项外汇购买和 626 项投资结算")])
    findings = found_in("planned-twice", report_of("zh", first, second))
    assert [finding.target for finding in findings] == ["o0", "o1"]
    assert (
        findings[0].message.in_english() == "3\u00a0500 planned here, 450 in another row; the remarks of both say 626."
    )
    same = ("执行 900 项外汇购买和 3 500 项投资结算", second[1])
    assert not found_in("planned-twice", report_of("zh", first, same))


def test_the_same_in_english_and_what_only_shares_a_number() -> None:
    first = ("3,500 investment settlements", [("626", "626 investment settlements were processed")])
    second = ("450 investment settlements", [("Yes", "626 investment settlements were made")])
    assert len(found_in("planned-twice", report_of("en", first, second))) == 2
    other = ("450 travel requests", [("626", "626 travel requests were processed")])
    assert not found_in("planned-twice", report_of("en", first, other))


def test_figures_that_are_alike_by_chance() -> None:
    for one, two in (
        ("250 investment settlements", "250 investment settlements were made"),  # a round figure
        ("126 staff trained", "126 staff were trained"),  # people, and one word
        ("126 reports", "126 reports were issued"),
    ):
        figure = one.split()[0]
        plan = one.replace(figure, "103")
        rows = [(one, [(figure, two)]), (plan, [(figure, two)])]
        assert not found_in("planned-twice", report_of("en", *rows)), one
