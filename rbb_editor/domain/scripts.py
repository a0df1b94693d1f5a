"""What readings look for in scripts of their own: Chinese characters, Arabic nouns."""

import re

HAN = re.compile(r"[\u3400-\u9fff]+")
"""Chinese characters beside one another."""
ARABIC_PREFIX = re.compile(r"[وف]?(?:[بك]?ال|لل|[بلك])?(?=[\u0621-\u064a]{3})")
"""What may be written as one with an Arabic noun: "and", prepositions, the article."""
