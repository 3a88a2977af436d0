"""Where the clean text of a document stands in the raw text that it was read from."""

import unicodedata
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from .model import Block, Span
from .text import INVISIBLE

Place = tuple[int, int]
FAR = 400  # letters; a short block that is found farther ahead was moved by the reader, and what follows it was not
LONG = 40
MARGIN = 2.0  # how much longer than a block the raw text may be in which its letters are looked for


class Alignment:
    """The letters of each block with their places in `raw`; white space, invisible signs and composition aside."""

    def __init__(self, raw: str, blocks: Sequence[Block]) -> None:
        letters = list(letters_of(raw))
        self._places = [place for _, place in letters]
        self._offsets = [letter_offsets(block.text) for block in blocks]
        self._letters = list(placed("".join(letter for letter, _ in letters), [squeezed(block.text) for block in blocks]))

    def place(self, span: Span) -> Place | None:
        """Where the words of `span` stand in the raw text, None where none of them is there."""
        found = [place for offset, place in zip(self._offsets[span.block], self._letters[span.block], strict=True)
                 if place is not None and span.start <= offset < span.end]
        return (self._places[found[0]][0], self._places[found[-1]][1]) if found else None


def letters_of(raw: str) -> Iterator[tuple[str, Place]]:
    """The composed letters of `raw` but white space and invisible signs, each with the place that it takes there."""
    start = 0
    while start < len(raw):
        end = start + 1
        while end < len(raw) and (unicodedata.combining(raw[end]) or ord(raw[end]) in INVISIBLE):
            end += 1
        for letter in squeezed(raw[start:end]):
            yield letter, (start, end)
        start = end


def squeezed(text: str) -> str:
    return "".join(unicodedata.normalize("NFC", text.translate(INVISIBLE)).split())


def letter_offsets(text: str) -> list[int]:
    """The offsets of the letters of clean text."""
    return [offset for offset, letter in enumerate(text) if not letter.isspace()]


def placed(raw: str, blocks: Sequence[str]) -> Iterator[list[int | None]]:
    """For each block the number of each of its letters in `raw`; blocks come in the order of the text, but for some that were moved."""
    cursor = 0
    for block in blocks:
        ahead = raw.find(block, cursor)
        found = ahead if ahead >= 0 else raw.find(block)
        numbers = list(range(found, found + len(block))) if found >= 0 else matched(raw, block, cursor)
        if found < 0 or 0 <= ahead - cursor <= FAR or ahead >= 0 and len(block) >= LONG:
            cursor = max((number + 1 for number in numbers if number is not None), default=cursor)
        yield numbers


def matched(raw: str, block: str, cursor: int) -> list[int | None]:
    """The letters of a block that the reader changed, as far as they are found behind `cursor`."""
    window = raw[cursor : cursor + int(MARGIN * len(block)) + FAR]
    numbers: list[int | None] = [None] * len(block)
    for run in SequenceMatcher(None, block, window, autojunk=False).get_matching_blocks():
        numbers[run.a : run.a + run.size] = range(cursor + run.b, cursor + run.b + run.size)
    return numbers
