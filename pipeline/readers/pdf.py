"""PDF files with text: the lines of the pages put together to paragraphs over lines and pages, ruled tables as cells."""

from collections.abc import Iterable, Iterator
from itertools import count

from ..errors import EmptyFile
from ..model import Document
from .assembly import assembled, source_of
from .footnotes import settled
from .lines import Column, Line
from .paragraphs import Element, grouped, prose_of
from .pdfpages import pages_of
from .pdfsheets import FULL, elements_of, measure_of, sheets_of
from .pdftables import Grid, blocks_of, grids_of, is_continued, joined
from .places import placed

COLUMN = Column(right=FULL, least=0.6 * FULL)
SCAN = "has no text layer: it is a scan, and scans are not read yet."


def read(content: bytes, name: str) -> Document:
    """The document of a PDF with a text layer."""
    pages = pages_of(content, name)
    if not any(page.letters for page in pages):
        raise EmptyFile(name, SCAN, "Give the Word file, or a PDF that was made from it.")
    sheets = sheets_of(pages, grids_of(content, pages, name))
    measure = measure_of(sheets)
    elements = continued(element for sheet in sheets for element in elements_of(sheet, measure))
    groups = grouped(placed(with_cells(elements), COLUMN), COLUMN)
    items = settled(item for group in groups for item in prose_of(group))
    return assembled(source_of(content, name, "pdf", len(pages)), items)


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
