"""Every rule, a line each: name, severity of the house, what it looks at, the function, its title and explanation, and
what an output must show at a glance for the rule to be called at all (see `traits`).
"""

from rbb_editor.domain.length import ADVISED
from rbb_editor.domain.text import N_
from rbb_editor.rules.abbreviations import abbreviation_doubled, abbreviation_unlisted, abbreviation_unused
from rbb_editor.rules.bodies import body_named_otherwise, other_department_acts, reason_of_other_body
from rbb_editor.rules.breakdown import breakdown_differs
from rbb_editor.rules.cells import figure_ambiguous, figure_misplaced
from rbb_editor.rules.contradictions import direction_contradicts, done_but_denied
from rbb_editor.rules.coverage import count_unanswered, deliverable_unmentioned, figures_out_of_order
from rbb_editor.rules.figures import excess_unexplained, figure_missing, figure_unreadable, shortfall_unexplained
from rbb_editor.rules.missions import reason_of_other_mission
from rbb_editor.rules.nothing import no_hides_figure
from rbb_editor.rules.reasons import explanation_without_cause, postponed_without_date, reason_covers_part
from rbb_editor.rules.remarks import (
    figure_without_plan,
    percent_sign_missing,
    remark_figure_differs,
    yes_for_count,
    yes_hides_figure,
)
from rbb_editor.rules.rule import Rule, Scope, Severity, Threshold
from rbb_editor.rules.run_on import list_run_together
from rbb_editor.rules.slips import word_mistaken
from rbb_editor.rules.spelled_out import abbreviation_two_forms
from rbb_editor.rules.structure import accomplishment_empty, number_doubled, planned_text_missing
from rbb_editor.rules.style import number_style, percent_style, planned_as_done, width_mixed
from rbb_editor.rules.traits import Trait
from rbb_editor.rules.twice import planned_twice
from rbb_editor.rules.whole import number_gap, output_repeated, report_long
from rbb_editor.rules.wording import (
    bracket_unbalanced,
    invisible_sign,
    markup_remnant,
    placeholder_left,
    stray_word,
    word_doubled,
)

ERROR, WARNING, ADVICE = Severity
OUTPUT, CHILDREN, TEXTS, REPORT = Scope
T = Trait
PER_CENT = N_("per cent more than planned")
WORDS = N_("words")

# ruff: noqa: E501  (a list is read line by line)
# fmt: off
RULES = (
    Rule("shortfall-unexplained", ERROR, OUTPUT, shortfall_unexplained, N_("Shortfall without a reason"), N_("Every shortfall needs a reason. Wrong: planned 40, completed 35, “35 letters were sent”. Right: “… The lower output was due to the closure of the office”."), needs=T.FALLS_SHORT | T.UNEXPLAINED),
    Rule("excess-unexplained", WARNING, OUTPUT, excess_unexplained, N_("Excess without a reason"), N_("The reports explain what was exceeded, too. Wrong: planned 290, completed 345, no reason. Right: “… The higher output was due to additional requests”."), Threshold(0, 0, 500, PER_CENT), needs=T.EXCEEDS | T.UNEXPLAINED),
    Rule("figure-missing", ERROR, OUTPUT, figure_missing, N_("No completed figure"), N_("Every output is answered by a number, a percentage, yes or no. Wrong: an empty cell. Right: 3, 70%, Yes."), needs=T.EMPTY_CELL),
    Rule("figure-unreadable", WARNING, OUTPUT, figure_unreadable, N_("Completed figure not understood"), N_("What cannot be read cannot be compared, so a shortfall may hide in it. Wrong: “Several”, or “All” of 40. Right: 25, Yes, or “All” where no count was planned."), needs=T.NO_FIGURE),
    Rule("remark-figure-differs", WARNING, OUTPUT, remark_figure_differs, N_("Remark names another figure"), N_("The remark and the completed cell name the same figure. Wrong: 28, “27 meetings were held”. Right: “28 meetings were held”."), needs=T.COUNTED | T.UNNAMED),
    Rule("breakdown-differs", WARNING, OUTPUT, breakdown_differs, N_("Parts do not add up"), N_("The parts of a total add up to it. Wrong: “7 meetings, including 3 with staff and 3 with experts”. Right: “… and 4 with experts”."), needs=T.LISTS),
    Rule("direction-contradicts", WARNING, OUTPUT, direction_contradicts, N_("More or fewer said than the figures show"), N_("“Higher” stands beside a higher figure, “lower” beside a lower one. Wrong: planned 40, completed 35, “The higher output was due to …”. Right: “The lower output …”."), needs=T.COUNTED | T.ARGUED | T.DIRECTIONS),
    Rule("done-but-denied", WARNING, OUTPUT, done_but_denied, N_("Reported as done, but denied in the remarks"), N_("What is reported as done is not said to have been left undone. Wrong: Yes, “The manual was not issued”. Right: No, with the reason."), needs=T.MET | T.DENIALS),
    Rule("explanation-without-cause", WARNING, OUTPUT, explanation_without_cause, N_("Reason without a cause"), N_("What stands as the reason gives a cause. Wrong: “35 letters were sent in all”. Right: “Fewer letters were sent, as the office was closed”."), needs=T.DEVIATES | T.EXPLAINED),
    Rule("reason-covers-part", WARNING, OUTPUT, reason_covers_part, N_("Reason for a part of the shortfall"), N_("A reason covers all that is missing. Wrong: 4 of 6, “The fifth review was postponed because …”. Right: “The fifth and sixth reviews were postponed because …”."), needs=T.SHORTFALL | T.EXPLAINED),
    Rule("postponed-without-date", ADVICE, OUTPUT, postponed_without_date, N_("Postponed without a new date"), N_("What was postponed has a new date or a condition; what was cancelled, a decision or a cause. Wrong: “The workshop was postponed”. Right: “The workshop was postponed to March 2018”."), needs=T.SHORTFALL | T.PUT_OFF),
    Rule("figures-out-of-order", WARNING, OUTPUT, figures_out_of_order, N_("Figures in another order than planned"), N_("Figures stand in the order of the plan. Wrong: “2 visits and 5 reports”, answered by the reports first. Right: the visits first."), needs=T.SEVERAL),
    Rule("count-unanswered", ADVICE, OUTPUT, count_unanswered, N_("Planned count without an answer"), N_("Every deliverable that the plan counts is answered by a figure, and the plan says which counts are parts of others. Wrong: “5 visits; 3 reports”, answered by 5. Right: 5 and 3."), needs=T.COUNTED_NUMBER | T.PARTS_PLANNED),
    Rule("deliverable-unmentioned", ADVICE, OUTPUT, deliverable_unmentioned, N_("Deliverable not spoken of"), N_("Every deliverable of the plan is spoken of in the remarks. Wrong: “Deployment of the module; revision of the catalogue”, Yes, “The module was deployed”. Right: “… and the catalogue was revised”."), needs=T.MET),
    Rule("reason-of-other-body", WARNING, OUTPUT, reason_of_other_body, N_("Reason about another organ"), N_("A reason speaks of the organ that the figure is about. Wrong: 8 reports of the Council, explained by requests of the Board. Right: by requests of the Council."), needs=T.EXPLAINED | T.ORGANS_PLANNED),
    Rule("reason-of-other-mission", WARNING, REPORT, reason_of_other_mission, N_("Reason about another mission"), N_("A reason speaks of the mission that the row is about. Wrong: visits to UNISFA, of which two were not made, as “flights to UNMISS were suspended”. Right: “flights to UNISFA were suspended”.")),
    Rule("body-named-otherwise", WARNING, OUTPUT, body_named_otherwise, N_("Organ under two names"), N_("The remark calls an organ by the name that it has in the planned text. Wrong: “Central Review Body” and “Central Review Board”. Right: one of the two."), needs=T.ORGANS_PLANNED | T.ORGANS_TOLD),
    Rule("other-department-acts", WARNING, REPORT, other_department_acts, N_("Another department named as acting"), N_("Who did what a row reports is the department of the row. Wrong: in a row of the Department of Field Support “UNOAU supported …”. Right: “The Department supported …”.")),
    Rule("planned-twice", WARNING, REPORT, planned_twice, N_("One deliverable planned with two figures"), N_("One deliverable is planned with one figure. Wrong: “3,500 settlements” and “450 settlements” in two rows, both answered by 626. Right: the same plan in both, or one row.")),
    Rule("no-hides-figure", WARNING, OUTPUT, no_hides_figure, N_("No, though the remark reports a part"), N_("Where the remark reports as done what the plan counts, the cell does not say no. Wrong: No, “the system was installed in 4 missions”, as planned. Right: a figure for it."), needs=T.NOTHING),
    Rule("yes-hides-figure", WARNING, OUTPUT, yes_hides_figure, N_("Yes, though the remark tells another count"), N_("Where a count was planned and the remark tells another one, yes hides a shortfall or an excess. Wrong: 35 planned, Yes, “36 staff took part”. Right: 36."), needs=T.YES | T.PLANS_COUNT),
    Rule("yes-for-count", ADVICE, OUTPUT, yes_for_count, N_("Count answered by yes"), N_("Where several were planned, a figure says more than yes. Wrong: 5 reports, Yes. Right: 5."), needs=T.YES | T.PLANS_NUMBER),
    Rule("percent-sign-missing", WARNING, OUTPUT, percent_sign_missing, N_("Percent sign missing"), N_("A planned percentage is answered by a percentage. Wrong: 90 per cent planned, 100. Right: 100%."), needs=T.PLANS_PERCENT | T.COUNTED_NUMBER),
    Rule("figure-without-plan", ADVICE, OUTPUT, figure_without_plan, N_("Nothing planned to compare with"), N_("A figure can be judged only where the planned text has a count that it answers. Wrong: “Reports on all missions”, 17. Right: “Reports on all 17 missions”, 17."), needs=T.UNCLEAR | T.PLANS_NOTHING | T.COUNTED),
    Rule("figure-ambiguous", ADVICE, OUTPUT, figure_ambiguous, N_("One figure or several"), N_("A completed cell is plainly one figure or plainly several; what neither plan nor remark tells is asked. Wrong: “180 459” beside “180 visits for 459 guests”. Right: a figure for each, or 180 459 in the remark."), needs=T.COUNTED_NUMBER | T.APART),
    Rule("figure-misplaced", ADVICE, REPORT, figure_misplaced, N_("Figure that may belong to another row"), N_("A figure stands in the row whose plan it answers. Wrong: “90 per cent of cases”, 2, “2 courses were held”, below “8 workshops; 2 courses”. Right: the 2 in the row above.")),
    Rule("planned-text-missing", ERROR, OUTPUT, planned_text_missing, N_("No planned output"), N_("Every row says what was planned. Wrong: figures without a planned output. Right: “Conduct of 85 briefings”."), needs=T.NO_PLAN),
    Rule("accomplishment-empty", WARNING, CHILDREN, accomplishment_empty, N_("Accomplishment without outputs"), N_("An expected accomplishment has planned outputs; one without prints a heading over nothing. Wrong: a heading and no table. Right: at least one planned output."), needs=T.BARE),
    Rule("number-doubled", WARNING, CHILDREN, number_doubled, N_("Number given twice"), N_("Letters and numbers are given once among neighbours. Wrong: 1.1, 2.1, 2.1. Right: 1.1, 2.1, 3.1."), needs=T.DIVIDED),
    Rule("word-doubled", WARNING, TEXTS, word_doubled, N_("Word written twice"), N_("A word is written once, but for what the language doubles. Wrong: “of the the report”. Right: “he had had to”, 谢谢, “vous vous êtes”."), needs=T.DOUBLED),
    Rule("markup-remnant", WARNING, TEXTS, markup_remnant, N_("Remnant of markup"), N_("A text holds words, not the markup of a page that it was copied from. Wrong: “<br>”, “<b>5</b>”. Right: “A < B”."), needs=T.MARKUP),
    Rule("bracket-unbalanced", WARNING, TEXTS, bracket_unbalanced, N_("Bracket or quotation mark alone"), N_("Brackets and quotation marks come in pairs. Wrong: “(see annex”. Right: “(see annex)”, and the marks of a list: “a) …”."), needs=T.PAIRED),
    Rule("placeholder-left", ERROR, TEXTS, placeholder_left, N_("Placeholder left over"), N_("Nothing is left open in a report that is submitted. Wrong: “XXX briefings”, “[ ]”, “to be confirmed”. Right: “12 briefings”."), needs=T.OPEN),
    Rule("stray-word", WARNING, TEXTS, stray_word, N_("Word of another language"), N_("A word that translating or typing left behind. Wrong: 其他群组 and 相关要求. Right: names and what is written with capitals: iNeed, Flickr, UNMIL."), needs=T.STRAYS),
    Rule("word-mistaken", WARNING, TEXTS, word_mistaken, N_("Wrong word"), N_("A word is the one that was meant, and a phrase is whole. Wrong: “Untied Nations”, “a operation”, 联和国. Right: “United Nations”, “an operation”, 联合国."), needs=T.SLIPS),
    Rule("list-run-together", WARNING, OUTPUT, list_run_together, N_("List without a separator"), N_("What the remarks count apart is kept apart in the planned text. Wrong: “7 visits reports”, as “4 visits and 3 reports” were completed. Right: “7 visits and reports”."), needs=T.COUNTS_TOLD),
    Rule("invisible-sign", ADVICE, TEXTS, invisible_sign, N_("Sign that cannot be seen"), N_("Such signs come with the clipboard and break search and sorting. Wrong: a zero-width space within a word. Right: joiners and direction marks in Arabic."), needs=T.UNSEEN),
    Rule("planned-as-done", WARNING, OUTPUT, planned_as_done, N_("Planned output worded as done"), N_("A planned output says what was to be done. Wrong: “Conducted 5 briefings”, 提供了咨询意见. Right: “Conduct of 5 briefings”, 提供咨询意见."), needs=T.DEED_TOLD),
    Rule("number-style", ADVICE, TEXTS, number_style, N_("Thousands written otherwise"), N_("Thousands are separated by a comma in English and by a space in the other languages. Wrong: 12345. Right: 12,345 in English, 12 345 in French."), needs=T.LONG_NUMBER),
    Rule("percent-style", ADVICE, TEXTS, percent_style, N_("Per cent in a sentence"), N_("The sign % stands in tables, the words in sentences. Wrong: “rose by 5%”, “5 percent”. Right: “rose by 5 per cent”; French, Spanish and Chinese write the sign."), needs=T.PERCENT),
    Rule("width-mixed", ADVICE, REPORT, width_mixed, N_("Punctuation of two widths"), N_("Chinese punctuation is of full width throughout. Wrong: “，” here and “,” there. Right: “，” everywhere between Chinese words.")),
    Rule("abbreviation-unlisted", WARNING, REPORT, abbreviation_unlisted, N_("Abbreviation not listed"), N_("A short form is in the list of abbreviations, or spelled out where it stands first. Wrong: “UNMIX” in no list. Right: “the United Nations Mission in Xland (UNMIX)”.")),
    Rule("abbreviation-unused", ADVICE, REPORT, abbreviation_unused, N_("Abbreviation listed, but not used"), N_("The list of abbreviations holds what the report uses. Wrong: a mission in the list that no row names. Right: only what is read.")),
    Rule("abbreviation-doubled", WARNING, CHILDREN, abbreviation_doubled, N_("Abbreviation listed twice"), N_("A short form is listed once and has one long form. Wrong: 联保部队 in two lines. Right: one line for each short form."), needs=T.FRONT),
    Rule("abbreviation-two-forms", WARNING, REPORT, abbreviation_two_forms, N_("Abbreviation with two long forms"), N_("A short form is spelled out in one way. Wrong: “Regional Service Centre (RSC)” and “Rapid Supply Centre (RSC)”. Right: one of them, or two short forms.")),
    Rule("number-gap", WARNING, CHILDREN, number_gap, N_("Number missing or out of order"), N_("Letters and numbers follow one another; the first number of an accomplishment is its objective. Wrong: A, B, D; 1.1, 1.3; 2.1 before 1.1. Right: 1.1, 1.2, 3.1."), needs=T.DIVIDED),
    Rule("output-repeated", WARNING, REPORT, output_repeated, N_("Two outputs alike"), N_("An output is planned once. Wrong: the same words in two rows of one office. Right: each row has words of its own.")),
    Rule("report-long", ADVICE, REPORT, report_long, N_("Longer than advised"), N_("Reports of the Secretariat are advised to keep within 8,500 words. Wrong: 12,000 words. Right: 8,000. In Chinese, 1.6 characters count as a word."), Threshold(ADVISED, 500, 100_000, WORDS)),
)
# fmt: on
"""Every rule, in the order in which problems of one row are listed."""
