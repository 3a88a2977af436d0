"""Provinces named in a text that have since been merged into others (Nghị quyết 202/2025/QH15), by underthesea's table."""

import re
from collections.abc import Iterator
from itertools import takewhile

from ..model import Document, Note, Span
from ..notes import note
from ..text import fold

NAMED = re.compile(r"\b(?:tỉnh|Tỉnh|TỈNH) (?P<words>[^\W\d_]+(?: (?:- )?[^\W\d_]+){0,4})")


def merged(document: Document) -> Iterator[Note]:
    """A note for each province that no longer stands under its name, at the first place that names it."""
    told: set[str] = set()
    for number, block in enumerate(document.blocks):
        for match in NAMED.finditer(fold(block.text)):
            name = " ".join(takewhile(lambda word: word == "-" or word[0].isupper(), match["words"].split()))
            successor = successor_of(name) if name and name not in told else None
            told.add(name)
            if successor:
                span = Span(block=number, start=match.start(), end=match.start("words") + len(name), page=block.page)
                yield note("province-merged", span, old=name.title(), new=successor)


def successor_of(name: str) -> str | None:
    """The province that `name` belongs to since 2025-07-01, None where it kept its name or is not known."""
    from underthesea import convert_address

    province = convert_address(f"tỉnh {name}").new.province
    return province if province and not province.casefold().endswith(name.casefold()) else None
