"""The rows of a page in reading order: where two columns stand side by side (letterhead, signature), the left one comes first."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from ..layout.forms import opens_with
from .rows import Piece, Row

STEP = 4.0  # points between the gutters that are tried
MOST_GUTTERS = 500  # across the width of any page
CLEAR = 3.0  # points that a gutter leaves free on both sides
FEWEST = 2  # rows of each column
BESIDE = 0.6  # of the size of the type

Ordered = tuple[Row, bool]


def in_order(rows: list[Row], width: float) -> Iterator[Ordered]:
    """The rows as they are read, each with whether it stands in a column."""
    found = widest_band(rows, width)
    if found is None:
        yield from ((row, False) for row in rows)
        return
    start, end, gutter = found
    yield from in_order(rows[:start], width)
    for side in (left_of, right_of):
        yield from ((part, True) for part in (side(row, gutter) for row in rows[start:end]) if part)
    yield from in_order(rows[end:], width)


def left_of(row: Row, gutter: float) -> Row:
    return tuple(piece for piece in row if piece.right <= gutter)


def right_of(row: Row, gutter: float) -> Row:
    return tuple(piece for piece in row if piece.left >= gutter)


def widest_band(rows: list[Row], width: float) -> tuple[int, int, float] | None:
    """The longest run of rows that a gutter parts into two columns: its start, its end and the gutter."""
    step = max(STEP, width / MOST_GUTTERS)
    gutters = [0.25 * width + step * at for at in range(int(0.5 * width / step))]
    free = [free_gutters(row, gutters) for row in rows]
    found = ((end - start, start, end, gutter) for at, gutter in enumerate(gutters) for start, end in runs([row[at] for row in free]))
    return next((band[1:] for band in sorted(found, reverse=True) if is_parted(rows[band[1] : band[2]], band[3])), None)


def runs(free: list[bool]) -> Iterator[tuple[int, int]]:
    """The runs of rows that leave a gutter free."""
    start = 0
    for at, is_open in enumerate([*free, False]):
        if not is_open:
            if at > start:
                yield start, at
            start = at + 1


def free_gutters(row: Row, gutters: list[float]) -> list[bool]:
    """Which gutters `row` leaves free. The addressees and the title stand below a letterhead, not in it."""
    if len(row) == 1 and any(opens_with(name, row[0].text) for name in ("recipients", "title")):
        return [False] * len(gutters)
    free = [True] * len(gutters)
    for piece in row:
        first, last = bisect_right(gutters, piece.left - CLEAR), bisect_left(gutters, piece.right + CLEAR)
        free[first:last] = [False] * (last - first)
    return free


def is_parted(rows: list[Row], gutter: float) -> bool:
    """Whether both columns have rows, and stand beside each other and not one below the other."""
    if all(row[-1].left < gutter for row in rows) or all(row[0].right > gutter for row in rows):
        return False
    left = [part[0] for part in (left_of(row, gutter) for row in rows) if part]
    right = [part[0] for part in (right_of(row, gutter) for row in rows) if part]
    if not any(are_beside(piece, right) for piece in left):
        return False
    known = any(opens_with(name, piece.text) for piece in right for name in ("right_motto", "right_column"))
    return known or min(len(left), len(right)) >= FEWEST


def are_beside(piece: Piece, column: list[Piece]) -> bool:
    """Whether `piece` stands at the height of `column`, which runs from the top down."""
    return bool(column) and column[-1].base - BESIDE * piece.size <= piece.base <= column[0].base + BESIDE * piece.size
