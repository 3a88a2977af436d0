"""What anydoc reads of .doc, .rtf and .odt, as paragraphs and tables; it is never asked for anything over the network."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ...errors import BrokenFile
from ...model import Document
from ..layout.assembly import source_of
from ..layout.flow import Content, GridCell, Paragraph, Table
from ..layout.pieces import Token
from ..word import docx
from .libreoffice import converted
from .trial import is_safe

LOCKED = "is locked with a password."
UNLOCK = "Open it in Word, take the password off, and save it."
INLINE = {"line_break": "break", "image": "picture"}


def parsed(content: bytes, form: str, name: str):
    """anydoc's document of `content`; None where it cannot read it, or would crash."""
    if not is_safe(content, form, name):
        return None
    import anydoc

    try:
        return anydoc.to_document(content, form)
    except anydoc.EncryptedError as error:
        raise BrokenFile(name, LOCKED, UNLOCK) from error
    except anydoc.ConvertError:
        return None


def through_word(content: bytes, suffix: str, name: str) -> Document:
    """The document of `content` after LibreOffice saved it as .docx."""
    document = docx.read(converted(content, suffix, name), name)
    source = source_of(content, name, suffix[1:], encoding=document.source.encoding)
    return replace(document, source=source)


def has_lists(blocks: Sequence) -> bool:
    """Whether any paragraph is numbered by the program: anydoc tells the kind of a list, but not each number as it is printed."""
    return any(block.kind == "list" or any(has_lists(part) for part in parts_of(block)) for block in blocks)


def parts_of(block) -> Iterator[Sequence]:
    """The blocks inside `block`, cell by cell."""
    if block.kind == "table":
        yield from (slot.cell.blocks for row in block.table.grid for slot in row if slot.kind == "origin")
    elif block.kind == "block_quote":
        yield block.blocks
    elif block.kind == "list":
        yield from (item.blocks for item in block.list.items)


def content_of(blocks: Sequence) -> Iterator[Content]:
    """The paragraphs and tables of `blocks`, in order."""
    for block in blocks:
        if block.kind in ("paragraph", "heading"):
            yield Paragraph(tuple(pieces_of(block.content)), is_heading=block.kind == "heading")
        elif block.kind == "table":
            yield Table(tuple(cells_of(block.table)), is_ruled=False if block.table.kind == "layout" else None)
        elif block.text:
            yield Paragraph((Token("text", block.text),))
        else:
            for part in parts_of(block):
                yield from content_of(part)


def cells_of(table) -> Iterator[GridCell]:
    for row, slots in enumerate(table.grid):
        for column, slot in enumerate(slots):
            if slot.kind == "origin":
                yield GridCell(tuple(content_of(slot.cell.blocks)), row, column, slot.cell.row_span, slot.cell.col_span)


def pieces_of(inlines: Sequence) -> Iterator[Token]:
    """The pieces of a paragraph."""
    for inline in inlines:
        if inline.kind == "link":
            yield from pieces_of(inline.content)
        elif inline.kind == "note_ref":
            yield Token("mark", str(inline.note_id))
        elif inline.kind in INLINE:
            yield Token(INLINE[inline.kind])
        elif inline.text:
            yield Token("text", inline.text)


def footnotes_of(notes: Sequence) -> dict[str, tuple[Content, ...]]:
    return {str(note.id): tuple(content_of(note.blocks)) for note in notes}
