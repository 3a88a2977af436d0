"""Two columns of a letterhead or a signature that stand on one line: a tab or a wide space before what the right one begins with."""

import re
from functools import cache

from ..text import fold
from .forms import pattern


@cache
def gutter() -> re.Pattern[str]:
    """The space between two columns that were printed on one line."""
    return re.compile(r"(?<=\S)(?:[^\S\t]{3,}|\s*\t\s*)(?=" + pattern("right_column").pattern + ")")


def columns(text: str) -> list[str]:
    found = gutter().search(fold(text))
    return [text[: found.start()], text[found.end():]] if found else [text]
