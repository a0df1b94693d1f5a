"""Signs and runs of signs that many readings of a folded text look for."""

import re

DIGIT = re.compile(r"\d")
FIGURE = re.compile(r"\d(?<!\d\d)(?<![^\W\d_]-\d)")
"""The first digit of a number that is no part of a name: not in "covid-19"."""
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?:[/-]\d+)?(?!\d)")
WORD = re.compile(r"[^\W\d_]+")
"""Letters beside one another."""
HAN = re.compile(r"[\u3400-\u9fff]+")
"""Chinese characters beside one another."""
ARABIC_PREFIX = re.compile(r"[وف]?(?:[بك]?ال|لل|[بلك])?(?=[\u0621-\u064a]{3})")
"""What may be written as one with an Arabic noun: "and", prepositions, the article."""
