"""Printed lines and the column that they stand in: how far each reaches, and whether another word would have fitted on it."""

import unicodedata
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from math import inf
from typing import Literal

from ...model import BlockKind
from ...resources import table
from ...text import fold
from .forms import has_label

Place = Literal["body", "alone", "list"]
TOLERANCE = 0.985  # justified lines are stretched, so the natural width of a full line varies
COMMON = 0.05  # an edge that one line in twenty reaches is the margin
FULL_LINES = 0.95  # of the width: full lines are at least so wide
PRINTED = 27_000.0  # about sixty letters: no line of a page's full width is shorter


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line: clean text, its page, where its ends stand, and how wide its first word is with the space before it.

    `place` tells lines of the form, which stand alone, and those of an address list. `after_gap` is True below a space that tells.
    `marks` are the numbers of footnotes that were raised above the line, `confidence` tells how surely a scanned line was read.
    """

    text: str
    page: int | None = None
    left: float = 0.0
    right: float = 0.0
    lead: float = 0.0
    place: Place = "body"
    after_gap: bool = False
    kind: BlockKind = "paragraph"
    marks: tuple[str, ...] = ()
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Column:
    """How far full lines reach, how much a first line loses to its indent, and from where on a line may be one that was broken."""

    right: float = inf
    indent: float = 0.0
    least: float = PRINTED

    def is_filled(self, line: Line, following: Line, first: bool) -> bool:
        """Whether the first word of `following` would not have fitted on `line`."""
        return line.right + (self.indent if first else 0) + following.lead > self.right * TOLERANCE


def width(text: str) -> float:
    """About how wide `text` is in Times New Roman, in thousandths of its size."""
    return sum(map(letter_width, fold(text)))


@cache
def letter_width(letter: str) -> float:
    widths = {one: size for letters, size in table("reading")["widths"].items() for one in letters}
    return widths.get(unicodedata.normalize("NFD", letter)[0], table("reading")["other_width"])


def measured(text: str, page: int | None = None, after_gap: bool = False) -> Line:
    """The line of a text file, whose ends are reckoned from its letters."""
    return Line(text, page, right=width(text), lead=width(" " + text.split(" ", 1)[0]), after_gap=after_gap)


def column_of(lines: Iterable[Line]) -> Column:
    """The column that measured lines were broken for: its width, and the indent that labelled lines show."""
    known = tuple(lines)
    right = crowded(line.right for line in known)
    labelled = crowded(line.right for line in known if has_label(line.text))
    return Column(right, right - labelled if 0.85 * right < labelled < right else 0.06 * right, 0.6 * right)


def crowded(widths: Iterable[float]) -> float:
    """The width just below which most lines end, so that a few in smaller type (footnotes) do not count."""
    known = sorted(widths)
    counts = ((index + 1 - bisect_left(known, FULL_LINES * size)) * size for index, size in enumerate(known))
    return max(zip(counts, known, strict=True), default=(0.0, 0.0))[1]


def reach(places: Iterable[float]) -> float:
    """What one place in twenty reaches."""
    longest = sorted(places, reverse=True)
    return longest[int(len(longest) * COMMON)] if longest else 0.0
