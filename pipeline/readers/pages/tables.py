"""Ruled tables on pages: the letters in each cell become its text; a table goes on over a page's end."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import reduce

from ...model import Block
from ...text import clean
from ..layout.assembly import cell_block
from ..layout.forms import has_label, is_finished
from .page import Box, Letter, Page
from .rows import least_sure, rows_of, text_of_row

SAME_EDGE = 3.0  # points
SAME_WORDS = 90  # of 100


@dataclass(frozen=True, slots=True)
class Entry:
    """A cell with its lines and its place on the grid."""

    lines: tuple[str, ...]
    confidence: float | None
    row: int
    column: int
    rows: int
    columns: int


@dataclass(frozen=True, slots=True)
class Grid:
    """A table on a page: where it stands, where its columns begin, and its cells."""

    page: int
    box: Box
    edges: tuple[float, ...]
    entries: tuple[Entry, ...]

    @property
    def height(self) -> int:
        return max((entry.row + entry.rows for entry in self.entries), default=0)

    def row(self, at: int) -> tuple[Entry, ...]:
        return tuple(entry for entry in self.entries if entry.row == at)


def grids_of(pages: Iterable[Page]) -> dict[int, list[Grid]]:
    """The tables of those pages whose cells are known, from the top down, by page."""
    return {page.number: [grid_of(list(cells), page) for cells in page.tables] for page in pages if page.tables}


def grid_of(boxes: list[Box], page: Page) -> Grid:
    lefts = merged(edge for box in boxes for edge in (box[0], box[2]))
    tops = merged(-edge for box in boxes for edge in (box[1], box[3]))
    entries = tuple(entry_of(box, lefts, tops, page.letters) for box in boxes)
    whole = (lefts[0], -tops[-1], lefts[-1], -tops[0])
    return Grid(page.number, whole, lefts, tuple(sorted(entries, key=lambda entry: (entry.row, entry.column))))


def merged(edges: Iterable[float]) -> tuple[float, ...]:
    """The edges in order, those that fall together once."""
    return reduce(lambda known, edge: known if known and edge - known[-1] < SAME_EDGE else (*known, edge), sorted(edges), ())


def entry_of(box: Box, lefts: tuple[float, ...], tops: tuple[float, ...], letters: Iterable[Letter]) -> Entry:
    column, end = nearest(lefts, box[0]), nearest(lefts, box[2])
    row, foot = nearest(tops, -box[3]), nearest(tops, -box[1])
    inside = [letter for letter in letters if is_inside(letter, box)]
    rows = rows_of(inside)
    sure = least_sure(piece.confidence for line in rows for piece in line)
    return Entry(tuple(clean(text_of_row(line)) for line in rows), sure, row, column, foot - row, end - column)


def nearest(edges: tuple[float, ...], place: float) -> int:
    return min(range(len(edges)), key=lambda at: abs(edges[at] - place))


def is_inside(letter: Letter, box: Box) -> bool:
    middle, height = (letter.left + letter.right) / 2, letter.base + letter.size / 4
    return box[0] <= middle <= box[2] and box[1] <= height <= box[3]


def outside(letters: Iterable[Letter], grids: Iterable[Grid]) -> list[Letter]:
    boxes = [grid.box for grid in grids]
    return [letter for letter in letters if not any(is_inside(letter, box) for box in boxes)] if boxes else list(letters)


def is_continued(grid: Grid, following: Grid) -> bool:
    """Whether `following`, at the top of the next page, has the columns of `grid`, at the foot of its own."""
    same = len(grid.edges) == len(following.edges)
    return same and all(abs(one - other) < SAME_EDGE for one, other in zip(grid.edges, following.edges, strict=True))


def joined(grid: Grid, following: Grid) -> Grid:
    """One table of two parts: the head that is printed again is left out, and a row that the page's end cut is whole again."""
    start = 1 if same_words(grid.row(0), following.row(0)) else 0
    rest = [entry for entry in following.entries if entry.row >= start]
    cut = following.row(start) if is_cut(following.row(start)) else ()
    last = grid.height - 1
    entries = tuple(lengthened(entry, cut) if entry.row + entry.rows - 1 == last else entry for entry in grid.entries)
    shift = grid.height - start - (1 if cut else 0)
    return replace(grid, entries=entries + tuple(replace(entry, row=entry.row + shift) for entry in rest if entry not in cut))


def same_words(row: tuple[Entry, ...], other: tuple[Entry, ...]) -> bool:
    """Whether two rows say the same, but for a mark that was recognised otherwise in a scan."""
    from rapidfuzz.fuzz import ratio

    return bool(row) and ratio(words_of(row), words_of(other)) >= SAME_WORDS


def words_of(row: tuple[Entry, ...]) -> str:
    return "\n".join(" ".join(entry.lines) for entry in row)


def is_cut(row: tuple[Entry, ...]) -> bool:
    """Whether a row has no number of its own in the first column, and goes on with what stood before the page's end."""
    first = next((entry for entry in row if entry.column == 0), None)
    return first is not None and not first.lines and first.rows == 1 and any(entry.lines for entry in row)


def lengthened(entry: Entry, cut: tuple[Entry, ...]) -> Entry:
    more = next((other.lines for other in cut if other.column == entry.column), ())
    return replace(entry, lines=entry.lines + more)


def blocks_of(grid: Grid, table: int) -> Iterable[Block]:
    for entry in grid.entries:
        for block in cell_block(parts_of(entry.lines), table, entry):
            yield block.model_copy(update={"page": grid.page, "confidence": entry.confidence})


def parts_of(lines: Iterable[str]) -> list[str]:
    """The lines of a cell put together, but for labelled units in it, which keep their own line."""
    parts: list[str] = []
    for line in lines:
        if parts and not (has_label(line) and is_finished(parts[-1])):
            parts[-1] += line if parts[-1].endswith("-") and parts[-1][-2:-1].isalnum() else f" {line}"
        else:
            parts.append(line)
    return parts
