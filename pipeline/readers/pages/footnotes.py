"""Footnotes of a PDF: lines in small type at the foot of a page, the first with a number."""

import re
from collections import Counter
from collections.abc import Iterable

from ...text import clean
from ..layout.footnotes import Footnote
from .rows import Row, least_sure, text_of_row

COMMON = 0.2  # of all letters
SMALL = 0.93  # of the type of the body
NUMBER = re.compile(r"[\[(]?(\d{1,2})[\])]?\s*(?=\S)")
MARK = re.compile(r"[\[(]?(\d{1,2})[\])]?$")


def body_size(rows: Iterable[Row]) -> float:
    """The largest size that a good part of the letters has; a long footnote may have more."""
    sizes = Counter()
    for row in rows:
        for piece in row:
            sizes[round(piece.size, 1)] += len(piece.text)
    return max((size for size, letters in sizes.items() if letters >= COMMON * sizes.total()), default=0.0)


def parted(rows: list[Row], size: float, page: int) -> tuple[list[Row], list[Footnote]]:
    """The rows of the body, and the footnotes below them."""
    start = len(rows)
    while start and max(piece.size for piece in rows[start - 1]) < SMALL * size:
        start -= 1
    first = next((at for at in range(start, len(rows)) if number_of(rows[at])), len(rows))
    return rows[:first], footnotes_of(rows[first:], page)


def number_of(row: Row) -> str | None:
    """The number that a footnote's first row begins with, raised or before a word."""
    found = NUMBER.match(text_of_row(row))
    return found[1] if found and (row[0].raised or found.end() > len(found[0].rstrip())) else None


def footnotes_of(rows: list[Row], page: int) -> list[Footnote]:
    footnotes: list[Footnote] = []
    for row in rows:
        number, text, sure = number_of(row), clean(text_of_row(row)), least_sure(piece.confidence for piece in row)
        if number and (not footnotes or int(number) == int(footnotes[-1].number) + 1):
            footnotes.append(Footnote(number, text[NUMBER.match(text).end():], page, sure))
        else:
            last = footnotes[-1]
            footnotes[-1] = Footnote(last.number, f"{last.text} {text}", page, least_sure((last.confidence, sure)))
    return footnotes


def without_marks(row: Row, footnotes: list[Footnote]) -> tuple[Row, tuple[str, ...]]:
    """`row` without the raised numbers that call a footnote of its page, and those numbers; a raised unit ("km²") stays."""
    numbers = {footnote.number for footnote in footnotes}
    marks = {piece: found[1] for piece in row if piece.raised and (found := MARK.match(piece.text)) and found[1] in numbers}
    return tuple(piece for piece in row if piece not in marks), tuple(marks.values())
