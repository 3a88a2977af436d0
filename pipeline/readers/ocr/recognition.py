"""Scanned pages recognised: their words as letters with places, so that a scan is put together as a page with text is."""

import os
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from itertools import chain, groupby, islice, pairwise
from math import inf
from statistics import fmean, median

from ..layout.lines import width
from ..pages.page import Box, Letter, Page
from .cells import edges_of, words_of_cells
from .footnotes import with_marks
from .labels import with_labels
from .scans import PAPER, Scan, has_ink
from .strokes import without_lines
from .tesseract import Word, upright, words_of
from .words import corrected

WHOLE_PAGE = 3  # Tesseract's page segmentation mode for a page of any build
UNSURE = 0.5  # a line that is less sure is a seal, a signature or a stain
FAINT = 0.3  # so are signs within a line that are less sure
SPECK = 0.75  # so is a lone sign that is less sure
APART = 1.2  # times its height: no word of a line stands so far from the next, but in another column
POOR = 0.6  # of a whole page: it may lie on its side
DASHES = ("-", "–", "—")
ALIKE = 0.07  # sizes of type that differ by less are the same


def recognised(scans: Iterable[Scan], name: str) -> list[Page]:
    """The pages of `scans`, a few at a time, so that a long scan does not fill the memory."""
    hands = os.cpu_count() or 1
    waiting, pages = iter(scans), []
    with ThreadPoolExecutor(hands) as pool:
        while batch := list(islice(waiting, hands)):
            pages += pool.map(lambda scan: page_of(scan, name), batch)
    return with_marks(with_labels(with_even_sizes(pages)))


def page_of(scan: Scan, name: str) -> Page:
    """The page of a scan; one that reads poorly is tried as it would stand if it had been laid on its side or its head."""
    page = read_upright(scan, name)
    if page.letters and page.confidence >= POOR or not has_ink(scan.pixels):
        return page
    quarters = upright(scan.pixels, name)
    other = read_upright(scan.turned(quarters), name) if quarters else page
    return max(page, other, key=lambda page: page.confidence or 0.0)


def read_upright(scan: Scan, name: str) -> Page:
    bare, tables = without_lines(scan)
    words = [*words_outside(bare, tables, name), *words_of_cells(bare, tables, name)]
    lines = [without_stains(list(line)) for _, line in groupby(words, key=lambda word: word.line)]
    kept = [line for line in lines if is_text(line)]
    better = corrected(kept)
    letters = tuple(letter for line in better for letter in letters_of(line, scan))
    sure = fmean(letter.confidence for letter in letters) if letters else 0.0
    return Page(scan.number, scan.width, scan.height, letters, False, tuple(map(tuple, tables)), sure,
                len(lines) - len(kept), tuple(changes(kept, better)))


def words_outside(scan: Scan, tables: Iterable[Iterable[Box]], name: str) -> tuple[Word, ...]:
    """The words of a page that stand in none of its tables."""
    pixels = scan.pixels.copy()
    for cell in chain.from_iterable(tables):
        top, foot, left, right = edges_of(cell, scan)
        pixels[top:foot, left:right] = PAPER
    return words_of(pixels, name, WHOLE_PAGE) if has_ink(pixels) else ()


def is_text(line: list[Word]) -> bool:
    """Whether a line holds words, and not what a seal, a signature or a stain was taken for."""
    letters = sum(letter.isalnum() for word in line for letter in word.text)
    sure = fmean(word.confidence for word in line) if line else 0.0
    return sure >= UNSURE if letters > 2 else sure >= SPECK


def without_stains(line: list[Word]) -> list[Word]:
    """`line` without unsure signs that stand far from all other words of it, as stains and parts of a seal do, and without dust in it."""
    if len(line) == 1:
        return line
    line = [word for at, word in enumerate(line) if not (at and is_dust(word)) or is_range(line, at)]
    gaps = [inf, *(after.left - before.right for before, after in pairwise(line)), inf]
    return [word for at, word in enumerate(line) if is_range(line, at) or not is_stain(word, min(gaps[at : at + 2]))]


def is_stain(word: Word, gap: float) -> bool:
    return len(word.text) <= 2 and word.confidence < UNSURE and gap > APART * (word.foot - word.top)


def is_dust(word: Word) -> bool:
    """Whether a word is nothing but signs that Tesseract does not believe in."""
    return word.confidence < FAINT and not any(map(str.isalnum, word.text))


def is_range(line: list[Word], at: int) -> bool:
    """Whether the word there is a dash between two figures."""
    before, after = line[max(0, at - 1)].text, line[min(at + 1, len(line) - 1)].text
    return line[at].text in DASHES and before[-1:].isdigit() and after[:1].isdigit()


def changes(lines: list[list[Word]], better: list[list[Word]]) -> Iterator[str]:
    """What was corrected, as the note on it tells."""
    for old, new in zip(chain.from_iterable(lines), chain.from_iterable(better), strict=True):
        if old.text != new.text:
            yield f"{old.text} → {new.text}"


def letters_of(line: list[Word], scan: Scan) -> Iterator[Letter]:
    """The words of a line as letters; the size of their type is told by how wide they are, as their height differs by tone."""
    size = sum(word.right - word.left for word in line) / max(1.0, sum(width(word.text) for word in line)) * 1000 * scan.scale
    for word in line:
        left, right, base = word.left * scan.scale, word.right * scan.scale, scan.height - word.base * scan.scale
        yield Letter(word.text, left, right, base, size, True, word.confidence)


def with_even_sizes(pages: list[Page]) -> list[Page]:
    """`pages` with one size of type for all letters whose measured sizes are about that of most."""
    sizes = [letter.size for page in pages for letter in page.letters for _ in letter.text]
    usual = median(sizes) if sizes else 1.0
    return [replace(page, letters=tuple(evened(letter, usual) for letter in page.letters)) for page in pages]


def evened(letter: Letter, usual: float) -> Letter:
    return letter._replace(size=usual) if abs(letter.size - usual) < ALIKE * usual else letter
