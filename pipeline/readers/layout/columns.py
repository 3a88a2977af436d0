"""Two columns of a letterhead or a signature that stand on one line: a tab or a wide space before what the right one begins with."""

import re
from functools import cache

from ...text import fold
from .forms import pattern

WIDE = re.compile(r"\t|\s\s")


@cache
def gutter() -> re.Pattern[str]:
    """The space between two columns that were printed on one line."""
    motto, others = pattern("right_motto").pattern, f"{pattern('right_column').pattern}|{pattern('positions').pattern}"
    return re.compile(rf"(?<=\S)(?:[^\S\t]{{2,}}(?={motto})|[^\S\t]{{3,}}(?={others})|\s*\t\s*(?={motto}|{others}))")


def is_wide(text: str) -> bool:
    """Whether `text` has a space that may part two columns."""
    return WIDE.search(text) is not None


def columns(text: str) -> list[str]:
    """The two columns of a line; the line alone where it is no two."""
    if not is_wide(text):
        return [text]
    found = gutter().search(fold(text))
    return [text[: found.start()], text[found.end():]] if found else [text]
