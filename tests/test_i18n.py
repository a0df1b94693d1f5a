"""Sentences, lists and numbers as an interface language writes them; fields that run against its words."""

from pathlib import Path

from rbb_editor.i18n import N_, Text, Translator


def test_sentences_and_lists_are_joined_as_the_language_does():
    english, chinese = Translator(), Translator("zh")
    assert english.sentences(["One.", "", "Two."]) == "One. Two."
    assert chinese.sentences(["一。", "二。"]) == "一。二。"
    assert english.listed(["1 office", "2 outputs"]) == "1 office, 2 outputs"
    assert chinese.listed(["1 个办公室", "2 项产出"]) == "1 个办公室，2 项产出"


def test_numbers_are_grouped_as_the_united_nations_do():
    assert Translator().number(1_234_567) == "1,234,567"
    assert Translator("zh").number(55_536) == "55\u00a0536"
    assert Translator("ar").number(1_737) == "1\u00a0737"


def test_in_a_mirrored_language_names_and_paths_keep_their_own_direction():
    text = Text.of(N_("{path} is open for writing by {who}"), path=Path("/tmp/a.rbb"), who="Ann")
    assert Translator("ar")(text) == "\u2068/tmp/a.rbb\u2069 is open for writing by \u2068Ann\u2069"
    assert Translator()(text) == "/tmp/a.rbb is open for writing by Ann"
    number = Text.of(N_("{count} row"), plural="{count} rows", count=2)
    assert Translator("ar")(number) == "2 rows"


def test_a_text_within_a_text_is_no_name():
    inner = Text.of(N_("{count} row"), plural="{count} rows", count=2)
    assert Translator("ar")(Text.of(N_("Undone: {change}"), change=inner)) == "Undone: 2 rows"
