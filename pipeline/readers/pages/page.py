"""A page whose letters have places, whether its file draws them or they were recognised."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, NamedTuple

Layer = Literal["true", "mended", "doubtful", "replaced"]
Box = tuple[float, float, float, float]  # left, foot, right, top


class Letter(NamedTuple):
    """A letter and its place: edges and base line in points from the left and the foot of the page; `size` is that of its type.

    `spaced` tells that the file has a space before it. Of a scan, it is a whole word, and `confidence` tells how surely it was read.
    `font` is only asked for where the text may be older than Unicode.
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    spaced: bool = False
    confidence: float | None = None
    font: str | None = None


def text_of(letters: Iterable[Letter]) -> str:
    """The words of `letters` in the order of the file."""
    return "".join([f" {letter.text}" if letter.spaced else letter.text for letter in letters]).strip()


@dataclass(frozen=True)
class Page:
    """A page: its letters in the order of the file, its size in points, and whether a table may be drawn on it.

    Of a scan: the cells of its tables, how surely its words were read (None of other pages), how many lines were
    too unsure to keep, and what was corrected. `layer` tells what became of a text layer that lies,
    `is_crowded` that more is drawn on it than any table has.
    """

    number: int
    width: float
    height: float
    letters: tuple[Letter, ...]
    has_table: bool
    tables: tuple[tuple[Box, ...], ...] = ()
    confidence: float | None = None
    dropped: int = 0
    corrected: tuple[str, ...] = ()
    layer: Layer = "true"
    is_crowded: bool = False

    @cached_property
    def text(self) -> str:
        """Its words in the order of the file: what its text layer is judged by."""
        return text_of(self.letters)
