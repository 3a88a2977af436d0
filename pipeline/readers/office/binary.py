"""The text of a .doc as it is stored, each run with its font: what anydoc does not tell. After Microsoft's [MS-DOC]."""

import io
import struct
from bisect import bisect_right
from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

import olefile

from ..letters.raw import characters

PAGE = 512
STYLES, CHARACTERS, PARAGRAPHS, FONTS, PIECES, AUTHORS = 1, 12, 13, 15, 33, 36  # places in the table of contents that the file begins with
CONTENTS = 0x9A
LENGTHS = 0x4C  # where the file says how many letters each of its stories has
STORIES = ("body", "footnotes", "margins", "macros", "comments", "endnotes", "boxes", "boxes in margins")
COMPRESSED = 0x40000000  # a piece of one byte a letter
FONT_NAME = 39  # bytes before the name of a font
LATIN_FONT, OTHER_FONT, CHARACTER_STYLE = 0x4A4F, 0x4A51, 0x4A30
HIDDEN, DELETED, INSERTED = 0x083C, 0x0800, 0x0801
NO_STYLE = 0xFFF
PARAGRAPH_STYLE = 1
SIZES = {0: 1, 1: 1, 2: 2, 3: 4, 4: 2, 5: 2, 7: 3}  # of what a property says, by its three highest bits; 6 says itself
LONG = (0xD606, 0xD608)
# What a file that was cut or tampered with ends in: its fonts are then unknown, and anydoc or LibreOffice tells what is wrong.
DAMAGED = (struct.error, IndexError, KeyError, ValueError, OSError)


@dataclass(frozen=True, slots=True)
class Stored:
    """A run of text: its font, and whether it is hidden, struck out or put in."""

    text: str
    font: str | None = None
    is_hidden: bool = False
    is_deleted: bool = False
    is_inserted: bool = False


def stories_of(content: bytes) -> Mapping[str, tuple[Stored, ...]]:
    """The runs of a .doc by story, in the order of the text, and the authors of its comments; none where the file is damaged."""
    try:
        with olefile.OleFileIO(io.BytesIO(content)) as streams:
            file = WordFile(streams)
            return dict(file.stories()) | {"authors": tuple(map(Stored, file.authors()))}
    except DAMAGED:
        return {}


class WordFile:
    """The two streams of a .doc, and what they tell of its fonts and styles."""

    def __init__(self, streams: olefile.OleFileIO) -> None:
        self.text = streams.openstream("WordDocument").read()
        flags = struct.unpack_from("<H", self.text, 10)[0]
        self.tables = streams.openstream("1Table" if flags & 0x200 else "0Table").read()
        self.fonts = tuple(self.font_names())
        self.styles = tuple(self.style_properties())

    def part(self, number: int) -> bytes:
        start, length = struct.unpack_from("<II", self.text, CONTENTS + 8 * number)
        return self.tables[start : start + length]

    def font_names(self) -> Iterator[str]:
        part = self.part(FONTS)
        at = 4
        for _ in range(struct.unpack_from("<H", part)[0]):
            entry = part[at + 1 : at + 1 + part[at]]
            yield entry[FONT_NAME:].decode("utf-16-le", errors="ignore").split("\0")[0]
            at += 1 + part[at]

    def authors(self) -> Iterator[str]:
        """Who wrote comments, each once."""
        part, at = self.part(AUTHORS), 0
        while at + 2 <= len(part):
            length = struct.unpack_from("<H", part, at)[0]
            yield part[at + 2 : at + 2 + 2 * length].decode("utf-16-le", errors="replace")
            at += 2 + 2 * length

    def style_properties(self) -> Iterator[tuple[int, Mapping[int, bytes]]]:
        """For each style, the number of the one that it is based on, and what it says of characters."""
        part = self.part(STYLES)
        header, count, base = struct.unpack_from("<HHH", part)
        at = 2 + header
        for _ in range(count):
            length = struct.unpack_from("<H", part, at)[0]
            yield style_of(part[at + 2 : at + 2 + length], base) if length else (NO_STYLE, {})
            at += 2 + length

    def pieces(self) -> Iterator[tuple[int, int, bool]]:
        """Where each piece of the text is stored, how many letters it has, and whether each is one byte."""
        part, at = self.part(PIECES), 0
        while part[at] == 1:
            at += 3 + struct.unpack_from("<H", part, at + 1)[0]
        size = struct.unpack_from("<I", part, at + 1)[0]
        count = (size - 4) // 12
        starts = struct.unpack_from(f"<{count + 1}I", part, at + 5)
        for number, (start, end) in enumerate(pairwise(starts)):
            place = struct.unpack_from("<I", part, at + 5 + 4 * (count + 1) + 8 * number + 2)[0]
            is_compressed = bool(place & COMPRESSED)
            yield (place & ~COMPRESSED) // 2 if is_compressed else place, end - start, is_compressed

    def stories(self) -> Iterator[tuple[str, tuple[Stored, ...]]]:
        """The runs of each story, which follow each other in the text."""
        waiting = deque(self.runs())
        for story, length in zip(STORIES, struct.unpack_from(f"<{len(STORIES)}I", self.text, LENGTHS), strict=True):
            known: list[Stored] = []
            while waiting and length > 0:
                run = waiting.popleft()
                known.append(replace(run, text=run.text[:length]))
                if len(run.text) > length:
                    waiting.appendleft(replace(run, text=run.text[length:]))
                length -= len(run.text)
            yield story, tuple(known)

    def formatted(self, number: int) -> Iterator[tuple[int, int, bytes]]:
        """The places in the text at which a format begins, each with the page and the entry of the page that tells it."""
        part = self.part(number)
        count = (len(part) - 4) // 8
        for page in struct.unpack_from(f"<{count}I", part, 4 * (count + 1)):
            content = self.text[page * PAGE : (page + 1) * PAGE]
            starts = struct.unpack_from(f"<{content[-1] + 1}I", content)
            for entry, start in enumerate(starts[:-1]):
                yield start, entry, content

    def runs(self) -> Iterator[Stored]:
        looks = Formats((start, properties(characters_of(entry, page))) for start, entry, page in self.formatted(CHARACTERS))
        styles = Formats((start, style_at(entry, page)) for start, entry, page in self.formatted(PARAGRAPHS))
        for start, count, is_compressed in self.pieces():
            end = start + count * (1 if is_compressed else 2)
            for left, right in pairwise(sorted({start, end, *looks.between(start, end), *styles.between(start, end)})):
                text = self.text[left:right]
                words = characters(text, "bytes") if is_compressed else text.decode("utf-16-le", errors="replace")
                yield self.stored(words, looks.at(left) or {}, styles.at(left) or 0)

    def stored(self, text: str, look: Mapping[int, bytes], style: int) -> Stored:
        known = (look, *self.chain(number_in(look.get(CHARACTER_STYLE))), *self.chain(style))
        fonts = (one.get(OTHER_FONT) or one.get(LATIN_FONT) for one in known)
        font = next(filter(None, fonts), b"\0\0")
        flags = (any(one.get(flag, b"\0") == b"\1" for one in known[:1]) for flag in (HIDDEN, DELETED, INSERTED))
        return Stored(text, self.fonts[number_in(font)] if number_in(font) < len(self.fonts) else None, *flags)

    def chain(self, style: int | None) -> Iterator[Mapping[int, bytes]]:
        """What a style and those that it is based on say of characters, nearest first."""
        seen: set[int] = set()
        while style is not None and style < len(self.styles) and style not in seen:
            seen.add(style)
            style, look = self.styles[style]
            yield look


class Formats:
    """What holds from which place of the file on."""

    def __init__(self, known: Iterator[tuple[int, object]]) -> None:
        ordered = sorted(known, key=lambda one: one[0])
        self.starts = [start for start, _ in ordered]
        self.values = [value for _, value in ordered]

    def at(self, place: int):
        index = bisect_right(self.starts, place) - 1
        return self.values[index] if index >= 0 else None

    def between(self, start: int, end: int) -> list[int]:
        return self.starts[bisect_right(self.starts, start) : bisect_right(self.starts, end - 1)]


def number_in(value: bytes | None) -> int | None:
    return None if value is None else struct.unpack("<H", value[:2])[0]


def characters_of(entry: int, page: bytes) -> bytes:
    """The properties of characters that an entry of a page points to."""
    place = page[4 * (page[-1] + 1) + entry] * 2
    return page[place + 1 : place + 1 + page[place]] if place else b""


def style_at(entry: int, page: bytes) -> int:
    """The style of the paragraph that an entry of a page points to."""
    place = page[4 * (page[-1] + 1) + 13 * entry] * 2
    return struct.unpack_from("<H", page, place + (1 if page[place] else 2))[0] if place else 0


def properties(packed: bytes) -> dict[int, bytes]:
    """What a list of properties says, by the code of each."""
    known, at = {}, 0
    while at + 2 <= len(packed):
        code = struct.unpack_from("<H", packed, at)[0]
        size, skip = (SIZES[code >> 13], 0) if code >> 13 in SIZES else length_of(code, packed, at + 2)
        known[code] = packed[at + 2 + skip : at + 2 + skip + size]
        at += 2 + skip + size
    return known


def length_of(code: int, packed: bytes, at: int) -> tuple[int, int]:
    """How long a property is that says so itself, and in how many bytes."""
    return (struct.unpack_from("<H", packed, at)[0] - 1, 2) if code in LONG else (packed[at], 1)


def style_of(entry: bytes, base: int) -> tuple[int, dict[int, bytes]]:
    kind, count = struct.unpack_from("<HH", entry, 2)
    at = base + 2 + 2 * (struct.unpack_from("<H", entry, base)[0] + 1)
    parts = []
    for _ in range(count & 0xF):
        size = struct.unpack_from("<H", entry, at)[0]
        parts.append(entry[at + 2 : at + 2 + size])
        at += 2 + size + size % 2
    is_paragraph = kind & 0xF == PARAGRAPH_STYLE
    look = parts[1] if is_paragraph and len(parts) > 1 else b"" if is_paragraph or not parts else parts[0]
    return kind >> 4, properties(look)
