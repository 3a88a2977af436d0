"""A PDF as an office scans its print: pages at 200 dpi, laid on the glass a little askew, with dust and a red seal."""

import io
import random
from collections.abc import Iterator

import numpy as np
import pypdfium2
from PIL import Image, ImageDraw, ImageFilter

RESOLUTION = 200
POINTS = 72
ASKEW = (-1.2, 1.2)  # degrees
PAPER, GRAIN = 244, 6.0  # its shade, and how far dots stray from it
INK = 150  # what is darker is black in a scan of black and white
SPECKS = 60  # on a page
RED, RING = (205, 40, 45), 105  # of a seal: its ink, and its radius in dots
BLUE = (40, 60, 150)  # of a signature


def scanned(pdf: bytes, name: str, seed: int = 0, form: str = "PDF", *, is_black: bool = False) -> bytes:
    """The pictures of the pages in one file; the seal is set beside the words `name` of the signer, on the last page that has them.

    They are in colour, or black and white as a fax or an old scanner gives them.
    """
    pictures = [black(page) if is_black else page for page in pages(pdf, name, random.Random(seed))]
    packing = {"compression": "group4", "dpi": (RESOLUTION, RESOLUTION)} if form == "TIFF" else {"resolution": RESOLUTION}
    buffer = io.BytesIO()
    pictures[0].save(buffer, form, save_all=True, append_images=pictures[1:], **packing | ({} if is_black else {"quality": 60}))
    return buffer.getvalue()


def black(picture: Image.Image) -> Image.Image:
    return picture.convert("L").point(lambda shade: 255 if shade > INK else 0).convert("1", dither=Image.Dither.NONE)


def pages(pdf: bytes, name: str, chance: random.Random) -> Iterator[Image.Image]:
    """The pictures of the pages."""
    document = pypdfium2.PdfDocument(pdf)
    places = [place_of(page, name) for page in document]
    last = max((at for at, place in enumerate(places) if place), default=-1)
    for at, page in enumerate(document):
        picture = page.render(scale=RESOLUTION / POINTS).to_pil().convert("RGB")
        yield worn(signed(picture, places[at], chance) if at == last else picture, chance)


def place_of(page: pypdfium2.PdfPage, name: str) -> tuple[float, float] | None:
    """Where the last mention of `name` begins, in dots from the left and the top."""
    search, place = page.get_textpage().search(name, match_case=True), None
    while found := search.get_next():
        left, _, _, top = page.get_textpage().get_charbox(found[0])
        place = left * RESOLUTION / POINTS, (page.get_height() - top) * RESOLUTION / POINTS
    return place


def signed(picture: Image.Image, place: tuple[float, float], chance: random.Random) -> Image.Image:
    """The page with a signature above the name, and the seal over a third of it, as the rules for seals ask."""
    left, top = place
    ink = Image.new("RGB", picture.size, "white")
    pen = ImageDraw.Draw(ink)
    centre = left - 15, top - 70
    for reach, width in ((RING, 5), (RING - 14, 2), (RING // 3, 3)):
        pen.ellipse([centre[0] - reach, centre[1] - reach, centre[0] + reach, centre[1] + reach], outline=RED, width=width)
    for turn in range(0, 360, 12):  # the words round a seal
        x, y = centre[0] + (RING - 26) * np.cos(np.radians(turn)), centre[1] + (RING - 26) * np.sin(np.radians(turn))
        pen.rectangle([x - 5, y - 7, x + 5, y + 7], outline=RED, width=2)
    stroke = [(left + 22 * at, top - 60 + chance.uniform(-45, 45)) for at in range(12)]
    pen.line(stroke, fill=BLUE, width=4, joint="curve")
    return Image.fromarray(np.minimum(np.asarray(picture), np.asarray(ink)))


def worn(picture: Image.Image, chance: random.Random) -> Image.Image:
    """The page as the glass sees it: turned a little, blurred a little, on paper with grain and specks."""
    turned = picture.rotate(chance.uniform(*ASKEW), resample=Image.Resampling.BICUBIC, fillcolor="white")
    dots = np.asarray(turned.filter(ImageFilter.GaussianBlur(0.6))).astype(float) * (PAPER / 255) + 8
    grain = np.random.default_rng(chance.randrange(2**32)).normal(0, GRAIN, dots.shape[:2])
    page = Image.fromarray(np.clip(dots + grain[..., None], 0, 255).astype(np.uint8))
    pen = ImageDraw.Draw(page)
    for _ in range(SPECKS):
        x, y, size = chance.randrange(page.width), chance.randrange(page.height), chance.choice((1, 1, 2, 3))
        pen.ellipse([x, y, x + size, y + size], fill=(70, 70, 70))
    return page
