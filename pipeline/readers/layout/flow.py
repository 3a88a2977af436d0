"""Paragraphs and tables of formats other than Word's own, as blocks: what `docx` does for Word, for whatever tells its text in pieces."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import count

from ...model import Block, Document, Note, Source
from ...notes import note
from ...resources import table
from ...text import clean, same
from ..letters.encodings import Decoding, Run, decoding
from .assembly import assembled, broken, cell_block
from .forms import opens_with
from .pieces import Token, labelled, lines_of, parted, slips, words_of

NONE: Counter[str] = Counter()
BODY = ""  # its name among the footnotes
MOST_ROWS = 4  # of a table that lays out a letterhead or a signature
Item = Block | Note


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph in its pieces, with the number that the program prints before it."""

    pieces: tuple[Token, ...]
    label: str = ""
    is_heading: bool = False


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell on the grid of a table, counted from 0, with how far it reaches."""

    content: tuple["Content", ...]
    row: int
    column: int
    rows: int = 1
    columns: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """A table; `is_ruled` is None where the format does not tell whether lines are drawn."""

    cells: tuple[GridCell, ...]
    is_ruled: bool | None = None


Content = Paragraph | Table


@dataclass
class Flow:
    """A text being put into blocks: its footnotes by mark, and how far its tables have counted."""

    footnotes: Mapping[str, Sequence[Content]] = field(default_factory=dict)
    tables: Iterator[int] = field(default_factory=count)

    def items(self, content: Sequence[Content]) -> Iterator[Item]:
        """The blocks and notes of `content`, in order."""
        for one in content:
            yield from self.paragraph(one) if isinstance(one, Paragraph) else self.table(one)

    def paragraph(self, paragraph: Paragraph) -> Iterator[Item]:
        kind = "heading" if paragraph.is_heading else "paragraph"
        for part in parted(labelled(paragraph.label, lines_of(paragraph.pieces))):
            text, breaks = broken(words_of(line) for line in part)
            if text:
                yield note("rule-dropped") if opens_with("rule", text) else Block(kind=kind, text=text, breaks=breaks)
            yield from self.called(part)
        yield from slips(paragraph.pieces)

    def called(self, lines: Sequence[Sequence[Token]]) -> Iterator[Item]:
        """The footnotes that `lines` call."""
        for mark in (piece.text for line in lines for piece in line if piece.kind == "mark"):
            text, breaks = broken(words_of(line) for line in self.lines(self.footnotes.get(mark, ())))
            yield Block(kind="footnote", text=text, breaks=breaks) if text else note("footnote-without-text", number=mark)

    def lines(self, content: Sequence[Content]) -> Iterator[list[Token]]:
        """The lines of `content`, those of tables inside it too."""
        for one in content:
            if isinstance(one, Paragraph):
                yield from labelled(one.label, lines_of(one.pieces))
            else:
                for cell in one.cells:
                    yield from self.lines(cell.content)

    def table(self, known: Table) -> Iterator[Item]:
        if is_layout(known):
            for cell in known.cells:
                yield from self.items(cell.content)
            return
        place = next(self.tables)
        for cell in known.cells:
            lines = list(self.lines(cell.content))
            yield from cell_block(map(words_of, lines), place, cell)
            yield from self.called(lines)
            yield from slips(piece for line in lines for piece in line)


def is_layout(known: Table) -> bool:
    """Whether a table only lays out text: the words of a letterhead or a signature, a box of one cell, or no lines and no head."""
    rows = max((cell.row + cell.rows for cell in known.cells), default=0)
    texts = [text_of(cell.content) for cell in known.cells]
    if len(known.cells) <= 1 or rows <= MOST_ROWS and any(opens_with("layout", text) for text in texts):
        return True
    widest = max(cell.column + cell.columns for cell in known.cells)
    has_head = same(texts[0]) in table("word")["table_heads"]
    return known.is_ruled is False and not has_head and (rows <= MOST_ROWS or widest <= 2)


def text_of(content: Sequence[Content]) -> str:
    return clean(" ".join(words_of(line) for line in Flow().lines(content)))


def unified(parts: Mapping[str, Sequence[Content]]) -> tuple[dict[str, tuple[Content, ...]], Decoding]:
    """The body and the footnotes in Unicode, and what was found."""
    paragraphs = [paragraph for content in parts.values() for paragraph in paragraphs_in(content)]
    found = decoding([[Run(piece.text, piece.font) for piece in paragraph.pieces] for paragraph in paragraphs])
    texts = iter(found.texts)
    return {key: tuple(rewritten(one, texts) for one in content) for key, content in parts.items()}, found


def paragraphs_in(content: Sequence[Content]) -> Iterator[Paragraph]:
    for one in content:
        if isinstance(one, Paragraph):
            yield one
        else:
            for cell in one.cells:
                yield from paragraphs_in(cell.content)


def rewritten(one: Content, texts: Iterator[tuple[str, ...]]) -> Content:
    """`one` with the next of `texts` in place of its own."""
    if isinstance(one, Paragraph):
        pieces = zip(one.pieces, next(texts), strict=True)
        return replace(one, pieces=tuple(replace(piece, text=text) if piece.kind == "text" else piece for piece, text in pieces))
    return replace(one, cells=tuple(replace(cell, content=tuple(rewritten(part, texts) for part in cell.content)) for cell in one.cells))


def document_of(
    body: Sequence[Content],
    footnotes: Mapping[str, Sequence[Content]],
    source: Source,
    words: Counter[str] = NONE,
    notes: Iterable[Note] = (),
    margins: Iterable[str] = (),
) -> Document:
    """The document of a body and its footnotes; `words` are those of old text that were put into Unicode before."""
    parts, found = unified({BODY: body, **footnotes})
    old = replace(found, words=found.words + words)
    items = (*Flow(parts).items(parts[BODY]), *notes, *old.notes)
    return assembled(source.model_copy(update={"encoding": old.encoding}), items, margins)
