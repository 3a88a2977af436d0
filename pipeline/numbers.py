"""The numbers of documents: `45/KH-UBND`, `368-KH/TU`."""

import re

from .text import fold


def key(number: str) -> str:
    """The same for a number and its misprints: hyphens, spaces, capitals and leading zeros aside."""
    return re.sub(r"[\s-]", "", fold(number)).casefold().lstrip("0")
