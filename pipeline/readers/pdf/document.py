"""PDF files: pages with text as they are, scanned pages recognised."""

from collections.abc import Iterator
from contextlib import closing
from itertools import chain

from ...errors import EmptyFile
from ...model import Document, Note, Source
from ..layout.assembly import assembled, source_of
from ..letters.encodings import Decoding
from ..pages.blocks import items_of
from ..pages.page import Page
from ..pages.tables import grids_of
from .letters import with_old_letters
from .pdfium import opened, pages_of
from .scans import with_scans
from .tables import drawn_grids
from .trust import doubted, mended

SCAN = "has no text layer: it is a scan, and recognising scans is turned off."
NO_WORDS = "is a scan in which no words were found."


def read(content: bytes, name: str, ocr: bool = True) -> Document:
    """The document of a PDF; with `ocr`, its scanned pages are recognised."""
    with closing(opened(content, name)) as document:
        layers, decoding = with_old_letters(document, pages_of(document, name))
        pages = [mended(page) for page in layers]
        pages = with_scans(document, pages, name) if ocr else [doubted(page) for page in pages]
    if not any(page.letters for page in pages):
        raise EmptyFile(name, NO_WORDS if ocr else SCAN, "Give the Word file, or a PDF that was made from it.")
    items = items_of(pages, grids_of(pages) | drawn_grids(content, pages, name))
    return assembled(source(content, name, pages, decoding), chain(items, notes_on(decoding)))


def source(content: bytes, name: str, pages: list[Page], decoding: Decoding | None) -> Source:
    is_scan = any(page.confidence is not None for page in pages)
    told = {"ocr": is_scan, "encoding": decoding.encoding if decoding else None}
    return source_of(content, name, "pdf", len(pages)).model_copy(update=told)


def notes_on(decoding: Decoding | None) -> Iterator[Note]:
    yield from decoding.notes if decoding else ()
