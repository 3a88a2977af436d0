"""Pages with letters in their places put together to a document: paragraphs over lines and pages, ruled tables as cells."""

from collections.abc import Iterable, Iterator
from itertools import count

from ...model import Block, Note
from ..layout.footnotes import settled
from ..layout.lines import Column, Line
from ..layout.paragraphs import Element, grouped, prose_of
from ..layout.places import placed
from .page import Page
from .sheets import FULL, elements_of, measure_of, sheets_of
from .tables import Grid, blocks_of, is_continued, joined

COLUMN = Column(right=FULL, least=0.6 * FULL)


def items_of(pages: list[Page], grids: dict[int, list[Grid]]) -> Iterator[Block | Note]:
    """The blocks and notes of `pages`, whose tables are `grids`."""
    sheets = sheets_of(pages, grids)
    measure = measure_of(sheets)
    elements = continued(element for sheet in sheets for element in elements_of(sheet, measure))
    groups = grouped(placed(with_cells(elements), COLUMN), COLUMN)
    return settled(item for group in groups for item in prose_of(group))


def continued(elements: Iterable[Element | Grid]) -> Iterator[Element | Grid]:
    """`elements` with the parts of a table that goes on over the end of a page put together."""
    grid: Grid | None = None
    between: list[Element] = []
    for element in elements:
        if grid is not None and isinstance(element, Grid) and is_continued(grid, element):
            grid = joined(grid, element)
        elif grid is not None and not isinstance(element, Grid | Line):
            between.append(element)
        else:
            yield from ([grid] if grid is not None else [])
            yield from between
            grid, between = (element, []) if isinstance(element, Grid) else (None, [])
            if grid is None:
                yield element
    yield from ([grid] if grid is not None else [])
    yield from between


def with_cells(elements: Iterable[Element | Grid]) -> Iterator[Element]:
    """`elements` with the cells of each table in its place."""
    tables = count()
    for element in elements:
        if isinstance(element, Grid):
            yield from blocks_of(element, next(tables))
        else:
            yield element
