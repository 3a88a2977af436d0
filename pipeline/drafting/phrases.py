"""The turns of phrase of `grammars/phrases.yaml`, ready to look for."""

import re
from functools import cache

from ..resources import table
from ..text import fold


@cache
def phrase(name: str) -> re.Pattern[str]:
    """The pattern of that name; it is meant for folded text, and capitals do not matter to it."""
    return re.compile(table("phrases")[name]["pattern"], re.IGNORECASE)


def says(name: str, words: str) -> bool:
    """Whether the phrase is found in `words`."""
    return bool(phrase(name).search(fold(words)))
