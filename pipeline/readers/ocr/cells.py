"""The cells of a scanned table recognised: set below each other in one picture, so that no line runs through two of them."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain, groupby

import numpy as np

from ..pages.page import Box
from .scans import PAPER, Scan, has_ink
from .tesseract import Word, words_of

ONE_BLOCK = 6  # Tesseract's page segmentation mode for lines below each other; it keeps short ones
QUOTES = "\"'“”‘’"
SURE = 0.75  # a cell of which a word is less sure is recognised once more, alone
GAP = 30  # dots of paper round each cell
INSET = 7  # dots: what a drawn line may leave at the edge of its cell
Place = tuple[int, int, int, int]  # top, foot, left, right in dots


def words_of_cells(scan: Scan, tables: Iterable[Iterable[Box]], name: str) -> Iterator[Word]:
    """The words of all cells, where they stand on the page."""
    places = sorted(inner(edges_of(cell, scan)) for cell in chain.from_iterable(tables))
    filled = [place for place in places if has_ink(part(scan, place))]
    if not filled:
        return
    sheet, tops = stacked([part(scan, place) for place in filled])
    by_cell = groupby(words_of(sheet, name, ONE_BLOCK), key=lambda word: max(0, bisect_right(tops, word.base) - 1))
    read = {at: list(words) for at, words in by_cell}
    for at, place in enumerate(filled):
        words = placed(read.get(at, ()), place, tops[at])
        if sureness(words) < SURE:
            alone, top = stacked([part(scan, place)])
            words = max(words, placed(words_of(alone, name, ONE_BLOCK), place, *top), key=sureness)
        yield from (replace(word, line=(at, word.line)) for word in without_stray_quote(words))


def placed(words: Iterable[Word], place: Place, top: int) -> list[Word]:
    """The words of a cell where they stand on the page; it begins at `top` on the sheet that they were read from."""
    down, across = place[0] - top, place[2] - GAP
    return [replace(word, left=word.left + across, right=word.right + across, base=word.base + down) for word in words]


def sureness(words: Iterable[Word]) -> float:
    """How surely the least sure of `words` was read; 0 where there is none."""
    return min((word.confidence for word in words), default=0.0)


def without_stray_quote(words: list[Word]) -> list[Word]:
    """The words of a cell without a quotation mark before the first that nothing closes: it is a dot of the cell's line."""
    if not words:
        return words
    first, *rest = words
    is_stray = first.text[0] in QUOTES and first.text[1:] and not any(sign in word.text for word in rest for sign in QUOTES)
    return [replace(first, text=first.text.lstrip(QUOTES)), *rest] if is_stray and first.text.strip(QUOTES) else words


def edges_of(box: Box, scan: Scan) -> Place:
    """The place of a box in dots."""
    left, foot, right, top = box
    return tuple(round(place / scan.scale) for place in (scan.height - top, scan.height - foot, left, right))


def inner(place: Place) -> Place:
    top, foot, left, right = place
    return top + INSET, foot - INSET, left + INSET, right - INSET


def part(scan: Scan, place: Place) -> np.ndarray:
    top, foot, left, right = place
    return scan.pixels[max(0, top) : max(0, foot), max(0, left) : max(0, right)]


def stacked(pictures: list[np.ndarray]) -> tuple[np.ndarray, list[int]]:
    """`pictures` below each other on one sheet, and where each begins."""
    wide, high = max(one.shape[1] for one in pictures), sum(one.shape[0] + GAP for one in pictures)
    sheet = np.full((high + GAP, wide + 2 * GAP), PAPER, dtype=np.uint8)
    tops, top = [], GAP
    for one in pictures:
        sheet[top : top + one.shape[0], GAP : GAP + one.shape[1]] = one
        tops.append(top)
        top += one.shape[0] + GAP
    return sheet, tops
