"""Ruled tables of a PDF, as pdfplumber finds their cells."""

import io
import logging
from collections.abc import Iterable

from ...errors import BrokenFile
from ..pages.page import Box, Page
from ..pages.tables import Grid, grid_of


def drawn_grids(content: bytes, pages: Iterable[Page], name: str) -> dict[int, list[Grid]]:
    """The tables of those pages of a PDF on which lines are drawn, from the top down, by page."""
    drawn = [page for page in pages if page.has_table]
    return grids_in(content, drawn, name) if drawn else {}


def grids_in(content: bytes, pages: Iterable[Page], name: str) -> dict[int, list[Grid]]:
    import pdfplumber
    from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

    logging.getLogger("pdfminer").setLevel(logging.ERROR)  # it warns of every font that is a little odd
    try:
        with pdfplumber.open(io.BytesIO(content)) as document:
            return {page.number: list(grids_on(document.pages[page.number - 1], page)) for page in pages}
    except (MalformedPDFException, PdfminerException) as error:
        raise BrokenFile(name, "is damaged: its tables cannot be read.", "Open it, print it to a new PDF, and give that.") from error


def grids_on(drawn, page: Page) -> Iterable[Grid]:
    for table in drawn.find_tables():
        boxes = [turned(cell, page) for cell in table.cells]
        if len(boxes) > 1:
            yield grid_of(boxes, page)


def turned(cell: Box, page: Page) -> Box:
    """A box measured from the top of the page, measured from its foot."""
    left, top, right, bottom = cell
    return left, page.height - bottom, right, page.height - top
