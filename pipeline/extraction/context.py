"""Where an item stands: its section and the sections above it, and inside a name or not."""

from collections.abc import Iterator

from ..model import Document, Mention, Outline, Section
from ..text import fold

LONGEST_NAME = 120  # in quotation marks; what is longer cites an order


def ancestors(outline: Outline, section: Section) -> Iterator[Section]:
    """`section`, its parent, and so on up to the top."""
    current: Section | None = section
    while current is not None:
        yield current
        current = outline.by_id.get(current.parent) if current.parent else None


def is_named(document: Document, mention: Mention) -> bool:
    """The words stand inside a name in quotation marks: the column “Mỗi ngày một tin tốt”."""
    text = fold(document.blocks[mention.span.block].text)
    opening, closing = text.rfind('"', 0, mention.span.start), text.find('"', mention.span.end)
    return text.count('"', 0, mention.span.start) % 2 == 1 and 0 < closing - opening < LONGEST_NAME
