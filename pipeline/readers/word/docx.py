"""Word files: paragraphs, tables, footnotes and automatic numbers in reading order, as they are printed."""

from collections.abc import Iterable, Iterator
from itertools import count

from ...errors import BrokenFile
from ...model import Block, BlockKind, Document, Note
from ...notes import note
from ...text import clean
from ..layout.assembly import assembled, broken, cell_block, source_of
from ..layout.forms import opens_with
from ..layout.pieces import Token, labelled, lines_of, parted, slips, words_of
from .fonts import unified
from .numbers import numbering_of
from .runs import tokens, words_in
from .styles import Styles
from .tables import GridCell, grid, is_deleted, is_layout, parts_of
from .xml import MEND, Element, Package, W, below, chosen, name_of

STORIES = ("document", "footnotes", "endnotes", "comments")
HOLDERS = ("sdt", "sdtContent", "customXml", "ins", "moveTo")
Item = Block | Note


def read(content: bytes, name: str) -> Document:
    """The document of a .docx file."""
    package = Package(content, name)
    root = package.part("document")
    if root is None or below(root, "body") is None:
        raise BrokenFile(name, "is damaged: it has no text part.", MEND)
    word = Word(package)
    source = source_of(content, name, "docx", encoding=word.old.encoding)
    return assembled(source, (*word.items(below(root, "body")), *word.old.notes), word.running())


class Word:
    """A Word file being read: its styles, its footnotes, and how far its lists and tables have counted."""

    def __init__(self, package: Package) -> None:
        self.styles = Styles(package)
        self.numbering = numbering_of(package)
        self.margins = [root for kind in ("header", "footer") for root in package.parts(kind)]
        self.old = unified([*filter(is_there, map(package.part, STORIES)), *self.margins], self.styles)
        self.comments = comments_of(package)
        self.footnotes = footnotes_of(package, "footnote") | footnotes_of(package, "endnote")
        self.tables = count()

    def items(self, holder: Element) -> Iterator[Item]:
        """The blocks and notes of the body, of a cell or of a text box."""
        pieces: list[Token] = []
        for child in chosen(holder):
            name = name_of(child)
            if name == "p":
                pieces += tokens(child, self.styles)
                if below(child, "pPr", "rPr", "del") is None:
                    yield from self.paragraph(child, pieces)
                    pieces = []
            elif name == "tbl":
                yield from self.table(child)
            elif name in HOLDERS:
                yield from self.items(child)
            elif name in ("altChunk", "subDoc"):
                yield note("inserted-file-skipped")

    def paragraph(self, element: Element, pieces: list[Token]) -> Iterator[Item]:
        """The blocks of a paragraph: text boxes first, then its lines, each part with the footnotes that it calls."""
        for piece in pieces:
            if piece.kind == "box":
                yield from self.text_box(piece.box)
        kind: BlockKind = "heading" if self.styles.is_heading(element) else "paragraph"
        for part in parted(labelled(self.label_of(element), lines_of(pieces))):
            text, breaks = broken(words_of(line) for line in part)
            if text:
                yield note("rule-dropped") if opens_with("rule", text) else Block(kind=kind, text=text, breaks=breaks)
            yield from self.called(part)
        yield from self.slips(pieces)

    def slips(self, pieces: list[Token]) -> Iterator[Note]:
        """What was left out of a paragraph, and what was said about it in comments."""
        yield from slips(pieces)
        for piece in pieces:
            if piece.kind == "comment" and piece.text in self.comments:
                author, text = self.comments[piece.text]
                yield note("comment-apart", author=author, text=text)

    def running(self) -> Iterator[str]:
        """The lines that are printed in the margins of the pages."""
        for paragraph in (paragraph for root in self.margins for paragraph in root.iter(f"{W}p")):
            yield from map(words_of, lines_of(list(tokens(paragraph, self.styles))))

    def text_box(self, box: Element) -> Iterator[Item]:
        inside = list(self.items(box))
        yield from inside
        if inside:
            yield note("text-box-read", text=clean(words_in(box)))

    def label_of(self, paragraph: Element) -> str:
        """The automatic number of the next paragraph, "" where it has none."""
        numbering = self.styles.numbering(paragraph)
        return self.numbering.label(*numbering) if numbering else ""

    def called(self, lines: Iterable[list[Token]]) -> Iterator[Item]:
        """The footnotes that `lines` call."""
        for mark in (piece.text for line in lines for piece in line if piece.kind == "mark"):
            text, breaks = broken(self.footnote_lines(mark))
            yield Block(kind="footnote", text=text, breaks=breaks) if text else note("footnote-without-text", number=mark.split()[-1])

    def footnote_lines(self, mark: str) -> Iterator[str]:
        for paragraph in self.footnotes.get(mark, ()):
            yield from map(words_of, lines_of(list(tokens(paragraph, self.styles))))

    def table(self, element: Element) -> Iterator[Item]:
        cells = grid(element)
        if is_layout(element, cells, self.styles):
            for cell in cells:
                yield from self.items(cell.element)
        else:
            place = next(self.tables)
            for cell in cells:
                yield from self.cell(cell, place)
        for row in filter(is_deleted, parts_of(element, "tr")):
            yield note("tracked-change", text=clean(words_in(row)))

    def cell(self, cell: GridCell, table: int) -> Iterator[Item]:
        """The block of a cell, its paragraphs on lines of their own; then the footnotes and the notes of what stands in it."""
        lines = list(self.cell_lines(cell.element))
        yield from cell_block(map(words_of, lines), table, cell)
        yield from self.called(lines)
        yield from self.slips([piece for line in lines for piece in line])

    def cell_lines(self, holder: Element) -> Iterator[list[Token]]:
        """The lines of a cell, those of tables and text boxes inside it too."""
        for child in chosen(holder):
            if name_of(child) == "p":
                pieces = list(tokens(child, self.styles))
                yield from labelled(self.label_of(child), lines_of(pieces))
                for box in (piece.box for piece in pieces if piece.kind == "box"):
                    yield from self.cell_lines(box)
            elif name_of(child) in (*HOLDERS, "tbl", "tr", "tc"):
                yield from self.cell_lines(child)


def is_there(root: Element | None) -> bool:
    return root is not None


def comments_of(package: Package) -> dict[str, tuple[str, str]]:
    """The author and the words of each comment, by its id."""
    root = package.part("comments")
    found = () if root is None else root.findall(f"{W}comment")
    return {one.get(f"{W}id"): (one.get(f"{W}author") or "", clean(words_in(one))) for one in found}


def footnotes_of(package: Package, kind: str) -> dict[str, list[Element]]:
    """The paragraphs of each footnote or endnote, by its mark."""
    root = package.part(f"{kind}s")
    found = () if root is None else root.findall(f"{W}{kind}")
    return {f"{kind} {one.get(f'{W}id')}": list(one.iter(f"{W}p")) for one in found if one.get(f"{W}type") in (None, "normal")}
