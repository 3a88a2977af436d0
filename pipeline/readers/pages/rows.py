"""Letters on a page put together to rows, each cut where a wide gap or a raised number is."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from .page import Letter

SAME_ROW = 0.42  # of the size of the type
RAISED_ROW = 0.6
WORD_GAP = 0.18
WIDE_GAP = 1.6  # what no justified line leaves between two words
RAISED = (0.12, 0.75)  # a raised number stands so much higher, and its type is at most so large


@dataclass(frozen=True, slots=True)
class Piece:
    """Letters side by side: their text, edges, base line and size. `raised` tells a small number above the line."""

    text: str
    left: float
    right: float
    base: float
    size: float
    raised: bool = False
    confidence: float | None = None


Row = tuple[Piece, ...]


def text_of_row(row: Row) -> str:
    """The words of a row; a raised number stands at the word that it belongs to."""
    text = row[0].text
    for before, piece in pairwise(row):
        is_apart = piece.left - before.right > WORD_GAP * piece.size and not piece.raised
        text += " " + piece.text if is_apart else piece.text
    return text


def rows_of(letters: Iterable[Letter]) -> list[Row]:
    """The rows from the top of the page down, each with its pieces from left to right."""
    rows: list[list[Letter]] = []
    for letter in sorted((letter for letter in letters if letter.text.strip()), key=lambda letter: -letter.base):
        if rows and is_same_row(rows[-1][0], letter):
            rows[-1].append(letter)
        else:
            rows.append([letter])
    return [tuple(pieces_of(sorted(row, key=lambda letter: letter.left))) for row in rows]


def is_same_row(letter: Letter, other: Letter) -> bool:
    """Whether two letters stand on one line; a small one may be raised higher than the type of a column beside it."""
    small, large = (letter.size, other.size) if letter.size < other.size else (other.size, letter.size)
    return abs(letter.base - other.base) < (RAISED_ROW if small < RAISED[1] * large else SAME_ROW) * large


def pieces_of(row: list[Letter]) -> Iterator[Piece]:
    """The pieces that wide gaps and raised numbers divide a row into."""
    size = max(letter.size for letter in row)
    base = base_of(row, size)
    open_letters: list[Letter] = []
    for letter in row:
        if open_letters and is_divided(open_letters[-1], letter, base, size):
            yield piece_of(open_letters, base, size)
            open_letters = []
        open_letters.append(letter)
    yield piece_of(open_letters, base, size)


def base_of(row: list[Letter], size: float) -> float:
    """The base line that the large letters of a row stand on."""
    bases = [round(letter.base, 1) for letter in row if letter.size >= RAISED[1] * size]
    return max(set(bases), key=bases.count)


def is_raised(letter: Letter, base: float, size: float) -> bool:
    return letter.size < RAISED[1] * size and letter.base > base + RAISED[0] * size


def is_divided(before: Letter, letter: Letter, base: float, size: float) -> bool:
    if letter.left - before.right > WIDE_GAP * letter.size:
        return True
    if (before.size, before.base) == (letter.size, letter.base):
        return False
    return is_raised(before, base, size) != is_raised(letter, base, size)


def piece_of(letters: list[Letter], base: float, size: float) -> Piece:
    text = letters[0].text
    for before, letter in pairwise(letters):
        text += " " + letter.text if letter.spaced or letter.left - before.right > WORD_GAP * letter.size else letter.text
    high = max(letter.size for letter in letters)
    return Piece(text, letters[0].left, max(letter.right for letter in letters), base, high, is_raised(letters[0], base, size),
                 least_sure(letter.confidence for letter in letters))


def least_sure(confidences: Iterable[float | None]) -> float | None:
    """How surely the words of a scan were read, by the least sure of them; None of words that were not recognised."""
    return min((confidence for confidence in confidences if confidence is not None), default=None)
