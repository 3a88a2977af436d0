"""Text and Markdown files: one line a paragraph, paragraphs between blank lines, or printed lines that a conversion cut at the margin."""

import re
from collections.abc import Iterator
from itertools import pairwise

from ...errors import BrokenFile
from ...model import Document, Note
from ...notes import note
from ..layout.assembly import assembled, source_of
from ..layout.footnotes import settled
from ..layout.forms import starts_lower
from ..layout.lines import Column, Line, column_of
from ..layout.paragraphs import grouped, mended, prose_of
from ..layout.places import placed
from ..letters.encodings import Run, decoding
from ..letters.raw import characters, encoding_of
from . import markdown
from .printed import elements_of

BOOKMARK = re.compile(r"\[bookmark:[^\]]*\]")
SHORTEST = 20_000.0  # no full line of a page is shorter, in thousandths of the size of its letters
WIDEST = 60_000.0  # nor wider
WRAPPED = 0.15  # the share of lines that go on with a small letter, above which a file's lines were cut at a margin


def read(content: bytes, name: str) -> Document:
    """The document of a text file: Unicode, or old text that is known by its letters."""
    stored = encoding_of(content)
    old = decoding([[Run(line)] for line in characters(content, stored).split("\n")])
    if stored == "bytes" and not old.words:
        raise BrokenFile(name, "is no Unicode text, nor old text that is known here.", "Save it as UTF-8 text, or give the Word file.")
    text = "\n".join(line for (line,) in old.texts)
    markup = markdown.is_markdown(text)
    elements = tuple(elements_of(BOOKMARK.sub("", markdown.unmarked(text) if markup else text)))
    column = column_for([element for element in elements if isinstance(element, Line)])
    groups = mended(grouped(placed(elements, column), column), column)
    items = settled(item for group in groups for item in prose_of(group))
    form, pages = "md" if name.lower().endswith((".md", ".markdown")) else "txt", text.rstrip().count("\f") + 1
    encoding = old.encoding or ("utf-16" if stored.startswith("utf-16") else None)
    source = source_of(content, name, form, pages if pages > 1 else None, encoding)
    return assembled(source, (*items, *slips(text, markup), *old.notes))


def column_for(lines: list[Line]) -> Column:
    """The column that the lines were cut for; where each line is a paragraph, one without an end."""
    wrapped = sum(before.right > SHORTEST and starts_lower(line.text) for before, line in pairwise(lines))
    column = column_of(lines)
    return column if wrapped > WRAPPED * len(lines) and column.right < WIDEST else Column()


def slips(text: str, markup: bool) -> Iterator[Note]:
    """What was taken out of the whole text: the marks of Markdown, the bookmarks of a conversion."""
    if markup:
        yield note("markdown-dropped")
    bookmarks = len(BOOKMARK.findall(text))
    if bookmarks:
        yield note("bookmark-dropped", count=bookmarks)
