"""The pages of a PDF as lines of text: page numbers out, footnotes apart, columns in reading order, places told in parts of the column."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from ...model import Note
from ...notes import note
from ...text import clean
from ..layout.footnotes import Footnote
from ..layout.forms import opens_with
from ..layout.lines import Line, reach, width
from . import footnotes as footnotes_below
from .columns import in_order
from .page import Page
from .rows import Row, least_sure, rows_of, text_of_row
from .tables import Grid, outside

FULL = 1000.0  # the width of the text, to which all places are brought
EDGE = 0.12  # of the page's height: where page numbers are printed
GAP = 1.25  # times the usual distance of two lines
COMMON = 0.05  # an edge that so many lines begin at is the margin, and not a single line set out


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page taken apart: its rows, its tables, its footnotes, and what was left out."""

    page: Page
    rows: tuple[Row, ...]
    grids: tuple[Grid, ...]
    footnotes: tuple[Footnote, ...]
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class Measure:
    """The text of a document on its pages: left and right margin in points, and the usual distance of two lines."""

    left: float
    right: float
    pitch: float

    def across(self, place: float) -> float:
        return (place - self.left) / (self.right - self.left) * FULL


def sheets_of(pages: Iterable[Page], grids: dict[int, list[Grid]]) -> list[Sheet]:
    """The pages taken apart."""
    known = [(page, numbered(rows_of(outside(page.letters, grids.get(page.number, ()))), page)) for page in pages]
    size = footnotes_below.body_size(row for _, (rows, _) in known for row in rows)
    return [sheet_of(page, rows, notes, tuple(grids.get(page.number, ())), size) for page, (rows, notes) in known]


def sheet_of(page: Page, rows: list[Row], notes: list[Note], grids: tuple[Grid, ...], size: float) -> Sheet:
    body, footnotes = footnotes_below.parted(rows, size, page.number)
    return Sheet(page, tuple(body), grids, tuple(footnotes), (*notes, *notes_on(page)))


def notes_on(page: Page) -> Iterator[Note]:
    """Whether the page was recognised, and how surely; that it has no words; that its text layer lies."""
    if page.layer != "true":
        yield note(f"text-layer-{page.layer}", page=page.number)
    if page.is_crowded:
        yield note("tables-not-looked-for", page=page.number)
    if not page.letters:
        yield note("page-without-text", page=page.number)
    elif page.confidence is not None:
        yield note("page-recognised", page=page.number, percent=round(page.confidence * 100), dropped=page.dropped)
        if page.corrected:
            yield note("recognition-corrected", page=page.number, changes="; ".join(page.corrected))


def numbered(rows: list[Row], page: Page) -> tuple[list[Row], list[Note]]:
    """The rows without the number of the page, and the note on it."""
    edges = [row for row in rows[:1] + rows[1:][-1:] if is_page_number(row, page)]
    return [row for row in rows if row not in edges], [note("page-number-dropped", text=text_of_row(row)) for row in edges]


def is_page_number(row: Row, page: Page) -> bool:
    is_at_edge = not EDGE * page.height < row[0].base < (1 - EDGE) * page.height
    return is_at_edge and opens_with("page_number", clean(text_of_row(row)))


def measure_of(sheets: Iterable[Sheet]) -> Measure:
    """The margins and the distance of lines that most rows keep."""
    known = list(sheets)
    rows = [row for sheet in known for row in sheet.rows]
    steps = [round(above[0].base - row[0].base, 1) for sheet in known for above, row in pairwise(sheet.rows)]
    left = -reach(-row[0].left for row in rows)
    right = reach(row[-1].right for row in rows)
    return Measure(left, max(right, left + 1), Counter(steps).most_common(1)[0][0] if steps else 0.0)


def elements_of(sheet: Sheet, measure: Measure) -> Iterator[Line | Grid | Footnote | Note]:
    """The lines and tables of a page from the top down, then its footnotes."""
    top = sheet.page.height
    for grid in sorted(sheet.grids, key=lambda grid: -grid.box[3]):
        yield from lines_between(sheet, top, grid.box[3], measure)
        yield grid
        top = grid.box[1]
    yield from lines_between(sheet, top, 0.0, measure)
    yield from sheet.footnotes
    yield from sheet.notes


def lines_between(sheet: Sheet, top: float, foot: float, measure: Measure) -> Iterator[Line | Note]:
    rows = [row for row in sheet.rows if foot <= row[0].base < top]
    above: Row | None = None
    for row, in_column in in_order(rows, sheet.page.width):
        known, marks = footnotes_below.without_marks(row, sheet.footnotes)
        gap = above is not None and above[0].base - row[0].base > GAP * measure.pitch
        for part in cut(known):
            line = line_of(part, marks, sheet.page.number, in_column, gap, measure)
            yield note("rule-dropped") if opens_with("rule", line.text) else line
        above = row


def cut(row: Row) -> list[Row]:
    """A row in the lines that stand side by side on it: the first addressee beside "Kính gửi", a lone right column."""
    openers = ("bullet", "right_motto", "right_column")
    starts = [at for at, piece in enumerate(row) if at and not piece.raised and any(opens_with(name, piece.text) for name in openers)]
    return [row[start:end] for start, end in zip([0, *starts], [*starts, len(row)], strict=True) if row]


def line_of(row: Row, marks: tuple[str, ...], page: int, in_column: bool, gap: bool, measure: Measure) -> Line:
    """The line of a row. One in a column keeps its own width alone: its edges say nothing on the page's."""
    text = clean(text_of_row(row))
    left, right = measure.across(row[0].left), measure.across(row[-1].right)
    lead = (right - left) * width(text.split(" ", 1)[0] + " ") / max(1.0, width(text))
    if in_column:
        left, right = 0.0, right - left
    return Line(text, page, left, right, lead, after_gap=gap and not in_column, marks=marks,
                confidence=least_sure(piece.confidence for piece in row))
