"""Labelled lines under an item ("Đơn vị chủ trì: …") and the columns of an assignment table."""

import re
from collections.abc import Mapping
from functools import cache

from ..labels import label_of
from ..resources import table
from ..text import fold

LONGEST_LABEL = 60


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
