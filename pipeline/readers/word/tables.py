"""Tables of a .docx: their cells on the grid, and whether a table is one to read or only lays out a letterhead or a signature."""

from collections.abc import Iterator
from dataclasses import dataclass

from ...resources import table
from ...text import clean, same
from ..layout.forms import opens_with
from .runs import words_in
from .styles import Styles
from .xml import Element, W, below, chosen, name_of, number, value

NO_LINE = ("nil", "none", None)
MOST_ROWS = 4  # of a table that lays out a letterhead or a signature


@dataclass
class GridCell:
    """A cell with its place on the grid, counted from 0, and how far it reaches."""

    element: Element
    row: int
    column: int
    rows: int = 1
    columns: int = 1


def parts_of(element: Element, name: str) -> Iterator[Element]:
    """The rows of a table or the cells of a row, those inside content controls too."""
    for child in chosen(element):
        if name_of(child) == name:
            yield child
        elif name_of(child) in ("sdt", "sdtContent", "customXml", "ins"):
            yield from parts_of(child, name)


def is_deleted(row: Element) -> bool:
    return below(row, "trPr", "del") is not None


def rows_of(element: Element) -> list[Element]:
    return [row for row in parts_of(element, "tr") if not is_deleted(row)]


def grid(element: Element) -> list[GridCell]:
    """The cells of a table in reading order, merged cells once."""
    cells: list[GridCell] = []
    above: dict[int, GridCell] = {}
    for at, row in enumerate(rows_of(element)):
        column = number(value(row, "trPr", "gridBefore"))
        for cell in parts_of(row, "tc"):
            columns = max(1, number(value(cell, "tcPr", "gridSpan"), 1))
            if is_continued(cell) and column in above:
                above[column].rows = at + 1 - above[column].row
            else:
                above[column] = GridCell(cell, at, column, columns=columns)
                cells.append(above[column])
            column += columns
    return cells


def is_continued(cell: Element) -> bool:
    """Whether `cell` is the lower part of a merged one."""
    merge = below(cell, "tcPr", "vMerge")
    return merge is not None and merge.get(f"{W}val", "continue") != "restart"


def is_layout(element: Element, cells: list[GridCell], styles: Styles) -> bool:
    """Whether a table only lays out text: the words of a letterhead or a signature, a box of one cell, or no lines and no head."""
    rows = len(rows_of(element))
    texts = [clean(words_in(cell.element)) for cell in cells]
    if len(cells) <= 1 or rows <= MOST_ROWS and any(opens_with("layout", text) for text in texts):
        return True
    has_head = bool(texts) and same(texts[0]) in table("word")["table_heads"]
    return not (has_head or has_lines(element, styles)) and (rows <= MOST_ROWS or widest(cells) <= 2)


def widest(cells: list[GridCell]) -> int:
    return max(cell.column + cell.columns for cell in cells)


def has_lines(element: Element, styles: Styles) -> bool:
    """Whether lines are drawn round the cells of a table, by itself, by its style or by its cells."""
    holders = (element, *styles.chain(value(element, "tblPr", "tblStyle")))
    borders = next((found for found in (below(holder, "tblPr", "tblBorders") for holder in holders) if found is not None), None)
    inside = (below(cell, "tcPr", "tcBorders") for row in rows_of(element) for cell in parts_of(row, "tc"))
    return draws(borders) or any(map(draws, inside))


def draws(borders: Element | None) -> bool:
    return borders is not None and any(border.get(f"{W}val") not in NO_LINE for border in borders)
