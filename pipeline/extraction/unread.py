"""Figures that no rule took: shares and days of the operative parts, told so that none is dropped silently."""

import re
from collections.abc import Iterator, Mapping

from ..grammar import pattern
from ..model import Document, Mention, Note, Outline, Span
from ..notes import note
from ..text import fold
from .past import cues

READ = ("targets", "content", "tasks", "organisation")


def unread(document: Document, outline: Outline, mentions: Mapping[str, tuple[Mention, ...]]) -> Iterator[Note]:
    """A note for each share or day that stands in no mention, where its sentence does not tell of the past."""
    taken: dict[int, list[Span]] = {}
    for mention in (mention for found in mentions.values() for mention in found):
        taken.setdefault(mention.span.block, []).append(mention.span)
    for number, block in enumerate(document.blocks):
        section = outline.section_at(number)
        if section is not None and section.role in READ:
            for match in pattern("figures", "unread").finditer(fold(block.text)):
                span = Span(block=number, start=match.start(), end=match.end(), page=block.page)
                if not is_taken(span, taken.get(number, [])) and not cues("past").search(sentence(fold(block.text), match)):
                    yield note("figure-not-read", span, words=block.text[match.start() : match.end()])


def is_taken(span: Span, spans: list[Span]) -> bool:
    return any(other.start < span.end and span.start < other.end for other in spans)


def sentence(text: str, match: re.Match[str]) -> str:
    """The words of the sentence around a match."""
    start, end = text.rfind(". ", 0, match.start()), text.find(". ", match.end())
    return text[start + 1 : end if end >= 0 else len(text)]
