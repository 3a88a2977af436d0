"""PDF files: pages with text as they are, scanned pages recognised."""

from ..errors import EmptyFile
from ..model import Document
from .assembly import assembled, source_of
from .pdfpages import pages_of
from .pdftables import grids_of
from .printedpages import items_of

SCAN = "has no text layer: it is a scan, and recognising scans is turned off."
NO_WORDS = "is a scan in which no words were found."


def read(content: bytes, name: str, ocr: bool = True) -> Document:
    """The document of a PDF; with `ocr`, its scanned pages are recognised."""
    pages = pages_of(content, name, ocr)
    if not any(page.letters for page in pages):
        raise EmptyFile(name, NO_WORDS if ocr else SCAN, "Give the Word file, or a PDF that was made from it.")
    is_scan = any(page.confidence is not None for page in pages)
    source = source_of(content, name, "pdf", len(pages)).model_copy(update={"ocr": is_scan})
    return assembled(source, items_of(pages, grids_of(content, pages, name)))
