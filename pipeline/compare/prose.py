"""The running text of a draft: where a pattern is found in it, and which words belong to other documents."""

import re
from collections.abc import Iterator

from ..model import Directive, Span
from ..text import fold


def found(pattern: str, directive: Directive) -> Iterator[tuple[re.Match[str], Span]]:
    """The places where `pattern` is found in the folded text, capitals aside; the match has the offsets of the block."""
    compiled = re.compile(pattern, re.IGNORECASE)
    for number, block in enumerate(directive.blocks):
        for match in compiled.finditer(fold(block.text)):
            yield match, Span(block=number, start=match.start(), end=match.end(), page=block.page)


def words_at(directive: Directive, span: Span) -> str:
    """The words of `span` as printed; empty where the record holds no blocks."""
    return directive.blocks[span.block].text[span.start : span.end] if span.block < len(directive.blocks) else ""


def is_cited(directive: Directive, span: Span) -> bool:
    """The words stand in the mention of another document: in its number, its issuer or its title."""
    return any(
        mention.block == span.block and mention.start < span.end and span.start < mention.end
        for citation in directive.citations for mention in citation.mentions
    )


def is_quoted(directive: Directive, span: Span) -> bool:
    """The words stand in quotation marks, as names and titles do."""
    before = directive.blocks[span.block].text[: span.start]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1
