"""The pages of a PDF as PDFium sees them: each letter with its place, and whether lines are drawn that may be a table."""

import ctypes
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from math import hypot

from ...errors import BrokenFile
from ..limits import limit, within
from ..pages.page import Letter, Page

UPRIGHT = 3.0  # points: a drawn line is no thicker
TALL = 8.0  # points: a vertical line of a table is at least as high as a letter
FEWEST_VERTICALS = 3
SPACES = frozenset((9, 10, 13, 32, 0xA0))
UNSEEN = SPACES | {0}
SIGNS = {2: "-", 0xFFFE: "-"}  # what PDFium gives for a hyphen at the end of a line


@dataclass(frozen=True, slots=True)
class Turn:
    """How far a page is shown turned clockwise, and its size as it is seen."""

    angle: int
    width: float
    height: float

    def seen(self, x: float, y: float) -> tuple[float, float]:
        """Where a point of the file is seen."""
        turned = {90: (y, self.height - x), 180: (self.width - x, self.height - y), 270: (self.width - y, x)}
        return turned.get(self.angle, (x, y))

    def edges(self, box) -> tuple[float, float]:
        """The left and right edge of the box of a letter as they are seen."""
        if self.angle == 0:
            return box.left, box.right
        ends = self.seen(box.left, box.bottom)[0], self.seen(box.right, box.top)[0]
        return min(ends), max(ends)


def opened(content: bytes, name: str):
    """The PDF, to be closed."""
    import pypdfium2

    try:
        return pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        raise cause(name, str(error)) from error


def pages_of(document, name: str) -> list[Page]:
    """The pages of a PDF as their text layers tell them."""
    within(len(document), "pages", name, "has too many pages")
    return [page_of(document, index, name) for index in range(len(document))]


def cause(name: str, message: str) -> BrokenFile:
    if "password" in message.lower() or "security" in message.lower():
        return BrokenFile(name, "is locked with a password.", "Open it, print it to a new PDF without one, and give that.")
    return BrokenFile(name, "is damaged or was cut short.", "Copy or download it again.")


def page_of(document, index: int, name: str) -> Page:
    import pypdfium2

    try:
        page = document[index]
    except pypdfium2.PdfiumError as error:
        raise BrokenFile(name, f"is damaged: page {index + 1} cannot be read.", "Copy or download it again.") from error
    with closing(page):
        text = page.get_textpage()
        with closing(text):
            within(text.count_chars(), "letters_on_a_page", name, f"has too many letters on page {index + 1}")
            letters = tuple(letters_of(text, Turn(page.get_rotation(), *page.get_size())))
        lines = uprights(page) if letters else 0
        is_crowded = lines > limit("lines_drawn_on_a_page")
        return Page(index + 1, *page.get_size(), letters, lines >= FEWEST_VERTICALS and not is_crowded, is_crowded=is_crowded)


def letters_of(text, turn: Turn, font_of: Callable[[object, int], str | None] = lambda raw, at: None) -> Iterator[Letter]:
    """The letters of a page; spaces and line ends are only told of the letter after them."""
    import pypdfium2.raw as pdfium

    raw, box = text.raw, pdfium.FS_RECTF()
    spaced, drawn, size, is_level, base = False, None, 0.0, False, 0.0
    for at in range(text.count_chars()):
        code = pdfium.FPDFText_GetUnicode(raw, at)
        spaced = spaced or code in SPACES
        if code in UNSEEN or not pdfium.FPDFText_GetLooseCharBox(raw, at, box):
            continue
        handle = pdfium.FPDFText_GetTextObject(raw, at)
        together = ctypes.addressof(handle.contents) if handle else None
        is_other = together is None or together != drawn
        if is_other:  # letters that are drawn together are of one size
            drawn, (size, is_level) = together, type_of(raw, at, turn)
        if is_other or not is_level:
            base = base_of(raw, at, turn)
        left, right = turn.edges(box)
        yield Letter(SIGNS.get(code) or chr(code), left, right, base, size, spaced, None, font_of(raw, at))
        spaced = False


def base_of(raw, at: int, turn: Turn) -> float:
    """The base line that a letter stands on as it is seen."""
    import pypdfium2.raw as pdfium

    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(raw, at, x, y)
    return turn.seen(x.value, y.value)[1]


def type_of(raw, at: int, turn: Turn) -> tuple[float, bool]:
    """The size of a letter's type as it is seen, and whether all letters that are drawn with it stand on one line."""
    import pypdfium2.raw as pdfium

    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(raw, at, matrix)
    return abs(pdfium.FPDFText_GetFontSize(raw, at)) * hypot(matrix.b, matrix.d), turn.angle == 0 and matrix.b == 0


def uprights(page) -> int:
    """How many upright lines are drawn on a page, at different places; with more shapes than a table has, how many shapes there are."""
    import pypdfium2.raw as pdfium

    edges, shapes = set(), 0
    for shapes, shape in enumerate(page.get_objects(filter=(pdfium.FPDF_PAGEOBJ_PATH,), max_depth=3), 1):
        if shapes > limit("lines_drawn_on_a_page"):
            return shapes
        left, bottom, right, top = shape.get_bounds() if hasattr(shape, "get_bounds") else shape.get_pos()
        if top - bottom > TALL:
            edges |= {round(left)} if right - left < UPRIGHT else {round(left), round(right)}
    return len(edges)
