"""Pictures of pages made ready to be recognised: black ink alone, lying level, and the lines that are drawn on them told apart."""

from dataclasses import dataclass

import numpy as np
from PIL import Image, ImageFilter

RESOLUTION = 200  # dots per inch: with more, Tesseract is slower and reads Vietnamese marks no better (measured on the corpus)
POINTS = 72  # per inch
TURNS = 5.0  # degrees: a page is laid on the glass no more askew
STEPS = (0.5, 0.05)  # degrees between the angles that are tried, first roughly, then closely
LEAST_TURN = 0.1
MOST_DOTS = 400_000  # dark dots that the angle is taken from
PAPER = 255
FAINT = 60  # shades between ink and paper: where there is less, there is no ink
HARD, SHADED = 20, 0.002  # shades near black and white, and the share of others that a page in shades of grey has
SOFT = 0.7  # dots
SPECK, ALONE = 2, 12  # dots: how far dust reaches from its middle, and how far round it there is nothing but paper
INDENT, OUTSET = 60, 150  # dots: how far behind a bullet its line begins at most, and how much paper is before it
APART, SLOPE = 400, 0.025  # dots between two bullets of a list, and how far a page that lies askew sets one out for each of them
COLOURED, BLACK = 50, 100  # shades between the colours of a dot from which on it is no grey, unless all of them are so dark
GREYS = ("1", "L", "LA", "I", "F", "I;16")


@dataclass(frozen=True, slots=True)
class Scan:
    """A picture of a page: shades of grey (0 is black), and how many points wide and high the page is."""

    number: int
    pixels: np.ndarray
    width: float
    height: float

    @property
    def scale(self) -> float:
        """Points to a dot."""
        return self.width / self.pixels.shape[1]

    def turned(self, quarters: int) -> "Scan":
        """The page turned so many times to the left."""
        sides = (self.height, self.width) if quarters % 2 else (self.width, self.height)
        return Scan(self.number, np.ascontiguousarray(np.rot90(self.pixels, quarters)), *sides)


def scan_of(image: Image.Image, number: int, width: float, height: float) -> Scan:
    """The scan of a page of `width` by `height` points."""
    return Scan(number, level(softened(without_dust(black_ink(image)))), width, height)


def without_dust(pixels: np.ndarray) -> np.ndarray:
    """The page without specks that stand alone: full stops and the dots of letters have ink beside them, bullets lines behind them."""
    ink = pixels <= threshold(pixels)
    dust = ink & (around(ink, SPECK) == around(ink, ALONE))
    for down, across in bullets(dust, ink & ~dust):
        dust[max(0, down - ALONE) : down + ALONE, max(0, across - ALONE) : across + ALONE] = False
    return np.where(around(dust, 2 * SPECK) > 0, PAPER, pixels).astype(np.uint8) if dust.any() else pixels


def bullets(dust: np.ndarray, ink: np.ndarray) -> list[tuple[int, int]]:
    """The specks that open lines, one below the other."""
    opening = [(down, across) for down, across in np.argwhere(dust).tolist()
               if beside(ink, down, across, ALONE, INDENT) and not beside(ink, down, across, -OUTSET, -ALONE)]
    return [(down, across) for down, across in opening
            if any(ALONE < abs(down - lower) < APART and abs(across - other) <= ALONE / 2 + SLOPE * abs(down - lower)
                   for lower, other in opening)]


def beside(ink: np.ndarray, down: int, across: int, start: int, end: int) -> bool:
    """Whether there is ink so far to the right of a speck, or to its left, at its height."""
    return bool(ink[max(0, down - ALONE // 2) : down + ALONE // 2, max(0, across + start) : max(0, across + end)].any())


def around(ink: np.ndarray, reach: int) -> np.ndarray:
    """How many dots of ink stand in the square round each dot, so far to each side."""
    sums = np.pad(ink, ((reach + 1, reach), (reach + 1, reach))).cumsum(0, dtype=np.int32).cumsum(1, dtype=np.int32)
    side = 2 * reach + 1
    return sums[side:, side:] - sums[:-side, side:] - sums[side:, :-side] + sums[:-side, :-side]


def softened(pixels: np.ndarray) -> np.ndarray:
    """A page of black and white alone with soft edges, as a page in shades of grey has: marks above letters are read better."""
    is_hard = np.count_nonzero((pixels > HARD) & (pixels < PAPER - HARD)) < SHADED * pixels.size
    return np.asarray(Image.fromarray(pixels).filter(ImageFilter.GaussianBlur(SOFT))) if is_hard else pixels


def has_ink(pixels: np.ndarray) -> bool:
    return bool(pixels.size) and int(pixels.max()) - int(pixels.min()) > FAINT


def black_ink(image: Image.Image) -> np.ndarray:
    """The brightest of the three colours of each dot, and paper where the dot has a colour: red seals and blue signatures go, and
    black letters below them stay."""
    if image.mode in GREYS:
        return np.asarray(image.convert("L"))
    colours = np.asarray(image.convert("RGB"))
    brightest = colours.max(axis=2)
    return np.where((brightest - colours.min(axis=2) > COLOURED) & (brightest > BLACK), PAPER, brightest).astype(np.uint8)


def threshold(pixels: np.ndarray) -> int:
    """The shade that parts ink from paper best (Otsu)."""
    counts = np.bincount(pixels.ravel(), minlength=256).astype(float)
    below = counts.cumsum()
    shades = (counts * np.arange(256)).cumsum()
    above = below[-1] - below
    with np.errstate(divide="ignore", invalid="ignore"):
        apart = below * above * (shades / below - (shades[-1] - shades) / above) ** 2
    return int(np.nanargmax(np.nan_to_num(apart)))


def level(pixels: np.ndarray) -> np.ndarray:
    """The page turned so that its lines lie level."""
    angle = slant(pixels)
    if abs(angle) < LEAST_TURN:
        return pixels
    return np.asarray(Image.fromarray(pixels).rotate(angle, resample=Image.Resampling.BICUBIC, fillcolor=255))


def slant(pixels: np.ndarray) -> float:
    """The angle in degrees by which the page lies askew: the one along which rows of ink and of paper part most sharply."""
    down, across = np.nonzero(pixels[::2, ::2] <= threshold(pixels))
    sparse = slice(None, None, 1 + len(down) // MOST_DOTS)
    best, reach = 0.0, TURNS
    for step in STEPS:
        angles = np.arange(best - reach, best + reach + step / 2, step)
        best, reach = max(angles, key=lambda angle: sharpness(down[sparse], across[sparse], angle)), step
    return float(best)


def sharpness(down: np.ndarray, across: np.ndarray, angle: float) -> float:
    rows = (down - across * np.tan(np.radians(angle))).astype(int)
    counts = np.bincount(rows - rows.min(initial=0)).astype(float)
    return float((np.diff(counts) ** 2).sum())
