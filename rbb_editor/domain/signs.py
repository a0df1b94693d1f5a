"""Signs and runs of signs that many readings of a folded text look for."""

import re

BETWEEN = "\0"
"""Between texts that are looked through, or changed, as one: no text holds it, no pattern finds it or goes beyond."""
DIGIT = re.compile(r"\d")
FIGURE = re.compile(r"\d(?<!\d\d)(?<![^\W\d_]-\d)")
"""The first digit of a number that is no part of a name: not in "covid-19"."""
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?:[/-]\d+)?(?!\d)")
WORD = re.compile(r"[^\W\d_]+")
"""Letters beside one another."""
WORD_OR_MARK = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*|[,;:.()。、\d]")
"""A word with its hyphens and apostrophes, or a sign that ends a phrase."""
