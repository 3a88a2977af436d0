"""Where an item stands: its section and the sections above it."""

from collections.abc import Iterator

from ..model import Outline, Section


def ancestors(outline: Outline, section: Section) -> Iterator[Section]:
    """`section`, its parent, and so on up to the top."""
    by_id = {each.id: each for each in outline.sections}
    current: Section | None = section
    while current is not None:
        yield current
        current = by_id.get(current.parent) if current.parent else None
