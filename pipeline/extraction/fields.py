"""Labelled lines under an item ("Đơn vị chủ trì: …") and the columns of an assignment table."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from ..labels import label_of
from ..resources import table
from ..text import fold

LONGEST_LABEL = 60
SEGMENT = re.compile(r"[.;(] ?(?=\w)")
SENTENCE_END = re.compile(r"\.(?= )|\)")


def field_of(text: str) -> tuple[str, int] | None:
    """The field that a line fills (lead, coordinate, time, …), and where its words begin; None for any other text."""
    label = label_of(text)
    start = len(label.printed) if label else 0
    colon = text.find(":")
    if not 0 <= colon - start <= LONGEST_LABEL:
        return None
    head = fold(text[start:colon]).strip()
    name = next((name for name, pattern in labels().items() if pattern.fullmatch(head)), None)
    return (name, colon + 1 + len(text[colon + 1 :]) - len(text[colon + 1 :].lstrip())) if name else None


def fields_in(text: str, start: int) -> Iterator[tuple[str, int, int]]:
    """The labelled pieces of one text: the field, and where its words begin and end ("Chủ trì: Sở Y tế; phối hợp: Sở Tài chính")."""
    begins = (start, *(match.end() for match in SEGMENT.finditer(text, start)))
    found = [(begin, field[0], begin + field[1]) for begin in begins if (field := field_of(text[begin:]))]
    ends = [*(begin for begin, _, _ in found[1:]), len(text)]
    for (_, name, first), following in zip(found, ends, strict=False):
        last = SENTENCE_END.search(text, first)
        yield name, first, min(following, last.start() if last else len(text))


def heading_field(title: str) -> str | None:
    """The field that a heading's whole words name: "Cơ quan chủ trì", with the bodies listed below it."""
    return next((name for name, pattern in labels().items() if name != "other" and pattern.fullmatch(fold(title))), None)


def column_of(head: str) -> str | None:
    """What a column of a table holds, by its head."""
    return next((name for name, pattern in columns().items() if pattern.match(fold(head))), None)


@cache
def labels() -> Mapping[str, re.Pattern[str]]:
    return {name: re.compile(pattern, re.IGNORECASE) for name, pattern in table("fields")["labels"].items()}


@cache
def columns() -> Mapping[str, re.Pattern[str]]:
    return {name: re.compile(pattern, re.IGNORECASE) for name, pattern in table("fields")["columns"].items()}
