"""Which lines belong to the form around the body: letterhead, title and signature stand alone, Kính gửi and Nơi nhận are lists."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Literal, TypeVar

from .forms import has_label, is_finished, is_shouted, opens_with, starts_lower
from .lines import Column, Line, Place

Other = TypeVar("Other")
Zone = Literal["body", "number_line", "title", "recipients", "copies"]
OPENERS: tuple[Zone, ...] = ("number_line", "title", "recipients", "copies")
LONG = 0.85  # of the column: a centred line of a title is shorter
LONGEST_NUMBER_LINE = 40  # "Số 10-KH/ĐU" may also begin a wrapped line of the body


def placed(elements: Iterable[Line | Other], column: Column) -> Iterator[Line | Other]:
    """`elements` with the place of each line told."""
    zone: Zone = "body"
    for element in elements:
        if isinstance(element, Line) and element.place == "body":
            zone, place = next_place(zone, element, column)
            yield replace(element, place=place)
        else:
            yield element


def next_place(zone: Zone, line: Line, column: Column) -> tuple[Zone, Place]:
    """The zone that `line` is in when it stands in or after `zone`, and its place."""
    opened = next((name for name in OPENERS if opens_with(name, line.text)), None)
    if opened in ("recipients", "copies"):
        return opened, "list"
    if opened == "title" or opened == "number_line" and len(line.text) <= LONGEST_NUMBER_LINE:
        return opened, "alone"
    if opens_with("standing", line.text) and not starts_lower(line.text):
        return "body" if zone == "copies" else zone, "alone"
    if not is_in(zone, line, column):
        return "body", "body"
    return zone, "list" if zone in ("recipients", "copies") else "alone"


def is_in(zone: Zone, line: Line, column: Column) -> bool:
    """Whether `line` goes on with what `zone` began: the lines of a title, the items of a list."""
    if zone == "body" or is_long(line, column):
        return False
    if zone in ("number_line", "title"):
        return not (has_label(line.text) or is_finished(line.text) or opens_with("bases", line.text))
    if opens_with("bullet", line.text) or starts_lower(line.text):
        return True
    return zone == "copies" and not (has_label(line.text) or is_shouted(line.text))


def is_long(line: Line, column: Column) -> bool:
    return line.right - line.left > min(LONG * column.right, 2 * column.least)
