"""Where an item stands: its section and the sections above it."""

from collections.abc import Iterator

from ..model import Outline, Section


def ancestors(outline: Outline, section: Section) -> Iterator[Section]:
    """`section`, its parent, and so on up to the top."""
    current: Section | None = section
    while current is not None:
        yield current
        current = outline.by_id.get(current.parent) if current.parent else None
