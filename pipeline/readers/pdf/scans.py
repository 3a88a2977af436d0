"""Pages of a PDF that have to be recognised: scans, and pages whose text layer is not to be believed."""

from contextlib import closing
from dataclasses import replace

from ..pages.page import Page
from .trust import is_odd, is_taken_from_picture

FEWEST_LETTERS = 300  # a scan may have a page number or a digital signature's words as text
COVERED = 0.5  # of a page, by pictures, from which on it is a scan
LONGEST_SIDE = 8_000  # dots of a rendered page


def with_scans(document, pages: list[Page], name: str) -> list[Page]:
    """`pages` with those recognised that have to be."""
    scans = [page for page in pages if is_scan(document, page)]
    if not scans:
        return pages
    from ..ocr.recognition import recognised

    read = {page.number: page for page in recognised((rendered(document, page) for page in scans), name)}
    return [replaced(page, read[page.number]) if page.number in read else page for page in pages]


def replaced(page: Page, read: Page) -> Page:
    """What was recognised of a page, or what its text layer holds where that was nothing."""
    if not read.letters:
        return page
    return replace(read, layer="replaced") if len(page.letters) >= FEWEST_LETTERS else read


def is_scan(document, page: Page) -> bool:
    if len(page.letters) >= FEWEST_LETTERS:
        return is_odd(page) or is_taken_from_picture(page) and is_picture(document, page)
    return is_picture(document, page)


def is_picture(document, page: Page) -> bool:
    """Whether pictures cover much of a page; or whatever is drawn on it, where it has no letters at all."""
    import pypdfium2.raw as pdfium

    with closing(document[page.number - 1]) as opened:
        if not page.letters:
            return next(opened.get_objects(max_depth=1), None) is not None
        boxes = [shape.get_bounds() for shape in opened.get_objects(filter=(pdfium.FPDF_PAGEOBJ_IMAGE,), max_depth=4)]
    covered = sum((right - left) * (top - foot) for left, foot, right, top in boxes)
    return covered > COVERED * page.width * page.height


def rendered(document, page: Page):
    """The scan of a page, as it is shown."""
    from ..ocr.scans import POINTS, RESOLUTION, scan_of

    scale = min(RESOLUTION / POINTS, LONGEST_SIDE / max(page.width, page.height, 1))
    with closing(document[page.number - 1]) as opened:
        return scan_of(opened.render(scale=scale).to_pil(), page.number, page.width, page.height)
