"""Pictures of pages (PNG, JPEG, TIFF with one page or many), recognised."""

import io
import warnings
from collections.abc import Iterator

from PIL import Image, ImageOps, ImageSequence

from ...errors import BrokenFile, EmptyFile, UnsupportedFormat
from ...model import Document
from ..layout.assembly import assembled, source_of
from ..limits import MEGA, within
from ..pages.blocks import items_of
from ..pages.tables import grids_of
from .recognition import recognised
from .scans import POINTS, RESOLUTION, Scan, scan_of

FORMATS = ("PNG", "JPEG", "TIFF")
PAPER_WIDTH = 8.27  # inches: what a picture that does not tell its resolution is taken to be wide (A4)
PLAUSIBLE = (90, 1200)  # dots per inch of a scan
NEAR = 1.25  # times the best resolution, up to which a picture is left as it is
DAMAGED = "Copy it again, or scan the page again."
# What Pillow raises for a picture that is cut short or damaged.
UNREADABLE = (OSError, SyntaxError, ValueError, EOFError, IndexError, KeyError)


def read(content: bytes, name: str, ocr: bool = True) -> Document:
    """The document of a picture; there is none without `ocr`."""
    if not ocr:
        raise UnsupportedFormat(name, "is a picture, and recognising scans is turned off.", "Leave out --no-ocr, or give the Word file.")
    with opened(content, name) as image:
        within(getattr(image, "n_frames", 1), "pages", name, "has too many pages")
        pages, form = recognised(scans_of(image, name), name), image.format.lower()
    if not any(page.letters for page in pages):
        raise EmptyFile(name, "is a picture in which no words were found.", "Look whether it is the right one, and sharp enough.")
    source = source_of(content, name, form, len(pages)).model_copy(update={"ocr": True})
    return assembled(source, items_of(pages, grids_of(pages)))


def opened(content: bytes, name: str) -> Image.Image:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of large pictures: the limit is our own
            image = Image.open(io.BytesIO(content), formats=FORMATS)
    except Image.DecompressionBombError:
        within(float("inf"), "megapixels", name, "is too large a picture")
    except UNREADABLE as error:
        raise BrokenFile(name, "is a damaged picture.", DAMAGED) from error
    return image


def scans_of(image: Image.Image, name: str) -> Iterator[Scan]:
    """The scans of the pages in `image`."""
    try:
        for number, frame in enumerate(ImageSequence.Iterator(image), 1):
            within(frame.width * frame.height / MEGA, "megapixels", name, "is too large a picture")
            yield page_scan(ImageOps.exif_transpose(frame), number)
    except UNREADABLE as error:
        raise BrokenFile(name, "is a damaged picture, or was cut short.", DAMAGED) from error


def page_scan(image: Image.Image, number: int) -> Scan:
    """The scan of a picture, brought to the resolution at which it is read best."""
    dots = resolution(image)
    width, height = image.width / dots * POINTS, image.height / dots * POINTS
    factor = RESOLUTION / dots
    if not 1 / NEAR < factor < NEAR:
        sides = max(1, round(image.width * factor)), max(1, round(image.height * factor))
        image = (image if image.mode in ("L", "RGB") else image.convert("RGB")).resize(sides, Image.Resampling.BICUBIC)
    return scan_of(image, number, width, height)


def resolution(image: Image.Image) -> float:
    """The dots per inch that a picture tells, or those that it has if it shows a sheet of A4."""
    told = float(image.info.get("dpi", (0,))[0] or 0)
    return told if PLAUSIBLE[0] <= told <= PLAUSIBLE[1] else max(1.0, min(image.size) / PAPER_WIDTH)
