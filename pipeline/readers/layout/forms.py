"""What a printed line is by its own words: a label, a line of the form, a paragraph's end. The patterns are `grammars/reading.yaml`."""

import re
from functools import cache

from ...resources import table
from ...text import fold


@cache
def pattern(name: str) -> re.Pattern[str]:
    """The pattern `name`; a list of patterns is taken as one of them."""
    source = table("reading")[name]
    return re.compile(source if isinstance(source, str) else "|".join(f"(?:{one})" for one in source))


def opens_with(name: str, text: str) -> bool:
    return pattern(name).match(fold(text)) is not None


def has_label(text: str) -> bool:
    return opens_with("labels", text)


def is_finished(text: str) -> bool:
    """Whether `text` ends as a paragraph or an item of a list ends."""
    return opens_with("finished", text)


def goes_on(text: str, following: str) -> bool:
    """Whether the last word of `text` is one that no paragraph ends with before `following`."""
    word = text.rpartition(" ")[2].casefold()
    return word in table("reading")["unfinished_words"] or following[:1].isdigit() and word in table("reading")["number_words"]


def starts_lower(text: str) -> bool:
    """Whether the first word, signs before it aside, begins with a small letter and is no label."""
    word = text.lstrip("“\"'‘(…")
    return word[:1].islower() and not has_label(text)


def is_shouted(text: str) -> bool:
    """Whether `text` is in capitals, as issuers and the headings of parts are; a mere abbreviation is not."""
    return text.isupper() and " " in text.strip() and sum(map(str.isalpha, text)) > 5


def is_last_syllable(text: str) -> bool:
    """Whether `text` is a single syllable in capitals, as wrapping leaves one of a body's name."""
    return text.isalpha() and text.isupper() and 1 < len(text) < 8 and text not in table("reading")["stamps"]


def has_open_bracket(text: str) -> bool:
    """Whether a bracket or a quotation mark is still open at the end."""
    return text.count("(") > text.count(")") or text.count("“") > text.count("”")
