"""The last step of every reader: blocks and notes in the order of the page become a document, each note with its place."""

import hashlib
from collections.abc import Iterable, Iterator
from typing import Protocol

from ...errors import EmptyFile
from ...model import Block, Cell, Document, Note, Source, Span
from ...notes import note
from ...text import clean
from ..limits import within
from .forms import opens_with


class Placed(Protocol):
    """What stands on the grid of a table, counted from 0, and reaches over so many rows and columns."""

    row: int
    column: int
    rows: int
    columns: int


def assembled(source: Source, items: Iterable[Block | Note], margins: Iterable[str] = ()) -> Document:
    """The document of `items`; a note without a place gets that of the block before it. `margins` are headers and footers."""
    blocks: list[Block] = []
    notes: list[Note] = []
    for item in items:
        if isinstance(item, Block):
            blocks.append(item)
        else:
            notes.append(item)
            if item.span is None and blocks:
                notes[-1] = item.model_copy(update={"span": end_of(blocks)})
    within(len(blocks), "blocks", source.path, "has too many paragraphs")
    within(sum(len(block.text) for block in blocks), "letters", source.path, "is too long")
    if not blocks:
        raise EmptyFile(source.path, "holds no text.", "Look whether this is the right file.")
    lines = tuple(dict.fromkeys(line for line in map(clean, margins) if tells(line)))
    apart = (note("margin-apart", text=line) for line in lines)
    return Document(source=source, blocks=tuple(blocks), notes=(*notes, *apart), margins=lines)


def tells(line: str) -> bool:
    """Whether a line of a header or footer says more than the number of a page."""
    return any(map(str.isalpha, line)) and not opens_with("page_number", line)


def end_of(blocks: list[Block]) -> Span:
    last = blocks[-1]
    return Span(block=len(blocks) - 1, start=len(last.text), end=len(last.text), page=last.page)


def source_of(content: bytes, name: str, form: str, pages: int | None = None, encoding: str | None = None) -> Source:
    """Where a document came from: its name as given, and a fingerprint of its bytes."""
    return Source(path=name, format=form, sha256=hashlib.sha256(content).hexdigest(), pages=pages, encoding=encoding)


def cell_block(lines: Iterable[str], table: int, place: Placed) -> Iterator[Block]:
    """The block of a cell, where it has words: `lines` are its paragraphs, `place` tells where it stands and how far it reaches."""
    text, breaks = broken(lines)
    if text:
        cell = Cell(table=table, row=place.row, column=place.column, rows=place.rows, columns=place.columns)
        yield Block(kind="cell", text=text, cell=cell, breaks=breaks)


def broken(lines: Iterable[str]) -> tuple[str, tuple[int, ...]]:
    """The words of `lines`, each of them clean, in one text, and the offsets at which each line after the first begins."""
    text, breaks = "", []
    for line in filter(None, lines):
        text += " " + line if text else line
        breaks.append(len(text) - len(line))
    return text, tuple(breaks[1:])
