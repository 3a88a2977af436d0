"""Lines that are drawn on a scanned page: where they stand, the cells of the tables that they make, and the page without them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np

from ..pages.page import Box
from .scans import POINTS, Scan, threshold

SHORTEST = 0.4  # inches: no stroke of a letter is longer
BETWEEN = 0.15  # inches: an upright line between two level ones may be so short
THICKEST = 0.05  # inches: what is thicker is a bar, or the shadow at the edge of a page
RIM = 2  # dots of half ink beside a line
TOUCHED = 0.15  # of a line, by letters and other lines
MEETING = 6.0  # points between the ends of two lines that meet
TOUCHING = 2.0  # points between a line and the end of another that ends at it
FEWEST_CELLS = 4


@dataclass(frozen=True, slots=True)
class Stroke:
    """A drawn line in dots: how far it reaches along the page, and which rows (or columns, of an upright one) it fills."""

    start: int
    end: int
    first: int
    last: int

    def meets(self, other: "Stroke") -> bool:
        """Whether `other` goes on with this one in the same row or the next."""
        return self.first - 1 <= other.first <= self.last + 2 and self.start <= other.end and other.start <= self.end

    def joined(self, other: "Stroke") -> "Stroke":
        ends = min(self.start, other.start), max(self.end, other.end)
        return Stroke(*ends, min(self.first, other.first), max(self.last, other.last))


def strokes_of(ink: np.ndarray, scan: Scan, inches: float = SHORTEST) -> list[Stroke]:
    """The level lines of `ink` that are at least so long."""
    shortest, thickest = (round(size * POINTS / scan.scale) for size in (inches, THICKEST))
    thick = ink[:-2] | ink[1:-1] | ink[2:]  # a line that is not quite level does not end where it leaves a row
    closed = thick[:, :-2] | thick[:, 1:-1] | thick[:, 2:]  # nor does a speck of paper end it
    change = np.diff(np.pad(closed, ((0, 0), (1, 1))).astype(np.int8), axis=1)
    (rows, starts), (_, ends) = np.nonzero(change == 1), np.nonzero(change == -1)
    long = ends - starts >= shortest
    strokes: list[Stroke] = []
    for row, start, end in zip(rows[long].tolist(), starts[long].tolist(), ends[long].tolist(), strict=True):
        run = Stroke(start, end + 2, row, row + 2)
        at = next((at for at in range(len(strokes) - 1, -1, -1) if strokes[at].meets(run)), None)
        if at is None:
            strokes.append(run)
        else:
            strokes[at] = strokes[at].joined(run)
    return [stroke for stroke in strokes if stroke.last - stroke.first < thickest and is_bare(stroke, ink)]


def is_bare(stroke: Stroke, ink: np.ndarray) -> bool:
    """Whether there is paper along both sides of a line: the feet of letters side by side make a line too, with letters above."""
    sides = (row for row in (stroke.first - 1, stroke.last + 1) if 0 <= row < len(ink))
    return all(ink[row, stroke.start : stroke.end].mean() < TOUCHED for row in sides)


def without_lines(scan: Scan) -> tuple[Scan, list[list[Box]]]:
    """The page without drawn lines, and the cells of each table in points from the left and the foot."""
    ink = scan.pixels <= threshold(scan.pixels)
    level = strokes_of(ink, scan)
    upright = [stroke for stroke in strokes_of(ink.T, scan, BETWEEN) if is_long(stroke, scan) or stands_between(stroke, level, scan)]
    pixels = scan.pixels.copy()
    for stroke in level:
        pixels[max(0, stroke.first - RIM) : stroke.last + RIM + 1, stroke.start : stroke.end] = 255
    for stroke in upright:
        pixels[stroke.start : stroke.end, max(0, stroke.first - RIM) : stroke.last + RIM + 1] = 255
    return replace(scan, pixels=pixels), tables_of(level, upright, scan)


def is_long(stroke: Stroke, scan: Scan) -> bool:
    return (stroke.end - stroke.start) * scan.scale >= SHORTEST * POINTS


def stands_between(stroke: Stroke, level: Iterable[Stroke], scan: Scan) -> bool:
    """Whether both ends of an upright stroke touch level lines; those of letters only come near."""
    near = TOUCHING / scan.scale
    crossed = [line for line in level if line.start - near <= stroke.first <= line.end + near]
    return all(any(line.first - near <= end <= line.last + near for line in crossed) for end in (stroke.start, stroke.end))


def tables_of(level: Iterable[Stroke], upright: Iterable[Stroke], scan: Scan) -> list[list[Box]]:
    """The tables that lines make, by the rules by which pdfplumber finds them."""
    from pdfplumber import table as finder

    edges = [*(edge(stroke, scan, "h") for stroke in level), *(edge(stroke, scan, "v") for stroke in upright)]
    merged = finder.merge_edges(edges, *[MEETING / 2] * 2, *[MEETING] * 2)
    cells = finder.intersections_to_cells(finder.edges_to_intersections(merged, MEETING, MEETING))
    tables = finder.cells_to_tables(cells)
    return [[from_foot(cell, scan) for cell in cells] for cells in tables if len(cells) >= FEWEST_CELLS]


def edge(stroke: Stroke, scan: Scan, orientation: str) -> dict[str, float | str]:
    """A line as pdfplumber tells of one."""
    middle = (stroke.first + stroke.last + 1) / 2 * scan.scale
    start, end = stroke.start * scan.scale, stroke.end * scan.scale
    x0, x1, top, bottom = (start, end, middle, middle) if orientation == "h" else (middle, middle, start, end)
    return {"x0": x0, "x1": x1, "top": top, "bottom": bottom, "width": x1 - x0, "height": bottom - top, "orientation": orientation}


def from_foot(cell: Box, scan: Scan) -> Box:
    """A box measured from the top of the page, measured from its foot."""
    left, top, right, bottom = cell
    return left, scan.height - bottom, right, scan.height - top
